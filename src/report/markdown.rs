//! Analysis → Markdown (CommonMark with GitHub's tables), for an issue or a wiki.

use std::io::{self, Write};

use super::excerpt::{self, visible};
use super::fingerprint::fingerprint;
use super::unmatched;
use super::voices::Voices;
use super::{Options, summary};
use crate::model::{Analysis, Finding, Position, Verdict};

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let voices = Voices::of(analysis);
    writeln!(out, "{}\n", summary::line(analysis, &voices))?;
    articles(analysis, &voices, out)?;
    for finding in &analysis.findings {
        if options.all || !finding.is_quiet() {
            self::finding(analysis, &voices, options, finding, out)?;
        }
    }
    lone(analysis, &voices, out)?;
    if !analysis.problems.is_empty() {
        writeln!(out, "\n## Problems\n")?;
    }
    for problem in &analysis.problems {
        writeln!(out, "- {}: {}", escape(&problem.article), escape(&problem.message))?;
    }
    Ok(())
}

fn articles(analysis: &Analysis, voices: &Voices, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| outlet | published | title |\n|---|---|---|")?;
    for (number, article) in (0u32..).zip(&analysis.articles) {
        let copy =
            voices.original(number).map(|o| format!(" (copy of {})", voices.name(o))).unwrap_or_default();
        let name = escape(&format!("{}{copy}", voices.name(number)));
        writeln!(out, "| {name} | {} | {} |", escape(voices.date(number)), escape(&article.title))?;
    }
    Ok(())
}

fn finding(
    analysis: &Analysis,
    voices: &Voices,
    options: &Options<'_>,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let known = if options.known.contains(&fingerprint(finding)) { ", known" } else { "" };
    writeln!(out, "\n## {}: {}\n", finding.verdict, escape(&finding.question))?;
    for position in &finding.positions {
        self::position(analysis, voices, finding, position, out)?;
    }
    let percent = finding.confidence * 100.0;
    writeln!(out, "\n{} (`{}`, {percent:.0} %{known})", escape(&finding.explanation), finding.code)
}

fn position(
    analysis: &Analysis,
    voices: &Voices,
    finding: &Finding,
    position: &Position,
    out: &mut dyn Write,
) -> io::Result<()> {
    let outlets = voices.outlets(analysis, finding, position);
    writeln!(out, "- **{}**: {}", escape(&position.value), escape(&outlets))?;
    if finding.verdict == Verdict::Agree {
        return Ok(());
    }
    for excerpt::Passage { excerpt, .. } in excerpt::of_position(analysis, voices, position) {
        let (before, after) = (escape(&excerpt.before), escape(&excerpt.after));
        // Emphasis must touch its words.
        let marked = escape(excerpt.marked.trim());
        writeln!(out, "\n  > {before}**{marked}**{after}\n")?;
    }
    Ok(())
}

/// What was not compared, article by article.
fn lone(analysis: &Analysis, voices: &Voices, out: &mut dyn Write) -> io::Result<()> {
    for (article, lones) in unmatched::by_article(analysis) {
        writeln!(out, "\n## Not compared in {}\n", escape(voices.name(article)))?;
        for lone in lones {
            let (words, reason) = (escape(lone.words), escape(lone.reason));
            writeln!(out, "- {}: “{words}” – {reason}", lone.claim.kind)?;
        }
    }
    Ok(())
}

/// Words that Markdown leaves as they are.
pub(super) fn escape(words: &str) -> String {
    let words = visible(words);
    let mut escaped = String::with_capacity(words.len());
    let list_number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = words.len() - list_number.len();
    for (at, c) in words.char_indices() {
        let opens_list =
            (at == 0 && matches!(c, '-' | '+')) || (at == number && number > 0 && matches!(c, '.' | ')'));
        if opens_list
            || matches!(
                c,
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!'
            )
        {
            escaped.push('\\');
        }
        escaped.push(c);
        if is_live(&words, at, c) {
            escaped.push_str("<!-- -->");
        }
    }
    escaped
}

/// Would GitHub make a mention, a link or a reference of what this character leads? An empty comment behind it parts the two.
fn is_live(words: &str, at: usize, c: char) -> bool {
    let rest = words.get(at + c.len_utf8()..).unwrap_or_default();
    match c {
        '@' => rest.starts_with(|c: char| c.is_ascii_alphanumeric()),
        '#' => rest.starts_with(|c: char| c.is_ascii_digit()),
        ':' => rest.starts_with("//"),
        'w' | 'W' => {
            let head = words.get(..=at).unwrap_or_default();
            let begins = head.len().checked_sub(3).and_then(|start| head.get(start..));
            rest.starts_with('.') && begins.is_some_and(|www| www.eq_ignore_ascii_case("www"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    fn read_back(markdown: &str) -> String {
        let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        events.filter_map(|e| if let Event::Text(t) = e { Some(t.into_string()) } else { None }).collect()
    }

    #[test]
    fn what_looks_like_markup_stays_words() {
        for words in [
            "1. one",
            "- two",
            "# three",
            "a | b",
            "<b>",
            "&amp;",
            "*x* _y_ `z`",
            "[a](b)",
            "![i](j)",
            "~~k~~",
            "@octocat and a@b.org",
            "https://evil.example/x and WWW.evil.example",
            "issue #12",
        ] {
            assert_eq!(read_back(&escape(words)), words);
        }
    }

    #[test]
    fn nothing_is_live() {
        let dead = escape("ask @octocat, see #12 at http://x.example or www.x.example");
        for live in ["@o", "#1", "://", "www."] {
            assert!(!dead.contains(live), "{dead}");
        }
    }

    proptest! {
        #[test]
        fn ascii_survives(words in "[a-z][!-/a-c:-@\\[-`{-~]{0,8}[a-z]") {
            prop_assert_eq!(read_back(&escape(&words)), words);
        }
    }
}
