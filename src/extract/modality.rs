//! The words around a predicate → whether it is negated, and how the text commits itself to it.

use super::context::lemma;
use super::frame::Frame;
use crate::english::{self, List};
use crate::model::{DepRel, Document, Modality, Sentence, SentenceView, Upos};

/// Returns whether a negator governs the value or its predicate.
pub(crate) fn negated(document: &Document<'_>, sentence: &Sentence, frame: &Frame) -> bool {
    let Some((predicate, _)) = frame.predicate else { return false };
    near(document, sentence, predicate).iter().any(|w| english::words().negators.contains(w))
}

/// How the text commits itself to the predicate.
pub(crate) fn modality(document: &Document<'_>, sentence: &Sentence, frame: &Frame) -> Modality {
    let Some((predicate, _)) = frame.predicate else { return Modality::Asserted };
    let mut words = near(document, sentence, predicate);
    let tree = SentenceView::new(document, sentence);
    if let Some(governor) = tree
        .head(predicate)
        .filter(|_| matches!(tree.deprel(predicate), DepRel::Xcomp | DepRel::Ccomp | DepRel::Advcl))
    {
        words.push(lemma(document, sentence, governor).into());
    }
    let lists = english::words();
    let any = |list: &List| words.iter().any(|w| list.contains(w));
    if any(&lists.denying) {
        Modality::Denied
    } else if any(&lists.planned) {
        Modality::Planned
    } else if any(&lists.possible) {
        Modality::Possible
    } else if any(&lists.alleged) {
        Modality::Alleged
    } else {
        Modality::Asserted
    }
}

/// The predicate's auxiliaries and adverbs: by the parse, else the four tokens before it.
fn near(document: &Document<'_>, sentence: &Sentence, predicate: u32) -> Vec<String> {
    let tree = SentenceView::new(document, sentence);
    let mut words = vec![lemma(document, sentence, predicate).to_string()];
    if sentence.parsed {
        let light = |c: &u32| {
            matches!(
                tree.deprel(*c),
                DepRel::Aux | DepRel::AuxPass | DepRel::Advmod | DepRel::Cop | DepRel::Mark
            )
        };
        words
            .extend(tree.children(predicate).filter(light).map(|c| lemma(document, sentence, c).to_string()));
    } else {
        let from = predicate.saturating_sub(4).max(sentence.tokens.start);
        let light = |i: &u32| {
            document
                .tokens
                .get(*i as usize)
                .is_some_and(|t| matches!(t.upos, Upos::Aux | Upos::Part | Upos::Adv))
        };
        words.extend((from..predicate).filter(light).map(|i| lemma(document, sentence, i).to_string()));
    }
    words
}
