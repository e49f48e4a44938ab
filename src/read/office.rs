//! Paragraphs of a word processor's document → article: a heading, a line of credit, the text.

use super::draft::Draft;
use super::text;

/// What a document's reader found.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Paragraphs, each in one line or more.
    pub(super) paragraphs: Vec<String>,
    /// Is the first paragraph a heading by its style?
    pub(super) is_headed: bool,
    pub(super) title: String,
    pub(super) author: String,
}

/// Longest first paragraph that can be a heading without being marked as one.
const LONGEST: usize = 160;

impl Pages {
    /// The article: as in a text file, the first line is the title and the second perhaps outlet and date.
    pub(super) fn draft(self) -> Draft {
        let first = self.paragraphs.first().map(String::as_str).unwrap_or_default();
        let looks_like_title =
            first.len() <= LONGEST && !first.ends_with(['.', '!', ':', '”', '"']) && !first.contains('\n');
        let has_title = self.is_headed || looks_like_title;
        let joined = self.paragraphs.join("\n\n");
        let mut draft = if has_title && self.paragraphs.len() > 1 {
            text::parse(&joined)
        } else {
            Draft { title: self.title, text: joined, ..Draft::default() }
        };
        // Its lines are none that anybody sees.
        draft.dated_in = None;
        if draft.byline.is_empty() {
            draft.byline = self.author;
        }
        draft
    }
}
