//! Where words stand: a byte range in one field of one article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The part of an article that a span points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The headline.
    Title,
    /// The body.
    Text,
}

/// UTF-8 byte offsets `start..end` into a field as it was read, always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Index of the article in the story.
    pub article: u32,
    /// Title or text.
    pub field: Field,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Returns whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(&self, other: &Span) -> bool {
        self.article == other.article
            && self.field == other.field
            && self.start < other.end
            && other.start < self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Returns whether the span covers nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}
