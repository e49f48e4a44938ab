//! A date in metadata → [`Stamp`]: RFC 3339 and its ISO relatives, RFC 2822, and whatever pages print.
//!
//! A printed date is read word by word: each word is a day, a month, a year, a time, a zone or a label, or else the whole
//! is no date. So the order does not matter, and nothing is left over unread.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;

use super::clock;
use crate::model::Stamp;

/// Which of two figures is the day where they do not say so themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

impl Order {
    /// The order that goes with a BCP 47 language tag ("en-GB").
    pub(super) fn of_language(tag: &str) -> Order {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        match tag.as_str() {
            "en-us" | "en-ph" => Order::MonthFirst,
            "" | "en" | "en-ca" => Order::Unknown,
            _ => Order::DayFirst,
        }
    }
}

/// What was made of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    Stamp(Stamp),
    /// A date, but which one: the reason, to be said after the words.
    Doubtful(String),
    /// No date.
    Unknown,
}

/// What a reading is made of; what is missing is `None`.
#[derive(Debug, Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    time: Option<Time>,
    offset: Option<i16>,
    /// Two figures of which either may be the day.
    figures: Option<(i8, i8)>,
}

/// Reads a date or a time of a day.
pub(super) fn read(words: &str, order: Order) -> Reading {
    let trimmed = words.trim();
    let stamp = |(at, has_time, offset)| Stamp { at, has_time, offset, words: words.to_owned() };
    if let Some(found) = iso(trimmed).or_else(|| mail(trimmed)) {
        return Reading::Stamp(stamp(found));
    }
    // Nobody prints a date in more words, and what is longer is a sentence.
    if trimmed.len() > 100 {
        return Reading::Unknown;
    }
    let Some(parts) = printed(trimmed) else { return Reading::Unknown };
    match parts.date(order) {
        Ok(date) => {
            let at = date.to_datetime(parts.time.unwrap_or(Time::midnight()));
            Reading::Stamp(stamp((at, parts.time.is_some(), parts.offset)))
        }
        Err(Some(reason)) => Reading::Doubtful(reason),
        Err(None) => Reading::Unknown,
    }
}

fn iso(words: &str) -> Option<(DateTime, bool, Option<i16>)> {
    let pieces = Pieces::parse(words).ok()?;
    let minutes = pieces.to_numeric_offset().map(|o| (o.seconds() / 60) as i16);
    let time = pieces.time();
    Some((pieces.date().to_datetime(time.unwrap_or(Time::midnight())), time.is_some(), minutes))
}

fn mail(words: &str) -> Option<(DateTime, bool, Option<i16>)> {
    let zoned = jiff::fmt::rfc2822::parse(words).ok()?;
    Some((zoned.datetime(), true, Some((zoned.offset().seconds() / 60) as i16)))
}

/// "Tuesday, June 25, 2024 at 2:30 p.m. EDT" and its like in any order.
fn printed(words: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let clean = clock::close_up(words);
    let tokens = clean.split([' ', ',', '|', '(', ')', '·', '•', '–', '—', ';', '\u{A0}']);
    let mut any = false;
    for token in tokens {
        let token = token.trim_matches('.').trim_end_matches(':');
        if token.is_empty() || token == "-" || is_filler(token) {
            continue;
        }
        any = true;
        if !parts.take(token) {
            return None;
        }
    }
    any.then_some(parts)
}

/// Words around a date that say nothing of it: weekdays, labels, joints.
fn is_filler(token: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const OTHERS: [&str; 12] = [
        "at",
        "on",
        "of",
        "the",
        "published",
        "posted",
        "updated",
        "modified",
        "first",
        "last",
        "issued",
        "date",
    ];
    let lower = token.to_ascii_lowercase();
    OTHERS.contains(&lower.as_str())
        || DAYS.iter().any(|d| lower.starts_with(d) && (lower.len() <= 4 || lower.ends_with("day")))
}

fn month(token: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
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
    let lower = token.to_ascii_lowercase();
    let is_it =
        |m: &&str| lower == "sept" && m.starts_with("sept") || lower.len() >= 3 && m.starts_with(&lower);
    (1i8..).zip(&MONTHS).find(|(_, m)| is_it(m)).map(|(number, _)| number)
}

