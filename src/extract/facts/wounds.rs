//! "was shot in the chest" → claims of the part of the body that was hit.

use std::ops::Range;

use super::view::View;
use super::{Found, hits, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, Kind, Matter, Upos};

/// Parts of the body, each with the greater part it belongs to.
const PARTS: &[(&str, &str)] = &[
    ("head", "head"),
    ("face", "head"),
    ("cheek", "head"),
    ("forehead", "head"),
    ("eye", "head"),
    ("ear", "head"),
    ("jaw", "head"),
    ("mouth", "head"),
    ("nose", "head"),
    ("temple", "head"),
    ("neck", "neck"),
    ("throat", "neck"),
    ("chest", "chest"),
    ("heart", "chest"),
    ("breast", "chest"),
    ("rib", "chest"),
    ("lung", "chest"),
    ("abdomen", "abdomen"),
    ("stomach", "abdomen"),
    ("belly", "abdomen"),
    ("gut", "abdomen"),
    ("midsection", "torso"),
    ("groin", "groin"),
    ("back", "back"),
    ("spine", "back"),
    ("shoulder", "shoulder"),
    ("arm", "arm"),
    ("forearm", "arm"),
    ("elbow", "arm"),
    ("hand", "hand"),
    ("wrist", "hand"),
    ("finger", "hand"),
    ("hip", "hip"),
    ("buttock", "buttock"),
    ("leg", "leg"),
    ("thigh", "leg"),
    ("knee", "leg"),
    ("calf", "leg"),
    ("shin", "leg"),
    ("foot", "foot"),
    ("ankle", "foot"),
    ("toe", "foot"),
    ("torso", "torso"),
    ("body", "torso"),
    ("side", "torso"),
];
/// Events that hit a part of the body.
const HITS: &[&str] = &["shoot", "injure", "stab", "attack", "crash", "bomb", "die"];
/// How far behind the event the part may stand.
const REACH: u32 = 9;

/// Appends the claims of wounds of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for at in view.tokens() {
            if let Some((range, event)) = place(&view, at) {
                let words = range.clone().filter_map(|i| greater(&view.lemma(i))).map(Into::into).collect();
                let wound = || hits::bearer(&view, event);
                let subject = Some(event).filter(|&e| hits::is_wound(&view, e)).and_then(|_| wound());
                let subject = subject.unwrap_or_else(|| who::of(&view, event));
                let mut found = Found::new(Kind::Other, Matter::Wound, range, words, subject);
                found.axis = "wound";
                claims.extend(found.claim(&view));
            }
        }
    }
}

fn greater(lemma: &str) -> Option<&'static str> {
    PARTS.iter().find(|(part, _)| *part == lemma).map(|(_, whole)| *whole)
}

/// The parts named from a preposition on ("in the arm and chest"), and the event before it.
fn place(view: &View<'_, '_>, at: u32) -> Option<(Range<u32>, u32)> {
    if !view.is_any(at, &["in", "to"]) {
        return None;
    }
    let first = at + 1;
    let mut end = first;
    let mut last = None;
    while end < first + 10 {
        let passes = matches!(view.upos(end), Upos::Det | Upos::Pron | Upos::Adj | Upos::Cconj | Upos::Noun)
            || view.is_any(end, &[",", "and"]);
        if !passes {
            break;
        }
        match (view.upos(end), greater(&view.lemma(end))) {
            (Upos::Noun, Some(_)) => last = Some(end),
            (Upos::Noun, None) => break,
            _ => {}
        }
        end += 1;
    }
    let from = view.tokens().start.max(at.saturating_sub(REACH));
    let event = (from..at).rev().find(|&i| {
        matches!(view.upos(i), Upos::Verb | Upos::Noun)
            && english::predicate_classes(&view.lemma(i)).iter().any(|c| HITS.contains(&c.name()))
    })?;
    // "in the back yard", "in the head-on crash"
    let last =
        last.filter(|&l| !view.is_noun(l + 1) && view.upos(l + 1) != Upos::Adj && view.word(l + 1) != "-")?;
    Some((first..last + 1, event))
}
