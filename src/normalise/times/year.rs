//! Atoms → years, decades, centuries, and the quarters and halves of years.

use jiff::civil::Date;

use super::Reader;
use super::calendar::{plus_months, unit_of};
use super::fields::Fields;
use super::lexicon::{Lex, Rel, Unit};
use super::number::two_digits;
use super::reading::{days, relative};
use crate::model::{Granularity, TimeValue};

impl Reader<'_> {
    /// A year on its own; `expected` when the words before it call for one.
    pub(super) fn bare_year(&self, p: usize, expected: bool) -> Option<(usize, Fields)> {
        let (q, named) = match self.lex(p) {
            Lex::The if self.is(p + 1, "year") => (p + 2, true),
            Lex::Unit(Unit::Year, false) => (p + 1, true),
            _ => (p, false),
        };
        let (e, year) = self.year_digits(q)?;
        (named || expected || self.year_expected(q, year))
            .then(|| (e, Fields { year: Some(year), ..Fields::default() }))
    }

    /// Is a number of four digits a year here, not a count ("2012 people", "1900 Main Street")?
    fn year_expected(&self, p: usize, year: i16) -> bool {
        let before = self.before(p).lex;
        let dated_back =
            before == Lex::To && self.is_any(p.wrapping_sub(2), &["back", "dating", "dates", "dated"]);
        let strong = dated_back
            || matches!(
                before,
                Lex::In | Lex::Limit(_) | Lex::During | Lex::Share(_) | Lex::Rel(_) | Lex::Season(_)
            )
            || matches!(before, Lex::From | Lex::Through);
        let next = self.atom(p + 1);
        let named = matches!(before, Lex::A | Lex::The | Lex::Of) && !next.glued;
        let current = (if named { 1800..=2049 } else { 1900..=2049 }).contains(&year);
        let round = year % 100 == 0 && year < 2000 || year % 500 == 0;
        let plural = next.lex == Lex::Other && !next.capital && is_plural(self.word(p + 1));
        let counted = matches!(next.lex, Lex::Unit(..)) || self.is_any(p + 1, COUNTED) || round && plural;
        if counted || self.numbered(p) || matches!(before, Lex::At | Lex::More | Lex::Than | Lex::About) {
            return false;
        }
        strong || current && (!round || matches!(before, Lex::Of | Lex::Sign(b'(')))
    }

    /// Is it the number of a house, flight or room?
    fn numbered(&self, p: usize) -> bool {
        const STREETS: &[&str] = &[
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "boulevard",
            "blvd",
            "drive",
            "lane",
            "block",
            "highway",
        ];
        const NUMBERED: &[&str] = &[
            "no", "flight", "route", "highway", "boeing", "room", "channel", "form", "article", "section",
            "number",
        ];
        (1..=3).any(|n| self.is_any(p + n, STREETS)) || p > 0 && self.is_any(p - 1, NUMBERED)
    }

    /// A season over two years: "2008-09", "2015/16".
    pub(super) fn two_years(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, year) = self.year_digits(p)?;
        let Lex::Digits(last, 2) = self.lex(e + 1) else { return None };
        let joined = (self.glued_sign(e, b'-') || self.glued_sign(e, b'/')) && self.atom(e + 1).glued;
        let follows = i64::from(last) == (i64::from(year) + 1).rem_euclid(100);
        let more =
            self.atom(e + 2).glued_letter() || self.glued_sign(e + 2, b'-') || self.glued_sign(e + 2, b'/');
        if !joined || !follows || more {
            return None;
        }
        let from = Date::new(year, 1, 1).ok()?;
        let mut value = days(from, plus_months(from, 24)?, Granularity::Year);
        value.timex = format!("({year:04},{:04})", year + 1);
        Some((e + 2, value))
    }

    /// "the 1990s", "'90s", "the nineties", "1990 s".
    pub(super) fn decade(&self, p: usize) -> Option<(usize, TimeValue)> {
        let p = self.skip(p, Lex::The);
        if let (Lex::Card(century @ 15..=20), Lex::Decade(first)) = (self.lex(p), self.lex(p + 1)) {
            return Some((p + 2, ten_years(century as i16 * 100 + i16::from(first))?));
        }
        if let Lex::Decade(first) = self.lex(p) {
            // "in his thirties" is an age, "the thirties" of a thermometer are as rare as they are warm
            let owned = self.is_any(p.wrapping_sub(1), &["his", "her", "their", "its", "my", "our", "your"]);
            let mid = matches!(self.before(p).lex, Lex::Share(_))
                && self.is_any(p.wrapping_sub(2), &["his", "her", "their", "my"]);
            return (!owned && !mid).then_some((p + 1, ten_years(1900 + i16::from(first))?));
        }
        let quoted = self.sign(p, b'\'') || self.the_nineties(p);
        let q = if self.sign(p, b'\'') { p + 1 } else { p };
        let year = match self.lex(q) {
            Lex::Digits(n @ 1500..=2090, 4) if n % 10 == 0 && self.free(q) => i16::try_from(n).ok()?,
            Lex::Digits(n @ 20..=90, 2) if quoted && n % 10 == 0 && (q == p || self.atom(q).glued) => {
                1900 + i16::try_from(n).ok()?
            }
            Lex::Digits(0 | 10, 2) if quoted && q > p && self.atom(q).glued => {
                two_digits(if self.word(q) == "10" { 10 } else { 0 })?
            }
            _ => return None,
        };
        let e = if self.glued_sign(q + 1, b'\'') { q + 2 } else { q + 1 };
        self.is(e, "s").then_some((e + 1, ten_years(year)?))
    }

    /// "since the 90s", "the early 80s": no age, which is somebody's, and no warmth, which is told of after "in".
    fn the_nineties(&self, p: usize) -> bool {
        let article = self.before(p).lex == Lex::The;
        let shared = matches!(self.before(p).lex, Lex::Share(_)) && self.lex(p.wrapping_sub(2)) == Lex::The;
        let led = article
            && p > 1
            && matches!(self.lex(p - 2), Lex::Limit(_) | Lex::During | Lex::From | Lex::Through)
            || shared && p > 2 && !self.is_any(p - 3, &["into", "reach", "reached", "reaching"]);
        led && self.is(p + 1, "s") && self.atom(p + 1).glued
    }

    /// "the 19th century", "the last century".
    pub(super) fn century(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, n) = self.ordinal(self.skip(p, Lex::The))?;
        let e = self.skip(e, Lex::Sign(b'-'));
        let name = self.atom(e).capital && self.atom(e + 1).capital;
        (self.lex(e) == Lex::Unit(Unit::Century, false) && (1..=22).contains(&n) && !name).then_some(())?;
        let from = Date::new((i16::try_from(n).ok()? - 1) * 100, 1, 1).ok()?;
        Some((e + 1, days(from, plus_months(from, 1200)?, Granularity::Century)))
    }

    /// "q1 2019", "2017-Q1", "the third quarter of 2012", "the first half of last year", "2019-H2".
    pub(super) fn quarter(&self, p: usize) -> Option<(usize, TimeValue)> {
        if let Some((e, year)) = self.year_digits(p) {
            let q = if self.glued_sign(e, b'-') { e + 1 } else { self.skip(e, Lex::Sign(b'-')) };
            let (e, n, months) =
                self.quarter_code(q).or_else(|| self.quarter_words(self.skip(q, Lex::The)))?;
            return Some((e, part_of_year(Date::new(year, 1, 1).ok()?, n, months)?));
        }
        let (e, n, months) = self.quarter_code(p).or_else(|| self.quarter_words(self.skip(p, Lex::The)))?;
        let q = self.skip(self.skip(self.skip(e, Lex::Of), Lex::In), Lex::Sign(b'-'));
        let coded = self.lex(q) == Lex::Q && self.word(q).len() == 2 || self.lex(q) == Lex::Fiscal;
        if let Some((end, value)) = self.fiscal(q).filter(|_| coded) {
            let mut part = part_of_year(value.from?.date(), n, months)?;
            (part.earliest, part.latest) = (value.earliest, value.latest);
            return Some((end, part));
        }
        let q = self.skip(q, Lex::Fiscal);
        if let Some((end, year)) = self.year_digits(q) {
            return Some((end, part_of_year(Date::new(year, 1, 1).ok()?, n, months)?));
        }
        // "the third quarter of last year", "Q3 last year"
        let named = || self.lex(e) == Lex::Of || self.rel(q).is_some();
        if let Some((end, value)) = self.whole_year(q).filter(|_| named()) {
            return Some((end, relative(part_of_year(value.from?.date(), n, months)?)));
        }
        // without its year: the one last begun ("in the third quarter"), but a half may be a match's
        let code = matches!(self.lex(p), Lex::Q);
        let quarter = months == 3
            && (code
                || matches!(self.before(p).lex, Lex::In | Lex::For | Lex::During | Lex::Of | Lex::Limit(_))
                || self.is_any(p.wrapping_sub(1), &["its", "fiscal", "reported"]));
        let match_of = self.lex(e) == Lex::Of || self.is_any(p.wrapping_sub(1), &["opening"]);
        (quarter && !match_of && code).then_some(())?;
        let now = self.now();
        let this = part_of_year(now.first_of_year(), n, months)?;
        let begun = this.from?.date() <= now;
        let year = if begun { now.first_of_year() } else { plus_months(now.first_of_year(), -12)? };
        Some((e, relative(part_of_year(year, n, months)?)))
    }

    /// "q3", "H2": place after it, number, months.
    fn quarter_code(&self, p: usize) -> Option<(usize, u32, i64)> {
        let (letters, Lex::Digits(n @ 1..=4, 1)) = (self.word(p), self.lex(p + 1)) else { return None };
        if !self.atom(p + 1).glued || self.atom(p + 2).glued_letter() {
            return None;
        }
        match letters {
            "q" | "Q" => Some((p + 2, n, 3)),
            "h" | "H" if n <= 2 => Some((p + 2, n, 6)),
            _ => None,
        }
    }

    fn quarter_words(&self, p: usize) -> Option<(usize, u32, i64)> {
        let (e, n) = match self.lex(p) {
            Lex::Rel(Rel::Last) => (p + 1, 0),
            _ => self.ordinal(p)?,
        };
        let e = self.skip(e, Lex::Fiscal);
        let e = self.skip(e, Lex::Sign(b'-'));
        match self.lex(e) {
            Lex::Unit(Unit::Quarter, false) if n <= 4 => Some((e + 1, if n == 0 { 4 } else { n }, 3)),
            Lex::Half if n <= 2 => Some((e + 1, if n == 0 { 2 } else { n }, 6)),
            _ => None,
        }
    }

    /// "last year", "the year", "this year": the year as a whole.
    fn whole_year(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (e, n) = match self.rel(p) {
            Some((e, rel)) => (
                e,
                match rel {
                    Rel::This => 0,
                    Rel::Last | Rel::Past => -1,
                    Rel::Next | Rel::Coming => 1,
                },
            ),
            None => (self.skip(p, Lex::The), 0),
        };
        let e = self.skip(e, Lex::Fiscal);
        (self.lex(e) == Lex::Unit(Unit::Year, false)).then_some(())?;
        let (from, to) = unit_of(self.now(), n, Unit::Year)?;
        Some((e + 1, relative(days(from, to, Granularity::Year))))
    }

    /// "fiscal 2012", "fiscal year 2012", "FY18", "CY18", "school year 2008".
    pub(super) fn fiscal(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (q, calendar) = match self.lex(p) {
            Lex::Fiscal => {
                let q = if self.lex(p + 1) == Lex::Unit(Unit::Year, false) { p + 2 } else { p + 1 };
                (q, self.is(p, "calendar"))
            }
            Lex::Q if self.word(p).len() == 2 => (p + 1, self.is(p, "cy")),
            _ => return None,
        };
        let (e, year) = match self.lex(q) {
            Lex::Digits(n, 2) if self.atom(q).glued && !self.atom(q + 1).glued_letter() => {
                (q + 1, two_digits(n)?)
            }
            Lex::Digits(n @ 1900..=2099, 4) if self.atom(q).glued && !self.atom(q + 1).glued_letter() => {
                (q + 1, i16::try_from(n).ok()?)
            }
            _ => self.year_digits(q)?,
        };
        // "FY2019-20", "fiscal year 2018/19": one year, named by both that it lies in
        let second = match self.lex(e + 1) {
            Lex::Digits(n, 2) if i64::from(n) == (i64::from(year) + 1).rem_euclid(100) => {
                self.atom(e + 1).glued && (self.glued_sign(e, b'-') || self.glued_sign(e, b'/'))
            }
            _ => false,
        };
        let e = if second { e + 2 } else { e };
        let from = Date::new(year, 1, 1).ok()?;
        let mut value = days(from, plus_months(from, 12)?, Granularity::Year);
        if !calendar {
            // fiscal and school years begin up to half a year early or end as much later
            value.earliest = plus_months(from, -9).map(super::reading::midnight);
            value.latest = plus_months(from, 21).map(super::reading::midnight);
        }
        Some((e, value))
    }
}

fn ten_years(year: i16) -> Option<TimeValue> {
    let from = Date::new(year, 1, 1).ok()?;
    Some(days(from, plus_months(from, 120)?, Granularity::Decade))
}

/// The n-th stretch of some months in the year that begins at `from`.
fn part_of_year(from: Date, n: u32, months: i64) -> Option<TimeValue> {
    let from = plus_months(from, months * (i64::from(n) - 1))?;
    Some(days(from, plus_months(from, months)?, Granularity::Quarter))
}

/// What a number of four digits counts rather than dates.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "percent",
    "per",
    "million",
    "billion",
    "km",
    "kilometers",
    "miles",
    "meters",
    "feet",
    "acres",
    "votes",
    "points",
    "homes",
    "troops",
    "soldiers",
    "residents",
    "cases",
    "dollars",
    "pounds",
    "euros",
];

/// Does a lower-case word look like a plural noun?
fn is_plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
}
