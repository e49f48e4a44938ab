//! Atoms → stretches named by their unit: "last week", "this fiscal year", "the first Monday of May", "week 10", "last summer".

use super::Reader;
use super::calendar::{plus, plus_days, plus_months, unit_of};
use super::fields::Direction;
use super::lexicon::{Lex, Limit, Part, Rel, Unit};
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
        let fiscal = self.lex(q) == Lex::Fiscal
            && matches!(self.lex(q + 1), Lex::Unit(Unit::Year | Unit::Quarter, false));
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
            _ if (rel == Rel::Past && (the || self.is(p, "this"))
                || the && rel == Rel::Last && !told && unit != Unit::Century)
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

    /// "the week after next", "the year before last".
    fn unit_beyond(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let Lex::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year), false) =
            self.lex(q)
        else {
            return None;
        };
        let n = match (self.lex(q + 1), self.lex(q + 2)) {
            (Lex::Limit(Limit::After), Lex::Rel(Rel::Next)) => 2,
            (Lex::Limit(Limit::Before), Lex::Rel(Rel::Last)) => -2,
            _ => return None,
        };
        let closed =
            !matches!(self.lex(q + 3), Lex::Unit(..) | Lex::Weekday(..) | Lex::Part(_) | Lex::Month(..));
        let (from, to) = unit_of(self.now(), n, unit)?;
        closed.then(|| (q + 3, relative(days(from, to, granularity(unit)))))
    }

    /// "the week", "the weekend", "year to date" and, inside another time, "the month", "day".
    fn this_unit(&self, p: usize, inner: bool) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let Lex::Unit(unit, false) = self.lex(q) else { return None };
        if let Some(found) = self.unit_beyond(p) {
            return Some(found);
        }
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

/// Fiscal and school years begin up to nine months earlier or end as much later.
fn fiscal_slack(mut value: TimeValue) -> TimeValue {
    value.earliest = value.from.and_then(|d| plus_months(d.date(), -9)).map(midnight);
    value.latest = value.to.and_then(|d| plus_months(d.date(), 9)).map(midnight);
    value
}
