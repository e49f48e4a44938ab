//! Claim graph → findings; one file per check.

use crate::model::{Article, ClaimGraph, Finding};

/// Runs every check over the graph.
#[must_use]
pub fn run(_articles: &[Article], _graph: &ClaimGraph) -> Vec<Finding> {
    Vec::new()
}
