//! A quantity or time where it stands in a text, before anything is known of what it counts.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::value::Value;

/// What sort of value a mention holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum MentionKind {
    Number,
    Money,
    Percent,
    Ratio,
    Measure,
    Duration,
    Age,
    Ordinal,
    Score,
    Vote,
    /// A calendar time; its form stands in the value.
    Time,
}

/// Direction of change that the wording gives a value ("rose 3 %").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trend {
    /// rose, up, gained
    Up,
    /// fell, down, lost
    Down,
}

/// What a mention is about, as far as its sentence tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The noun phrase that a bare number counts: lemmas in lower case ("first-team player").
    pub counted: Option<String>,
    /// What the number says something about, in the text's words; parts divided by commas.
    pub concept: Option<String>,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Tokens it covers, comparator and unit included, as indices into the tokens that were given.
    pub tokens: Range<u32>,
    /// First byte in the field.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What sort of value.
    pub kind: MentionKind,
    /// The value itself: a quantity or a time.
    pub value: Value,
    /// "rose", "fell by".
    pub trend: Option<Trend>,
}
