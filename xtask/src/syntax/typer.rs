//! Trains the kinds of names: an averaged perceptron over the names that the program finds in GUM's training documents.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;

use gainsay::analyse::models::{KINDS, Typer, name_features};
use gainsay::analyse::{annotate, segment};
use gainsay::model::EntityKind;

use super::random::Random;
use super::{Source, tables};
use crate::eval::corpus::{article, read};
use crate::eval::entities::{is_name, mentions, touches};

/// Passes over the training data.
const EPOCHS: usize = 4;
/// A feature must be seen this often.
const SEEN: u32 = 3;
/// A rival kind must stay this far below the right one.
const MARGIN: f32 = 4.0;

/// One name: its features and the number of its kind.
struct Example {
    features: Vec<u64>,
    kind: usize,
}

type Weights = HashMap<u64, [f32; KINDS.len()]>;

/// Trains and writes models/entities.bin.
pub(crate) fn train(source: &Source) -> Result<(), Box<dyn Error>> {
    let data = examples(source, "gum-train")?;
    let bytes = fit(&data);
    for name in ["gum-train", "gum-dev"] {
        let data = examples(source, name)?;
        let typer = Typer::new(&bytes);
        let right = data.iter().filter(|e| best(&typer.scores(&e.features)) == e.kind).count();
        println!("entities: {name}, {right} of {} names", data.len());
    }
    println!("entities: {} bytes", bytes.len());
    fs::write(source.out.join("entities.bin"), bytes)?;
    Ok(())
}

/// The names of a file that are annotated as names.
fn examples(source: &Source, name: &str) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut all = Vec::new();
    for gold in read(&source.treebank.join(format!("{name}.conllu")))? {
        let article = article(&gold.text);
        let mut document = segment(&article, 0);
        annotate(&mut document, |_| true);
        let mentions = mentions(&gold);
        for (range, features) in name_features(&document) {
            let named = mentions.iter().filter(|m| is_name(m)).find(|m| touches(m, &range));
            let Some(mention) = named else { continue };
            let kind = mention.kind.unwrap_or(EntityKind::Other);
            let kind = KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len() - 1);
            all.push(Example { features, kind });
        }
    }
    Ok(all)
}

fn best<T: PartialOrd + Copy>(scores: &[T; KINDS.len()]) -> usize {
    (1..KINDS.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })
}

fn fit(data: &[Example]) -> Vec<u8> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    data.iter().flat_map(|e| &e.features).for_each(|f| *counts.entry(*f).or_default() += 1);
    let kept = counts.into_iter().filter(|(_, n)| *n >= SEEN);
    let mut weights: Weights = kept.map(|(feature, _)| (feature, [0.0; KINDS.len()])).collect();
    let mut sums = weights.clone();
    let mut random = Random::new(5);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut step = 0.0;
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for example in order.iter().map(|i| &data[*i]) {
            step += 1.0;
            let mut scores = [0.0f32; KINDS.len()];
            for row in example.features.iter().filter_map(|f| weights.get(f)) {
                scores.iter_mut().zip(row).for_each(|(s, w)| *s += w);
            }
            scores[example.kind] -= MARGIN;
            let rival = best(&scores);
            if rival == example.kind {
                continue;
            }
            for feature in &example.features {
                if let (Some(row), Some(sum)) = (weights.get_mut(feature), sums.get_mut(feature)) {
                    for (kind, by) in [(example.kind, 1.0), (rival, -1.0)] {
                        row[kind] += by;
                        sum[kind] += by * step;
                    }
                }
            }
        }
    }
    // The average of a weight over all steps is the weight less the sum of its changes, each by when it came.
    let average = |f: &u64, k: usize| weights[f][k] - sums[f][k] / step;
    let greatest = weights.keys().flat_map(|f| (0..KINDS.len()).map(move |k| (f, k)));
    let greatest = greatest.map(|(f, k)| average(f, k).abs()).fold(0.0, f32::max);
    let mut rows: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
    for feature in weights.keys() {
        let rounded =
            (0..KINDS.len()).map(|k| (k as u8, (average(feature, k) / greatest * 127.0).round() as i8));
        let pairs: Vec<u8> =
            rounded.filter(|(_, w)| *w != 0).flat_map(|(k, w)| [k, w.cast_unsigned()]).collect();
        if !pairs.is_empty() {
            rows.insert(*feature, pairs);
        }
    }
    tables::file(&[tables::table(&rows)])
}
