//! Dates and clock readings → `TimeValue`s, and the shares ("late", "the end of") that are cut out of them.

use jiff::civil::{Date, DateTime, Time};

use super::calendar::{plus_days, plus_months};
use super::lexicon::Share;
use crate::model::{Granularity, TimeForm, TimeValue};

/// Midnight at the start of a date.
pub(super) fn midnight(date: Date) -> DateTime {
    date.to_datetime(Time::midnight())
}

/// A value of which nothing is known but its form.
pub(super) fn open(form: TimeForm, granularity: Granularity) -> TimeValue {
    TimeValue {
        form,
        from: None,
        to: None,
        earliest: None,
        latest: None,
        granularity,
        approx: false,
        relative: true,
        zone: None,
        timex: String::new(),
    }
}

/// The stretch between two moments.
pub(super) fn stretch(from: DateTime, to: DateTime, form: TimeForm, granularity: Granularity) -> TimeValue {
    let (from, to) = (Some(from), Some(to));
    TimeValue { from, to, earliest: from, latest: to, relative: false, ..open(form, granularity) }
}

/// The days from one date up to another, which is not counted.
pub(super) fn days(from: Date, to: Date, granularity: Granularity) -> TimeValue {
    let form = if granularity == Granularity::Day { TimeForm::Date } else { TimeForm::DateRange };
    let mut value = stretch(midnight(from), midnight(to), form, granularity);
    value.timex = match granularity {
        Granularity::Day => from.to_string(),
        Granularity::Week => {
            let week = from.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Granularity::Month => format!("{:04}-{:02}", from.year(), from.month()),
        Granularity::Year => format!("{:04}", from.year()),
        Granularity::Decade => format!("{:03}X", from.year() / 10),
        Granularity::Century => format!("{:02}XX", from.year() / 100),
        _ => format!("({from},{to})"),
    };
    value
}

/// One day.
pub(super) fn day(date: Date) -> Option<TimeValue> {
    Some(days(date, plus_days(date, 1)?, Granularity::Day))
}

/// The value marked as told relative to the article's date.
pub(super) fn relative(mut value: TimeValue) -> TimeValue {
    value.relative = true;
    value
}

/// The value as of a story told later: its place in the calendar is a guess, nothing to compare by.
pub(super) fn narrative(mut value: TimeValue) -> TimeValue {
    value.relative = true;
    (value.earliest, value.latest) = (None, None);
    value
}

/// The middle of a stretch, to the day.
pub(super) fn middle(from: Date, to: Date) -> Option<Date> {
    let days = i64::from(from.until(to).ok()?.get_days());
    plus_days(from, days / 2)
}

/// A share of a stretch of days, as date recognisers cut it; `now` is the article's date.
pub(super) fn share(whole: TimeValue, share: Share, now: Date) -> Option<TimeValue> {
    let (Some(start), Some(end)) = (whole.from, whole.to) else { return Some(whole) };
    let (from, to) = (start.date(), end.date());
    if whole.granularity == Granularity::Day {
        return share_of_day(whole, start, share);
    }
    let months = |a: i64, b: i64| Some((plus_months(from, a)?, plus_months(from, b)?));
    let days = |a: i64, b: i64| Some((plus_days(from, a)?, plus_days(from, b)?));
    let third = match share {
        Share::Early | Share::Beginning => 0,
        Share::Mid | Share::Middle => 1,
        Share::Late | Share::End => 2,
    };
    let pick = |cuts: [(i64, i64); 3]| cuts.get(third).copied().unwrap_or((0, 0));
    let (mut a, mut b) = match whole.granularity {
        Granularity::Week => {
            let (x, y) = pick([(0, 3), (2, 5), (3, 7)]);
            let (a, b) = days(x, y)?;
            match third {
                2 if now > a && now < to => (now, to),
                _ => (a, b.min(to)),
            }
        }
        Granularity::Month => {
            let (x, y) = pick([(0, 15), (9, 20), (15, 31)]);
            let (a, b) = days(x, y)?;
            (a, b.min(to))
        }
        Granularity::Year if whole.relative => {
            let (x, y) = pick([(0, 6), (3, 9), (6, 12)]);
            months(x, y)?
        }
        Granularity::Year => {
            let (x, y) = pick([(0, 4), (4, 8), (8, 12)]);
            months(x, y)?
        }
        Granularity::Decade => {
            let (x, y) = pick([(0, 4 * 12), (3 * 12, 7 * 12), (6 * 12, 120)]);
            months(x, y)?
        }
        _ => {
            let half = middle(from, to)?;
            let quarter = middle(from, half)?;
            let (x, y) = (from, to);
            [(x, half), (quarter, middle(half, y)?), (half, y)].get(third).copied()?
        }
    };
    if b <= a {
        (a, b) = (from, to);
    }
    let (a, b) = (midnight(a), midnight(b));
    // "earlier this year" reaches up to the day of writing, "late 2018" is not so exact either
    let (earliest, latest) =
        if whole.relative { (whole.earliest, whole.latest) } else { slack(a, b, start, end) };
    // "by the end of the year" is said of January 1 too
    let latest = if share == Share::End { plus_days(to, 1).map(midnight) } else { latest };
    Some(TimeValue { from: Some(a), to: Some(b), earliest, latest, form: TimeForm::DateRange, ..whole })
}

/// A share's bounds widened by a quarter of it, within the whole.
fn slack(a: DateTime, b: DateTime, from: DateTime, to: DateTime) -> (Option<DateTime>, Option<DateTime>) {
    let quarter = i64::from(a.date().until(b.date()).map_or(0, |s| s.get_days())) / 4;
    let earliest = plus_days(a.date(), -quarter).map_or(a, midnight).max(from);
    let latest = plus_days(b.date(), quarter).map_or(b, midnight).min(to);
    (Some(earliest), Some(latest))
}

fn share_of_day(whole: TimeValue, start: DateTime, share: Share) -> Option<TimeValue> {
    let (a, b, form) = match share {
        Share::Early | Share::Beginning => (0, 12 * 3600, TimeForm::DateTimeRange),
        Share::Mid | Share::Middle => (10 * 3600, 14 * 3600, TimeForm::DateTimeRange),
        Share::Late => (12 * 3600, 24 * 3600, TimeForm::DateTimeRange),
        Share::End => (24 * 3600 - 1, 24 * 3600, TimeForm::DateTime),
    };
    let granularity = Granularity::DayPart;
    let (from, to) = (Some(seconds_on(start, a)?), Some(seconds_on(start, b)?));
    Some(TimeValue { form, from, to, granularity, ..whole })
}

/// A moment some seconds on.
pub(super) fn seconds_on(at: DateTime, seconds: i64) -> Option<DateTime> {
    at.checked_add(jiff::Span::new().try_seconds(seconds).ok()?).ok()
}