impl Parts {
    /// Takes a word for what it is; false when it is nothing that a date is made of, or when that is there already.
    fn take(&mut self, token: &str) -> bool {
        if let Some(number) = month(token) {
            return fill(&mut self.month, number);
        }
        if let Some(time) = clock::time(token) {
            return fill(&mut self.time, time);
        }
        if let Some(offset) = clock::zone(token) {
            self.offset = offset;
            return true;
        }
        let pieces: Vec<&str> = token.split(['/', '-', '.']).collect();
        match *pieces.as_slice() {
            [one] => self.number(one),
            [day, name, year] if month(name).is_some() => {
                self.number(day) && self.take(name) && self.year(year)
            }
            [first, second, third] => self.figures(first, second, third),
            _ => false,
        }
    }

    /// A lone number: a year by its four digits, else a day.
    fn number(&mut self, token: &str) -> bool {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| token.strip_suffix(s)).unwrap_or(token);
        match digits.len() {
            4 => self.year(digits),
            1 | 2 => digits.parse().is_ok_and(|day| fill(&mut self.day, day)),
            _ => false,
        }
    }

    fn year(&mut self, digits: &str) -> bool {
        let year = match (digits.len(), digits.parse::<i16>()) {
            (4, Ok(year)) if (1700..2200).contains(&year) => year,
            // As POSIX has it: 69 is 1969, 68 is 2068.
            (2, Ok(year)) if year >= 69 => 1900 + year,
            (2, Ok(year)) => 2000 + year,
            _ => return false,
        };
        fill(&mut self.year, year)
    }

    /// "25/6/2024", "6/25/24", "2024/06/25".
    fn figures(&mut self, first: &str, second: &str, third: &str) -> bool {
        let small = |digits: &str| digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
        if first.len() == 4 && small(second) && small(third) {
            return self.year(first)
                && second.parse().is_ok_and(|m| fill(&mut self.month, m))
                && third.parse().is_ok_and(|d| fill(&mut self.day, d));
        }
        match (first.parse(), second.parse()) {
            (Ok(a), Ok(b)) if small(first) && small(second) => {
                self.year(third) && fill(&mut self.figures, (a, b))
            }
            _ => false,
        }
    }

    /// The day; `Err(None)` when the words are not even meant as one.
    fn date(&self, order: Order) -> Result<Date, Option<String>> {
        let impossible = || Some("is no day of the calendar".to_owned());
        if let (Some(year), Some((a, b))) = (self.year, self.figures) {
            if self.month.is_some() || self.day.is_some() {
                return Err(None);
            }
            let (day_first, month_first) = (Date::new(year, b, a), Date::new(year, a, b));
            return match (day_first, month_first, order) {
                (Ok(date), Err(_), _) | (Err(_), Ok(date), _) => Ok(date),
                (Ok(date), Ok(_), Order::DayFirst) | (Ok(_), Ok(date), Order::MonthFirst) => Ok(date),
                (Ok(x), Ok(y), _) if x == y => Ok(x),
                (Ok(x), Ok(y), _) => Err(Some(format!("may be {x} or {y}"))),
                (Err(_), Err(_), _) => Err(impossible()),
            };
        }
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => Date::new(year, month, day).map_err(|_| impossible()),
            (None, Some(_), Some(_)) => Err(Some("has no year".to_owned())),
            (Some(_), Some(_), None) => Err(Some("has no day".to_owned())),
            _ => Err(None),
        }
    }
}

