//! Trains what nouns and pronouns stand for: for each class of phrase a logistic model over the features of its possible
//! antecedents and of standing alone, from GUM's coreference; and the sorts of nouns, from the kinds of GUM's entities.
//!
//! First the walk follows the annotation, then, as the program will, the weights of the round before.

use std::collections::HashMap;
use std::error::Error;
use std::fs;

use gainsay::analyse::models::{
    Asked, CLASSES, Choice, FEATURES, Nouns, SORTS, Weights, choose, coreference, noun_inputs,
};
use gainsay::analyse::{annotate, segment};
use gainsay::model::{Article, Document, EntityKind};

use super::Source;
use super::random::Random;
use crate::eval::corpus::{Gold, article, read};
use crate::eval::entities::{Mention, mentions};

/// Passes over the decisions, and over the nouns.
const EPOCHS: usize = 20;
const NOUN_EPOCHS: usize = 12;
/// Rounds after the one that follows the annotation.
const ROUNDS: usize = 2;
/// What choosing no antecedent costs where there is one, of pronouns and of nouns; and a link where there is none.
const FALSE_ALONE: [f64; 2] = [1.0, 2.0];
const FALSE_LINK: [f64; 2] = [1.0, 0.3];
/// What the wrong antecedent costs.
const WRONG_LINK: f64 = 1.0;
/// Classes before this one are pronouns.
const NOUNS: usize = 5;
const RATE: f64 = 0.1;
/// Pull of every weight towards nought, for each decision.
const RIDGE: f64 = 1e-4;
/// One in the file of weights.
const UNIT: f64 = 1000.0;

/// Margins for which the share of right choices is printed.
const STEPS: [i32; 7] = [0, 250, 500, 1000, 1500, 2000, 3000];

/// A phrase and its options, the last of them standing alone.
struct Decision {
    class: usize,
    options: Vec<Vec<usize>>,
    right: Vec<bool>,
}

/// Trains and writes models/coreference.tsv.
pub(crate) fn train(source: &Source) -> Result<(), Box<dyn Error>> {
    let gold = read(&source.treebank.join("gum-train.conllu"))?;
    let articles: Vec<Article> = gold.iter().map(|g| article(&g.text)).collect();
    let documents: Vec<Document<'_>> = articles.iter().map(annotated).collect();
    let annotated: Vec<Vec<Mention>> = gold.iter().map(mentions).collect();
    let noun_weights = nouns(&gold, &documents, &annotated);
    let nouns = Nouns::new(noun_weights.clone());
    let mut decisions = Vec::new();
    let mut weights: Option<Weights> = None;
    for round in 0..=ROUNDS {
        let from = decisions.len();
        for (document, mentions) in documents.iter().zip(&annotated) {
            decisions.extend(walk(document, &nouns, mentions, weights.as_ref()));
        }
        let right =
            decisions[from..].iter().filter(|d| weights.as_ref().is_some_and(|w| is_right(w, d))).count();
        println!("coreference: round {round}, {} decisions, {right} right", decisions.len() - from);
        let classes = fit(&decisions);
        weights = Some(Weights { classes, nouns: nouns.clone() });
    }
    if let Some(weights) = &weights {
        margins(source, weights)?;
    }
    let classes = weights.map(|w| w.classes).unwrap_or_default();
    fs::write(source.out.join("coreference.tsv"), Weights::file(&classes, &noun_weights))?;
    Ok(())
}

fn annotated(article: &Article) -> Document<'_> {
    let mut document = segment(article, 0);
    annotate(&mut document, |_| true);
    document
}

