//! An article as it was read: its words untouched, its metadata as far as the file gave it.

use std::ops::Range;
use std::path::PathBuf;

use jiff::civil::DateTime;

use super::span::{Field, Span};

/// A point in time from an article's metadata, to the day or to the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local civil time where the metadata gave it; midnight when only a day is known.
    pub at: DateTime,
    /// Whether a time of day was given.
    pub has_time: bool,
    /// Minutes east of UTC, where the metadata said so.
    pub offset: Option<i16>,
    /// The metadata's own words.
    pub words: String,
}

/// What an outlet says it got wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The outlet's words.
    pub note: String,
    /// Where they stand in the text, in bytes; `None` when only the metadata has them.
    pub at: Option<Range<u32>>,
    /// What had been said ("41"), where the note tells.
    pub was: Option<String>,
    /// What is right ("14"), where the note tells.
    pub now: Option<String>,
}

/// One article of a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Unique in the story: the file's `id` field, else the file's stem.
    pub id: String,
    /// Who published it; empty when unknown.
    pub outlet: String,
    /// Headline; empty when there is none.
    pub title: String,
    /// First publication.
    pub published: Option<Stamp>,
    /// Last change.
    pub updated: Option<Stamp>,
    /// Address it was fetched from.
    pub url: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Agency whose copy it carries ("AP", "Reuters").
    pub agency: Option<String>,
    /// BCP 47 language tag.
    pub language: Option<String>,
    /// What the outlet has corrected.
    pub corrections: Vec<Correction>,
    /// Body text, paragraphs divided by blank lines.
    pub text: String,
    /// File it was read from.
    pub path: Option<PathBuf>,
}

impl Article {
    /// The words of one field.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Text => &self.text,
        }
    }

    /// The words a span covers; empty when the span is not of this text.
    #[must_use]
    pub fn quote(&self, span: &Span) -> &str {
        self.field(span.field).get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The outlet, or the id where no outlet is known.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.outlet.is_empty() { &self.id } else { &self.outlet }
    }
}
