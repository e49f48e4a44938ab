//! What joins times: a day with its hour, a share of a stretch, a limit before a time, a repeated time.

use super::Reader;
use super::calendar::{monday, plus_days};
use super::clock::Clock;
use super::lexicon::{Lex, Part, Share, Unit};
use super::node::{Node, What};
use super::part::part_clock;
use super::reading::{day, relative, seconds_on, stretch};
use crate::model::{Granularity, TimeForm, TimeValue};
use jiff::civil::DateTime;

impl Reader<'_> {
    /// The longest time at `p`.
    pub(super) fn when(&self, p: usize) -> Option<(usize, TimeValue)> {
        if self.hopeless(p) {
            return None;
        }
        let point = self.point(p);
        let mut found = [self.repeated(p), self.range(p, point.as_ref()), self.limited(p), point];
        let found = longest(&mut found)?;
        // "at 5 p.m.", "in the morning": the preposition is no part of the time where it reads the same without
        let idle = matches!(self.lex(p), Lex::At | Lex::In | Lex::During);
        let same = |found: &(usize, TimeValue)| self.when(p + 1).is_some_and(|next| next == *found);
        if idle && same(&found) { None } else { Some(found) }
    }

    /// A time without limits around it.
    pub(super) fn point(&self, p: usize) -> Option<(usize, TimeValue)> {
        let mut found = [
            self.present(p),
            self.named_part(p),
            self.part_of(p),
            self.dated(p),
            self.timed(p),
            self.about(p),
        ];
        longest(&mut found)
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

    /// A calendar time and, after a day, its hour: "Thursday night", "tomorrow 8:00am", "1/1/2015 between 10 and 11:30".
    pub(super) fn dated(&self, p: usize) -> Option<(usize, TimeValue)> {
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
        // "2016-02-21T08:00:00"
        if self.is(q, "t")
            && self.atom(q).glued
            && self.atom(q + 1).glued
            && matches!(self.lex(q + 1), Lex::Digits(..))
        {
            q += 1;
        }
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
        // "tonight late"
        if let (
            None,
            Lex::Share(late @ (Share::Early | Share::Late)),
            Lex::Sign(b'.' | b',' | b'?' | b'!' | 0),
        ) = (share, self.lex(e), self.lex(e + 1))
        {
            return Some((e + 1, at_clock(&value, &part_clock(part, Some(late)))?));
        }
        // "tonight from 11 to 4"
        if let Some((end, clock)) =
            self.hours_between(e, true).filter(|_| matches!(self.lex(e), Lex::From | Lex::Between))
        {
            return Some((end, at_clock(&value, &clock.in_part(part))?));
        }
        // "this morning before 10"
        if let Some((end, clock)) = self.clock_limited(e, true) {
            return Some((end, at_clock(&value, &clock.in_part(part))?));
        }
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
            _ if self.is(p, "asap") => p + 1,
            _ if self.is(p, "as")
                && self.is(p + 1, "soon")
                && self.is(p + 2, "as")
                && self.is(p + 3, "possible") =>
            {
                p + 4
            }
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
}

/// The longest of some readings, the last of those that are as long; none is moved but it.
pub(super) fn longest<T>(found: &mut [Option<(usize, T)>]) -> Option<(usize, T)> {
    let ends = found.iter().enumerate().filter_map(|(n, reading)| Some((reading.as_ref()?.0, n)));
    let (_, n) = ends.max()?;
    found.get_mut(n)?.take()
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
    // Where the day is open ("Tuesday" of some week), the hours of its first and last are the bounds.
    let (first, last) = if widest {
        (Some(start), Some(start))
    } else {
        (date.earliest, date.latest.and_then(|end| seconds_on(end, -24 * 3600)))
    };
    Some(TimeValue {
        form,
        from: at(Some(start), clock.from),
        to: at(Some(start), clock.to),
        earliest: at(first, clock.earliest),
        latest: at(last, clock.latest),
        granularity: clock.granularity,
        approx: date.approx || clock.approx,
        relative: date.relative,
        zone: clock.zone.clone(),
        timex: format!("{}T{}", date.timex, clock.code()),
    })
}
