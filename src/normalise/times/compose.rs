//! What joins times: a day with its hour, a share of a stretch, a limit before a time, a repeated time.

use super::Reader;
use super::calendar::{monday, plus_days};
use super::clock::Clock;
use super::fields::Fields;
use super::lexicon::{Lex, Limit, Part, Share, Unit};
use super::part::{limit_clock, part_clock};
use super::reading::{day, midnight, open, relative, seconds_on, share, stretch};
use crate::model::{Granularity, TimeForm, TimeValue};
use jiff::civil::DateTime;

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

impl Reader<'_> {
    /// The longest time at `p`.
    pub(super) fn when(&self, p: usize) -> Option<(usize, TimeValue)> {
        if self.hopeless(p) {
            return None;
        }
        let found = [self.repeated(p), self.range(p), self.limited(p), self.point(p)];
        let found = found.into_iter().flatten().max_by_key(|(e, _)| *e)?;
        // "at 5 p.m.", "in the morning": the preposition is no part of the time where it reads the same without
        let idle = matches!(self.lex(p), Lex::At | Lex::In | Lex::During);
        let same = |found: &(usize, TimeValue)| self.when(p + 1).is_some_and(|next| next == *found);
        if idle && same(&found) { None } else { Some(found) }
    }

    /// Small words open a time only before another of its words.
    fn hopeless(&self, p: usize) -> bool {
        let nothing = |lex: Lex| matches!(lex, Lex::Other | Lex::Sign(_));
        match self.lex(p) {
            Lex::In
            | Lex::At
            | Lex::From
            | Lex::For
            | Lex::Limit(_)
            | Lex::Between
            | Lex::During
            | Lex::About
            | Lex::Share(_) => {
                let next = self.lex(p + 1);
                nothing(next)
                    && !matches!(next, Lex::Sign(b'-' | b'\''))
                    && !self.is_any(p + 1, &["noon", "as", "no", "year", "date", "recent"])
                    || next == Lex::The && nothing(self.lex(p + 2)) && !self.sign(p + 2, b'\'')
            }
            Lex::The | Lex::A | Lex::More | Lex::Less | Lex::Just | Lex::Rel(_) => {
                nothing(self.lex(p + 1))
                    && !self.is_any(p + 1, &["little", "bit", "working", "wee", "recent"])
                    && !self.sign(p + 1, b'\'')
            }
            _ => false,
        }
    }

    /// A time without limits around it.
    pub(super) fn point(&self, p: usize) -> Option<(usize, TimeValue)> {
        let found = [
            self.present(p),
            self.named_part(p),
            self.part_of(p),
            self.dated(p),
            self.timed(p),
            self.about(p),
        ];
        let (e, value) = found.into_iter().flatten().max_by_key(|(e, _)| *e)?;
        Some((e, value))
    }

    /// "around Christmas", "about May 2012".
    fn about(&self, p: usize) -> Option<(usize, TimeValue)> {
        (self.lex(p) == Lex::About
            && self.is_any(p, &["about", "around", "approximately", "roughly", "circa"]))
        .then_some(())?;
        if p > 0 && self.is_any(p - 1, &["how", "what"]) {
            return None;
        }
        let (e, value) = self.dated(p + 1)?;
        Some((e, TimeValue { approx: true, ..value }))
    }

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

    fn what(&self, p: usize, inner: bool, expected: bool) -> Option<(usize, What)> {
        let bare = |p: usize| self.bare_year(p, expected);
        let fields = self.fields(p).into_iter().chain(bare(p)).max_by_key(|(e, _)| *e);
        if let Some(found) = fields.and_then(|(e, f)| self.weekday_in_week(p, e, f)) {
            return Some(found);
        }
        let values = [
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
        ];
        let value = values.into_iter().flatten().max_by_key(|(e, _)| *e).map(|(e, v)| (e, What::Value(v)));
        let fields = fields.map(|(e, f)| (e, What::Fields(f)));
        match (fields, value) {
            (Some(f), Some(v)) => Some(if v.0 > f.0 { v } else { f }),
            (f, v) => f.or(v),
        }
    }

    /// "tuesday of next week", "Monday last week", "Saturday 3 days from now".
    fn weekday_in_week(&self, p: usize, e: usize, fields: Fields) -> Option<(usize, What)> {
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
    fn week_with_day(&self, p: usize) -> Option<(usize, TimeValue)> {
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
    fn offset_on(&self, p: usize) -> Option<(usize, TimeValue)> {
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

    /// A calendar time and, after a day, its hour: "Thursday night", "tomorrow 8:00am", "1/1/2015 between 10 and 11:30".
    fn dated(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, node) = self.node(p, false)?;
        let whole = self.whole(p, &node)?;
        let day = whole.form == TimeForm::Date && whole.granularity == Granularity::Day;
        if let Some((end, clock)) = self.hour_of_day(e, node.share).filter(|_| day) {
            return match self.week_after(end, &node) {
                Some((end, moved)) => Some((end, at_clock(&moved, &clock)?)),
                None => Some((end, at_clock(&whole, &clock)?)),
            };
        }
        Some((e, self.resolve(p, &node)?))
    }

    /// The week named after a weekday and its hour: "wednesday evening next week".
    fn week_after(&self, p: usize, node: &Node) -> Option<(usize, TimeValue)> {
        let What::Fields(f) = &node.what else { return None };
        let w = f.weekday.filter(|_| f.is_weekday() && f.rel.is_none())?;
        let (e, week) = self.period(p, false).filter(|(_, v)| v.granularity == Granularity::Week)?;
        Some((e, relative(day(plus_days(monday(week.from?.date())?, i64::from(w) - 1)?)?)))
    }

    /// The hour or part of the day that follows a day.
    fn hour_of_day(&self, p: usize, day_share: Option<Share>) -> Option<(usize, Clock)> {
        let mut q = p;
        if self.sign(q, b'(') && matches!(self.lex(q + 1), Lex::Weekday(..)) && self.sign(q + 2, b')') {
            q += 3;
        }
        let comma = self.sign(q, b',');
        q = self.skip(self.skip(q, Lex::Sign(b',')), Lex::Sign(b'-'));
        q = self.skip(q, Lex::During);
        if self.lex(q) == Lex::Overnight {
            return Some((q + 1, part_clock(Part::Night, None)));
        }
        let (e, mut clock) = self.clock(q, true)?;
        if comma && !clock.range && self.moment(self.skip(q, Lex::At)).is_some_and(|(_, m)| !m.explicit) {
            return None;
        }
        if !clock.range || clock.part.is_none() {
            // "won Monday 3-1"
            let score =
                clock.range && clock.zone.is_none() && self.bare_range(q) && (comma || self.score_before(p));
            return (!score).then_some((e, clock));
        }
        let part = clock.part?;
        if let (Some(share), Lex::Part(_)) = (day_share, self.lex(q)) {
            clock = part_clock(part, Some(share));
        }
        // "Thursday night around 10", "Monday morning from 10am to 12pm"
        let at = self.skip(e, Lex::Sign(b','));
        if let Some((end, inner)) = self.clock(at, true).filter(|(_, c)| c.range && c.part.is_none()) {
            return Some((end, inner));
        }
        if let Some((end, mut moment)) = self.moment(self.skip(self.skip(at, Lex::At), Lex::About)) {
            let introduced = matches!(self.lex(at), Lex::At | Lex::About);
            if introduced || moment.explicit {
                moment.in_part(part);
                return Some((end, moment.clock()));
            }
        }
        Some((e, clock))
    }

    /// Are these two plain numbers ("3-8")?
    fn bare_range(&self, p: usize) -> bool {
        matches!(
            (self.lex(p), self.lex(p + 1), self.lex(p + 2)),
            (Lex::Digits(..), Lex::Sign(b'-'), Lex::Digits(..))
        ) && self.meridiem(p + 3).is_none()
    }

    /// Does a match stand before `p`, so that two numbers are its score?
    fn score_before(&self, p: usize) -> bool {
        (p.saturating_sub(8)..p).any(|q| {
            self.is_any(
                q,
                &[
                    "won", "win", "wins", "lost", "loss", "beat", "beats", "defeated", "game", "match",
                    "victory", "tied", "vs",
                ],
            )
        })
    }

    /// A time of day and the day after it: "10 p.m. Thursday", "midnight Dec. 21", "between 3 and 8am next Monday".
    fn timed(&self, p: usize) -> Option<(usize, TimeValue)> {
        let strict = self.clock(p, false);
        let loose = self.clock(p, true);
        if let Some((e, clock)) = loose {
            let at = self.skip(e, Lex::Sign(b','));
            let at = if matches!(self.lex(at), Lex::On | Lex::Of) { at + 1 } else { at };
            let dated = self.node(at, false).and_then(|(end, node)| {
                let named = self.lex(at) == Lex::The && self.sign(e, b',');
                Some((end, self.resolve(at, &node)?)).filter(|(_, v)| v.form == TimeForm::Date && !named)
            });
            let night = || self.near_part(at).map(|(end, (value, part))| (end, value, part));
            if let Some((end, value, part)) = night() {
                return Some((end, at_clock(&value, &clock.in_part(part))?));
            }
            // "about 5:00 on the night of May 29"
            if let Some((end, value, part)) = self.part_of_day(at) {
                return Some((end, at_clock(&value, &clock.in_part(part))?));
            }
            if let Some((end, value)) = dated {
                // "4:30 p.m. Saturday afternoon"
                return match self.lex(end) {
                    Lex::Part(part) if clock.part.is_none() => {
                        Some((end + 1, at_clock(&value, &clock.in_part(part))?))
                    }
                    _ => Some((end, at_clock(&value, &clock)?)),
                };
            }
        }
        let (e, clock) = strict?;
        Some((e, self.on_no_day(&clock)?))
    }

    /// "last night", "late this morning", "tonight at 1am".
    fn named_part(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (q, share) = match self.lex(p) {
            Lex::Share(share @ (Share::Early | Share::Mid | Share::Late)) => (p + 1, Some(share)),
            _ => (p, None),
        };
        let (e, (value, part)) = self.near_part(q)?;
        let at = self.skip(e, Lex::Sign(b','));
        let introduced = matches!(self.lex(at), Lex::At | Lex::About);
        let moment = self.moment(self.skip(self.skip(at, Lex::At), Lex::About));
        if let Some((end, mut moment)) = moment.filter(|(_, m)| introduced || m.explicit) {
            moment.in_part(part);
            return Some((end, at_clock(&value, &moment.clock())?));
        }
        Some((e, at_clock(&value, &part_clock(part, share))?))
    }

    /// "the night of June 5": the day and its part.
    fn part_of_day(&self, p: usize) -> Option<(usize, TimeValue, Part)> {
        let q = self.skip(p, Lex::The);
        let Lex::Part(part) = self.lex(q) else { return None };
        (self.lex(q + 1) == Lex::Of).then_some(())?;
        let (end, node) = self.node(q + 2, false)?;
        let whole = self.whole(q + 2, &node).filter(|v| v.form == TimeForm::Date)?;
        Some((end, whole, part))
    }

    /// "the night of June 5", "in the early hours of Friday".
    fn part_of(&self, p: usize) -> Option<(usize, TimeValue)> {
        let q = self.skip(if matches!(self.lex(p), Lex::In) { p + 1 } else { p }, Lex::The);
        let (q, share) = match self.lex(q) {
            Lex::Share(share @ (Share::Early | Share::Mid | Share::Late)) => (q + 1, Some(share)),
            _ if self.is_any(q, &["wee", "small"]) => (q + 1, Some(Share::Early)),
            _ => (q, None),
        };
        let (e, part) = match self.lex(q) {
            Lex::Part(part) => (q + 1, Some(part)),
            _ => (q, None),
        };
        let hours = self.lex(e) == Lex::Unit(Unit::Hour, true);
        let e = if hours { e + 1 } else { e };
        if !matches!(self.lex(e), Lex::Of | Lex::On) || part.is_none() && !(hours && share.is_some()) {
            return None;
        }
        let (end, node) = self.node(e + 1, false)?;
        let whole = self.whole(e + 1, &node).filter(|v| v.form == TimeForm::Date)?;
        let clock = match (part, share) {
            (Some(part), share) => part_clock(part, share),
            (None, Some(Share::Early)) => part_clock(Part::Nighttime, None),
            (None, _) => part_clock(Part::Night, None),
        };
        let end = if matches!(self.lex(end), Lex::Part(_)) { end + 1 } else { end };
        Some((end, at_clock(&whole, &clock)?))
    }

    /// A time of day that no day is given for: on the article's day, the clock alone meant.
    pub(super) fn on_no_day(&self, clock: &Clock) -> Option<TimeValue> {
        let mut value = at_clock(&day(self.now())?, clock)?;
        value.timex = value.timex.split_off(value.timex.find('T').unwrap_or(0));
        value.form = if clock.range { TimeForm::TimeRange } else { TimeForm::Time };
        value.relative = false;
        Some(value)
    }

    /// "now", "at this time".
    fn present(&self, p: usize) -> Option<(usize, TimeValue)> {
        let e = match self.lex(p) {
            Lex::Now if !self.glued_sign(p + 1, b'-') => p + 1,
            _ if self.is(p, "right") && self.lex(p + 1) == Lex::Now => p + 2,
            Lex::At
                if self.is_any(p + 1, &["this", "the"])
                    && self.is_any(p + 2, &["moment", "time", "minute"]) =>
            {
                let of = self.is(p + 1, "the") && (self.lex(p + 3) == Lex::Of || self.is(p + 2, "time"))
                    || matches!(self.lex(p + 3), Lex::Rel(_));
                (!of).then_some(p + 3)?
            }
            _ => return None,
        };
        let now = self.anchor;
        let mut value = stretch(now, seconds_on(now, 1)?, TimeForm::DateTime, Granularity::Second);
        (value.earliest, value.latest, value.relative) = (None, None, true);
        value.timex = "PRESENT_REF".to_owned();
        Some((e, value))
    }

    /// "since March 2017", "by the end of the year", "after 10 p.m. Friday", "2016 or later".
    fn limited(&self, p: usize) -> Option<(usize, TimeValue)> {
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
    fn or_more(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, node) = self.node(p, true).filter(|_| !matches!(self.lex(p), Lex::Digits(_, 1..=3)))?;
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
    fn repeated(&self, p: usize) -> Option<(usize, TimeValue)> {
        if let Some((e, _)) =
            self.clock(p, false).filter(|(e, _)| matches!(self.lex(*e), Lex::Daily | Lex::Every))
        {
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

/// A day's hour.
pub(super) fn at_clock(date: &TimeValue, clock: &Clock) -> Option<TimeValue> {
    let start = date.from.filter(|_| date.form == TimeForm::Date);
    let form = if clock.range { TimeForm::DateTimeRange } else { TimeForm::DateTime };
    let known = date.from.is_some() || date.form != TimeForm::Date;
    let Some(start) = start else {
        return (!known).then(|| TimeValue {
            form,
            granularity: clock.granularity,
            timex: String::new(),
            ..date.clone()
        });
    };
    let at = |day: Option<DateTime>, s: Option<i32>| seconds_on(day?, i64::from(s?));
    let widest = date.earliest == Some(start) && date.latest == seconds_on(start, 24 * 3600);
    let (earliest, latest) = if widest {
        (at(Some(start), clock.earliest), at(Some(start), clock.latest))
    } else {
        (date.earliest, date.latest)
    };
    Some(TimeValue {
        form,
        from: at(Some(start), clock.from),
        to: at(Some(start), clock.to),
        earliest,
        latest,
        granularity: clock.granularity,
        approx: date.approx || clock.approx,
        relative: date.relative,
        zone: clock.zone.clone(),
        timex: format!("{}T{}", date.timex, clock.code()),
    })
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
