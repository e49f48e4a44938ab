//! Atoms → lengths of time as distances: "three weeks", "half an hour", "2 weeks and 2 days", "more than two years".

use jiff::civil::DateTime;

use super::Reader;
use super::calendar::{plus, plus_days};
use super::lexicon::{Lex, Limit, Unit};
use super::period::granularity;
use super::reading::{day, days, midnight, relative, stretch};
use crate::model::{Granularity, TimeForm, TimeValue};

impl Reader<'_> {
    /// "three weeks", "a few days", "half an hour", "more than two years", "2 weeks and 2 days".
    pub(super) fn amount(&self, p: usize) -> Option<(usize, Amount)> {
        let mut q = p;
        let mut amount = Amount { parts: Vec::new(), approx: false, vague: false, compared: None };
        match (self.lex(q), self.lex(q + 1)) {
            (Lex::More, Lex::Than) => (q, amount.compared) = (q + 2, Some(Compared::More)),
            (Lex::Less, Lex::Than) => (q, amount.compared) = (q + 2, Some(Compared::Less)),
            (Lex::During, _) if self.is(q, "over") => (q, amount.compared) = (q + 1, Some(Compared::More)),
            (Lex::Just, Lex::During) if self.is(q + 1, "over") => (q, amount.approx) = (q + 2, true),
            (Lex::Limit(Limit::After) | Lex::Just, _) if self.is(q, "just") => q += 1,
            (Lex::About, _) => (q, amount.approx) = (q + 1, true),
            _ => {}
        }
        loop {
            if let Some((e, parts)) = self.broken_count(q) {
                amount.parts.extend(parts);
                return Some((e, amount));
            }
            let (e, n, vague) = self.count(q)?;
            let e = if self.is_any(e, &["business", "working", "calendar", "full", "whole", "short"])
                && matches!(self.lex(e + 1), Lex::Unit(..))
            {
                e + 1
            } else {
                e
            };
            let business = self.is_any(e - 1, &["business", "working"]);
            let Lex::Unit(unit, _) = self.lex(e) else { return None };
            let unit = if business && unit == Unit::Day { Unit::BusinessDay } else { unit };
            amount.approx |= vague;
            amount.vague |= vague;
            match n {
                Some(n) => amount.parts.push((n, unit)),
                None if unit == Unit::Hour => amount.parts.push((30, Unit::Minute)),
                None if unit == Unit::Year => amount.parts.push((6, Unit::Month)),
                None => return None,
            }
            let next = self.skip(self.skip(e + 1, Lex::Sign(b',')), Lex::And);
            // "2 years 1 month 21 days ago": each part finer than the one before
            let finer = || {
                let (at, ..) = self.count(next)?;
                let Lex::Unit(smaller, _) = self.lex(at) else { return None };
                (granularity(smaller) < granularity(unit)).then_some(())
            };
            if next == e + 1 && finer().is_none()
                || amount.parts.len() == 3
                || self.amount_unit(next).is_none()
            {
                return Some((e + 1, amount));
            }
            q = next;
        }
    }

    /// "1.5 hours", "2 and a half years", "an hour and a half": the whole units and the half in smaller ones.
    fn broken_count(&self, p: usize) -> Option<(usize, Vec<(i64, Unit)>)> {
        let (at, n) = match (self.lex(p), self.lex(p + 1), self.lex(p + 2)) {
            (Lex::Digits(n @ 0..=999, _), Lex::Sign(b'.'), Lex::Digits(5, 1)) => {
                (self.glued_sign(p + 1, b'.') && self.atom(p + 2).glued).then_some((p + 3, n))?
            }
            (Lex::A, Lex::Unit(..), _) => (p + 1, 1),
            _ => self.number(p)?,
        };
        let half = |q: usize| {
            let q = (self.lex(q) == Lex::And).then_some(q + 1)?;
            let q = self.skip(q, Lex::A);
            (self.lex(q) == Lex::Half).then_some(q + 1)
        };
        let decimal = self.sign(at.wrapping_sub(2), b'.');
        let at = if decimal {
            at
        } else {
            half(at).or_else(|| matches!(self.lex(at), Lex::Unit(..)).then_some(at))?
        };
        let Lex::Unit(unit, _) = self.lex(at) else { return None };
        let inner = decimal || self.lex(at - 1) == Lex::Half;
        let end = if inner { at + 1 } else { half(at + 1)? };
        let (count, smaller) = match unit {
            Unit::Minute => (30, Unit::Second),
            Unit::Hour => (30, Unit::Minute),
            Unit::Day => (12, Unit::Hour),
            Unit::Year => (6, Unit::Month),
            Unit::Decade => (5, Unit::Year),
            _ => return None,
        };
        Some((end, vec![(i64::from(n), unit), (count, smaller)]))
    }

    /// Does another number with its unit follow?
    pub(super) fn amount_unit(&self, p: usize) -> Option<()> {
        let (e, n, _) = self.count(p)?;
        (n.is_some() && matches!(self.lex(e), Lex::Unit(..))).then_some(())
    }

    /// A number before a unit: place after it, the number (`None` for a half), and whether it is vague.
    pub(super) fn count(&self, p: usize) -> Option<(usize, Option<i64>, bool)> {
        match (self.lex(p), self.lex(p + 1)) {
            (Lex::A, Lex::Few) => Some((p + 2, Some(3), true)),
            (Lex::A, Lex::Couple) | (Lex::Couple, _) => {
                let e = if self.lex(p) == Lex::A { p + 2 } else { p + 1 };
                Some((self.skip(e, Lex::Of), Some(2), true))
            }
            (Lex::Few | Lex::Several, _) => Some((p + 1, Some(3), true)),
            (Lex::Half, Lex::A) => Some((p + 2, None, false)),
            (Lex::A, Lex::Half) => Some((p + 2, None, false)),
            (Lex::A, Lex::Unit(..)) => Some((p + 1, Some(1), false)),
            _ => {
                let (e, n) = self.number(p)?;
                (n <= 999).then(|| (self.skip(e, Lex::Sign(b'-')), Some(i64::from(n)), false))
            }
        }
    }
}

