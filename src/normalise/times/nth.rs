//! Atoms → a numbered part of a longer time: "the first Monday of May", "the last week of 2016", "week 10".

use jiff::civil::Date;

use super::Reader;
use super::calendar::{iso_week, monday, nth_week, plus, plus_days, unit_of, weekday_from};
use super::lexicon::{Lex, Rel, Unit};
use super::part::part_clock;
use super::period::granularity;
use super::reading::{day, days, midnight, narrative, relative};
use crate::model::{Granularity, TimeForm, TimeValue};

impl Reader<'_> {
    /// "week 10", "the week of April 10th", "the week beginning February 4".
    pub(super) fn week(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        // "the weekend of June 5"
        if let (Lex::Unit(Unit::Weekend, false), Lex::Of) = (self.lex(q), self.lex(q + 1)) {
            let (e, fields) = self.fields(q + 2).filter(|(_, f)| f.day.is_some())?;
            let saturday = plus_days(monday(fields.resolve(&self.base(p))?.from?.date())?, 5)?;
            return Some((e, days(saturday, plus_days(saturday, 2)?, Granularity::Week)));
        }
        (self.lex(q) == Lex::Unit(Unit::Week, false)).then_some(())?;
        if let Lex::Digits(n @ 1..=53, digits) = self.lex(q + 1) {
            let from = iso_week(self.now().year(), i8::try_from(n).ok()?)?;
            // a season's "Week 16" is none of the calendar's, and "week 3" may be a season's too
            let other = self.lex(q + 2) == Lex::Of && self.inner(q + 3).is_none();
            let own =
                self.free(q + 1) && !self.reads_on(q + 2) && (!self.atom(q).capital || q == 0) && !other;
            return (own && digits <= 2)
                .then_some(())
                .and_then(|()| Some((q + 2, narrative(week_from(from)?))));
        }
        let led = self.lex(q + 1) == Lex::Starting || self.is_any(q + 1, &["beginning", "ending"]);
        let at = if led { self.skip(q + 2, Lex::On) } else { q + 1 };
        if !led && self.lex(at) != Lex::Of {
            return None;
        }
        let at = self.skip(at, Lex::Of);
        let (e, fields) = self.fields(at).filter(|(_, f)| f.day.is_some())?;
        let date = fields.resolve(&self.base(p))?.from?.date();
        if self.is(q + 1, "ending") {
            return Some((e, week_from(plus_days(date, -6)?)?));
        }
        Some((e, week_from(monday(date)?)?))
    }

    /// "the first week of 2019", "the last Monday of May", "the 15th day of next month", "first ten days of last year".
    pub(super) fn nth_of(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let (e, n) = match self.lex(q) {
            Lex::Rel(Rel::Last) => (q + 1, -1),
            _ => self.ordinal(q).and_then(|(e, n)| Some((e, i8::try_from(n).ok()?)))?,
        };
        let (e, count) =
            self.number(e).filter(|(_, c)| (2..=99).contains(c)).map_or((e, 1), |(e, c)| (e, i64::from(c)));
        let what = self.lex(e);
        if !matches!(what, Lex::Unit(..) | Lex::Weekday(_, true)) {
            return None;
        }
        let part = match self.lex(e + 1) {
            Lex::Part(part) => Some(part),
            _ => None,
        };
        let at = if part.is_some() { e + 2 } else { e + 1 };
        if !matches!(self.lex(at), Lex::Of | Lex::In) {
            return None;
        }
        let (end, whole) = self.inner(at + 1)?;
        let (from, to) = (whole.from?.date(), whole.to?.date());
        let value = match what {
            Lex::Weekday(w, _) => day(nth_weekday(from, to, n, w)?)?,
            Lex::Unit(unit, _) => nth_unit(&whole, from, to, n, unit, count)?,
            _ => return None,
        };
        let value = if whole.relative { relative(value) } else { value };
        match part {
            Some(part) => Some((end, super::compose::at_clock(&value, &part_clock(part, None))?)),
            None => Some((end, value)),
        }
    }

    /// A stretch that another time is a part of: a month, a year, "last week", "the month".
    pub(super) fn inner(&self, p: usize) -> Option<(usize, TimeValue)> {
        let fields = self
            .month_first(self.skip(p, Lex::The), true)
            .filter(|(_, f)| f.day.is_none())
            .or_else(|| self.bare_year(self.skip(p, Lex::The), true))
            .or_else(|| self.fields(p).filter(|(_, f)| f.day.is_none()))
            .and_then(|(e, f)| Some((e, f.resolve(&self.base(p))?)));
        let others = [
            self.period(p, true),
            self.quarter(p),
            self.decade(p),
            self.century(p),
            self.season_named(p),
            self.fiscal(self.skip(p, Lex::The)),
        ];
        fields.into_iter().chain(others.into_iter().flatten()).max_by_key(|(e, _)| *e)
    }
}

fn week_from(from: Date) -> Option<TimeValue> {
    Some(days(from, plus_days(from, 7)?, Granularity::Week))
}

fn nth_weekday(from: Date, to: Date, n: i8, weekday: i8) -> Option<Date> {
    let date = if n > 0 {
        plus_days(weekday_from(from, weekday)?, 7 * (i64::from(n) - 1))?
    } else {
        weekday_from(plus_days(to, -7)?, weekday)?
    };
    (from <= date && date < to).then_some(date)
}

fn nth_unit(whole: &TimeValue, from: Date, to: Date, n: i8, unit: Unit, count: i64) -> Option<TimeValue> {
    if count > 1 {
        let start = midnight(from);
        let (a, b) = if n > 0 {
            (from, plus(start, count, unit)?.date())
        } else {
            (plus(midnight(to), -count, unit)?.date(), to)
        };
        let mut value = days(a, b, granularity(unit));
        value.form = TimeForm::DateRange;
        return (n == 1 || n == -1).then_some(value);
    }
    let k = i64::from(n);
    match unit {
        Unit::Week if whole.granularity == Granularity::Year && n > 0 && whole.from?.month() == 1 => {
            week_from(iso_week(from.year(), n)?)
        }
        Unit::Week => week_from(nth_week(from, to, n)?),
        Unit::Weekend => {
            let saturday = nth_weekday(from, to, n, 6)?;
            Some(days(saturday, plus_days(saturday, 2)?, Granularity::Week))
        }
        Unit::Day | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade => {
            let start =
                if n > 0 { plus(midnight(from), k - 1, unit)? } else { plus(midnight(to), k, unit)? }.date();
            let (a, b) = unit_of(start, 0, unit)?;
            (a >= from && b <= to).then(|| days(a, b, granularity(unit)))
        }
        _ => None,
    }
}
