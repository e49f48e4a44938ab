//! Document → claims that are neither numbers nor times: offices, homes, wounds, stages reached, events with their
//! places and causes.
//!
//! All start from tags and the parse; each file says which words it takes. What two claims have in common is left to
//! linking.

pub(super) mod events;
pub(super) mod homes;
pub(super) mod offices;
pub(super) mod stages;
mod view;
mod who;
pub(super) mod wounds;

use std::ops::Range;

use smol_str::SmolStr;

use self::view::View;
use super::context::claim_at;
use crate::model::{Claim, Fact, Kind, Matter, Subject, Value};

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
}

impl Found {
    fn new(kind: Kind, matter: Matter, tokens: Range<u32>, words: Vec<SmolStr>, subject: Subject) -> Found {
        Found { kind, matter, axis: "", rung: 0, tokens, words, subject }
    }

    /// The claim, with all that its place tells.
    fn claim(self, view: &View<'_, '_>) -> Option<Claim> {
        let (first, last) = (view.token(self.tokens.start)?, view.token(self.tokens.end.checked_sub(1)?)?);
        let fact = Fact { matter: self.matter, axis: self.axis.into(), rung: self.rung, words: self.words };
        let bytes = first.start..last.end;
        let mut claim =
            claim_at(view.document, view.index, self.tokens, bytes, self.kind, Value::Fact(fact))?;
        claim.subject = self.subject;
        Some(claim)
    }
}
