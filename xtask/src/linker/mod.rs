//! `cargo xtask train linker`: three logistic regressions over pairs of claims, cross-validated by story.

mod alter;
mod data;
mod dump;
mod facts;
mod fit;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use gainsay::link::competition::{self, Scored};
use gainsay::link::{Linker, Scorer, features, names};
use gainsay::report;

pub(crate) use data::{Examples, Pair, examples, fits};
pub(crate) use dump::write as dump;

use crate::gold::{self, Story};

/// Folds of the cross-validation; a story's fold is its number modulo this.
pub(crate) const FOLDS: usize = 10;
/// Folds inside a training set: the second regression is fitted to first scores that did not see their own story.
const INNER: usize = 5;

/// Trains on all stories and writes models/linker.json; prints the cross-validated quality of the pair scores.
pub(crate) fn train(gold: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let stories = gold::load(gold)?;
    let examples = examples(&stories);
    let labelled = examples.iter().flat_map(|e| &e.real).filter_map(|p| p.same);
    let (all, positives) = labelled.fold((0, 0), |(n, yes), same| (n + 1, yes + usize::from(same)));
    println!("{} stories, {all} pairs, {positives} of one question", stories.len());
    let mut scored = Vec::new();
    for (fold, linker) in folds(&examples, usize::MAX).iter().enumerate() {
        for Examples { real, .. } in examples.iter().skip(fold).step_by(FOLDS) {
            let first = beside(real, |p| linker.alone.probability(&p.vector));
            let second: Vec<f64> = first.iter().map(|v| linker.beside.probability(v)).collect();
            let vectors = again(real, &second);
            let score = |(p, v): (&Pair, &Vec<f64>)| Some((linker.again.probability(v), p.same?));
            scored.extend(real.iter().zip(&vectors).filter_map(score));
        }
    }
    quality(&mut scored);
    let linker = fit_linker(&examples.iter().collect::<Vec<_>>());
    fs::write(out, serde_json::to_string_pretty(&linker)? + "\n")?;
    train_facts(&stories, &out.with_file_name("facts.json"))
}

/// Trains the scorer of events beside the linker.
fn train_facts(stories: &[Story], out: &Path) -> Result<(), Box<dyn Error>> {
    let pairs = facts::pairs(stories);
    let mut scored = facts::scored(&pairs);
    println!("events: {} pairs, {} of one event", scored.len(), scored.iter().filter(|s| s.1).count());
    quality(&mut scored);
    let scorer = facts::fitted(pairs.iter().flatten());
    fs::write(out, serde_json::to_string_pretty(&scorer)? + "\n")?;
    Ok(())
}

/// What the weights that score a fold are fitted to: the stories of the other folds, at most so many, taken evenly.
pub(crate) fn others<T>(stories: &[T], fold: usize, most: usize) -> Vec<&T> {
    let rest: Vec<&T> =
        stories.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, s)| s).collect();
    let most = most.min(rest.len());
    (0..most).filter_map(|n| rest.get(n * rest.len() / most).copied()).collect()
}

/// For each fold the weights fitted to the others, at most so many stories.
pub(crate) fn folds(examples: &[Examples], most: usize) -> Vec<Linker> {
    let fit = |fold| fit_linker(&others(examples, fold, most));
    let half = |first: usize| (first..FOLDS).step_by(2).map(fit).collect::<Vec<_>>();
    let (even, odd) = std::thread::scope(|scope| {
        let odd = scope.spawn(|| half(1));
        (half(0), odd.join().unwrap_or_default())
    });
    let mut halves = [even.into_iter(), odd.into_iter()];
    (0..FOLDS).filter_map(|fold| halves[fold % 2].next()).collect()
}

/// Fits the three regressions to some stories, each to scores of the one before that did not see their story.
fn fit_linker(examples: &[&Examples]) -> Linker {
    let stories: Vec<&Vec<Pair>> = examples.iter().flat_map(|e| [&e.real, &e.altered]).collect();
    let all: Vec<usize> = (0..stories.len()).collect();
    let own: Vec<Vec<Vec<f64>>> =
        stories.iter().map(|s| s.iter().map(|p| p.vector.to_vec()).collect()).collect();
    let second = judged(&stories, &own);
    let third = judged(&stories, &second);
    Linker {
        alone: fit_vectors(&stories, &own, &all),
        beside: fit_vectors(&stories, &second, &all),
        again: fit_vectors(&stories, &third, &all),
    }
}

/// The vectors of every story beside rivals, as judged by regressions over `vectors` of the other inner folds.
fn judged(stories: &[&Vec<Pair>], vectors: &[Vec<Vec<f64>>]) -> Vec<Vec<Vec<f64>>> {
    // A story and its altered copy stand side by side and are of one fold.
    let fold = |n: usize| n / 2 % INNER;
    let mut out = vec![Vec::new(); stories.len()];
    for inner in 0..INNER {
        let (own, others): (Vec<usize>, Vec<usize>) = (0..stories.len()).partition(|&n| fold(n) == inner);
        let scorer = fit_vectors(stories, vectors, &others);
        for n in own {
            let scores: Vec<f64> = vectors[n].iter().map(|v| scorer.probability(v)).collect();
            out[n] = again(stories[n], &scores);
        }
    }
    out
}

