//! Two tolls in a story → do they answer one question, although their figures exclude each other?
//!
//! "One killed and 13 injured" and "killed one woman and injured 11 others" tell of one incident: they agree on one toll
//! and differ in the other. So do "at least 12 people were killed" and an article all of which knows of "no casualties".
//! A story has so few such pairs that a scorer that learns from all pairs gives them no weight of their own.

use rust_decimal::Decimal;

use super::features::compare::one_beside;
use super::story::{Prepared, Story};
use crate::model::{Kind, Relation, Standing, Value};

/// The least probability of such a pair.
pub(super) const SCORE: f64 = 0.4;

/// Are they tolls of one incident by what else their articles say?
pub(super) fn of_one_incident(story: &Story<'_>, a: u32, b: u32) -> bool {
    let (Some(a), Some(b)) = (story.claim(a), story.claim(b)) else { return false };
    let exclude = || a.traits.value.relation(Kind::Count, &b.traits.value) == Relation::Exclude;
    if a.claim.kind != Kind::Count || b.claim.kind != Kind::Count || !exclude() {
        return false;
    }
    match (none(a), none(b)) {
        (false, false) => one_toll(a, b) && a.several == b.several && one_beside(a, b),
        (true, false) => denies(story, a, b),
        (false, true) => denies(story, b, a),
        (true, true) => false,
    }
}

/// Both the chief answer of its article to the question how many were killed, hurt or struck.
fn one_toll(a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    let tolls = [Standing::Killed, Standing::Hurt, Standing::Struck];
    a.principal
        && b.principal
        && a.claim.standing == b.claim.standing
        && a.claim.standing.is_some_and(|s| tolls.contains(&s))
}

/// Does one article know of nobody, of those whom the other counts? "No one inside was hurt" of an article with six
/// wounded is no toll.
fn denies(story: &Story<'_>, none: &Prepared<'_>, some: &Prepared<'_>) -> bool {
    let counted = some.claim.standing.is_some_and(|s| told_of(none).contains(&s));
    some.principal && counted && !story.has_toll(none.claim.article)
}

/// Whose toll a claim of nobody is.
fn told_of(none: &Prepared<'_>) -> Vec<Standing> {
    match none.claim.subject.head.as_str() {
        "casualty" | "victim" => vec![Standing::Killed, Standing::Hurt],
        "death" | "fatality" => vec![Standing::Killed],
        "injury" => vec![Standing::Hurt],
        _ => none.claim.standing.into_iter().collect(),
    }
}

fn none(p: &Prepared<'_>) -> bool {
    matches!(&p.claim.value, Value::Quantity(q) if q.nominal == Some(Decimal::ZERO))
}
