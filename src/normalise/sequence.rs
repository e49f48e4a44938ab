//! A quantity and the one before it → what the second takes over from the first.
//!
//! A conversion in brackets has the comparator of what it converts ("more than 100 km (60 miles)"); an amount told again
//! in another unit has its trend ("up 17.5 points, or 0.2%").

use super::numbers::interval;
use crate::model::{Comparator, Mention, MentionKind, Quantity, Value};

/// Gives `mention` what it takes over from the mention before it.
pub(crate) fn follow(text: &str, before: &Mention, mention: &mut Mention) {
    let gap = text.get(before.end as usize..mention.start as usize).unwrap_or_default().trim();
    let again = matches!(gap, "," | ", or" | "or" | "(");
    let moving = |m: &Mention| !matches!(m.kind, MentionKind::Time | MentionKind::Ordinal | MentionKind::Age);
    if again && mention.trend.is_none() && moving(mention) && moving(before) && gap != "," {
        mention.trend = before.trend;
    }
    let converts = gap == "(" && mention.kind == before.kind && mention.kind != MentionKind::Number;
    if let (true, Value::Quantity(first), Value::Quantity(second)) =
        (converts, &before.value, &mut mention.value)
    {
        convert(first, second);
    }
}

fn convert(first: &Quantity, second: &mut Quantity) {
    let bounds = !matches!(first.comparator, Comparator::Exact | Comparator::Between);
    let (Comparator::Exact, false, true, Some(nominal)) =
        (second.comparator, second.approx, bounds, second.nominal)
    else {
        return;
    };
    second.comparator = first.comparator;
    second.approx = first.approx;
    second.interval = interval(nominal, first.comparator);
}