fn fit_vectors(stories: &[&Vec<Pair>], vectors: &[Vec<Vec<f64>>], chosen: &[usize]) -> Scorer {
    let pairs = chosen.iter().flat_map(|&n| vectors[n].iter().zip(stories[n]));
    let examples: Vec<fit::Example<'_>> = pairs
        .filter(|(_, p)| p.weight > 0.0)
        .filter_map(|(v, p)| Some((v.as_slice(), p.same?, p.weight)))
        .collect();
    let (bias, weights) = fit::fit(&examples);
    Scorer::new(bias, names().zip(weights))
}

/// A story's pairs beside their rivals, by first scores.
fn beside(story: &[Pair], score: impl Fn(&Pair) -> f64) -> Vec<Vec<f64>> {
    let scores: Vec<f64> = story.iter().map(score).collect();
    again(story, &scores)
}

/// A story's pairs beside their rivals, by any scores.
fn again(story: &[Pair], scores: &[f64]) -> Vec<Vec<f64>> {
    let scored: Vec<Scored> = story
        .iter()
        .zip(scores)
        .map(|(p, &score)| Scored {
            claims: p.claims,
            articles: p.articles,
            score,
            sentences: p.sentences,
            equal: features::equal(&p.vector),
            excludes: features::excludes(&p.vector),
        })
        .collect();
    let rivals = competition::features(&scored);
    story.iter().zip(rivals).map(|(p, r)| p.vector.iter().copied().chain(r).collect()).collect()
}

/// Scores every labelled story with weights fitted to the other folds only; `options` go to the scorer.
pub(crate) fn cross_validate(gold: &Path, scorer: &Path, options: &[String]) -> Result<(), Box<dyn Error>> {
    let stories = gold::load(gold)?;
    let reports = Path::new("target/crossval");
    fs::create_dir_all(reports)?;
    for (story, config) in stories.iter().zip(configs(&stories)) {
        let analysis = gainsay::analyse_story(story.articles.clone(), Vec::new(), &config);
        let mut out = fs::File::create(reports.join(format!("{}.json", story.id)))?;
        report::write(
            &analysis,
            report::Format::Json,
            &report::Options { all: true, width: 100, known: &Default::default(), why: false },
            &mut out,
        )?;
    }
    let (stories, labels) = (gold.join("stories"), gold.join("labels"));
    let status = Command::new("python3")
        .arg(scorer)
        .args(["--stories".as_ref(), stories.as_os_str(), "--labels".as_ref(), labels.as_os_str()])
        .args(["--reports".as_ref(), reports.as_os_str()])
        .args(options)
        .status()?;
    if status.success() { Ok(()) } else { Err("the scorer failed".into()) }
}

/// For each story the weights that were fitted to the stories of the other folds.
pub(crate) fn configs(stories: &[Story]) -> Vec<gainsay::Config> {
    Material::of(stories).configs(usize::MAX)
}

/// The labelled pairs that weights are fitted to.
pub(crate) struct Material {
    examples: Vec<Examples>,
    events: Vec<Vec<facts::Pair>>,
}

impl Material {
    pub(crate) fn of(stories: &[Story]) -> Material {
        Material { examples: examples(stories), events: facts::pairs(stories) }
    }

    /// For each story the weights that were fitted to the stories of the other folds, at most so many.
    pub(crate) fn configs(&self, most: usize) -> Vec<gainsay::Config> {
        let folds = folds(&self.examples, most);
        let events = facts::folds(&self.events, most);
        let config = |n: usize| gainsay::Config {
            linker: folds.get(n % FOLDS).cloned(),
            facts: events.get(n % FOLDS).cloned(),
            ..gainsay::Config::default()
        };
        (0..self.examples.len()).map(config).collect()
    }
}

/// Area under the curve, best F1, and how the probabilities fit the shares.
fn quality(scored: &mut [(f64, bool)]) {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let total = scored.iter().filter(|s| s.1).count();
    let (mut hits, mut area, mut best) = (0usize, 0.0, (0.0, 0.0, 0.0, 0.0));
    for (n, &(score, same)) in scored.iter().enumerate() {
        if same {
            hits += 1;
            area += (scored.len() - total) as f64 - (n + 1 - hits) as f64;
        }
        let (p, r) = (hits as f64 / (n + 1) as f64, hits as f64 / total as f64);
        let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        if f > best.0 {
            best = (f, p, r, score);
        }
    }
    let auc = area / (total as f64 * (scored.len() - total) as f64);
    println!(
        "AUC {auc:.4}; best F1 {:.3} (precision {:.3}, recall {:.3}) at {:.3}",
        best.0, best.1, best.2, best.3
    );
    println!("reliability: predicted → observed (pairs)");
    for bin in 0..10 {
        let (low, high) = (f64::from(bin) / 10.0, f64::from(bin + 1) / 10.0);
        let inside: Vec<_> = scored.iter().filter(|s| s.0 >= low && s.0 < high).collect();
        if !inside.is_empty() {
            let mean = inside.iter().map(|s| s.0).sum::<f64>() / inside.len() as f64;
            let seen = inside.iter().filter(|s| s.1).count() as f64 / inside.len() as f64;
            println!("  {mean:.2} → {seen:.2} ({})", inside.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fold_is_scored_by_others_taken_evenly() {
        let stories: Vec<usize> = (0..40).collect();
        let taken = |most| others(&stories, 3, most);
        assert_eq!(taken(usize::MAX).len(), 36);
        assert_eq!(taken(3), [&0, &14, &27]);
        assert!(taken(usize::MAX).iter().all(|n| *n % FOLDS != 3));
        assert!(taken(0).is_empty());
    }
}
