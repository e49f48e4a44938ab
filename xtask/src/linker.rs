//! `cargo xtask train linker`: logistic regression over the pair features, cross-validated by story.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use gainsay::link::Scorer;
use gainsay::link::features::{NAMES, Vector};
use gainsay::model::{Claim, ClaimId, Kind};
use gainsay::report;

use crate::gold::{self, Story};

/// Folds of the cross-validation; a story's fold is its number modulo this.
pub(crate) const FOLDS: usize = 10;
const RIDGE: f64 = 1.0;
const STEPS: usize = 30;

/// A candidate pair with its label.
pub(crate) struct Pair {
    pub(crate) story: usize,
    pub(crate) vector: Vector,
    pub(crate) same: bool,
}

/// Trains on all stories and writes models/linker.json; prints the cross-validated quality of the pair scores.
pub(crate) fn train(gold: &Path, out: &Path, dump: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let stories = gold::load(gold)?;
    let pairs = pairs(&stories);
    if let Some(path) = dump {
        fs::write(path, table(&pairs))?;
    }
    let positives = pairs.iter().filter(|p| p.same).count();
    println!("{} stories, {} pairs, {positives} of one question", stories.len(), pairs.len());
    let mut scored = Vec::new();
    for fold in 0..FOLDS {
        let scorer = fit(pairs.iter().filter(|p| p.story % FOLDS != fold));
        scored.extend(
            pairs.iter().filter(|p| p.story % FOLDS == fold).map(|p| (scorer.probability(&p.vector), p.same)),
        );
    }
    quality(&mut scored);
    let scorer = fit(pairs.iter());
    fs::write(out, serde_json::to_string_pretty(&scorer)? + "\n")?;
    Ok(())
}

/// Scores every labelled story with weights fitted to the other folds only; `options` go to the scorer.
pub(crate) fn cross_validate(gold: &Path, scorer: &Path, options: &[String]) -> Result<(), Box<dyn Error>> {
    let stories = gold::load(gold)?;
    let pairs = pairs(&stories);
    let folds: Vec<Scorer> =
        (0..FOLDS).map(|fold| fit(pairs.iter().filter(|p| p.story % FOLDS != fold))).collect();
    let reports = Path::new("target/crossval");
    fs::create_dir_all(reports)?;
    for (number, story) in stories.iter().enumerate() {
        let config = gainsay::Config { scorer: Some(folds[number % FOLDS].clone()) };
        let analysis = gainsay::analyse_story(story.articles.clone(), Vec::new(), &config);
        let mut out = fs::File::create(reports.join(format!("{}.json", story.id)))?;
        report::write(&analysis, report::Format::Json, &report::Options { all: true, width: 100 }, &mut out)?;
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

/// The labelled candidate pairs of all stories. Claims that several questions of a kind could mean are left out.
pub(crate) fn pairs(stories: &[Story]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        let claims = gainsay::pipeline::claims(&story.articles);
        let answers: Vec<Vec<Answer>> = claims.iter().map(|c| answers(story, &claims, c)).collect();
        for (a, b, vector) in gainsay::link::candidate_pairs(&claims) {
            let (ClaimId(a), ClaimId(b)) = (a, b);
            let (a, b) = (a as usize, b as usize);
            if claims[a].article == claims[b].article {
                continue;
            }
            let same = |sure: bool| {
                answers[a]
                    .iter()
                    .any(|x| answers[b].iter().any(|y| x.slot == y.slot && (!sure || x.sure && y.sure)))
            };
            if same(false) && !same(true) {
                continue;
            }
            pairs.push(Pair { story: number, vector, same: same(true) });
        }
    }
    pairs
}

struct Answer {
    slot: usize,
    sure: bool,
}

/// The labelled questions that a claim answers.
fn answers(story: &Story, claims: &[Claim], claim: &Claim) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (slot, label) in story.slots.iter().enumerate() {
        if label.verdict == "different" || !fits(label.kind, claim.kind) {
            continue;
        }
        for passage in &label.claims {
            let spans = story.spans(passage);
            if !spans.iter().any(|s| s.overlaps(&claim.span)) {
                continue;
            }
            let rivals = claims
                .iter()
                .filter(|c| c.kind == claim.kind && spans.iter().any(|s| s.overlaps(&c.span)))
                .filter(|c| c.span != claim.span)
                .count();
            let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
            let words = story.articles[claim.article as usize].quote(&claim.span);
            let value = digits(&passage.value.to_string());
            let sure = rivals == 0 || (!digits(words).is_empty() && digits(words) == value);
            answers.push(Answer { slot, sure });
        }
    }
    answers
}

