//! Claims → claim graph: which claims of different articles answer the same question.

use crate::model::{Article, Claim, ClaimGraph};

/// Links the claims of a story.
#[must_use]
pub fn link(_articles: &[Article], claims: Vec<Claim>) -> ClaimGraph {
    ClaimGraph { claims, ..ClaimGraph::default() }
}
