//! Words that introduce a speaker, and words that show what a capital stands for.

use crate::english::{self, List};

fn has(list: &List, word: &str) -> bool {
    list.contains(word.to_lowercase().trim_end_matches('.'))
}

/// A finite verb of saying?
pub(super) fn says(word: &str) -> bool {
    has(&english::words().says, word)
}

/// Its participle?
pub(super) fn saying(word: &str) -> bool {
    has(&english::words().saying, word)
}

/// A word that is never part of a name?
pub(super) fn starter(word: &str) -> bool {
    has(&english::words().starters, word)
}

/// A title before a name?
pub(super) fn title(word: &str) -> bool {
    has(&english::names().speaker_titles, word)
}

/// A preposition that hangs a name on a noun?
pub(super) fn link(word: &str) -> bool {
    has(&english::words().name_links, word)
}

/// Part of the name of somebody who publishes?
pub(super) fn press(word: &str) -> bool {
    has(&english::names().press, word)
}

/// An adverb or auxiliary between a subject and its verb?
pub(super) fn between(word: &str) -> bool {
    has(&english::words().between, word) || (word.ends_with("ly") && word.starts_with(char::is_lowercase))
}

/// A day of the week, as in "Ruiz on Monday said"?
pub(super) fn day(word: &str) -> bool {
    word.ends_with("day") && word.starts_with(char::is_uppercase) && starter(word)
}

/// A pronoun that may stand for a speaker?
pub(super) fn pronoun(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "he" | "she" | "they" | "it")
}
