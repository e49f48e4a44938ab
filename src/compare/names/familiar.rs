//! First names → their short and familiar forms: "Ben", "Billy", "Jimmy".

use crate::english;

/// The word without a familiar ending, if it has one.
pub(super) fn stem_of_familiar(word: &str) -> Option<&str> {
    ["ey", "ie", "y", "i"].iter().find_map(|end| word.strip_suffix(end))
}

/// Returns whether one is an initial, a beginning or a familiar form of the other.
pub(super) fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let familiar = |x: &str, y: &str| english::names().familiar.get(x).is_some_and(|forms| forms.contains(y));
    // "Ben", "Ron", "Ed" – but "Malcom" is no short form of "Malcolm", nor "Sport" of "Sports".
    let begins =
        long.starts_with(short) && (short.len() <= 4 && long.len() > short.len() + 1 || short.len() == 1);
    let y_form = (3..=6).contains(&short.len())
        && short.trim_end_matches(['y', 'i', 'e']).len() < short.len()
        && long.starts_with(short.trim_end_matches(['y', 'i', 'e']).trim_end_matches(last_doubled(short)));
    let two = stem_of_familiar(a).is_some() && stem_of_familiar(a) == stem_of_familiar(b);
    begins || y_form && !two && long.len() > short.len() || familiar(a, b) || familiar(b, a)
}

/// The doubled consonant before a familiar ending ("Jimmy", "Kenny").
fn last_doubled(short: &str) -> char {
    let stem: Vec<char> = short.trim_end_matches(['y', 'i', 'e']).chars().collect();
    match stem.as_slice() {
        [.., a, b] if a == b => *b,
        _ => '\0',
    }
}
