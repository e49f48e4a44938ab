//! Atoms → stretches between two hours and hours as limits: "from 5 to 6pm", "before 2:00", "from 2pm for 2 hours".

use super::Reader;
use super::clock::{Clock, HOUR, Moment};
use super::lexicon::{Lex, Limit, Part, Unit};
use super::part::{NEAR, part_clock};
use crate::model::Granularity;

impl Reader<'_> {
    /// "from 5 to 6pm", "between 9:30 and 11", "2:00 - 2:30 pm", "from 2pm for 2 hours", "for 7 hours from 9:30am".
    pub(super) fn hours_between(&self, p: usize, loose: bool) -> Option<(usize, Clock)> {
        if let Some(found) = self.hours_long(p) {
            return Some(found);
        }
        let opened = matches!(self.lex(p), Lex::From | Lex::Between);
        let start = if opened { p + 1 } else { self.skip(p, Lex::At) };
        let (e, mut a) = self.moment(start)?;
        // "from 3 in the morning until 5pm"
        let e = match self.in_part(e, false).filter(|_| !a.explicit) {
            Some((end, part)) => {
                a.in_part(part);
                end
            }
            None => e,
        };
        let joined = match self.lex(e) {
            Lex::To | Lex::Through | Lex::Sign(b'-' | b'~') | Lex::Limit(Limit::Until) => true,
            Lex::And => self.lex(p) == Lex::Between,
            _ => false,
        };
        if !joined {
            return None;
        }
        let (mut e, mut b) = self.moment(e + 1)?;
        if let Some((end, part)) = self.in_part(e, loose) {
            b.in_part(part);
            e = end;
        }
        let years = a.year() && b.year() && !(a.explicit || b.explicit);
        if years {
            return None;
        }
        // "between 1000 and 2000" counts something
        let round = a.minute == 0 && b.minute == 0 && a.hour >= 10 && b.hour >= 10;
        let both_compact = a.compact && b.compact && opened && !round;
        let spoken = opened && a.granularity_minute() && b.granularity_minute();
        if !(a.explicit || b.explicit || loose || both_compact || spoken) || (a.compact != b.compact) {
            return None;
        }
        if a.compact && !both_compact && !(a.explicit || b.explicit) {
            return None;
        }
        Some((e, between(&mut a, &mut b)))
    }

    /// A stretch by its length: "from 2pm for 2 hours", "for 7 hours from 9:30am".
    pub(super) fn hours_long(&self, p: usize) -> Option<(usize, Clock)> {
        let (e, moment, length) = if self.lex(p) == Lex::From {
            let (e, moment) = self.moment(p + 1)?;
            let (e, length) = self.for_hours(e)?;
            (e, moment, length)
        } else {
            let (e, length) = self.for_hours(p)?;
            (self.lex(e) == Lex::From).then_some(())?;
            let (e, moment) = self.moment(e + 1)?;
            (e, moment, length)
        };
        let mut clock = moment.clock();
        let end = moment.seconds().checked_add(length)?;
        (clock.to, clock.latest, clock.range) = (Some(end), Some(end), true);
        moment.explicit.then_some((e, clock))
    }

    /// "for 2 hours": its seconds.
    pub(super) fn for_hours(&self, p: usize) -> Option<(usize, i32)> {
        (self.lex(p) == Lex::For).then_some(())?;
        let (e, n) = self.number(p + 1)?;
        let unit = match self.lex(e) {
            Lex::Unit(Unit::Hour, _) => HOUR,
            Lex::Unit(Unit::Minute, _) => 60,
            _ => return None,
        };
        Some((e + 1, i32::try_from(n).ok()?.checked_mul(unit)?))
    }

    /// A limit on a time of day: "before 5pm", "after 2:00", "no later than 6:00", "just before 10 p.m.".
    pub(super) fn clock_limited(&self, p: usize, loose: bool) -> Option<(usize, Clock)> {
        let (e, limit, near) = self.limit(p)?;
        let (e, mut clock) = match self.clock_moment(e, true) {
            Some((end, clock)) if clock.granularity != Granularity::DayPart => {
                let explicit =
                    loose || self.moment(self.skip(e, Lex::About)).is_some_and(|(_, m)| m.explicit);
                explicit.then_some((end, clock))?
            }
            _ => {
                let (end, clock) = self
                    .moment(self.skip(e, Lex::About))
                    .map(|(e, m)| (e, m.explicit || loose, m))
                    .and_then(|(end, fine, mut m)| {
                        let (end, part) = self.in_part(end, loose).map_or((end, None), |(e, p)| (e, Some(p)));
                        if let Some(part) = part {
                            m.in_part(part);
                        }
                        fine.then(|| (end, m.clock()))
                    })
                    .or_else(|| self.meal(e, limit))?;
                (end, clock)
            }
        };
        limit_clock(&mut clock, limit, near);
        Some((e, clock))
    }

    pub(super) fn meal(&self, p: usize, limit: Limit) -> Option<(usize, Clock)> {
        let Lex::Part(part @ (Part::Breakfast | Part::Lunch | Part::Dinner | Part::Dawn | Part::Dusk)) =
            self.lex(p)
        else {
            return None;
        };
        let closed = !matches!(self.lex(p + 1), Lex::Other | Lex::Part(_) | Lex::Sign(b'-'));
        let clock = part_clock(part, None);
        (closed && matches!(limit, Limit::Before | Limit::After | Limit::Until)).then_some((p + 1, clock))
    }
}

