//! "a senior at Salem High School", "a Salem High School student", "attended Salem Academy" → place claims: where somebody
//! goes to school.

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::model::{Claim, DepRel, Kind, Matter, Subject, Upos};

/// Who goes to school.
const PUPILS: &[&str] =
    &["student", "pupil", "senior", "junior", "sophomore", "freshman", "grader", "undergraduate"];
/// Longest name of a school.
const LONGEST: u32 = 6;

/// Appends the claims of schools of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let mut at = view.tokens().start;
        while at < view.tokens().end {
            let Some((school, level)) = school(&view, at) else {
                at += 1;
                continue;
            };
            at = school.end;
            if let Some(subject) = pupil(&view, &school) {
                let words = view.content(school.clone());
                let mut found = Found::new(Kind::Place, Matter::School, school, words, subject);
                found.axis = level;
                claims.extend(found.claim(&view));
            }
        }
    }
}

/// The name of a school that begins at a token, and the level it teaches.
fn school(view: &View<'_, '_>, at: u32) -> Option<(Range<u32>, &'static str)> {
    // "High" is an adjective or adverb to the tagger.
    let named = |i: u32| {
        view.word(i).starts_with(char::is_uppercase)
            && matches!(view.upos(i), Upos::Propn | Upos::Adj | Upos::Noun | Upos::Adv)
    };
    if !named(at) || at.checked_sub(1).is_some_and(named) {
        return None;
    }
    let mut end = at;
    while end < at + LONGEST && named(end) {
        end += 1;
    }
    // "University of Salem"
    if view.word(end) == "of" && view.is_any(end - 1, &["University", "College"]) && named(end + 1) {
        end += 2;
    }
    let words: Vec<&str> = (at..end).map(|i| view.word(i)).collect();
    let level = match words.as_slice() {
        [_, .., "High", "School"] | [_, .., "High"] => "high",
        [_, .., "Middle", "School"] | [_, .., "Middle"] => "middle",
        [_, .., "Elementary", "School"] | [_, .., "Elementary"] => "elementary",
        [_, .., "University" | "College"] | ["University" | "College", "of", ..] => "college",
        _ => return None,
    };
    Some((at..end, level))
}

fn is_pupil(view: &View<'_, '_>, at: u32) -> bool {
    // The tagger calls "senior" an adjective and many a student before a name a name.
    PUPILS.contains(&view.word(at))
}

/// Who goes there: by the pupil before or behind the school's name, or who attends it.
fn pupil(view: &View<'_, '_>, school: &Range<u32>) -> Option<Subject> {
    if is_pupil(view, school.end) {
        return of_noun(view, school.end, school.start);
    }
    let before = school.start.checked_sub(1)?;
    if view.is_any(before, &["at", "of", "in"]) && before.checked_sub(1).is_some_and(|i| is_pupil(view, i)) {
        return of_noun(view, before - 1, before - 1);
    }
    let attends = view.lemma(before) == "attend" && view.upos(before) == Upos::Verb;
    let who = view.children(before).find(|&c| attends && view.deprel(c) == DepRel::Nsubj)?;
    known(view, who::at(view, who::antecedent(view, who, before).unwrap_or(who)))
}

/// Whom the noun tells of: the name beside it, else what it is said of.
fn of_noun(view: &View<'_, '_>, noun: u32, start: u32) -> Option<Subject> {
    let phrase = (view.tokens().start..start).rev().find(|&i| {
        !view.is_any(i, &["a", "an", "the", "former"])
            && !matches!(view.upos(i), Upos::Adj | Upos::Num)
            && view.word(i) != "-"
    });
    let named = who::named(view).find(|(_, name)| {
        // "Lee Marsh, a senior at …", "Lee Marsh, 17, a …", "… student Lee Marsh"
        name.start == noun + 1
            || phrase.is_some_and(|comma| {
                view.word(comma) == ","
                    && (name.end == comma || name.end + 2 == comma && view.word(name.end) == ",")
            })
    });
    if let Some((entity, _)) = named {
        return Some(who::person(entity));
    }
    known(view, who::of(view, noun))
}

/// Somebody whom the article names.
fn known(view: &View<'_, '_>, subject: Subject) -> Option<Subject> {
    who::is_person(view, &subject).then_some(subject)
}
