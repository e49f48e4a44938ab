//! Tokens of a paragraph, with the roles of its quotation marks → sentences.
//!
//! A sentence ends after a stop and the closing marks behind it, unless what follows shows that it goes on: a small
//! letter after a closing quotation mark, the speaker of a question, the name after a title. What runs on for longer than
//! [`MOST_TOKENS`] is cut at its best break, because later stages look at pairs of words of a sentence.

use super::quotations::{Mark, Role};
use super::words;
use crate::model::{Field, Sentence, Token};

/// Most tokens of a sentence: one that runs on is cut. Sentences of news are shorter; lists of names, box scores and
/// text without stops are not.
pub(super) const MOST_TOKENS: usize = 160;

/// Where a paragraph stands.
pub(super) struct Place {
    pub(super) field: Field,
    /// Its number in the field.
    pub(super) paragraph: u32,
    /// Index of its first token in the document.
    pub(super) first: u32,
}

/// Appends the sentences of a paragraph.
pub(super) fn sentences(
    text: &str,
    tokens: &[Token],
    marks: &[Mark],
    place: &Place,
    out: &mut Vec<Sentence>,
) {
    let view = View { text, tokens, marks };
    let mut push_piece = |from: usize, to: usize| {
        let words = tokens.get(from..to).unwrap_or_default();
        if let (Some(a), Some(b)) = (words.first(), words.last()) {
            out.push(Sentence {
                field: place.field,
                start: a.start,
                end: b.end,
                tokens: place.first + from as u32..place.first + to as u32,
                paragraph: place.paragraph,
                parsed: false,
            });
        }
    };
    let mut push = |mut from: usize, to: usize| {
        while to - from > MOST_TOKENS {
            let cut = view.break_after(from);
            push_piece(from, cut);
            from = cut;
        }
        push_piece(from, to);
    };
    let (mut begin, mut at) = (0, 0);
    while at < tokens.len() {
        let Some(stop) = view.stop(at) else {
            at += 1;
            continue;
        };
        let end = view.absorb(at + 1);
        if view.ends(stop, at, end) && !(begin == 0 && view.is_number(at)) {
            push(begin, end);
            begin = end;
        }
        at = end;
    }
    push(begin, tokens.len());
}

/// What may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    /// One or more question or exclamation marks.
    Loud,
    Ellipsis,
    /// An abbreviation with its stop.
    Short,
}

struct View<'a> {
    text: &'a str,
    tokens: &'a [Token],
    marks: &'a [Mark],
}

