//! Analysis → CSV: one line per position, for spreadsheets.

use std::io::{self, Write};

use serde::Serialize;

use super::excerpt::{Excerpt, visible};
use super::voices::Voices;
use crate::model::{Analysis, Finding, Kind, Position, Verdict};

const COLUMNS: [&str; 12] = [
    "finding",
    "code",
    "kind",
    "verdict",
    "confidence",
    "question",
    "value",
    "outlets",
    "articles",
    "quote",
    "sentence",
    "explanation",
];

#[derive(Serialize)]
struct Row<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<String>,
    finding: &'a str,
    code: &'a str,
    kind: Kind,
    verdict: Verdict,
    confidence: String,
    question: String,
    value: String,
    outlets: String,
    articles: String,
    quote: String,
    sentence: String,
    explanation: String,
}

/// The rows of a story, with its name where there are several; the columns' names stand over the first story's.
pub(super) fn write_rows(
    analysis: &Analysis,
    story: Option<&str>,
    is_first: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let voices = Voices::of(analysis);
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    if is_first {
        let columns = story.iter().map(|_| "story").chain(COLUMNS);
        writer.write_record(columns).map_err(io::Error::other)?;
    }
    for finding in &analysis.findings {
        for position in &finding.positions {
            let row = Row { story: story.map(cell), ..row(analysis, &voices, finding, position) };
            writer.serialize(row).map_err(io::Error::other)?;
        }
    }
    writer.flush()
}

fn row<'a>(analysis: &'a Analysis, voices: &Voices, finding: &'a Finding, position: &'a Position) -> Row<'a> {
    let claims: Vec<_> = position.claims.iter().filter_map(|id| analysis.graph.claim(*id)).collect();
    let mut ids: Vec<&str> = claims
        .iter()
        .filter_map(|c| analysis.articles.get(c.article as usize))
        .map(|a| a.id.as_str())
        .collect();
    ids.dedup();
    let excerpt = claims.first().map(|c| Excerpt::of(analysis, c)).unwrap_or_default();
    Row {
        story: None,
        finding: &finding.id,
        code: finding.code,
        kind: finding.kind,
        verdict: finding.verdict,
        confidence: format!("{:.3}", finding.confidence),
        question: cell(&finding.question),
        value: cell(&position.value),
        outlets: cell(&voices.outlets(analysis, finding, position)),
        articles: cell(&ids.join(" ")),
        quote: cell(&excerpt.marked),
        sentence: cell(&excerpt.text()),
        explanation: cell(&finding.explanation),
    }
}

/// Words that a spreadsheet would take for a formula get an apostrophe in front: they come from the web.
fn cell(words: &str) -> String {
    let words = visible(words);
    let mut chars = words.trim_start().chars();
    let formula = match chars.next() {
        Some('=' | '@' | '+' | '＝' | '＠' | '＋' | '－') => true,
        Some('-') => !chars.all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%')),
        _ => false,
    };
    if formula { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn formulas_are_defused() {
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-cmd"), "'-cmd");
        assert_eq!(cell("-2+3+cmd|' /C calc'!A0"), "'-2+3+cmd|' /C calc'!A0");
        assert_eq!(cell(" =1"), "' =1");
        assert_eq!(cell("\t@SUM(1)"), "' @SUM(1)");
        assert_eq!(cell("＝1"), "'＝1");
        assert_eq!(cell("-2.5 %"), "-2.5 %");
        assert_eq!((cell("-3"), cell("more = less")), ("-3".to_owned(), "more = less".to_owned()));
    }
}
