//! Tagged sentence → its names: runs of proper nouns, parted from the titles before them.

use std::ops::Range;

use super::gazetteer;
use super::view::View;
use crate::english;
use crate::model::Upos;

/// Longest run taken as one name.
const LONGEST: u32 = 12;

/// A run of tokens that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The name itself.
    pub(super) tokens: Range<u32>,
    /// The capitalised titles before it ("House Speaker"), maybe none.
    pub(super) title: Range<u32>,
}

/// The names of a sentence, in order.
pub(super) fn names(view: &View<'_, '_>) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = view.sentence.tokens.start;
    while at < view.sentence.tokens.end {
        if !begins(view, at) {
            at += 1;
            continue;
        }
        let end = run_end(view, at);
        part(view, at..end, &mut names);
        at = end;
    }
    names
}

/// May a name begin here?
fn begins(view: &View<'_, '_>, at: u32) -> bool {
    let word = view.word(at);
    if !view.is_capital(at)
        || is_calendar(view, at)
        || word.len() < 2 && !word.starts_with(char::is_alphabetic)
    {
        return false;
    }
    // "the Department of Homeland Security", whatever the tagger makes of its first word
    let body = gazetteer::word(word).org && view.word(at + 1) == "of" && of_end(view, at + 2).is_some();
    let joined = joins(view, at) && (view.is_proper(at + 1) || body);
    view.is_proper(at) || (joined && at > view.sentence.tokens.start)
}

/// A capitalised adjective, adverb or noun that belongs to the proper noun beside it ("White House", "Peter Low").
fn joins(view: &View<'_, '_>, at: u32) -> bool {
    let adjective = view.upos(at) == Upos::Adj && english::places(view.word(at)).is_empty();
    !view.title_case
        && view.is_capital(at)
        && (adjective || matches!(view.upos(at), Upos::Noun | Upos::Adv))
        && !gazetteer::word(view.word(at)).calendar
}

fn is_calendar(view: &View<'_, '_>, at: u32) -> bool {
    gazetteer::word(view.word(at)).calendar && gazetteer::first_name(view.word(at)).is_none()
        || (gazetteer::word(view.word(at)).calendar
            && (view.upos(at + 1) == Upos::Num || view.upos(at.wrapping_sub(1)) == Upos::Adp))
}

/// One past the last token of the run that begins at `at`.
fn run_end(view: &View<'_, '_>, at: u32) -> u32 {
    let mut end = at + 1;
    while end < view.sentence.tokens.end && end < at + LONGEST {
        let next = end + 1;
        end = match view.word(end) {
            _ if is_calendar(view, end) => break,
            _ if view.is_proper(end) || joins(view, end) => next,
            "-" | "–" | "‑" if view.touch(end - 1, end) && view.touch(end, next) && view.is_proper(next) => {
                next + 1
            }
            "&" if view.is_proper(next) => next + 1,
            "de" | "la" | "von" | "van" | "der" | "bin" | "ibn" | "al" | "el" | "da" | "di" | "du" | "le"
            | "del"
                if view.is_proper(next) =>
            {
                next + 1
            }
            "-" if view.touch(end - 1, end) && view.word(end - 1).eq_ignore_ascii_case("al") => next + 1,
            "al" if view.word(next) == "-" && view.is_proper(next + 1) => next + 2,
            "of" if heads_of(view, at..end) => match of_end(view, next) {
                Some(end) => end,
                None => break,
            },
            "and"
                if view.words(at, end).contains(" of ")
                    && is_office(view.word(at))
                    && view.is_proper(next) =>
            {
                next + 1
            }
            "," if matches!(view.word(next), "Jr." | "Sr." | "Jr" | "Sr") => next + 1,
            mark @ ("\"" | "“" | "‘" | "'" | "``") => match nickname_end(view, next, mark) {
                Some(end) => end,
                None => break,
            },
            _ => break,
        };
    }
    end
}

