//! Trains the tagger: averaged perceptron with a margin, rare features dropped, weights rounded to 8 bits.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;

use gainsay::analyse::models::{Context, Label, Lexicon, MAX_LABELS, OUTSIDE, Table, Word};
use gainsay::model::{Penn, Upos};

use super::augment::augmented;
use super::random::Random;
use super::treebank::{self, Counts, Sentence, most};
use super::{Source, classes, tables};

/// Passes over the training data.
const EPOCHS: usize = 8;
/// A feature must be seen this often.
const FEATURE_SEEN: u32 = 2;
/// A pair of tags must be seen this often to be a label.
const LABEL_SEEN: u32 = 5;
/// A word must be seen this often, with one label only, to be looked up instead of predicted.
const FIXED_SEEN: u32 = 25;
/// A word must be seen this often for its usual labels to be a feature.
const USUAL_SEEN: u32 = 6;

/// Weights that round to less are left out: they cost time and tell nothing.
const LEAST: i8 = 2;

/// A rival label must stay this far below the right one.
const MARGIN: f32 = 60.0;

type Tags = (Upos, Penn);

/// Trains and writes models/tagger.bin.
pub(crate) fn train(source: &Source) -> Result<(), Box<dyn Error>> {
    let sentences = treebank::training(&source.treebank)?;
    let bytes = fit(&sentences, &classes::table()?);
    println!("tagger: {} bytes", bytes.len());
    fs::write(source.out.join("tagger.bin"), bytes)?;
    Ok(())
}

/// A tagger trained on the sentences, as the bytes of its file; `classes` is the table of [`classes::table`].
pub(crate) fn fit(sentences: &[Sentence], classes: &[u8]) -> Vec<u8> {
    let mut random = Random::new(1);
    let labels = labels(sentences);
    let (fixed, usual) = lexicon(sentences, &labels);
    let lexicon = Lexicon::new(Table::new(&fixed), Table::new(&usual), Table::new(classes));
    let data = augmented(sentences, &mut random);
    let mut trainer = Trainer::new(&data, &labels, &lexicon);
    let mut order: Vec<usize> = (0..data.len()).collect();
    for epoch in 1..=EPOCHS {
        random.shuffle(&mut order);
        let wrong = order.iter().map(|i| trainer.learn(&data[*i], &labels, &lexicon)).sum::<usize>();
        println!("tagger: epoch {epoch}, {wrong} mistakes");
    }
    let mut names = vec![[0u8; 2]; labels.len()];
    for ((upos, penn), label) in &labels {
        names[*label as usize] = [*upos as u8, *penn as u8];
    }
    tables::file(&[names.concat(), tables::table(&trainer.rows()), fixed, usual, classes.to_vec()])
}

/// The pairs of tags that are labels, with their numbers; rare pairs get the number of the tag's usual pair.
fn labels(sentences: &[Sentence]) -> BTreeMap<Tags, Label> {
    let mut counts: Counts<Tags> = Counts::new();
    sentences.iter().flat_map(|s| &s.words).for_each(|w| *counts.entry((w.upos, w.penn)).or_default() += 1);
    let frequent = counts.iter().filter(|(_, n)| **n >= LABEL_SEEN).map(|(tags, _)| *tags);
    frequent.zip(0..OUTSIDE).collect()
}

fn label_of(labels: &BTreeMap<Tags, Label>, tags: Tags) -> Label {
    let near = || labels.iter().find(|(t, _)| t.0 == tags.0).map(|(_, label)| label);
    labels.get(&tags).or_else(near).copied().unwrap_or(0)
}

/// The two tables of the lexicon, as bytes.
fn lexicon(sentences: &[Sentence], labels: &BTreeMap<Tags, Label>) -> (Vec<u8>, Vec<u8>) {
    let mut exact: BTreeMap<u64, Counts<Label>> = BTreeMap::new();
    let mut lower: BTreeMap<u64, Counts<Label>> = BTreeMap::new();
    let mut buffers = [String::new(), String::new()];
    for word in sentences.iter().flat_map(|s| &s.words) {
        let hashes = Word::new(&word.form, &mut buffers);
        let label = label_of(labels, (word.upos, word.penn));
        *exact.entry(hashes.exact).or_default().entry(label).or_default() += 1;
        *lower.entry(hashes.lower).or_default().entry(label).or_default() += 1;
    }
    let mut fixed = BTreeMap::new();
    for (word, counts) in exact {
        let total: u32 = counts.values().sum();
        if let Some((label, n)) = most(&counts)
            && total >= FIXED_SEEN
            && n * 500 >= total * 499
        {
            fixed.insert(word, vec![label]);
        }
    }
    let mut usual = BTreeMap::new();
    for (word, counts) in lower {
        let total: u32 = counts.values().sum();
        let mut ranked: Vec<(u32, Label)> =
            counts.iter().filter(|(_, n)| **n * 20 >= total).map(|(l, n)| (*n, *l)).collect();
        ranked.sort_by_key(|(n, l)| (u32::MAX - n, *l));
        if total >= USUAL_SEEN {
            usual.insert(word, ranked.iter().take(4).map(|(_, l)| *l).collect());
        }
    }
    (tables::table(&fixed), tables::table(&usual))
}

