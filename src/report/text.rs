//! Analysis → text for a terminal: each question, its positions by outlet, the sentence with the value's words marked,
//! the reason; then a line that sums up. What went wrong stands on standard error.
//!
//! The carets are annotate-snippets'. It would cut a sentence short to fit the terminal, so that who said it is lost;
//! the sentence is therefore broken into lines (textwrap) before it gets there.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use textwrap::{WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{self, Excerpt, visible};
use super::fingerprint::fingerprint;
use super::unmatched;
use super::voices::Voices;
use super::why::{self, Why};
use super::{Options, summary};
use crate::model::{Analysis, Finding, Position, Verdict};

/// Passages shown for one position; the rest are counted.
const EXCERPTS: usize = 3;

const QUESTION: Style = Style::new().bold();
const VALUE: Style = AnsiColor::Cyan.on_default().bold();
const MARK: Style = AnsiColor::Yellow.on_default().bold();
const ASIDE: Style = Style::new().dimmed();

/// Columns before an excerpt.
const GUTTER: usize = 6;
/// Lines are broken before they reach it, so that it never cuts one.
const RENDERER: Renderer = Renderer::styled().term_width(10_000).note(MARK).line_num(ASIDE);

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page =
        Page { analysis, voices: Voices::of(analysis), why: Why::of(analysis, options), options, out };
    let (plain, agreed): (Vec<_>, Vec<_>) = analysis.findings.iter().partition(|f| !f.is_quiet());
    for finding in plain {
        page.finding(finding)?;
    }
    if options.all && !agreed.is_empty() {
        for finding in agreed {
            page.agreement(finding)?;
        }
        writeln!(page.out)?;
    }
    page.unmatched()?;
    let line = summary::line(analysis, &page.voices);
    page.paragraph(&line, 0, "  ", QUESTION)
}

