//! Words of a sentence → universal and Penn tags: a greedy averaged perceptron over hashed features.
//!
//! One label is a pair of tags. Frequent words that have only one label are looked up; for the others the rows of
//! their features (pairs of label and 8-bit weight) are added up, from left to right, each tag a feature of the next.

use super::parser::Input;
use super::table::{Table, section};
use super::words::{Word, mix, style};
use crate::model::{Penn, Upos};

/// The most labels a model may have.
pub const MAX_LABELS: usize = 128;

/// A label's number in the model.
pub type Label = u8;

/// Label of the places outside the sentence.
pub const OUTSIDE: Label = 127;

/// A trained tagger, lying in the bytes of its file.
#[derive(Debug, Clone, Copy)]
pub struct Tagger<'m> {
    labels: &'m [u8],
    features: Table<'m>,
    lexicon: Lexicon<'m>,
}

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
#[derive(Debug, Default)]
pub struct Context {
    /// The words, with two edges before and two after.
    words: Vec<Word>,
    /// Hash of the usual labels of each of them.
    usual: Vec<u64>,
    /// Their classes.
    classes: Vec<u64>,
    style: u64,
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
        let mut buffers = [String::new(), String::new()];
        self.words.clear();
        self.words.extend([Word::EDGE; 2]);
        self.words.extend(words.iter().map(|w| Word::new(w, &mut buffers)));
        self.words.extend([Word::EDGE; 2]);
        self.usual.clear();
        self.usual.extend(self.words.iter().map(|w| lexicon.usual(w)));
        self.classes.clear();
        self.classes.extend(self.words.iter().map(|w| lexicon.class(w)));
        self.style = style(self.words.get(2..words.len() + 2).unwrap_or_default()) as u64;
    }

    /// The word at a place.
    #[must_use]
    pub fn word(&self, at: usize) -> &Word {
        self.words.get(at + 2).unwrap_or(&Word::EDGE)
    }

    /// The features of the word at a place, given the two labels before it (nearest first).
    pub fn features(&self, at: usize, before: [Label; 2], mut add: impl FnMut(u64)) {
        let Some([w2, w1, w, n1, n2]) = self.words.get(at..at + 5) else { return };
        let Some([_, u1, u, v1, v2]) = self.usual.get(at..at + 5) else { return };
        let Some([class, class_after]) = self.classes.get(at + 2..at + 4) else { return };
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
        for (number, value) in (1u64..).zip(templates) {
            add(mix(value, number));
        }
    }
}

impl<'m> Tagger<'m> {
    /// The tagger in the bytes of its file.
    #[must_use]
    pub fn new(file: &'m [u8]) -> Self {
        let table = |number| Table::new(section(file, number));
        Tagger {
            labels: section(file, 0),
            features: table(1),
            lexicon: Lexicon::new(table(2), table(3), table(4)),
        }
    }

    /// The tagger that is embedded in the program.
    #[must_use]
    pub fn embedded() -> Tagger<'static> {
        Tagger::new(include_bytes!("../../models/tagger.bin"))
    }

    /// The pair of tags that a label stands for.
    #[must_use]
    pub fn tags(&self, label: Label) -> (Upos, Penn) {
        let at = 2 * label as usize;
        let of = |i: usize| self.labels.get(i).copied().unwrap_or(u8::MAX) as usize;
        let upos = Upos::ALL.get(of(at)).copied().unwrap_or(Upos::X);
        (upos, Penn::ALL.get(of(at + 1)).copied().unwrap_or(Penn::Xx))
    }

    /// Number of labels.
    #[must_use]
    pub fn count(&self) -> usize {
        self.labels.len() / 2
    }

    /// The label of a pair of tags; of a rare pair, one with the same universal tag.
    #[must_use]
    pub fn label(&self, upos: Upos, penn: Penn) -> Label {
        let all = || self.labels.as_chunks::<2>().0.iter().zip(0..);
        let exact = all().find(|(tags, _)| **tags == [upos as u8, penn as u8]);
        exact.or_else(|| all().find(|(tags, _)| tags[0] == upos as u8)).map_or(0, |(_, label)| label)
    }

    /// Makes a sentence ready in `context`.
    pub fn prepare(&self, words: &[&str], context: &mut Context) {
        context.fill(words, &self.lexicon);
    }

    /// Tags a sentence; `context` holds it made ready afterwards.
    #[must_use]
    pub fn tag(&self, words: &[&str], context: &mut Context) -> Vec<Label> {
        self.prepare(words, context);
        let mut labels = Vec::with_capacity(words.len());
        let mut before = [OUTSIDE; 2];
        for at in 0..words.len() {
            let label = match self.lexicon.fixed(context.word(at)) {
                Some(label) => label,
                None => self.best(context, at, before),
            };
            labels.push(label);
            before = [label, before[0]];
        }
        labels
    }

    /// A tagged sentence as the parser sees it; `context` is as tagging left it.
    #[must_use]
    pub fn inputs<'a>(&self, labels: &[Label], words: &[&'a str], context: &Context) -> Vec<Input<'a>> {
        let tokens = words.iter().zip(labels).enumerate();
        let input = |(at, (form, label)): (usize, (&&'a str, &Label))| Input {
            form,
            word: *context.word(at),
            style: context.style,
            class: context.classes.get(at + 2).copied().unwrap_or(u64::MAX),
            upos: self.tags(*label).0,
            label: *label,
        };
        tokens.map(input).collect()
    }

    fn best(&self, context: &Context, at: usize, before: [Label; 2]) -> Label {
        let mut scores = [0i32; MAX_LABELS];
        context.features(at, before, |feature| {
            for pair in self.features.get(feature).unwrap_or_default().chunks_exact(2) {
                if let [label, weight] = *pair
                    && let Some(score) = scores.get_mut(label as usize)
                {
                    *score += i32::from(weight.cast_signed());
                }
            }
        });
        let best = scores.iter().take(self.count()).enumerate().max_by_key(|(i, s)| (**s, usize::MAX - i));
        best.map_or(0, |(i, _)| i as Label)
    }
}
