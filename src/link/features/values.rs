//! Two values → how far they are from each other, and how likely two texts share such a value by chance.

use crate::link::story::Prepared;
use crate::model::{Kind, Value};

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
pub(super) fn nearness(a: &Prepared<'_>, b: &Prepared<'_>) -> f64 {
    let numbers = (a.traits.number, b.traits.number);
    let (a, b) = (a.claim, b.claim);
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
        _ => match numbers {
            (Some(x), Some(y)) if a.kind == Kind::Age => ((x - y).abs(), 2.0),
            (Some(x), Some(y)) => ((x - y).abs() / x.abs().max(y.abs()).max(1.0), 0.1),
            _ => return 0.0,
        },
    };
    (-apart / scale).exp()
}

/// How many times one number's size is the other's, on a log scale, up to 3.
pub(super) fn distance(a: Option<f64>, b: Option<f64>) -> f64 {
    match (a, b) {
        (Some(x), Some(y)) => ((x + 1.0) / (y + 1.0)).log2().abs().min(3.0),
        _ => 0.0,
    }
}
