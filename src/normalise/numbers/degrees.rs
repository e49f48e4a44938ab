//! "slightly more than", "no fewer than", "greater than or equal to" → the comparator that a word of degree makes.
//!
//! A grammar, not a list: a hedge, a denial, a comparative, "than", an equality on either side, in any combination.

use super::comparators::Reserve;
use super::phrases::WordList;
use super::reader::{Atom, Reader};
use crate::model::Comparator::{self, AtLeast, AtMost, LessThan, MoreThan};

/// Words that say that the value is larger, or smaller; the second of each pair are prepositions, which go without "than".
const MORE: &str = "\
    more greater larger bigger higher longer older better heavier taller wider deeper faster farther further \
    broader thicker stronger costlier pricier later richer warmer hotter steeper";
const LESS: &str = "\
    less fewer smaller lower shorter younger lighter cheaper slower narrower thinner weaker nearer closer \
    cooler colder shallower earlier";
const OVER: &str = "over above beyond exceeding surpassing topping";
const UNDER: &str = "under below beneath";
/// Adverbs before them that say that the value lies close by.
const CLOSE: &str = "just slightly marginally fractionally barely little bit shade touch tad hair fraction";
/// Adverbs that say that it does not, or nothing.
const FAR: &str = "\
    well far much significantly considerably substantially way even still only comfortably easily markedly greatly";

static MORE_WORDS: WordList = WordList::new(MORE);
static LESS_WORDS: WordList = WordList::new(LESS);
static OVER_WORDS: WordList = WordList::new(OVER);
static UNDER_WORDS: WordList = WordList::new(UNDER);
static CLOSE_WORDS: WordList = WordList::new(CLOSE);
static FAR_WORDS: WordList = WordList::new(FAR);

/// The words that it is made of; true for those that it can begin with.
pub(super) fn vocabulary() -> impl Iterator<Item = (&'static str, bool)> {
    let opening = [MORE, LESS, OVER, UNDER, CLOSE, FAR].into_iter().flat_map(|list| list.split(' '));
    let opening = opening.chain("no not never nor a equal equals".split(' '));
    opening.map(|w| (w, true)).chain("than or to as".split(' ').map(|w| (w, false)))
}

/// The comparator at `pos`, and where it ends.
pub(super) fn degree(reader: &Reader<'_>, pos: usize) -> Option<(Reserve, usize)> {
    let mut word = reader.at(pos);
    let equal = equality_before(reader, &word);
    if let Some(end) = equal {
        word = reader.at(end);
    }
    let denied = equal.is_none() && word.is_any(&["no", "not", "never"]);
    if denied {
        word = reader.at(word.end);
    }
    let (hedge, word) = hedge(reader, word);
    let (larger, end, adjective) = side(reader, &word)?;
    if denied && !adjective && hedge.is_some() {
        return None;
    }
    let (tie, end) = match equality_behind(reader, end) {
        Some(end) if adjective => (true, end),
        _ => (equal.is_some(), end),
    };
    let comparator = match (larger, denied, tie) {
        (true, true, _) | (false, false, true) => AtMost,
        (false, true, _) | (true, false, true) => AtLeast,
        (true, false, false) => MoreThan,
        (false, false, false) => LessThan,
    };
    let approx = hedge.unwrap_or_default() && !tie && !denied;
    Some((Reserve { comparator, approx }, end))
}

/// Adverbs of degree, "a" before them included: whether they say that the value is close, and the word behind them.
fn hedge<'a>(reader: &Reader<'a>, first: Atom<'a>) -> (Option<bool>, Atom<'a>) {
    let (mut found, mut word) = (None, first);
    for _ in 0..4 {
        let article = word.is("a") && reader.at(word.end).is_in(&CLOSE_WORDS);
        let close = word.is_in(&CLOSE_WORDS);
        if !(article || close || word.is_in(&FAR_WORDS)) {
            break;
        }
        found = Some(found.unwrap_or_default() || close);
        word = reader.at(word.end);
    }
    (found, word)
}

/// Larger or smaller, where the words end, and whether it is an adjective with "than".
fn side(reader: &Reader<'_>, word: &Atom<'_>) -> Option<(bool, usize, bool)> {
    let (more, less) = (word.is_in(&MORE_WORDS), word.is_in(&LESS_WORDS));
    let (over, under) = (word.is_in(&OVER_WORDS), word.is_in(&UNDER_WORDS));
    let next = reader.at(word.end);
    if next.is("than") && (more || less || over || under) {
        return Some((more || over, next.end, true));
    }
    // "greater or equal to", "less or equal than"
    let equal = next.is("or") && reader.at(next.end).is_any(&["equal", "equals"]);
    if equal && (more || less) {
        return Some((more, word.end, true));
    }
    (over || under).then_some((over, word.end, false))
}

/// "equal or …", "equal to or …"
fn equality_before(reader: &Reader<'_>, first: &Atom<'_>) -> Option<usize> {
    if !first.is_any(&["equal", "equals"]) {
        return None;
    }
    let to = reader.at(first.end);
    let or = if to.is("to") { reader.at(to.end) } else { to };
    or.is("or").then_some(or.end)
}

/// "or equal", "or equal to", "or equals to", "or equal than"
fn equality_behind(reader: &Reader<'_>, pos: usize) -> Option<usize> {
    let or = reader.at(pos);
    let equal = reader.at(or.end);
    if !or.is("or") || !equal.is_any(&["equal", "equals"]) {
        return None;
    }
    let joint = reader.at(equal.end);
    Some(if joint.is_any(&["to", "than", "with"]) { joint.end } else { equal.end })
}

/// "or more", "and below", "or equal", "minimum" behind a number that ends at `pos`; `before` is what stands before it.
pub(super) fn behind(reader: &Reader<'_>, pos: usize, before: Comparator) -> Option<(Comparator, usize)> {
    let joint = reader.at(pos);
    if !joint.is_any(&["or", "and"]) {
        return None;
    }
    let (hedge, word) = hedge(reader, reader.at(joint.end));
    if hedge.unwrap_or_default() {
        return None;
    }
    let next = reader.at(word.end);
    let number = next.kind == super::reader::Kind::Digits || super::numerals::numeral(next.text).is_some();
    if joint.is("or") && word.is("equal") {
        let end = if next.is("to") { next.end } else { word.end };
        let after = reader.at(end);
        let number =
            after.kind == super::reader::Kind::Digits || super::numerals::numeral(after.text).is_some();
        return match before {
            MoreThan | AtLeast if !number => Some((AtLeast, end)),
            LessThan | AtMost if !number => Some((AtMost, end)),
            _ => None,
        };
    }
    // "20 or more than 30", "over 20 and under 30", "5 and more people came"
    if next.is("than") || number || next.is("$") {
        return None;
    }
    let and = joint.is("and");
    let up = word.is_in(&MORE_WORDS)
        || word.is_any(&["over", "above", "up", "upward", "upwards", "beyond", "counting"]);
    let down = word.is_in(&LESS_WORDS) || word.is_any(&["under", "below", "beneath"]);
    let bare = and && word.is_any(&["more", "less", "better", "later", "further", "earlier"]);
    match (up && !bare, down && !bare) {
        (true, _) => Some((AtLeast, word.end)),
        (_, true) => Some((AtMost, word.end)),
        _ => None,
    }
}
