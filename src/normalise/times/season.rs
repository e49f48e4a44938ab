//! Atoms → seasons: "summer 2012", "the winter of 2011-12", "last fall".

use jiff::civil::Date;

use super::Reader;
use super::calendar::plus_months;
use super::lexicon::{Lex, Season, Unit};
use super::reading::{days, midnight, relative};
use crate::model::{Granularity, TimeValue};

impl Reader<'_> {
    /// "summer 2012", "the winter of 2011-12", "this spring" by its steps from the present one.
    pub(super) fn season_named(&self, p: usize) -> Option<(usize, TimeValue)> {
        // "2016 spring"
        if let (Some((e, year)), Lex::Season(season)) = (self.year_digits(p), self.lex(p + 1)) {
            return season_of(year, season).map(|value| (e + 1, value));
        }
        let q = self.skip(p, Lex::The);
        let Lex::Season(season) = self.lex(q) else { return None };
        let at = self.skip(q + 1, Lex::Of);
        if let Some((e, year)) = self.year(at) {
            let e = if self.glued_sign(e, b'-') && matches!(self.lex(e + 1), Lex::Digits(_, 2)) {
                e + 2
            } else {
                e
            };
            return Some((e, season_of(year, season)?));
        }
        if self.lex(q + 1) == Lex::Of
            || self.rel(q + 1).is_some() && self.lex(q + 2) == Lex::Unit(Unit::Year, false)
        {
            let (e, whole) = self.period(at, false).filter(|(_, v)| v.granularity == Granularity::Year)?;
            return Some((e, relative(season_of(whole.from?.date().year(), season)?)));
        }
        let sure = matches!(season, Season::Summer | Season::Winter) && !self.atom(q).capital;
        let before = self.before(p).lex;
        let told = q > p && matches!(before, Lex::In | Lex::During | Lex::Limit(_))
            || matches!(before, Lex::Share(_));
        let closed =
            !matches!(self.lex(q + 1), Lex::Other | Lex::Sign(b'-' | b'\'') | Lex::Unit(..) | Lex::Holiday);
        (sure && told && closed).then_some(()).and_then(|()| Some((q + 1, self.season(season, 0)?)))
    }

    /// A season some years from the one nearest by.
    pub(super) fn season(&self, season: Season, steps: i64) -> Option<TimeValue> {
        let now = self.now();
        let this = season_of(now.year(), season)?;
        let started = this.from? <= midnight(now);
        let year = match steps {
            -1 if this.to? <= midnight(now) => now.year(),
            -1 => now.year().checked_sub(1)?,
            1 if !started => now.year(),
            1 => now.year().checked_add(1)?,
            // in January and February "this winter" began the year before
            _ if season == Season::Winter && now.month() <= 3 => now.year().checked_sub(1)?,
            _ => now.year(),
        };
        Some(relative(season_of(year, season)?))
    }
}

/// The season of a year, from the first of its first month; a month on either side is called so too.
fn season_of(year: i16, season: Season) -> Option<TimeValue> {
    let (month, code) = match season {
        Season::Spring => (3, "SP"),
        Season::Summer => (6, "SU"),
        Season::Fall => (9, "FA"),
        Season::Winter => (12, "WI"),
    };
    let from = Date::new(year, month, 1).ok()?;
    let mut value = days(from, plus_months(from, 3)?, Granularity::Quarter);
    value.timex = format!("{year:04}-{code}");
    value.earliest = plus_months(from, -1).map(midnight);
    value.latest = plus_months(from, 4).map(midnight);
    Some(value)
}
