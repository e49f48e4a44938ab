//! "agreed to be photographed", "refused to testify" → claims of whether somebody did what was asked.

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::model::{Claim, DepRel, Kind, Matter, Modality, Upos, Value};

/// Verbs that say little of what was asked.
const LIGHT: &[&str] = &["have", "take", "be", "make", "get", "give", "go", "do", "let", "allow"];
/// What outlets ask themselves.
const ASKED: &[&str] =
    &["comment", "say", "speak", "discuss", "elaborate", "answer", "talk", "provide", "respond"];

/// Appends the claims of consent and refusal of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for verb in view.tokens().filter(|&i| view.upos(i) == Upos::Verb) {
            claims.extend(claim(&view, verb));
        }
    }
}

fn claim(view: &View<'_, '_>, verb: u32) -> Option<Claim> {
    let agrees = match view.lemma(verb).as_str() {
        "agree" | "consent" => true,
        "refuse" | "decline" => false,
        _ => return None,
    };
    let to = view.is_any(verb + 1, &["to"]).then_some(verb + 2)?;
    let hangs =
        |c: u32| matches!(view.deprel(c), DepRel::Xcomp | DepRel::Advcl | DepRel::Ccomp | DepRel::Obl);
    let done = view.children(verb).find(|&c| c >= to && hangs(c) && view.upos(c) == Upos::Verb)?;
    let end = view.subtree(done).end.min(done + 8);
    let light = |i: u32| LIGHT.contains(&view.lemma(i).as_str());
    let what = if light(done) { (to..end).find(|&i| view.is_noun(i) && !view.is_name(i))? } else { done };
    let what = view.lemma(what);
    if ASKED.contains(&what.as_str()) {
        return None;
    }
    let subject = who::of(view, verb);
    if !who::is_person(view, &subject) {
        return None;
    }
    let range = verb..done + 1;
    let mut found = Found::new(Kind::Status, Matter::Consent, range, Vec::new(), subject);
    found.event = Some(verb);
    let mut claim = found.claim(view).filter(|c| c.modality == Modality::Asserted)?;
    let yes = agrees != claim.negated;
    if let Value::Fact(fact) = &mut claim.value {
        fact.axis = what;
        fact.words = vec![if yes { "agreed" } else { "refused" }.into()];
    }
    Some(claim)
}
