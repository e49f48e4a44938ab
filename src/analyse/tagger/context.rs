//! The words of a sentence → hashes of their features, with what the lexicon says of them.

use smol_str::SmolStr;

use super::sums::Sums;
use super::{FEATURES, Label};
use crate::analyse::table::Table;
use crate::analyse::words::{Word, hash, mix, style};

/// Words that are kept at most.
const KEPT: usize = 4096;

/// What is known of words beforehand.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'m> {
    /// Form as written → its only label.
    fixed: Table<'m>,
    /// Form in lower case → its usual labels, most frequent first.
    usual: Table<'m>,
    /// Form in lower case → what dictionaries and lists of names have it as, a set of bits.
    classes: Table<'m>,
}

/// A sentence made ready: hashes of the words and what the lexicon says of them.
///
/// A context keeps what it has worked out of words seen before, and therefore serves one tagger only.
#[derive(Debug, Default)]
pub struct Context {
    /// The words, with two edges before and two after.
    words: Vec<Word>,
    /// Hash of the usual labels of each of them.
    usual: Vec<u64>,
    /// Their classes.
    pub(super) classes: Vec<u64>,
    pub(super) style: u64,
    /// Words seen before, each at the place that its form gives it.
    known: Vec<Option<Known>>,
    pub(super) sums: Sums,
}

/// What is known of a word that was seen.
#[derive(Debug, Clone)]
struct Known {
    form: SmolStr,
    word: Word,
    usual: u64,
    class: u64,
}

impl<'m> Lexicon<'m> {
    /// A lexicon from its three tables.
    #[must_use]
    pub fn new(fixed: Table<'m>, usual: Table<'m>, classes: Table<'m>) -> Self {
        Lexicon { fixed, usual, classes }
    }

    /// The only label of a frequent word.
    #[must_use]
    pub fn fixed(&self, word: &Word) -> Option<Label> {
        self.fixed.get(word.exact)?.first().copied()
    }

    fn usual(&self, word: &Word) -> u64 {
        match self.usual.get(word.lower) {
            Some(labels) => labels.iter().fold(3, |sum, l| mix(sum, u64::from(*l))),
            None => mix(5, word.suffix[2]),
        }
    }

    fn class(&self, word: &Word) -> u64 {
        let bits = self.classes.get(word.lower).and_then(<[u8]>::first_chunk);
        bits.map_or(u64::MAX, |bits| u64::from(u16::from_le_bytes(*bits)))
    }
}

impl Context {
    /// Makes a sentence ready for [`Context::features`].
    pub fn fill(&mut self, words: &[&str], lexicon: &Lexicon<'_>) {
        self.known.resize(KEPT, None);
        self.words.clear();
        self.usual.clear();
        self.classes.clear();
        let edge = Known::of(SmolStr::default(), Word::EDGE, lexicon);
        let mut buffers = [String::new(), String::new()];
        for place in 0..words.len() + 4 {
            let word = place.checked_sub(2).and_then(|place| words.get(place));
            let slot = word.and_then(|w| self.known.get_mut(hash(w.as_bytes()) as usize % KEPT));
            let known = match (word, slot) {
                (Some(form), Some(slot)) => {
                    if slot.as_ref().is_none_or(|k| k.form != **form) {
                        *slot = Some(Known::of((*form).into(), Word::new(form, &mut buffers), lexicon));
                    }
                    slot.as_ref().unwrap_or(&edge)
                }
                _ => &edge,
            };
            self.words.push(known.word);
            self.usual.push(known.usual);
            self.classes.push(known.class);
        }
        self.style = style(self.words.get(2..words.len() + 2).unwrap_or_default()) as u64;
    }

    /// The word at a place.
    #[must_use]
    pub fn word(&self, at: usize) -> &Word {
        self.words.get(at + 2).unwrap_or(&Word::EDGE)
    }

    /// The features of the word at a place, given the two labels before it (nearest first).
    pub fn features(&self, at: usize, before: [Label; 2], add: impl FnMut(u64)) {
        self.feature_array(at, before).into_iter().flatten().for_each(add);
    }

    /// The same; what [`super::sums`] takes together counts on their order.
    pub(super) fn feature_array(&self, at: usize, before: [Label; 2]) -> Option<[u64; FEATURES]> {
        let [w2, w1, w, n1, n2] = self.words.get(at..at + 5)? else { return None };
        let [_, u1, u, v1, v2] = self.usual.get(at..at + 5)? else { return None };
        let [class, class_after] = self.classes.get(at + 2..at + 4)? else { return None };
        let t1 = u64::from(before[0]);
        let t2 = mix(t1, u64::from(before[1]));
        let style = self.style * 2 + u64::from(at == 0);
        let case = mix(w.case as u64, style);
        let cases = mix(mix(w1.case as u64, w.case as u64), mix(n1.case as u64, style));
        let templates = [
            w.lower,
            mix(w.exact, self.style),
            *u,
            w.prefix[0],
            w.prefix[1],
            w.suffix[0],
            w.suffix[1],
            w.suffix[2],
            w.suffix[3],
            mix(w.shape, style),
            w2.lower,
            w1.lower,
            n1.lower,
            n2.lower,
            t1,
            t2,
            mix(t1, w.lower),
            mix(t2, w.lower),
            mix(w1.lower, w.lower),
            mix(w.lower, n1.lower),
            mix(t1, n1.lower),
            w1.suffix[2],
            n1.suffix[2],
            mix(n1.shape, style),
            mix(w1.shape, w.shape),
            *v1,
            *v2,
            mix(*u, *v1),
            mix(mix(t1, *u), *v1),
            mix(*v1, *v2),
            mix(*u1, *u),
            mix(t1, w.suffix[2]),
            mix(w.shape, w.suffix[1]),
            *class,
            mix(*class, case),
            *class_after,
            mix(t1, *class),
            mix(t1, mix(*class, *class_after)),
            mix(*u, case),
            mix(*u, cases),
        ];
        let mut number = 0;
        Some(templates.map(|value| {
            number += 1;
            mix(value, number)
        }))
    }
}

impl Known {
    fn of(form: SmolStr, word: Word, lexicon: &Lexicon<'_>) -> Known {
        Known { form, usual: lexicon.usual(&word), class: lexicon.class(&word), word }
    }
}
