//! Numbers that are no number but an interval: "dozens", "a few hundred", "a couple of".

use rust_decimal::Decimal;

use super::number::{Number, Sense, Style};
use super::numerals::{Numeral, numeral, power};
use super::reader::{Atom, Reader};

fn between(low: Decimal, high: Decimal, start: usize, end: usize) -> Number {
    let (style, sense) = (Style::Words, Sense::Vague(low, high));
    Number { value: low, step: low, start, end, style, sense, magnitude: None }
}

/// "a few hundred", "several dozen", "a couple of thousand"; without such a magnitude only "a couple of" and
/// "a handful of", because a bare "several" or "a few" is hardly ever told as a number.
pub(super) fn few(reader: &Reader<'_>, atom: &Atom<'_>) -> Option<Number> {
    let article = atom.is_any(&["a", "an", "the"]);
    let word = if article { reader.at(atom.end) } else { *atom };
    let (low, high) = match () {
        () if word.is("few") => (2, 9),
        () if word.is("several") && !article => (3, 9),
        () if word.is("couple") => (2, 3),
        () if word.is("handful") && article => (3, 9),
        () => return None,
    };
    let (low, high) = (Decimal::from(low), Decimal::from(high));
    let behind = reader.at(word.end);
    let of = behind.is("of");
    let next = if of { reader.at(behind.end) } else { behind };
    let size = match numeral(next.text) {
        Some(Numeral::Hundred) => Some(Decimal::ONE_HUNDRED),
        Some(Numeral::Power(p)) => Some(power(p)),
        Some(Numeral::Dozen { plural: false }) => Some(Decimal::from(12)),
        _ => None,
    };
    if let Some(size) = size {
        let (low, high) = (low.checked_mul(size)?, high.checked_mul(size)?);
        return Some(between(low, high, atom.start, next.end));
    }
    let counts = article && !atom.is("the") && of && next.is_lower() && word.is_any(&["couple", "handful"]);
    let whole =
        next.is_any(&["the", "these", "those", "them", "us", "his", "her", "their", "its", "our", "my"]);
    (counts && !whole).then(|| between(low, high, atom.start, word.end))
}

/// "dozens", "tens of thousands", "hundreds of millions": from one to ten of the largest unit named.
pub(super) fn plural(reader: &Reader<'_>, atom: &Atom<'_>) -> Option<Number> {
    let mut low = match numeral(atom.text)? {
        Numeral::Dozen { .. } => Decimal::from(24),
        Numeral::Score { .. } => Decimal::from(40),
        Numeral::Powers(p) => power(p),
        _ => return None,
    };
    let mut high = low.checked_mul(if atom.is("dozens") { Decimal::from(5) } else { Decimal::TEN })?;
    let mut end = atom.end;
    let of = reader.at(end);
    let next = reader.at(of.end);
    match numeral(next.text) {
        Some(Numeral::Powers(p)) if of.is("of") => {
            (low, high, end) = (low.checked_mul(power(p))?, high.checked_mul(power(p))?, next.end);
        }
        // "tens" and "scores" alone are also nouns of other senses.
        _ if atom.is("tens") || atom.is("scores") && !of.is("of") => return None,
        _ => {}
    }
    Some(between(low, high, atom.start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::numbers::parse::{Around, number};

    fn read(text: &str) -> Option<(i64, i64, &str)> {
        let n = number(&Reader::new(text, 0, text.len()), 0, Around::default())?;
        let Sense::Vague(low, high) = n.sense else { return None };
        Some((low.try_into().ok()?, high.try_into().ok()?, &text[..n.end]))
    }

    #[test]
    fn intervals_of_a_few() {
        for (text, expected) in [
            ("a few hundred people", (200, 900, "a few hundred")),
            ("several thousand homes", (3000, 9000, "several thousand")),
            ("a couple hundred of them", (200, 300, "a couple hundred")),
            ("a couple of thousand", (2000, 3000, "a couple of thousand")),
            ("several dozen shops", (36, 108, "several dozen")),
            ("a couple of men", (2, 3, "a couple")),
            ("a handful of voters", (3, 9, "a handful")),
            ("dozens of people", (24, 120, "dozens")),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn no_number_is_told() {
        for text in [
            "the couple of the year",
            "a couple with a child",
            "a couple from Leeds",
            "several people",
            "a few people",
            "a handful",
            "few",
            "the few",
            "a couple of the men",
            "both men",
            "none of them",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
