//! Two values → how their sets stand to each other, widened by what the wording allows.
//!
//! "About 50" covers 48, "$5.7 billion" covers 5.65 to 5.75 billion, "more than 150" does not cover 140. The rule is
//! interval logic; the widths are the wording's own: the last digit written, the comparator, an "about".

use rust_decimal::Decimal;

use super::times::{dates, times_of_day};
use crate::model::{Bound, Comparator, Interval, Kind, Quantity, Unit, Value};

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
    if let (Value::Quantity(x), Value::Quantity(y)) = (a, b)
        && !same_dimension(&x.unit, &y.unit)
    {
        return Relation::Incomparable;
    }
    Comparable::of(a).relation(kind, &Comparable::of(b))
}

/// A value with what comparing it needs worked out once: for whoever compares it with many others.
#[derive(Debug, Clone, Copy)]
pub struct Comparable<'v> {
    value: &'v Value,
    reach: Option<Reach>,
}

/// A quantity's sets in the base unit; `None` where the wording leaves no set, or an end is too large for a decimal.
#[derive(Debug, Clone, Copy)]
struct Reach {
    /// As worded.
    worded: Option<Interval>,
    /// Whether the wording leaves a set.
    known: bool,
    /// What the wording leaves open in practice.
    possible: Option<Interval>,
    /// The same, if the number is a rounding of another; only of one that may be.
    rounded: Option<Interval>,
}

impl<'v> Comparable<'v> {
    /// Works out what comparing the value needs.
    #[must_use]
    pub fn of(value: &'v Value) -> Comparable<'v> {
        let reach = match value {
            Value::Quantity(q) if q.against.is_none() => Some(Reach::of(q)),
            _ => None,
        };
        Comparable { value, reach }
    }

    /// Compares the two as answers of the given kind.
    #[must_use]
    pub fn relation(&self, kind: Kind, other: &Comparable<'_>) -> Relation {
        match (self.value, other.value) {
            (Value::Quantity(a), Value::Quantity(b)) if !same_dimension(&a.unit, &b.unit) => {
                Relation::Incomparable
            }
            (Value::Quantity(a), Value::Quantity(b)) => match (&self.reach, &other.reach) {
                (Some(x), Some(y)) => quantities((a, x), (b, y)),
                _ => tallies(a, b),
            },
            (Value::Time(a), Value::Time(b)) if kind == Kind::Time => times_of_day(a, b),
            (Value::Time(a), Value::Time(b)) => dates(a, b),
            (Value::Words(a), Value::Words(b)) if a == b => Relation::Equal,
            (Value::Quote(a), Value::Quote(b)) if a == b => Relation::Equal,
            _ => Relation::Incomparable,
        }
    }
}

impl Reach {
    fn of(q: &Quantity) -> Reach {
        let set = possible(q);
        let base = |set: Interval| in_base(&set, &q.unit);
        let round = half_of_round(q);
        let half = (q.step / Decimal::TWO).max(round);
        Reach {
            worded: base(q.interval),
            known: set.is_some(),
            possible: set.and_then(base),
            rounded: set.filter(|_| coarse(q) || !round.is_zero()).and_then(|set| base(set.widened(half))),
        }
    }
}

fn quantities((a, x): (&Quantity, &Reach), (b, y): (&Quantity, &Reach)) -> Relation {
    if !x.known || !y.known {
        return Relation::Incomparable;
    }
    if x.worded == y.worded && a.comparator == b.comparator && a.approx == b.approx {
        return Relation::Equal;
    }
    let (Some(xb), Some(yb)) = (&x.possible, &y.possible) else { return Relation::Incomparable };
    // One side may be a rounding of the other; two roundings of different numbers are not excused by each other.
    let rounded = |set: &Option<Interval>, other: &Interval| set.is_some_and(|wide| wide.meets(other));
    if xb.meets(yb) || rounded(&x.rounded, yb) || rounded(&y.rounded, xb) {
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

/// Numbers below this are written in full.
const ROUND_FROM: Decimal = Decimal::ONE_THOUSAND;
/// A round number stands for others up to this share of it, at most.
const ROUND_SHARE: Decimal = Decimal::from_parts(25, 0, 0, false, 3);

/// How far a number may lie from a round one that stands for it: half a unit of the last digit that is not nought
/// ("$43,000" for $43,350), but no more than a small share; nought where the number ends in fewer than two noughts.
fn half_of_round(q: &Quantity) -> Decimal {
    let Some(n) = q.nominal.map(|n| n.abs()).filter(|n| *n >= ROUND_FROM && n.is_integer()) else {
        return Decimal::ZERO;
    };
    let mut unit = Decimal::ONE;
    while (n / (unit * Decimal::TEN)).is_integer() {
        unit *= Decimal::TEN;
    }
    if unit < Decimal::ONE_HUNDRED { Decimal::ZERO } else { (unit / Decimal::TWO).min(n * ROUND_SHARE) }
}

/// Returns whether the number is written as a round one, so that its last digits say nothing.
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
}
