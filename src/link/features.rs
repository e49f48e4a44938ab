//! Two claims → named numbers that say how much they look like answers to one question.

use std::sync::LazyLock;

use rust_decimal::prelude::ToPrimitive;

use super::story::{Prepared, Story, cosine};
use crate::lex;
use crate::model::{Claim, Field, Kind, NameRelation, Relation, Role, Unit, Value, name_relation, relation};

/// Features of the pair itself, in order.
const PLAIN: [&str; 56] = [
    "same words in the sentences",
    "same words near the values",
    "same head counted",
    "different heads counted",
    "head missing",
    "head of one near the other",
    "same modifiers",
    "different modifiers",
    "same predicate",
    "different predicates",
    "predicate missing",
    "predicate of one near the other",
    "same side of the predicate",
    "same names",
    "different names",
    "same participants",
    "same place",
    "same unit",
    "equal values",
    "values meet",
    "values exclude each other",
    "equal and rare values",
    "distance of the values",
    "both in a headline",
    "distance in the article",
    "same modality",
    "related heads",
    "heads alike",
    "both count people",
    "sentences alike",
    "words near the values alike",
    "same events near",
    "different events near",
    "predicates of one event",
    "predicates of different events",
    "predicates alike",
    "one bearer",
    "two bearers",
    "age of one bearer",
    "named beside unnamed",
    "sexes differ",
    "first of their kind",
    "ranks apart",
    "both near the top",
    "nearest event the same",
    "nearest event another",
    "one merely said",
    "rare head counted by both",
    "only ones of their matter",
    "only ones, same head",
    "only ones, same event",
    "values near each other",
    "same standing question",
    "different standing questions",
    "principal answers to one standing question",
    "one of a standing question, one of none",
];

/// Which kind of value it is.
const KINDS: [&str; 10] = [
    "is a count",
    "is a date",
    "is a time of day",
    "is an age",
    "is a duration",
    "is money",
    "is a share",
    "is a measure",
    "is an ordinal",
    "is a tally",
];

/// Places in [`PLAIN`] of the features that count anew when the values differ: with equal values little else is needed,
/// with different ones everything is.
const DIFFERING: [usize; 26] =
    [0, 1, 2, 3, 33, 34, 31, 13, 29, 30, 22, 8, 36, 38, 41, 43, 44, 45, 47, 49, 50, 51, 52, 53, 54, 55];

/// Places in [`PLAIN`] of the features that count anew for each of [`GROUPS`]: a date hangs on its verb, an age on its
/// bearer, a count on its noun.
const CROSSED: [usize; 18] = [0, 1, 2, 8, 13, 18, 20, 30, 31, 33, 34, 41, 44, 48, 51, 52, 53, 54];

/// The kinds of which there are enough to weigh features for each.
const GROUPS: [(Kind, &str); 4] =
    [(Kind::Count, "count"), (Kind::Date, "date"), (Kind::Time, "time of day"), (Kind::Age, "age")];

const LENGTH: usize = PLAIN.len() + KINDS.len() + DIFFERING.len() + GROUPS.len() * CROSSED.len();

/// Names of the features, in the order of a [`Vector`].
pub static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let name = |i: &usize| PLAIN.get(*i).copied().unwrap_or_default();
    let mut names: Vec<String> = PLAIN.iter().chain(&KINDS).map(|n| (*n).to_owned()).collect();
    names.extend(DIFFERING.iter().map(|i| format!("{}, values differing", name(i))));
    for (_, group) in GROUPS {
        names.extend(CROSSED.iter().map(|i| format!("{}, {group}", name(i))));
    }
    names
});

/// One number per feature.
pub type Vector = [f64; LENGTH];

/// Place of "equal values" in a [`Vector`].
const EQUAL: usize = 18;

/// Do the values of a pair with these features say the same?
#[must_use]
pub fn equal(vector: &Vector) -> bool {
    vector.get(EQUAL).is_some_and(|v| *v > 0.0)
}

/// Place of "values exclude each other" in a [`Vector`].
const EXCLUDE: usize = 20;

/// Can the values of a pair with these features not both be true of one thing?
#[must_use]
pub fn excludes(vector: &Vector) -> bool {
    vector.get(EXCLUDE).is_some_and(|v| *v > 0.0)
}

