//! "was shot on the sidewalk" → claims of the sort of place where somebody was hit or found.

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::model::{Claim, DepRel, Kind, Matter, Modality, Upos};

/// Sorts of places, by their nouns.
const SPOTS: &[(&str, &[&str])] = &[
    ("sidewalk", &["sidewalk"]),
    ("lot", &["lot"]),
    ("yard", &["yard", "backyard", "lawn"]),
    ("driveway", &["driveway"]),
    ("porch", &["porch", "doorstep"]),
    ("car", &["car", "vehicle", "suv", "truck", "van"]),
    ("bedroom", &["bedroom"]),
    ("kitchen", &["kitchen"]),
    ("bathroom", &["bathroom"]),
    ("basement", &["basement"]),
    ("lobby", &["lobby"]),
];
const EVENTS: &[&str] = &["shoot", "gun", "kill", "stab", "find"];

/// Appends the claims of where somebody was hit or found.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for verb in view.tokens() {
            claims.extend(claim(&view, verb));
        }
    }
}

fn claim(view: &View<'_, '_>, verb: u32) -> Option<Claim> {
    if view.upos(verb) != Upos::Verb || !EVENTS.contains(&view.lemma(verb).as_str()) {
        return None;
    }
    let undergone = view.deprel(verb) == DepRel::Acl
        || view.children(verb).any(|c| matches!(view.deprel(c), DepRel::NsubjPass | DepRel::Obj));
    let place = view.children(verb).find(|&c| {
        let inside = |k: u32| view.deprel(k) == DepRel::Case && view.is_any(k, &["in", "on", "inside"]);
        c > verb && matches!(view.deprel(c), DepRel::Obl | DepRel::Nmod) && view.children(c).any(inside)
    });
    let place = place.filter(|_| undergone)?;
    let lemma = view.lemma(place).to_lowercase();
    let (spot, _) = SPOTS.iter().find(|(_, words)| words.contains(&lemma.as_str()))?;
    if *spot == "lot" && !view.children(place).any(|c| view.is_any(c, &["parking"])) {
        return None;
    }
    let start = view.subtree(place).start.min(place);
    let subject = who::of(view, verb);
    let mut found = Found::new(Kind::Place, Matter::Spot, start..place + 1, vec![(*spot).into()], subject);
    // Who was hit in one place may be found in another.
    (found.axis, found.rung) = ("wound", u8::from(view.lemma(verb) == "find"));
    found.event = Some(verb);
    found.claim(view).filter(|c| !c.negated && matches!(c.modality, Modality::Asserted | Modality::Alleged))
}
