//! Words → hashes of their form, affixes and shape: what every feature is made of.
//!
//! Typographic apostrophes count as plain ones and every digit as 0, so that the models see one form of a word.

/// Joins two hashes.
#[inline]
#[must_use]
pub fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Hash of some bytes.
#[inline]
#[must_use]
pub fn hash(bytes: &[u8]) -> u64 {
    let sum = bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |h: u64, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01B3));
    mix(sum, bytes.len() as u64)
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Case {
    /// No letters.
    None,
    /// "shot".
    Lower,
    /// "Shot".
    Initial,
    /// "SHOT" (two letters or more).
    Upper,
    /// "iPhone", "McCain".
    Mixed,
}

/// How a whole sentence is written; headlines capitalise words that are no names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Style {
    /// Capitals mean names.
    Running,
    /// "Man Shot in Head Dies".
    Title,
    /// "MAN SHOT IN HEAD DIES".
    Capitals,
    /// "man shot in head dies": no capital at all.
    Small,
}

/// The hashes of one word.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// The form in lower case.
    pub lower: u64,
    /// The form as written.
    pub exact: u64,
    /// First character, first three.
    pub prefix: [u64; 2],
    /// Last one, two, three, four characters.
    pub suffix: [u64; 4],
    /// Kinds of characters, runs shortened to two.
    pub shape: u64,
    /// How it is written.
    pub case: Case,
    /// Number of letters, at most 255.
    pub letters: u8,
}

/// The word as the models see it: plain apostrophes, digits as 0; upper case kept.
fn normal_form(word: &str, out: &mut String) {
    out.clear();
    out.extend(word.chars().map(|c| match c {
        '\u{2019}' | '\u{2018}' | '\u{2BC}' if word.chars().nth(1).is_some() => '\'',
        c if c.is_ascii_digit() => '0',
        c => c,
    }));
}

impl Word {
    /// Hashes a word; the buffers are scratch.
    #[must_use]
    pub fn new(word: &str, buffers: &mut [String; 2]) -> Word {
        let [exact, lower] = buffers;
        normal_form(word, exact);
        lower.clear();
        if exact.is_ascii() {
            lower.extend(exact.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            lower.extend(exact.chars().flat_map(char::to_lowercase));
        }
        let (case, letters) = case_of(exact);
        Word {
            lower: hash(lower.as_bytes()),
            exact: hash(exact.as_bytes()),
            prefix: [1, 3].map(|n| hash(head(lower, n).as_bytes())),
            suffix: [1, 2, 3, 4].map(|n| hash(tail(lower, n).as_bytes())),
            shape: shape(exact),
            case,
            letters,
        }
    }

    /// Stands in for the place before the first and after the last word.
    pub const EDGE: Word =
        Word { lower: 1, exact: 1, prefix: [1; 2], suffix: [1; 4], shape: 1, case: Case::None, letters: 0 };
}

fn head(word: &str, chars: usize) -> &str {
    word.char_indices().nth(chars).and_then(|(i, _)| word.get(..i)).unwrap_or(word)
}

fn tail(word: &str, chars: usize) -> &str {
    word.char_indices().nth_back(chars - 1).and_then(|(i, _)| word.get(i..)).unwrap_or(word)
}

fn case_of(word: &str) -> (Case, u8) {
    let (mut upper, mut lower, mut first) = (0usize, 0usize, None);
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        first.get_or_insert(c.is_uppercase());
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    let case = match (upper, lower, first) {
        (0, 0, _) => Case::None,
        (0, _, _) => Case::Lower,
        (1, _, Some(true)) => Case::Initial,
        (_, 0, _) => Case::Upper,
        _ => Case::Mixed,
    };
    (case, (upper + lower).min(255) as u8)
}

fn shape(word: &str) -> u64 {
    let (mut sum, mut last, mut run) = (7, 0, 0);
    for c in word.chars() {
        let kind = match c {
            c if c.is_lowercase() => 1,
            c if c.is_uppercase() => 2,
            '0' => 3,
            c if c.is_alphanumeric() => 4,
            c => c as u64,
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            sum = mix(sum, kind);
        }
    }
    sum
}

/// How a sentence is written, from words of four letters or more (short ones stay small in titles).
#[must_use]
pub(super) fn style(words: &[Word]) -> Style {
    let count = |test: fn(&Word) -> bool| words.iter().filter(|w| test(w)).count();
    let capital = |w: &Word| matches!(w.case, Case::Initial | Case::Upper | Case::Mixed);
    if !words.iter().any(capital) {
        return Style::Small;
    }
    let small = count(|w| w.case == Case::Lower);
    let upper = count(|w| w.case == Case::Upper);
    if upper >= 3 && upper > 4 * small {
        return Style::Capitals;
    }
    let long_small = count(|w| w.letters >= 4 && w.case == Case::Lower);
    let long_capital = words.iter().skip(1).filter(|w| w.letters >= 4 && capital(w)).count();
    if long_capital >= 2 && long_capital > 4 * long_small { Style::Title } else { Style::Running }
}
