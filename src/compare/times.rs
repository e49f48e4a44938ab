//! Two times → how they stand to each other: days by the calendar, hours by the clock.
//!
//! What is compared is all that the wording leaves possible, not the recogniser's convention. In articles without a date
//! a weekday or a month and day hold all the same.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::values::Relation;
use crate::model::{Granularity, TimeValue};

/// Compares the days of two times.
pub(super) fn dates(a: &TimeValue, b: &TimeValue) -> Relation {
    if !day_known(a) || !day_known(b) {
        return partial_dates(a, b);
    }
    let day = |t: Option<DateTime>, end: bool| {
        let t = t?;
        let start = t.date().to_datetime(Time::midnight());
        if end && t != start { start.checked_add(1.day()).ok() } else { Some(start) }
    };
    let days = |t: &TimeValue| (day(t.from, false), day(t.to, true));
    let same_words = !a.timex.is_empty() && a.timex == b.timex;
    if days(a) == days(b) || same_words {
        return Relation::Equal;
    }
    if let (Some(x), Some(y)) = (beginning(a), beginning(b)) {
        return if overlap(x, y, 0) { Relation::Meet } else { Relation::Exclude };
    }
    if matches!((ahead(a), ahead(b)), (Some((x, n)), Some((y, m))) if n != m && near(x, y)) {
        return Relation::Exclude;
    }
    let widest = |t: &TimeValue| (day(t.earliest, false), day(t.latest, true));
    let slack = |t: &TimeValue| if t.approx { width(t.granularity) } else { 0 };
    let slack = slack(a).max(slack(b));
    let met = overlap(widest(a), widest(b), slack);
    let other_year = |t: &TimeValue| t.relative && t.timex.starts_with("XXXX-") && !t.timex.contains('W');
    let years = if other_year(a) || other_year(b) { [-1i16, 1].as_slice() } else { &[] };
    let moved = |y: &i16| {
        let by = |t: Option<DateTime>| t.and_then(|t| t.checked_add(y.years()).ok());
        let (from, to) = widest(a);
        overlap((by(from), by(to)), widest(b), slack)
    };
    if met || years.iter().any(moved) || same_weekday(a, b) { Relation::Meet } else { Relation::Exclude }
}

/// Two days of one name, of which one at least was written as "Friday" or "Friday night": which Friday hangs on a
/// publication date that may be that of a later edition.
fn same_weekday(a: &TimeValue, b: &TimeValue) -> bool {
    let one_day = |t: &TimeValue| {
        let (from, to) = (t.from?, t.to?);
        (t.granularity <= Granularity::Day && from.until(to).ok()?.get_days() <= 1)
            .then_some(from.date().weekday())
    };
    let same = matches!((one_day(a), one_day(b)), (Some(x), Some(y)) if x == y);
    same && (a.relative || b.relative)
}

/// Where a time without end begins ("since 2002"): two of them differ by their beginnings.
fn beginning(t: &TimeValue) -> Option<Ends> {
    if t.to.is_some() || t.latest.is_some() || t.approx {
        return None;
    }
    let from = t.earliest?;
    let unit = match t.granularity {
        Granularity::Week => 7.days(),
        Granularity::Month => 1.month(),
        Granularity::Quarter => 3.months(),
        Granularity::Year => 1.year(),
        Granularity::Decade => 10.years(),
        Granularity::Century => 100.years(),
        _ => 1.day(),
    };
    Some((Some(from), from.checked_add(unit).ok()))
}

/// Where a stretch of years begins, and its months: two that begin with the days of writing ("over the next five years")
/// differ by their lengths, though the shorter lies in the longer.
fn ahead(t: &TimeValue) -> Option<(Date, i32)> {
    let exact = !t.approx && t.latest == t.to;
    let counted = t.relative && exact && t.timex.starts_with('(');
    let (from, to) = (t.from?.date(), t.to?.date());
    let years = t.granularity == Granularity::Year && from.day() == to.day();
    let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month());
    (counted && years).then_some((from, months))
}

