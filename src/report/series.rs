//! Several stories' analyses, one after the other → one report: a section, an object, a run or rows for each.

use std::io::{self, Write};

use anstyle::Style;

use super::{Format, Options, csv, json, markdown, sarif, text};
use crate::model::Analysis;

const HEADING: Style = Style::new().bold().underline();

/// A report that is written story by story.
pub struct Series {
    format: Format,
    stories: usize,
    runs: sarif::Runs,
}

impl Series {
    /// A report in a format that can hold several stories: text, Markdown, JSON, JSON Lines, CSV, SARIF.
    #[must_use]
    pub fn new(format: Format) -> Option<Series> {
        let holds_several = match format {
            Format::Text | Format::Markdown | Format::Json | Format::Jsonl | Format::Csv | Format::Sarif => {
                true
            }
            Format::Html | Format::Dot | Format::Graphml | Format::Svg => false,
        };
        holds_several.then(|| Series { format, stories: 0, runs: sarif::Runs::default() })
    }

    /// Adds a story.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn story(
        &mut self,
        name: &str,
        analysis: &Analysis,
        options: &Options<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.stories += 1;
        let is_first = self.stories == 1;
        match self.format {
            Format::Json => {
                write!(out, "{}", if is_first { "[" } else { "," })?;
                json::write_story(analysis, Some(name), options, out)
            }
            Format::Jsonl => json::write_line(analysis, name, options, out),
            Format::Csv => csv::write_rows(analysis, Some(name), is_first, out),
            Format::Sarif => {
                self.runs.add(analysis, options);
                Ok(())
            }
            Format::Markdown => {
                writeln!(out, "{}# {}\n", if is_first { "" } else { "\n" }, markdown::escape(name))?;
                markdown::write(analysis, options, out)
            }
            _ => {
                writeln!(out, "{HEADING}{name}{HEADING:#}\n")?;
                text::write(analysis, options, out)?;
                writeln!(out)
            }
        }
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn end(self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Format::Json => writeln!(out, "{}]", if self.stories == 0 { "[" } else { "" }),
            Format::Sarif => self.runs.write(out),
            _ => Ok(()),
        }
    }
}
