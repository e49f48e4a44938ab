//! Atoms → moments of the day: "11:30", "10 p.m.", "noon", "half past eight".

use super::Reader;
use super::clock::{Moment, named};
use super::lexicon::{Lex, Unit};
use crate::model::Granularity;
use smol_str::SmolStr;

impl Reader<'_> {
    /// "am", "p.m.", "p . m .", "a m": the place after it and whether it is the second half of the day.
    pub(super) fn meridiem(&self, p: usize) -> Option<(usize, bool)> {
        match self.lex(p) {
            Lex::Am => return Some((p + 1, false)),
            Lex::Pm => return Some((p + 1, true)),
            _ => {}
        }
        let pm = match self.word(p) {
            "a" | "A" => false,
            "p" | "P" => true,
            _ => return None,
        };
        let dotted = self.skip(p + 1, Lex::Sign(b'.'));
        if self.is(dotted, "m") && !self.atom(dotted + 1).glued_letter() {
            let end = dotted + 1;
            return Some((self.skip(end, Lex::Sign(b'.')), pm));
        }
        None
    }

    /// The half of the day after an hour that ends at `p`, a glued "a" or "p" included ("9p", "9.am").
    pub(super) fn half_of_day(&self, p: usize) -> Option<(usize, bool)> {
        if let Some(found) = self.meridiem(p) {
            return Some(found);
        }
        let dotted = self.glued_sign(p, b'.') && self.atom(p + 1).glued;
        if let Some(found) = self.meridiem(p + 1).filter(|_| dotted) {
            return Some(found);
        }
        if self.atom(p).glued && self.is_any(p, &["a", "p"]) {
            return Some((p + 1, self.is(p, "p")));
        }
        None
    }

    /// A moment of the day.
    pub(super) fn moment(&self, p: usize) -> Option<(usize, Moment)> {
        let (e, mut moment) = self.past_the_hour(p).or_else(|| self.hour(p))?;
        if let Some((end, zone)) = self.zone(e) {
            moment.zone = Some(zone);
            moment.explicit |= moment.compact;
            return Some((end, moment));
        }
        Some((e, moment))
    }

    /// "half past eight", "quarter to nine", "20 minutes past eight", "ten past 9".
    pub(super) fn past_the_hour(&self, p: usize) -> Option<(usize, Moment)> {
        let (e, minutes) = match self.lex(p) {
            Lex::Half => (p + 1, 30),
            Lex::A if self.is(p + 1, "quarter") => (p + 2, 15),
            Lex::Unit(Unit::Quarter, false) => (p + 1, 15),
            _ => {
                let (e, n) = self.number(p)?;
                let e = if matches!(self.lex(e), Lex::Unit(Unit::Minute, _)) { e + 1 } else { e };
                (e, i32::try_from(n).ok().filter(|n| (1..=59).contains(n))?)
            }
        };
        let past = self.is_any(e, &["past", "after"]) && (self.is(e, "past") || self.told_clock(p));
        let counted = matches!(self.lex(e.saturating_sub(1)), Lex::Unit(Unit::Minute | Unit::Quarter, _));
        let five = minutes % 5 == 0 && minutes < 30 && self.told_clock(p);
        let to = (counted || five) && (self.lex(e) == Lex::To || self.is_any(e, &["till", "til"]));
        if !past && !to {
            return None;
        }
        let (e, mut moment) = self.hour(e + 1)?;
        if moment.minute != 0 || moment.granularity != Granularity::Hour {
            return None;
        }
        moment.minute = if past { minutes } else { -minutes };
        (moment.granularity, moment.explicit, moment.worded) = (Granularity::Minute, true, true);
        Some((e, moment))
    }

    /// "It's five to eight", "at ten to nine": is it a clock that is read?
    fn told_clock(&self, p: usize) -> bool {
        let before = self.before(p).lex;
        let its = p > 1 && self.is(p - 1, "s") && self.is_any(p - 3, &["it", "time"]);
        let is = p > 1 && self.is_any(p - 1, &["is", "was"]) && self.is_any(p - 2, &["it", "time"]);
        its || is || before == Lex::At && !matches!(self.lex(p + 1), Lex::Sign(_))
    }

    pub(super) fn hour(&self, p: usize) -> Option<(usize, Moment)> {
        match self.lex(p) {
            Lex::Noon => Some((p + 1, named(12, false))),
            Lex::Midnight => Some((p + 1, named(0, true))),
            Lex::Digits(n, digits) if self.free_hour(p) => self.digital(p, n, digits),
            Lex::Card(1..=20) => self.spoken(p),
            _ => None,
        }
    }

    /// Is the number at `p` not the rest of another ("1,5", "$5", "x5")?
    pub(super) fn free_hour(&self, p: usize) -> bool {
        let before = self.before(p);
        let inner = self.atom(p).glued && matches!(before.lex, Lex::Sign(b'.' | b',' | b':' | b'$' | b'/'));
        // "2016-02-21T08:00:00"
        let iso = matches!(self.word(p.wrapping_sub(1)), "T") && self.before(p).glued;
        let tail = self.atom(p).glued && before.lex == Lex::Other && !iso;
        !inner && !tail && !matches!(before.lex, Lex::Sign(b'$' | b'#'))
    }

    pub(super) fn digital(&self, p: usize, n: u32, digits: u8) -> Option<(usize, Moment)> {
        let n = i32::try_from(n).ok()?;
        // "340pm", "1140 a.m."
        if let (3 | 4, 1..=12, 0..=59, Some((end, pm))) = (digits, n / 100, n % 100, self.meridiem(p + 1)) {
            let mut moment = Moment::new(n / 100, n % 100, Granularity::Minute);
            (moment.pm, moment.explicit) = (Some(pm), true);
            return Some((end, moment));
        }
        if digits == 4 && n < 2400 && n % 100 < 60 {
            let mut moment = Moment::new(n / 100, n % 100, Granularity::Minute);
            moment.compact = true;
            let end = if self.is_any(p + 1, &["hours", "hrs"]) { p + 2 } else { p + 1 };
            moment.explicit = end > p + 1;
            return (!self.atom(p + 1).glued_letter() && !self.broken_off(p + 1)).then_some((end, moment));
        }
        if digits > 2 || n > 24 || (n == 0 && digits == 1) {
            return None;
        }
        let mut moment = Moment::new(n, 0, Granularity::Hour);
        let mut e = p + 1;
        let colon = self.glued_sign(e, b':');
        if let (true, Lex::Digits(minute @ 0..=59, 2)) = (colon || self.glued_sign(e, b'.'), self.lex(e + 1))
        {
            if self.atom(e + 1).glued {
                (moment.minute, moment.granularity) = (i32::try_from(minute).ok()?, Granularity::Minute);
                moment.explicit = colon;
                e += 2;
                if let (true, Lex::Digits(second @ 0..=59, 2)) = (self.glued_sign(e, b':'), self.lex(e + 1)) {
                    (moment.second, moment.granularity) = (i32::try_from(second).ok()?, Granularity::Second);
                    e += 2;
                }
            }
        } else if colon && self.atom(e + 1).glued && matches!(self.lex(e + 1), Lex::Digits(..)) {
            return None;
        }
        if let Some((end, pm)) = self.half_of_day(e) {
            if n <= 12 {
                (moment.pm, moment.explicit) = (Some(pm), true);
            }
            return Some((end, moment));
        }
        if let Some(end) = self.oclock(e) {
            (moment.explicit, moment.worded) = (true, true);
            return Some((end, moment));
        }
        if n == 12 && matches!(self.lex(e), Lex::Noon | Lex::Midnight) {
            return Some((
                e + 1,
                named(if self.lex(e) == Lex::Noon { 12 } else { 0 }, self.lex(e) == Lex::Midnight),
            ));
        }
        let next = self.atom(e);
        let broken = self.broken_off(e) || next.glued && !matches!(next.lex, Lex::Sign(_));
        (!broken).then_some((e, moment))
    }

    /// "seven", "three thirty", "seven twenty-seven", with "p.m." or "o'clock" after it.
    pub(super) fn spoken(&self, p: usize) -> Option<(usize, Moment)> {
        let Lex::Card(hour @ 1..=12) = self.lex(p) else { return None };
        let mut moment = Moment::new(i32::from(hour), 0, Granularity::Hour);
        let mut e = p + 1;
        if let Some((end, minute)) = self.card(e).filter(|&(_, m)| (10..60).contains(&m)) {
            (moment.minute, moment.granularity) = (i32::try_from(minute).ok()?, Granularity::Minute);
            e = end;
        }
        if let Some((end, pm)) = self.meridiem(e) {
            (moment.pm, moment.explicit) = (Some(pm), true);
            e = end;
        } else if let Some(end) = self.oclock(e) {
            (moment.explicit, moment.worded) = (true, true);
            e = end;
        }
        Some((e, moment))
    }

    pub(super) fn oclock(&self, p: usize) -> Option<usize> {
        if self.lex(p) == Lex::OClock {
            return Some(p + 1);
        }
        (self.is(p, "o") && self.sign(p + 1, b'\'') && self.is(p + 2, "clock")).then_some(p + 3)
    }

    /// "ET", "GMT", "Eastern Daylight Time", "local time".
    pub(super) fn zone(&self, p: usize) -> Option<(usize, SmolStr)> {
        const SHORT: &[&str] = &[
            "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKDT", "HST",
            "GMT", "BST", "UTC", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "KST", "AEST", "AEDT",
            "AWST", "NZST", "NZDT", "WIB",
        ];
        let word = self.word(p);
        let mut e = p + 1;
        if matches!(
            word,
            "Eastern" | "Central" | "Mountain" | "Pacific" | "local" | "eastern" | "Greenwich" | "Moscow"
        ) {
            e += usize::from(self.is_any(e, &["standard", "daylight", "mean"]));
            if !self.is(e, "time") && word.len() < 7 {
                return None;
            }
            e += usize::from(self.is(e, "time"));
        } else if !SHORT.contains(&word) {
            return None;
        }
        let (a, b) = (self.atom(p).start as usize, self.atom(e - 1).end as usize);
        Some((e, SmolStr::new(self.text.get(a..b)?)))
    }
}
