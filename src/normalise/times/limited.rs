//! Limits before a time ("since March 2017", "by the end of the year") and times that repeat ("every Monday").

use super::Reader;
use super::hours::limit_clock;
use super::lexicon::{Lex, Limit, Share, Unit};
use super::reading::{midnight, open};
use crate::model::{Granularity, TimeForm, TimeValue};

impl Reader<'_> {
    /// "since March 2017", "by the end of the year", "after 10 p.m. Friday", "2016 or later".
    pub(super) fn limited(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, limit, near) = match self.lex(p) {
            Lex::Through => (p + 1, Limit::Until, false),
            Lex::From => {
                let (e, mut clock) = self.clock(p + 1, false).filter(|(_, c)| !c.range)?;
                limit_clock(&mut clock, Limit::Since, false);
                return Some((e, self.on_no_day(&clock)?));
            }
            _ => match self.limit(p) {
                Some(found) => found,
                None => return self.or_more(p),
            },
        };
        if limit == Limit::Until && self.is(e, "date") {
            let now = midnight(self.now());
            let value = open(TimeForm::DateRange, Granularity::Day);
            return Some((e + 1, TimeValue { to: Some(now), ..value }));
        }
        let (q, about) = if self.lex(e) == Lex::About { (e + 1, true) } else { (e, false) };
        let (end, node) = self.node(q, true)?;
        let (end, mut value) = match self.dated(q) {
            Some((longer, value)) if longer > end => (longer, limit_value(value.clone(), value, None, limit)),
            _ => (end, limit_value(self.whole(q, &node)?, self.resolve(q, &node)?, node.share, limit)),
        };
        // "after Friday's attack" is a matter of the attack
        if self.possessive(end) || near && value.granularity > Granularity::Hour {
            return None;
        }
        value.approx |= about;
        Some((end, value))
    }

    /// "2016 and greater", "Friday or later".
    pub(super) fn or_more(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, node) = self.node(p, true).filter(|_| !matches!(self.lex(p), Lex::Digits(_, 1..=3)))?;
        let back = self.lex(e) == Lex::Or && self.is_any(e + 1, &["earlier", "before"]);
        if back {
            let value = self.resolve(p, &node)?;
            return Some((
                e + 2,
                TimeValue {
                    from: None,
                    earliest: None,
                    to: value.to,
                    ..limit_value(value.clone(), value, None, Limit::By)
                },
            ));
        }
        let tail = match self.lex(e) {
            Lex::Or => self.or_later(e),
            Lex::And if self.is_any(e + 1, &["greater", "later", "after"]) && !self.atom(e + 2).glued => {
                Some(e + 2)
            }
            _ if self.is_any(e, &["onwards", "onward"]) => Some(e + 1),
            _ => None,
        }?;
        let value = self.resolve(p, &node)?;
        Some((tail, limit_value(value.clone(), value, None, Limit::Since)))
    }

    /// "every Monday", "each week", "Fridays", "once a year", "daily".
    pub(super) fn repeated(&self, p: usize) -> Option<(usize, TimeValue)> {
        let repeats = |lex: Lex| matches!(lex, Lex::Daily | Lex::Every);
        let clock = if self.comes(p, repeats) { self.clock(p, false) } else { None };
        if let Some((e, _)) = clock.filter(|(e, _)| repeats(self.lex(*e))) {
            let (e, _) = self.repeated(e)?;
            return Some((e, open(TimeForm::Set, Granularity::Day)));
        }
        let e = match self.lex(p) {
            Lex::Every => {
                let other = self.is(p + 1, "other");
                let (q, _) = self
                    .number(p + 1)
                    .or_else(|| self.ordinal(p + 1))
                    .unwrap_or((p + 1 + usize::from(other), 0));
                let single = matches!(
                    self.lex(q),
                    Lex::Unit(..)
                        | Lex::Weekday(_, true)
                        | Lex::Part(_)
                        | Lex::Month(_, true)
                        | Lex::Season(_)
                ) || self.is(q, "weekday");
                let any = self.is(p, "any") && !matches!(self.lex(q), Lex::Unit(Unit::Weekend, _));
                (single && !any).then_some(q + 1)?
            }
            Lex::Weekdays(_) => p + 1,
            Lex::Parts(_)
                if !matches!(self.before(p).lex, Lex::Digits(..) | Lex::Card(_) | Lex::The | Lex::Few) =>
            {
                p + 1
            }
            Lex::Unit(Unit::Weekend, true)
                if !matches!(
                    self.before(p).lex,
                    Lex::Digits(..) | Lex::Card(_) | Lex::Few | Lex::Rel(_) | Lex::The
                ) =>
            {
                p + 1
            }
            // "everyday Americans"
            Lex::Daily if self.is(p, "everyday") && self.lex(p + 1) == Lex::Other => return None,
            Lex::Daily if !self.atom(p).capital => p + 1,
            Lex::Card(1) if self.lex(p + 1) == Lex::A && matches!(self.lex(p + 2), Lex::Unit(..)) => p + 3,
            _ if self.is_any(p, &["once", "twice"])
                && matches!((self.lex(p + 1), self.lex(p + 2)), (Lex::A | Lex::Every, Lex::Unit(..))) =>
            {
                p + 3
            }
            _ => return None,
        };
        let e = match self.clock(self.skip(e, Lex::Sign(b',')), true) {
            Some((end, _)) if self.lex(p) == Lex::Every => end,
            _ => e,
        };
        Some((e, open(TimeForm::Set, Granularity::Day)))
    }
}

/// A time as a limit: `whole` before and `value` after its share is cut out.
fn limit_value(whole: TimeValue, value: TimeValue, share: Option<Share>, limit: Limit) -> TimeValue {
    let last = matches!(share, Some(Share::End));
    let first = matches!(share, Some(Share::Beginning));
    let day = value.granularity <= Granularity::Day;
    let form = match value.form {
        TimeForm::Time | TimeForm::TimeRange => TimeForm::TimeRange,
        TimeForm::DateTime | TimeForm::DateTimeRange => TimeForm::DateTimeRange,
        _ => TimeForm::DateRange,
    };
    let (from, to, earliest, latest) = match limit {
        Limit::Before => {
            let to = if last { whole.to } else { value.from };
            (None, to, None, if last { whole.latest } else { value.from })
        }
        Limit::Until | Limit::By => (None, if last { whole.to } else { value.from }, None, value.latest),
        Limit::After => {
            let from = if day || first { value.from } else { value.to };
            (from, None, from, None)
        }
        Limit::Since => (value.from, None, value.earliest, None),
        Limit::AsOf => (value.from, None, None, None),
    };
    TimeValue { form, from, to, earliest, latest, timex: String::new(), ..value }
}
