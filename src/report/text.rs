//! Analysis → text for a terminal: question, positions by outlet, the sentence with the value's words marked.

use std::io::{self, Write};

use super::Options;
use crate::model::{Analysis, Finding, Verdict};

pub(super) fn write(analysis: &Analysis, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let shown = analysis.findings.iter().filter(|f| options.all || f.verdict != Verdict::Agree);
    for finding in shown {
        self::finding(analysis, finding, out)?;
    }
    Ok(())
}

fn finding(analysis: &Analysis, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {}", finding.verdict, finding.question)?;
    for position in &finding.positions {
        let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
        let mut outlets: Vec<&str> =
            claims.filter_map(|c| analysis.articles.get(c.article as usize)).map(|a| a.name()).collect();
        outlets.dedup();
        writeln!(out, "  {}: {}", position.value, outlets.join(", "))?;
    }
    writeln!(out, "  {}\n", finding.explanation)
}
