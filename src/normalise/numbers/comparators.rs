//! "more than", "at least", "or so", "nearly" → how the wording relates its number to the true value.

use super::reader::{Atom, Kind, Reader};
use crate::model::Comparator::{self, Approx, AtLeast, AtMost, Exact, LessThan, MoreThan};

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

    /// Both together: the bound of either, an estimate if one is ("up to about").
    pub(crate) fn and(self, other: Reserve) -> Reserve {
        let approx = self.approx || other.approx;
        let bound = |r: Reserve| !matches!(r.comparator, Exact | Approx);
        let comparator = match (bound(self), bound(other)) {
            (true, _) => self.comparator,
            (_, true) => other.comparator,
            _ if approx => Approx,
            _ => Exact,
        };
        Reserve { comparator, approx }
    }
}

type Phrase = (&'static str, Comparator, bool);

/// Before a number; where two begin alike the longer stands first.
const BEFORE: &[Phrase] = &[
    ("more than or equal to", AtLeast, false),
    ("greater than or equal to", AtLeast, false),
    ("larger than or equal to", AtLeast, false),
    ("bigger than or equal to", AtLeast, false),
    ("greater or equal than", AtLeast, false),
    ("greater or equal to", AtLeast, false),
    ("larger or equal than", AtLeast, false),
    ("larger or equal to", AtLeast, false),
    ("equal to or more than", AtLeast, false),
    ("equal to or greater than", AtLeast, false),
    ("equal or greater than", AtLeast, false),
    ("at least or equal to", AtLeast, false),
    ("less than or equal to", AtMost, false),
    ("smaller than or equal to", AtMost, false),
    ("fewer than or equal to", AtMost, false),
    ("less or equal than", AtMost, false),
    ("less or equal to", AtMost, false),
    ("smaller or equal than", AtMost, false),
    ("smaller or equal to", AtMost, false),
    ("equal to or less than", AtMost, false),
    ("equal to or smaller than", AtMost, false),
    ("equal or less than", AtMost, false),
    ("at most or equal to", AtMost, false),
    ("just a little more than", MoreThan, true),
    ("a little more than", MoreThan, true),
    ("little more than", MoreThan, true),
    ("a bit more than", MoreThan, true),
    ("slightly more than", MoreThan, true),
    ("just more than", MoreThan, true),
    ("well more than", MoreThan, false),
    ("far more than", MoreThan, false),
    ("no more than", AtMost, false),
    ("not more than", AtMost, false),
    ("more than", MoreThan, false),
    ("greater than", MoreThan, false),
    ("larger than", MoreThan, false),
    ("bigger than", MoreThan, false),
    ("higher than", MoreThan, false),
    ("longer than", MoreThan, false),
    ("older than", MoreThan, false),
    ("better than", MoreThan, false),
    ("in excess of", MoreThan, false),
    ("exceeding", MoreThan, false),
    ("exceeded", MoreThan, false),
    ("exceeds", MoreThan, false),
    ("exceed", MoreThan, false),
    ("topping", MoreThan, false),
    ("topped", MoreThan, false),
    ("surpassing", MoreThan, false),
    ("surpassed", MoreThan, false),
    ("north of", MoreThan, false),
    ("upwards of", AtLeast, false),
    ("upward of", AtLeast, false),
    ("a little over", MoreThan, true),
    ("slightly over", MoreThan, true),
    ("just over", MoreThan, true),
    ("just above", MoreThan, true),
    ("well over", MoreThan, false),
    ("well above", MoreThan, false),
    ("far above", MoreThan, false),
    ("over than", MoreThan, false),
    ("over", MoreThan, false),
    ("above", MoreThan, false),
    ("beyond", MoreThan, false),
    ("at the very least", AtLeast, false),
    ("at the least", AtLeast, false),
    ("at least", AtLeast, false),
    ("no less than", AtLeast, false),
    ("no fewer than", AtLeast, false),
    ("not less than", AtLeast, false),
    ("not fewer than", AtLeast, false),
    ("a minimum of", AtLeast, false),
    ("minimum of", AtLeast, false),
    ("as few as", AtLeast, false),
    ("as little as", AtLeast, false),
    ("as low as", AtLeast, false),
    ("anything up to", AtMost, false),
    ("anywhere up to", AtMost, false),
    ("up to", AtMost, false),
    ("upto", AtMost, false),
    ("as many as", AtMost, false),
    ("as much as", AtMost, false),
    ("as high as", AtMost, false),
    ("as long as", AtMost, false),
    ("as far as", AtMost, false),
    ("as large as", AtMost, false),
    ("as big as", AtMost, false),
    ("at the most", AtMost, false),
    ("at most", AtMost, false),
    ("a maximum of", AtMost, false),
    ("maximum of", AtMost, false),
    ("a little less than", LessThan, true),
    ("slightly less than", LessThan, true),
    ("slightly fewer than", LessThan, true),
    ("just less than", LessThan, true),
    ("just fewer than", LessThan, true),
    ("far less than", LessThan, false),
    ("far fewer than", LessThan, false),
    ("less than", LessThan, false),
    ("fewer than", LessThan, false),
    ("smaller than", LessThan, false),
    ("lower than", LessThan, false),
    ("shorter than", LessThan, false),
    ("younger than", LessThan, false),
    ("a little under", LessThan, true),
    ("slightly under", LessThan, true),
    ("just under", LessThan, true),
    ("just below", LessThan, true),
    ("just short of", LessThan, true),
    ("just shy of", LessThan, true),
    ("well under", LessThan, false),
    ("well below", LessThan, false),
    ("shy of", LessThan, true),
    ("short of", LessThan, true),
    ("south of", LessThan, false),
    ("under", LessThan, false),
    ("below", LessThan, false),
    ("sub -", LessThan, false),
    ("nearly", LessThan, true),
    ("almost", LessThan, true),
    ("nearing", LessThan, true),
    ("approaching", LessThan, true),
    ("close to", Approx, true),
    ("near to", Approx, true),
    ("near", Approx, true),
    ("something like", Approx, true),
    ("somewhere around", Approx, true),
    ("somewhere near", Approx, true),
    ("in the region of", Approx, true),
    ("in the neighborhood of", Approx, true),
    ("in the neighbourhood of", Approx, true),
    ("in the vicinity of", Approx, true),
    ("on the order of", Approx, true),
    ("in the order of", Approx, true),
    ("of the order of", Approx, true),
    ("more or less", Approx, true),
    ("give or take", Approx, true),
    ("just about", Approx, true),
    ("about , or above", Approx, true),
    ("about", Approx, true),
    ("around", Approx, true),
    ("round about", Approx, true),
    ("roughly", Approx, true),
    ("approximately", Approx, true),
    ("aproximately", Approx, true),
    ("approx .", Approx, true),
    ("approx", Approx, true),
    ("circa", Approx, true),
    ("ca .", Approx, true),
    ("some", Approx, true),
    ("an estimated", Approx, true),
    ("estimated", Approx, true),
    ("a reported", Approx, true),
    ("barely", Approx, true),
    ("equal to", Exact, false),
    ("equals to", Exact, false),
    ("> =", AtLeast, false),
    ("< =", AtMost, false),
    ("≥", AtLeast, false),
    ("≤", AtMost, false),
    ("⩾", AtLeast, false),
    ("⩽", AtMost, false),
    (">", MoreThan, false),
    ("<", LessThan, false),
    ("~", Approx, true),
    ("≈", Approx, true),
    ("∼", Approx, true),
];

/// Behind a number or its unit.
const BEHIND: &[Phrase] = &[
    ("or more than", Exact, false),
    ("or more", AtLeast, false),
    ("or greater", AtLeast, false),
    ("or higher", AtLeast, false),
    ("or above", AtLeast, false),
    ("or over", AtLeast, false),
    ("or older", AtLeast, false),
    ("or longer", AtLeast, false),
    ("or better", AtLeast, false),
    ("or up", AtLeast, false),
    ("and older", AtLeast, false),
    ("and over", AtLeast, false),
    ("and above", AtLeast, false),
    ("and up", AtLeast, false),
    ("and counting", AtLeast, false),
    ("or less than", Exact, false),
    ("or less", AtMost, false),
    ("or fewer", AtMost, false),
    ("or lower", AtMost, false),
    ("or below", AtMost, false),
    ("or under", AtMost, false),
    ("or younger", AtMost, false),
    ("or smaller", AtMost, false),
    ("and under", AtMost, false),
    ("and younger", AtMost, false),
    ("or so", Approx, true),
    ("or thereabouts", Approx, true),
    ("give or take", Approx, true),
    ("- odd", Approx, true),
    ("- ish", Approx, true),
    ("odd", Approx, true),
    ("at the most", AtMost, false),
    ("at most", AtMost, false),
    ("at the least", AtLeast, false),
];

/// Words that a comparator can begin with, besides signs.
pub(crate) fn openers() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().filter_map(|(phrase, ..)| phrase.split(' ').next()).filter(|w| w.is_ascii())
}

