//! A date in metadata → [`Stamp`]: RFC 3339 and its ISO relatives, RFC 2822, and the forms that American pages print.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::fmt::temporal::Pieces;

use crate::model::Stamp;

/// Days as pages print them; American order where figures alone could be either.
const DATES: [&str; 9] = [
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%m/%d/%Y",
    "%m-%d-%Y",
    "%Y/%m/%d",
];

/// Times of day that may follow them, after full stops were taken out.
const TIMES: [&str; 5] = ["%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%I %p"];

/// North American zones by their letters, in hours east of UTC. "ET" and its like leave summer time open and so no
/// offset is taken from them.
const ZONES: [(&str, Option<i16>); 16] = [
    ("UTC", Some(0)),
    ("GMT", Some(0)),
    ("EDT", Some(-4)),
    ("EST", Some(-5)),
    ("CDT", Some(-5)),
    ("CST", Some(-6)),
    ("MDT", Some(-6)),
    ("MST", Some(-7)),
    ("PDT", Some(-7)),
    ("PST", Some(-8)),
    ("BST", Some(1)),
    ("CEST", Some(2)),
    ("ET", None),
    ("CT", None),
    ("MT", None),
    ("PT", None),
];

/// Reads a date or a time of a day; `None` when the words are neither.
pub(super) fn parse(words: &str) -> Option<Stamp> {
    let trimmed = words.trim();
    let (at, has_time, offset) = iso(trimmed).or_else(|| mail(trimmed)).or_else(|| printed(trimmed))?;
    Some(Stamp { at, has_time, offset, words: words.to_owned() })
}

type Parts = (DateTime, bool, Option<i16>);

fn iso(words: &str) -> Option<Parts> {
    let pieces = Pieces::parse(words).ok()?;
    let minutes = pieces.to_numeric_offset().map(|o| (o.seconds() / 60) as i16);
    Some((
        pieces.date().to_datetime(pieces.time().unwrap_or(Time::midnight())),
        pieces.time().is_some(),
        minutes,
    ))
}

fn mail(words: &str) -> Option<Parts> {
    let zoned = jiff::fmt::rfc2822::parse(words).ok()?;
    Some((zoned.datetime(), true, Some((zoned.offset().seconds() / 60) as i16)))
}

/// "Tuesday, June 25, 2024 at 2:30 p.m. EDT" and what is left when parts of it are missing.
fn printed(words: &str) -> Option<Parts> {
    let clean = words.replace('.', "").replace(" at ", " ").replace("Sept ", "Sep ");
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = without_weekday(&clean);
    let (clean, offset) = without_zone(clean);
    DATES.iter().find_map(|format| {
        let (broken, used) = BrokenDownTime::parse_prefix(format, clean).ok()?;
        let date: Date = broken.to_date().ok()?;
        let rest = clean.get(used..)?.trim_start_matches([',', ' ', '|', '-']);
        if rest.is_empty() {
            return Some((date.to_datetime(Time::midnight()), false, None));
        }
        let time = TIMES.iter().find_map(|t| BrokenDownTime::parse(t, rest).ok()?.to_time().ok())?;
        Some((date.to_datetime(time), true, offset))
    })
}

fn without_weekday(words: &str) -> &str {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    match words.split_once([',', ' ']) {
        Some((first, rest)) if DAYS.iter().any(|d| first.starts_with(d)) => rest.trim_start(),
        _ => words,
    }
}

fn without_zone(words: &str) -> (&str, Option<i16>) {
    match words.rsplit_once(' ') {
        Some((rest, last)) => match ZONES.iter().find(|(name, _)| *name == last) {
            Some((_, hours)) => (rest, hours.map(|h| h * 60)),
            None => (words, None),
        },
        None => (words, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<(&str, bool, Option<i16>)>) {
        let found = parse(words).map(|s| (s.at.to_string(), s.has_time, s.offset));
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
    }

    #[test]
    fn mail_form() {
        check("Tue, 25 Jun 2024 14:00:00 -0400", Some(("2024-06-25T14:00:00", true, Some(-240))));
        check("Tue, 25 Jun 2024 14:00:00 GMT", Some(("2024-06-25T14:00:00", true, Some(0))));
    }

    #[test]
    fn printed_forms() {
        check("June 25, 2024", Some(("2024-06-25T00:00:00", false, None)));
        check("Jun. 25, 2024", Some(("2024-06-25T00:00:00", false, None)));
        check("Sept. 5, 2024", Some(("2024-09-05T00:00:00", false, None)));
        check("Tuesday, June 25, 2024", Some(("2024-06-25T00:00:00", false, None)));
        check("25 June 2024", Some(("2024-06-25T00:00:00", false, None)));
        check("6/25/2024", Some(("2024-06-25T00:00:00", false, None)));
        check("June 25, 2024, 2:30 PM EDT", Some(("2024-06-25T14:30:00", true, Some(-240))));
        check("June 25, 2024 at 2:30 p.m. ET", Some(("2024-06-25T14:30:00", true, None)));
        check("June 25, 2024 14:30", Some(("2024-06-25T14:30:00", true, None)));
    }

    #[test]
    fn what_is_no_date() {
        for words in
            ["", "lately", "June", "2024-13-01", "June 31, 2024", "25", "heads", "June 25, 2024 at noonish"]
        {
            check(words, None);
        }
    }
}
