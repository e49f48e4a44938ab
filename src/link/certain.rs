//! Two claims whose values exclude each other → do they surely answer one question, whatever the scorer makes of them?
//!
//! "One killed and 13 injured" and "killed one woman and injured 11 others" tell of one incident: they agree on one toll
//! and differ in the other. So do "at least 12 people were killed" and an article all of which knows of "no casualties".
//! And a person by a full name has one age. A story has so few such pairs that a scorer that learns from all pairs, nearly
//! all of two questions, gives them no weight of their own.

use rust_decimal::Decimal;

use super::features::compare::{one_bearer, one_beside};
use super::story::{Prepared, Story};
use super::told::TOLLS;
use crate::compare::Relation;
use crate::model::{Kind, Standing, Value};

/// The least probability of two tolls of one incident.
const ONE_INCIDENT: f64 = 0.4;
/// Of two ages of one person.
const ONE_PERSON: f64 = 0.6;

/// Of two dates of one beginning.
const ONE_BEGINNING: f64 = 0.4;

/// The least probability of a pair, by what is certain of it.
pub(super) fn least(story: &Story<'_>, a: u32, b: u32) -> Option<f64> {
    let (a, b) = (story.claim(a)?, story.claim(b)?);
    let kind = a.claim.kind;
    if kind != b.claim.kind || a.traits.value.relation(kind, &b.traits.value) != Relation::Exclude {
        return None;
    }
    match kind {
        Kind::Count => of_one_incident(story, a, b).then_some(ONE_INCIDENT),
        Kind::Age => (one_person(story, a, b) || odd_ones(story, a, b)).then_some(ONE_PERSON),
        Kind::Date => one_beginning(a, b).then_some(ONE_BEGINNING),
        _ => None,
    }
}

/// Do both tell when one thing began ("began modeling in 1950", "started modeling in the 1940s"), and know of no second?
fn one_beginning(a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    let begins = |p: &Prepared<'_>| p.traits.classes.iter().any(|c| c.name() == "begin");
    let head = a.claim.subject.head.as_str();
    let who = |p: &Prepared<'_>| -> Vec<String> {
        p.traits.who.iter().filter(|w| **w != head).map(ToString::to_string).collect()
    };
    let (x, y) = (who(a), who(b));
    let others = !x.is_empty() && !y.is_empty() && !x.iter().any(|w| y.contains(w));
    let alone = a.alike == 1 && b.alike == 1;
    a.head.is_some() && a.head == b.head && begins(a) && begins(b) && alone && !others
}

/// Are they ages of one person by full names? Not where one article knows both numbers: one of them is another's then.
fn one_person(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    let full = |p: &Prepared<'_>| !p.claim.subject.modifiers.is_empty();
    let knows = |p: &Prepared<'_>, of: &Prepared<'_>| story.told.has_age(p.claim.article, &of.claim.value);
    full(a) && full(b) && one_bearer(a, b) == Some(true) && !knows(a, b) && !knows(b, a)
}

/// Do both sentences give several ages, all the same but these ("61 and 48", "68 and 48")? Others by name do not count.
fn odd_ones(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    let of = |own: &Prepared<'_>, other: &Prepared<'_>| -> Vec<&Value> {
        let ages = story
            .told
            .ages_beside(&story.claims, own)
            .filter(|p| one_bearer(p, other) != Some(false) || p.id == own.id);
        ages.map(|p| &p.claim.value).collect()
    };
    let (mut x, mut y) = (of(a, b), of(b, a));
    let all = x.len();
    x.retain(|v| y.iter().position(|w| w == v).map(|i| y.swap_remove(i)).is_none());
    x.len() < all && x == [&a.claim.value] && y == [&b.claim.value]
}

/// Are they tolls of one incident by what else their articles say?
fn of_one_incident(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    match (none(a), none(b)) {
        (false, false) => one_toll(a, b) && a.several == b.several && one_beside(a, b),
        (true, false) => denies(story, a, b),
        (false, true) => denies(story, b, a),
        (true, true) => false,
    }
}

/// Both the chief answer of its article to the question how many were killed, hurt or struck.
fn one_toll(a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    a.principal
        && b.principal
        && a.claim.standing == b.claim.standing
        && a.claim.standing.is_some_and(|s| TOLLS.contains(&s))
}

/// Does one article know of nobody, of those whom the other counts? "No one inside was hurt" of an article with six
/// wounded is no toll.
fn denies(story: &Story<'_>, none: &Prepared<'_>, some: &Prepared<'_>) -> bool {
    let counted = some.claim.standing.is_some_and(|s| told_of(none).contains(&s));
    some.principal && counted && !story.told.has_toll(none.claim.article)
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