struct Page<'a> {
    analysis: &'a Analysis,
    voices: Voices,
    why: Option<Why<'a>>,
    options: &'a Options<'a>,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let verdict = finding.verdict;
        let style = style(verdict);
        let percent = finding.confidence * 100.0;
        write!(self.out, "{style}{verdict}{style:#}: ")?;
        self.paragraph(&finding.question, verdict.as_str().len() + 2, "  ", QUESTION)?;
        for position in &finding.positions {
            self.position(finding, position)?;
        }
        let known = if self.options.known.contains(&fingerprint(finding)) { ", known" } else { "" };
        let severity = self.analysis.severity(finding).map(|s| format!(", {s}")).unwrap_or_default();
        let reason = format!("{} ({}{severity}, {percent:.0} %{known})", finding.explanation, finding.code);
        write!(self.out, "  = ")?;
        self.paragraph(&reason, 4, "    ", Style::new())?;
        self.why(finding)?;
        writeln!(self.out)
    }

    /// What is agreed takes a line: question, value, outlets.
    fn agreement(&mut self, finding: &Finding) -> io::Result<()> {
        let style = style(finding.verdict);
        let answers = finding
            .positions
            .iter()
            .map(|p| format!("{}: {}", p.value, self.voices.outlets(self.analysis, finding, p)));
        let line = format!("{} {}", finding.question, answers.collect::<Vec<_>>().join("; "));
        write!(self.out, "{style}{}{style:#}: ", finding.verdict)?;
        self.paragraph(&line, finding.verdict.as_str().len() + 2, "  ", Style::new())?;
        self.why(finding)
    }

    /// What linked the claims, where that is asked for.
    fn why(&mut self, finding: &Finding) -> io::Result<()> {
        let analysis = self.analysis;
        let links = self.why.as_ref().map(|w| w.links(finding)).unwrap_or_default();
        for link in links {
            let claims = link.claims.iter().filter_map(|id| analysis.graph.claim(*id));
            let named = claims.filter_map(|c| {
                let words = analysis.articles.get(c.article as usize)?.quote(&c.span);
                Some(format!("“{words}” ({})", self.voices.name(c.article)))
            });
            let named = named.collect::<Vec<_>>().join(" and ");
            let (percent, reasons) = (link.score * 100.0, why::in_words(link.reasons));
            let line = format!("{named}, {percent:.0} %, linked because: {reasons}");
            write!(self.out, "  {ASIDE}~{ASIDE:#} ")?;
            self.paragraph(&line, 4, "    ", ASIDE)?;
        }
        Ok(())
    }

    fn position(&mut self, finding: &Finding, position: &Position) -> io::Result<()> {
        let outlets = self.voices.outlets(self.analysis, finding, position);
        let value = visible(&position.value);
        write!(self.out, "  {VALUE}{value}{VALUE:#}: ")?;
        self.paragraph(&outlets, value.width() + 4, "    ", Style::new())?;
        let shown = excerpt::of_position(self.analysis, &self.voices, position);
        for passage in shown.iter().take(EXCERPTS) {
            if shown.len() > 1 {
                write!(self.out, "    {ASIDE}|{ASIDE:#} ")?;
                self.paragraph(&format!("{}:", passage.outlets), GUTTER, "    | ", ASIDE)?;
            }
            self.excerpt(&passage.excerpt)?;
        }
        match shown.len().saturating_sub(EXCERPTS) {
            0 => Ok(()),
            1 => writeln!(self.out, "    {ASIDE}… and 1 more passage{ASIDE:#}"),
            more => writeln!(self.out, "    {ASIDE}… and {more} more passages{ASIDE:#}"),
        }
    }

    /// A passage in lines, with carets under the marked words.
    fn excerpt(&mut self, excerpt: &Excerpt) -> io::Result<()> {
        let text = excerpt.text();
        let marked = excerpt.before.len()..excerpt.before.len() + excerpt.marked.len();
        let mut source = String::new();
        let mut spans = Vec::new();
        for (start, line) in lines(&text, self.options.width - GUTTER) {
            let end = start + line.len();
            let (from, to) = (marked.start.clamp(start, end) - start, marked.end.clamp(start, end) - start);
            if line.get(from..to).is_some_and(|words| !words.trim().is_empty()) {
                spans.push(source.len() + from..source.len() + to);
            }
            source.push_str(line);
            source.push('\n');
        }
        let carets = spans.into_iter().map(|span| AnnotationKind::Primary.span(span).highlight_source(true));
        let snippet =
            Snippet::source(source.trim_end()).line_numbering(false).fold(false).annotations(carets);
        let rendered = RENDERER.render(&[Group::with_level(Level::NOTE).element(snippet)]);
        // Its first line is an empty one, and so is sometimes its last.
        for line in rendered.lines().filter(|l| anstream::adapter::strip_str(l).to_string().trim() != "|") {
            writeln!(self.out, "   {line}")?;
        }
        Ok(())
    }

    /// What no other article says, article by article.
    fn unmatched(&mut self) -> io::Result<()> {
        let articles = unmatched::by_article(self.analysis);
        for (article, lones) in &articles {
            let name = visible(self.voices.name(*article));
            writeln!(self.out, "{QUESTION}not compared in {name}:{QUESTION:#}")?;
            for lone in lones {
                let line = format!("{}: “{}” – {}", lone.claim.kind, lone.words, lone.reason);
                write!(self.out, "  ")?;
                self.paragraph(&line, 2, "    ", Style::new())?;
            }
        }
        if articles.is_empty() { Ok(()) } else { writeln!(self.out) }
    }

    /// Words in lines; the first goes on after `used` columns, the others start with `indent`.
    fn paragraph(&mut self, words: &str, used: usize, indent: &str, style: Style) -> io::Result<()> {
        let words = visible(words);
        let blank = " ".repeat(used.min(self.options.width / 2));
        let options = wrapping(self.options.width).initial_indent(&blank).subsequent_indent(indent);
        for (number, line) in textwrap::wrap(&words, options).iter().enumerate() {
            let line = if number == 0 { line.get(blank.len()..).unwrap_or_default() } else { line };
            writeln!(self.out, "{style}{line}{style:#}")?;
        }
        Ok(())
    }
}

/// Lines break at blanks only: a date or a path that is torn apart is hard to read and to copy.
fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    let options = textwrap::Options::new(width);
    options.word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation)
}

/// The lines of a text, each with the place of its first byte in it.
fn lines(text: &str, width: usize) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut placed = Vec::new();
    for line in textwrap::wrap(text, wrapping(width)) {
        let rest = text.get(start..).unwrap_or_default();
        start += rest.len() - rest.trim_start().len();
        let end = start + line.len();
        placed.push((start, text.get(start..end).unwrap_or_default()));
        start = end;
    }
    placed
}

fn style(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Conflict => AnsiColor::Red,
        Verdict::Variant => AnsiColor::Yellow,
        Verdict::Update => AnsiColor::Blue,
        Verdict::Compatible => AnsiColor::Cyan,
        Verdict::Agree => AnsiColor::Green,
    };
    colour.on_default().bold()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_keep_their_places() {
        let text = "three well-known officials told the café  near the station";
        for width in [5, 8, 10, 17, 40, 80] {
            let lines = lines(text, width);
            assert!(lines.iter().all(|(start, line)| text[*start..].starts_with(line)), "{lines:?}");
            let words = |s: &str| s.split_whitespace().collect::<String>();
            let joined: String = lines.iter().map(|(_, l)| *l).collect();
            assert_eq!(words(&joined), words(text), "at {width}");
        }
    }
}
