//! Document and mentions → claims; one file per kind of claim.
//!
//! Every extractor sees the whole document with the mentions of each sentence and appends the claims it finds.
//! To add a kind of claim: one file, and one line in `EXTRACTORS`.

mod addresses;
mod age_holder;
mod ages;
mod amounts;
mod attributes;
mod clause;
mod concept;
mod context;
mod counted;
mod denials;
mod event_anchor;
mod facts;
mod frame;
mod implied;
mod measured;
mod modality;
mod names;
mod quantities;
mod quotes;
mod sources;
mod standing;
mod tagged;
mod times;

pub use self::concept::about;

use self::sources::Sources;
use crate::model::{Claim, Document, Kind, Mention};

/// What an extractor sees.
pub(crate) struct Input<'d, 'a> {
    /// The analysed article.
    pub(crate) document: &'d Document<'a>,
    /// The mentions of each sentence, token ranges counted from the sentence's first token.
    pub(crate) mentions: &'d [Vec<Mention>],
    /// Who says what.
    pub(crate) sources: &'d Sources,
}

type Extractor = fn(&Input<'_, '_>, &mut Vec<Claim>);

/// Every extractor.
const EXTRACTORS: &[Extractor] = &[
    quantities::extract,
    implied::extract,
    times::extract,
    quotes::extract,
    denials::extract,
    attributes::extract,
    facts::events::extract,
    addresses::extract,
    // A street that has an address is no name besides, so names come last.
    names::extract,
];

/// The claims of one article, in order of their place. `mentions` holds those of each sentence.
#[must_use]
pub fn claims(document: &Document<'_>, mentions: &[Vec<Mention>]) -> Vec<Claim> {
    let sources = Sources::read(document);
    let input = Input { document, mentions, sources: &sources };
    let mut claims = Vec::new();
    for extract in EXTRACTORS {
        extract(&input, &mut claims);
    }
    for claim in claims.iter_mut().filter(|c| c.source.is_none() && c.kind != Kind::Quote) {
        claim.source = sources.of(document, claim.sentence_index as usize, claim.span.start);
    }
    for claim in &mut claims {
        claim.standing = standing::of(document, claim);
    }
    claims.sort_by_key(|c| (c.span, c.kind));
    claims
}
