//! Two values → how their sets stand to each other, widened by what the wording allows.
//!
//! "About 50" covers 48, "$5.7 billion" covers 5.65 to 5.75 billion, "more than 150" does not cover 140. The rule is
//! interval logic; the widths are the wording's own: the last digit written, the comparator, an "about".

use jiff::ToSpan;
use jiff::civil::DateTime;
use rust_decimal::Decimal;

use super::interval::{Bound, Interval};
use super::kind::Kind;
use super::time::{Granularity, TimeValue};
use super::value::{Comparator, Quantity, Unit, Value};

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same value, worded with the same reserve.
    Equal,
    /// Not the same, but both can be true of one thing.
    Meet,
    /// They cannot both be true of one thing.
    Exclude,
    /// Of different dimensions, or too little is known.
    Incomparable,
}

/// Compares two values as answers of the given kind.
#[must_use]
pub fn relation(kind: Kind, a: &Value, b: &Value) -> Relation {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => quantities(a, b),
        (Value::Time(a), Value::Time(b)) if kind == Kind::Time => times_of_day(a, b),
        (Value::Time(a), Value::Time(b)) => dates(a, b),
        (Value::Words(a), Value::Words(b)) if a == b => Relation::Equal,
        (Value::Quote(a), Value::Quote(b)) if a == b => Relation::Equal,
        _ => Relation::Incomparable,
    }
}

fn quantities(a: &Quantity, b: &Quantity) -> Relation {
    if !same_dimension(&a.unit, &b.unit) {
        return Relation::Incomparable;
    }
    if a.against.is_some() || b.against.is_some() {
        return tallies(a, b);
    }
    let (Some(x), Some(y)) = (possible(a), possible(b)) else { return Relation::Incomparable };
    let same_reserve = a.comparator == b.comparator && a.approx == b.approx;
    if in_base(&a.interval, &a.unit) == in_base(&b.interval, &b.unit) && same_reserve {
        return Relation::Equal;
    }
    // One side may be a rounding of the other; two roundings of different numbers are not excused by each other.
    let rounded = |q: &Quantity, set: &Interval, other: &Interval| {
        let half = q.step / Decimal::TWO;
        in_base(&set.widened(half), &q.unit).is_some_and(|wide| wide.meets(other))
    };
    let (Some(xb), Some(yb)) = (in_base(&x, &a.unit), in_base(&y, &b.unit)) else {
        return Relation::Incomparable;
    };
    if xb.meets(&yb) || (coarse(a) && rounded(a, &x, &yb)) || (coarse(b) && rounded(b, &y, &xb)) {
        Relation::Meet
    } else {
        Relation::Exclude
    }
}

/// Scores and votes: the same two sides, in either order.
fn tallies(a: &Quantity, b: &Quantity) -> Relation {
    let (Some(a1), Some(b1)) = (a.nominal, b.nominal) else { return Relation::Incomparable };
    match (a.against, b.against) {
        (Some(a2), Some(b2)) if (a1, a2) == (b1, b2) || (a1, a2) == (b2, b1) => Relation::Equal,
        (Some(_), Some(_)) => Relation::Exclude,
        (Some(a2), None) if b1 == a1 || b1 == a2 => Relation::Meet,
        (None, Some(b2)) if a1 == b1 || a1 == b2 => Relation::Meet,
        _ => Relation::Exclude,
    }
}

/// Is the number written as a round one, so that its last digits say nothing?
fn coarse(q: &Quantity) -> bool {
    let whole_small = matches!(q.unit, Unit::None) && q.step <= Decimal::ONE;
    !whole_small || q.nominal.is_some_and(|n| n != n.trunc())
}