/// The features of a pair of claims of one story.
pub(crate) fn between(story: &Story<'_>, a: u32, b: u32) -> Vector {
    match (story.claims.get(a as usize), story.claims.get(b as usize)) {
        (Some(a), Some(b)) => compare(story, a, b),
        _ => [0.0; LENGTH],
    }
}

#[allow(clippy::too_many_lines, reason = "a line for each feature, in the order of their names")]
fn compare(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> Vector {
    let (x, y) = (a.claim, b.claim);
    let heads = both(a.head, b.head);
    let predicates = both(a.predicate, b.predicate);
    let near = |word: Option<u32>, other: &Prepared<'_>| word.map_or(0.0, |w| weight_in(&other.near, w));
    let modifiers = share(&x.subject.modifiers, &y.subject.modifiers);
    let names = weighted_share(story, &a.names, &b.names);
    let bearer = one_bearer(x, y);
    let events = events_in_common(a, b);
    let one_event = one_event(predicate(x), predicate(y));
    let how = relation(x.kind, &x.value, &y.value);
    let only = 1.0 / (f64::from(a.alike) * f64::from(b.alike));
    let plain = [
        cosine(&a.sentence, &b.sentence),
        cosine(&a.near, &b.near),
        flag(heads == Some(true)),
        flag(heads == Some(false)),
        flag(heads.is_none()),
        near(a.head, b) + near(b.head, a),
        modifiers.unwrap_or_default(),
        flag(modifiers == Some(0.0)),
        flag(predicates == Some(true)),
        flag(predicates == Some(false)),
        flag(predicates.is_none()),
        near(a.predicate, b) + near(b.predicate, a),
        flag(side(x).is_some() && side(x) == side(y)),
        names.unwrap_or_default(),
        flag(names == Some(0.0)),
        arguments(x, y, Role::Who),
        arguments(x, y, Role::Where),
        flag(unit(x) == unit(y)),
        flag(how == Relation::Equal),
        flag(how == Relation::Meet),
        flag(how == Relation::Exclude),
        flag(how == Relation::Equal && rare(&x.value)),
        distance(&x.value, &y.value),
        flag(x.span.field == Field::Title && y.span.field == Field::Title),
        (a.place - b.place).abs(),
        flag(x.modality == y.modality && x.negated == y.negated),
        related(a, b),
        alike(&x.subject.head, &y.subject.head),
        flag(is_person(a) && is_person(b)),
        meaning(a.meaning.as_ref(), b.meaning.as_ref()),
        meaning(a.near_meaning.as_ref(), b.near_meaning.as_ref()),
        events.unwrap_or_default(),
        flag(events == Some(0.0)),
        flag(one_event == Some(true)),
        flag(one_event == Some(false)),
        alike(predicate(x), predicate(y)),
        flag(bearer == Some(true)),
        flag(bearer == Some(false)),
        flag(bearer == Some(true) && x.kind == Kind::Age),
        flag(x.kind == Kind::Age && is_named(x) != is_named(y)),
        flag(matches!((sex(x), sex(y)), (Some(a), Some(b)) if a != b)),
        1.0 / f64::from((1 + a.rank) * (1 + b.rank)),
        f64::from(a.rank.abs_diff(b.rank).min(5)) / 5.0,
        flag(x.sentence_index <= TOP && y.sentence_index <= TOP),
        flag(a.event.is_some() && a.event == b.event),
        flag(matches!((a.event, b.event), (Some(a), Some(b)) if a != b)),
        flag(is_saying(x) != is_saying(y)),
        if heads == Some(true) { weight(story, a.head) } else { 0.0 },
        only,
        if heads == Some(true) { only } else { 0.0 },
        if a.event.is_some() && a.event == b.event { only } else { 0.0 },
        nearness(x, y),
        flag(x.standing.is_some() && x.standing == y.standing),
        flag(matches!((x.standing, y.standing), (Some(a), Some(b)) if a != b)),
        flag(x.standing.is_some() && x.standing == y.standing && a.principal && b.principal),
        flag(x.standing.is_some() != y.standing.is_some()),
    ];
    let value = |i: &usize| plain.get(*i).copied().unwrap_or_default();
    let differing = flag(how != Relation::Equal);
    let again = DIFFERING.iter().map(|i| differing * value(i));
    let crossed = GROUPS
        .iter()
        .flat_map(|(kind, _)| CROSSED.iter().map(move |i| (*kind == x.kind, i)))
        .map(|(own, i)| if own { value(i) } else { 0.0 });
    let mut vector = [0.0; LENGTH];
    let all = plain.iter().copied().chain(kinds(x.kind)).chain(again).chain(crossed);
    for (to, from) in vector.iter_mut().zip(all) {
        *to = from;
    }
    vector
}

fn kinds(kind: Kind) -> [f64; 10] {
    [
        flag(kind == Kind::Count),
        flag(kind == Kind::Date),
        flag(kind == Kind::Time),
        flag(kind == Kind::Age),
        flag(kind == Kind::Duration),
        flag(kind == Kind::Money),
        flag(matches!(kind, Kind::Percent | Kind::Ratio)),
        flag(kind == Kind::Measure),
        flag(kind == Kind::Ordinal),
        flag(matches!(kind, Kind::Score | Kind::Vote)),
    ]
}

fn flag(on: bool) -> f64 {
    if on { 1.0 } else { 0.0 }
}

/// Are two known words the same? `None` when one is missing.
fn both(a: Option<u32>, b: Option<u32>) -> Option<bool> {
    Some(a? == b?)
}

fn weight_in(bag: &[(u32, f64)], word: u32) -> f64 {
    bag.binary_search_by_key(&word, |w| w.0).ok().and_then(|i| bag.get(i)).map_or(0.0, |w| w.1)
}

/// Share of words in common; `None` when one side has none.
fn share<T: PartialEq>(a: &[T], b: &[T]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let common = a.iter().filter(|w| b.contains(w)).count();
    let all = a.len() + b.len() - common;
    Some(common as f64 / all as f64)
}

fn weighted_share(story: &Story<'_>, a: &[u32], b: &[u32]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let weight = |n: &u32| story.weights.get(*n as usize).copied().unwrap_or_default();
    let common: f64 = a.iter().filter(|n| b.contains(n)).map(weight).sum();
    let all = a.iter().map(weight).sum::<f64>() + b.iter().map(weight).sum::<f64>() - common;
    Some(if all > 0.0 { common / all } else { 0.0 })
}

/// Head nouns: how nearly the lexicon makes them one.
fn related(a: &Prepared<'_>, b: &Prepared<'_>) -> f64 {
    let (Some(x), Some(y)) = (a.head_word, b.head_word) else { return 0.0 };
    match x.relation(y) {
        Some(lex::Relation::Same) => 1.0,
        Some(lex::Relation::Synonym) => 0.8,
        Some(lex::Relation::Derived | lex::Relation::Hypernym) => 0.6,
        Some(lex::Relation::Sibling) => 0.3,
        Some(lex::Relation::Antonym) => -0.5,
        None => 0.0,
    }
}

fn is_person(claim: &Prepared<'_>) -> bool {
    claim.head_word.is_some_and(lex::Word::is_person)
}

/// Sentences that an article opens with, the headline among them, less one.
const TOP: u32 = 2;

fn is_named(claim: &Claim) -> bool {
    claim.subject.words.split(' ').next_back().is_some_and(|w| w.starts_with(char::is_uppercase))
}

/// Are the subjects one person or thing with a name? `None` where one is not named.
fn one_bearer(a: &Claim, b: &Claim) -> Option<bool> {
    if !is_named(a) || !is_named(b) {
        return None;
    }
    let similar =
        |x: &str, y: &str| x == y || x.len() > 4 && y.len() > 4 && strsim::jaro_winkler(x, y) > 0.92;
    let last = similar(&a.subject.head, &b.subject.head);
    if a.kind != Kind::Age {
        return Some(last);
    }
    // One family has several ages; where both first names are given they must be one.
    let (x, y) = (words_of_name(a), words_of_name(b));
    Some(match (x.as_slice(), y.as_slice()) {
        ([only], many) | (many, [only]) => many.iter().any(|w| similar(w, only)),
        _ => name_relation(&x, &y) != NameRelation::Different,
    })
}

fn words_of_name(claim: &Claim) -> Vec<&str> {
    claim.subject.modifiers.iter().chain([&claim.subject.head]).map(|w| w.as_str()).collect()
}

/// The sex that a noun for a person tells.
fn sex(claim: &Claim) -> Option<bool> {
    const FEMALE: &[&str] = &[
        "woman",
        "girl",
        "mother",
        "daughter",
        "wife",
        "sister",
        "aunt",
        "grandmother",
        "girlfriend",
        "niece",
    ];
    const MALE: &[&str] =
        &["man", "boy", "father", "son", "husband", "brother", "uncle", "grandfather", "boyfriend", "nephew"];
    let head = claim.subject.head.as_str();
    if FEMALE.contains(&head) { Some(true) } else { MALE.contains(&head).then_some(false) }
}

/// Does the value belong to the saying rather than to what is said?
fn is_saying(claim: &Claim) -> bool {
    matches!(predicate(claim), "say" | "tell" | "announce" | "report" | "write" | "add" | "release")
}

/// Cosine of two words' vectors; 0 where one has none.
fn alike(a: &str, b: &str) -> f64 {
    lex::similarity(a, b).map_or(0.0, f64::from)
}

fn meaning(a: Option<&lex::Phrase>, b: Option<&lex::Phrase>) -> f64 {
    match (a, b) {
        (Some(a), Some(b)) => f64::from(a.similarity(b)),
        _ => 0.0,
    }
}

fn predicate(claim: &Claim) -> &str {
    claim.predicate.as_ref().map_or("", |p| p.lemma.as_str())
}

/// Do two predicates report one event? `None` when a class is unknown.
fn one_event(a: &str, b: &str) -> Option<bool> {
    lex::predicate_class(a)?;
    lex::predicate_class(b)?;
    Some(lex::same_event(a, b))
}

/// Weighted share of the event classes near both values; `None` where one side names no event.
fn events_in_common(a: &Prepared<'_>, b: &Prepared<'_>) -> Option<f64> {
    if a.events.is_empty() || b.events.is_empty() {
        return None;
    }
    let weight = |events: &[(lex::Class, f64)], class: lex::Class| {
        events.binary_search_by_key(&class, |e| e.0).ok().and_then(|i| events.get(i)).map_or(0.0, |e| e.1)
    };
    let common: f64 = a.events.iter().map(|&(class, w)| w.min(weight(&b.events, class))).sum();
    let all: f64 = a.events.iter().chain(&b.events).map(|e| e.1).sum::<f64>() - common;
    Some(if all > 0.0 { common / all } else { 0.0 })
}

fn side(claim: &Claim) -> Option<bool> {
    claim.predicate.as_ref().map(|p| p.undergoes)
}

fn arguments(a: &Claim, b: &Claim, role: Role) -> f64 {
    let of = |c: &'_ Claim| -> Vec<_> {
        c.arguments.iter().filter(|x| x.role == role).map(|x| x.words.clone()).collect()
    };
    share(&of(a), &of(b)).unwrap_or_default()
}

/// The unit's name, for kinds that have one.
fn unit(claim: &Claim) -> Option<&str> {
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
fn rare(value: &Value) -> bool {
    match value {
        Value::Quantity(q) => {
            q.against.is_some() || q.nominal.is_some_and(|n| n.normalize().mantissa().unsigned_abs() >= 100)
        }
        _ => false,
    }
}

/// How near two values of one kind are, 1 for the same: outlets that differ on one thing seldom differ widely.
fn nearness(a: &Claim, b: &Claim) -> f64 {
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

fn weight(story: &Story<'_>, word: Option<u32>) -> f64 {
    word.and_then(|w| story.weights.get(w as usize)).copied().unwrap_or_default()
}

/// How many times one value is the other, on a log scale, up to 3; days apart for times.
fn distance(a: &Value, b: &Value) -> f64 {
    let number = |v: &Value| match v {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()).and_then(|n| n.abs().to_f64()),
        _ => None,
    };
    match (number(a), number(b)) {
        (Some(x), Some(y)) => ((x + 1.0) / (y + 1.0)).log2().abs().min(3.0),
        _ => 0.0,
    }
}
