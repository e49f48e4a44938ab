//! Analysis → one JSON object, `gainsay.report/1`: what scripts and measurements rely on.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::Options;
use super::fingerprint::fingerprint;
use super::stamp::iso;
use super::why::{Link, Why};
use crate::model::{
    Analysis, Article, Claim, Field, Finding, Kind, Position, Severity, Span, Unmatched, Verdict,
};

/// Version of the format; fields may be added without changing it.
const SCHEMA: &str = "gainsay.report/1";

/// Characters on either side that tell a quote from the same words elsewhere.
const CONTEXT: usize = 32;

#[derive(Serialize, JsonSchema)]
#[schemars(title = "gainsay.report/1")]
struct Report<'a> {
    /// "gainsay.report/1"; fields may be added without changing it.
    schema: &'static str,
    /// Where one report has several stories: which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<&'a str>,
    articles: Vec<ArticleView<'a>>,
    #[schemars(with = "Vec<FindingView<'a>>")]
    findings: Findings<'a>,
    /// With `--unmatched`: what only one article says, or what could not be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    unmatched: Option<Vec<UnmatchedView<'a>>>,
    problems: Vec<ProblemView<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ArticleView<'a> {
    id: &'a str,
    outlet: &'a str,
    title: &'a str,
    /// ISO 8601, as finely as the article gives it.
    published: Option<String>,
    path: Option<String>,
    /// Id of the article whose text this one repeats.
    copies_of: Option<&'a str>,
}

/// The findings, each made up when it is written: those of a big story would take as much room again as the story.
struct Findings<'a> {
    analysis: &'a Analysis,
    options: &'a Options<'a>,
    why: Option<&'a Why<'a>>,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.analysis.findings.iter();
        serializer.collect_seq(findings.map(|f| finding(self.analysis, self.options, self.why, f)))
    }
}

/// A finding with all its evidence.
#[derive(Serialize, JsonSchema)]
pub(super) struct FindingView<'a> {
    id: &'a str,
    code: &'a str,
    kind: Kind,
    verdict: Verdict,
    /// How grave a conflict is; absent from what is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    /// Probability that the verdict is right, 0 to 1.
    confidence: f64,
    question: &'a str,
    explanation: &'a str,
    /// The same for the same question and answers in another run; what a baseline goes by.
    fingerprint: String,
    /// Whether it stands in the baseline.
    known: bool,
    positions: Vec<PositionView<'a>>,
    /// With `--why`: the pairs of claims that the finding rests on, with what linked them.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Vec<LinkView<'a>>>,
}

/// Two claims taken for answers to one question.
#[derive(Serialize, JsonSchema)]
struct LinkView<'a> {
    claims: Vec<ClaimView<'a>>,
    /// Probability that they answer one question, 0 to 1.
    probability: f64,
    /// What carried it, strongest first.
    reasons: Vec<ReasonView>,
}

#[derive(Serialize, JsonSchema)]
struct ReasonView {
    feature: &'static str,
    /// Its share of the score, in log odds; below 0 it spoke against the link.
    share: f64,
}

#[derive(Serialize, JsonSchema)]
struct PositionView<'a> {
    value: &'a str,
    claims: Vec<ClaimView<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ClaimView<'a> {
    /// Id of the article.
    article: &'a str,
    field: Field,
    /// First byte of the words in the field, in UTF-8.
    start: u32,
    /// One past the last byte.
    end: u32,
    /// The words that carry the value, byte for byte.
    quote: &'a str,
    /// The same place by W3C Web Annotation selectors, whose positions count code points.
    selector: [SelectorView<'a>; 2],
}

/// <https://www.w3.org/TR/annotation-model/#selectors>
#[derive(Serialize, JsonSchema)]
#[serde(tag = "type")]
enum SelectorView<'a> {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

#[derive(Serialize, JsonSchema)]
struct UnmatchedView<'a> {
    kind: Kind,
    /// Why it was compared with nothing.
    reason: &'a str,
    claim: ClaimView<'a>,
}

#[derive(Serialize, JsonSchema)]
struct ProblemView<'a> {
    article: &'a str,
    message: &'a str,
}

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_story(analysis, None, options, out)
}

