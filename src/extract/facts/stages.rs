//! Words that tell how far something has come ("was arraigned", "no arrest has been made") → status claims.
//!
//! The table of phrases is `lex::stages`; a phrase that is planned or only possible tells no stage. The span runs from
//! the verb's auxiliaries to the end of the phrase.

use smol_str::SmolStr;

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::lex;
use crate::model::{Claim, DepRel, Kind, Matter, Modality, Upos};

const NEGATORS: &[&str] = &["no", "not", "n't", "never", "yet", "nobody", "none"];
/// How far before a phrase a negator may stand.
const REACH: u32 = 4;

/// Appends the stage claims of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let lemmas: Vec<SmolStr> = view.tokens().map(|i| view.lemma(i)).collect();
        let words: Vec<&str> = lemmas.iter().map(SmolStr::as_str).collect();
        let mut taken = [("", 0u32); 4];
        for (n, at) in (0usize..).zip(view.tokens()) {
            let denied = is_denied(&view, at);
            for stage in lex::stages(&words, n).into_iter().filter(|s| s.denied == denied) {
                let end = at + u32::try_from(stage.length).unwrap_or(1);
                // A longer phrase has said it already.
                if taken.iter().any(|&(axis, to)| axis == stage.axis && at < to) {
                    continue;
                }
                if let Some(free) = taken.iter_mut().find(|t| t.0 == stage.axis || t.0.is_empty()) {
                    *free = (stage.axis, end);
                }
                claims.extend(claim(&view, at, end, &stage));
            }
        }
    }
}

/// Does a negator stand shortly before, with nothing but light words between?
fn is_denied(view: &View<'_, '_>, at: u32) -> bool {
    let from = view.tokens().start.max(at.saturating_sub(REACH));
    let light = |i: &u32| {
        matches!(
            view.upos(*i),
            Upos::Aux
                | Upos::Part
                | Upos::Adv
                | Upos::Det
                | Upos::Adj
                | Upos::Adp
                | Upos::Verb
                | Upos::Noun
                | Upos::Pron
        )
    };
    (from..at).rev().take_while(light).any(|i| view.is_any(i, NEGATORS) && !view.is_any(i, &["yet"]))
}

fn claim(view: &View<'_, '_>, at: u32, end: u32, stage: &lex::Stage) -> Option<Claim> {
    let verb = (at..end).find(|&i| view.upos(i) == Upos::Verb).unwrap_or(at);
    let mut start = at;
    while start > view.tokens().start
        && (matches!(view.upos(start - 1), Upos::Aux | Upos::Part | Upos::Adv)
            || view.is_any(start - 1, NEGATORS))
    {
        start -= 1;
    }
    let mut found = Found::new(
        Kind::Status,
        Matter::Stage,
        start..reach(view, verb, end),
        vec![stage.name.into()],
        who::of(view, verb),
    );
    (found.axis, found.rung) = (stage.axis, stage.rung);
    let claim = found.claim(view)?;
    matches!(claim.modality, Modality::Asserted | Modality::Alleged).then_some(claim)
}

/// The end of the phrase with the complement behind it ("charged | with murder"), in short.
fn reach(view: &View<'_, '_>, verb: u32, end: u32) -> u32 {
    let complement = view.children(verb).find(|&c| {
        c >= end
            && c < end + 3
            && matches!(view.deprel(c), DepRel::Obl | DepRel::Obj | DepRel::Xcomp | DepRel::Nmod)
    });
    complement.map_or(end, |c| end.max(c + 1))
}
