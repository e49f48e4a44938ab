//! The table: a question a row, an article a column; what is agreed is folded away below.

use maud::{Markup, html};

use super::super::excerpt::visible;
use super::{Page, row};
use crate::model::Finding;

/// With more articles than this the table is wider than a screen and scrolls by itself.
const FITTING: usize = 7;
/// With more than this most of a row would be empty and its answers out of sight: cards take the place of columns.
const COLUMNS: usize = 16;

pub(super) fn questions(page: &Page<'_>) -> Markup {
    let (plain, agreed): (Vec<&Finding>, Vec<&Finding>) =
        page.analysis.findings.iter().partition(|f| !f.is_quiet());
    html! {
        h2 { "Where they differ" }
        @if plain.is_empty() { p { "No disagreement was found." } } @else { (table(page, &plain, "Questions that outlets answer differently")) }
        @if !agreed.is_empty() {
            details.agreed open[page.options.all] {
                summary { h2 { (agreed.len()) " agreed" } }
                (table(page, &agreed, "Questions that outlets answer alike"))
            }
        }
    }
}

fn table(page: &Page<'_>, findings: &[&Finding], name: &str) -> Markup {
    let articles = page.analysis.articles.len();
    let class = match articles {
        0..=FITTING => None,
        _ if articles <= COLUMNS => Some("wide"),
        _ => Some("cards"),
    };
    let whole = html! {
        table class=[class] {
            caption { (name) }
            thead { tr {
                th scope="col" { "Question" }
                @for (number, _) in (0u32..).zip(&page.analysis.articles) { (column(page, number)) }
            } }
            @for finding in findings { (row::row(page, finding)) }
        }
    };
    html! {
        @if class == Some("wide") { div.scroll tabindex="0" role="region" aria-label=(name) { (whole) } } @else { (whole) }
    }
}

fn column(page: &Page<'_>, number: u32) -> Markup {
    html! {
        th scope="col" {
            a href={ "#a" (number) } { (visible(page.voices.name(number))) }
            @if !page.voices.date(number).is_empty() { span.aside { (page.voices.date(number)) } }
            @if let Some(original) = page.voices.original(number) {
                span.aside { "copy of " (visible(page.voices.name(original))) }
            }
        }
    }
}
