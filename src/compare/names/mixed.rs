//! Two words of one place in two names → is one put for the other: "Affairs" for "Relations", "Ruiz-Marsh" for "Marsh-Cole".

use crate::english;

/// A body is told by the other words of its name, if there are so many.
const REST: usize = 3;

/// Returns whether the two words of one place in long names are ones that are taken for each other. `rest` is how many
/// words agree.
pub(super) fn taken_for(a: &str, b: &str, rest: usize) -> bool {
    rest >= REST && english::names().alike.iter().any(|words| words.contains(a) && words.contains(b))
}

/// The parts in which two surnames with hyphens differ, where they share the other part and all words before.
pub(super) fn half_shared<'n>(a: &[&'n str], b: &[&'n str]) -> Option<(&'n str, &'n str)> {
    let (first, (p, q)) = hyphened(a)?;
    let (other, (x, y)) = hyphened(b)?;
    let long = |w: &str| w.chars().count() > 2 && w.chars().all(char::is_alphabetic);
    if first != other || ![p, q, x, y].iter().all(|w| long(w)) {
        return None;
    }
    match (p == x, p == y, q == x, q == y) {
        (true, false, false, false) => Some((q, y)),
        (false, true, false, false) => Some((q, x)),
        (false, false, true, false) => Some((p, y)),
        (false, false, false, true) => Some((p, x)),
        _ => None,
    }
}

/// The words before a surname of two parts, and the parts; the hyphen may be a word of its own.
fn hyphened<'w, 'n>(words: &'w [&'n str]) -> Option<(&'w [&'n str], (&'n str, &'n str))> {
    match words {
        [first @ .., p, "-", q] if !first.is_empty() => Some((first, (*p, *q))),
        [first @ .., last] if !first.is_empty() => Some((first, last.split_once('-')?)),
        _ => None,
    }
}