/// One story of several.
pub(super) fn write_story(
    analysis: &Analysis,
    story: Option<&str>,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let why = Why::of(analysis, options);
    serde_json::to_writer_pretty(&mut *out, &report(analysis, story, options, why.as_ref()))?;
    writeln!(out)
}

/// One story of several in a line.
pub(super) fn write_line(
    analysis: &Analysis,
    story: &str,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let why = Why::of(analysis, options);
    serde_json::to_writer(&mut *out, &report(analysis, Some(story), options, why.as_ref()))?;
    writeln!(out)
}

fn report<'a>(
    analysis: &'a Analysis,
    story: Option<&'a str>,
    options: &'a Options<'a>,
    why: Option<&'a Why<'a>>,
) -> Report<'a> {
    // Of several originals the first stands.
    let copies: BTreeMap<u32, u32> = analysis.graph.copies().into_iter().rev().collect();
    let original = |index: usize| {
        let original = copies.get(&u32::try_from(index).ok()?)?;
        analysis.articles.get(*original as usize).map(|a| a.id.as_str())
    };
    Report {
        schema: SCHEMA,
        story,
        articles: analysis.articles.iter().enumerate().map(|(i, a)| article(a, original(i))).collect(),
        findings: Findings { analysis, options, why },
        unmatched: (!analysis.unmatched.is_empty())
            .then(|| analysis.unmatched.iter().filter_map(|u| unmatched(analysis, u)).collect()),
        problems: analysis
            .problems
            .iter()
            .map(|p| ProblemView { article: &p.article, message: &p.message })
            .collect(),
    }
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

pub(super) fn finding<'a>(
    analysis: &'a Analysis,
    options: &Options<'_>,
    why: Option<&Why<'a>>,
    finding: &'a Finding,
) -> FindingView<'a> {
    let fingerprint = fingerprint(finding);
    FindingView {
        id: &finding.id,
        code: finding.code,
        kind: finding.kind,
        verdict: finding.verdict,
        severity: analysis.severity(finding),
        confidence: finding.confidence,
        question: &finding.question,
        explanation: &finding.explanation,
        known: options.known.contains(&fingerprint),
        fingerprint,
        positions: finding.positions.iter().map(|p| position(analysis, p)).collect(),
        why: why.map(|w| w.links(finding).iter().map(|l| link(analysis, l)).collect()),
    }
}

fn link<'a>(analysis: &'a Analysis, link: &Link<'a>) -> LinkView<'a> {
    let claims = link.claims.iter().filter_map(|id| analysis.graph.claim(*id));
    // More digits would promise more than the weights hold.
    let short = |share: f64| (share * 100.0).round() / 100.0;
    LinkView {
        claims: claims.filter_map(|c| claim(analysis, c)).collect(),
        probability: link.score,
        reasons: link
            .reasons
            .iter()
            .map(|&(feature, share)| ReasonView { feature, share: short(share) })
            .collect(),
    }
}

fn position<'a>(analysis: &'a Analysis, position: &'a Position) -> PositionView<'a> {
    let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
    PositionView { value: &position.value, claims: claims.filter_map(|c| claim(analysis, c)).collect() }
}

fn unmatched<'a>(analysis: &'a Analysis, unmatched: &'a Unmatched) -> Option<UnmatchedView<'a>> {
    let of = analysis.graph.claim(unmatched.claim)?;
    Some(UnmatchedView { kind: of.kind, reason: &unmatched.reason, claim: claim(analysis, of)? })
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
        selector: selectors(article.field(span.field), span),
    })
}

fn selectors<'a>(field: &'a str, span: &Span) -> [SelectorView<'a>; 2] {
    let part = |from: usize, to: usize| field.get(from..to).unwrap_or_default();
    let (start, end) = (span.start as usize, span.end as usize);
    let (before, exact, after) = (part(0, start), part(start, end), part(end, field.len()));
    let first = before.chars().count();
    let prefix = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let suffix = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    [
        SelectorView::TextPositionSelector { start: first, end: first + exact.chars().count() },
        SelectorView::TextQuoteSelector {
            exact,
            prefix: part(prefix, start),
            suffix: part(end, end + suffix),
        },
    ]
}

/// The JSON Schema of the report.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Report<'_>).to_value()
}
