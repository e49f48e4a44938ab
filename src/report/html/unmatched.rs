//! What was not compared → a list that opens, each claim a link to its words in its article.

use maud::{Markup, html};

use super::super::excerpt::visible;
use super::super::unmatched;
use super::Page;

/// Nothing where the reader did not ask for it, or where all was compared.
pub(super) fn list(page: &Page<'_>) -> Markup {
    let articles = unmatched::by_article(page.analysis);
    let count: usize = articles.iter().map(|(_, lones)| lones.len()).sum();
    html! {
        @if count > 0 {
            details.articles.unmatched {
                summary { h2 { (count) " not compared" } }
                @for (article, lones) in &articles {
                    h3 { (visible(page.voices.name(*article))) }
                    ul {
                        @for lone in lones {
                            li {
                                (lone.claim.kind) ": "
                                a href={ "#c" (lone.id.0) } { "“" (visible(lone.words)) "”" }
                                " " span.aside { (visible(lone.reason)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
