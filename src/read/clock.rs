//! Words of a printed date that are a time of day or a zone.

use jiff::civil::Time;

/// Zones by their letters, in hours east of UTC. "ET" and its like leave summer time open, so no offset is taken from
/// them; nor from "IST", which is Indian, Irish and Israeli.
const ZONES: [(&str, Option<i16>); 28] = [
    ("UTC", Some(0)),
    ("GMT", Some(0)),
    ("Z", Some(0)),
    ("WET", Some(0)),
    ("BST", Some(1)),
    ("CET", Some(1)),
    ("CEST", Some(2)),
    ("EET", Some(2)),
    ("SAST", Some(2)),
    ("EEST", Some(3)),
    ("MSK", Some(3)),
    ("JST", Some(9)),
    ("AEST", Some(10)),
    ("AEDT", Some(11)),
    ("NZST", Some(12)),
    ("EDT", Some(-4)),
    ("EST", Some(-5)),
    ("CDT", Some(-5)),
    ("CST", Some(-6)),
    ("MDT", Some(-6)),
    ("MST", Some(-7)),
    ("PDT", Some(-7)),
    ("PST", Some(-8)),
    ("IST", None),
    ("ET", None),
    ("CT", None),
    ("MT", None),
    ("PT", None),
];

/// "2:30 p.m." as one word, and so "2 pm".
pub(super) fn close_up(words: &str) -> String {
    let mut clean = words.to_owned();
    for half in ["a.m.", "p.m.", "A.M.", "P.M.", "a.m", "p.m"] {
        clean = clean.replace(half, if half.starts_with(['a', 'A']) { "am" } else { "pm" });
    }
    for half in ["am", "pm", "AM", "PM"] {
        for digit in '0'..='9' {
            clean = clean.replace(&format!("{digit} {half}"), &format!("{digit}{half}"));
        }
    }
    clean
}

/// "14:30", "14.30", "2:30pm", "2pm", "noon".
pub(super) fn time(token: &str) -> Option<Time> {
    let lower = token.to_ascii_lowercase();
    match lower.as_str() {
        "noon" => return Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Some(Time::midnight()),
        _ => {}
    }
    let (digits, after_noon) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(false)),
        (_, Some(digits)) => (digits, Some(true)),
        _ => (lower.as_str(), None),
    };
    let parts: Vec<&str> = digits.split([':', '.']).collect();
    if parts.iter().any(|p| p.is_empty() || p.len() > 2) || (parts.len() == 1 && after_noon.is_none()) {
        return None;
    }
    let mut numbers = parts.iter().map(|p| p.parse::<i8>().ok());
    let hour = numbers.next()??;
    let minute = numbers.next().unwrap_or(Some(0))?;
    // Three figures with full stops are a day.
    let second = match numbers.next() {
        Some(_) if digits.contains('.') => return None,
        second => second.unwrap_or(Some(0))?,
    };
    let hour = match after_noon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(after) => hour % 12 + if after { 12 } else { 0 },
    };
    Time::new(hour, minute, second, 0).ok()
}

/// The offset in minutes of "EDT", "UTC+1" or "+0200"; for "ET" that there is none to tell.
pub(super) fn zone(token: &str) -> Option<Option<i16>> {
    if let Some((_, hours)) = ZONES.iter().find(|(name, _)| *name == token) {
        return Some(hours.map(|h| h * 60));
    }
    let figures = token.strip_prefix("UTC").or_else(|| token.strip_prefix("GMT")).unwrap_or(token);
    let (sign, figures) = match figures.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, figures.strip_prefix('-').or_else(|| figures.strip_prefix('−'))?),
    };
    let digits = figures.replace(':', "");
    let number = digits.parse::<i16>().ok()?;
    let minutes = match digits.len() {
        1 | 2 => number * 60,
        4 => number / 100 * 60 + number % 100,
        _ => return None,
    };
    (minutes <= 14 * 60).then_some(Some(sign * minutes))
}
