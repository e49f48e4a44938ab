//! Atoms → calendar fields: "Tuesday, Jan. 15, 2013", "15 April", "the 26th of June of 2020", "5/12", "2015-12-01".

use super::Reader;
use super::fields::Fields;
use super::lexicon::{Lex, Limit, Rel};
use super::number::two_digits;
use crate::model::Granularity;

impl Reader<'_> {
    /// The calendar fields named at `p`; a bare month only where a word before it makes it one.
    pub(super) fn fields(&self, p: usize) -> Option<(usize, Fields)> {
        let (q, rel) = self.rel(p).map_or((p, None), |(q, rel)| (q, Some(rel)));
        let found = match self.lex(q) {
            Lex::Weekday(w, sure) => self.weekday(q, w, sure || rel.is_some()),
            Lex::Month(..) => self.month_first(q, rel.is_some() || q > p),
            Lex::The => self.the_day(q),
            Lex::Digits(..) => {
                self.numeric(q, rel.is_some()).or_else(|| self.day_first(q)).or_else(|| self.on_day(q))
            }
            Lex::Ordinal(_) | Lex::Card(_) => self.day_first(q),
            _ => None,
        };
        let (e, mut fields) = found?;
        fields.told = rel.is_some() && self.is_any(q - 1, &["following", "previous", "preceding"]);
        // "this Friday 5/12": the date is the year's, whatever "this" says of the weekday
        fields.rel = if fields.weekday.is_some() && fields.day.is_some() && rel.is_some() {
            Some(Rel::This)
        } else {
            rel
        };
        Some((e, fields))
    }

    /// "[the] last", "this coming", "this past".
    pub(super) fn rel(&self, p: usize) -> Option<(usize, Rel)> {
        let q = self.skip(p, Lex::The);
        let Lex::Rel(mut rel) = self.lex(q) else { return None };
        if rel == Rel::Last && self.verb_before(p) {
            return None;
        }
        let mut e = q + 1;
        if let (Rel::This, Lex::Rel(next)) = (rel, self.lex(e)) {
            rel = if next == Rel::Next { Rel::Coming } else { next };
            e += 1;
        }
        Some((e, rel))
    }

    /// Does an auxiliary before it make "last" a verb?
    fn verb_before(&self, p: usize) -> bool {
        const AUXILIARIES: &[&str] = &[
            "will", "would", "can", "could", "may", "might", "must", "should", "to", "not", "t", "did",
            "does", "ll",
        ];
        p > 0 && self.is_any(p - 1, AUXILIARIES)
    }

    /// "the 20th of next month": place after it and the day, of the month that its place gives.
    pub(super) fn day_of_named_month(&self, p: usize) -> Option<(usize, Fields)> {
        let (e, day, _) = self.day_of_month(self.skip(p, Lex::The)).filter(|&(.., ordinal)| ordinal)?;
        (self.lex(e) == Lex::Of).then_some(())?;
        self.rel(e + 1)?;
        let (end, month) = self.period(e + 1, true).filter(|(_, v)| v.granularity == Granularity::Month)?;
        let (year, month) = (month.from?.year(), month.from?.month());
        Some((end, Fields { year: Some(year), month: Some(month), day: Some(day), ..Fields::default() }))
    }

    /// "the 26th of June", "the 21st", "the ninth".
    pub(super) fn the_day(&self, p: usize) -> Option<(usize, Fields)> {
        let (e, day, ordinal) = self.day_of_month(p + 1)?;
        if let Some(found) = self.day_first(p + 1) {
            return Some(found);
        }
        let weekday_before = matches!(self.before(p).lex, Lex::Weekday(..) | Lex::Month(..));
        let digits = matches!(self.lex(p + 1), Lex::Digits(..));
        // "on the 18th" but not "on the 18th hole", nor "the second"
        let closed = matches!(
            self.lex(e),
            Lex::Sign(b'.' | b',' | b'?' | b'!' | b')' | b';' | b'-' | 0)
                | Lex::At
                | Lex::From
                | Lex::To
                | Lex::And
                | Lex::Limit(_)
                | Lex::Through
                | Lex::About
                | Lex::Between
                | Lex::Card(_)
        );
        let introduced = matches!(
            self.before(p).lex,
            Lex::On
                | Lex::From
                | Lex::Between
                | Lex::Limit(Limit::Until | Limit::By)
                | Lex::To
                | Lex::Through
        );
        let fields = Fields { day: Some(day), the: true, ..Fields::default() };
        let on = self.before(p).lex == Lex::On && matches!(self.lex(e), Lex::Sign(b'.' | b'?' | b'!' | 0));
        let alone = closed && digits && introduced && (ordinal || self.lex(e) == Lex::From || on);
        (weekday_before && (ordinal || digits) || alone).then_some((e, fields))
    }

    /// "on 29th"
    fn on_day(&self, p: usize) -> Option<(usize, Fields)> {
        let (e, day, ordinal) = self.day_of_month(p)?;
        let closed =
            matches!(self.lex(e), Lex::Sign(b'.' | b',' | b'?' | b'!' | b')' | b';' | b'-' | 0) | Lex::At);
        let fields = Fields { day: Some(day), ..Fields::default() };
        // "on 15 at 8:00", "on 15, 8pm"
        let timed = || {
            let at = self.skip(self.skip(e, Lex::Sign(b',')), Lex::At);
            at > e && self.moment(at).is_some_and(|(_, m)| m.explicit)
        };
        let on = self.before(p).lex == Lex::On || ordinal && self.before(p).lex == Lex::At && timed();
        (on && (ordinal && closed || timed())).then_some((e, fields))
    }

    /// The place after a full stop that belongs to an abbreviation.
    pub(super) fn skip_dot(&self, p: usize) -> usize {
        if self.glued_sign(p, b'.') { p + 1 } else { p }
    }

    /// "Jan. 15, 2013", "March the ninth", "May 2012", "Dec/2018", "October".
    pub(super) fn month_first(&self, p: usize, licensed: bool) -> Option<(usize, Fields)> {
        let Lex::Month(month, sure) = self.lex(p) else { return None };
        let mut fields = Fields { month: Some(month), ..Fields::default() };
        let e = self.skip_dot(p + 1);
        if matches!(self.before(p).lex, Lex::Sign(b'$' | b'#')) {
            return None;
        }
        let slash = self.glued_sign(e, b'/') || self.glued_sign(e, b'-') && self.atom(e + 1).glued;
        let at = if slash { e + 1 } else { self.skip(e, Lex::Sign(b',')) };
        let worded_year = matches!(self.lex(at), Lex::Card(_)) && self.year(at).is_some();
        let day = self.day_of_month(self.skip(at, Lex::The));
        if let Some((end, day, ordinal)) =
            day.filter(|&(.., ordinal)| !worded_year && (at == e || slash || ordinal))
        {
            let (end, year) = self.year_after(end, ordinal);
            let year = year.or_else(|| (month == 9 && day == 11 && self.attacks(end)).then_some(2001));
            (fields.day, fields.year) = (Some(day), year);
            // "it may 5 times"
            let ends = !matches!(self.lex(end), Lex::Other | Lex::Unit(..) | Lex::Of);
            let clear = sure || self.atom(p).capital || self.word(p).len() < 4 || licensed || ends;
            return (clear || year.is_some() || ordinal || slash).then_some((end, fields));
        }
        let named = [at, self.skip(at, Lex::Of)].into_iter().find_map(|q| self.year(q));
        let named = named.or_else(|| match self.lex(at + 1) {
            Lex::Digits(n, 2) if self.lex(at) == Lex::Of && n > 31 => Some((at + 2, two_digits(n)?)),
            _ => None,
        });
        if let Some((end, year)) = named {
            let digits = matches!(self.lex(end - 1), Lex::Digits(_, 4));
            let fine = sure || self.atom(p).capital || at > e || digits;
            fields.year = Some(year);
            return fine.then_some((end, fields));
        }
        // "I'll be out September": no name, for names go on or begin what is said
        let ends = matches!(self.lex(e), Lex::Sign(b'.' | b'?' | b'!' | b';' | 0));
        let plain = sure && ends && p > 0 && !self.before(p).capital && !matches!(month, 4 | 6 | 8);
        (licensed && self.month_may_stand(p, e, sure) || self.bare_month(p, e, sure) || plain)
            .then_some((e, fields))
    }

    /// Do the attacks of 2001, known by their day alone, follow ("the Sept. 11 attacks", "Sept. 11 hijackers")?
    fn attacks(&self, p: usize) -> bool {
        let p = self.skip(p, Lex::Sign(b','));
        let p = if self.is_any(p, &["terrorist", "terror"]) { p + 1 } else { p };
        self.is_any(p, &["attacks", "hijackers", "hijacker", "hijackings", "commission", "memorial"])
    }

    /// A year after a month and day: ", 2013", " of 2013", " in 2020", "/2015", " 12" after an ordinal.
    fn year_after(&self, p: usize, ordinal: bool) -> (usize, Option<i16>) {
        let places = [p, self.skip(p, Lex::Sign(b',')), self.skip(p, Lex::Of), self.skip(p, Lex::In)];
        let slash = if self.glued_sign(p, b'/') || self.glued_sign(p, b'-') && self.atom(p + 1).glued {
            p + 1
        } else {
            p
        };
        let found = places.into_iter().chain([slash]).find_map(|q| self.year(q));
        match (found, self.lex(p)) {
            (Some((e, year)), _) => (e, Some(year)),
            (None, Lex::Digits(n @ 10..=31, 2))
                if ordinal && !self.reads_on(p + 1) && !self.hours_follow(p) =>
            {
                (p + 1, two_digits(n))
            }
            (None, Lex::Of) => match self.lex(p + 1) {
                // not "Dec. 10 of 14 counts"
                Lex::Digits(n, 2) if self.lex(p + 2) != Lex::Other => (p + 2, two_digits(n)),
                _ => (p, None),
            },
            _ => (p, None),
        }
    }

    /// "May" and "March" after a word like "last", or an abbreviation that is a name as well ("Jan").
    fn month_may_stand(&self, p: usize, e: usize, sure: bool) -> bool {
        sure || self.atom(p).capital || !matches!(self.lex(e), Lex::Other)
    }

    /// A month without day or year where the words before it take a time.
    fn bare_month(&self, p: usize, e: usize, sure: bool) -> bool {
        let before = self.before(p);
        let strong = matches!(
            before.lex,
            Lex::In
                | Lex::Limit(Limit::Since | Limit::Until)
                | Lex::During
                | Lex::Share(_)
                | Lex::Rel(_)
                | Lex::Every
        ) || before.lex == Lex::Of
            && p > 1
            && matches!(self.lex(p - 2), Lex::Share(_) | Lex::Ordinal(_) | Lex::Unit(..))
            || before.lex == Lex::Sign(b'-')
                && p > 1
                && matches!(self.lex(p - 2), Lex::Share(_) | Lex::Month(..));
        let weak = matches!(
            before.lex,
            Lex::Of
                | Lex::Limit(_)
                | Lex::From
                | Lex::To
                | Lex::Through
                | Lex::Between
                | Lex::The
                | Lex::For
                | Lex::About
                | Lex::And
                | Lex::Or
        );
        let listed = matches!(before.lex, Lex::And | Lex::Or | Lex::To | Lex::Through | Lex::Sign(b'-'))
            && p > 1
            && matches!(self.lex(p - 2), Lex::Month(..));
        let listing = matches!(self.lex(e), Lex::Sign(b'-') | Lex::To | Lex::Through)
            && matches!(self.lex(e + 1), Lex::Month(..));
        if listed || listing {
            return true;
        }
        // "by May's government", "after June Carter", "March on Washington"
        let name = self.atom(e).capital && !matches!(self.lex(e), Lex::Month(..) | Lex::Weekday(..));
        let verb = !sure
            && matches!(self.lex(e), Lex::Other | Lex::On | Lex::For | Lex::To)
            && before.lex != Lex::In;
        let lower = !sure && !self.atom(p).capital;
        match (strong, weak) {
            (true, _) if lower => {
                matches!(before.lex, Lex::In)
                    && !self.atom(e).glued_letter()
                    && !matches!(self.lex(e), Lex::Other)
            }
            (true, _) => sure || !name,
            (_, true) => !verb && !name && !lower && (sure || !self.possessive(e)),
            _ => false,
        }
    }

    /// "15 April [of] 87", "second of Aug.", "26th of June of 2020", "22/Jan/2019".
    pub(super) fn day_first(&self, p: usize) -> Option<(usize, Fields)> {
        let (e, day, ordinal) = self.day_of_month(p)?;
        let slash = self.glued_sign(e, b'/') || self.glued_sign(e, b'-') && self.atom(e + 1).glued;
        let of = self.lex(e) == Lex::Of;
        let at = if slash || of { e + 1 } else { e };
        let Lex::Month(month, sure) = self.lex(at) else { return None };
        let end = self.skip_dot(at + 1);
        let (end, year) = self.year_after(end, false);
        // "5 may have died"
        let ends = !matches!(self.lex(end), Lex::Other | Lex::Unit(..) | Lex::Of | Lex::A | Lex::The);
        let ends =
            ends && !(self.is(at, "may") && self.lex(end) == Lex::Sign(0) && self.before(p).lex != Lex::On);
        if !(sure || ends || ordinal || of || slash || year.is_some() || self.atom(at).capital) {
            return None;
        }
        // a day of the month after the month is that month's ("in 10 June 5" is none of ours)
        Some((end, Fields { year, month: Some(month), day: Some(day), ..Fields::default() }))
    }
}
