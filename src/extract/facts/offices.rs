//! Names of people → role claims: the office, trade or relation that stands beside the name.
//!
//! "Deputy Bill Cooper", "police spokesman Lee Marsh", "Marsh, a partner at a law firm,", "the governor's deputy chief of
//! staff, Ann Kelly". The head of the phrase must be a noun for people, so that "Tuesday, Marsh" is none.

use std::ops::Range;

use smol_str::SmolStr;

use super::view::View;
use super::{Found, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, Entity, Kind, Matter, Penn, Upos};

/// Longest phrase taken.
const LONGEST: u32 = 12;
/// Titles written short, and those that are no noun for people in the lexicon.
const TITLES: &[&str] = &[
    "rep.",
    "sen.",
    "gov.",
    "sgt.",
    "lt.",
    "capt.",
    "det.",
    "gen.",
    "col.",
    "maj.",
    "cpl.",
    "dr.",
    "prof.",
    "rev.",
    "pres.",
    "d.a.",
    "atty.",
    "ceo",
    "cfo",
    "coo",
    "vp",
    "chief",
    "counsel",
    "staff",
    "secretary",
    "representative",
];
/// Words beside an office that is not, or no longer, held.
const NO_LONGER: &[&str] =
    &["former", "then", "ex", "late", "previous", "candidate", "nominee", "outgoing", "incoming", "retired"];
/// Courtesy says nothing of an office.
const COURTESY: &[&str] = &["mr.", "mrs.", "ms.", "miss", "mr", "mrs", "ms", "sir", "lady"];

/// Appends the role claims of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for (entity, name) in who::named(&view) {
            let phrases = [before(&view, &name), behind(&view, &name), set_off(&view, &name)];
            for phrase in phrases.into_iter().flatten() {
                claims.extend(holder(&view, entity, name.clone(), &phrase));
                claims.extend(claim(&view, entity, phrase));
            }
        }
    }
}

fn claim(view: &View<'_, '_>, entity: &Entity, phrase: Range<u32>) -> Option<Claim> {
    let words = view.content(phrase.clone());
    Found::new(Kind::Role, Matter::Office, phrase, words, who::person(entity)).claim(view)
}

/// The name as the answer to who holds the office; a last name alone says too little.
fn holder(view: &View<'_, '_>, entity: &Entity, name: Range<u32>, phrase: &Range<u32>) -> Option<Claim> {
    let words: Vec<SmolStr> = view.content(phrase.clone()).into_iter().map(full).collect();
    let open = name.len() < 2 || words.is_empty() || words.iter().any(|w| NO_LONGER.contains(&w.as_str()));
    if open {
        return None;
    }
    Found::new(Kind::Name, Matter::Holder, name, words, who::person(entity)).claim(view)
}

/// A title written short, in full.
fn full(word: SmolStr) -> SmolStr {
    const SHORT: &[(&str, &str)] = &[
        ("rep.", "representative"),
        ("sen.", "senator"),
        ("gov.", "governor"),
        ("sgt.", "sergeant"),
        ("lt.", "lieutenant"),
        ("capt.", "captain"),
        ("det.", "detective"),
        ("gen.", "general"),
        ("col.", "colonel"),
        ("maj.", "major"),
        ("cpl.", "corporal"),
        ("dr.", "doctor"),
        ("prof.", "professor"),
        ("rev.", "reverend"),
        ("pres.", "president"),
    ];
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| SmolStr::new_static(full))
}

fn is_title(view: &View<'_, '_>, at: u32) -> bool {
    let word = view.word(at).to_lowercase();
    if COURTESY.contains(&word.as_str()) {
        return false;
    }
    TITLES.contains(&word.as_str()) || (view.is_noun(at) && english::is_person_noun(&view.lemma(at)))
}

fn nominal(view: &View<'_, '_>, at: u32) -> bool {
    matches!(
        view.penn(at),
        Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps | Penn::Jj | Penn::Pos | Penn::Hyph | Penn::Afx
    )
}

/// The nouns right before the name.
fn before(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let mut start = name.start;
    while start > view.tokens().start && name.start - start < LONGEST && nominal(view, start - 1) {
        start -= 1;
    }
    while start < name.start && (view.penn(start) == Penn::Pos || view.penn(start) == Penn::Hyph) {
        start += 1;
    }
    (start < name.start && is_title(view, name.start - 1)).then_some(start..name.start)
}

/// ", 47, a partner at a law firm," behind the name.
fn behind(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let mut at = name.end;
    if view.word(at) != "," {
        return None;
    }
    at += 1;
    if view.upos(at) == Upos::Num && view.word(at + 1) == "," {
        at += 2;
    }
    if view.is_any(at, &["then", "now", "once", "formerly", "also"]) {
        at += 1;
    }
    apposition(view, at)
}

/// A noun phrase from `at` to the next comma or full stop, whose head is a noun for people.
fn apposition(view: &View<'_, '_>, at: u32) -> Option<Range<u32>> {
    let closes = |i: u32| matches!(view.word(i), "," | "." | ";" | ")" | "—" | "");
    let opens = matches!(view.penn(at), Penn::Dt | Penn::PrpS) || nominal(view, at);
    if !opens {
        return None;
    }
    // "a prosecutor and later a judge": the first of two offices
    let other = |i: u32| {
        let opens = matches!(view.penn(i + 1), Penn::Dt | Penn::PrpS | Penn::Rb);
        view.is_any(i, &["and", "or"]) && (opens || view.is_any(i + 1, &["former", "then", "now", "later"]))
    };
    let ends = |i: u32| closes(i) || other(i) || view.is_any(i, &["who", "which", "said", "says"]);
    let end = (at..at + LONGEST).find(|&i| ends(i))?;
    let first = if matches!(view.penn(at), Penn::Dt | Penn::PrpS) { at + 1 } else { at };
    let head = (first..end).take_while(|&i| nominal(view, i)).last()?;
    is_title(view, head).then_some(at..end)
}

/// "the governor's deputy chief of staff, Ann Kelly": a phrase with an article before a comma before the name.
fn set_off(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let comma = name.start.checked_sub(1).filter(|&c| view.word(c) == ",")?;
    let first = view.tokens().start.max(comma.saturating_sub(LONGEST));
    let start = (first..comma).rev().find(|&i| {
        matches!(view.penn(i), Penn::Dt | Penn::PrpS)
            && !view.is_any(i.wrapping_sub(1), &["of", "at", "for", "in"])
    })?;
    let plain = |i: u32| nominal(view, i) || matches!(view.penn(i), Penn::In | Penn::Dt);
    let head = (start + 1..comma).take_while(|&i| nominal(view, i)).last()?;
    ((start + 1..comma).all(plain) && is_title(view, head)).then_some(start..comma)
}
