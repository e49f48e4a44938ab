//! Dates in figures: "5/4/2013", "2015-12-01", "23.04.2022", "10/25".

use super::Reader;
use super::fields::Fields;
use super::lexicon::Lex;
use super::number::two_digits;

impl Reader<'_> {
    /// Dates in figures: "5/4/2013", "2015-12-01", "23.04.2022", "2019-aug-01", "10/25"; `expected` beside a weekday.
    #[allow(clippy::too_many_lines, reason = "one arm for each customary order")]
    pub(super) fn numeric(&self, p: usize, expected: bool) -> Option<(usize, Fields)> {
        let Lex::Digits(a, da) = self.lex(p) else { return None };
        let Lex::Sign(sign @ (b'/' | b'-' | b'.')) = self.lex(p + 1) else {
            return (da == 8 && !self.atom(p + 1).glued_letter())
                .then(|| (p + 1, iso(a / 10_000, a / 100 % 100, a % 100)))
                .and_then(|(e, f)| {
                    Some((e, f.filter(|f| f.year.is_some_and(|y| (1900..2100).contains(&y)))?))
                });
        };
        let inner = self.atom(p).glued
            && matches!(self.before(p).lex, Lex::Sign(b'/' | b'.' | b'$' | b':'))
            && !expected;
        if !self.atom(p + 1).glued || !self.atom(p + 2).glued || inner {
            return None;
        }
        if let (4, Lex::Month(month, _)) = (da, self.lex(p + 2)) {
            let (e, day) = match self.lex(p + 4) {
                Lex::Digits(d, 1..=2) if self.glued_sign(p + 3, sign) => (p + 5, d),
                _ => return None,
            };
            return Some((e, iso(a, u32::try_from(month).ok()?, day)?));
        }
        // "3/2015"
        if let (Lex::Digits(year @ 1900..=2099, 4), b'/', 1..=12, 1..=2) = (self.lex(p + 2), sign, a, da)
            && !self.glued_sign(p + 3, b'/')
            && !self.atom(p + 3).glued_letter()
        {
            let fields = Fields { year: Some(year as i16), month: Some(a as i8), ..Fields::default() };
            return Some((p + 3, fields));
        }
        let Lex::Digits(b, db @ 1..=2) = self.lex(p + 2) else { return None };
        // "08/12,2015"
        if let (b'/', true, Lex::Digits(year @ 1900..=2099, 4)) =
            (sign, self.glued_sign(p + 3, b',') && self.atom(p + 4).glued, self.lex(p + 4))
        {
            return figures(a, b, Some(year as i16)).map(|f| (p + 5, f));
        }
        if let (true, true, Lex::Digits(c, dc)) =
            (self.glued_sign(p + 3, sign), self.atom(p + 4).glued, self.lex(p + 4))
        {
            let stop = self.glued_sign(p + 5, b'-')
                && matches!(self.lex(p + 6), Lex::Digits(_, 3..))
                && sign == b'-';
            let fields = match (da, dc) {
                (4, 1..=2) => iso(a, b, c),
                (1..=2, 4) => figures(a, b, Some(i16::try_from(c).ok()?)),
                (1..=2, 2) if sign == b'/' || expected || a.max(b) > 12 => figures(a, b, two_digits(c)),
                _ => None,
            };
            return (!stop).then_some(()).and(fields).map(|f| (p + 5, f));
        }
        let sign_fits = sign == b'-' || sign == b'/' && !self.atom(p + 3).glued_letter();
        if sign_fits && da == 4 && (1..=12).contains(&b) && (1900..2100).contains(&a) {
            let month = Some(b as i8);
            let before = self.before(p);
            let inner = self.atom(p).glued && before.lex == Lex::Sign(b'-');
            if u32::from(db) == 2 && b == (a + 1) % 100 {
                return None; // a season over two years
            }
            let fields = Fields { year: Some(a as i16), month, ..Fields::default() };
            let goes_on =
                self.glued_sign(p + 3, sign) || self.atom(p + 3).glued_letter() || self.broken_off(p + 3);
            return (!inner && !goes_on).then_some((p + 3, fields));
        }
        if da > 2 || self.broken_off(p + 3) || self.atom(p + 3).glued_letter() {
            return None;
        }
        self.short_figures(p, (a, b), sign, expected)
    }

    /// "10/25" without its year, where it is neither a fraction nor a score.
    pub(super) fn short_figures(
        &self,
        p: usize,
        (a, b): (u32, u32),
        sign: u8,
        expected: bool,
    ) -> Option<(usize, Fields)> {
        if (a, b, sign) == (9, 11, b'/') && !expected {
            return Some((p + 3, Fields { year: Some(2001), ..figures(9, 11, None)? }));
        }
        let before = self.before(p).lex;
        let led = matches!(
            before,
            Lex::On
                | Lex::From
                | Lex::Between
                | Lex::To
                | Lex::Through
                | Lex::Limit(_)
                | Lex::For
                | Lex::Sign(b'-' | b'~')
        );
        let timed =
            self.moment(p + 3).is_some_and(|(_, m)| m.explicit) || matches!(before, Lex::Am | Lex::Pm);
        let paired = matches!(self.lex(p + 3), Lex::Sign(b'-') | Lex::To)
            && matches!(self.lex(p + 4), Lex::Digits(..))
            && sign == b'/';
        let fraction = a < b && b <= 10
            || (a, b) == (24, 7)
            || matches!(self.lex(p + 3), Lex::Of | Lex::Other | Lex::Unit(..));
        let fine = match sign {
            b'/' => expected || paired || !fraction && (led || timed || b > 12),
            // "on 4-22", "on 5.12", with nothing behind that it could count
            _ => {
                let closed =
                    matches!(self.lex(p + 3), Lex::Sign(b'.' | b',' | b'?' | b'!' | b')' | 0) | Lex::At);
                expected && sign == b'.' || before == Lex::On && closed
            }
        };
        fine.then_some(()).and_then(|()| Some((p + 3, figures(a, b, None)?)))
    }
}

/// Year, month and day in figures.
fn iso(year: u32, month: u32, day: u32) -> Option<Fields> {
    let year = i16::try_from(year).ok().filter(|y| (1000..3000).contains(y))?;
    let fields = figures(month, day, Some(year))?;
    (month <= 12).then_some(fields)
}

/// Month and day, or day and month where the first cannot be a month.
fn figures(a: u32, b: u32, year: Option<i16>) -> Option<Fields> {
    let (month, day) = if a > 12 { (b, a) } else { (a, b) };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(Fields { year, month: Some(month as i8), day: Some(day as i8), ..Fields::default() })
}
