//! The names of days and months: a word in, whether it is one out.

use super::words;

/// Returns whether the word is the name of a day or month, written out, whatever its case.
#[must_use]
pub fn is_day_or_month(word: &str) -> bool {
    words().weekdays.iter().chain(words().months.iter()).any(|d| d.eq_ignore_ascii_case(word))
}

/// Returns whether the word is the name of a month, written out or in three letters ("Sept", too), whatever its case.
#[must_use]
pub fn is_month(word: &str) -> bool {
    let short = |m: &str| m.get(..3).is_some_and(|s| s.eq_ignore_ascii_case(word));
    word.eq_ignore_ascii_case("sept")
        || words().months.iter().any(|m| m.eq_ignore_ascii_case(word) || short(m))
}
