//! Atoms → a time of day as a whole: moments, parts of the day ("early in the morning"), and stretches between two hours.

use super::Reader;
use super::clock::{Clock, HOUR, Moment};
use super::compose::longest;
use super::lexicon::{Lex, Part, Share};
use crate::model::Granularity;

/// Seconds that "shortly before" and "just after" reach; "about" reaches half as far to each side.
pub(super) const NEAR: i32 = 20 * 60;

/// Begin and end as date recognisers have them, then the earliest and latest hour that news calls so.
fn hours(part: Part) -> (i32, i32, i32, i32) {
    match part {
        Part::Dawn => (4, 8, 2, 10),
        Part::Morning | Part::Breakfast => (8, 12, 0, 12),
        Part::Daytime => (8, 18, 5, 21),
        Part::Lunch => (11, 13, 11, 15),
        Part::Afternoon => (12, 16, 12, 19),
        Part::Evening | Part::Dinner => (16, 20, 15, 24),
        Part::Dusk => (18, 20, 15, 23),
        Part::Night => (20, 24, 17, 30),
        Part::Nighttime => (0, 8, -6, 9),
    }
}

/// A part of the day, or a share of it.
pub(super) fn part_clock(part: Part, share: Option<Share>) -> Clock {
    let (from, to, earliest, latest) = hours(part);
    let (mut from, mut to, mut earliest, mut latest) =
        (from * HOUR, to * HOUR, earliest * HOUR, latest * HOUR);
    if part == Part::Night {
        to -= 1; // the convention ends the night with the day's last second
    }
    let half = (to + 1 - from) / 2;
    match share {
        Some(Share::Early | Share::Beginning) => (to, latest) = (from + half, latest.min(to)),
        Some(Share::Late | Share::End) => (from, earliest) = (from + half, from),
        Some(Share::Mid | Share::Middle) => {
            (from, to, earliest, latest) = (from + half / 2, to - half / 2, from, to)
        }
        None => {}
    }
    Clock {
        from: Some(from),
        to: Some(to),
        earliest: Some(earliest),
        latest: Some(latest),
        granularity: Granularity::DayPart,
        range: true,
        approx: false,
        zone: None,
        part: Some(part),
        unsure: false,
    }
}

