//! Atoms → stretches named by their unit: "last week", "this fiscal year", "the first Monday of May", "week 10", "last summer".

use jiff::civil::Date;

use super::Reader;
use super::calendar::{iso_week, monday, nth_week, plus, plus_days, plus_months, unit_of, weekday_from};
use super::fields::Direction;
use super::lexicon::{Lex, Limit, Part, Rel, Season, Unit};
use super::part::part_clock;
use super::reading::{day, days, midnight, narrative, relative, stretch};
use crate::model::{Granularity, TimeForm, TimeValue};

/// The granularity that a unit gives.
pub(super) fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second => Granularity::Second,
        Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day | Unit::BusinessDay => Granularity::Day,
        Unit::Weekend | Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}

fn steps(rel: Rel) -> i64 {
    match rel {
        Rel::This => 0,
        Rel::Last | Rel::Past => -1,
        Rel::Next | Rel::Coming => 1,
    }
}

impl Reader<'_> {
    /// "today", "the day before yesterday", "tomorrow".
    pub(super) fn near_day(&self, p: usize) -> Option<(usize, TimeValue)> {
        let shift = |p: usize| match self.lex(p) {
            Lex::Today => Some(0),
            Lex::Tomorrow => Some(1),
            Lex::Yesterday => Some(-1),
            _ => None,
        };
        let (e, n) = match shift(p) {
            Some(n) => (p + 1, n),
            None => {
                let q = self.skip(p, Lex::The);
                (self.lex(q) == Lex::Unit(Unit::Day, false)).then_some(())?;
                match (self.lex(q + 1), shift(q + 2)) {
                    (Lex::Limit(Limit::Before), Some(n)) => (q + 3, n - 1),
                    (Lex::Limit(Limit::After), Some(n)) => (q + 3, n + 1),
                    _ => return None,
                }
            }
        };
        Some((e, relative(day(plus_days(self.now(), n)?)?)))
    }

    /// "tonight", "last night", "this morning": a part of a day given by its place.
    pub(super) fn near_part(&self, p: usize) -> Option<(usize, (TimeValue, Part))> {
        let (e, n, part) = match self.lex(p) {
            Lex::Tonight => (p + 1, 0, Part::Night),
            _ => {
                let (e, rel) = self.rel(p)?;
                match (self.lex(e), rel) {
                    (Lex::Part(_), Rel::Last) if self.lex(p) == Lex::The && self.is(e - 1, "last") => {
                        return None;
                    }
                    (Lex::Part(part), Rel::This | Rel::Last | Rel::Next) => (e + 1, steps(rel), part),
                    _ => return None,
                }
            }
        };
        let value = relative(day(plus_days(self.now(), n)?)?);
        // "the next morning" is a story's own, "last night" the article's
        let told = e > 1
            && !matches!(self.lex(p), Lex::Tonight)
            && (self.lex(p) == Lex::The || !self.is_any(e - 2, &["this", "last"]));
        Some((e, (if told { narrative(value) } else { value }, part)))
    }

    /// "last week", "the following year", "this weekend", "the past hour"; `inner` inside another time ("later in the year").
    pub(super) fn period(&self, p: usize, inner: bool) -> Option<(usize, TimeValue)> {
        let Some((q, rel)) = self.rel(p) else { return self.this_unit(p, inner) };
        if let Lex::Season(season) = self.lex(q) {
            return Some((q + 1, self.season(season, steps(rel))?));
        }
        let fiscal = self.lex(q) == Lex::Fiscal && self.lex(q + 1) == Lex::Unit(Unit::Year, false);
        let working = self.is_any(q, &["working", "work"]);
        let at = if fiscal || working { q + 1 } else { q };
        let Lex::Unit(unit, false) = self.lex(at) else { return None };
        let now = self.now();
        let told = self.is_any(q - 1, &["following", "previous", "preceding", "same"]);
        let (the, e) = (self.lex(p) == Lex::The, at + 1);
        let value = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => self.rolling(&[(1, unit)], rel)?,
            // "the last day" is of something else
            Unit::Day | Unit::BusinessDay if rel == Rel::Last && !told => return None,
            Unit::Day | Unit::BusinessDay => relative(day(plus_days(now, steps(rel))?)?),
            _ if (rel == Rel::Past || the && rel == Rel::Last && !told && unit != Unit::Century)
                && unit != Unit::Quarter
                && unit != Unit::Weekend =>
            {
                self.rolling(&[(1, unit)], rel)?
            }
            Unit::Weekend => self.weekend(rel, p)?,
            _ => {
                let (from, to) = unit_of(now, steps(rel), unit)?;
                let to = if working || self.is(at, "workweek") { plus_days(from, 5)? } else { to };
                relative(days(from, to, granularity(unit)))
            }
        };
        // the next day, the following week of a story are its own
        let told = told
            || (the && rel != Rel::This && matches!(unit, Unit::Day))
            || unit == Unit::Day && rel == Rel::Next;
        let value = if told { narrative(value) } else { value };
        Some((e, if fiscal { fiscal_slack(value) } else { value }))
    }

    /// The weekend meant: on a Monday one that is told of in the past is over.
    fn weekend(&self, rel: Rel, p: usize) -> Option<TimeValue> {
        let now = self.now();
        let early = now.weekday().to_monday_one_offset() <= 4;
        let direction = self.direction(p);
        let past = matches!(direction, Direction::Past | Direction::PerhapsPast);
        let over =
            early && (past || direction == Direction::Unsaid && now.weekday().to_monday_one_offset() <= 2);
        let back = rel == Rel::This && over;
        let (from, to) = unit_of(now, steps(rel) - i64::from(back), Unit::Weekend)?;
        let mut value = relative(days(from, to, Granularity::Week));
        value.timex = format!("{}-WE", value.timex);
        // Friday night belongs to it
        value.earliest = plus_days(from, -1).map(midnight);
        Some(value)
    }

    /// "the week", "the weekend", "year to date" and, inside another time, "the month", "day".
    fn this_unit(&self, p: usize, inner: bool) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let Lex::Unit(unit, false) = self.lex(q) else { return None };
        let now = self.now();
        if unit == Unit::Year && self.lex(q + 1) == Lex::To && self.is(q + 2, "date") {
            let from = now.first_of_year();
            return Some((q + 3, relative(days(from, now, Granularity::Year))));
        }
        if unit == Unit::Weekend && (q > p || inner || matches!(self.lex(q + 1), Lex::Sign(b'.' | 0))) {
            // "the weekend" of someone's is another
            let named = self.atom(q).capital && self.before(q).capital && q > 0
                || matches!(self.lex(q + 1), Lex::Other)
                    && self.is_any(q + 1, &["that", "when", "after", "before"]);
            return (!named && self.lex(q + 1) != Lex::Of)
                .then_some(())
                .and_then(|()| Some((q + 1, self.weekend(Rel::This, p)?)));
        }
        let before = self.before(p).lex;
        let closed = match self.lex(q + 1) {
            Lex::Sign(sign) => sign != b'-' && sign != b'\'',
            Lex::And | Lex::Or | Lex::In => true,
            _ => {
                inner
                    && self.lex(q + 1) != Lex::Of
                    && !matches!(self.lex(q + 1), Lex::Limit(Limit::Before | Limit::After))
            }
        };
        let time_of = before == Lex::Of
            && p > 1
            && matches!(self.lex(p - 2), Lex::Unit(..) | Lex::Time | Lex::Part(_) | Lex::Rel(_));
        let told = q > p && matches!(before, Lex::For | Lex::Of | Lex::In | Lex::During) && !time_of;
        let fits = matches!(
            unit,
            Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century
        );
        if !(closed && fits && (inner || told)) {
            return None;
        }
        let (from, to) = unit_of(now, 0, unit)?;
        let value = days(from, to, granularity(unit));
        let day = unit == Unit::Day;
        Some((q + 1, if inner && !day { relative(value) } else { narrative(value) }))
    }

    /// "summer 2012", "the winter of 2011-12", "this spring" by its steps from the present one.
    pub(super) fn season_named(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let Lex::Season(season) = self.lex(q) else { return None };
        let at = self.skip(q + 1, Lex::Of);
        if let Some((e, year)) = self.year(at) {
            let e = if self.glued_sign(e, b'-') && matches!(self.lex(e + 1), Lex::Digits(_, 2)) {
                e + 2
            } else {
                e
            };
            return Some((e, season_of(year, season)?));
        }
        if self.lex(q + 1) == Lex::Of {
            let (e, whole) = self.period(q + 2, false).filter(|(_, v)| v.granularity == Granularity::Year)?;
            return Some((e, relative(season_of(whole.from?.date().year(), season)?)));
        }
        let sure = matches!(season, Season::Summer | Season::Winter) && !self.atom(q).capital;
        let before = self.before(p).lex;
        let told = q > p && matches!(before, Lex::In | Lex::During | Lex::Limit(_))
            || matches!(before, Lex::Share(_));
        let closed =
            !matches!(self.lex(q + 1), Lex::Other | Lex::Sign(b'-' | b'\'') | Lex::Unit(..) | Lex::Holiday);
        (sure && told && closed).then_some(()).and_then(|()| Some((q + 1, self.season(season, 0)?)))
    }

    /// A season some years from the one nearest by.
    fn season(&self, season: Season, steps: i64) -> Option<TimeValue> {
        let now = self.now();
        let this = season_of(now.year(), season)?;
        let started = this.from? <= midnight(now);
        let year = match steps {
            -1 if this.to? <= midnight(now) => now.year(),
            -1 => now.year().checked_sub(1)?,
            1 if !started => now.year(),
            1 => now.year().checked_add(1)?,
            // in January and February "this winter" began the year before
            _ if season == Season::Winter && now.month() <= 3 => now.year().checked_sub(1)?,
            _ => now.year(),
        };
        Some(relative(season_of(year, season)?))
    }

    /// "week 10", "the week of April 10th", "the week beginning February 4".
    pub(super) fn week(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        (self.lex(q) == Lex::Unit(Unit::Week, false)).then_some(())?;
        if let Lex::Digits(n @ 1..=53, digits) = self.lex(q + 1) {
            let from = iso_week(self.now().year(), i8::try_from(n).ok()?)?;
            // a season's "Week 16" is none of the calendar's, and "week 3" may be a season's too
            let own = self.free(q + 1) && !self.reads_on(q + 2) && (!self.atom(q).capital || q == 0);
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

    /// The last or next few units, counted from the article's moment.
    pub(super) fn rolling(&self, amount: &[(i64, Unit)], rel: Rel) -> Option<TimeValue> {
        let now = self.anchor;
        let ahead = matches!(rel, Rel::Next | Rel::Coming | Rel::This);
        let shift =
            |at, sign: i64| amount.iter().try_fold(at, |at, &(n, unit)| plus(at, n.checked_mul(sign)?, unit));
        let (&(count, first), coarsest) = (amount.first()?, granularity(amount.first()?.1));
        if matches!(first, Unit::Second | Unit::Minute | Unit::Hour) {
            let (from, to) = if ahead { (now, shift(now, 1)?) } else { (shift(now, -1)?, now) };
            return Some(relative(stretch(from, to, TimeForm::DateTimeRange, coarsest)));
        }
        let today = now.date();
        if first == Unit::Quarter {
            let (from, to) = unit_of(today, 0, Unit::Quarter)?;
            let (a, b) = if ahead {
                (to, unit_of(today, count, Unit::Quarter)?.1)
            } else {
                (unit_of(today, count.checked_neg()?, Unit::Quarter)?.0, from)
            };
            return Some(relative(days(a, b, coarsest)));
        }
        let start = midnight(today);
        let (from, to) = if ahead {
            let start = plus_days(today, 1)?;
            (start, shift(midnight(start), 1)?.date())
        } else {
            (shift(start, -1)?.date(), today)
        };
        let mut value = days(from, to.max(from), coarsest);
        (value.form, value.timex) = (TimeForm::DateRange, format!("({from},{to})"));
        // up to and with today
        value.earliest = value.earliest.min(Some(start));
        value.latest = value.latest.max(plus_days(today, 1).map(midnight));
        Some(relative(value))
    }
}

fn week_from(from: Date) -> Option<TimeValue> {
    Some(days(from, plus_days(from, 7)?, Granularity::Week))
}

/// Fiscal and school years begin up to nine months earlier or end as much later.
fn fiscal_slack(mut value: TimeValue) -> TimeValue {
    value.earliest = value.from.and_then(|d| plus_months(d.date(), -9)).map(midnight);
    value.latest = value.to.and_then(|d| plus_months(d.date(), 9)).map(midnight);
    value
}

/// The season of a year, from the first of its first month; a month on either side is called so too.
fn season_of(year: i16, season: Season) -> Option<TimeValue> {
    let (month, code) = match season {
        Season::Spring => (3, "SP"),
        Season::Summer => (6, "SU"),
        Season::Fall => (9, "FA"),
        Season::Winter => (12, "WI"),
    };
    let from = Date::new(year, month, 1).ok()?;
    let mut value = days(from, plus_months(from, 3)?, Granularity::Quarter);
    value.timex = format!("{year:04}-{code}");
    value.earliest = plus_months(from, -1).map(midnight);
    value.latest = plus_months(from, 4).map(midnight);
    Some(value)
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