/// The comparators that stand at `pos`, as one, and where they end.
pub(crate) fn before(reader: &Reader<'_>, pos: usize) -> Option<(Reserve, usize)> {
    let (mut reserve, mut end) = one(reader, pos)?;
    for _ in 0..2 {
        let Some((next, next_end)) = one(reader, end) else { break };
        (reserve, end) = (reserve.and(next), next_end);
    }
    // "more than just 20": words that add nothing
    let filler = reader.at(end);
    if filler.is_any(&["just", "only", "even"]) {
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
    BEFORE.iter().find_map(|&(phrase, comparator, approx)| {
        let head = phrase.split(' ').next().unwrap_or_default();
        let end = if first.is(head) { reader.phrase(pos, phrase) } else { None }?;
        Some((Reserve { comparator, approx }, end))
    })
}

/// "<>", "=<": no comparator.
fn other_operator(reader: &Reader<'_>, sign: &Atom<'_>) -> bool {
    let left = reader.before(sign.start);
    let right = reader.at(sign.end);
    left.glued && matches!(left.text, "=" | "<" | ">") || right.glued && matches!(right.text, "<" | ">")
}

/// The comparator behind a number that ends at `pos`.
pub(crate) fn behind(reader: &Reader<'_>, pos: usize) -> Option<(Reserve, usize)> {
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
    if first.kind == Kind::Letters && !first.is_any(&["or", "and", "odd", "give", "at"]) {
        return None;
    }
    let found = BEHIND.iter().find_map(|&(phrase, comparator, approx)| {
        Some((Reserve { comparator, approx }, reader.phrase(pos, phrase)?))
    });
    found.filter(|(reserve, _)| reserve.comparator != Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(behind(&reader, 0).map(|(r, _)| r.comparator), Some(comparator), "{text}");
        }
        for text in ["or more than 5", "or", "plus 3", "and 4", "oddly"] {
            let reader = Reader::new(text, 0, text.len());
            assert_eq!(behind(&reader, 0), None, "{text}");
        }
    }
}
