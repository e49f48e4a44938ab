//! Field text → byte ranges of its paragraphs, without the white space around them.
//!
//! A line break ends a paragraph, except in a text whose lines were wrapped at a fixed width: there only a blank line
//! or a list item does.

use std::ops::Range;

/// Longest line, in bytes, of a text that may have been wrapped.
const WRAPPED_WIDTH: usize = 110;

/// The paragraphs of a field, in order.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    if is_wrapped(text, &lines) { join(text, &lines) } else { filled(lines) }
}

fn filled(lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    lines.into_iter().filter(|l| !l.is_empty()).collect()
}

/// The lines, trimmed; a blank line is an empty range.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\u{2028}', '\u{2029}']) {
        let body = line.trim_matches(super::tokens::is_space);
        let lead = line.len() - line.trim_start_matches(super::tokens::is_space).len();
        let begin = start + if body.is_empty() { 0 } else { lead };
        lines.push(begin..begin + body.len());
        start += line.len();
    }
    lines
}

/// Were the lines broken at a fixed width? Then most breaks inside a block come after a line that ends no sentence.
fn is_wrapped(text: &str, lines: &[Range<usize>]) -> bool {
    let (mut inner, mut unfinished) = (0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.len() > WRAPPED_WIDTH {
            return false;
        }
        if line.is_empty() || next.is_empty() {
            continue;
        }
        inner += 1;
        let words = text.get(line.clone()).unwrap_or_default();
        unfinished += usize::from(line.len() > WRAPPED_WIDTH / 2 && !words.ends_with(ends_sentence));
    }
    inner >= 4 && unfinished * 2 > inner
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | ':' | ')')
}

fn join(text: &str, lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut fresh = true;
    for line in lines {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        match all.last_mut() {
            Some(last) if !fresh && !is_item(text.get(line.clone()).unwrap_or_default()) => {
                last.end = line.end
            }
            _ => all.push(line.clone()),
        }
        fresh = false;
    }
    all
}

/// Does the line begin with the sign of a list item ("- ", "• ", "3. ", "b) ")?
fn is_item(line: &str) -> bool {
    let Some((sign, _)) = line.split_once(' ') else { return false };
    let number = sign.strip_suffix(['.', ')']).unwrap_or_default();
    matches!(sign, "-" | "*" | "•" | "–" | "·" | "▪")
        || (!number.is_empty() && number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit()))
        || (sign.ends_with(')') && number.len() == 1)
}