/// Sets the half of the day of two hours by each other, and the second after the first.
fn between(a: &mut Moment, b: &mut Moment) -> Clock {
    if a.unsure() && b.pm.is_some() {
        a.pm = b.pm;
        if a.seconds() > b.seconds() {
            a.pm = b.pm.map(|pm| !pm);
        }
    }
    if b.unsure() && a.pm.is_some() {
        b.pm = a.pm;
        if b.seconds() < a.seconds() {
            b.pm = a.pm.map(|pm| !pm);
        }
    }
    let unsure = a.unsure() && b.unsure();
    let (from, mut to) = (a.seconds(), b.seconds());
    if to <= from && b.pm.is_none() && to < 12 * HOUR {
        to += 12 * HOUR;
    }
    if to <= from {
        to += 24 * HOUR;
    }
    let mut clock = a.clock();
    clock.to = Some(to);
    clock.latest = Some(if unsure { to + 12 * HOUR } else { to + 60 });
    (clock.range, clock.unsure) = (true, unsure);
    clock.zone = b.clock().zone.or(clock.zone);
    clock
}

/// The time of day as a limit; `near` when it is only just beyond it ("shortly before").
pub(super) fn limit_clock(clock: &mut Clock, limit: Limit, near: bool) {
    let (from, to) = (clock.from, clock.to);
    let end = if clock.granularity == Granularity::DayPart { to } else { from };
    clock.range = true;
    match limit {
        Limit::Before | Limit::Until | Limit::By => {
            let midnight = clock.latest.is_some_and(|s| s > 24 * HOUR);
            let latest = if limit == Limit::Before && !midnight { from } else { clock.latest };
            (clock.from, clock.to) = (None, from);
            (clock.earliest, clock.latest) = (None, latest);
            if near {
                clock.from = from.map(|s| s - NEAR);
                (clock.earliest, clock.approx) = (from.map(|s| s - NEAR), true);
            }
        }
        Limit::After | Limit::Since | Limit::AsOf => {
            (clock.from, clock.to) = (end, None);
            (clock.earliest, clock.latest) = (end, None);
            if near {
                clock.to = end.map(|s| s + NEAR);
                (clock.latest, clock.approx) = (end.map(|s| s + NEAR), true);
            }
        }
    }
}
