//! Analysis → one self-contained web page: the outlets as columns, the questions as rows, disagreements first.
//!
//! The page works from `file://`, without a network and, but for filters and the view side by side, without scripts: a
//! row opens by itself (`details`) and every answer is a link to its words in the article at the foot of the page. Maud
//! escapes all text; the Content-Security-Policy lets nothing run or load but the two blocks named by their hashes.

mod article;
mod filters;
mod matrix;
mod row;
mod unmatched;

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::drawing;
use super::excerpt::visible;
use super::voices::Voices;
use super::{Options, summary};
use crate::model::Analysis;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { analysis, options, voices: Voices::of(analysis) };
    writeln!(out, "{}", page.render().into_string())
}

/// What every part of the page needs.
struct Page<'a> {
    analysis: &'a Analysis,
    options: &'a Options<'a>,
    voices: Voices,
}

impl Page<'_> {
    fn render(&self) -> Markup {
        let summary = summary::line(self.analysis, &self.voices);
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy());
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { "gainsay: " (summary) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header { h1 { (summary) } (self.articles()) (self.problems()) }
                    (filters::filters(self))
                    main { (matrix::questions(self)) (self.picture()) (unmatched::list(self)) }
                    (self.texts())
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        }
    }

    /// The story's articles by name; which of them are open to be read is the reader's choice.
    fn articles(&self) -> Markup {
        html! {
            details.articles {
                summary { (self.analysis.articles.len()) " articles" }
                ul {
                    @for (number, article) in (0u32..).zip(&self.analysis.articles) {
                        li {
                            a href={ "#a" (number) } { (visible(self.voices.name(number))) }
                            " " span.aside { (self.voices.date(number)) } " " (visible(&article.title))
                            @if let Some(original) = self.voices.original(number) {
                                span.aside { " (copy of " (visible(self.voices.name(original))) ")" }
                            }
                        }
                    }
                }
            }
        }
    }

    fn problems(&self) -> Markup {
        html! {
            @if !self.analysis.problems.is_empty() {
                ul.problems {
                    @for problem in &self.analysis.problems {
                        li { strong { (visible(&problem.article)) } ": " (visible(&problem.message)) }
                    }
                }
            }
        }
    }

    /// Who answers what, at a glance.
    fn picture(&self) -> Markup {
        html! {
            @if let Some(svg) = drawing::claims(self.analysis, &self.voices) {
                details.graph {
                    summary { "Who answers what: a picture" }
                    div.scroll tabindex="0" role="region" aria-label="Picture of who answers what" {
                        div.picture role="img" aria-label="Lines from each outlet to its answers, and from the answers to their questions; the table above says the same in words" {
                            (PreEscaped(svg))
                        }
                    }
                }
            }
        }
    }

    /// The articles at the foot of the page. The script shows two of them side by side instead.
    fn texts(&self) -> Markup {
        html! {
            section #reader aria-labelledby="texts" {
                div.bar {
                    h2 #texts { "Articles" }
                    p #asked hidden {}
                    label #beside hidden { "beside " select {} }
                    button #close type="button" hidden { "Close" }
                }
                div.panes {
                    @for (number, _) in (0u32..).zip(&self.analysis.articles) { (article::article(self, number)) }
                }
            }
        }
    }
}

/// Nothing loads, nothing runs, but for the page's own style and script.
fn policy() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let (style, script) = (hash(STYLE), hash(SCRIPT));
    format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    )
}
