//! Trains the parser on predicted tags.

mod layers;
mod learn;
mod net;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::time::Instant;

use gainsay::analyse::models::{Context, Input, Label, Parser, Shape, Tagger, UPOS, VECTOR_SCALE};
use gainsay::model::DepRel;
use learn::{Dropout, Example, learn};
use net::Net;

use super::augment::augmented;
use super::random::Random;
use super::treebank::{self, Sentence};
use super::{Source, classes, score, tagger};

/// Parts into which the documents are divided: each is tagged by a tagger trained on the others.
const PARTS: usize = 4;
/// A learned vector's key must be seen this often.
const SEEN: u32 = 2;
/// Words in one step.
const BATCH: usize = 500;

/// Passes over the training data.
const EPOCHS: usize = 12;
/// Greatest rate of learning; it falls to 0 in a straight line.
const RATE: f32 = 0.002;
/// Words over which the rate rises at the start.
const WARM: f32 = 200_000.0;
/// Sizes of the network.
const SHAPE: Shape = Shape {
    vector: 96,
    input: 96,
    hidden: 64,
    layers: 2,
    arc: 80,
    label: 64,
    relations: DepRel::ALL.len(),
    tags: 0,
};
/// What is left out while learning.
const DROPOUT: Dropout = Dropout { input: 0.2, state: 0.2, layer: 0.25, roles: 0.25 };

/// A sentence with the tags that a tagger gave it.
type Tagged = (Sentence, Vec<Label>);

/// Trains and writes models/parser.bin.
pub(crate) fn train(source: &Source) -> Result<(), Box<dyn Error>> {
    let tags = fs::read(source.out.join("tagger.bin"))?;
    let tagger = Tagger::new(&tags);
    let sentences = treebank::training(&source.treebank)?;
    let data = jackknifed(&sentences, &tagger, &classes::table()?);
    let dev: Vec<Sentence> = ["gum-dev", "ewt-dev"]
        .iter()
        .map(|name| treebank::read(&source.treebank.join(format!("{name}.conllu"))))
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    let bytes = fit(&data, &tagger, &dev);
    println!("parser: {} bytes", bytes.len());
    fs::write(source.out.join("parser.bin"), bytes)?;
    Ok(())
}

/// The augmented sentences, each with tags from a tagger that has not seen its document; labels are numbered
/// as in the tagger of the whole.
fn jackknifed(sentences: &[Sentence], whole: &Tagger<'_>, classes: &[u8]) -> Vec<Tagged> {
    let mut random = Random::new(2);
    let mut all = Vec::new();
    for part in 0..PARTS {
        let (own, others): (Vec<Sentence>, Vec<Sentence>) =
            sentences.iter().cloned().partition(|s| s.document % PARTS == part);
        let bytes = tagger::fit(&others, classes);
        let tagger = Tagger::new(&bytes);
        let mut context = Context::default();
        for sentence in augmented(&own, &mut random) {
            // Labels are numbered alike only within one tagger: the pair of tags counts.
            let labels = tagger.tag(&sentence.forms(), &mut context);
            all.push((sentence, labels.iter().map(|l| tagger.tags(*l)).collect::<Vec<_>>()));
        }
    }
    let relabelled = all.into_iter().map(|(sentence, tags)| {
        let labels = tags.into_iter().map(|(upos, penn)| whole.label(upos, penn)).collect();
        (sentence, labels)
    });
    relabelled.collect()
}

fn fit(data: &[Tagged], tagger: &Tagger<'_>, dev: &[Sentence]) -> Vec<u8> {
    let (index, examples) = examples(data, tagger);
    let shape = Shape { tags: tagger.count(), ..SHAPE };
    let mut random = Random::new(3);
    let mut net = Net::new(shape, index.len(), &mut random);
    println!("parser: {} sentences, {} learned vectors", examples.len(), index.len());
    let words: usize = examples.iter().map(|e| e.rows.len()).sum();
    let total = (EPOCHS * words) as f32;
    let mut seen = 0;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for epoch in 1..=EPOCHS {
        let start = Instant::now();
        random.shuffle(&mut order);
        let (mut loss, mut batch) = (0.0, 0);
        for i in &order {
            loss += learn(&mut net, &examples[*i], DROPOUT, 1.0 / BATCH as f32, &mut random);
            batch += examples[*i].rows.len();
            if batch >= BATCH {
                seen += batch;
                batch = 0;
                let left = 1.0 - seen as f32 / total;
                let warm = (seen as f32 / WARM).min(1.0);
                net.step(RATE * left.max(0.0) * warm);
            }
        }
        print!(
            "parser: epoch {epoch}, loss {:.4}, {:.0} s",
            loss / words as f32,
            start.elapsed().as_secs_f32()
        );
        if epoch % 4 == 0 {
            let bytes = net.file(&index);
            print!(", {}", score::attachment(dev, tagger, &Parser::new(&bytes)));
        }
        println!();
    }
    net.file(&index)
}

/// The rows of all keys seen often enough, and the sentences as examples.
fn examples(data: &[Tagged], tagger: &Tagger<'_>) -> (BTreeMap<u64, u32>, Vec<Example>) {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    let mut context = Context::default();
    for (sentence, labels) in data {
        let forms = sentence.forms();
        tagger.prepare(&forms, &mut context);
        let inputs = tagger.inputs(labels, &forms, &context);
        inputs.iter().flat_map(Input::keys).for_each(|key| *counts.entry(key).or_default() += 1);
    }
    let kept: BTreeMap<u64, u32> =
        counts.iter().filter(|(_, n)| **n >= SEEN).map(|(k, n)| (*k, *n)).collect();
    let index: BTreeMap<u64, u32> = kept.keys().copied().zip(0..).collect();
    let examples = data.iter().map(|(sentence, labels)| {
        let forms = sentence.forms();
        tagger.prepare(&forms, &mut context);
        let inputs = tagger.inputs(labels, &forms, &context);
        let rows = |i: &Input<'_>| i.keys().iter().filter_map(|k| index.get(k).copied()).collect();
        let rare = |i: &Input<'_>| kept.get(&i.keys()[0]).map_or(0.0, |n| 0.5 / (0.5 + *n as f32));
        let vector = |i: &Input<'_>| {
            i.vector().map(|v| v.iter().map(|c| f32::from(*c) / VECTOR_SCALE).collect::<Vec<f32>>())
        };
        let own = |word: &treebank::Word, at: usize| if word.head == at { 0 } else { word.head + 1 };
        let words = || sentence.words.iter().enumerate();
        Example {
            rows: inputs.iter().map(rows).collect(),
            rare: inputs.iter().map(rare).collect(),
            vectors: inputs.iter().map(vector).collect(),
            upos: [UPOS - 1].into_iter().chain(inputs.iter().map(|i| i.upos as usize)).collect(),
            heads: [0].into_iter().chain(words().map(|(at, w)| own(w, at))).collect(),
            tags: [0]
                .into_iter()
                .chain(words().map(|(_, w)| tagger.label(w.upos, w.penn) as usize))
                .collect(),
            relations: [0].into_iter().chain(words().map(|(_, w)| w.deprel as usize)).collect(),
        }
    });
    let examples = examples.collect();
    (index, examples)
}