/// Returns whether the two days are less than a month apart.
fn near(a: Date, b: Date) -> bool {
    a.until(b).is_ok_and(|span| span.get_days().abs() < 31)
}

/// Returns whether the day is known: an hour of an unknown day carries the first of year 1.
fn day_known(t: &TimeValue) -> bool {
    t.from.or(t.to).is_some_and(|at| at.year() > 1)
}

/// A day of which only a part is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Weekday(i8),
    MonthDay(i8, i8),
    Month(i8),
}

/// The part that a TIMEX3 value names: "XXXX-WXX-4", "XXXX-05-29TNI", "XXXX-06".
fn part(timex: &str) -> Option<Part> {
    let code = timex.strip_prefix("XXXX-")?.split('T').next()?;
    if let Some(weekday) = code.strip_prefix("WXX-") {
        return Some(Part::Weekday(weekday.parse().ok()?));
    }
    match code.split_once('-') {
        Some((month, day)) => Some(Part::MonthDay(month.parse().ok()?, day.parse().ok()?)),
        None => Some(Part::Month(code.parse().ok()?)),
    }
}

/// Compares two times of which at least one is not known to the year.
fn partial_dates(a: &TimeValue, b: &TimeValue) -> Relation {
    let meet = |fits: bool| if fits { Relation::Meet } else { Relation::Exclude };
    match (part(&a.timex).filter(|_| !day_known(a)), part(&b.timex).filter(|_| !day_known(b))) {
        (Some(x), Some(y)) if x == y => Relation::Equal,
        (Some(Part::Weekday(_)), Some(Part::Weekday(_))) => Relation::Exclude,
        (Some(Part::Weekday(_)), Some(_)) | (Some(_), Some(Part::Weekday(_))) => Relation::Incomparable,
        (Some(Part::MonthDay(m, _)), Some(Part::Month(n)))
        | (Some(Part::Month(n)), Some(Part::MonthDay(m, _))) => meet(m == n),
        (Some(_), Some(_)) => Relation::Exclude,
        (Some(x), None) => single_day(b).map_or(Relation::Incomparable, |date| meet(lies(date, x))),
        (None, Some(y)) => single_day(a).map_or(Relation::Incomparable, |date| meet(lies(date, y))),
        (None, None) if !a.timex.is_empty() && a.timex == b.timex => Relation::Equal,
        (None, None) => Relation::Incomparable,
    }
}

/// The day, where it is known and one.
fn single_day(t: &TimeValue) -> Option<Date> {
    (day_known(t) && t.granularity <= Granularity::Day && !t.approx).then(|| t.from.map(|at| at.date()))?
}

fn lies(date: Date, part: Part) -> bool {
    match part {
        Part::Weekday(w) => date.weekday().to_monday_one_offset() == w,
        Part::MonthDay(m, d) => (date.month(), date.day()) == (m, d),
        Part::Month(m) => date.month() == m,
    }
}

/// Compares the hours of two times, whatever their days.
pub(super) fn times_of_day(a: &TimeValue, b: &TimeValue) -> Relation {
    let (Some(x), Some(y)) = (minutes(a.from, a.to), minutes(b.from, b.to)) else {
        return Relation::Incomparable;
    };
    if x == y && a.approx == b.approx {
        return Relation::Equal;
    }
    let hours = |t: &TimeValue| minutes(t.earliest, t.latest);
    let (Some(x), Some(y)) = (hours(a), hours(b)) else { return Relation::Incomparable };
    if a.zone != b.zone {
        return Relation::Incomparable;
    }
    // A stretch that ends after midnight ("Thursday night") also covers the early hours.
    let meets = |shift: i64| x.0 + shift < y.1 && y.0 < x.1 + shift;
    if [-1440, 0, 1440].into_iter().any(meets) { Relation::Meet } else { Relation::Exclude }
}

