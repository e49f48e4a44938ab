//! Text of a paragraph → tokens as Universal Dependencies English (EWT, GUM) cuts them.
//!
//! One pass: white space parts the text into chunks; a chunk of plain letters is a token, any other is scanned once
//! from left to right. Nothing is allocated but the tokens themselves.

use super::words;
use crate::model::Token;

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const SPACE: u8 = 4;
const HIGH: u8 = 8;
const SIGN: u8 = 16;

/// How far the name of an e-mail address may reach, and a number of groups joined by hyphens.
const LONGEST_USER: usize = 64;
const LONGEST_SERIAL: usize = 32;

const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [SIGN; 256];
    let mut i = 0;
    while i < 256 {
        let b = i as u8;
        table[i] = if b >= 0x80 {
            HIGH
        } else if b.is_ascii_alphabetic() {
            LETTER
        } else if b.is_ascii_digit() {
            DIGIT
        } else if b <= b' ' || b == 0x7f {
            SPACE
        } else {
            SIGN
        };
        i += 1;
    }
    table
}

/// White space, control characters and the invisible characters that scraped text has for it.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Is it an apostrophe in one of its forms?
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Appends the tokens of the paragraph that begins at `start` and ends with `text`.
pub(super) fn tokenise(text: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut cutter = Cutter { text, tokens };
    let mut at = start;
    while let Some((begin, end, shape)) = cutter.next_chunk(at) {
        if shape == LETTER {
            cutter.push_word(begin, end);
        } else {
            cutter.chunk(begin, end);
        }
        at = end;
    }
}

