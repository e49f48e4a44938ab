//! Word → may a quantity or a time begin here? One look for each token; most are dismissed by it.

use std::sync::LazyLock;

use super::table::Table;
use super::{numbers, times};

/// What a word can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opens {
    /// A quantity.
    pub(crate) number: bool,
    /// A calendar time.
    pub(crate) time: bool,
}

static WORDS: LazyLock<Table<Opens>> = LazyLock::new(|| {
    let words = numbers::openers();
    let numbers = words.iter().map(|w| (w.as_str(), Opens { number: true, time: false }));
    let times = times::openers().map(|w| (w, Opens { number: false, time: true }));
    Table::new(numbers.chain(times), |a, b| Opens { number: a.number || b.number, time: a.time || b.time })
});

/// What this word can open. Anything that begins with a digit may be either; a sign or symbol may open a number.
pub(crate) fn opens(word: &str) -> Opens {
    match word.as_bytes().first() {
        Some(b'0'..=b'9') => Opens { number: true, time: true },
        Some(b'a'..=b'z' | b'A'..=b'Z') => match WORDS.get(word) {
            Some(opens) => opens,
            // "PS8.1bn", "US$5", "FY2019", "c.1990"
            None => {
                let mixed = word.len() < 24 && word.bytes().any(|b| b.is_ascii_digit() || b == b'$');
                Opens { number: mixed, time: mixed }
            }
        },
        Some(b',' | b';' | b':' | b')' | b']' | b'"' | b'!' | b'?') | None => Opens::default(),
        Some(b'\'') => Opens { number: false, time: true },
        _ => Opens { number: true, time: false },
    }
}
