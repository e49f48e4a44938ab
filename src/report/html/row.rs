//! A finding → a row that opens: question and answers by outlet, then the passages side by side.

use maud::{Markup, html};

use super::super::excerpt::{Excerpt, visible};
use super::super::fingerprint::fingerprint;
use super::{Page, picture};
use crate::model::{Claim, ClaimId, Finding, Position, Verdict};

pub(super) fn row(page: &Page<'_>, finding: &Finding) -> Markup {
    let known = page.options.known.contains(&fingerprint(finding));
    let percent = (finding.confidence * 100.0).round();
    html! {
        details.finding id=(finding.id) data-verdict=(finding.verdict) data-kind=(finding.kind)
            data-confidence=(percent) data-outlets=(outlets(page, finding))
            open[finding.verdict == Verdict::Conflict] {
            summary {
                span class={ "badge " (finding.verdict) } { (finding.verdict) }
                span.question { (visible(&finding.question)) }
                @if known { span.aside { "known" } }
                span.aside { (percent) " %" }
            }
            (answers(page, finding))
            p.reason { (visible(&finding.explanation)) " " span.aside { "(" code { (finding.code) } ")" } }
            (picture::intervals(page, finding))
            div.passages { @for position in &finding.positions { (passages(page, position)) } }
        }
    }
}

/// The outlets as columns.
fn answers(page: &Page<'_>, finding: &Finding) -> Markup {
    let columns = articles(page, finding);
    html! {
        div.scroll { table {
            thead { tr { @for a in &columns { th scope="col" { (visible(page.voices.name(*a))) } } } }
            tbody { tr { @for a in &columns { td { (answer(page, finding, *a)) } } } }
        } }
    }
}

/// What one article answers; one article may give several answers.
fn answer(page: &Page<'_>, finding: &Finding, article: u32) -> Markup {
    let given = finding.positions.iter().filter_map(|p| {
        let claim = claims(page, p).find(|(_, c)| c.article == article)?;
        Some((p, claim.0))
    });
    html! {
        @for (position, claim) in given { a.value href={ "#c" (claim.0) } { (visible(&position.value)) } }
        @if finding.verdict == Verdict::Update { span.aside { " " (page.voices.date(article)) } }
    }
}

/// The passages of a position, one an article.
fn passages(page: &Page<'_>, position: &Position) -> Markup {
    let mut seen: Vec<u32> = Vec::new();
    let first: Vec<(ClaimId, &Claim)> = claims(page, position)
        .filter(|(_, c)| {
            let is_new = !seen.contains(&c.article);
            seen.push(c.article);
            is_new
        })
        .collect();
    html! {
        @for (id, claim) in first {
            figure {
                figcaption { a href={ "#c" (id.0) } { (visible(page.voices.name(claim.article))) } }
                (quote(&Excerpt::of(page.analysis, claim)))
            }
        }
    }
}

fn quote(excerpt: &Excerpt) -> Markup {
    html! { blockquote { (excerpt.before) mark { (excerpt.marked) } (excerpt.after) } }
}

fn claims<'a>(page: &'a Page<'_>, position: &'a Position) -> impl Iterator<Item = (ClaimId, &'a Claim)> {
    position.claims.iter().filter_map(|id| Some((*id, page.analysis.graph.claim(*id)?)))
}

/// The articles that answer, in the story's order.
fn articles(page: &Page<'_>, finding: &Finding) -> Vec<u32> {
    let mut found: Vec<u32> =
        finding.positions.iter().flat_map(|p| claims(page, p)).map(|(_, c)| c.article).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn outlets(page: &Page<'_>, finding: &Finding) -> String {
    articles(page, finding).iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}
