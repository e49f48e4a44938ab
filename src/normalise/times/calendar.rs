//! Calendar arithmetic on civil dates that says `None` at the ends of the calendar instead of failing.

use jiff::Span;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};

use super::lexicon::Unit;

/// A date some days on.
pub(super) fn plus_days(date: Date, n: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(n).ok()?).ok()
}

/// A date some months on; the last of the month where the day does not exist.
pub(super) fn plus_months(date: Date, n: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(n).ok()?).ok()
}

/// A date-time some units on.
pub(super) fn plus(at: DateTime, n: i64, unit: Unit) -> Option<DateTime> {
    let span = Span::new();
    let span = match unit {
        Unit::Second => span.try_seconds(n),
        Unit::Minute => span.try_minutes(n),
        Unit::Hour => span.try_hours(n),
        Unit::BusinessDay => return Some(plus_business_days(at.date(), n)?.to_datetime(at.time())),
        Unit::Day => span.try_days(n),
        Unit::Week | Unit::Weekend => span.try_weeks(n),
        Unit::Fortnight => span.try_weeks(n.checked_mul(2)?),
        Unit::Month => span.try_months(n),
        Unit::Quarter => span.try_months(n.checked_mul(3)?),
        Unit::Year => span.try_years(n),
        Unit::Decade => span.try_years(n.checked_mul(10)?),
        Unit::Century => span.try_years(n.checked_mul(100)?),
    };
    at.checked_add(span.ok()?).ok()
}

/// A date some working days on, Saturdays and Sundays left out.
fn plus_business_days(date: Date, n: i64) -> Option<Date> {
    let (step, mut left) = (n.signum(), n.unsigned_abs().min(3_000));
    let mut at = date;
    while left > 0 {
        at = plus_days(at, step)?;
        if at.weekday().to_monday_one_offset() < 6 {
            left -= 1;
        }
    }
    Some(at)
}

/// The Monday of a date's week.
pub(super) fn monday(date: Date) -> Option<Date> {
    plus_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

/// The Monday of a numbered week of an ISO year.
pub(super) fn iso_week(year: i16, week: i8) -> Option<Date> {
    Some(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date())
}

/// The Monday of the n-th week of a stretch: a week belongs where its Thursday lies; a negative n counts from the end.
pub(super) fn nth_week(from: Date, to: Date, n: i8) -> Option<Date> {
    if n > 0 {
        let thursday = plus_days(monday(from)?, 3)?;
        let first = if thursday < from { plus_days(thursday, 4)? } else { plus_days(thursday, -3)? };
        plus_days(first, 7 * (i64::from(n) - 1))
    } else {
        let thursday = plus_days(monday(to)?, 3)?;
        let last = if thursday < to { plus_days(thursday, -3)? } else { plus_days(thursday, -10)? };
        plus_days(last, 7 * (i64::from(n) + 1))
    }
}

/// The first date from `from` on that is this weekday.
pub(super) fn weekday_from(from: Date, weekday: i8) -> Option<Date> {
    let ahead = (i64::from(weekday) - i64::from(from.weekday().to_monday_one_offset())).rem_euclid(7);
    plus_days(from, ahead)
}

/// The calendar unit (week from Monday, month, quarter, year, decade, century) that a date lies in, `n` units on.
pub(super) fn unit_of(date: Date, n: i64, unit: Unit) -> Option<(Date, Date)> {
    let (from, months) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => {
            let day = plus_days(date, n)?;
            return Some((day, plus_days(day, 1)?));
        }
        Unit::BusinessDay => {
            let day = plus_business_days(date, n)?;
            return Some((day, plus_days(day, 1)?));
        }
        Unit::Week => {
            let from = plus_days(monday(date)?, n.checked_mul(7)?)?;
            return Some((from, plus_days(from, 7)?));
        }
        Unit::Fortnight => {
            let from = plus_days(monday(date)?, n.checked_mul(14)?)?;
            return Some((from, plus_days(from, 14)?));
        }
        Unit::Weekend => {
            let saturday = plus_days(monday(date)?, n.checked_mul(7)?.checked_add(5)?)?;
            return Some((saturday, plus_days(saturday, 2)?));
        }
        Unit::Month => (date.first_of_month(), 1),
        Unit::Quarter => {
            let into = i64::from((date.month() - 1) % 3);
            (plus_months(date.first_of_month(), -into)?, 3)
        }
        Unit::Year => (date.first_of_year(), 12),
        Unit::Decade => (Date::new(date.year().div_euclid(10) * 10, 1, 1).ok()?, 120),
        Unit::Century => (Date::new(date.year().div_euclid(100) * 100, 1, 1).ok()?, 1200),
    };
    let from = plus_months(from, n.checked_mul(months)?)?;
    Some((from, plus_months(from, months)?))
}

/// Easter Sunday of the western churches (Gauss, as given by Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// The first day of an Islamic month that lies in a civil year, by the tabular calendar (it may be a day from the sighting).
pub(super) fn islamic(year: i16, month: i64, day: i64) -> Option<Date> {
    let epoch = Date::new(622, 7, 18).ok()?;
    let guess = (i64::from(year) - 622) * 33 / 32;
    (guess - 1..=guess + 2).find_map(|y| {
        let days = day - 1 + (59 * (month - 1) + 1) / 2 + (y - 1) * 354 + (3 + 11 * y) / 30;
        plus_days(epoch, days).filter(|d| d.year() == year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_belong_where_their_thursday_lies() {
        let may = (date(2018, 5, 1), date(2018, 6, 1));
        assert_eq!(nth_week(may.0, may.1, 1), Some(date(2018, 4, 30)));
        assert_eq!(nth_week(may.0, may.1, -1), Some(date(2018, 5, 28)));
        assert_eq!(nth_week(date(2016, 12, 1), date(2017, 1, 1), -1), Some(date(2016, 12, 26)));
    }

    #[test]
    fn feasts_that_move() {
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(islamic(2023, 10, 1), Some(date(2023, 4, 21)));
    }

    #[test]
    fn units_hold_their_date() {
        for (unit, from, to) in [
            (Unit::Week, date(2018, 5, 21), date(2018, 5, 28)),
            (Unit::Weekend, date(2018, 5, 26), date(2018, 5, 28)),
            (Unit::Quarter, date(2018, 4, 1), date(2018, 7, 1)),
            (Unit::Decade, date(2010, 1, 1), date(2020, 1, 1)),
        ] {
            assert_eq!(unit_of(date(2018, 5, 24), 0, unit), Some((from, to)), "{unit:?}");
        }
    }

    #[test]
    fn the_calendar_has_ends() {
        assert_eq!(plus_days(Date::MAX, 1), None);
        assert_eq!(unit_of(Date::MAX, 1, Unit::Century), None);
        assert_eq!(plus(DateTime::MIN, -1, Unit::Second), None);
    }
}