/// Minutes after midnight `[from, to)`, the end possibly beyond the day's.
fn minutes(from: Option<DateTime>, to: Option<DateTime>) -> Option<(i64, i64)> {
    let of = |d: DateTime| i64::from(d.hour()) * 60 + i64::from(d.minute());
    let from = from?;
    let start = of(from);
    let end = to.map_or(start + 1, of);
    let end = if end <= start { if to == Some(from) { start + 1 } else { end + 1440 } } else { end };
    Some((start, end))
}

/// Days by which "about" and "around" may miss at a granularity.
fn width(granularity: Granularity) -> i32 {
    match granularity {
        Granularity::Day => 1,
        Granularity::Week => 4,
        Granularity::Month => 20,
        Granularity::Quarter => 60,
        Granularity::Year => 366,
        Granularity::Decade | Granularity::Century => 3660,
        _ => 0,
    }
}

type Ends = (Option<DateTime>, Option<DateTime>);

fn overlap(a: Ends, b: Ends, slack_days: i32) -> bool {
    let before = |from: Option<DateTime>, to: Option<DateTime>| match (from, to) {
        (Some(from), Some(to)) => to.checked_add(slack_days.days()).map_or(true, |to| from < to),
        _ => true,
    };
    before(a.0, b.1) && before(b.0, a.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(from: &str, to: &str) -> TimeValue {
        TimeValue {
            form: crate::model::TimeForm::Date,
            from: from.parse().ok(),
            to: to.parse().ok(),
            earliest: from.parse().ok(),
            latest: to.parse().ok(),
            zone: None,
            granularity: Granularity::Day,
            approx: false,
            relative: false,
            timex: String::new(),
        }
    }

    #[test]
    fn times() {
        let june = day("2013-06-01T00:00", "2013-07-01T00:00");
        let third = day("2013-06-03T00:00", "2013-06-04T00:00");
        let fourth = day("2013-06-04T00:00", "2013-06-05T00:00");
        assert_eq!(dates(&june, &third), Relation::Meet);
        assert_eq!(dates(&third, &fourth), Relation::Exclude);
        assert_eq!(dates(&third, &third), Relation::Equal);
        let evening = day("2013-06-03T20:00", "2013-06-04T04:00");
        let after_midnight = day("2013-06-04T01:30", "2013-06-04T01:31");
        assert_eq!(times_of_day(&evening, &after_midnight), Relation::Meet);
    }

    #[test]
    fn two_beginnings_differ() {
        let since = |from: &str| TimeValue { latest: None, granularity: Granularity::Year, ..day(from, "") };
        let (a, b) = (since("2002-01-01T00:00"), since("2003-01-01T00:00"));
        assert_eq!(dates(&a, &b), Relation::Exclude);
        assert_eq!(dates(&a, &day("2009-06-03T00:00", "2009-06-04T00:00")), Relation::Meet);
    }

    #[test]
    fn days_of_articles_without_a_date() {
        let unknown = |timex: &str| TimeValue {
            from: None,
            to: None,
            earliest: None,
            latest: None,
            timex: timex.to_owned(),
            ..day("", "")
        };
        let monday = day("2013-06-03T00:00", "2013-06-04T00:00");
        for (a, b, expected) in [
            ("XXXX-WXX-4", "XXXX-WXX-4TNI", Relation::Equal),
            ("XXXX-WXX-4", "XXXX-WXX-5", Relation::Exclude),
            ("XXXX-WXX-4", "XXXX-05-29", Relation::Incomparable),
            ("XXXX-05-29", "XXXX-05", Relation::Meet),
            ("XXXX-05-29", "XXXX-05-30", Relation::Exclude),
            ("REF-1D/0D", "REF-1D/0D", Relation::Equal),
            ("", "", Relation::Incomparable),
        ] {
            assert_eq!(dates(&unknown(a), &unknown(b)), expected, "{a} / {b}");
        }
        assert_eq!(dates(&unknown("XXXX-WXX-1"), &monday), Relation::Meet);
        assert_eq!(dates(&monday, &unknown("XXXX-WXX-2")), Relation::Exclude);
    }
}