pub(crate) fn fits(label: Kind, ours: Kind) -> bool {
    match label {
        Kind::Vote | Kind::Score => matches!(ours, Kind::Vote | Kind::Score),
        Kind::Count | Kind::Ratio | Kind::Percent => {
            matches!(ours, Kind::Count | Kind::Ratio | Kind::Percent)
        }
        Kind::Date | Kind::Time => matches!(ours, Kind::Date | Kind::Time),
        Kind::Duration => matches!(ours, Kind::Duration | Kind::Date),
        _ => label == ours,
    }
}

/// Logistic regression with a ridge penalty by Newton's method (iteratively reweighted least squares).
pub(crate) fn fit<'p>(pairs: impl Iterator<Item = &'p Pair> + Clone) -> Scorer {
    const N: usize = NAMES.len() + 1;
    let mut w = [0.0f64; N];
    for _ in 0..STEPS {
        let mut gradient = [0.0; N];
        let mut hessian = vec![[0.0; N]; N];
        for pair in pairs.clone() {
            let mut x = [1.0; N];
            x[1..].copy_from_slice(&pair.vector);
            let z: f64 = x.iter().zip(&w).map(|(a, b)| a * b).sum();
            let p = 1.0 / (1.0 + (-z).exp());
            let error = f64::from(u8::from(pair.same)) - p;
            let weight = (p * (1.0 - p)).max(1e-9);
            for i in 0..N {
                gradient[i] += error * x[i];
                if x[i] != 0.0 {
                    for j in 0..N {
                        hessian[i][j] += weight * x[i] * x[j];
                    }
                }
            }
        }
        for i in 0..N {
            let ridge = if i == 0 { 1e-6 } else { RIDGE };
            gradient[i] -= ridge * w[i];
            hessian[i][i] += ridge;
        }
        let step = solve(hessian, gradient);
        for i in 0..N {
            w[i] += step[i];
        }
        if step.iter().all(|s| s.abs() < 1e-9) {
            break;
        }
    }
    let mut weights = [0.0; NAMES.len()];
    weights.copy_from_slice(&w[1..]);
    Scorer::from_weights(round(w[0]), &weights.map(round))
}

fn round(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

/// Gaussian elimination with partial pivoting.
fn solve<const N: usize>(mut m: Vec<[f64; N]>, mut y: [f64; N]) -> [f64; N] {
    for i in 0..N {
        let pivot = (i..N).max_by(|&a, &b| m[a][i].abs().total_cmp(&m[b][i].abs())).unwrap_or(i);
        m.swap(i, pivot);
        y.swap(i, pivot);
        for row in i + 1..N {
            let factor = m[row][i] / m[i][i];
            let above = m[i];
            for (cell, a) in m[row].iter_mut().zip(above).skip(i) {
                *cell -= factor * a;
            }
            y[row] -= factor * y[i];
        }
    }
    for i in (0..N).rev() {
        for j in i + 1..N {
            y[i] -= m[i][j] * y[j];
        }
        y[i] /= m[i][i];
    }
    y
}

/// The pairs as comma-separated values, for trying other learners.
fn table(pairs: &[Pair]) -> String {
    let mut text = format!("story,same,{}\n", NAMES.map(|n| n.replace(' ', "_")).join(","));
    for pair in pairs {
        let values = pair.vector.map(|v| format!("{v:.4}")).join(",");
        text += &format!("{},{},{values}\n", pair.story, u8::from(pair.same));
    }
    text
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
