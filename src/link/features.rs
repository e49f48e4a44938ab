//! Two claims → named numbers that say how much they look like answers to one question.
//!
//! Here stand the names; `compare` works the features out.

pub(crate) mod compare;
mod values;

pub(crate) use values::rare;

use super::story::Story;
use crate::model::Kind;

/// Names of the features, in the order of a [`Vector`].
pub const NAMES: [&str; 68] = [
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

/// One number per feature.
pub type Vector = [f64; NAMES.len()];

/// Place of "equal values" in a [`Vector`].
const EQUAL: usize = 18;

/// Do the values of a pair with these features say the same?
#[must_use]
pub fn equal(vector: &Vector) -> bool {
    vector[EQUAL] > 0.0
}

/// Place of "values exclude each other" in a [`Vector`].
const EXCLUDE: usize = 20;

/// Can the values of a pair with these features not both be true of one thing?
#[must_use]
pub fn excludes(vector: &Vector) -> bool {
    vector[EXCLUDE] > 0.0
}

/// The features of a pair of claims of one story.
pub(crate) fn between(story: &Story<'_>, a: u32, b: u32) -> Vector {
    let mut vector = [0.0; NAMES.len()];
    let (Some(a), Some(b)) = (story.claim(a), story.claim(b)) else { return vector };
    let all = compare::plain(story, a, b).into_iter().chain(kinds(a.claim.kind));
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