/// Walks a document, following the weights or, without them, the annotation.
fn walk(
    document: &Document<'_>,
    nouns: &Nouns,
    mentions: &[Mention],
    weights: Option<&Weights>,
) -> Vec<Decision> {
    let places = mentions.iter().rev().flat_map(|m| m.places().iter().rev().map(move |p| (*p, m.whose())));
    let whose: HashMap<usize, &str> = places.collect();
    let mut decisions = Vec::new();
    let mut judge = |asked: &Asked<'_>| {
        let own = whose.get(&(asked.start as usize)).copied();
        let holds = |chain: usize| {
            let heads = asked.heads.get(chain).map(Vec::as_slice).unwrap_or_default();
            let same =
                heads.iter().filter(|h| own.is_some() && whose.get(&(**h as usize)).copied() == own).count();
            same * 2 >= heads.len().max(1)
        };
        let mut right: Vec<bool> = asked.options.iter().map(|o| holds(o.chain)).collect();
        let alone = right.len() - 1;
        right[alone] = !right[..alone].contains(&true);
        let choice = match weights {
            Some(weights) => choose(weights, asked),
            None => Choice { option: right.iter().position(|r| *r).unwrap_or(alone), margin: 0 },
        };
        let options =
            asked.options.iter().map(|o| o.features.iter().map(|f| *f as usize).collect()).collect();
        decisions.push(Decision { class: asked.class, options, right });
        choice
    };
    let _ = coreference(document, nouns, &mut judge);
    decisions
}

/// Prints for each class how many antecedents chosen on gum-dev are right, by how much better than the next they are.
fn margins(source: &Source, weights: &Weights) -> Result<(), Box<dyn Error>> {
    let mut counts = vec![[(0, 0); STEPS.len()]; CLASSES.len()];
    for gold in read(&source.treebank.join("gum-dev.conllu"))? {
        let article = article(&gold.text);
        let document = annotated(&article);
        for decision in walk(&document, &weights.nouns, &mentions(&gold), Some(weights)) {
            let mut scores: Vec<(i32, usize)> =
                decision.options.iter().map(|o| sum(weights, decision.class, o)).zip(0..).collect();
            scores.sort_by_key(|s| (-s.0, s.1));
            let [(most, best), (next, _), ..] = scores[..] else { continue };
            for ((all, right), step) in counts[decision.class].iter_mut().zip(STEPS) {
                if most - next >= step && best + 1 < decision.options.len() {
                    *all += 1;
                    *right += usize::from(decision.right[best]);
                }
            }
        }
    }
    for (class, counts) in CLASSES.iter().zip(counts) {
        let shares = counts.map(|(all, right): (usize, usize)| format!("{right}/{all}"));
        println!("coreference: {class}: right by margin {STEPS:?}: {}", shares.join(", "));
    }
    Ok(())
}

fn is_right(weights: &Weights, decision: &Decision) -> bool {
    let score =
        |features: &[usize]| -> i32 { features.iter().map(|f| weights.classes[decision.class][*f]).sum() };
    let best = (0..decision.options.len()).rev().max_by_key(|o| score(&decision.options[*o]));
    best.is_some_and(|b| decision.right[b])
}

fn sum(weights: &Weights, class: usize, features: &[usize]) -> i32 {
    features.iter().map(|f| weights.classes[class][*f]).sum()
}

/// Weights of every class, one after the other (AdaGrad).
fn fit(decisions: &[Decision]) -> Vec<Vec<i32>> {
    let of = |class: usize| {
        let own: Vec<&Decision> =
            decisions.iter().filter(|d| d.class == class && d.options.len() > 1).collect();
        let mut weights = vec![0.0f64; FEATURES.len()];
        let mut squares = vec![1e-8f64; FEATURES.len()];
        let mut sums = vec![0.0f64; FEATURES.len()];
        let mut order: Vec<usize> = (0..own.len()).collect();
        let mut random = Random::new(7);
        let mut steps = 0.0;
        for epoch in 0..EPOCHS {
            random.shuffle(&mut order);
            for decision in order.iter().map(|i| own[*i]) {
                step(decision, &mut weights, &mut squares);
            }
            if epoch >= EPOCHS / 2 {
                sums.iter_mut().zip(&weights).for_each(|(s, w)| *s += w);
                steps += 1.0;
            }
        }
        sums.iter().map(|s| (s / f64::max(steps, 1.0) * UNIT).round() as i32).collect()
    };
    (0..CLASSES.len()).map(of).collect()
}

