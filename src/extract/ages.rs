//! A number without a unit, where it stands → the age that it tells: "a woman, 34, was", "then 32,", "dies at 75".
//!
//! Numbers alone say nothing of this; a person before the comma does, and the tags know one.

use rust_decimal::Decimal;

use super::tagged::Tagged;
use crate::english;
use crate::model::{Comparator, Interval, Mention, MentionKind, Penn, Quantity, Unit, Value};

/// The value of a bare number as an age; `None` where it is none. `age_before` is where the age before it ended.
pub(crate) fn bare(tagged: &Tagged<'_, '_>, mention: &Mention, age_before: Option<u32>) -> Option<Value> {
    let Value::Quantity(q) = &mention.value else { return None };
    if mention.kind != MentionKind::Number || q.unit != Unit::None || q.against.is_some() {
        return None;
    }
    let last = mention.tokens.end.checked_sub(1)?;
    let years = q.nominal.is_some_and(|n| n >= Decimal::ONE && n <= Decimal::from(115) && n == n.trunc());
    let older = tagged.is_any(last, &["older", "younger"]);
    let set_off = q.comparator == Comparator::Exact && closes(tagged, mention.tokens.end);
    // "ages 25 and 26"
    let joint = mention.tokens.start.checked_sub(1).filter(|&i| tagged.is_any(i, &["and", ","]));
    let listed = joint.is_some() && joint == age_before && q.comparator == Comparator::Exact;
    let ends = tagged.penn(mention.tokens.end) != Penn::Nns && tagged.penn(mention.tokens.end) != Penn::Nn;
    let told = older || listed && ends || set_off && tells_age(tagged, mention.tokens.start);
    (years && told).then(|| Value::Quantity(Quantity { unit: Unit::years_of_age(), ..q.clone() }))
}

/// The value of an age, the one left open beside it counted in: "10 or 11 years old".
pub(crate) fn alternative(tagged: &Tagged<'_, '_>, mention: &Mention) -> Value {
    let open = |q: &Quantity| {
        let joint = mention.tokens.start.checked_sub(1).filter(|&i| tagged.is(i, "or"))?;
        let first: u32 = tagged.word(joint.checked_sub(1)?).parse().ok()?;
        let (first, second) = (Decimal::from(first), q.nominal?);
        let interval = Interval::closed(first, second);
        (first < second).then(|| Quantity {
            interval,
            nominal: None,
            comparator: Comparator::Between,
            ..q.clone()
        })
    };
    match &mention.value {
        Value::Quantity(q) => Value::Quantity(open(q).unwrap_or_else(|| q.clone())),
        other => other.clone(),
    }
}

/// Returns whether the number ends its phrase.
fn closes(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    at >= tagged.len()
        || matches!(tagged.penn(at), Penn::Comma | Penn::CloseBracket | Penn::Stop | Penn::Colon)
}

/// Returns whether the words before the number speak of a person's age.
fn tells_age(tagged: &Tagged<'_, '_>, start: u32) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    if tagged.is(before, "at") {
        return before.checked_sub(1).is_some_and(|i| tagged.lemma(i) == "die");
    }
    let comma = if tagged.is_any(before, &["then", "now"]) { before.checked_sub(1) } else { Some(before) };
    let Some(comma) = comma.filter(|&i| tagged.penn(i) == Penn::Comma) else { return false };
    comma.checked_sub(1).is_some_and(|i| is_age_holder(tagged, i))
}

/// Returns whether the word ends the name or the description of one person.
fn is_age_holder(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    match tagged.penn(at) {
        Penn::Nnp => {
            !english::is_day_or_month(tagged.word(at)) && tagged.word(at).starts_with(char::is_uppercase)
        }
        Penn::Nn => english::is_person_noun(&tagged.lemma(at)),
        _ => false,
    }
}