struct Trainer {
    /// Feature → its row.
    index: HashMap<u64, u32>,
    weights: Vec<f32>,
    /// Weight × number of the step at which it was added: the average is weights - sums / steps.
    sums: Vec<f32>,
    steps: f32,
    count: usize,
    context: Context,
    rows: Vec<u32>,
}

impl Trainer {
    fn new(data: &[Sentence], labels: &BTreeMap<Tags, Label>, lexicon: &Lexicon<'_>) -> Self {
        let mut seen: HashMap<u64, u32> = HashMap::new();
        let mut context = Context::default();
        for sentence in data {
            context.fill(&sentence.forms(), lexicon);
            let mut before = [OUTSIDE; 2];
            for (at, word) in sentence.words.iter().enumerate() {
                context.features(at, before, |f| *seen.entry(f).or_default() += 1);
                before = [label_of(labels, (word.upos, word.penn)), before[0]];
            }
        }
        let mut kept: Vec<u64> =
            seen.into_iter().filter(|(_, n)| *n >= FEATURE_SEEN).map(|(f, _)| f).collect();
        kept.sort_unstable();
        let index: HashMap<u64, u32> = kept.into_iter().zip(0..).collect();
        let size = index.len() * labels.len();
        let (weights, sums) = (vec![0.0; size], vec![0.0; size]);
        println!("tagger: {} labels, {} features", labels.len(), index.len());
        Trainer { index, weights, sums, steps: 0.0, count: labels.len(), context, rows: Vec::new() }
    }

    /// One step per word that is not looked up; the number of mistakes.
    fn learn(&mut self, sentence: &Sentence, labels: &BTreeMap<Tags, Label>, lexicon: &Lexicon<'_>) -> usize {
        self.context.fill(&sentence.forms(), lexicon);
        let mut before = [OUTSIDE; 2];
        let mut wrong = 0;
        for (at, word) in sentence.words.iter().enumerate() {
            let label = match lexicon.fixed(self.context.word(at)) {
                Some(label) => label,
                None => {
                    let gold = label_of(labels, (word.upos, word.penn));
                    let (guess, rival) = self.predict(at, before, gold);
                    self.steps += 1.0;
                    wrong += usize::from(guess != gold);
                    if rival != gold {
                        self.update(gold, 1.0);
                        self.update(rival, -1.0);
                    }
                    guess
                }
            };
            before = [label, before[0]];
        }
        wrong
    }

    /// The best label, and the best other than gold that comes within the margin of it (else gold).
    fn predict(&mut self, at: usize, before: [Label; 2], gold: Label) -> (Label, Label) {
        let (index, rows) = (&self.index, &mut self.rows);
        rows.clear();
        self.context.features(at, before, |f| rows.extend(index.get(&f)));
        let mut scores = [0.0f32; MAX_LABELS];
        for row in rows {
            let from = *row as usize * self.count;
            scores.iter_mut().zip(&self.weights[from..from + self.count]).for_each(|(s, w)| *s += w);
        }
        let best = |scores: &[f32]| {
            let known = scores[..self.count].iter().enumerate();
            known.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map_or(0, |(i, _)| i as Label)
        };
        let guess = best(&scores);
        scores[gold as usize] -= MARGIN;
        (guess, best(&scores))
    }

    fn update(&mut self, label: Label, by: f32) {
        for row in &self.rows {
            let at = *row as usize * self.count + label as usize;
            self.weights[at] += by;
            self.sums[at] += by * self.steps;
        }
    }

    /// The averaged weights in 8 bits, scaled by the greatest: feature → pairs of label and weight.
    fn rows(&self) -> BTreeMap<u64, Vec<u8>> {
        let average = |i: usize| self.weights[i] - self.sums[i] / self.steps;
        let greatest = (0..self.weights.len()).map(|i| average(i).abs()).fold(0.0, f32::max);
        let mut rows = BTreeMap::new();
        for (feature, row) in &self.index {
            let mut pairs = Vec::new();
            for label in 0..self.count {
                let weight = (average(*row as usize * self.count + label) / greatest * 127.0).round() as i8;
                if weight.abs() >= LEAST {
                    pairs.extend([label as u8, weight.cast_unsigned()]);
                }
            }
            if !pairs.is_empty() {
                rows.insert(*feature, pairs);
            }
        }
        println!("tagger: greatest weight {greatest}, {} rows kept", rows.len());
        rows
    }
}
