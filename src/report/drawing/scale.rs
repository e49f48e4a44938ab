//! Values → places on an axis, and places → the words beside its ticks.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Bound, Claim, Quantity, TimeValue, Unit, Value};

/// What an axis measures.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scale {
    /// Numbers, all of one unit.
    Number(Unit),
    /// Calendar time.
    Calendar,
}

/// An end of an answer on an axis; `None` where it has none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct End {
    pub(super) at: Option<f64>,
    /// Whether the end itself belongs to the answer.
    pub(super) closed: bool,
}

/// Where a claim's value lies, and on which scale; `None` for values that lie on none.
pub(super) fn ends(claim: &Claim) -> Option<(Scale, End, End)> {
    match &claim.value {
        Value::Quantity(q) if !matches!(q.unit, Unit::Score | Unit::Vote) => {
            Some((Scale::Number(q.unit.clone()), end(q.interval.lower()), end(q.interval.upper())))
        }
        Value::Time(time) => calendar(time),
        _ => None,
    }
}

/// A place for the value as it is printed, for where an interval would be a line too long.
pub(super) fn nominal(claim: &Claim) -> Option<f64> {
    match &claim.value {
        Value::Quantity(Quantity { nominal: Some(n), .. }) => n.to_f64(),
        _ => None,
    }
}

fn end(bound: Bound) -> End {
    let at = bound.value().and_then(|d: Decimal| d.to_f64());
    End { at, closed: matches!(bound, Bound::Closed(_)) }
}

fn calendar(time: &TimeValue) -> Option<(Scale, End, End)> {
    let seconds = |at: Option<DateTime>| at.and_then(moment);
    let (from, to) = (seconds(time.from), seconds(time.to));
    let end = |at| End { at, closed: true };
    // A bare time of day has no place in the calendar.
    let is_placed = from.or(to).is_some_and(|at| at > -5e10);
    is_placed.then_some((Scale::Calendar, end(from), end(to)))
}

/// Seconds of the civil calendar.
pub(super) fn moment(at: DateTime) -> Option<f64> {
    TimeZone::UTC.to_timestamp(at).ok().map(|t| t.as_second() as f64)
}

/// The lowest and the highest place with room around them; `None` when they are one.
pub(super) fn reach(places: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (low, high) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), p| (l.min(p), h.max(p)));
    let room = (high - low) * 0.1;
    (room.is_finite() && room > 0.0).then_some((low - room, high + room))
}

impl Scale {
    /// The words beside a tick; `width` is that of the whole axis.
    pub(super) fn tick(&self, at: f64, width: f64) -> String {
        match self {
            Scale::Number(_) => number(at),
            Scale::Calendar => date(at, width),
        }
    }

    /// Round values along an axis, at most about so many.
    pub(super) fn ticks(&self, axis: (f64, f64), room: usize) -> Vec<f64> {
        match self {
            Scale::Number(_) => {
                let range: RangedCoordf64 = (axis.0..axis.1).into();
                range.key_points(room)
            }
            Scale::Calendar => moments(axis, room),
        }
    }

    /// What the numbers are of, where that is not said by the question.
    pub(super) fn unit(&self) -> Option<String> {
        let Scale::Number(unit) = self else { return None };
        Some(match unit {
            Unit::None | Unit::Ordinal | Unit::Ratio | Unit::Score | Unit::Vote => return None,
            Unit::Percent => "per cent".to_owned(),
            Unit::Point => "percentage points".to_owned(),
            Unit::Money { code, per: None, .. } => code.to_string(),
            Unit::Money { code, per: Some(per), .. } => format!("{code} per {per}"),
            Unit::Measure { name, .. } | Unit::Duration { name, .. } | Unit::Age { name, .. } => plural(name),
        })
    }
}

