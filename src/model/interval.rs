//! Sets of exact decimals between two ends: what a quantity's wording leaves possible.

use rust_decimal::Decimal;

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// No limit on this side.
    Unbounded,
    /// The limit itself belongs to the set.
    Closed(Decimal),
    /// The limit itself does not belong to the set.
    Open(Decimal),
}

impl Bound {
    /// The limit, if there is one.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        match self {
            Bound::Unbounded => None,
            Bound::Closed(v) | Bound::Open(v) => Some(v),
        }
    }

    fn map(self, f: impl Fn(Decimal) -> Option<Decimal>) -> Bound {
        let over = |v| f(v).map_or(Bound::Unbounded, Bound::Closed);
        match self {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(v) => over(v),
            Bound::Open(v) => match over(v) {
                Bound::Closed(w) => Bound::Open(w),
                other => other,
            },
        }
    }
}

/// All decimals between `lower` and `upper`; never inverted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    lower: Bound,
    upper: Bound,
}

impl Interval {
    /// The interval between two ends; ends in the wrong order are exchanged.
    #[must_use]
    pub fn new(lower: Bound, upper: Bound) -> Interval {
        match (lower.value(), upper.value()) {
            (Some(a), Some(b)) if a > b => Interval { lower: upper, upper: lower },
            _ => Interval { lower, upper },
        }
    }

    /// A single value.
    #[must_use]
    pub fn point(value: Decimal) -> Interval {
        Interval { lower: Bound::Closed(value), upper: Bound::Closed(value) }
    }

    /// All values from `a` to `b`, both included.
    #[must_use]
    pub fn closed(a: Decimal, b: Decimal) -> Interval {
        Interval::new(Bound::Closed(a), Bound::Closed(b))
    }

    /// Lower end.
    #[must_use]
    pub fn lower(&self) -> Bound {
        self.lower
    }

    /// Upper end.
    #[must_use]
    pub fn upper(&self) -> Bound {
        self.upper
    }

    /// Returns whether `value` belongs to the set.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.meets(&Interval::point(value))
    }

    /// Returns whether the two sets share a value.
    #[must_use]
    pub fn meets(&self, other: &Interval) -> bool {
        below(self.lower, other.upper) && below(other.lower, self.upper)
    }

    /// The same set in a unit `factor` times smaller; an end too large for a decimal becomes unbounded.
    #[must_use]
    pub fn scaled(&self, factor: Decimal) -> Interval {
        let by = |v: Decimal| v.checked_mul(factor);
        Interval::new(self.lower.map(by), self.upper.map(by))
    }

    /// The set with both ends moved outwards by `by`.
    #[must_use]
    pub fn widened(&self, by: Decimal) -> Interval {
        Interval::new(self.lower.map(|v| v.checked_sub(by)), self.upper.map(|v| v.checked_add(by)))
    }
}

fn below(lower: Bound, upper: Bound) -> bool {
    match (lower, upper) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
        (Bound::Closed(a), Bound::Closed(b)) => a <= b,
        (Bound::Closed(a) | Bound::Open(a), Bound::Closed(b) | Bound::Open(b)) => a < b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(n: i64) -> Decimal {
        Decimal::from(n)
    }

    #[test]
    fn open_ends_do_not_meet_their_limit() {
        let more = Interval::new(Bound::Open(d(150)), Bound::Unbounded);
        assert!(!more.contains(d(150)));
        assert!(more.contains(d(151)));
        assert!(!more.meets(&Interval::point(d(140))));
    }

    #[test]
    fn ends_never_invert() {
        let i = Interval::closed(d(9), d(3));
        assert_eq!((i.lower(), i.upper()), (Bound::Closed(d(3)), Bound::Closed(d(9))));
        assert!(Interval::closed(d(-2), d(5)).scaled(d(-1)).contains(d(2)));
    }
}
