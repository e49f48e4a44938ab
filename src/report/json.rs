//! Analysis → one JSON object, `gainsay.report/1`: what scripts and measurements rely on.

use std::io::{self, Write};

use serde::Serialize;

use super::stamp::iso;
use crate::model::{Analysis, Article, Claim, Field, Finding, Kind, Position, Verdict};

/// Version of the format; fields may be added without changing it.
const SCHEMA: &str = "gainsay.report/1";

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    articles: Vec<ArticleView<'a>>,
    findings: Vec<FindingView<'a>>,
    problems: Vec<ProblemView<'a>>,
}

#[derive(Serialize)]
struct ArticleView<'a> {
    id: &'a str,
    outlet: &'a str,
    title: &'a str,
    published: Option<String>,
    path: Option<String>,
    /// Id of the article whose text this one repeats.
    copies_of: Option<&'a str>,
}

/// A finding with all its evidence.
#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    id: &'a str,
    code: &'a str,
    kind: Kind,
    verdict: Verdict,
    confidence: f64,
    question: &'a str,
    explanation: &'a str,
    positions: Vec<PositionView<'a>>,
}

#[derive(Serialize)]
struct PositionView<'a> {
    value: &'a str,
    claims: Vec<ClaimView<'a>>,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    article: &'a str,
    field: Field,
    start: u32,
    end: u32,
    quote: &'a str,
}

#[derive(Serialize)]
struct ProblemView<'a> {
    article: &'a str,
    message: &'a str,
}

pub(super) fn write(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let copies = analysis.graph.copies();
    let original = |index: usize| {
        let (_, original) = copies.iter().find(|(copy, _)| *copy as usize == index)?;
        analysis.articles.get(*original as usize).map(|a| a.id.as_str())
    };
    let report = Report {
        schema: SCHEMA,
        articles: analysis.articles.iter().enumerate().map(|(i, a)| article(a, original(i))).collect(),
        findings: analysis.findings.iter().map(|f| finding(analysis, f)).collect(),
        problems: analysis
            .problems
            .iter()
            .map(|p| ProblemView { article: &p.article, message: &p.message })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn article<'a>(article: &'a Article, copies_of: Option<&'a str>) -> ArticleView<'a> {
    ArticleView {
        id: &article.id,
        outlet: &article.outlet,
        title: &article.title,
        published: article.published.as_ref().map(iso),
        path: article.path.as_ref().map(|p| p.display().to_string()),
        copies_of,
    }
}

pub(super) fn finding<'a>(analysis: &'a Analysis, finding: &'a Finding) -> FindingView<'a> {
    FindingView {
        id: &finding.id,
        code: finding.code,
        kind: finding.kind,
        verdict: finding.verdict,
        confidence: finding.confidence,
        question: &finding.question,
        explanation: &finding.explanation,
        positions: finding.positions.iter().map(|p| position(analysis, p)).collect(),
    }
}

fn position<'a>(analysis: &'a Analysis, position: &'a Position) -> PositionView<'a> {
    let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
    PositionView { value: &position.value, claims: claims.filter_map(|c| claim(analysis, c)).collect() }
}

fn claim<'a>(analysis: &'a Analysis, claim: &Claim) -> Option<ClaimView<'a>> {
    let article = analysis.articles.get(claim.article as usize)?;
    let span = &claim.span;
    Some(ClaimView {
        article: &article.id,
        field: span.field,
        start: span.start,
        end: span.end,
        quote: article.quote(span),
    })
}
