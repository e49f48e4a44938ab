//! Document → claims of what happened, where and why; and what these share with the extractor of attributes.
//!
//! All start from tags and the parse. What two claims have in common is left to linking.

pub(super) mod events;
pub(super) mod view;
pub(super) mod who;

use std::ops::Range;

use self::view::View;
use super::context::claim_at;
use super::frame::Frame;
use super::modality;
use crate::model::{Claim, DepRel, Fact, Kind, Predicate, Subject, Value};

/// What an extractor has found.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) fact: Fact,
    /// The tokens that carry the value.
    pub(super) tokens: Range<u32>,
    /// Of whom or what it is told.
    pub(super) subject: Subject,
    /// The verb or noun of the event, where it is one.
    pub(super) event: Option<u32>,
}

impl Found {
    /// The claim, with all that its place tells.
    pub(super) fn claim(self, view: &View<'_, '_>) -> Option<Claim> {
        let (first, last) = (view.token(self.tokens.start)?, view.token(self.tokens.end.checked_sub(1)?)?);
        let bytes = first.start..last.end;
        let mut claim =
            claim_at(view.document, view.index, self.tokens, bytes, self.kind, Value::Fact(self.fact))?;
        claim.subject = self.subject;
        if let Some(event) = self.event {
            predicate(view, event, &mut claim);
        }
        Some(claim)
    }
}

/// The claim's predicate is the event itself, wherever the value's words hang in the tree; so are "not" and "could".
fn predicate(view: &View<'_, '_>, event: u32, claim: &mut Claim) {
    let Some(token) = view.token(event) else { return };
    let undergoes = view.children(event).any(|c| view.deprel(c) == DepRel::NsubjPass);
    claim.predicate = Some(Predicate {
        lemma: view.lemma(event),
        form: view.word(event).to_owned(),
        span: view.document.span(view.sentence.field, token.start, token.end),
        undergoes,
    });
    let frame = Frame { predicate: Some((event, undergoes)), ..Frame::default() };
    claim.negated = modality::negated(view.document, view.sentence, &frame);
    claim.modality = modality::modality(view.document, view.sentence, &frame);
}
