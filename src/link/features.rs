//! Two claims → named numbers that say how much they look like answers to one question.
//!
//! Here stand the names, and which features count anew for a kind or where the values differ; `compare` works them out.

pub(crate) mod compare;
mod values;

use std::sync::LazyLock;

pub(crate) use values::rare;

use super::story::{Prepared, Story};
use crate::model::Kind;

/// Features of the pair itself, in order.
const PLAIN: [&str; 58] = [
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
    "one value a slip of the other",
    "one answer to another standing question",
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
    match (story.claim(a), story.claim(b)) {
        (Some(a), Some(b)) => vector(story, a, b),
        _ => [0.0; LENGTH],
    }
}

/// A pair's own features, those of its kind, and both again where they count anew.
fn vector(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> Vector {
    let plain = compare::plain(story, a, b);
    let kind = a.claim.kind;
    let value = |i: &usize| plain.get(*i).copied().unwrap_or_default();
    let differing = 1.0 - value(&EQUAL);
    let again = DIFFERING.iter().map(|i| differing * value(i));
    let crossed = GROUPS
        .iter()
        .flat_map(|(group, _)| CROSSED.iter().map(move |i| (*group == kind, i)))
        .map(|(own, i)| if own { value(i) } else { 0.0 });
    let mut vector = [0.0; LENGTH];
    let all = plain.iter().copied().chain(kinds(kind)).chain(again).chain(crossed);
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
