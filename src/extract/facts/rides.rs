//! "was driven to the hospital by his brother" → claims of who brought somebody there.

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::model::{Claim, DepRel, Kind, Matter, Modality, Upos};

/// Who may bring somebody, by what they are to them.
const BRINGERS: &[(&str, &[&str])] = &[
    ("friend", &["friend", "girlfriend", "boyfriend", "acquaintance", "buddy", "pal"]),
    ("stranger", &["motorist", "passerby", "bystander", "stranger"]),
    ("neighbor", &["neighbor", "neighbour"]),
    ("relative", &["relative", "family"]),
    ("brother", &["brother"]),
    ("sister", &["sister"]),
    ("mother", &["mother", "mom"]),
    ("father", &["father", "dad"]),
    ("wife", &["wife"]),
    ("husband", &["husband"]),
    ("son", &["son"]),
    ("daughter", &["daughter"]),
    ("cousin", &["cousin"]),
    ("uncle", &["uncle"]),
    ("aunt", &["aunt"]),
];
const BRINGS: &[&str] = &["drive", "take", "transport", "bring", "carry", "rush"];
/// Most tokens between the verb and who did it.
const REACH: u32 = 14;
const GOALS: &[&str] = &["hospital", "clinic", "medical", "emergency", "trauma"];

/// Appends the claims of who brought somebody to hospital.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let mut near = false;
    for view in View::all(input.document) {
        let goal = view.tokens().any(|i| GOALS.contains(&view.lemma(i).to_lowercase().as_str()));
        // "… arrived at a hospital. He had been driven there by his brother."
        let there = near && view.tokens().any(|i| view.is_any(i, &["there"]));
        for verb in view.tokens().filter(|_| goal || there) {
            claims.extend(claim(&view, verb));
        }
        near = goal;
    }
}

fn claim(view: &View<'_, '_>, verb: u32) -> Option<Claim> {
    if view.upos(verb) != Upos::Verb || !BRINGS.contains(&view.lemma(verb).as_str()) {
        return None;
    }
    let object = view.children(verb).find(|&c| c > verb && view.deprel(c) == DepRel::Obj);
    let (bringer, subject) = match object {
        // Without an auxiliary the parser may see a passive in "a friend transported him".
        Some(object) => (subject(view, verb)?, who::at(view, object)),
        None => (agent(view, verb)?, who::of(view, verb)),
    };
    let word = view.lemma(bringer);
    let (class, _) = BRINGERS.iter().find(|(_, words)| words.contains(&word.as_str()))?;
    let told = view.subtree(bringer);
    let first = told.clone().find(|&i| !view.is_any(i, &["by", ","]))?.min(bringer);
    let range: Range<u32> = first..bringer + 1;
    let mut found = Found::new(Kind::Name, Matter::Ride, range, vec![(*class).into()], subject);
    found.event = Some(verb);
    found.claim(view).filter(|c| !c.negated && matches!(c.modality, Modality::Asserted | Modality::Alleged))
}

fn subject(view: &View<'_, '_>, verb: u32) -> Option<u32> {
    view.children(verb).find(|&c| c < verb && matches!(view.deprel(c), DepRel::Nsubj | DepRel::NsubjPass))
}

/// "by his brother", wherever the parser hangs it.
fn agent(view: &View<'_, '_>, verb: u32) -> Option<u32> {
    let by = |c: u32| view.children(c).any(|k| view.deprel(k) == DepRel::Case && view.is_any(k, &["by"]));
    let hangs = |c: u32| matches!(view.deprel(c), DepRel::OblAgent | DepRel::Obl | DepRel::Nmod);
    (verb + 1..verb + REACH)
        .take_while(|&c| view.upos(c) != Upos::Verb || view.deprel(c) == DepRel::Amod)
        .find(|&c| hangs(c) && by(c))
}
