//! A sentence's text → atoms: runs of letters, runs of digits and single signs, each with its part in times.
//!
//! Tokens cut "10pm", "5/4/2013" or "a.m." now one way, now another; atoms are always cut the same way, so that one
//! grammar reads them all.

use super::lexicon::Lex;
use super::vocabulary::look;

/// A run of letters, a run of digits, or a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    /// First byte in the field.
    pub(super) start: u32,
    /// One past the last byte.
    pub(super) end: u32,
    /// Does it follow the atom before it without a space?
    pub(super) glued: bool,
    /// Does it begin with a capital letter?
    pub(super) capital: bool,
    pub(super) lex: Lex,
}

/// What the atom after the last one looks like.
pub(super) const NONE: Atom = Atom { start: 0, end: 0, glued: false, capital: false, lex: Lex::Sign(0) };

/// The atoms of `text[start..end]`.
pub(super) fn atoms(text: &str, start: u32, end: u32) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let Some(slice) = text.get(start as usize..end as usize) else { return atoms };
    atoms.reserve(slice.len() / 4);
    let mut rest = slice;
    let mut glued = false;
    while let Some(c) = rest.chars().next() {
        let at = end - rest.len() as u32;
        if c.is_whitespace() {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            glued = false;
            continue;
        }
        let (len, lex) = cut(rest, c);
        atoms.push(Atom { start: at, end: at + len as u32, glued, capital: c.is_uppercase(), lex });
        glued = true;
        rest = rest.get(len..).unwrap_or_default();
    }
    atoms
}

/// Length and part of the atom that `rest` begins with.
fn cut(rest: &str, first: char) -> (usize, Lex) {
    if first.is_ascii_digit() {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest.get(..len).filter(|_| len <= 9).and_then(|d| d.parse().ok()).unwrap_or(0);
        return (len, Lex::Digits(value, len.min(255) as u8));
    }
    if first.is_alphabetic() {
        let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let len = match rest.get(ascii..).and_then(|r| r.chars().next()) {
            Some(c) if c.is_alphabetic() => rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()),
            _ => ascii,
        };
        return (len, rest.get(..len).map_or(Lex::Other, look));
    }
    let sign = match first {
        '–' | '—' | '‒' | '‑' | '−' => b'-',
        '’' | '‘' | 'ʼ' | '`' => b'\'',
        '“' | '”' => b'"',
        c => u8::try_from(c).unwrap_or(b'?'),
    };
    (first.len_utf8(), Lex::Sign(sign))
}

impl Atom {
    /// Letters or digits right after the atom before?
    pub(super) fn glued_letter(&self) -> bool {
        self.glued && !matches!(self.lex, Lex::Sign(_))
    }
}
