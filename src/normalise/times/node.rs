//! A calendar time of any sort, with the share ("late", "the end of") taken of it, before it is resolved.

use super::Reader;
use super::calendar::{monday, plus_days};
use super::compose::longest;
use super::fields::Fields;
use super::lexicon::{Lex, Limit, Share, Unit};
use super::reading::{day, relative, share};
use crate::model::{Granularity, TimeForm, TimeValue};

impl Reader<'_> {
    /// A calendar time, "early", "late" or "the end of" it included.
    pub(super) fn node(&self, p: usize, expected: bool) -> Option<(usize, Node)> {
        let q = self.skip(p, Lex::The);
        if let Lex::Share(share) = self.lex(q) {
            let next = self.skip(q + 1, Lex::Sign(b'-'));
            let part = matches!(share, Share::Beginning | Share::Middle | Share::End);
            let at = match self.lex(next) {
                Lex::Of => next + 1,
                Lex::In | Lex::On if !part => next + 1,
                _ if part
                    && !(share == Share::End && matches!(self.lex(next), Lex::Tomorrow | Lex::Today)) =>
                {
                    return None;
                }
                _ => next,
            };
            let the = self.lex(at) == Lex::The
                && matches!(self.lex(at + 1), Lex::Weekday(..) | Lex::Today | Lex::Tomorrow);
            let at = if the { at + 1 } else { at };
            let (e, what) = self.what(at, true, true)?;
            // "early" counts from the start of a day that is told of, not "the early days"
            return Some((e, Node { what, share: Some(share) }));
        }
        let (e, what) = self.what(p, false, expected)?;
        Some((e, Node { what, share: None }))
    }

    pub(super) fn what(&self, p: usize, inner: bool, expected: bool) -> Option<(usize, What)> {
        if self.closed(p) {
            return None;
        }
        let bare = |p: usize| self.bare_year(p, expected);
        let fields = self.fields(p).into_iter().chain(bare(p)).max_by_key(|(e, _)| *e);
        if let Some(found) = fields.and_then(|(e, f)| self.weekday_in_week(p, e, f)) {
            return Some(found);
        }
        let mut values = [
            self.near_day(p),
            self.two_years(p),
            self.week_with_day(p).or_else(|| self.period(p, inner)),
            self.past_units(p),
            self.week(p),
            self.nth_of(p),
            self.quarter(p),
            self.decade(p),
            self.century(p),
            self.season_named(p),
            self.fiscal(self.skip(p, Lex::The)),
            self.holiday(p),
            self.offset_on(p),
            self.month_of_year(p),
            self.rest(p),
            self.day_beside(p),
            self.day_of_named_month(p).and_then(|(e, f)| Some((e, relative(f.resolve(&self.base(p))?)))),
        ];
        let value = longest(&mut values).map(|(e, v)| (e, What::Value(v)));
        let fields = fields.map(|(e, f)| (e, What::Fields(f)));
        match (fields, value) {
            (Some(f), Some(v)) => Some(if v.0 > f.0 { v } else { f }),
            (f, v) => f.or(v),
        }
    }

    /// "June last year", "the 5th of May next year": the year given by its place.
    fn month_of_year(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let found = match self.lex(q) {
            Lex::Month(..) => self.month_first(q, true),
            Lex::Digits(..) | Lex::Ordinal(_) | Lex::Card(_) => self.day_first(q),
            Lex::Weekday(w, sure) => self.weekday(q, w, sure),
            _ => None,
        };
        let (e, fields) = found.filter(|(_, f)| f.month.is_some() && f.year.is_none())?;
        let at = self.skip(self.skip(e, Lex::Sign(b',')), Lex::Of);
        self.rel(at)?;
        let (end, year) = self.period(at, false).filter(|(_, v)| v.granularity == Granularity::Year)?;
        let year = year.from?.year();
        let value = Fields { year: Some(year), ..fields }.resolve(&self.base(p))?;
        Some((end, relative(value)))
    }

    /// "the day after Christmas", "the Monday before June 5".
    fn day_beside(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let weekday = match self.lex(q) {
            Lex::Unit(Unit::Day, false) => None,
            Lex::Weekday(w, true) => Some(w),
            _ => return None,
        };
        let after = match self.lex(q + 1) {
            Lex::Limit(Limit::After) => true,
            Lex::Limit(Limit::Before) => false,
            _ => return None,
        };
        let (end, whole) = self.anchor_time(q + 2)?;
        (whole.form == TimeForm::Date && whole.granularity == Granularity::Day).then_some(())?;
        let from = whole.from?.date();
        let date = match (weekday, after) {
            (None, _) => plus_days(from, if after { 1 } else { -1 })?,
            (Some(w), true) => super::calendar::weekday_from(plus_days(from, 1)?, w)?,
            (Some(w), false) => super::calendar::weekday_from(plus_days(from, -7)?, w)?,
        };
        let value = day(date)?;
        Some((end, if whole.relative { relative(value) } else { value }))
    }

    /// "the rest of the week", "the remainder of this year": from the article's day on.
    fn rest(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        if !self.is_any(q, &["rest", "remainder"]) || self.lex(q + 1) != Lex::Of {
            return None;
        }
        let at = if self.is_any(q + 2, &["my", "our", "his", "her", "their"]) { q + 3 } else { q + 2 };
        let (end, whole) = self.period(at, true)?;
        let from = super::reading::midnight(self.now());
        let fits = whole.from? <= from && from < whole.to? && whole.granularity > Granularity::Day;
        fits.then_some((end, TimeValue { from: Some(from), earliest: whole.from, latest: whole.to, ..whole }))
    }

    /// "tuesday of next week", "Monday last week", "Saturday 3 days from now".
    pub(super) fn weekday_in_week(&self, p: usize, e: usize, fields: Fields) -> Option<(usize, What)> {
        let w = fields.weekday.filter(|_| fields.is_weekday() && fields.rel.is_none())?;
        let at = self.skip(self.skip(e, Lex::Sign(b',')), Lex::Of);
        if let Some((end, value)) = self.period(at, false).filter(|(_, v)| v.granularity == Granularity::Week)
        {
            let date = plus_days(monday(value.from?.date())?, i64::from(w) - 1)?;
            return Some((end, What::Value(relative(day(date)?))));
        }
        let (end, value) = self.offset(at).filter(|_| self.lex(p) != Lex::A && at == e)?;
        let sunday =
            plus_days(value.from?.date(), -i64::from(value.from?.weekday().to_sunday_zero_offset()))?;
        let date = plus_days(sunday, i64::from(w % 7))?;
        Some((end, What::Value(relative(day(date)?))))
    }

    /// "next week on Tuesday", "previous week - Monday".
    pub(super) fn week_with_day(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, week) = self.period(p, false)?;
        if self.lex(e.checked_sub(1)?) != Lex::Unit(Unit::Week, false) {
            return None;
        }
        let at = self.skip(self.skip(e, Lex::Sign(b'-')), Lex::On);
        let Lex::Weekday(w, sure) = self.lex(at) else { return Some((e, week)) };
        // "last week Tuesday's vote" is rare; a weekday right after a week is that week's
        let date = plus_days(week.from?.date(), i64::from(w) - 1)?;
        let end = if sure { at + 1 } else { self.skip_dot(at + 1) };
        Some((end, relative(day(date)?)))
    }

    /// "in 3 days on Friday".
    pub(super) fn offset_on(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, value) = self.offset(p)?;
        match (self.lex(e), self.lex(e + 1), value.form) {
            (Lex::On, Lex::Weekday(w, true), TimeForm::Date) => {
                let sunday =
                    plus_days(value.from?.date(), -i64::from(value.from?.weekday().to_sunday_zero_offset()))?;
                Some((e + 2, relative(day(plus_days(sunday, i64::from(w % 7))?)?)))
            }
            _ => Some((e, value)),
        }
    }

    /// The node as a time: its fields resolved, its share cut out.
    pub(super) fn resolve(&self, p: usize, node: &Node) -> Option<TimeValue> {
        let value = self.whole(p, node)?;
        match node.share {
            Some(s) => share(value, s, self.now()),
            None => Some(value),
        }
    }

    /// The node as a time, its share left aside.
    pub(super) fn whole(&self, p: usize, node: &Node) -> Option<TimeValue> {
        match &node.what {
            What::Fields(f) => f.resolve(&self.base(p)),
            What::Value(v) => Some(v.clone()),
        }
    }
}

/// A calendar time before it is resolved, with the share taken of it.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) what: What,
    pub(super) share: Option<Share>,
}

/// Fields still to be completed by what stands beside them, or a time already found.
#[derive(Debug, Clone)]
pub(super) enum What {
    Fields(Fields),
    Value(TimeValue),
}
