//! A text → what its outlet says in it that an earlier version had wrong.

use crate::model::Correction;

/// How a note of correction begins.
const OPENINGS: [&str; 9] = [
    "correction:",
    "correction -",
    "correction –",
    "correction —",
    "corrections:",
    "corrected:",
    "clarification:",
    "this article was corrected",
    "this story was corrected",
];

/// What stands in one, wherever it is.
const PHRASES: [&str; 14] = [
    "an earlier version of this",
    "a previous version of this",
    "earlier versions of this",
    "previous versions of this",
    "an earlier version misstated",
    "an earlier version incorrectly",
    "has been corrected to",
    "was corrected to",
    "has been amended to",
    "was amended on",
    "has been updated to correct",
    "was updated to correct",
    "this article has been corrected",
    "this story has been corrected",
];

/// Longest note; a longer paragraph is a story about a correction.
const LONGEST: usize = 1_200;

/// The notes of correction in a text, paragraph by paragraph.
pub(super) fn in_text(text: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let at = start;
        start += paragraph.len() + 1;
        let note = paragraph.trim();
        if note.len() > LONGEST || !is_note(note) {
            continue;
        }
        let from = at + paragraph.len() - paragraph.trim_start().len();
        if let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(from + note.len())) {
            found.push(Correction { at: Some(from..to), ..of_note(note) });
        }
    }
    found
}

/// A note that stands in the metadata.
pub(super) fn of_note(note: &str) -> Correction {
    let (was, now) = contrast(note).unzip();
    Correction { note: note.trim().to_owned(), at: None, was, now }
}

fn is_note(note: &str) -> bool {
    let lower = note.trim_start_matches(['(', '[', '*', '_']).to_ascii_lowercase();
    OPENINGS.iter().any(|o| lower.starts_with(o)) || PHRASES.iter().any(|p| lower.contains(p))
}

/// What was wrong and what is right: "It was 14, not 41"; "misstated the toll as 41. It was 14".
fn contrast(note: &str) -> Option<(String, String)> {
    if let Some((before, after)) = note.split_once(", not ") {
        return Some((first_words(after)?, last_words(before)?));
    }
    let (before, after) = note.split_once(", rather than ").or_else(|| note.split_once(" instead of "))?;
    Some((first_words(after)?, last_words(before)?))
}

/// The words up to the end of the clause.
fn first_words(words: &str) -> Option<String> {
    let end = words.find([';', ')', ']', '\n']).unwrap_or(words.len());
    let clause = words.get(..end)?;
    // A full stop inside a number is none.
    let stop = clause
        .match_indices(['.', ','])
        .find(|(at, _)| !clause.get(at + 1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())));
    let clause = stop.map_or(clause, |(at, _)| clause.get(..at).unwrap_or_default());
    let clause = clause.trim().trim_end_matches(", as").trim();
    (!clause.is_empty() && clause.len() <= 80).then(|| clause.to_owned())
}

/// The words after the clause's last verb or preposition.
fn last_words(words: &str) -> Option<String> {
    const JOINTS: [&str; 16] = [
        "was", "were", "is", "are", "be", "been", "at", "to", "of", "in", "on", "by", "as", "for", "from",
        "killed",
    ];
    let from =
        [". ", "; ", ": ", "\n"].iter().filter_map(|end| words.rfind(end).map(|at| at + end.len())).max();
    let clause = words.get(from.unwrap_or(0)..);
    let tokens: Vec<&str> = clause?.split_whitespace().collect();
    let joint = tokens.iter().rposition(|t| JOINTS.contains(&t.to_ascii_lowercase().as_str()));
    let tail = tokens.get(joint.map_or(0, |j| j + 1)..)?.join(" ");
    (!tail.is_empty() && tail.len() <= 80).then_some(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(note: &str, was: &str, now: &str) {
        let text = format!("Two people died.\n\n{note}\n\nMore.");
        let found = in_text(&text);
        assert_eq!(found.len(), 1, "in {note:?}");
        let at = found[0].at.clone().unwrap();
        assert_eq!(text.get(at.start as usize..at.end as usize), Some(note));
        let told = (found[0].was.as_deref().unwrap_or_default(), found[0].now.as_deref().unwrap_or_default());
        assert_eq!(told, (was, now), "in {note:?}");
    }

    #[test]
    fn notes() {
        check("Correction: An earlier version misstated the number of dead. It was 14, not 41.", "41", "14");
        check(
            "(This story has been corrected to show that the fine was $3.5 million, not $5.3 million.)",
            "$5.3 million",
            "$3.5 million",
        );
        check("An earlier version of this article incorrectly said the ferry left on Monday.", "", "");
        check(
            "Clarification: the vote was on Tuesday, rather than Wednesday, as first reported.",
            "Wednesday",
            "Tuesday",
        );
        check("CORRECTION: The mayor is Ann Bo, not Anne Beau.", "Anne Beau", "Ann Bo");
    }

    #[test]
    fn what_is_no_note() {
        for text in [
            "The correction of the course came too late.",
            "It was 14, not 41, the police said.",
            "A department of corrections: it runs prisons.",
            "",
        ] {
            assert_eq!(in_text(text), [], "{text:?}");
        }
    }
}
