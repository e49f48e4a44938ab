//! Atoms → times given by their distance: "two weeks ago", "in 5 minutes", "three days after May 13", "the past two years".

use super::Reader;
use super::amount::{Amount, Compared};
use super::calendar::{plus_days, weekday_from};
use super::fields::Direction;
use super::lexicon::{Lex, Limit, Rel, Unit};
use super::period::granularity;
use super::reading::{day, midnight, narrative, relative, stretch};
use crate::model::{Granularity, TimeForm, TimeValue};

impl Reader<'_> {
    /// "two weeks ago", "3 days from today", "two days before yesterday", "in two years", "a fortnight later".
    pub(super) fn offset(&self, p: usize) -> Option<(usize, TimeValue)> {
        match self.lex(p) {
            Lex::In => return self.in_amount(p),
            Lex::Within => return self.within(p),
            Lex::For => return self.for_from(p),
            _ => {}
        }
        if let Some(found) = self.weekdays_ago(p) {
            return Some(found);
        }
        let (e, amount) = self.amount(p)?;
        if let Some(found) = self.starting(e, &amount) {
            return Some(found);
        }
        let sign = match self.lex(e) {
            Lex::Ago => {
                let value = amount.away(self.anchor, -1)?;
                return Some((e + 1, amount.compare(value, self.anchor)));
            }
            Lex::Limit(Limit::Before) => -1,
            Lex::Limit(Limit::After | Limit::Since) | Lex::From => 1,
            Lex::Share(_) if matches!(self.lex(e + 1), Lex::Rel(_) | Lex::In | Lex::The) => return None,
            Lex::Share(_) if self.is(e, "later") => return self.told(e, &amount, 1),
            Lex::Share(_) if self.is(e, "earlier") => return self.told(e, &amount, -1),
            _ if self.is(e, "hence") => return Some((e + 1, amount.away(self.anchor, 1)?)),
            _ => return None,
        };
        if self.lex(e) == Lex::From && self.lex(e + 1) == Lex::Now {
            return Some((e + 2, amount.away(self.anchor, 1)?));
        }
        let (end, value) = match (self.lex(e), self.lex(e + 1)) {
            // "a week from Friday" counts from the one that comes
            (Lex::From, Lex::Weekday(w, true))
                if !matches!(self.lex(e + 2), Lex::Month(..) | Lex::Sign(b',')) =>
            {
                (e + 2, relative(day(weekday_from(plus_days(self.now(), 1)?, w)?)?))
            }
            _ => self.anchor_time(e + 1)?,
        };
        let moved = amount.away(value.from?, sign)?;
        let moved = if amount.compared == Some(Compared::More) && sign < 0 {
            TimeValue {
                from: None,
                to: moved.from,
                earliest: None,
                latest: moved.from,
                form: TimeForm::DateRange,
                ..moved
            }
        } else if value.relative {
            moved
        } else {
            TimeValue { relative: false, ..moved }
        };
        Some((end, moved))
    }

    /// "two Sundays ago"
    fn weekdays_ago(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, n) = self.number(p)?;
        let Lex::Weekdays(w) = self.lex(e) else { return None };
        let ahead = self.lex(e + 1) == Lex::From && self.lex(e + 2) == Lex::Now;
        if ahead || self.is(e + 1, "later") {
            let next = weekday_from(plus_days(self.now(), 1)?, w)?;
            let date = plus_days(next, 7 * (i64::from(n) - 1))?;
            return Some((e + if ahead { 3 } else { 2 }, relative(day(date)?)));
        }
        (self.lex(e + 1) == Lex::Ago).then_some(())?;
        let last = weekday_from(plus_days(self.now(), -7)?, w)?;
        Some((e + 2, relative(day(plus_days(last, -7 * (i64::from(n) - 1))?)?)))
    }

    /// The day that another is counted from.
    pub(super) fn anchor_time(&self, p: usize) -> Option<(usize, TimeValue)> {
        let near = self.near_day(p);
        let fields = self
            .fields(p)
            .or_else(|| self.bare_year(p, true))
            .filter(|&(e, _)| !self.possessive(e))
            .and_then(|(e, f)| Some((e, f.resolve(&self.base(p))?)));
        let holiday = self.holiday(p);
        [near, fields, holiday].into_iter().flatten().max_by_key(|(e, _)| *e)
    }

    /// "two weeks later", "a year earlier" of a story: counted from the article, but nothing to compare by.
    fn told(&self, e: usize, amount: &Amount, sign: i64) -> Option<(usize, TimeValue)> {
        (self.lex(e + 1) != Lex::Than).then_some(())?;
        Some((e + 1, narrative(amount.away(self.anchor, sign)?)))
    }

    /// "in two weeks", "in 3 min", "in two years since 2011".
    fn in_amount(&self, p: usize) -> Option<(usize, TimeValue)> {
        if let Some((e, value)) = self.past_units(p + 1) {
            return Some((e, value));
        }
        let (e, amount) = self.amount(p + 1)?;
        if self.lex(e) == Lex::Limit(Limit::Since) {
            let (end, value) = self.anchor_time(e + 1)?;
            return Some((end, TimeValue { relative: false, ..amount.away(value.from?, 1)? }));
        }
        if self.lex(e) == Lex::From {
            return self.offset(p + 1);
        }
        // "sales doubled in three years" is a length of time, "the third killing in two weeks" as well
        let plural = self.glued_sign(e, b'\'') && self.lex(e + 1) == Lex::Time;
        let time = plural || self.possessive(e) && self.lex(e + 2) == Lex::Time;
        let tail = matches!(
            self.lex(e),
            Lex::Of | Lex::Other | Lex::Rel(_) | Lex::Limit(_) | Lex::Sign(b'-' | b'\'')
        ) && !time;
        let ahead = match self.direction(p) {
            Direction::Future => true,
            Direction::Past | Direction::PerhapsPast => false,
            Direction::Unsaid => p <= 8 && !matches!(self.before(p).lex, Lex::Unit(..)),
        };
        let first = self.ordinal_before(p);
        (time || ahead && !tail && !first && amount.compared.is_none()).then_some(())?;
        Some((
            if plural {
                e + 2
            } else if time {
                e + 3
            } else {
                e
            },
            amount.away(self.anchor, 1)?,
        ))
    }

    /// "for the first time in 10 years", "the largest in a decade".
    fn ordinal_before(&self, p: usize) -> bool {
        (p.saturating_sub(4)..p)
            .any(|q| matches!(self.lex(q), Lex::Ordinal(_) | Lex::Time) || self.word(q).ends_with("est"))
    }

    /// "within 9 months", "within the next 2 hours".
    fn within(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, rel) = self.rel(p + 1).unwrap_or((p + 1, Rel::This));
        let (e, amount) = self.amount(e)?;
        let open = !matches!(self.lex(e), Lex::Of | Lex::Limit(_) | Lex::Sign(b'\''));
        let ahead = rel == Rel::This && matches!(self.direction(p), Direction::Past | Direction::PerhapsPast);
        (open && !ahead).then_some(())?;
        if matches!(rel, Rel::Last | Rel::Past) {
            return Some((e, self.rolling(&amount.parts, rel)?));
        }
        let now = self.anchor;
        let to = amount.shift(now, 1)?;
        let coarse = granularity(amount.parts.first()?.1);
        let value = if coarse <= Granularity::Hour {
            stretch(now, to, TimeForm::DateTimeRange, coarse)
        } else {
            let (from, to) = (midnight(now.date()), midnight(to.date()));
            stretch(from, to, TimeForm::DateRange, coarse)
        };
        Some((e, relative(value)))
    }

    /// "for 3 days, from today".
    fn for_from(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, amount) = self.amount(p + 1)?;
        let e = self.skip(e, Lex::Sign(b','));
        (self.lex(e) == Lex::From).then_some(())?;
        let (end, value) = self.anchor_time(e + 1)?;
        Some((end, amount.stretch_from(value.from?)?))
    }

    /// "a week starting tomorrow", "2 weeks starting May 20th".
    fn starting(&self, e: usize, amount: &Amount) -> Option<(usize, TimeValue)> {
        (self.lex(e) == Lex::Starting || self.is(e, "beginning")).then_some(())?;
        let (end, value) = self.anchor_time(self.skip(e + 1, Lex::On))?;
        Some((end, amount.stretch_from(value.from?)?))
    }

    /// "recent weeks", "the coming months": some few of them.
    fn some_units(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(p, Lex::The);
        let rel = match self.lex(q) {
            Lex::Rel(Rel::Coming) => Rel::Coming,
            _ if self.is(q, "recent") => Rel::Past,
            _ => return None,
        };
        let Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), true) = self.lex(q + 1)
        else {
            return None;
        };
        let mut value = self.rolling(&[(3, unit)], rel)?;
        let far = self.rolling(&[(12, unit)], rel)?;
        value.earliest = value.earliest.min(far.earliest);
        value.latest = value.latest.max(far.latest);
        value.approx = true;
        Some((q + 2, value))
    }

    /// "the last 24 hours", "next 3 days", "the 5 past years".
    pub(super) fn past_units(&self, p: usize) -> Option<(usize, TimeValue)> {
        if let Some(found) = self.some_units(p) {
            return Some(found);
        }
        if let Some((e, rel)) = self.rel(p).filter(|&(_, rel)| rel != Rel::This) {
            let (e, amount) = self.amount(e)?;
            // "the last two weeks of August"
            let open = self.lex(e) != Lex::Of && !matches!(self.lex(e), Lex::Ago);
            let stretch = open.then(|| self.rolling(&amount.parts, rel)).flatten()?;
            return Some((e, TimeValue { approx: amount.approx, ..stretch }));
        }
        let (e, n, _) = self.count(self.skip(p, Lex::The))?;
        let Lex::Rel(rel @ (Rel::Last | Rel::Past | Rel::Next | Rel::Coming)) = self.lex(e) else {
            return None;
        };
        let Lex::Unit(unit, true) = self.lex(e + 1) else { return None };
        Some((e + 2, self.rolling(&[(n?, unit)], rel)?))
    }
}
