//! A time read in an article without a date → what of it holds all the same: the weekday, the month and day, the hour,
//! or a code of the distance ("yesterday" is the same day in two such articles or it is not, but which day is unknown).

use jiff::civil::DateTime;

use super::reading::midnight;
use crate::model::{TimeForm, TimeValue};

/// The moment that relative times count from when the article's date is unknown.
pub(super) const DAY: DateTime = DateTime::constant(1, 1, 1, 0, 0, 0, 0);

/// The value without what was only counted from [`DAY`].
pub(super) fn undated(value: TimeValue) -> TimeValue {
    if !value.relative || matches!(value.form, TimeForm::Time | TimeForm::TimeRange | TimeForm::Set) {
        return value;
    }
    let timex = if value.timex.starts_with("XXXX") { value.timex.clone() } else { distance(&value) };
    let hour =
        matches!(value.form, TimeForm::DateTime | TimeForm::DateTimeRange) && value.timex.contains('T');
    let Some(start) = value.from.or(value.to).filter(|_| hour) else {
        return TimeValue { from: None, to: None, earliest: None, latest: None, timex, ..value };
    };
    let shift = |at: Option<DateTime>| {
        let days = start.date().until(DAY.date()).ok()?;
        at?.checked_add(days).ok()
    };
    TimeValue {
        from: shift(value.from),
        to: shift(value.to),
        earliest: shift(value.earliest),
        latest: shift(value.latest),
        timex,
        ..value
    }
}

/// "REF-7D/0D": begin and end in days from the unknown date; nothing for what only a story tells.
fn distance(value: &TimeValue) -> String {
    if value.earliest.is_none() && value.latest.is_none() {
        return String::new();
    }
    let days = |at: Option<DateTime>| {
        let span = at.and_then(|at| DAY.date().until(at.date()).ok());
        span.map(|s| format!("{}D", s.get_days())).unwrap_or_default()
    };
    let hour = value.from.filter(|at| *at != midnight(at.date()));
    let hour = hour.map(|at| format!("T{:02}:{:02}", at.hour(), at.minute())).unwrap_or_default();
    format!("REF{}/{}{hour}", days(value.from), days(value.to))
}