/// "miles per hour", "degrees Celsius"
fn plural(name: &str) -> String {
    let (head, rest) = name.find(' ').map_or((name, ""), |at| name.split_at(at));
    match head {
        "foot" => format!("feet{rest}"),
        "inch" => format!("inches{rest}"),
        _ => format!("{head}s{rest}"),
    }
}

/// "1,500", "0.25", "5.7 billion"
fn number(at: f64) -> String {
    let scales = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];
    let (divisor, word) = scales.into_iter().find(|(s, _)| at.abs() >= *s).unwrap_or((1.0, ""));
    let rounded = format!("{:.2}", at / divisor);
    let plain = rounded.trim_end_matches('0').trim_end_matches('.');
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |p| ("-", p));
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}{word}")
}

/// Axes longer than this have years for ticks; shorter ones days or hours.
const LONG: f64 = 400.0 * 24.0 * HOUR;
const HOUR: f64 = 3600.0;
const YEAR: f64 = 365.25 * 24.0 * HOUR;

/// Full hours, days, years: plotters would take ten thousand seconds for round.
fn moments((low, high): (f64, f64), room: usize) -> Vec<f64> {
    const HOURS: [f64; 13] =
        [0.25, 1.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0, 168.0, 336.0, 672.0, 1344.0, 2688.0];
    const YEARS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 50.0, 200.0];
    let width = high - low;
    let steps: Vec<f64> = match width >= LONG {
        true => YEARS.iter().map(|y| y * YEAR).collect(),
        false => HOURS.iter().map(|h| h * HOUR).collect(),
    };
    let fits = |step: &&f64| width / **step <= room as f64;
    let Some(step) = steps.iter().find(fits).or(steps.last()) else { return Vec::new() };
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).take(room + 1).map(|n| n as f64 * step).collect()
}

fn date(at: f64, width: f64) -> String {
    const DAY: f64 = 24.0 * HOUR;
    let format = match width {
        width if width < 4.0 * DAY => "%b %-d %H:%M",
        width if width < LONG => "%b %-d, %Y",
        _ => "%Y",
    };
    // A year's tick may fall on the eve of it.
    let at = if width < LONG { at } else { at + DAY };
    let stamp = jiff::Timestamp::from_second(at.round() as i64);
    stamp.map(|t| t.to_zoned(TimeZone::UTC).strftime(format).to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks() {
        for (at, expected) in [
            (0.0, "0"),
            (1500.0, "1,500"),
            (-12_345.5, "-12,345.5"),
            (0.25, "0.25"),
            (5.7e9, "5.7 billion"),
            (100.0, "100"),
        ] {
            assert_eq!(number(at), expected);
        }
        assert_eq!(
            (plural("mile per hour"), plural("foot")),
            ("miles per hour".to_owned(), "feet".to_owned())
        );
        assert_eq!(date(0.0, 3600.0), "Jan 1 00:00");
        assert_eq!(date(0.0, 86_400.0 * 30.0), "Jan 1, 1970");
    }

    #[test]
    fn ticks_of_the_calendar_are_round() {
        let hours = |n: f64| n * 3600.0;
        assert_eq!(moments((hours(1.5), hours(11.0)), 4), [3.0, 6.0, 9.0].map(hours));
        assert_eq!(moments((hours(30.0), hours(100.0)), 4), [48.0, 72.0, 96.0].map(hours));
        let years = moments(
            (
                moment(jiff::civil::date(2009, 5, 1).into()).unwrap(),
                moment(jiff::civil::date(2014, 5, 1).into()).unwrap(),
            ),
            5,
        );
        let words: Vec<String> = years.iter().map(|y| date(*y, hours(44_000.0))).collect();
        assert_eq!(words, ["2010", "2011", "2012", "2013", "2014"]);
    }

    #[test]
    fn an_axis_has_room() {
        assert_eq!(reach([10.0, 20.0].into_iter()), Some((9.0, 21.0)));
        assert_eq!(reach([10.0, 10.0].into_iter()), None);
        assert_eq!(reach(std::iter::empty()), None);
    }
}
