//! The names of days and months: a word in, whether it is one out.

/// In small letters.
const DAYS_AND_MONTHS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Is the word the name of a day or month, written out, whatever its case?
#[must_use]
pub fn is_day_or_month(word: &str) -> bool {
    DAYS_AND_MONTHS.iter().any(|d| d.eq_ignore_ascii_case(word))
}
