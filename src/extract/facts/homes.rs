//! People → place claims: where they live or come from.
//!
//! "Lee Marsh, 47, of Spiro", "Marsh, of Fort Coffee", "a Spiro man", "Marsh, from Salem, Ohio".

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, Kind, Matter, Penn, Subject, Upos};

/// Who may be called by a place ("a Spiro man").
const PEOPLE: &[&str] =
    &["man", "woman", "teen", "teenager", "boy", "girl", "resident", "native", "couple", "mother", "father"];
/// What a man is called by that is no place: faiths, descents, parties, services.
const GROUPS: &[&str] = &[
    "black",
    "white",
    "hispanic",
    "latino",
    "latina",
    "asian",
    "caucasian",
    "african",
    "muslim",
    "christian",
    "jewish",
    "catholic",
    "sikh",
    "hindu",
    "buddhist",
    "republican",
    "democratic",
    "democrat",
    "army",
    "navy",
    "marine",
    "force",
    "guard",
];
/// Most tokens between "a" and the place.
const AGE: u32 = 6;

/// Appends the home claims of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for (entity, name) in who::named(&view) {
            if let Some(place) = behind(&view, &name) {
                claims.extend(claim(&view, place, who::person(entity)));
            }
        }
        for at in view.tokens() {
            if let Some(place) = called(&view, at) {
                claims.extend(claim(&view, place, who::at(&view, at)));
            }
        }
    }
}

fn claim(view: &View<'_, '_>, place: Range<u32>, subject: Subject) -> Option<Claim> {
    let words = place.clone().filter(|&i| view.upos(i) != Upos::Punct).map(|i| view.lemma(i)).collect();
    Found::new(Kind::Place, Matter::Home, place, words, subject).claim(view)
}

/// The place behind a name and maybe an age.
fn behind(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let mut at = name.end;
    if view.word(at) == "," {
        at += 1;
        if view.upos(at) == Upos::Num && view.word(at + 1) == "," {
            at += 2;
        }
    }
    if !view.is_any(at, &["of", "from"]) {
        return None;
    }
    let from = at + 1;
    let mut end = from;
    while view.is_name(end) {
        end += 1;
    }
    if end == from {
        return None;
    }
    // "Salem, Ohio"
    if view.word(end) == "," && view.is_name(end + 1) && !english::places(view.word(end + 1)).is_empty() {
        end += 2;
    }
    Some(from..end)
}

/// The place in "a Spiro man", seen from "man".
fn called(view: &View<'_, '_>, at: u32) -> Option<Range<u32>> {
    if !PEOPLE.contains(&view.lemma(at).as_str()) || !view.is_noun(at) {
        return None;
    }
    let mut start = at;
    while start > view.tokens().start && view.penn(start - 1) == Penn::Nnp {
        start -= 1;
    }
    let demonym = |i: u32| english::places(view.word(i)).iter().any(|p| p.name != view.word(i));
    let before = (start.saturating_sub(AGE)..start).any(|i| view.is_any(i, &["a", "an", "the"]));
    let group = |i: u32| view.is_any(i, GROUPS);
    let headline = start == view.tokens().start;
    (start < at && at - start < 4 && (before || headline) && !(start..at).any(|i| demonym(i) || group(i)))
        .then_some(start..at)
}
