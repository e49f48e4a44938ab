//! The calendar fields that a wording names (year, month, day, weekday) → the day, month or year meant.
//!
//! What is not named is looked for around the article's date: back by default, ahead after a word of the future. The
//! weekday decides between two years where both are named.

use jiff::civil::Date;

use super::calendar::{monday, plus_days, plus_months, unit_of, weekday_from};
use super::lexicon::{Rel, Unit};
use super::reading::{day, days, narrative, relative};
use crate::model::{Granularity, TimeValue};

/// Which way the sentence looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    /// A word in "-ed" that may be an adjective.
    PerhapsPast,
    Future,
    Unsaid,
}

/// What relative times count from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base {
    pub(super) now: Date,
    pub(super) direction: Direction,
    /// The start of a stretch whose end is being looked for.
    pub(super) after: Option<Date>,
}

/// The fields named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<i8>,
    pub(super) rel: Option<Rel>,
    /// "Monday the 24th" is of this month, "Monday 24" of any.
    pub(super) the: bool,
    /// "the following Friday" of a story.
    pub(super) told: bool,
}

impl Fields {
    /// Does it name a weekday and nothing else?
    pub(super) fn is_weekday(&self) -> bool {
        self.weekday.is_some() && self.year.is_none() && self.month.is_none() && self.day.is_none()
    }

    /// Does it name a year and nothing else?
    pub(super) fn is_year(&self) -> bool {
        self.year.is_some() && self.month.is_none() && self.day.is_none() && self.weekday.is_none()
    }

