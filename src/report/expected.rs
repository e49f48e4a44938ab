//! Analysis → `expected.json`: what a story's findings are, for people to review and for tests to compare.
//!
//! It says what was found and leaves out how: no offsets, no confidence, no numbering, in an order that none of these
//! decides. A better linker should not touch the file of a story that it does not judge differently.

use serde::Serialize;

use crate::model::{Analysis, Finding, Kind, Position, Verdict};

#[derive(Serialize)]
struct Expected<'a> {
    findings: Vec<FindingView<'a>>,
}

#[derive(Serialize)]
struct FindingView<'a> {
    verdict: Verdict,
    kind: Kind,
    question: &'a str,
    positions: Vec<PositionView<'a>>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct PositionView<'a> {
    value: &'a str,
    /// "article: the words", a line each.
    claims: Vec<String>,
}

/// The text of a story's `expected.json`.
///
/// # Errors
/// Never in practice: the values are plain.
pub fn expected(analysis: &Analysis) -> serde_json::Result<String> {
    let mut findings: Vec<_> = analysis.findings.iter().map(|f| finding(analysis, f)).collect();
    // Not by question: its wording may change where nothing else does.
    findings.sort_by(|a, b| (a.verdict, a.kind, &a.positions).cmp(&(b.verdict, b.kind, &b.positions)));
    Ok(serde_json::to_string_pretty(&Expected { findings })? + "\n")
}

fn finding<'a>(analysis: &'a Analysis, finding: &'a Finding) -> FindingView<'a> {
    FindingView {
        verdict: finding.verdict,
        kind: finding.kind,
        question: &finding.question,
        positions: finding.positions.iter().map(|p| position(analysis, p)).collect(),
    }
}

fn position<'a>(analysis: &'a Analysis, position: &'a Position) -> PositionView<'a> {
    let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
    let line = |c: &crate::model::Claim| {
        let article = analysis.articles.get(c.article as usize)?;
        Some(format!("{}: {}", article.id, article.quote(&c.span)))
    };
    PositionView { value: &position.value, claims: claims.filter_map(line).collect() }
}
