//! Document and mentions → claims; one file per kind of claim.

use crate::model::{Claim, Document, Mention};

/// The claims of one article, in order of their place. `mentions` holds those of each sentence.
#[must_use]
pub fn claims(_document: &Document<'_>, _mentions: &[Vec<Mention>]) -> Vec<Claim> {
    Vec::new()
}