/// A length of time: numbers of units, the wording's vagueness, and the comparison it stands in.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) parts: Vec<(i64, Unit)>,
    pub(super) approx: bool,
    /// "a few", "several"
    pub(super) vague: bool,
    pub(super) compared: Option<Compared>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    More,
    Less,
}

impl Amount {
    /// Is it less than an hour?
    pub(super) fn in_minutes(&self) -> bool {
        self.parts.iter().all(|&(_, unit)| unit == Unit::Minute)
    }
    pub(super) fn shift(&self, at: DateTime, sign: i64) -> Option<DateTime> {
        self.parts.iter().try_fold(at, |at, &(n, unit)| plus(at, n.checked_mul(sign)?, unit))
    }

    /// The time that lies this far from a moment: as exact as the unit it is counted in.
    pub(super) fn away(&self, from: DateTime, sign: i64) -> Option<TimeValue> {
        let at = self.shift(from, sign)?;
        let finest = self.parts.iter().map(|&(_, u)| granularity(u)).min()?;
        let &(n, unit) = self.parts.iter().min_by_key(|&&(_, u)| granularity(u))?;
        let slack = if self.approx { n.max(2) / 2 } else { i64::from(finest != Granularity::Day) };
        // "several months ago" may be a good deal more than three
        let far = if self.vague { 2 * n } else { slack };
        let around = if sign < 0 {
            (plus(at, -far, unit), plus(at, slack, unit))
        } else {
            (plus(at, -slack, unit), plus(at, far, unit))
        };
        let mut value = if finest <= Granularity::Hour {
            stretch(at, plus(at, 1, unit)?, TimeForm::DateTime, finest)
        } else {
            let date = at.date();
            TimeValue { granularity: finest, ..day(date)? }
        };
        if slack > 0 {
            value.earliest = around.0;
            value.latest = around.1.and_then(|at| plus_days(at.date(), 1)).map(midnight);
        }
        value.approx = self.approx;
        Some(relative(value))
    }

    /// "more than two weeks ago" lies before, "less than" after that day.
    pub(super) fn compare(&self, value: TimeValue, now: DateTime) -> TimeValue {
        let form = match value.form {
            TimeForm::DateTime => TimeForm::DateTimeRange,
            _ => TimeForm::DateRange,
        };
        match self.compared {
            Some(Compared::More) => {
                TimeValue { form, to: value.from, from: None, earliest: None, latest: value.to, ..value }
            }
            Some(Compared::Less) => {
                let now = Some(now).max(value.from);
                TimeValue { form, to: now, latest: now.max(value.to), earliest: value.from, ..value }
            }
            None => value,
        }
    }

    /// The stretch of this length that begins at a moment.
    pub(super) fn stretch_from(&self, from: DateTime) -> Option<TimeValue> {
        let to = self.shift(from, 1)?;
        let mut value = days(from.date(), to.date(), granularity(self.parts.first()?.1));
        (value.form, value.timex) = (TimeForm::DateRange, format!("({},{})", from.date(), to.date()));
        Some(relative(value))
    }
}
