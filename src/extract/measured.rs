//! A bare number whose noun is a unit with words between ("4,183 passing yards", "three consecutive days") → the measure
//! or length of time that it tells.
//!
//! A recogniser of numbers reads a unit right behind a number; what it leaves is a count of "passing yards", which no
//! other outlet's "4,183 yards" could be held against.

use rust_decimal::Decimal;

use super::counted::group;
use super::implied;
use super::tagged::Tagged;
use crate::model::{Kind, Mention, MentionKind, Quantity, Unit, Value};

/// A measure that ends behind its unit (tokens counted from the sentence's first).
pub(crate) struct Measured {
    pub(crate) kind: Kind,
    pub(crate) value: Value,
    pub(crate) end: u32,
}

/// The measure that a bare number tells with the noun behind it.
pub(crate) fn behind(tagged: &Tagged<'_, '_>, mention: &Mention) -> Option<Measured> {
    let Value::Quantity(q) = &mention.value else { return None };
    let bare = mention.kind == MentionKind::Number && q.unit == Unit::None && q.against.is_none();
    let start = mention.tokens.end;
    let noun = group(tagged, start).filter(|g| bare && g.len() > 1 && g.len() < 5)?;
    let lemma = tagged.lemma(noun.end - 1);
    // "two Pro Bowl seasons", "three San Diego feet": names make another noun of it
    let plain =
        noun.clone().all(|i| !tagged.word(i).starts_with(char::is_uppercase) && tagged.word(i) != ",");
    let (kind, unit) = unit(&lemma).filter(|_| plain)?;
    let value = Value::Quantity(Quantity { unit, ..q.clone() });
    Some(Measured { kind, value, end: noun.end })
}

/// The unit of a lemma: of time, or one that news counts in with a word before it.
fn unit(lemma: &str) -> Option<(Kind, Unit)> {
    if let Some(seconds) = implied::unit(lemma) {
        let name = lemma.into();
        return Some((Kind::Duration, Unit::Duration { name, seconds: Decimal::from(seconds) }));
    }
    let (dimension, thousandths) = match lemma {
        "inch" => ("length", 254),
        "foot" => ("length", 3_048),
        "yard" => ("length", 9_144),
        "mile" => ("length", 16_093_440),
        _ => return None,
    };
    let factor = Decimal::new(thousandths, 4);
    let unit =
        Unit::Measure { name: lemma.into(), dimension: dimension.into(), factor, offset: Decimal::ZERO };
    Some((Kind::Measure, unit))
}
