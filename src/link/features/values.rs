//! Two values → how far they are from each other, and how likely two texts share such a value by chance.

use rust_decimal::prelude::ToPrimitive;

use crate::model::{Claim, Kind, Unit, Value};

/// The unit's name, for kinds that have one.
pub(super) fn unit(claim: &Claim) -> Option<&str> {
    match &claim.value {
        Value::Quantity(q) => match &q.unit {
            Unit::Money { code, .. } => Some(code.as_str()),
            Unit::Measure { name, .. } | Unit::Duration { name, .. } | Unit::Age { name, .. } => {
                Some(name.as_str())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Has the number so many digits that two texts hardly share it by chance?
pub(super) fn rare(value: &Value) -> bool {
    match value {
        Value::Quantity(q) => {
            q.against.is_some() || q.nominal.is_some_and(|n| n.normalize().mantissa().unsigned_abs() >= 100)
        }
        _ => false,
    }
}

/// How near two values of one kind are, 1 for the same: outlets that differ on one thing seldom differ widely.
pub(super) fn nearness(a: &Claim, b: &Claim) -> f64 {
    let number = |v: &Value| match v {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()).and_then(|n| n.to_f64()),
        _ => None,
    };
    let (apart, scale) = match (&a.value, &b.value) {
        (Value::Time(x), Value::Time(y)) => {
            let (Some(from), Some(to)) = (x.from, y.from) else { return 0.0 };
            if a.kind == Kind::Time {
                let minutes =
                    |t: jiff::civil::DateTime| f64::from(i32::from(t.hour()) * 60 + i32::from(t.minute()));
                let apart = (minutes(from) - minutes(to)).abs();
                (apart.min(1440.0 - apart), 30.0)
            } else {
                (f64::from(from.until(to).map_or(i32::MAX, |s| s.get_days())).abs(), 1.5)
            }
        }
        (x, y) => match (number(x), number(y)) {
            (Some(x), Some(y)) if a.kind == Kind::Age => ((x - y).abs(), 2.0),
            (Some(x), Some(y)) => ((x - y).abs() / x.abs().max(y.abs()).max(1.0), 0.1),
            _ => return 0.0,
        },
    };
    (-apart / scale).exp()
}

/// How many times one value is the other, on a log scale, up to 3; days apart for times.
pub(super) fn distance(a: &Value, b: &Value) -> f64 {
    let number = |v: &Value| match v {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()).and_then(|n| n.abs().to_f64()),
        _ => None,
    };
    match (number(a), number(b)) {
        (Some(x), Some(y)) => ((x + 1.0) / (y + 1.0)).log2().abs().min(3.0),
        _ => 0.0,
    }
}