    /// The time meant; `None` when there is no such day.
    pub(super) fn resolve(&self, base: &Base) -> Option<TimeValue> {
        let mut value = match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => day(Date::new(y, m, d).ok()?)?,
            (Some(y), Some(m), None) => month(Date::new(y, m, 1).ok()?)?,
            (Some(y), None, None) => {
                let from = Date::new(y, 1, 1).ok()?;
                days(from, Date::new(y.checked_add(1)?, 1, 1).ok()?, Granularity::Year)
            }
            (None, Some(m), d) => relative(self.month_day(m, d, base)?),
            (None, None, Some(d)) => relative(self.day_alone(d, base)?),
            (None, None, None) => relative(self.weekday_alone(self.weekday?, base)?),
            (Some(_), None, Some(_)) => return None,
        };
        value.timex = self.timex();
        Some(if self.told { narrative(value) } else { value })
    }

    fn timex(&self) -> String {
        if let (None, None, None, Some(w)) = (self.year, self.month, self.day, self.weekday) {
            return format!("XXXX-WXX-{w}");
        }
        let mut words = self.year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
        if self.month.is_some() || self.day.is_some() {
            words += &self.month.map_or_else(|| "-XX".to_owned(), |m| format!("-{m:02}"));
        }
        words + &self.day.map_or_else(String::new, |d| format!("-{d:02}"))
    }

    fn month_day(&self, m: i8, d: Option<i8>, base: &Base) -> Option<TimeValue> {
        if Date::new(2000, m, d.unwrap_or(1)).is_err() {
            return None;
        }
        let value = |y: i16| Date::new(y, m, d.unwrap_or(1)).ok();
        let now = base.now;
        // Eight years on either side find the 29th of February; the nearest of each side is enough otherwise.
        let around: Vec<Date> = (-8..=8).filter_map(|n| value(now.year().checked_add(n)?)).collect();
        let fits = |date: &&Date| self.weekday.is_none_or(|w| date.weekday().to_monday_one_offset() == w);
        let this_month = now.first_of_month();
        let begun = |date: &Date| if d.is_some() { *date <= now } else { *date <= this_month };
        let back = around.iter().rev().find(|date| begun(date)).copied();
        let reached = |date: &Date| if d.is_some() { *date >= now } else { *date >= this_month };
        let ahead = around.iter().find(|date| reached(date)).copied();
        let chosen = if let Some(after) = base.after {
            around.iter().find(|date| **date >= after).copied()
        } else {
            match self.rel {
                Some(Rel::This) => value(now.year()),
                Some(Rel::Next | Rel::Coming) => around.iter().find(|date| **date > now).copied(),
                Some(Rel::Last | Rel::Past) => around
                    .iter()
                    .rev()
                    .find(|date| **date < this_month || (d.is_some() && **date < now))
                    .copied(),
                None => match (back.as_ref().filter(fits), ahead.as_ref().filter(fits)) {
                    (Some(_), None) if self.weekday.is_some() => back,
                    (None, Some(_)) if self.weekday.is_some() => ahead,
                    _ => match (back, ahead) {
                        (Some(b), Some(a)) => Some(nearer(now, b, a, base.direction, d.is_some())),
                        (b, a) => b.or(a),
                    },
                },
            }
        }?;
        if d.is_some() { day(chosen) } else { month(chosen) }
    }

    /// "the 21st", "Friday the 26th", "Sunday 31".
    fn day_alone(&self, d: i8, base: &Base) -> Option<TimeValue> {
        let now = base.now;
        let of = |n: i64| {
            let first = plus_months(now.first_of_month(), n)?;
            Date::new(first.year(), first.month(), d).ok()
        };
        if let Some(after) = base.after {
            return day((0..14).find_map(|n| {
                let first = plus_months(after.first_of_month(), n)?;
                Date::new(first.year(), first.month(), d).ok().filter(|date| *date > after)
            })?);
        }
        let fits = |date: &Date| self.weekday.is_none_or(|w| date.weekday().to_monday_one_offset() == w);
        if self.the && self.weekday.is_some() && of(0).is_some_and(|date| fits(&date)) {
            return day(of(0)?);
        }
        let back = (-36..=0).rev().filter_map(of).find(|date| *date <= now && fits(date));
        let ahead = (0..=36).filter_map(of).find(|date| *date >= now && fits(date));
        let near = |date: Date| days_between(date, now).abs() < 28;
        day(match base.direction {
            Direction::Future => ahead.or(back)?,
            // "Sunday 31" is not of a month a year back when one is around the corner
            _ if self.weekday.is_some() && !back.is_some_and(near) && ahead.is_some_and(near) => ahead?,
            _ => back.or(ahead)?,
        })
    }

    fn weekday_alone(&self, w: i8, base: &Base) -> Option<TimeValue> {
        let now = base.now;
        if let Some(after) = base.after {
            return day(weekday_from(after, w)?);
        }
        let in_week = |n: i64| plus_days(monday(now)?, 7 * n + i64::from(w) - 1);
        let latest = weekday_from(plus_days(now, -6)?, w)?;
        let next = weekday_from(plus_days(now, 1)?, w)?;
        let date = match self.rel {
            Some(Rel::This) => in_week(0)?,
            Some(Rel::Last) => in_week(-1)?,
            Some(Rel::Past) => weekday_from(plus_days(now, -7)?, w)?,
            Some(Rel::Next) => in_week(1)?,
            Some(Rel::Coming) => next,
            None => match base.direction {
                Direction::Future => weekday_from(now, w)?,
                Direction::Unsaid if days_between(latest, now) >= 5 => next,
                _ => latest,
            },
        };
        let mut value = day(date)?;
        // "last Monday" on a Friday may be four or eleven days back, "next Friday" on a Monday four or eleven ahead
        match self.rel {
            Some(Rel::Last) if latest < now => value.latest = value.latest.max(day(latest)?.latest),
            Some(Rel::Next) => value.earliest = value.earliest.min(day(next)?.earliest),
            // a page dated Wednesday that tells of Thursday's news in the past was written on after its date
            None if days_between(now, next) == 1 => {
                (value.earliest, value.latest) = (day(latest)?.earliest, day(next)?.latest);
            }
            _ => {}
        }
        Some(value)
    }
}

/// Of the last one and the next one that bear the name, the nearer is meant, where the verb weighs: a day named without
/// its year is of the year around the article, whatever the verb says, while "in February" may well be ten months ago.
pub(super) fn nearer(now: Date, back: Date, ahead: Date, direction: Direction, is_day: bool) -> Date {
    let end = if is_day { back } else { plus_months(back, 1).unwrap_or(back) };
    let (behind, before) = (days_between(end, now).max(0), days_between(now, ahead));
    let (behind, before) = match direction {
        Direction::Past => (behind, before * if is_day { 4 } else { 8 }),
        Direction::PerhapsPast => (behind, before * 3),
        Direction::Unsaid => (behind * 3, before * 4),
        Direction::Future => (behind * 6, before),
    };
    if before < behind { ahead } else { back }
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(0, |s| s.get_days()))
}

fn month(first: Date) -> Option<TimeValue> {
    let (from, to) = unit_of(first, 0, Unit::Month)?;
    Some(days(from, to, Granularity::Month))
}
