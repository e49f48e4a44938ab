//! Analysis → a format; one file per format. Nothing is computed here, and only the model is known.

mod claims;
mod csv;
mod excerpt;
mod expected;
mod graph;
mod json;
mod jsonl;
mod markdown;
mod mentions;
mod stamp;
mod summary;
mod text;
mod value;
mod voices;

use std::io::{self, Write};

pub use claims::claims;
pub use expected::expected;
pub use mentions::mentions;

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
    /// For an issue or a wiki.
    Markdown,
    /// One position a line.
    Csv,
    /// The claim graph, for Graphviz.
    Dot,
    /// The claim graph, for graph tools.
    Graphml,
}

impl Format {
    /// Every format, in the order of the help text.
    pub const ALL: [Format; 7] = [
        Format::Text,
        Format::Json,
        Format::Jsonl,
        Format::Markdown,
        Format::Csv,
        Format::Dot,
        Format::Graphml,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
            Format::Dot => "dot",
            Format::Graphml => "graphml",
        }
    }
}

/// What a reader of reports may choose.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Show what the outlets agree on, too (reports for people; machines always get everything).
    pub all: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Writes a report. Text carries ANSI styles; the caller strips them where they are not wanted.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(analysis: &Analysis, format: Format, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(analysis, options, out),
        Format::Json => json::write(analysis, out),
        Format::Jsonl => jsonl::write(analysis, out),
        Format::Markdown => markdown::write(analysis, options, out),
        Format::Csv => csv::write(analysis, out),
        Format::Dot => graph::dot(analysis, out),
        Format::Graphml => graph::graphml(analysis, out),
    }
}
