//! A finding → two rows: the question with each outlet's answer, and below it the reason, which opens into pictures and
//! passages.

use maud::{Markup, PreEscaped, html};

use super::super::drawing;
use super::super::excerpt::{Excerpt, visible};
use super::super::fingerprint::fingerprint;
use super::Page;
use crate::model::{Claim, ClaimId, Finding, Position, Verdict};

/// Characters of an answer in the table; all of it stands in the passage.
const SHOWN: usize = 90;

pub(super) fn row(page: &Page<'_>, finding: &Finding) -> Markup {
    let columns = page.analysis.articles.len();
    let answering = articles(page, finding);
    html! {
        tbody.finding id=(finding.id) data-verdict=(finding.verdict) data-kind=(finding.kind)
            data-confidence=(percent(finding)) data-outlets=(outlets(page, finding)) {
            tr {
                th scope="row" { (question(page, finding)) }
                @for (article, _) in (0u32..).zip(&page.analysis.articles) {
                    @if answering.contains(&article) {
                        td data-outlet=(visible(page.voices.name(article))) { (answer(page, finding, article)) }
                    } @else { td {} }
                }
            }
            @if !finding.is_quiet() {
                tr.more { td colspan=(columns + 1) { (reason(page, finding)) } }
            }
        }
    }
}

fn percent(finding: &Finding) -> f64 {
    (finding.confidence * 100.0).round()
}

fn question(page: &Page<'_>, finding: &Finding) -> Markup {
    let known = page.options.known.contains(&fingerprint(finding));
    html! {
        span class={ "badge " (finding.verdict) } { (finding.verdict) }
        span.question { (visible(&finding.question)) }
        span.aside {
            (finding.kind) ", " (percent(finding)) " % sure"
            @if let Some(severity) = page.analysis.severity(finding) { ", " (severity) }
            @if known { ", known" }
        }
    }
}

/// What one article answers; one article may give several answers.
fn answer(page: &Page<'_>, finding: &Finding, article: u32) -> Markup {
    let given = finding.positions.iter().enumerate().filter_map(|(number, p)| {
        let claim = claims(page, p).find(|(_, c)| c.article == article)?;
        Some((number, p, claim.0))
    });
    html! {
        @for (number, position, claim) in given {
            a.value.(position_class(number)) href={ "#c" (claim.0) } data-claim=(claim.0) data-article=(article)
                data-position=(number) { (letter(finding, number)) (short(&visible(&position.value))) }
        }
    }
}

/// The same answer has the same letter and colour all along its row.
fn letter(finding: &Finding, number: usize) -> Markup {
    let letter = u8::try_from(number).ok().filter(|n| *n < 26).map_or('+', |n| char::from(b'A' + n));
    html! { @if finding.positions.len() > 1 { span.letter { (letter) } " " } }
}

fn position_class(number: usize) -> String {
    format!("p{}", number % 6)
}

fn short(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// The reason in a sentence; pictures and passages behind it.
fn reason(page: &Page<'_>, finding: &Finding) -> Markup {
    html! {
        details open[finding.verdict == Verdict::Conflict] {
            summary { span.reason { (visible(&finding.explanation)) } " " span.aside { code { (finding.code) } } }
            div.evidence {
                div.passages {
                    @for (number, position) in finding.positions.iter().enumerate() {
                        (passages(page, finding, number, position))
                    }
                }
                @for picture in drawing::intervals(page.analysis, &page.voices, finding) {
                    figure.chart {
                        figcaption { (picture.title) }
                        div.picture role="img" aria-label={ (picture.title) ": " (visible(&finding.explanation)) } { (PreEscaped(picture.svg)) }
                    }
                }
            }
        }
    }
}

/// The passages of a position, one an article, copies of the same words left out.
fn passages(page: &Page<'_>, finding: &Finding, number: usize, position: &Position) -> Markup {
    let mut shown: Vec<(String, Excerpt, ClaimId, u32)> = Vec::new();
    for (article, copies) in page.voices.of_position(page.analysis, position) {
        let Some((id, claim)) = claims(page, position).find(|(_, c)| c.article == article) else { continue };
        let excerpt = Excerpt::of(page.analysis, claim);
        let mut name = page.voices.name(article).to_owned();
        for copy in copies {
            name.push_str(&format!(", copied by {}", page.voices.name(copy)));
        }
        match shown.iter_mut().find(|(_, e, ..)| *e == excerpt) {
            Some((names, ..)) => names.push_str(&format!("; {name}")),
            None => shown.push((name, excerpt, id, article)),
        }
    }
    html! {
        @for (names, excerpt, id, article) in &shown {
            figure {
                figcaption.(position_class(number)) {
                    (letter(finding, number))
                    a href={ "#c" (id.0) } data-claim=(id.0) data-article=(article) data-position=(number) { (visible(names)) }
                }
                blockquote { (excerpt.before) mark { (excerpt.marked) } (excerpt.after) }
            }
        }
    }
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
