//! Analysis → JSON Lines: one finding a line, each as in the JSON report.

use std::io::{self, Write};

use super::Options;
use super::json::finding;
use super::why::Why;
use crate::model::Analysis;

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let why = Why::of(analysis, options);
    for f in &analysis.findings {
        serde_json::to_writer(&mut *out, &finding(analysis, options, why.as_ref(), f))?;
        writeln!(out)?;
    }
    Ok(())
}