fn step(decision: &Decision, weights: &mut [f64], squares: &mut [f64]) {
    let alone = decision.options.len() - 1;
    let noun = usize::from(decision.class >= NOUNS);
    let cost = |o: usize| match decision.right[o] {
        true => 0.0,
        false if o == alone => FALSE_ALONE[noun],
        false if decision.right[alone] => FALSE_LINK[noun],
        false => WRONG_LINK,
    };
    let score = |o: usize| decision.options[o].iter().map(|f| weights[*f]).sum::<f64>() + cost(o);
    let scores: Vec<f64> = (0..=alone).map(score).collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let parts: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let all: f64 = parts.iter().sum();
    let good: f64 =
        parts.iter().zip(&decision.right).filter(|(_, r)| **r).map(|(p, _)| p).sum::<f64>().max(1e-12);
    let mut slopes: HashMap<usize, f64> = HashMap::new();
    for (o, part) in parts.iter().enumerate() {
        let slope = part / all - if decision.right[o] { part / good } else { 0.0 };
        if slope.abs() > 1e-6 {
            decision.options[o].iter().for_each(|f| *slopes.entry(*f).or_default() += slope);
        }
    }
    for (f, slope) in slopes {
        let slope = slope + RIDGE * weights[f];
        squares[f] += slope * slope;
        weights[f] -= RATE * slope / squares[f].sqrt();
    }
}

/// Weights of the sorts of nouns.
fn nouns(gold: &[Gold], documents: &[Document<'_>], annotated: &[Vec<Mention>]) -> [Vec<i32>; SORTS.len()] {
    let mut examples: Vec<(Vec<f64>, usize)> = Vec::new();
    for ((_, document), mentions) in gold.iter().zip(documents).zip(annotated) {
        let lemmas: HashMap<u32, &str> =
            document.tokens.iter().map(|t| (t.start, t.lemma.as_str())).collect();
        for mention in mentions.iter().filter(|m| matches!(m.penn(), "NN" | "NNS")) {
            let Some(lemma) = lemmas.get(&(mention.start as u32)) else { continue };
            let sort = match mention.kind {
                Some(EntityKind::Person) => 0,
                Some(EntityKind::Organisation) => 1,
                Some(EntityKind::Place) => 2,
                _ => 3,
            };
            examples.push((noun_inputs(lemma).iter().map(|x| f64::from(*x) / 64.0).collect(), sort));
        }
    }
    let width = examples.iter().map(|e| e.0.len()).max().unwrap_or(0);
    let mut weights = vec![vec![0.0f64; width]; SORTS.len()];
    let mut squares = vec![vec![1e-8f64; width]; SORTS.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(11);
    for _ in 0..NOUN_EPOCHS {
        random.shuffle(&mut order);
        for (inputs, sort) in order.iter().map(|i| &examples[*i]) {
            let scores: Vec<f64> =
                weights.iter().map(|w| w.iter().zip(inputs).map(|(w, x)| w * x).sum()).collect();
            let most = scores.iter().copied().fold(f64::MIN, f64::max);
            let all: f64 = scores.iter().map(|s: &f64| (s - most).exp()).sum();
            for k in 0..SORTS.len() {
                let slope = (scores[k] - most).exp() / all - f64::from(u8::from(k == *sort));
                for (i, x) in inputs.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                    let slope = slope * x + RIDGE * weights[k][i];
                    squares[k][i] += slope * slope;
                    weights[k][i] -= RATE * slope / squares[k][i].sqrt();
                }
            }
        }
    }
    let whole: Vec<Vec<i32>> =
        weights.iter().map(|w| w.iter().map(|x| (x * UNIT).round() as i32).collect()).collect();
    println!("coreference: {} nouns learned from", examples.len());
    whole.try_into().unwrap_or_default()
}
