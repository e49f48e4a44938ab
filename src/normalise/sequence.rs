//! A quantity and the one before it → what the second takes over from the first.
//!
//! A conversion in brackets has the comparator of what it converts ("more than 100 km (60 miles)"); an amount told again
//! in another unit has its trend ("up 17.5 points, or 0.2%"); a number listed behind an age is one ("aged 15 and 12").

use rust_decimal::Decimal;

use super::numbers::interval;
use crate::model::{Comparator, Mention, MentionKind, Quantity, Value};

/// Gives `mention` what it takes over from the mention before it.
pub(crate) fn follow(text: &str, before: &Mention, mention: &mut Mention) {
    let gap = text.get(before.end as usize..mention.start as usize).unwrap_or_default().trim();
    // "by 125,600 positions or 2.2 per cent", "up 17 points, or 0.2%"
    let in_other_words = gap.strip_suffix("or").is_some_and(|g| {
        let g = g.trim_end().trim_end_matches(',');
        g.ends_with(char::is_lowercase) && !g.contains(' ') && mention.kind == MentionKind::Percent
    });
    let again = in_other_words || matches!(gap, "," | ", or" | "or" | "(");
    let moving = |m: &Mention| !matches!(m.kind, MentionKind::Time | MentionKind::Ordinal | MentionKind::Age);
    if again && mention.trend.is_none() && moving(mention) && moving(before) && gap != "," {
        mention.trend = before.trend;
    }
    if before.kind == MentionKind::Age && mention.kind == MentionKind::Number {
        same_age(text, before, gap, mention);
    }
    let converts = gap == "(" && mention.kind == before.kind && mention.kind != MentionKind::Number;
    if let (true, Value::Quantity(first), Value::Quantity(second)) =
        (converts, &before.value, &mut mention.value)
    {
        convert(first, second);
    }
}

/// "aged 15 and 12", "ages 12, 14 and 15": the word before the first makes ages of all.
fn same_age(text: &str, before: &Mention, gap: &str, mention: &mut Mention) {
    let Value::Quantity(first) = &before.value else { return };
    let Value::Quantity(quantity) = &mut mention.value else { return };
    let words = text.get(before.start as usize..before.end as usize).unwrap_or_default();
    let behind = text.get(mention.end as usize..).unwrap_or_default();
    let opens =
        words.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("aged") || w.eq_ignore_ascii_case("ages"));
    let goes_on = opens || words.bytes().all(|b| b.is_ascii_digit());
    let word: &str = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let ends =
        word.is_empty() || matches!(word, "and" | "who" | "were" | "was" | "that" | "from" | "at" | "in");
    let left = text.get(..before.start as usize).unwrap_or_default().trim_end();
    let in_list = left.strip_suffix(',').is_some_and(|l| l.ends_with(|c: char| c.is_ascii_digit()));
    let listed = matches!(gap, "and" | "or") || (opens || in_list) && matches!(gap, "," | ", and" | "&");
    let human = quantity.nominal.is_some_and(|n| n.is_sign_positive() && n < Decimal::from(120));
    if goes_on && ends && listed && human {
        quantity.unit = first.unit.clone();
        mention.kind = MentionKind::Age;
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