impl Reader<'_> {
    /// A time of day; `loose` when a day stands beside it, so that a bare hour will do.
    pub(super) fn clock(&self, p: usize, loose: bool) -> Option<(usize, Clock)> {
        if self.no_hour(p) {
            return None;
        }
        let stretch = self.hours_between(p, loose);
        let limited = self.clock_limited(p, loose);
        let part = self.part(p, loose);
        let moment = self.clock_moment(p, loose);
        longest(&mut [stretch, limited, part, moment])
    }

    /// A part of the day with its prepositions: "in the early morning", "late afternoon", "at night".
    pub(super) fn part(&self, p: usize, loose: bool) -> Option<(usize, Clock)> {
        let introduced = matches!(self.lex(p), Lex::In | Lex::At | Lex::During | Lex::About);
        let mut q = if introduced { p + 1 } else { p };
        let mut share = None;
        if let Lex::Share(s) = self.lex(q) {
            share = Some(s);
            q += 1;
            q = self.skip(q, Lex::Sign(b'-'));
        }
        let inside = if share.is_some() && matches!(self.lex(q), Lex::In | Lex::Of) { q + 1 } else { q };
        q = self.skip(inside, Lex::The);
        if let Lex::Share(s) = self.lex(q) {
            share = share.or(Some(s));
            q = self.skip(q + 1, Lex::Sign(b'-'));
        }
        let (e, part) = match self.lex(q) {
            Lex::Part(part) => (q + 1, part),
            Lex::Parts(part) if introduced && q > p + 1 => (q + 1, part),
            Lex::Am if loose && q == p => return Some((q + 1, part_clock(Part::Morning, None))),
            Lex::Pm if loose && q == p => return Some((q + 1, part_clock(Part::Afternoon, None))),
            _ => return None,
        };
        let (e, part) = match (part, self.is(e, "time")) {
            (Part::Night, true) => (e + 1, Part::Nighttime),
            (Part::Night, false) if self.sign(e, b'-') && self.is(e + 1, "time") => (e + 2, Part::Nighttime),
            _ => (e, part),
        };
        let meal = matches!(part, Part::Breakfast | Part::Lunch | Part::Dinner);
        let alone = self.is(q, "lunchtime") || self.is(q, "daytime") || share.is_some();
        let meal_of = meal && matches!(self.lex(e), Lex::Other | Lex::Sign(b'-'));
        let introduced = introduced && !meal_of && (!meal || matches!(self.lex(p), Lex::At | Lex::About));
        // "about morning" and "over the night" are no times of day, "last in the evening news" neither
        let wanted = match self.lex(p) {
            Lex::About | Lex::During => meal || self.lex(q.wrapping_sub(1)) == Lex::The,
            Lex::At => meal || matches!(part, Part::Night | Part::Dawn | Part::Dusk) || share.is_some(),
            _ => true,
        };
        ((introduced && wanted) || alone || (loose && !meal)).then(|| (e, part_clock(part, share)))
    }

    /// A moment, with its modifiers: "about 10 p.m.", "just before noon", "at 7 in the evening".
    pub(super) fn clock_moment(&self, p: usize, loose: bool) -> Option<(usize, Clock)> {
        if let Some(found) = self.part_then_hour(p) {
            return Some(found);
        }
        let mut q = p;
        let at = self.lex(q) == Lex::At;
        q += usize::from(at);
        let about = self.lex(q) == Lex::About;
        q += usize::from(about);
        let (mut e, mut moment) = self.moment(q)?;
        if let Some((end, part)) = self.in_part(e, loose) {
            moment.in_part(part);
            e = end;
        }
        let meeting = at && !about && self.appointed(p, e) && !moment.compact;
        let bare = !meeting
            && !moment.explicit
            && (!(loose && (at || about || moment.granularity_minute())) || moment.compact);
        // "a midnight curfew"
        let adjective = self.lex(q) == Lex::Midnight
            && self.lex(e) == Lex::Other
            && !self.atom(e).capital
            && !at
            && !about
            && !matches!(self.before(p).lex, Lex::Limit(_) | Lex::To | Lex::And);
        if adjective {
            return None;
        }
        let licensed =
            meeting || loose || moment.worded || !moment.unsure() || self.clock_expected(p, at || about);
        if bare || !licensed {
            return None;
        }
        let mut clock = moment.clock();
        if about {
            approximate(&mut clock, NEAR / 2);
        }
        if let Some(end) = self.or_later(e) {
            (clock.to, clock.latest, clock.range) = (None, None, true);
            e = end;
        }
        Some((e, clock))
    }

    /// "I'll be back at 7", "we meet at six.": an hour that ends what is said of a coming, going or meeting.
    fn appointed(&self, p: usize, e: usize) -> bool {
        const MEETINGS: &[&str] = &[
            "back",
            "meet",
            "meets",
            "met",
            "meeting",
            "call",
            "leave",
            "leaves",
            "arrive",
            "arrives",
            "arrived",
            "begin",
            "begins",
            "began",
            "start",
            "starts",
            "started",
            "schedule",
            "scheduled",
            "appointment",
            "alarm",
            "wake",
            "woke",
            "dinner",
            "lunch",
            "breakfast",
            "come",
            "home",
            "there",
            "party",
        ];
        let ends = matches!(self.lex(e), Lex::Sign(b'.' | b'?' | b'!' | 0));
        ends && (p.saturating_sub(6)..p).any(|q| self.is_any(q, MEETINGS))
    }

    /// May a clock time without "a.m." or "p.m." stand at `p` ("at 10:20", but not "won 10:20")?
    fn clock_expected(&self, p: usize, introduced: bool) -> bool {
        let before = self.before(p);
        introduced
            || p == 0
            || matches!(
                before.lex,
                Lex::At
                    | Lex::About
                    | Lex::Limit(_)
                    | Lex::From
                    | Lex::To
                    | Lex::Between
                    | Lex::And
                    | Lex::The
                    | Lex::Digits(..)
                    | Lex::Sign(b'-' | b',' | b'@' | b'(')
            )
    }

    /// "in the morning at 7", "early morning at 8:00".
    fn part_then_hour(&self, p: usize) -> Option<(usize, Clock)> {
        let bare = match self.lex(p) {
            Lex::Part(part) if !self.before(p).capital => Some((p + 1, part_clock(part, None))),
            _ => None,
        };
        let (e, part) = self.part(p, false).or(bare)?;
        (self.lex(e) == Lex::At).then_some(())?;
        let (end, mut moment) = self.moment(e + 1)?;
        moment.in_part(part.part?);
        Some((end, moment.clock()))
    }

    /// "in the evening", "of the morning", "at night" after an hour.
    pub(super) fn in_part(&self, p: usize, loose: bool) -> Option<(usize, Part)> {
        let mut q = p;
        if matches!(self.lex(q), Lex::In | Lex::At | Lex::Of) {
            q = self.skip(q + 1, Lex::The);
        } else if !loose {
            return None;
        }
        match self.lex(q) {
            Lex::Part(
                part @ (Part::Dawn | Part::Morning | Part::Afternoon | Part::Evening | Part::Night),
            ) => Some((q + 1, part)),
            _ => None,
        }
    }

    /// "or later", "or after".
    pub(super) fn or_later(&self, p: usize) -> Option<usize> {
        (self.lex(p) == Lex::Or && self.is_any(p + 1, &["later", "after"])).then_some(p + 2)
    }
}

impl Moment {
    /// Do its four digits look like a year?
    pub(super) fn year(&self) -> bool {
        self.compact && (19 * HOUR..22 * HOUR).contains(&self.seconds())
    }

    /// Are its minutes given?
    pub(super) fn granularity_minute(&self) -> bool {
        self.clock().granularity != Granularity::Hour
    }
}

/// Widens a time of day by some seconds.
fn approximate(clock: &mut Clock, by: i32) {
    clock.approx = true;
    clock.earliest = clock.earliest.map(|s| s - by);
    clock.latest = clock.latest.map(|s| s + by);
}
