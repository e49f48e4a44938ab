//! Analysis → a format; one file per format. Nothing is computed here, and only the model is known.

mod claims;
mod csv;
mod drawing;
mod excerpt;
mod expected;
mod fingerprint;
mod graph;
mod html;
mod json;
mod jsonl;
mod markdown;
mod mentions;
mod sarif;
mod series;
mod stamp;
mod summary;
mod text;
mod unmatched;
mod value;
mod visible;
mod voices;
mod why;

use std::collections::BTreeSet;
use std::io::{self, Write};

pub use claims::claims;
pub use expected::expected;
pub use fingerprint::fingerprint;
pub use json::schema;
pub use mentions::mentions;
pub use series::Series;
pub use visible::printable;

use crate::model::Analysis;

/// The formats that a story's analysis can be reported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// One object, `gainsay.report/1`.
    Json,
    /// One finding a line.
    Jsonl,
    /// A web page by itself.
    Html,
    /// For an issue or a wiki.
    Markdown,
    /// One position a line.
    Csv,
    /// SARIF 2.1.0, for code-scanning dashboards.
    Sarif,
    /// The claim graph, for Graphviz.
    Dot,
    /// The claim graph, for graph tools.
    Graphml,
    /// A picture of who answers what.
    Svg,
}

impl Format {
    /// Every format, in the order of the help text.
    pub const ALL: [Format; 10] = [
        Format::Text,
        Format::Json,
        Format::Jsonl,
        Format::Html,
        Format::Markdown,
        Format::Csv,
        Format::Sarif,
        Format::Dot,
        Format::Graphml,
        Format::Svg,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
            Format::Sarif => "sarif",
            Format::Dot => "dot",
            Format::Graphml => "graphml",
            Format::Svg => "svg",
        }
    }
}

/// What a reader of reports may choose.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// Show what the outlets agree on, too (reports for people; machines always get everything).
    pub all: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Fingerprints of the findings that were known before.
    pub known: &'a BTreeSet<String>,
    /// Show which features linked the claims of each finding (text, json, jsonl).
    pub why: bool,
}

/// Writes a report. Text carries ANSI styles; the caller strips them where they are not wanted.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    analysis: &Analysis,
    format: Format,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write(analysis, options, out),
        Format::Json => json::write(analysis, options, out),
        Format::Jsonl => jsonl::write(analysis, options, out),
        Format::Html => html::write(analysis, options, out),
        Format::Markdown => markdown::write(analysis, options, out),
        Format::Csv => csv::write_rows(analysis, None, true, out),
        Format::Sarif => sarif::write(analysis, options, out),
        Format::Dot => graph::dot(analysis, out),
        Format::Graphml => graph::graphml(analysis, out),
        Format::Svg => drawing::write(analysis, out),
    }
}