/// Behind a nickname in marks inside a name (Luis "Jerry" Ortiz), of up to three words: the word that goes on.
fn nickname_end(view: &View<'_, '_>, at: u32, mark: &str) -> Option<u32> {
    let closing = match mark {
        "“" => "”",
        "‘" => "’",
        "``" => "''",
        same => same,
    };
    let close = (at + 1..at + 4).find(|&i| view.word(i) == closing)?;
    let named = (at..close).all(|i| view.is_capital(i)) && view.is_proper(at) && view.is_proper(close + 1);
    named.then_some(close + 2)
}

/// Does an "of" after these words go on with the name ("University of Ohio", "Gulf of Mexico")?
fn heads_of(view: &View<'_, '_>, run: Range<u32>) -> bool {
    let word = view.word(run.end.saturating_sub(1));
    let known = gazetteer::word(word);
    known.org
        || known.place
        || matches!(word, "University" | "College" | "Gulf" | "House" | "Republic" | "Kingdom")
}

/// End of the first proper noun after "of" and maybe "the".
fn of_end(view: &View<'_, '_>, at: u32) -> Option<u32> {
    let at = if view.word(at) == "the" { at + 1 } else { at };
    (view.is_proper(at) || joins(view, at)).then_some(at + 1)
}

/// Offices whose names list several fields ("Department of Health and Human Services").
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "Department"
            | "Ministry"
            | "Bureau"
            | "Office"
            | "Committee"
            | "Commission"
            | "Agency"
            | "Institute"
            | "Centers"
    )
}

/// Parts a run into the organisation before a title, the title, and the name behind it.
fn part(view: &View<'_, '_>, run: Range<u32>, names: &mut Vec<Name>) {
    let Some(last) = title_end(view, &run) else {
        return push(view, run.start..run.start, run, names);
    };
    let mut first = last;
    while first > run.start && is_titular(view, first - 1) {
        first -= 1;
    }
    if first > run.start {
        push(view, first..first, run.start..first, names);
    }
    push(view, first..last + 1, last + 1..run.end, names);
}

/// The last title in a run that a person's name follows.
fn title_end(view: &View<'_, '_>, run: &Range<u32>) -> Option<u32> {
    let known = |i: u32| gazetteer::word(view.word(i));
    let rest_names = |i: u32| {
        (i + 1..run.end).all(|j| {
            let w = known(j);
            !(w.org || w.place || matches!(view.word(j), "of" | "&" | "and"))
        }) && !matches!(view.word(i + 1), "Jr." | "Sr." | "," | "-" | "" | "Jr" | "Sr")
    };
    let named = gazetteer::first_name(view.word(run.start)).is_some() && !known(run.start).title;
    (run.start..run.end.saturating_sub(1)).rev().find(|&i| {
        let role = known(i).title || (view.upos(i) == Upos::Noun && english::is_person_noun(view.lemma(i)));
        role && rest_names(i) && (i == run.start || !named)
    })
}

fn is_titular(view: &View<'_, '_>, at: u32) -> bool {
    let w = gazetteer::word(view.word(at));
    w.title || w.qualifier || view.word(at) == "-"
}

fn push(view: &View<'_, '_>, title: Range<u32>, mut tokens: Range<u32>, names: &mut Vec<Name>) {
    while tokens.start < tokens.end && matches!(view.word(tokens.start), "-" | "–" | "," | "&") {
        tokens.start += 1;
    }
    while tokens.start < tokens.end
        && matches!(view.word(tokens.end - 1), "-" | "–" | "," | "&" | "of" | "the")
    {
        tokens.end -= 1;
    }
    // A title alone is no name ("the Attorney General").
    if tokens.is_empty() || (title.is_empty() && tokens.clone().all(|i| is_titular(view, i))) {
        return;
    }
    let whole = view.words(tokens.start, tokens.end);
    if ["D-", "R-", "I-"].iter().any(|party| whole.starts_with(party)) {
        return; // party and state ("R-Ohio")
    }
    if !english::places(whole).is_empty() && !gazetteer::is_place(whole) {
        return; // who or what is from a place ("Afghans")
    }
    names.push(Name { tokens, title });
}
