//! Holidays by name → their day, in the year named or the one meant.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::super::openers::Role;
use super::super::table::Table;
use super::Reader;
use super::calendar::{easter, islamic, plus_days, weekday_from};
use super::fields::{Direction, nearer};
use super::lexicon::{Lex, Rel, Unit};
use super::reading::{day, days, relative};
use crate::model::{Granularity, TimeValue};

/// How a holiday's day is found in a year.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which one (negative from the end), weekday.
    Nth(i8, i8, i8),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Days after the fourth Thursday of November.
    Thanksgiving(i64),
    /// Islamic month and day, by the tabular calendar.
    Islamic(i64, i64),
    /// The Tuesday after the first Monday of November.
    Election,
}

/// Names in lower case without apostrophes, "day" left out where it may be.
const HOLIDAYS: &[(&str, Rule)] = &[
    ("christmas eve", Rule::Fixed(12, 24)),
    ("christmas", Rule::Fixed(12, 25)),
    ("xmas", Rule::Fixed(12, 25)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("new years day", Rule::Fixed(1, 1)),
    ("new year day", Rule::Fixed(1, 1)),
    ("new years", Rule::Fixed(1, 1)),
    ("martin luther king jr day", Rule::Nth(1, 3, 1)),
    ("martin luther king day", Rule::Nth(1, 3, 1)),
    ("mlk day", Rule::Nth(1, 3, 1)),
    ("inauguration day", Rule::Fixed(1, 20)),
    ("australia day", Rule::Fixed(1, 26)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("valentines day", Rule::Fixed(2, 14)),
    ("valentine day", Rule::Fixed(2, 14)),
    ("presidents day", Rule::Nth(2, 3, 1)),
    ("presidents' day", Rule::Nth(2, 3, 1)),
    ("washingtons birthday", Rule::Nth(2, 3, 1)),
    ("womens day", Rule::Fixed(3, 8)),
    ("st patricks day", Rule::Fixed(3, 17)),
    ("saint patricks day", Rule::Fixed(3, 17)),
    ("st patrick", Rule::Fixed(3, 17)),
    ("saint patrick", Rule::Fixed(3, 17)),
    ("st georges day", Rule::Fixed(4, 23)),
    ("saint georges day", Rule::Fixed(4, 23)),
    ("april fools day", Rule::Fixed(4, 1)),
    ("april fools", Rule::Fixed(4, 1)),
    ("fools day", Rule::Fixed(4, 1)),
    ("patriots day", Rule::Nth(4, 3, 1)),
    ("earth day", Rule::Fixed(4, 22)),
    ("anzac day", Rule::Fixed(4, 25)),
    ("may day", Rule::Fixed(5, 1)),
    ("workers day", Rule::Fixed(5, 1)),
    ("cinco de mayo", Rule::Fixed(5, 5)),
    ("mothers day", Rule::Nth(5, 2, 7)),
    ("mother day", Rule::Nth(5, 2, 7)),
    ("memorial day", Rule::Nth(5, -1, 1)),
    ("flag day", Rule::Fixed(6, 14)),
    ("fathers day", Rule::Nth(6, 3, 7)),
    ("father day", Rule::Nth(6, 3, 7)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("freedom day", Rule::Fixed(6, 19)),
    ("jubilee day", Rule::Fixed(6, 19)),
    ("canada day", Rule::Fixed(7, 1)),
    ("independence day", Rule::Fixed(7, 4)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("labor day", Rule::Nth(9, 1, 1)),
    ("labour day", Rule::Nth(9, 1, 1)),
    ("columbus day", Rule::Nth(10, 2, 1)),
    ("indigenous peoples day", Rule::Nth(10, 2, 1)),
    ("halloween", Rule::Fixed(10, 31)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("all souls day", Rule::Fixed(11, 2)),
    ("all hallows day", Rule::Fixed(11, 1)),
    ("guy fawkes day", Rule::Fixed(11, 5)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("bonfire night", Rule::Fixed(11, 5)),
    ("election day", Rule::Election),
    ("veterans day", Rule::Fixed(11, 11)),
    ("armistice day", Rule::Fixed(11, 11)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("thanksgiving eve", Rule::Thanksgiving(-1)),
    ("thanksgiving", Rule::Thanksgiving(0)),
    ("black friday", Rule::Thanksgiving(1)),
    ("cyber monday", Rule::Thanksgiving(4)),
    ("mardi gras", Rule::Easter(-47)),
    ("ash wednesday", Rule::Easter(-46)),
    ("palm sunday", Rule::Easter(-7)),
    ("maundy thursday", Rule::Easter(-3)),
    ("good friday", Rule::Easter(-2)),
    ("easter saturday", Rule::Easter(-1)),
    ("easter monday", Rule::Easter(1)),
    ("easter sunday", Rule::Easter(0)),
    ("easter", Rule::Easter(0)),
    ("ascension day", Rule::Easter(39)),
    ("pentecost", Rule::Easter(49)),
    ("whit sunday", Rule::Easter(49)),
    ("whit monday", Rule::Easter(50)),
    ("ramadan", Rule::Islamic(9, 1)),
    ("eid al fitr", Rule::Islamic(10, 1)),
    ("eid ul fitr", Rule::Islamic(10, 1)),
    ("eid al adha", Rule::Islamic(12, 10)),
    ("eid ul adha", Rule::Islamic(12, 10)),
    ("kwanzaa", Rule::Fixed(12, 26)),
];

/// First word of a name, also without its "s" → the places in the list of the names that begin with it.
static HEADS: LazyLock<(Table<usize>, Vec<Vec<usize>>)> = LazyLock::new(|| {
    let (mut words, mut groups) = (Vec::new(), Vec::<Vec<usize>>::new());
    for (place, (name, _)) in HOLIDAYS.iter().enumerate() {
        let head = name.split(' ').next().unwrap_or_default();
        for word in [Some(head), head.strip_suffix('s')].into_iter().flatten() {
            let at = words.iter().position(|w| *w == word).unwrap_or(words.len());
            if at == words.len() {
                words.push(word);
                groups.push(Vec::new());
            }
            if let Some(group) = groups.get_mut(at) {
                group.push(place);
            }
        }
    }
    (Table::new(words.iter().enumerate().map(|(n, w)| (*w, n)), |first, _| first), groups)
});

/// The words of the names: one that is a name by itself, or ends one, carries a value.
pub(super) fn roles() -> impl Iterator<Item = (&'static str, Role)> {
    HOLIDAYS.iter().flat_map(|(name, _)| {
        let single = !name.contains(' ');
        name.split(' ').enumerate().flat_map(move |(n, word)| {
            let role = match n {
                0 if single => Role::VALUE,
                0 => Role::OPENER,
                _ => Role::INNER,
            };
            [Some(word), word.strip_suffix('s')].into_iter().flatten().map(move |w| (w, role))
        })
    })
}

impl Reader<'_> {
    /// A holiday, with "last", "next", its year, "weekend" or "week".
    pub(super) fn holiday(&self, p: usize) -> Option<(usize, TimeValue)> {
        let (q, rel) = self.rel(p).map_or((p, None), |(q, rel)| (q, Some(rel)));
        let weekend_of = matches!((self.lex(q), self.lex(q + 1)), (Lex::Unit(Unit::Weekend, _), Lex::Of));
        let q = if weekend_of { q + 2 } else { q };
        if !matches!(self.lex(q), Lex::Holiday | Lex::Month(4 | 5, _)) {
            return None;
        }
        let (heads, groups) = &*HEADS;
        let named = heads.get(self.word(q)).and_then(|n| groups.get(n))?;
        let (mut e, rule, bare) = named
            .iter()
            .filter_map(|&n| HOLIDAYS.get(n))
            .filter_map(|&(name, rule)| Some((self.name(q, name)?, rule, !name.contains(' '))))
            .max_by_key(|(e, ..)| *e)?;
        if self.is(e, "day") && bare {
            e += 1;
        }
        // "the Easter Islands", "a Christmas tree": a name alone is followed by nothing it could describe
        let weekend = weekend_of || self.lex(e) == Lex::Unit(Unit::Weekend, false);
        let e = if self.lex(e) == Lex::Unit(Unit::Weekend, false) { e + 1 } else { e };
        let at = self.skip(self.skip(e, Lex::Of), Lex::Sign(b','));
        let (e, year) = self.year_digits(at).map_or((e, None), |(e, y)| (e, Some(y)));
        let describes = bare
            && year.is_none()
            && !weekend
            && matches!(
                self.lex(e),
                Lex::Other | Lex::Sign(b'-') | Lex::Season(_) | Lex::Unit(..) | Lex::Holiday
            );
        let verb = self.is_any(
            e,
            &["is", "was", "will", "falls", "fell", "with", "when", "but", "as", "that", "because"],
        );
        if describes && !verb || !self.atom(q).capital && bare && matches!(self.word(q), "may" | "good") {
            return None;
        }
        let date = match year {
            Some(year) => rule.in_year(year)?,
            None => self.holiday_meant(p, rule, rel)?,
        };
        let mut value = if weekend {
            let monday = super::calendar::monday(date)?;
            // that of a Monday's holiday lies before it
            let (from, to) = if date == monday {
                (plus_days(date, -2)?, plus_days(date, 1)?)
            } else {
                (date.min(plus_days(monday, 5)?), plus_days(monday, 7)?.max(plus_days(date, 1)?))
            };
            days(from, to, Granularity::Week)
        } else if matches!(rule, Rule::Islamic(9, _)) {
            days(date, plus_days(date, 30)?, Granularity::Month)
        } else {
            day(date)?
        };
        value.relative = year.is_none();
        if matches!(rule, Rule::Islamic(..)) {
            value.earliest = plus_days(date, -1).map(super::reading::midnight);
            value.latest = value.to.and_then(|to| plus_days(to.date(), 1)).map(super::reading::midnight);
            value.approx = true;
        }
        Some((e, if year.is_none() { relative(value) } else { value }))
    }

    /// The place after a name, its apostrophes, hyphens and full stops left out.
    fn name(&self, p: usize, name: &str) -> Option<usize> {
        let mut q = p;
        for (k, word) in name.split(' ').enumerate() {
            if k > 0 {
                q = self.skip_dot(q);
                q = self.skip(q, Lex::Sign(b'-'));
            }
            if self.is(q, word) {
                q += 1;
                let apostrophe = word.ends_with('s') && self.glued_sign(q, b'\'') && !self.is(q + 1, "s");
                q += usize::from(apostrophe);
                continue;
            }
            let stem = word.strip_suffix('s')?;
            if !(self.is(q, stem) && self.glued_sign(q + 1, b'\'') && self.is(q + 2, "s")) {
                return None;
            }
            q += 3;
        }
        Some(q)
    }

    /// The day of the holiday that is meant when no year is named.
    fn holiday_meant(&self, p: usize, rule: Rule, rel: Option<Rel>) -> Option<Date> {
        let now = self.now();
        let near = |n: i16| rule.in_year(now.year().checked_add(n)?);
        let back = [0, -1].into_iter().find_map(|n| near(n).filter(|d| *d <= now));
        let ahead = [0, 1].into_iter().find_map(|n| near(n).filter(|d| *d >= now));
        let before = [0, -1].into_iter().find_map(|n| near(n).filter(|d| *d < now));
        let after = [0, 1].into_iter().find_map(|n| near(n).filter(|d| *d > now));
        match (rel, self.direction(p)) {
            (Some(Rel::This), _) => near(0),
            (Some(Rel::Last | Rel::Past), _) => before,
            (Some(Rel::Next | Rel::Coming), _) => after,
            (None, Direction::Past) => back,
            (None, direction) => match (back, ahead) {
                (Some(back), Some(ahead)) => Some(nearer(now, back, ahead, direction, true)),
                (back, ahead) => back.or(ahead),
            },
        }
    }
}

impl Rule {
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
            Rule::Nth(month, n, weekday) if n > 0 => {
                plus_days(weekday_from(Date::new(year, month, 1).ok()?, weekday)?, 7 * (i64::from(n) - 1))
            }
            Rule::Nth(month, _, weekday) => {
                weekday_from(plus_days(Date::new(year, month, 1).ok()?.last_of_month(), -6)?, weekday)
            }
            Rule::Easter(days) => plus_days(easter(year)?, days),
            Rule::Thanksgiving(days) => plus_days(Rule::Nth(11, 4, 4).in_year(year)?, days),
            Rule::Islamic(month, day) => islamic(year, month, day),
            Rule::Election => plus_days(Rule::Nth(11, 1, 1).in_year(year)?, 1),
        }
    }
}
