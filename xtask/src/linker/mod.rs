//! `cargo xtask train linker`: two logistic regressions over pairs of claims, cross-validated by story.

mod data;
mod fit;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use gainsay::link::competition::{self, Scored};
use gainsay::link::{Linker, Scorer, features, names};
use gainsay::report;

pub(crate) use data::{Pair, fits, pairs};

use crate::gold::{self, Story};

/// Folds of the cross-validation; a story's fold is its number modulo this.
pub(crate) const FOLDS: usize = 10;
/// Folds inside a training set: the second regression is fitted to first scores that did not see their own story.
const INNER: usize = 5;

/// Trains on all stories and writes models/linker.json; prints the cross-validated quality of the pair scores.
pub(crate) fn train(gold: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let stories = gold::load(gold)?;
    let pairs = pairs(&stories);
    let labelled = pairs.iter().flatten().filter_map(|p| p.same);
    let (all, positives) = labelled.fold((0, 0), |(n, yes), same| (n + 1, yes + usize::from(same)));
    println!("{} stories, {all} pairs, {positives} of one question", stories.len());
    let mut scored = Vec::new();
    for (fold, linker) in folds(&pairs).iter().enumerate() {
        for story in pairs.iter().skip(fold).step_by(FOLDS) {
            let vectors = beside(story, &linker.alone);
            let score = |(p, v): (&Pair, &Vec<f64>)| Some((linker.beside.probability(v), p.same?));
            scored.extend(story.iter().zip(&vectors).filter_map(score));
        }
    }
    quality(&mut scored);
    let linker = fit_linker(&pairs.iter().collect::<Vec<_>>());
    fs::write(out, serde_json::to_string_pretty(&linker)? + "\n")?;
    Ok(())
}

/// For each fold the weights fitted to all the others.
pub(crate) fn folds(pairs: &[Vec<Pair>]) -> Vec<Linker> {
    let without =
        |fold: usize| pairs.iter().enumerate().filter(move |(n, _)| n % FOLDS != fold).map(|(_, p)| p);
    (0..FOLDS).map(|fold| fit_linker(&without(fold).collect::<Vec<_>>())).collect()
}

/// Fits both regressions to the pairs of some stories.
fn fit_linker(stories: &[&Vec<Pair>]) -> Linker {
    let mut vectors = Vec::new();
    let mut labels = Vec::new();
    for inner in 0..INNER {
        let others: Vec<&Pair> = stories
            .iter()
            .enumerate()
            .filter(|(n, _)| n % INNER != inner)
            .flat_map(|(_, s)| s.iter())
            .collect();
        let alone = fit_alone(&others);
        for story in stories.iter().skip(inner).step_by(INNER) {
            vectors.extend(beside(story, &alone));
            labels.extend(story.iter().map(|p| p.same));
        }
    }
    let examples: Vec<(&[f64], bool)> =
        vectors.iter().zip(&labels).filter_map(|(v, same)| Some((v.as_slice(), (*same)?))).collect();
    let (bias, weights) = fit::fit(&examples);
    let all: Vec<&Pair> = stories.iter().flat_map(|s| s.iter()).collect();
    Linker { alone: fit_alone(&all), beside: Scorer::new(bias, names().zip(weights)) }
}

fn fit_alone(pairs: &[&Pair]) -> Scorer {
    let examples: Vec<(&[f64], bool)> =
        pairs.iter().filter_map(|p| Some((p.vector.as_slice(), p.same?))).collect();
    let (bias, weights) = fit::fit(&examples);
    Scorer::new(bias, features::NAMES.into_iter().zip(weights))
}

/// A story's pairs as the second regression sees them.
fn beside(story: &[Pair], alone: &Scorer) -> Vec<Vec<f64>> {
    let scored: Vec<Scored> = story
        .iter()
        .map(|p| Scored {
            claims: p.claims,
            articles: p.articles,
            score: alone.probability(&p.vector),
            equal: features::equal(&p.vector),
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
            &report::Options { all: true, width: 100, known: &Default::default() },
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
    let folds = folds(&pairs(stories));
    (0..stories.len())
        .map(|n| gainsay::Config { linker: folds.get(n % FOLDS).cloned(), ..gainsay::Config::default() })
        .collect()
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
