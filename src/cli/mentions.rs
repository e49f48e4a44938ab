//! `gainsay mentions`: a filter, JSON lines in and out: the numbers and times of each text.

use std::io::{self, BufRead, Write};

use super::{Failure, Outcome, complain_of, output};
use crate::read::{self, Format};
use crate::{pipeline, report};

/// Reads lines `{"id", "text", "date"}`; a line that is none of the kind is named on standard error and left out.
pub(super) fn run(color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let mut out = output::stdout(color);
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let story = read::bytes(&format!("line {number}"), line.as_bytes(), Some(Format::Json));
        story.problems.iter().for_each(complain_of);
        for article in &story.articles {
            report::mentions(article, &pipeline::mentions(article), &mut out)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Clean)
}
