//! Document → claims that are neither numbers nor times: offices, homes, schools, wounds and where they were got, colours
//! of vehicles, guns, courts, who brought whom to hospital, who agreed and who refused, stages reached, events with their
//! places and causes.
//!
//! All start from tags and the parse; each file says which words it takes. What two claims have in common is left to
//! linking.

pub(super) mod consents;
pub(super) mod courts;
pub(super) mod events;
pub(super) mod guns;
pub(super) mod hits;
pub(super) mod homes;
pub(super) mod offices;
pub(super) mod rides;
pub(super) mod schools;
pub(super) mod spots;
pub(super) mod stages;
pub(super) mod vehicles;
mod view;
mod who;
pub(super) mod wounds;

use std::ops::Range;

use smol_str::SmolStr;

use self::view::View;
use super::context::claim_at;
use super::frame::Frame;
use super::modality;
use crate::model::{Claim, DepRel, Fact, Kind, Matter, Predicate, Subject, Value};

/// What an extractor has found.
struct Found {
    kind: Kind,
    matter: Matter,
    axis: &'static str,
    rung: u8,
    /// The tokens that carry the value.
    tokens: Range<u32>,
    /// The words of the value, as lemmas.
    words: Vec<SmolStr>,
    /// Of whom or what it is told.
    subject: Subject,
    /// The verb or noun of the event, where it is one.
    event: Option<u32>,
}

impl Found {
    fn new(kind: Kind, matter: Matter, tokens: Range<u32>, words: Vec<SmolStr>, subject: Subject) -> Found {
        Found { kind, matter, axis: "", rung: 0, tokens, words, subject, event: None }
    }

    /// The claim, with all that its place tells.
    fn claim(self, view: &View<'_, '_>) -> Option<Claim> {
        let (first, last) = (view.token(self.tokens.start)?, view.token(self.tokens.end.checked_sub(1)?)?);
        let fact = Fact { matter: self.matter, axis: self.axis.into(), rung: self.rung, words: self.words };
        let bytes = first.start..last.end;
        let mut claim =
            claim_at(view.document, view.index, self.tokens, bytes, self.kind, Value::Fact(fact))?;
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
