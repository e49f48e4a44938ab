//! Atoms → small whole numbers, places in an order and years, in digits or words.

use super::Reader;
use super::lexicon::Lex;

impl Reader<'_> {
    /// Is the number at `p` its own, not a part of "2,012", "5.12", "12%" or "$12"?
    pub(super) fn free(&self, p: usize) -> bool {
        let before = self.before(p);
        let atom = self.atom(p);
        let after_month = matches!((before.lex, atom.lex), (Lex::Month(..), Lex::Digits(_, 1..=2)));
        if atom.glued
            && !after_month
            && !matches!(
                before.lex,
                Lex::Sign(b'-' | b'(' | b'/' | b'\'' | b'"' | b'[' | b'~' | b'.' | b',' | b'@')
            )
        {
            return false;
        }
        // "138-2010", a telephone's
        if atom.glued
            && before.lex == Lex::Sign(b'-')
            && before.glued
            && matches!(self.lex(p), Lex::Digits(_, 4))
        {
            let first = self.before(p - 1).lex;
            let chain =
                p > 3 && self.glued_sign(p - 3, b'-') && matches!(self.lex(p - 4), Lex::Digits(_, 3..));
            if chain || matches!(first, Lex::Digits(_, n) if n != 4 && n > 2) {
                return false;
            }
        }
        if matches!(before.lex, Lex::Sign(b'$' | b'#'))
            || before.end != 0 && matches!(self.word(p - 1), "£" | "€" | "¥")
        {
            return false;
        }
        if atom.glued
            && matches!(before.lex, Lex::Sign(b'.' | b','))
            && matches!(self.before(p - 1).lex, Lex::Digits(..))
        {
            return false;
        }
        !self.broken_off(p + 1)
    }

    /// Does what follows a number make it another one ("2,012", "5.12", "12%")?
    pub(super) fn broken_off(&self, p: usize) -> bool {
        match self.lex(p) {
            Lex::Sign(b'%') => true,
            Lex::Sign(b'.') => {
                self.atom(p).glued && self.atom(p + 1).glued && matches!(self.lex(p + 1), Lex::Digits(..))
            }
            Lex::Sign(b',') => {
                self.atom(p).glued && self.atom(p + 1).glued && matches!(self.lex(p + 1), Lex::Digits(_, 3))
            }
            _ => false,
        }
    }

    /// A whole number up to 9999 in digits, or up to 99 in words.
    pub(super) fn number(&self, p: usize) -> Option<(usize, u32)> {
        match self.lex(p) {
            Lex::Digits(n, 1..=4) if self.free(p) => Some((p + 1, n)),
            Lex::Card(_) => self.card(p),
            _ => None,
        }
    }

    /// A number word up to 99: "four", "twenty-two", "twenty and four".
    pub(super) fn card(&self, p: usize) -> Option<(usize, u32)> {
        match self.lex(p) {
            Lex::Card(n @ 1..=19) => Some((p + 1, u32::from(n))),
            Lex::Card(tens @ 20..=90) => {
                let next =
                    if self.glued_sign(p + 1, b'-') || self.lex(p + 1) == Lex::And { p + 2 } else { p + 1 };
                match self.lex(next) {
                    Lex::Card(n @ 1..=9) => Some((next + 1, u32::from(tens + n))),
                    _ => Some((p + 1, u32::from(tens))),
                }
            }
            _ => None,
        }
    }

    /// A place in an order: "21st", "ninth", "twenty-second".
    pub(super) fn ordinal(&self, p: usize) -> Option<(usize, u32)> {
        match self.lex(p) {
            Lex::Digits(n, 1..=2) => {
                let ending = self.atom(p + 1).glued && self.is_any(p + 1, &["st", "nd", "rd", "th"]);
                (ending && self.free(p)).then_some((p + 2, n))
            }
            Lex::Ordinal(n) => Some((p + 1, u32::from(n))),
            Lex::Card(tens @ (20 | 30)) => {
                let next = if self.glued_sign(p + 1, b'-') { p + 2 } else { p + 1 };
                match self.lex(next) {
                    Lex::Ordinal(n @ 1..=9) => Some((next + 1, u32::from(tens) + u32::from(n))),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A day of the month, as an ordinal or (false) a plain number.
    pub(super) fn day_of_month(&self, p: usize) -> Option<(usize, i8, bool)> {
        if let Some((e, n)) = self.ordinal(p) {
            return i8::try_from(n).ok().filter(|d| (1..=31).contains(d)).map(|d| (e, d, true));
        }
        let (e, n) = self.number(p)?;
        let d = i8::try_from(n).ok().filter(|d| (1..=31).contains(d))?;
        let short = matches!(self.lex(p), Lex::Digits(_, 1..=2) | Lex::Card(_));
        (short && !self.reads_on(e)).then_some((e, d, false))
    }

    /// Does a number run on into an hour ("5:30", "5pm", "5 p.m.") or a word ("4x")?
    pub(super) fn reads_on(&self, p: usize) -> bool {
        let atom = self.atom(p);
        match atom.lex {
            Lex::Sign(b':') => {
                atom.glued && self.atom(p + 1).glued && matches!(self.lex(p + 1), Lex::Digits(..))
            }
            Lex::Am | Lex::Pm | Lex::OClock => true,
            Lex::Sign(_) => self.broken_off(p),
            _ if self.meridiem(p).is_some() => true,
            _ => atom.glued,
        }
    }

    /// A year of four digits.
    pub(super) fn year_digits(&self, p: usize) -> Option<(usize, i16)> {
        let Lex::Digits(n @ 1500..=2199, 4) = self.lex(p) else { return None };
        let next = self.atom(p + 1);
        let runs_on = next.glued && !matches!(next.lex, Lex::Sign(_));
        let clock = self.glued_sign(p + 1, b':') && self.atom(p + 2).glued;
        (self.free(p) && !runs_on && !clock).then_some((p + 1, i16::try_from(n).ok()?))
    }

    /// A year in digits, words ("nineteen eighty six", "two thousand and twelve") or two digits after an apostrophe.
    pub(super) fn year(&self, p: usize) -> Option<(usize, i16)> {
        if let Some(found) = self.year_digits(p) {
            return Some(found);
        }
        if self.sign(p, b'\'') {
            let Lex::Digits(n, 2) = self.lex(p + 1) else { return None };
            return (self.atom(p + 1).glued && !self.reads_on(p + 2)).then_some((p + 2, two_digits(n)?));
        }
        match (self.lex(p), self.lex(p + 1)) {
            (Lex::Card(n @ 1..=2), Lex::Card(1000)) => {
                let thousand = n as i16 * 1000;
                let next = self.skip(p + 2, Lex::And);
                match self.card(next) {
                    Some((e, rest)) => Some((e, thousand + i16::try_from(rest).ok()?)),
                    None => Some((p + 2, thousand)),
                }
            }
            (Lex::Card(century @ 15..=20), Lex::Card(10..=90)) => {
                let (e, rest) = self.card(p + 1)?;
                Some((e, century as i16 * 100 + i16::try_from(rest).ok()?))
            }
            _ => None,
        }
    }
}

/// The year that two digits mean: up to 39 of this century, as date recognisers have it.
pub(super) fn two_digits(n: u32) -> Option<i16> {
    let n = i16::try_from(n).ok()?;
    Some(if n < 40 { 2000 + n } else { 1900 + n })
}
