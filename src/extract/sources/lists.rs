//! Words that introduce a speaker, and words that show what a capital stands for.

use crate::english::{self, List};

fn has(list: &List, word: &str) -> bool {
    list.contains(word.to_lowercase().trim_end_matches('.'))
}

/// Returns whether the word is a finite verb of saying.
pub(super) fn says(word: &str) -> bool {
    has(&english::words().says, word)
}

/// Returns whether the word is a participle of saying.
pub(super) fn saying(word: &str) -> bool {
    has(&english::words().saying, word)
}

/// Returns whether the word is never part of a name.
pub(super) fn starter(word: &str) -> bool {
    has(&english::words().starters, word)
}

/// Returns whether the word is a title before a name.
pub(super) fn title(word: &str) -> bool {
    has(&english::names().speaker_titles, word)
}

/// Returns whether the word is a preposition that hangs a name on a noun.
pub(super) fn link(word: &str) -> bool {
    has(&english::words().name_links, word)
}

/// Returns whether the word is part of the name of somebody who publishes.
pub(super) fn press(word: &str) -> bool {
    has(&english::names().press, word)
}

/// Returns whether the word is an adverb or auxiliary between a subject and its verb.
pub(super) fn between(word: &str) -> bool {
    has(&english::words().between, word) || (word.ends_with("ly") && word.starts_with(char::is_lowercase))
}

/// Returns whether the word is a day of the week, as in "Ruiz on Monday said".
pub(super) fn day(word: &str) -> bool {
    word.ends_with("day") && word.starts_with(char::is_uppercase) && starter(word)
}

/// Returns whether the word is a pronoun that may stand for a speaker.
pub(super) fn pronoun(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "he" | "she" | "they" | "it")
}
