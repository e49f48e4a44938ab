//! An article → its text with the evidence marked, for the links from the rows.

use maud::{Markup, html};

use super::super::excerpt::visible;
use super::super::visible::printable;
use super::Page;
use crate::model::{Article, ClaimId, Field, Span};

/// A run of text: plain, or the evidence of claims.
struct Run {
    start: usize,
    end: usize,
    claims: Vec<ClaimId>,
}

pub(super) fn article(page: &Page<'_>, number: u32) -> Markup {
    let Some(article) = page.analysis.articles.get(number as usize) else { return Markup::default() };
    let name = visible(page.voices.name(number));
    html! {
        details.article id={ "a" (number) } {
            summary { span.outlet { (name) } " " span.headline { (visible(&article.title)) } }
            div.text-pane role="region" aria-label={ "Article of " (name) } tabindex="0" {
                h3 { (field(page, number, article, Field::Title)) }
                (facts(page, number, article))
                div.text { (field(page, number, article, Field::Text)) }
            }
        }
    }
}

/// Where and when it was published, by whom.
fn facts(page: &Page<'_>, number: u32, article: &Article) -> Markup {
    html! {
        p.aside {
            (page.voices.date(number))
            @if let Some(byline) = &article.byline { " " (visible(byline)) }
            @if let Some(agency) = &article.agency { " (" (visible(agency)) ")" }
        }
        (address(article))
    }
}

fn address(article: &Article) -> Markup {
    let link = article.url.as_deref().filter(|u| u.starts_with("https://") || u.starts_with("http://"));
    html! { @if let Some(url) = link { p.aside { a href=(url) rel="noreferrer noopener" { (url) } } } }
}

fn field(page: &Page<'_>, number: u32, article: &Article, field: Field) -> Markup {
    let text = article.field(field);
    html! {
        @for run in runs(text.len(), evidence(page, number, field)) {
            @let words = printable(text.get(run.start..run.end).unwrap_or_default());
            @if run.claims.is_empty() { (words) } @else {
                mark {
                    @for claim in &run.claims { span id={ "c" (claim.0) } {} }
                    (words)
                }
            }
        }
    }
}

/// The claims of findings and those that were not compared in one field of an article, by place.
fn evidence(page: &Page<'_>, number: u32, field: Field) -> Vec<(Span, ClaimId)> {
    let found = page.analysis.findings.iter().flat_map(|f| &f.positions).flat_map(|p| &p.claims);
    let ids = found.chain(page.analysis.unmatched.iter().map(|u| &u.claim));
    let spans = ids.filter_map(|id| Some((page.analysis.graph.claim(*id)?.span, *id)));
    let mut here: Vec<_> = spans.filter(|(s, _)| s.article == number && s.field == field).collect();
    here.sort_unstable_by_key(|(s, id)| (s.start, s.end, *id));
    here.dedup();
    here
}

/// Cuts a text at its evidence; what overlaps is marked as one.
fn runs(length: usize, evidence: Vec<(Span, ClaimId)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    for (span, id) in evidence {
        let (start, end) = (span.start as usize, (span.end as usize).min(length));
        match runs.last_mut() {
            Some(last) if start < last.end && !last.claims.is_empty() => {
                last.end = last.end.max(end);
                last.claims.push(id);
            }
            _ => {
                runs.push(Run { start: at, end: start, claims: Vec::new() });
                runs.push(Run { start, end, claims: vec![id] });
            }
        }
        at = runs.last().map_or(at, |r| r.end);
    }
    runs.push(Run { start: at, end: length, claims: Vec::new() });
    runs
}
