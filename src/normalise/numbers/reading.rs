//! Amounts and their comparators → quantities: the interval that the wording leaves possible.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::comparators::Reserve;
use super::number::{Number, Sense};
use crate::model::{Bound, Comparator, Interval, MentionKind, Quantity, Unit};

/// A quantity at its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) quantity: Quantity,
    pub(crate) kind: MentionKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Reading {
    /// The reading of one amount under a comparator.
    pub(crate) fn of(amount: &Amount, reserve: Reserve, start: usize, end: usize) -> Reading {
        let number = &amount.number;
        let (unit, kind) = match number.sense {
            Sense::Ordinal => (Unit::Ordinal, MentionKind::Ordinal),
            _ => unit_and_kind(amount.unit.clone()),
        };
        let (interval, nominal, reserve) = match number.sense {
            Sense::Vague(low, high) => {
                (vague(low, high, reserve), None, Reserve { approx: reserve.approx, ..reserve.and(BETWEEN) })
            }
            _ => (interval(number.value, reserve.comparator), Some(number.value), reserve),
        };
        let Reserve { comparator, approx } = reserve;
        let quantity =
            Quantity { interval, nominal, comparator, approx, unit, step: number.step, against: None };
        Reading { quantity, kind, start, end }
    }

    /// The reading of a range between two amounts, the second of which carries the unit.
    pub(crate) fn between(low: &Number, high: &Amount, approx: bool, start: usize, end: usize) -> Reading {
        let (unit, kind) = unit_and_kind(high.unit.clone());
        let interval = Interval::closed(low.value, high.number.value);
        let step = low.step.min(high.number.step);
        let comparator = Comparator::Between;
        let quantity = Quantity { interval, nominal: None, comparator, approx, unit, step, against: None };
        Reading { quantity, kind, start, end }
    }

    /// A unit that is named without a number: nothing is known of the value.
    pub(crate) fn unknown(unit: Unit, kind: MentionKind, start: usize, end: usize) -> Reading {
        let interval = Interval::new(Bound::Unbounded, Bound::Unbounded);
        let comparator = Comparator::Exact;
        let quantity = Quantity {
            interval,
            nominal: None,
            comparator,
            approx: false,
            unit,
            step: Decimal::ZERO,
            against: None,
        };
        Reading { quantity, kind, start, end }
    }

    /// An age of so many units, from the reading of a duration or bare number.
    pub(crate) fn into_age(mut self, end: usize) -> Reading {
        self.quantity.unit = match self.quantity.unit {
            Unit::Duration { name, seconds } => Unit::Age { name, seconds },
            _ => years_of_age(),
        };
        Reading { kind: MentionKind::Age, end, ..self }
    }
}

const BETWEEN: Reserve = Reserve { comparator: Comparator::Between, approx: false };

/// Years as an age.
pub(crate) fn years_of_age() -> Unit {
    Unit::years_of_age()
}

fn unit_and_kind(unit: Option<Unit>) -> (Unit, MentionKind) {
    let unit = unit.unwrap_or(Unit::None);
    let kind = match &unit {
        Unit::None => MentionKind::Number,
        Unit::Money { .. } => MentionKind::Money,
        Unit::Percent | Unit::Point => MentionKind::Percent,
        Unit::Measure { .. } => MentionKind::Measure,
        Unit::Duration { .. } => MentionKind::Duration,
        Unit::Age { .. } => MentionKind::Age,
        Unit::Ordinal => MentionKind::Ordinal,
        Unit::Ratio => MentionKind::Ratio,
        Unit::Score => MentionKind::Score,
        Unit::Vote => MentionKind::Vote,
    };
    (unit, kind)
}

/// What a comparator leaves possible around a value.
pub(crate) fn interval(value: Decimal, comparator: Comparator) -> Interval {
    match comparator {
        Comparator::Exact | Comparator::Approx | Comparator::Between => Interval::point(value),
        Comparator::MoreThan => Interval::new(Bound::Open(value), Bound::Unbounded),
        Comparator::AtLeast => Interval::new(Bound::Closed(value), Bound::Unbounded),
        Comparator::LessThan => Interval::new(Bound::Unbounded, Bound::Open(value)),
        Comparator::AtMost => Interval::new(Bound::Unbounded, Bound::Closed(value)),
    }
}

fn vague(low: Decimal, high: Decimal, reserve: Reserve) -> Interval {
    match reserve.comparator {
        Comparator::MoreThan | Comparator::AtLeast => Interval::new(Bound::Closed(low), Bound::Unbounded),
        _ => Interval::closed(low, high),
    }
}