fn same_dimension(a: &Unit, b: &Unit) -> bool {
    match (a, b) {
        (Unit::Money { code: a, per: p, .. }, Unit::Money { code: b, per: q, .. }) => a == b && p == q,
        (Unit::Measure { dimension: a, .. }, Unit::Measure { dimension: b, .. }) => a == b,
        (Unit::Score | Unit::Vote, Unit::Score | Unit::Vote) => true,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn in_base(set: &Interval, unit: &Unit) -> Option<Interval> {
    let convert = |v: Decimal| match unit {
        Unit::Measure { factor, offset, .. } => v.checked_mul(*factor)?.checked_add(*offset),
        Unit::Duration { seconds, .. } | Unit::Age { seconds, .. } => v.checked_mul(*seconds),
        _ => Some(v),
    };
    let bound = |b: Bound| {
        Some(match b {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(v) => Bound::Closed(convert(v)?.normalize()),
            Bound::Open(v) => Bound::Open(convert(v)?.normalize()),
        })
    };
    Some(Interval::new(bound(set.lower())?, bound(set.upper())?))
}

/// The values that the wording leaves open in practice: "about 50" a tenth to each side; "more than 400" is not said of
/// 1,000; "nearly 150" is not said of 100.
fn possible(q: &Quantity) -> Option<Interval> {
    let share = |n: Decimal, percent: i64| n.checked_mul(Decimal::new(percent, 2));
    let set = match (q.comparator, q.nominal) {
        (Comparator::MoreThan, Some(n)) if n > Decimal::ZERO => {
            Interval::new(Bound::Open(n), Bound::Closed(share(n, 200)?))
        }
        (Comparator::LessThan, Some(n)) if q.approx && n > Decimal::ZERO => {
            Interval::new(Bound::Closed(share(n, 80)?), Bound::Open(n))
        }
        _ => q.interval,
    };
    if !q.approx && q.comparator != Comparator::Approx {
        return Some(set);
    }
    let reach = set.upper().value().or(set.lower().value()).unwrap_or_default().abs();
    Some(set.widened(share(reach, 10)?))
}

fn dates(a: &TimeValue, b: &TimeValue) -> Relation {
    if a.from.is_none() && a.to.is_none() || b.from.is_none() && b.to.is_none() {
        let known = !a.timex.is_empty() && a.timex == b.timex;
        return if known { Relation::Equal } else { Relation::Incomparable };
    }
    let day = |t: Option<DateTime>, end: bool| {
        let t = t?;
        let start = t.date().to_datetime(jiff::civil::Time::midnight());
        if end && t != start { start.checked_add(1.day()).ok() } else { Some(start) }
    };
    let a_days = (day(a.from, false), day(a.to, true));
    let b_days = (day(b.from, false), day(b.to, true));
    let same_words = !a.timex.is_empty() && a.timex == b.timex;
    if a_days == b_days || same_words {
        return Relation::Equal;
    }
    // What is compared is all that the wording leaves possible, not the recogniser's convention.
    let widest = |t: &TimeValue| (day(t.earliest, false), day(t.latest, true));
    let slack = |t: &TimeValue| if t.approx { width(t.granularity) } else { 0 };
    let slack = slack(a).max(slack(b));
    let met = overlap(widest(a), widest(b), slack);
    let other_year = |t: &TimeValue| t.relative && t.timex.starts_with("XXXX-") && !t.timex.contains('W');
    let years = if other_year(a) || other_year(b) { [-1i16, 1].as_slice() } else { &[] };
    let moved = |y: &i16| {
        let by = |t: Option<DateTime>| t.and_then(|t| t.checked_add(y.years()).ok());
        let (from, to) = widest(a);
        overlap((by(from), by(to)), widest(b), slack)
    };
    if met || years.iter().any(moved) || same_weekday(a, b) { Relation::Meet } else { Relation::Exclude }
}

/// Two days of one name, of which one at least was written as "Friday" or "Friday night": which Friday hangs on a
/// publication date that may be that of a later edition.
fn same_weekday(a: &TimeValue, b: &TimeValue) -> bool {
    let one_day = |t: &TimeValue| {
        let (from, to) = (t.from?, t.to?);
        (t.granularity <= Granularity::Day && from.until(to).ok()?.get_days() <= 1)
            .then_some(from.date().weekday())
    };
    let same = matches!((one_day(a), one_day(b)), (Some(x), Some(y)) if x == y);
    same && (a.relative || b.relative)
}

fn times_of_day(a: &TimeValue, b: &TimeValue) -> Relation {
    let (Some(x), Some(y)) = (minutes(a), minutes(b)) else { return Relation::Incomparable };
    if x == y && a.approx == b.approx {
        return Relation::Equal;
    }
    let slack = |t: &TimeValue| match (t.approx, t.granularity) {
        (true, Granularity::Second | Granularity::Minute | Granularity::Hour) => 10,
        (true, _) | (false, Granularity::DayPart) => 60,
        _ => 0,
    };
    let slack = slack(a) + slack(b);
    // A stretch that ends after midnight ("Thursday night") also covers the early hours.
    let meets = |shift: i64| x.0 + shift < y.1 + slack && y.0 < x.1 + shift + slack;
    if [-1440, 0, 1440].into_iter().any(meets) { Relation::Meet } else { Relation::Exclude }
}

/// Minutes after midnight `[from, to)`, the end possibly beyond the day's.
fn minutes(t: &TimeValue) -> Option<(i64, i64)> {
    let of = |d: DateTime| i64::from(d.hour()) * 60 + i64::from(d.minute());
    let from = t.from?;
    let start = of(from);
    let end = t.to.map_or(start + 1, of);
    let end = if end <= start { if t.to == Some(from) { start + 1 } else { end + 1440 } } else { end };
    Some((start, end))
}

/// Days by which "about" and "around" may miss at a granularity.
fn width(granularity: Granularity) -> i32 {
    match granularity {
        Granularity::Day => 1,
        Granularity::Week => 4,
        Granularity::Month => 20,
        Granularity::Quarter => 60,
        Granularity::Year => 366,
        Granularity::Decade | Granularity::Century => 3660,
        _ => 0,
    }
}

type Ends = (Option<DateTime>, Option<DateTime>);

fn overlap(a: Ends, b: Ends, slack_days: i32) -> bool {
    let before = |from: Option<DateTime>, to: Option<DateTime>| match (from, to) {
        (Some(from), Some(to)) => to.checked_add(slack_days.days()).map_or(true, |to| from < to),
        _ => true,
    };
    before(a.0, b.1) && before(b.0, a.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(n: i64, comparator: Comparator, approx: bool) -> Value {
        let n = Decimal::from(n);
        let interval = match comparator {
            Comparator::MoreThan => Interval::new(Bound::Open(n), Bound::Unbounded),
            Comparator::AtLeast => Interval::new(Bound::Closed(n), Bound::Unbounded),
            Comparator::LessThan => Interval::new(Bound::Unbounded, Bound::Open(n)),
            Comparator::AtMost => Interval::new(Bound::Unbounded, Bound::Closed(n)),
            _ => Interval::point(n),
        };
        let step = Decimal::ONE;
        let (nominal, unit, against) = (Some(n), Unit::None, None);
        Value::Quantity(Quantity { interval, nominal, comparator, approx, unit, step, against })
    }

    fn check(a: Value, b: Value, expected: Relation) {
        assert_eq!(relation(Kind::Count, &a, &b), expected, "{a:?} / {b:?}");
        assert_eq!(relation(Kind::Count, &b, &a), expected, "the other way round");
    }

    #[test]
    fn counts() {
        use Comparator::{AtLeast, Exact, LessThan, MoreThan};
        check(count(12, Exact, false), count(12, Exact, false), Relation::Equal);
        check(count(12, Exact, false), count(13, Exact, false), Relation::Exclude);
        check(count(150, MoreThan, false), count(140, Exact, false), Relation::Exclude);
        check(count(150, MoreThan, false), count(160, Exact, false), Relation::Meet);
        check(count(12, AtLeast, false), count(12, Exact, false), Relation::Meet);
        check(count(400, MoreThan, false), count(1500, Exact, false), Relation::Exclude);
        check(count(50, Exact, true), count(48, Exact, false), Relation::Meet);
        check(count(50, Exact, true), count(30, Exact, false), Relation::Exclude);
        check(count(150, LessThan, true), count(100, Exact, false), Relation::Exclude);
        check(count(150, LessThan, true), count(147, Exact, false), Relation::Meet);
    }

    fn day(from: &str, to: &str) -> TimeValue {
        TimeValue {
            form: super::super::time::TimeForm::Date,
            from: from.parse().ok(),
            to: to.parse().ok(),
            earliest: from.parse().ok(),
            latest: to.parse().ok(),
            zone: None,
            granularity: Granularity::Day,
            approx: false,
            relative: false,
            timex: String::new(),
        }
    }

    #[test]
    fn times() {
        let june = day("2013-06-01T00:00", "2013-07-01T00:00");
        let third = day("2013-06-03T00:00", "2013-06-04T00:00");
        let fourth = day("2013-06-04T00:00", "2013-06-05T00:00");
        assert_eq!(dates(&june, &third), Relation::Meet);
        assert_eq!(dates(&third, &fourth), Relation::Exclude);
        assert_eq!(dates(&third, &third), Relation::Equal);
        let evening = day("2013-06-03T20:00", "2013-06-04T04:00");
        let after_midnight = day("2013-06-04T01:30", "2013-06-04T01:31");
        assert_eq!(times_of_day(&evening, &after_midnight), Relation::Meet);
    }
}
