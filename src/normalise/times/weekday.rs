//! Atoms → weekdays, with the date that may follow them: "Tuesday, Jan. 15", "Friday the 26th", "Sun 14th".

use super::Reader;
use super::fields::Fields;
use super::lexicon::Lex;

impl Reader<'_> {
    pub(super) fn weekday(&self, p: usize, w: i8, sure: bool) -> Option<(usize, Fields)> {
        let mut fields = Fields { weekday: Some(w), ..Fields::default() };
        let dotted = if sure && self.word(p).len() > 5 { p + 1 } else { self.skip_dot(p + 1) };
        let next = self.skip(self.skip(dotted, Lex::Sign(b',')), Lex::On);
        // "Tuesday, Jan. 15", "Thursday 29/03", "Friday 31"
        let dated = match self.lex(next) {
            Lex::Month(..) => self.month_first(next, false).filter(|(_, f)| f.day.is_some()),
            Lex::Digits(..) => self
                .numeric(next, true)
                .or_else(|| self.day_first(next))
                .or_else(|| self.bare_day(next).filter(|_| next == dotted && !self.hours_follow(next))),
            Lex::The => self.the_day(next).filter(|(_, f)| f.month.is_some() || next == dotted),
            Lex::Ordinal(_) | Lex::Card(_) => self.day_first(next),
            _ => None,
        };
        if let Some((e, f)) = dated {
            return Some((e, Fields { weekday: Some(w), ..f }));
        }
        if !sure && !self.weekday_expected(p) || self.named_after_weekday(p) {
            return None;
        }
        fields.the = false;
        Some((if sure { p + 1 } else { dotted }, fields))
    }

    /// "Sun", "Sat", "Mon" and "Wed" are days beside another time only.
    pub(super) fn weekday_expected(&self, p: usize) -> bool {
        let beside = |lex: Lex| {
            matches!(
                lex,
                Lex::Weekday(_, true) | Lex::Digits(..) | Lex::Part(_) | Lex::Rel(_) | Lex::Unit(..)
            )
        };
        let joined = |q: usize| matches!(self.lex(q), Lex::Or | Lex::And | Lex::Sign(b'/' | b'-'));
        let before = self.before(p).lex;
        self.atom(p).capital
            && (beside(self.lex(p + 1))
                || beside(before)
                || matches!(before, Lex::On | Lex::Limit(_)) && !self.atom(p + 1).capital
                || joined(p + 1) && matches!(self.lex(p + 2), Lex::Weekday(..))
                || p > 1 && joined(p - 1) && matches!(self.lex(p - 2), Lex::Weekday(..)))
    }

    /// Newspapers and shows: "Sunday Times", "Saturday Night Live"; clubs and films: "Sheffield Wednesday".
    pub(super) fn named_after_weekday(&self, p: usize) -> bool {
        const TITLES: &[&str] = &[
            "times",
            "telegraph",
            "mirror",
            "mail",
            "express",
            "herald",
            "post",
            "world",
            "star",
            "tribune",
            "river",
        ];
        let next = self.atom(p + 1);
        let show =
            matches!(self.word(p + 1), "Night") && matches!(self.word(p + 2), "Live" | "Football" | "Lights");
        (next.capital && self.is_any(p + 1, TITLES))
            || show
            || matches!(self.word(p.wrapping_sub(1)), "Ruby" | "Sheffield" | "Bloody")
            || self.is(p.wrapping_sub(1), "super") && self.is(p, "tuesday")
    }

    /// Do hours follow a weekday ("Monday 3-8", "Friday 4 pm")?
    pub(super) fn hours_follow(&self, p: usize) -> bool {
        matches!(self.lex(p + 1), Lex::Sign(b'-' | b'~' | b':') | Lex::To | Lex::OClock)
            || self.meridiem(p + 1).is_some()
            || self.is(p + 1, "o")
    }

    pub(super) fn bare_day(&self, p: usize) -> Option<(usize, Fields)> {
        let (e, day, ordinal) = self.day_of_month(p)?;
        let closed =
            ordinal || !matches!(self.lex(e), Lex::Other | Lex::Unit(..)) || self.lex(e) == Lex::Sign(b'!');
        closed.then(|| (e, Fields { day: Some(day), ..Fields::default() }))
    }
}
