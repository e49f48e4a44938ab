//! "more than", "at least", "or so", "nearly" → how the wording relates its number to the true value.

use std::sync::LazyLock;

use super::comparator_phrases::{self, Phrase};
use super::degrees;
use super::phrases::Phrases;
use super::reader::{Atom, Kind, Reader};
use crate::model::Comparator::{self, Approx, AtLeast, AtMost, Exact};

/// What stands before or behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reserve {
    pub(crate) comparator: Comparator,
    /// Is it worded as an estimate, or as lying close to the number ("just under")?
    pub(crate) approx: bool,
}

impl Reserve {
    /// No reserve at all.
    pub(crate) const NONE: Reserve = Reserve { comparator: Exact, approx: false };

    /// Do both bound the value on the same side?
    fn faces(self, other: Reserve) -> bool {
        let lower = |r: Reserve| matches!(r.comparator, Comparator::MoreThan | AtLeast);
        lower(self) == lower(other)
    }

    /// Both together: the bound of either, an estimate if one is ("up to about").
    pub(crate) fn and(self, other: Reserve) -> Reserve {
        let approx = self.approx || other.approx;
        let bound = |r: Reserve| !matches!(r.comparator, Exact | Approx);
        let comparator = match (bound(self), bound(other)) {
            // "more than 5000 or equal"
            (true, true) if matches!(other.comparator, AtLeast | AtMost) && self.faces(other) => {
                other.comparator
            }
            (true, _) => self.comparator,
            (_, true) => other.comparator,
            _ if approx => Approx,
            _ => Exact,
        };
        Reserve { comparator, approx }
    }
}

static BEFORE: LazyLock<Phrases<Reserve>> = LazyLock::new(|| phrases(comparator_phrases::BEFORE));
static BEHIND: LazyLock<Phrases<Reserve>> = LazyLock::new(|| phrases(comparator_phrases::BEHIND));

fn phrases(list: &'static [Phrase]) -> Phrases<Reserve> {
    Phrases::new(list.iter().map(|&(words, comparator, approx)| (words, Reserve { comparator, approx })))
}

/// Words that comparators are made of, besides signs; true for those that one can begin with.
pub(crate) fn vocabulary() -> impl Iterator<Item = (&'static str, bool)> {
    let fillers = FILLERS.iter().map(|w| (*w, false));
    let words = comparator_phrases::BEFORE.iter().flat_map(|(phrase, ..)| phrase.split(' ').enumerate());
    words
        .map(|(n, word)| (word, n == 0))
        .chain(fillers)
        .chain(degrees::vocabulary())
        .filter(|(w, _)| w.is_ascii())
}

/// Words behind a comparator that add nothing ("more than just 20").
const FILLERS: &[&str] = &["just", "only", "even"];

/// The comparators that stand at `pos`, as one, and where they end.
pub(crate) fn before(reader: &Reader<'_>, pos: usize) -> Option<(Reserve, usize)> {
    let (mut reserve, mut end) = one(reader, pos)?;
    for _ in 0..2 {
        let Some((next, next_end)) = one(reader, end) else { break };
        (reserve, end) = (reserve.and(next), next_end);
    }
    let filler = reader.at(end);
    if filler.is_any(FILLERS) {
        end = filler.end;
    }
    Some((reserve, end))
}

fn one(reader: &Reader<'_>, pos: usize) -> Option<(Reserve, usize)> {
    let first = reader.at(pos);
    let operator = matches!(first.text, "<" | ">");
    if first.kind == Kind::Digits || first.kind == Kind::End || operator && other_operator(reader, &first) {
        return None;
    }
    degrees::degree(reader, pos).or_else(|| BEFORE.at(reader, pos))
}

/// "<>", "=<": no comparator.
fn other_operator(reader: &Reader<'_>, sign: &Atom<'_>) -> bool {
    let left = reader.before(sign.start);
    let right = reader.at(sign.end);
    left.glued && matches!(left.text, "=" | "<" | ">") || right.glued && matches!(right.text, "<" | ">")
}

/// The comparator behind a number that ends at `pos`, `before` standing before it.
pub(crate) fn behind(reader: &Reader<'_>, pos: usize, before: Comparator) -> Option<(Reserve, usize)> {
    let first = reader.at(pos);
    let next = reader.at(first.end);
    let plus = first.text == "+" && first.glued && next.kind != Kind::Digits;
    if plus {
        return Some((Reserve { comparator: AtLeast, approx: false }, first.end));
    }
    let dashed = first.is_dash() && first.glued && next.is("plus");
    if dashed
        || first.is("plus")
            && next.is_lower()
            && super::numerals::numeral(next.text).is_none()
            && !next.is_any(&["a", "an", "the"])
    {
        return Some((
            Reserve { comparator: AtLeast, approx: false },
            if dashed { next.end } else { first.end },
        ));
    }
    if let Some((comparator, end)) = degrees::behind(reader, pos, before) {
        return Some((Reserve { comparator, approx: false }, end));
    }
    let bound = |a: &Atom<'_>| a.kind == Kind::Digits || super::numerals::numeral(a.text).is_some();
    BEHIND.at(reader, pos).filter(|&(_, end)| !bound(&reader.at(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Comparator::{AtMost, LessThan, MoreThan};

    fn check(text: &str, comparator: Comparator, approx: bool, rest: &str) {
        let reader = Reader::new(text, 0, text.len());
        let (reserve, end) = before(&reader, 0).unwrap_or_else(|| panic!("nothing in {text}"));
        assert_eq!(reserve, Reserve { comparator, approx }, "{text}");
        assert_eq!(text[end..].trim(), rest, "{text}");
    }

    #[test]
    fn reads_single_and_joined_comparators() {
        check("More than 20", MoreThan, false, "20");
        check("no fewer than 12", AtLeast, false, "12");
        check("up to about 90", AtMost, true, "90");
        check("just short of 300", LessThan, true, "300");
        check("as high as roughly 352", AtMost, true, "352");
        check("some 300", Approx, true, "300");
        check(">= 30", AtLeast, false, "30");
        check("equal to or less than 30", AtMost, false, "30");
        check("more than just 20", MoreThan, false, "20");
    }

    #[test]
    fn reads_what_stands_behind() {
        for (text, comparator) in [
            ("or more", AtLeast),
            ("+", AtLeast),
            ("-plus", AtLeast),
            ("or so", Approx),
            ("or fewer", AtMost),
        ] {
            let reader = Reader::new(text, 0, text.len());
            assert_eq!(behind(&reader, 0, Exact).map(|(r, _)| r.comparator), Some(comparator), "{text}");
        }
        for text in ["or more than 5", "or", "plus 3", "and 4", "oddly"] {
            let reader = Reader::new(text, 0, text.len());
            assert_eq!(behind(&reader, 0, Exact), None, "{text}");
        }
    }
}
