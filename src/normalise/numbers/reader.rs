//! The text of one sentence → atoms to parse quantities from: runs of digits, runs of letters, single signs.
//!
//! Tokens differ in where they cut "5.6bn", "396-9" or "$ 500 million"; atoms are cut from the text itself, on demand
//! and without copying, so that the grammar of numbers does not depend on it.

use super::phrases::WordList;

/// What an atom is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Past the end of the sentence.
    End,
    /// Digits with inner points and commas ("1,234.5").
    Digits,
    /// Letters with inner points between single letters ("m.p.h.", "U.S.").
    Letters,
    /// Any other single character.
    Sign,
}

/// One atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Atom<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// Does it follow without a space?
    pub(crate) glued: bool,
}

impl Atom<'_> {
    /// Is it this word, whatever the case of its ASCII letters?
    pub(crate) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Is it one of these words, whatever the case of their ASCII letters?
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Is it one of the words of a list, whatever the case of their ASCII letters?
    pub(crate) fn is_in(&self, list: &WordList) -> bool {
        list.has(self.text)
    }

    /// Is it a hyphen, minus or dash?
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "‐" | "‑" | "−" | "—")
    }

    /// Letters that do not begin with a capital.
    pub(crate) fn is_lower(&self) -> bool {
        self.kind == Kind::Letters && self.text.starts_with(char::is_lowercase)
    }
}

/// Atoms of `text[first..]`, where `text` ends with the sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    first: usize,
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

impl<'a> Reader<'a> {
    /// A reader of the sentence `first..last` of `text`.
    pub(crate) fn new(text: &'a str, first: usize, last: usize) -> Reader<'a> {
        Reader { text: text.get(..last).unwrap_or_default(), first }
    }

    /// Where the sentence begins.
    pub(crate) fn first(&self) -> usize {
        self.first
    }

    /// Does the sentence begin at `pos` in the middle of a word ("a.32-caliber" cut behind the point)?
    pub(crate) fn cut_from_word(&self, pos: usize) -> bool {
        let before = self.slice(0, pos).chars().next_back();
        pos == self.first && before.is_some_and(|c| c == '.' || c.is_alphanumeric())
    }

    /// The words of a byte range.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The first atom at or after `pos`.
    pub(crate) fn at(&self, pos: usize) -> Atom<'a> {
        let start = self.word_from(pos);
        let (kind, len) = measure(self.slice(start, self.text.len()));
        let end = start + len;
        Atom { text: self.slice(start, end), start, end, kind, glued: start == pos }
    }

    /// Where the first word or sign at or after `pos` begins.
    fn word_from(&self, pos: usize) -> usize {
        let blanks = self.text.as_bytes().iter().skip(pos).take_while(|&&b| b == b' ').count();
        let rest = self.slice(pos + blanks, self.text.len());
        pos + blanks + (rest.len() - rest.trim_start_matches(is_space).len())
    }

    /// The atom that ends at or before `pos`; `glued` tells whether no space lies between. Points and commas are not
    /// joined to digits here.
    pub(crate) fn before(&self, pos: usize) -> Atom<'a> {
        let left = self.slice(self.first, pos);
        let trimmed = left.trim_end_matches(is_space);
        let end = self.first + trimmed.len();
        let same = |test: fn(char) -> bool| trimmed.trim_end_matches(test).len();
        let (kind, from) = match trimmed.chars().next_back() {
            None => (Kind::End, trimmed.len()),
            Some(c) if c.is_ascii_digit() => (Kind::Digits, same(|c| c.is_ascii_digit())),
            Some(c) if c.is_alphabetic() => (Kind::Letters, same(char::is_alphabetic)),
            Some(c) => (Kind::Sign, trimmed.len() - c.len_utf8()),
        };
        let start = self.first + from;
        let glued = end == pos && kind != Kind::End;
        Atom { text: self.slice(start, end), start, end, kind, glued }
    }

    /// Position behind these words, if they stand at `pos` one after another.
    pub(crate) fn phrase(&self, pos: usize, words: &str) -> Option<usize> {
        let mut at = pos;
        for word in words.split(' ') {
            let atom = self.at(at);
            if !atom.is(word) {
                return None;
            }
            at = atom.end;
        }
        Some(at)
    }
}

/// Kind and length of the atom that `s` begins with.
fn measure(s: &str) -> (Kind, usize) {
    let Some(c) = s.chars().next() else { return (Kind::End, 0) };
    // Nearly all words are plain ASCII without points in them.
    let plain = s.bytes().take_while(u8::is_ascii_alphabetic).count();
    if plain > 0 && s.as_bytes().get(plain).is_none_or(|&b| b.is_ascii() && (b != b'.' || plain > 1)) {
        (Kind::Letters, plain)
    } else if c.is_ascii_digit() {
        (Kind::Digits, digits(s.as_bytes()))
    } else if is_letter(c) {
        (Kind::Letters, letters(s))
    } else {
        (Kind::Sign, c.len_utf8())
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º')
}

fn digits(bytes: &[u8]) -> usize {
    let mut end = 0;
    while let Some(b) = bytes.get(end) {
        let joins = matches!(b, b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !b.is_ascii_digit() && !joins {
            break;
        }
        end += 1;
    }
    end
}

fn letters(s: &str) -> usize {
    let run = s.find(|c| !is_letter(c)).unwrap_or(s.len());
    if s.chars().nth(1) != Some('.') {
        return run;
    }
    // Single letters with points: "m.p.h.", "U.S."; one letter and a point is a word at the end of a sentence.
    let mut end = 0;
    let mut rest = s.chars();
    let mut count = 0;
    while let (Some(a), Some('.')) = (rest.next(), rest.next()) {
        if !is_letter(a) {
            break;
        }
        end += a.len_utf8() + 1;
        count += 1;
    }
    let last = s.get(end..).and_then(|r| r.chars().next()).filter(|&c| is_letter(c));
    match (count, last) {
        (0 | 1, None) => run,
        (_, None) => end,
        (_, Some(c)) if s.get(end + c.len_utf8()..).is_some_and(|r| !r.starts_with(is_letter)) => {
            end + c.len_utf8()
        }
        (0 | 1, Some(_)) => run,
        (_, Some(_)) => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let reader = Reader::new(text, 0, text.len());
        let mut atoms = Vec::new();
        let mut atom = reader.at(0);
        while atom.kind != Kind::End {
            atoms.push(atom.text);
            atom = reader.at(atom.end);
        }
        assert_eq!(atoms, expected, "{text}");
    }

    #[test]
    fn cuts_digits_letters_and_signs() {
        check("$5.6bn, 1,234.", &["$", "5.6", "bn", ",", "1,234", "."]);
        check("80 m.p.h. in the U.S. now", &["80", "m.p.h.", "in", "the", "U.S.", "now"]);
        check("plan a. Then 3½ or 40°C", &["plan", "a", ".", "Then", "3", "½", "or", "40", "°", "C"]);
        check("", &[]);
    }

    #[test]
    fn reads_backwards() {
        let text = "about A$5";
        let reader = Reader::new(text, 0, text.len());
        let dollar = reader.before(8);
        assert_eq!((dollar.text, dollar.glued), ("$", true));
        assert_eq!(reader.before(dollar.start).text, "A");
        assert_eq!(reader.before(0).kind, Kind::End);
    }
}