/// Fills what is empty; false when it is taken.
fn fill<T>(slot: &mut Option<T>, value: T) -> bool {
    let is_free = slot.is_none();
    slot.get_or_insert(value);
    is_free
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<(&str, bool, Option<i16>)>) {
        let found = match read(words, Order::Unknown) {
            Reading::Stamp(s) => Some((s.at.to_string(), s.has_time, s.offset)),
            _ => None,
        };
        assert_eq!(found, expected.map(|(at, t, o)| (at.to_owned(), t, o)), "of {words:?}");
    }

    #[test]
    fn iso_forms() {
        check("2024-06-25", Some(("2024-06-25T00:00:00", false, None)));
        check("2013-05-05T14:00", Some(("2013-05-05T14:00:00", true, None)));
        check(" 2024-06-25 14:00:09 ", Some(("2024-06-25T14:00:09", true, None)));
        check("2024-06-25T14:00:00Z", Some(("2024-06-25T14:00:00", true, Some(0))));
        check("2024-06-25T14:00:00-04:00", Some(("2024-06-25T14:00:00", true, Some(-240))));
        check("20240625", Some(("2024-06-25T00:00:00", false, None)));
        check("20240625T140000Z", Some(("2024-06-25T14:00:00", true, Some(0))));
    }

    #[test]
    fn mail_form() {
        check("Tue, 25 Jun 2024 14:00:00 -0400", Some(("2024-06-25T14:00:00", true, Some(-240))));
        check("Tue, 25 Jun 2024 14:00:00 GMT", Some(("2024-06-25T14:00:00", true, Some(0))));
    }

    #[test]
    fn printed_days() {
        for words in [
            "June 25, 2024",
            "Jun. 25, 2024",
            "Tuesday, June 25, 2024",
            "Tue June 25 2024",
            "25 June 2024",
            "25 June, 2024",
            "the 25th of June, 2024",
            "June 25th, 2024",
            "25-Jun-2024",
            "25 Jun 2024",
            "25/06/2024",
            "25.6.2024",
            "25-06-24",
            "6/25/2024",
            "6/25/24",
            "2024/06/25",
            "2024.06.25",
            "2024 June 25",
            "Published June 25, 2024",
            "Last updated: 25 June 2024",
        ] {
            check(words, Some(("2024-06-25T00:00:00", false, None)));
        }
        check("Sept. 5, 2024", Some(("2024-09-05T00:00:00", false, None)));
        check("3/3/2024", Some(("2024-03-03T00:00:00", false, None)));
    }

    #[test]
    fn printed_times() {
        for (words, offset) in [
            ("June 25, 2024, 2:30 PM EDT", Some(-240)),
            ("June 25, 2024 at 2:30 p.m. ET", None),
            ("June 25, 2024 14:30", None),
            ("2:30 PM EDT, Tue June 25, 2024", Some(-240)),
            ("14:30 BST, 25 June 2024", Some(60)),
            ("25 June 2024 - 14:30 (UTC+1)", Some(60)),
            ("25/06/2024 14.30", None),
            ("June 25, 2024 | 2:30pm", None),
            ("25 Jun 2024, 2.30pm +0200", Some(120)),
        ] {
            check(words, Some(("2024-06-25T14:30:00", true, offset)));
        }
        check("June 25, 2024, noon", Some(("2024-06-25T12:00:00", true, None)));
        check("June 25, 2024, 12:05 a.m.", Some(("2024-06-25T00:05:00", true, None)));
    }

    #[test]
    fn what_is_no_date() {
        for words in [
            "",
            "lately",
            "June",
            "25",
            "heads",
            "June 25, 2024 at noonish",
            "1/2",
            "3-1",
            "By Ann Bo",
            "Monday",
            "May Day",
            "Fire at 25 High Street",
            "2024",
            "a/b/c",
            "25 26 June 2024",
        ] {
            assert_eq!(read(words, Order::Unknown), Reading::Unknown, "of {words:?}");
        }
    }

    #[test]
    fn what_is_doubtful() {
        for (words, reason) in [
            ("03/04/2024", "may be 2024-04-03 or 2024-03-04"),
            ("July 23", "has no year"),
            ("July 2024", "has no day"),
            ("June 31, 2024", "is no day of the calendar"),
            ("31/02/2024", "is no day of the calendar"),
            ("13/13/2024", "is no day of the calendar"),
            ("2024-13-01", "is no day of the calendar"),
        ] {
            assert_eq!(read(words, Order::Unknown), Reading::Doubtful(reason.to_owned()), "of {words:?}");
        }
    }

    #[test]
    fn the_language_decides_between_two_days() {
        let day = |tag: &str| match read("03/04/2024", Order::of_language(tag)) {
            Reading::Stamp(s) => Some(s.at.date().to_string()),
            _ => None,
        };
        assert_eq!(day("en-GB").as_deref(), Some("2024-04-03"));
        assert_eq!(day("en_US").as_deref(), Some("2024-03-04"));
        assert_eq!((day("en"), day(""), day("en-CA")), (None, None, None));
    }
}
