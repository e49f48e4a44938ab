//! Atoms → stretches between two named ends: "from January to April 2015", "June 26-28", "2014 through 2018".

use super::Reader;
use super::calendar::plus_months;
use super::fields::{Direction, Fields};
use super::lexicon::{Lex, Limit, Share};
use super::node::{Node, What};
use super::reading::{middle, midnight};
use crate::model::{Granularity, TimeForm, TimeValue};
use jiff::civil::DateTime;

/// One end: its node, or a moment already resolved.
#[derive(Debug, Clone)]
enum End {
    Node(usize, Node),
    Moment(TimeValue),
}

/// Can this join two ends?
fn joins(lex: Lex) -> bool {
    matches!(lex, Lex::To | Lex::Through | Lex::Limit(Limit::Until) | Lex::Sign(b'-' | b'~') | Lex::And)
}

impl Reader<'_> {
    /// A stretch between two ends; `point` is the time at `p`.
    pub(super) fn range(&self, p: usize, point: Option<&(usize, TimeValue)>) -> Option<(usize, TimeValue)> {
        if !self.comes(p, joins) {
            return None;
        }
        let opened = matches!(self.lex(p), Lex::From | Lex::Between)
            || matches!(self.lex(p), Lex::During | Lex::Starting) && self.lex(p + 1) == Lex::From;
        let between = self.lex(p) == Lex::Between;
        let q = if opened { p + 1 } else { p };
        let q = if self.lex(q) == Lex::From { q + 1 } else { q };
        let days = self.days_of_month(q, between);
        let point = if q == p { point.cloned() } else { self.point(q) };
        let ends = self.two_ends(q, point, opened, between);
        days.into_iter().chain(ends).max_by_key(|(e, _)| *e)
    }

    /// The place after the word or sign that joins two ends (see `joins`).
    fn joint(&self, p: usize, between: bool) -> Option<usize> {
        match self.lex(p) {
            Lex::To | Lex::Through | Lex::Limit(Limit::Until) | Lex::Sign(b'-' | b'~') => Some(p + 1),
            Lex::And if between => Some(p + 1),
            _ => None,
        }
    }

    /// Days of one month: "June 26-28", "between 3 and 12 of Sept", "april 9th through 17th".
    fn days_of_month(&self, p: usize, between: bool) -> Option<(usize, TimeValue)> {
        if matches!(self.lex(p), Lex::Month(..)) {
            let (e, first) =
                self.month_first(p, false).filter(|(_, f)| f.day.is_some() && f.year.is_none())?;
            let q = self.joint(e, between)?;
            let (e, day, _) = self.day_of_month(self.skip(q, Lex::The))?;
            if matches!(self.lex(e), Lex::Month(..) | Lex::Of)
                && !matches!(self.lex(e + 1), Lex::Digits(_, 4))
            {
                return None;
            }
            let at = self.skip(self.skip(e, Lex::Sign(b',')), Lex::Of);
            let (e, year) = self.year(at).map_or((e, None), |(e, y)| (e, Some(y)));
            let first = Fields { year, ..first };
            return Some((e, self.between_fields(p, first, Fields { day: Some(day), ..first })?));
        }
        let the = self.skip(p, Lex::The);
        let (e, day, ordinal) = self.day_of_month(the)?;
        let q = self.joint(e, between)?;
        if let Some(found) = self.days_of_named_month(p, day, self.skip(q, Lex::The)) {
            return Some(found);
        }
        let (e, last) = self.day_first(self.skip(q, Lex::The))?;
        let numbers = ordinal || matches!(self.lex(the), Lex::Digits(_, 1..=2));
        numbers.then_some(())?;
        Some((e, self.between_fields(p, Fields { day: Some(day), ..last }, last)?))
    }

    /// "from 4 to 22 this month", "4-23 in next month".
    fn days_of_named_month(&self, p: usize, first: i8, q: usize) -> Option<(usize, TimeValue)> {
        let (e, last, _) = self.day_of_month(q)?;
        let at = if matches!(self.lex(e), Lex::In | Lex::Of) { e + 1 } else { e };
        self.rel(at)?;
        let (end, month) = self.period(at, true).filter(|(_, v)| v.granularity == Granularity::Month)?;
        let (year, month) = (month.from?.year(), month.from?.month());
        let of = |day| Fields { year: Some(year), month: Some(month), day: Some(day), ..Fields::default() };
        Some((end, super::reading::relative(self.between_fields(p, of(first), of(last))?)))
    }

    fn between_fields(&self, p: usize, a: Fields, b: Fields) -> Option<TimeValue> {
        let node = |f| Node { what: What::Fields(f), share: None };
        self.stretch_between(p, End::Node(p, node(a)), End::Node(p, node(b)))
    }

    fn two_ends(
        &self,
        p: usize,
        point: Option<(usize, TimeValue)>,
        opened: bool,
        between: bool,
    ) -> Option<(usize, TimeValue)> {
        let (e, a) = self.end(p, point, opened)?;
        let q = self.joint(e, between)?;
        if let Some(found) = self.now_until(&a, q) {
            return Some(found);
        }
        let (e, b) = self.end(q, self.point(q), true)?;
        // "in 2020 to 30 people", "Monday to May's office"
        if self.possessive(e) && !opened {
            return None;
        }
        let years = |end: &End| matches!(end, End::Node(_, Node { what: What::Fields(f), share: None }) if f.is_year());
        if years(&b) && !years(&a) && !opened && self.sign(q - 1, b'-') && !self.atom(q - 1).glued {
            return None;
        }
        Some((e, self.stretch_between(p, a, b)?))
    }

    /// "between now and eight o'clock", "from now until 5pm": up to the next such hour.
    fn now_until(&self, a: &End, q: usize) -> Option<(usize, TimeValue)> {
        let End::Moment(now) = a else { return None };
        (now.timex == "PRESENT_REF").then_some(())?;
        let (e, clock) = self.clock(q, true).filter(|(_, c)| !c.range)?;
        let until = self.on_no_day(&clock)?;
        let (from, to) = (self.anchor, until.from?);
        let to = if to <= from { super::reading::seconds_on(to, 12 * 3600)? } else { to };
        let value = super::reading::stretch(from, to, TimeForm::DateTimeRange, until.granularity);
        (from < to).then(|| (e, super::reading::relative(value)))
    }

    fn end(&self, p: usize, point: Option<(usize, TimeValue)>, expected: bool) -> Option<(usize, End)> {
        let node = self.node(p, expected || self.year_range(p)).map(|(e, n)| (e, End::Node(p, n)));
        let node = node.or_else(|| {
            let bare = self.month_first(p, true).filter(|_| expected || self.joined_month(p))?;
            Some((bare.0, End::Node(p, Node { what: What::Fields(bare.1), share: None })))
        });
        let moment = point.map(|(e, v)| (e, End::Moment(v)));
        match (node, moment) {
            (Some(n), Some(m)) => Some(if m.0 > n.0 && self.joint(n.0, true).is_none() { m } else { n }),
            (n, m) => n.or(m),
        }
    }

    /// Two years side by side: "2014-2018", "2014 to 2018".
    fn year_range(&self, p: usize) -> bool {
        self.year_digits(p).is_some()
            && self
                .joint(p + 1, false)
                .is_some_and(|q| self.year_digits(q).is_some() || matches!(self.lex(q), Lex::Month(..)))
            && !(self.atom(p).glued && self.sign(p.wrapping_sub(1), b'-'))
    }

    /// A month joined to another: "June-August 1992".
    fn joined_month(&self, p: usize) -> bool {
        let e = self.skip_dot(p + 1);
        self.joint(e, false).is_some_and(|q| matches!(self.lex(q), Lex::Month(..)))
    }

    fn stretch_between(&self, p: usize, a: End, b: End) -> Option<TimeValue> {
        let (mut a, mut b) = (a, b);
        if let (
            End::Node(_, Node { what: What::Fields(x), .. }),
            End::Node(_, Node { what: What::Fields(y), .. }),
        ) = (&mut a, &mut b)
        {
            complete(x, y);
        }
        self.ahead(p, &mut a, &b);
        let mut first = self.bound(p, &a, None)?;
        let start = edge(&first, share_of(&a))?;
        let mut second = self.bound(p, &b, Some(start))?;
        let mut start = start;
        let mut end = edge(&second, share_of(&b))?;
        // "Nov-Feb 2017" begins the year before
        if end < start {
            let earlier = plus_months(start.date(), -12).map(midnight)?;
            let inherited = matches!((&a, &b), (End::Node(_, Node { what: What::Fields(x), .. }), End::Node(..)) if x.year.is_some() && x.month.is_some());
            if !inherited || earlier > end {
                return None;
            }
            first.earliest = Some(earlier);
            start = earlier;
        }
        if end <= start && !(end == start && second.granularity == Granularity::Day) {
            return None;
        }
        if first.zone.is_none() {
            first.zone = second.zone.take();
        }
        if end == start {
            end = second.to?;
        }
        let timed = matches!(first.form, TimeForm::DateTime | TimeForm::DateTimeRange)
            || matches!(second.form, TimeForm::DateTime | TimeForm::DateTimeRange);
        let form = if timed && second.timex != "PRESENT_REF" {
            TimeForm::DateTimeRange
        } else {
            TimeForm::DateRange
        };
        let (earliest, latest) = (first.earliest.min(Some(start)), second.latest.max(Some(end)));
        Some(TimeValue {
            form,
            from: Some(start),
            to: Some(end),
            earliest,
            latest,
            granularity: first.granularity.min(second.granularity),
            approx: first.approx || second.approx,
            relative: first.relative || second.relative,
            zone: first.zone,
            timex: format!("({},{})", start.date(), end.date()),
        })
    }

    /// Ahead, it is the end that lies in the future: "from August to October" may have begun.
    fn ahead(&self, p: usize, a: &mut End, b: &End) {
        let (
            End::Node(_, Node { what: What::Fields(x), .. }),
            End::Node(_, Node { what: What::Fields(y), .. }),
        ) = (a, b)
        else {
            return;
        };
        let open = |f: &Fields| f.year.is_none() && f.rel.is_none() && f.month.is_some();
        let base = self.base(p);
        if !(open(x) && open(y) && base.direction == Direction::Future) {
            return;
        }
        let end = y.resolve(&base).and_then(|v| v.from);
        x.year = end.and_then(|end| {
            let same = Fields { year: Some(end.year()), ..*x }.resolve(&base)?.from?;
            if same <= end { Some(end.year()) } else { end.year().checked_sub(1) }
        });
    }

    /// One end as a whole; without its own year the second lies after the first.
    fn bound(&self, p: usize, end: &End, after: Option<DateTime>) -> Option<TimeValue> {
        match end {
            End::Moment(value) => Some(value.clone()).filter(|v| {
                v.from.is_some() && !matches!(v.form, TimeForm::Time | TimeForm::TimeRange | TimeForm::Set)
            }),
            End::Node(_, Node { what: What::Fields(f), .. })
                if f.year.is_none() && f.rel.is_none() && after.is_some() =>
            {
                let mut base = self.base(p);
                base.after = after.map(DateTime::date);
                f.resolve(&base)
            }
            End::Node(at, node) => self.whole(*at, node),
        }
    }
}

fn share_of(end: &End) -> Option<Share> {
    match end {
        End::Node(_, node) => node.share,
        End::Moment(_) => None,
    }
}

/// What one end leaves unsaid the other may say.
fn complete(a: &mut Fields, b: &mut Fields) {
    if b.month.is_none() && b.day.is_some() && b.weekday.is_none() {
        b.month = a.month;
    }
    if a.month.is_none() && a.day.is_some() && a.weekday.is_none() {
        a.month = b.month;
    }
    if a.year.is_none() && a.rel.is_none() && a.month.is_some() && b.month.is_some() {
        a.year = b.year;
    }
}

/// Where a range begins or ends in the time named at its end: "the end of 2008" at its end, "2018" where it begins.
fn edge(value: &TimeValue, share: Option<Share>) -> Option<DateTime> {
    match share {
        Some(Share::End | Share::Late) => value.to,
        Some(Share::Middle | Share::Mid) => Some(midnight(middle(value.from?.date(), value.to?.date())?)),
        _ => {
            if value.timex == "PRESENT_REF" {
                return value.from.map(|at| midnight(at.date()));
            }
            value.from
        }
    }
}