/// What a sign inside a word does.
enum Join {
    /// The word goes on at this byte.
    On(usize),
    /// The word ends at this byte.
    End(usize),
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    /// Bytes of the next run without white space, and the classes of byte in it.
    fn next_chunk(&self, from: usize) -> Option<(usize, usize, u8)> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        let mut begin = None;
        let mut shape = 0;
        while let Some(&byte) = bytes.get(at) {
            let class = CLASSES[byte as usize];
            let (space, width) = match class {
                HIGH => self.char(at).map_or((true, 1), |c| (is_space(c), c.len_utf8())),
                other => (other == SPACE, 1),
            };
            match begin {
                Some(b) if space => return Some((b, at, shape)),
                None if !space => begin = Some(at),
                _ => {}
            }
            if !space {
                shape |= class;
            }
            at += width;
        }
        begin.map(|b| (b, at, shape))
    }

    fn char(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn slice(&self, begin: usize, end: usize) -> &str {
        self.text.get(begin..end).unwrap_or_default()
    }

    fn push(&mut self, begin: usize, end: usize) {
        let index = self.tokens.len() as u32;
        self.tokens.push(Token::bare(begin as u32, end as u32, index));
    }

    fn push_word(&mut self, begin: usize, end: usize) {
        match words::fused(self.slice(begin, end)) {
            Some(cut) => {
                self.push(begin, begin + cut);
                self.push(begin + cut, end);
            }
            None => self.push(begin, end),
        }
    }

    fn chunk(&mut self, begin: usize, end: usize) {
        if is_emoticon(self.slice(begin, end)) {
            return self.push(begin, end);
        }
        let mut at = begin;
        while let Some(c) = self.char(at).filter(|_| at < end) {
            let next = match self.address(at, end) {
                Some(next) => next,
                None if self.begins_word(c, at, end) => self.word(at, end),
                None => self.sign(c, at, end),
            };
            self.push_word(at, next);
            at = next;
        }
    }

    /// Letters and digits begin words, and so does the stop of ".265" and the plus of "+44".
    fn begins_word(&self, c: char, at: usize, end: usize) -> bool {
        let number = matches!(c, '.' | '+') && at + 1 < end && self.digit(at + 1);
        c.is_alphanumeric() || (number && !self.before(at).is_some_and(char::is_alphanumeric))
    }

    fn digit(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    fn alnum(&self, at: usize, end: usize) -> bool {
        at < end && self.char(at).is_some_and(char::is_alphanumeric)
    }

    /// End of the web address, e-mail address or handle that begins here.
    fn address(&self, at: usize, end: usize) -> Option<usize> {
        let rest = self.slice(at, end);
        if self.before(at).is_some_and(is_wordy) {
            return None;
        }
        if let Some(name) = rest.strip_prefix(['@', '#']) {
            let named = name.starts_with(char::is_alphabetic);
            return named.then(|| at + 1 + leading(name, is_wordy).len());
        }
        let scheme = leading(rest, |c| c.is_ascii_alphabetic());
        let web = rest.starts_with("www.")
            || (!scheme.is_empty() && rest.get(scheme.len()..).is_some_and(|r| r.starts_with("://")));
        if !web && !is_mail(rest) {
            return None;
        }
        let stop = rest.find(['<', '>', '"', '”', '“', '|']).unwrap_or(rest.len());
        let body = rest.get(..stop)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
        Some(at + body.len())
    }

    /// End of the word that begins here.
    fn word(&self, begin: usize, end: usize) -> usize {
        let mut at = begin;
        let mut part = begin;
        while let Some(c) = self.char(at).filter(|_| at < end) {
            let leading = at == begin && matches!(c, '.' | '+');
            if c.is_alphanumeric() || leading || is_combining(c) {
                if c.is_alphabetic() && at > begin && self.digit(at - 1) && self.unit(begin, at, end) {
                    return at;
                }
                at += c.len_utf8();
                continue;
            }
            match self.join(c, begin, part, at, end) {
                Join::On(next) => (at, part) = (next, next),
                Join::End(stop) => return stop,
            }
        }
        at
    }

    /// Do the letters from `at` name a unit of the number before them?
    fn unit(&self, begin: usize, at: usize, end: usize) -> bool {
        let rest = self.slice(at, end);
        if rest.starts_with("a.m") || rest.starts_with("p.m") {
            return true;
        }
        let letters = leading(rest, |c| c.is_ascii_alphanumeric());
        if self.slice(begin, at).bytes().any(|b| b.is_ascii_alphabetic()) {
            return false;
        }
        let money = self.before(begin).is_some_and(is_currency);
        match letters {
            "AM" | "PM" | "Am" | "Pm" => true,
            "M" | "B" | "K" | "T" => money,
            _ => !letters.starts_with(|c: char| c.is_ascii_uppercase()) && words::is_unit(letters),
        }
    }

    fn join(&self, c: char, begin: usize, part: usize, at: usize, end: usize) -> Join {
        let next = at + c.len_utf8();
        let digits = self.digit(next) && next < end && self.digit(at.wrapping_sub(1));
        let inside = self.alnum(next, end);
        let keep = match c {
            '.' => return self.stop(begin, part, at, end),
            ',' | ':' => digits,
            '/' => digits || (inside && self.is_short_slash(begin, at, next, end)),
            '-' | '‑' if inside => {
                let whole = part == begin && words::is_prefix(self.slice(begin, at));
                whole || (digits && self.is_serial(part, end))
            }
            '\'' | '’' => return self.apostrophe(begin, at, next, end),
            '&' | '_' | '*' | '@' => inside,
            '$' if self.slice(begin, at).bytes().all(|b| b.is_ascii_uppercase()) && at - begin < 3 => {
                return Join::End(next);
            }
            _ => false,
        };
        if keep { Join::On(next) } else { Join::End(at) }
    }

    /// "w/o", "s/he", "I/C": a single letter or two on either side is one word.
    fn is_short_slash(&self, begin: usize, at: usize, next: usize, end: usize) -> bool {
        let len = leading(self.slice(next, end), char::is_alphanumeric).len();
        at - begin == 1 && len <= 3 && !self.digit(next) && self.before(begin) != Some('/')
    }

    /// Is it a telephone number, a date or a code, not a range or a score ("713-853-3989", "11-20-2000", "646-8420")?
    fn is_serial(&self, part: usize, end: usize) -> bool {
        let near = self.slice(part, end.min(part + LONGEST_SERIAL));
        let mut groups = leading(near, |c| c.is_ascii_digit() || c == '-').split('-').map(str::len);
        match (groups.next(), groups.next(), groups.next()) {
            (Some(a), Some(b), Some(c)) => a.max(b).max(c) > 1,
            (Some(a), Some(b), None) => (a, b) == (3, 4),
            _ => false,
        }
    }

    /// A stop after part of a word: inside a number, an acronym or an address, at the end of an abbreviation, or a
    /// full stop.
    fn stop(&self, begin: usize, part: usize, at: usize, end: usize) -> Join {
        let next = at + 1;
        let single = self.slice(part, at).chars().count() == 1 && !self.digit(part);
        if self.digit(next) && next < end {
            let number = self.digit(at.wrapping_sub(1)) || part > begin;
            return if number { Join::On(next) } else { Join::End(at) };
        }
        if self.alnum(next, end) {
            let segment = leading(self.slice(next, end), char::is_alphanumeric);
            let acronym = single && segment.chars().count() == 1;
            let degree =
                matches!(self.slice(begin, at), "Ph" | "M" | "B") && matches!(segment, "D" | "Sc" | "Ed");
            if acronym || degree || words::is_ending(segment) {
                return Join::On(next);
            }
            let title = words::is_title(self.slice(begin, at));
            return Join::End(if single && self.before(part) == Some('.') || title { next } else { at });
        }
        let run = self.char(next) == Some('.') && next < end;
        if !run && self.keeps_stop(begin, part, at, end) { Join::End(next) } else { Join::End(at) }
    }

    /// Does the stop at `at`, after which the word ends, belong to the word?
    fn keeps_stop(&self, begin: usize, part: usize, at: usize, end: usize) -> bool {
        let word = self.slice(begin, at);
        let after = self.slice(at + 1, self.text.len()).trim_start_matches(is_space);
        let next = self.char(at + 1).filter(|_| at + 1 < end);
        if part > begin && self.before(part) == Some('.') {
            return !word.starts_with(|c: char| c.is_ascii_digit()) && self.slice(part, at).len() < 3;
        }
        if word.chars().count() == 1 && word != "I" && words::is_initial(word, after) {
            return true;
        }
        let short = word.len() <= 6 && word.chars().all(char::is_alphabetic);
        words::is_title(word)
            || words::is_keeper(word)
            || (words::is_state(word)
                && (after.starts_with(char::is_lowercase)
                    || self.text.get(..begin).is_some_and(|t| t.ends_with(", ") || t.ends_with(['-', '(']))))
            || self.is_spaced_hour(begin, word, after)
            || (words::is_numbered(word) && after.starts_with(|c: char| c.is_ascii_digit()))
            || (short && matches!(next, Some(',' | ';' | ':')))
    }

    /// Is it one half of an hour's "p. m.", as some scraped text has it?
    fn is_spaced_hour(&self, begin: usize, word: &str, after: &str) -> bool {
        let led = |half: &str| self.text.get(..begin).is_some_and(|t| t.ends_with(half));
        (matches!(word, "a" | "p") && after.starts_with("m."))
            || (word == "m" && [" a. ", " p. ", "0a. ", "0p. "].into_iter().any(led))
    }

    /// An apostrophe after part of a word: before a clitic, inside a name, or after the word.
    fn apostrophe(&self, begin: usize, at: usize, next: usize, end: usize) -> Join {
        let tail = leading(self.slice(next, end), char::is_alphanumeric);
        let word = self.slice(begin, at);
        if tail.eq_ignore_ascii_case("t") && at - begin > 1 && word.ends_with(['n', 'N']) {
            return Join::End(at - 1);
        }
        let decade = word.ends_with('0') && matches!(word.len(), 2 | 4) && self.digit(begin);
        if tail == "s" && decade {
            return Join::On(next);
        }
        if is_clitic(tail) || tail.is_empty() || !tail.starts_with(char::is_alphabetic) {
            return Join::End(at);
        }
        Join::On(next)
    }

    /// End of the sign, or run of signs, that begins here.
    fn sign(&self, c: char, at: usize, end: usize) -> usize {
        let rest = self.slice(at, end);
        let len = match c {
            '!' | '?' => leading(rest, |c| matches!(c, '!' | '?')).len(),
            '.' | '-' | '*' | '$' | '=' | '_' | '+' | '<' | '>' | '`' => leading(rest, |d| d == c).len(),
            '\'' | '’' => self.after_apostrophe(rest, at),
            _ => c.len_utf8(),
        };
        at + len.max(c.len_utf8())
    }

    /// Length of what an apostrophe at the beginning of `rest` belongs to: a clitic, an elided word, a double mark.
    fn after_apostrophe(&self, rest: &str, at: usize) -> usize {
        let mut chars = rest.chars();
        let sign = chars.next().map_or(1, char::len_utf8);
        let body = chars.as_str();
        let word = leading(body, char::is_alphanumeric);
        let attached = self.before(at).is_some_and(char::is_alphanumeric);
        let decade = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3;
        if (attached && is_clitic(word)) || (!attached && (words::is_elided(word) || decade)) {
            return sign + word.len();
        }
        if body.chars().next() == rest.chars().next() { sign * 2 } else { sign }
    }
}

/// The beginning of `text` whose characters all fit.
pub(super) fn leading(text: &str, fits: impl Fn(char) -> bool) -> &str {
    let len = text.find(|c| !fits(c)).unwrap_or(text.len());
    text.get(..len).unwrap_or_default()
}

fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Does an e-mail address begin here?
fn is_mail(rest: &str) -> bool {
    let Some(at) = rest.bytes().take(LONGEST_USER).position(|b| b == b'@') else { return false };
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-' | b'+' | b'%');
    let (Some(user), Some(host)) = (rest.get(..at), rest.get(at + 1..)) else { return false };
    !user.is_empty() && user.bytes().all(fits) && host.starts_with(is_wordy) && host.contains('.')
}

fn is_clitic(word: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m"].iter().any(|c| c.eq_ignore_ascii_case(word))
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}')
}

fn is_emoticon(chunk: &str) -> bool {
    matches!(chunk, ":)" | ":-)" | ":(" | ":-(" | ";)" | ";-)" | ":D" | ":P" | ";P" | "=)" | "<3")
}
