//! A value → another that excludes it, as outlets differ: one more, two digits exchanged, a day later, half an hour earlier.

use gainsay::model::{Comparator, Interval, Kind, Quantity, TimeValue, Value};
use jiff::ToSpan;
use rust_decimal::Decimal;

/// Another value of the same kind; `choice` picks one of several. Nothing where the wording leaves several values open.
pub(crate) fn alter(kind: Kind, value: &Value, choice: u32) -> Option<Value> {
    match value {
        Value::Quantity(q) if q.comparator == Comparator::Exact && !q.approx => {
            quantity(kind, q, choice).map(Value::Quantity)
        }
        Value::Time(t) => time(kind, t, choice).map(Value::Time),
        _ => None,
    }
}

fn quantity(kind: Kind, q: &Quantity, choice: u32) -> Option<Quantity> {
    let n = q.nominal?;
    let pick = Decimal::from(choice % 4);
    let by = if kind == Kind::Age || n <= Decimal::from(12) {
        Decimal::ONE + pick
    } else if n < Decimal::ONE_HUNDRED {
        Decimal::TWO + pick * Decimal::from(3)
    } else {
        (n * (Decimal::ONE + pick) / Decimal::from(8)).trunc()
    };
    let slipped = || exchanged(n).filter(|_| choice % 4 == 3);
    let other = slipped().or_else(|| n.checked_add(by))?;
    Some(Quantity { interval: Interval::point(other), nominal: Some(other), ..q.clone() })
}

/// The number with its first two unlike neighbouring digits exchanged, where that leaves it as long.
fn exchanged(n: Decimal) -> Option<Decimal> {
    let mut digits: Vec<char> = n.to_string().chars().collect();
    let unlike = |pair: &[char]| pair.iter().all(char::is_ascii_digit) && pair[0] != pair[1];
    let at = digits.windows(2).position(unlike)?;
    digits.swap(at, at + 1);
    let other: String = digits.into_iter().collect();
    other.parse().ok().filter(|_| !other.starts_with('0'))
}

fn time(kind: Kind, t: &TimeValue, choice: u32) -> Option<TimeValue> {
    let pick = i64::from(choice % 4);
    let by = if kind == Kind::Time { (10 + 25 * pick).minutes() } else { (1 + pick).days() };
    if kind != Kind::Time && t.from.or(t.to).is_none_or(|at| at.year() <= 1) {
        return weekday(t);
    }
    let moved = |at: Option<jiff::civil::DateTime>| at.and_then(|at| at.checked_add(by).ok());
    Some(TimeValue {
        from: moved(t.from),
        to: moved(t.to),
        earliest: moved(t.earliest),
        latest: moved(t.latest),
        timex: String::new(),
        ..t.clone()
    })
}

/// The day after a weekday of which no more is known.
fn weekday(t: &TimeValue) -> Option<TimeValue> {
    let day: u32 = t.timex.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()?;
    let rest = t.timex.get(10..).unwrap_or_default();
    Some(TimeValue { timex: format!("XXXX-WXX-{}{rest}", day % 7 + 1), ..t.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay::compare::{Relation, relation};
    use gainsay::{pipeline, read};

    #[test]
    fn altered_values_exclude_the_real_ones() {
        let text = "A day\n\nOn Tuesday at 9:30 p.m. 12 people and 48 dogs left. Ann Lee, 34, paid $500.";
        let story = read::bytes("a", text.as_bytes(), Some(read::Format::Text)).articles;
        let claims = pipeline::claims(&story);
        let mut altered = 0;
        for (claim, choice) in claims.iter().filter(|c| c.kind.is_numeric()).zip(0..) {
            let Some(other) = alter(claim.kind, &claim.value, choice) else { continue };
            assert_eq!(relation(claim.kind, &claim.value, &other), Relation::Exclude, "{:?}", claim.value);
            altered += 1;
        }
        assert!(altered >= 5, "{altered}");
    }
}