impl<'a> View<'a> {
    fn word(&self, at: usize) -> &'a str {
        let bytes = |t: &Token| self.text.get(t.start as usize..t.end as usize);
        self.tokens.get(at).and_then(bytes).unwrap_or_default()
    }

    /// One past the best break of a sentence that begins at `from` and runs on: the last one of the strongest sort in
    /// the second half of what a sentence may hold.
    fn break_after(&self, from: usize) -> usize {
        let ends = from + MOST_TOKENS / 2..=from + MOST_TOKENS;
        let strength = |end: usize| match (self.word(end - 1), self.word(end)) {
            (";", _) => 4,
            (":" | "—" | "–" | "--" | "|" | "•", _) => 3,
            (",", _) => 2,
            (")" | "]", _) | (_, "and" | "or" | "but" | "(" | "[") => 1,
            _ => 0,
        };
        ends.max_by_key(|end| (strength(*end), *end)).unwrap_or(from + MOST_TOKENS)
    }

    fn role(&self, at: usize) -> Option<Role> {
        let found = self.marks.binary_search_by_key(&at, |m| m.token).ok()?;
        self.marks.get(found).map(|m| m.role)
    }

    fn stop(&self, at: usize) -> Option<Stop> {
        let word = self.word(at);
        match word.as_bytes().last()? {
            b'!' | b'?' => Some(Stop::Loud),
            b'.' if word.len() == 1 => Some(Stop::Full),
            b'.' if word.starts_with('.') => Some(Stop::Ellipsis),
            b'.' => Some(Stop::Short),
            _ if word == "…" => Some(Stop::Ellipsis),
            _ => None,
        }
    }

    /// One past the closing marks, brackets and further stops from `at` on.
    fn absorb(&self, mut at: usize) -> usize {
        while at < self.tokens.len() {
            let word = self.word(at);
            let joined =
                at > 0 && self.tokens.get(at - 1).map(|t| t.end) == self.tokens.get(at).map(|t| t.start);
            let closing = matches!(word, ")" | "]" | "}" | "." | "…")
                || (joined && matches!(word, "'" | "’" | "\"" | "”") && self.role(at).is_none())
                || word.starts_with(['!', '?'])
                || self.role(at) == Some(Role::Close);
            let reference = word == "["
                && self.word(at + 2) == "]"
                && self.word(at + 1).bytes().all(|b| b.is_ascii_digit());
            at += match (closing, reference) {
                (true, _) => 1,
                (false, true) => 3,
                (false, false) => break,
            };
        }
        at
    }

    /// Does the stop at `at`, with its closing marks up to `end`, end the sentence?
    fn ends(&self, stop: Stop, at: usize, end: usize) -> bool {
        let Some(next) = self.tokens.get(end) else { return true };
        let closing = at + 1..end;
        let quoted = closing.clone().any(|i| self.role(i) == Some(Role::Close));
        let bracketed = closing.clone().any(|i| matches!(self.word(i), ")" | "]"));
        let spaced = stop == Stop::Full && closing.clone().any(|i| self.word(i) == ".");
        let stop = if spaced { Stop::Ellipsis } else { stop };
        let opening = self.role(end) == Some(Role::Open) || matches!(self.word(end), "(" | "[");
        let word = if opening { self.word(end + 1) } else { self.word(end) };
        let Some(first) = word.chars().next() else { return true };
        let joined = self.tokens.get(end.wrapping_sub(1)).is_some_and(|t| t.end == next.start);
        if first.is_lowercase() {
            return stop == Stop::Full && !quoted && !bracketed && !joined;
        }
        if !opening && !first.is_alphanumeric() && goes_on(word) {
            return false;
        }
        match stop {
            Stop::Full | Stop::Loud => !(quoted && self.says(end)),
            Stop::Ellipsis => first.is_uppercase() && (quoted || opening || words::is_starter(word)),
            Stop::Short if matches!(self.word(end), "(" | "[") => words::is_starter(word),
            Stop::Short => ends_after_short(self.word(at), word, quoted),
        }
    }

    /// Is the stop at `at` that of a list item's number or letter ("2. ") at the head of the paragraph?
    fn is_number(&self, at: usize) -> bool {
        let sign = self.word(0);
        at == 1 && (sign.len() == 1 || sign.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Does a speaker follow: one to three capitalised words and a verb of saying?
    fn says(&self, at: usize) -> bool {
        let name = |w: &str| w.starts_with(char::is_uppercase);
        let names = (at..at + 3).take_while(|&i| name(self.word(i))).count();
        names > 0 && !words::is_starter(self.word(at)) && words::is_saying(self.word(at + names))
    }
}

/// Signs that carry a sentence on after a stop.
fn goes_on(sign: &str) -> bool {
    matches!(sign, "," | ";" | ":" | "–" | "—" | "--" | "-" | "/" | "%" | "&" | "'s" | "’s")
}

/// Does an abbreviation before `next` end its sentence?
fn ends_after_short(short: &str, next: &str, quoted: bool) -> bool {
    let stem = short.trim_end_matches('.');
    let capital = next.starts_with(char::is_uppercase);
    let never = words::is_title(stem) || matches!(stem, "e.g" | "i.e" | "E.g" | "I.e" | "P.S");
    if never && !quoted {
        return false;
    }
    if matches!(short, "m." | "a.m." | "p.m." | "A.M." | "P.M.") {
        return capital && !words::follows_hour(next);
    }
    capital
        && (quoted
            || stem == "etc"
            || (words::is_region(stem) && !words::is_title(next))
            || words::is_starter(next))
}
