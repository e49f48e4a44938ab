//! Two values → how far they are from each other, and how likely two texts share such a value by chance.

use crate::link::story::Prepared;
use crate::model::{Kind, Value};

/// Has the number so many digits that two texts hardly share it by chance?
pub(crate) fn rare(value: &Value) -> bool {
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

/// Is one number the other with a slip of the pen: two neighbouring digits exchanged (381-46, 381-64), or in a long number
/// one digit wrong, missing or doubled? Both sides of a tally count.
pub(super) fn slip(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (digits(a), digits(b)) else { return false };
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let same_from_front = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    let rest = |digits: &[u8], from: usize| digits.get(from..).map(<[u8]>::to_vec).unwrap_or_default();
    if short.len() < long.len() {
        let one_more = long.len() == short.len() + 1 && short.len() >= LONG;
        return one_more && rest(short, same_from_front) == rest(long, same_from_front + 1);
    }
    let (mut x, y) = (rest(short, same_from_front), rest(long, same_from_front));
    if x.len() > 1 && short.len() > 1 {
        x.swap(0, 1);
        if x == y {
            return true;
        }
        x.swap(0, 1);
    }
    short.len() >= LONG && !x.is_empty() && rest(&x, 1) == rest(&y, 1)
}

/// Digits from which on one of them alone tells little.
const LONG: usize = 4;

/// The digits of a number, of both sides of a tally.
fn digits(value: &Value) -> Option<Vec<u8>> {
    let Value::Quantity(q) = value else { return None };
    let of = |n: rust_decimal::Decimal| n.normalize().mantissa().unsigned_abs().to_string().into_bytes();
    let mut digits = of(q.nominal?);
    digits.extend(q.against.map(of).unwrap_or_default());
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Comparator, Interval, Quantity, Unit};

    fn number(text: &str) -> Value {
        let (nominal, against) = text.split_once('-').unwrap_or((text, ""));
        let nominal = nominal.parse().unwrap();
        Value::Quantity(Quantity {
            interval: Interval::point(nominal),
            nominal: Some(nominal),
            comparator: Comparator::Exact,
            approx: false,
            unit: Unit::None,
            step: rust_decimal::Decimal::ONE,
            against: against.parse().ok(),
        })
    }

    #[test]
    fn slips_of_the_pen() {
        for (a, b, expected) in [
            ("381-46", "381-64", true),
            ("381-46", "381-47", true),
            ("381-46", "391-57", false),
            ("47.50", "45.70", true),
            ("4183", "4188", true),
            ("4183", "41833", true),
            ("4183", "4051", false),
            ("15", "51", true),
            ("15", "16", false),
            ("150", "160", false),
            ("150", "1500", false),
            ("15", "15", false),
        ] {
            assert_eq!(slip(&number(a), &number(b)), expected, "{a} / {b}");
            assert_eq!(slip(&number(b), &number(a)), expected, "{b} / {a}");
        }
    }
}
