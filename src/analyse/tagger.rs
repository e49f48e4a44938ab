//! Words of a sentence → universal and Penn tags: a greedy averaged perceptron over hashed features.
//!
//! One label is a pair of tags. Frequent words that have only one label are looked up; for the others the rows of
//! their features (pairs of label and 8-bit weight) are added up, from left to right, each tag a feature of the next.

mod context;
mod sums;

pub use context::{Context, Lexicon};
use sums::{ALONE, Scores, TOGETHER};

use super::parser::Input;
use super::table::{Table, section};
use crate::model::{Penn, Upos};

/// The most labels a model may have.
pub const MAX_LABELS: usize = 128;

/// A label's number in the model.
pub type Label = u8;

/// Features of a word.
const FEATURES: usize = 40;

/// Label of the places outside the sentence.
pub const OUTSIDE: Label = 127;

/// A trained tagger, lying in the bytes of its file.
#[derive(Debug, Clone, Copy)]
pub struct Tagger<'m> {
    labels: &'m [u8],
    features: Table<'m>,
    lexicon: Lexicon<'m>,
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

    fn best(&self, context: &mut Context, at: usize, before: [Label; 2]) -> Label {
        let Some(features) = context.feature_array(at, before) else { return 0 };
        let mut scores: Scores = [0; MAX_LABELS];
        for group in TOGETHER {
            let group = group.iter().filter_map(|place| features.get(*place).copied());
            context.sums.add(group, &mut scores, |feature, scores| self.add(feature, scores));
        }
        for place in ALONE {
            self.add(features[place], &mut scores);
        }
        let best = scores.iter().take(self.count()).enumerate().max_by_key(|(i, s)| (**s, usize::MAX - i));
        best.map_or(0, |(i, _)| i as Label)
    }

    /// Adds the weights of a feature.
    fn add(&self, feature: u64, scores: &mut Scores) {
        for [label, weight] in self.features.get(feature).unwrap_or_default().as_chunks::<2>().0 {
            if let Some(score) = scores.get_mut(*label as usize) {
                *score += i16::from(weight.cast_signed());
            }
        }
    }
}
