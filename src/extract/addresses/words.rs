//! The words of addresses: kinds of street, sides, numbered roads, ordinals.

use crate::english::{self, Forms};
use smol_str::SmolStr;

fn find(table: &'static Forms, word: &str) -> Option<&'static str> {
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    table.full(&word.replace('.', "").to_lowercase())
}

/// The kind of street that a word names ("Ave.").
pub(super) fn sort(word: &str) -> Option<&'static str> {
    find(&english::streets().sorts, word)
}

/// The side that a word with a capital names ("N.W.", "South").
pub(super) fn side(word: &str) -> Option<&'static str> {
    find(&english::streets().sides, word).filter(|_| is_name(word))
}

/// An ordinal in figures ("First" → "1st").
pub(super) fn ordinal(word: &str) -> Option<String> {
    let small = word.to_lowercase();
    let digits = small.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = small.get(digits.len()..).unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return matches!(ending, "st" | "nd" | "rd" | "th").then_some(small);
    }
    let number = english::words().ordinals.iter().position(|o| *o == small).filter(|_| is_name(word))? + 1;
    let ending = ["st", "nd", "rd"].get(number - 1).unwrap_or(&"th");
    Some(format!("{number}{ending}"))
}

/// Returns whether the word begins with a capital.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Returns whether the word is a preposition, article or pronoun, whatever its capital.
pub(super) fn is_function(word: &str) -> bool {
    english::streets().function_words.contains(&word.to_lowercase())
}

/// Returns whether a court of this name sits rather than leads somewhere.
pub(super) fn is_of_justice(word: &str) -> bool {
    english::streets().courts.contains(&word.trim_end_matches(['\'', '’']).to_lowercase())
}

/// Returns whether the word also ends the names of other things, which have an article before them ("the Surveillance
/// Court").
pub(super) fn is_building(sort: &str) -> bool {
    matches!(sort, "circle" | "court" | "place" | "square" | "trail" | "way")
}

/// A numbered road ("State Route 94", "I-805", "U.S. 31", "County Road 12"): its number, and where it ends.
pub(super) fn road(words: &[&str], at: usize) -> Option<(SmolStr, usize)> {
    let word = |i: usize| words.get(i).copied().unwrap_or_default();
    let numeral = |w: &str| (1..=4).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
    if let Some(number) = word(at).strip_prefix("I-").filter(|n| numeral(n)) {
        return Some((number.into(), at + 1));
    }
    if word(at) == "I" && word(at + 1) == "-" && numeral(word(at + 2)) {
        return Some((word(at + 2).into(), at + 3));
    }
    let of = |i: usize| matches!(word(i), "State" | "County" | "U.S." | "US" | "Farm" | "Ranch");
    let kind = |i: usize| matches!(word(i), "Route" | "Highway" | "Hwy." | "Hwy" | "Interstate" | "FM");
    let number = match () {
        () if kind(at) || (matches!(word(at), "U.S." | "US") && !kind(at + 1)) => at + 1,
        () if of(at) && (kind(at + 1) || word(at + 1) == "Road") => at + 2,
        () => return None,
    };
    numeral(word(number)).then(|| (word(number).into(), number + 1))
}
