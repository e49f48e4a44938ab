//! Analysis → one self-contained web page: the outlets as columns, the questions as rows, disagreements first.
//!
//! The page works from `file://`, without a network and, but for the filters, without scripts: a row opens by itself
//! (`details`) and every passage is a link into its article at the foot of the page. Maud escapes all text; the
//! Content-Security-Policy lets nothing run or load but the two blocks named by their hashes.

mod article;
mod picture;
mod row;

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::excerpt::visible;
use super::voices::Voices;
use super::{Options, summary};
use crate::model::{Analysis, Finding, Verdict};

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
                    main { (self.filters()) (self.findings()) }
                    section aria-labelledby="texts" {
                        h2 #texts { "Articles" }
                        @for (number, _) in (0u32..).zip(&self.analysis.articles) { (article::article(self, number)) }
                    }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        }
    }

    fn articles(&self) -> Markup {
        html! {
            ul.articles {
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

    /// Shown by the script only: without it they would do nothing.
    fn filters(&self) -> Markup {
        let mut kinds: Vec<_> = self.analysis.findings.iter().map(|f| f.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        html! {
            form #filters hidden aria-label="Filters" {
                @for verdict in Verdict::ALL {
                    label { input type="checkbox" name="verdict" value=(verdict) checked; " " (verdict) }
                }
                label { "kind " select name="kind" {
                    option value="" { "all" }
                    @for kind in kinds { option { (kind) } }
                } }
                label { "outlet " select name="outlet" {
                    option value="" { "all" }
                    @for (number, _) in (0u32..).zip(&self.analysis.articles) {
                        option value=(number) { (visible(self.voices.name(number))) }
                    }
                } }
                label { "surer than " input type="range" name="confidence" min="0" max="100" value="0"; }
                output #shown aria-live="polite" {}
            }
        }
    }

    fn findings(&self) -> Markup {
        let (plain, agreed): (Vec<&Finding>, Vec<&Finding>) =
            self.analysis.findings.iter().partition(|f| f.verdict != Verdict::Agree);
        html! {
            h2 { "Questions" }
            @if plain.is_empty() { p { "No disagreement was found." } }
            @for finding in plain { (row::row(self, finding)) }
            @if !agreed.is_empty() {
                details.agreed open[self.options.all] {
                    summary { (agreed.len()) " agreed" }
                    @for finding in agreed { (row::row(self, finding)) }
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
