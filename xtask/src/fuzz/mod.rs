//! `cargo xtask fuzz`: seeds from the examples, changed at random, through every reader, mentions and whole stories, for so
//! many minutes; an input that makes the program panic is kept and named.
//!
//! Stable Rust only: no coverage is measured. `--seed` repeats a run.

mod mutate;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use gainsay::read::{Format, bytes};
use gainsay::report::{self, Options};
use gainsay::{Config, analyse_story, pipeline};

use crate::eval::root;
use mutate::Mutator;

/// How long, and from where.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Minutes to go on
    #[arg(long, default_value_t = 1.0)]
    minutes: f64,
    /// What the random numbers begin with
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// A target: its name, and what it does with an input.
type Target = (&'static str, fn(&[u8]));

/// What an input goes through.
const TARGETS: [Target; 4] =
    [("readers", readers), ("mentions", mentions), ("story", story), ("reports", reports)];

/// Of so many inputs, how many go through each target: readers are quick, whole stories are not.
const TURNS: [usize; 4] = [1000, 30, 4, 1];

/// Runs the targets in turn until the time is up.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let seeds = seeds(&root().join("examples"))?;
    let mut mutator = Mutator::new(args.seed, seeds);
    let end = Instant::now() + Duration::from_secs_f64(60.0 * args.minutes);
    let mut counts = [0usize; TARGETS.len()];
    let mut failures = 0;
    // A panic is reported below, with its input.
    std::panic::set_hook(Box::new(|_| {}));
    while Instant::now() < end {
        for (((name, target), turns), count) in TARGETS.iter().zip(TURNS).zip(&mut counts) {
            for _ in 0..turns {
                let input = mutator.next();
                *count += 1;
                if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
                    failures += 1;
                    println!("{name} panics: {}", keep(name, failures, &input)?.display());
                }
            }
            if Instant::now() >= end {
                break;
            }
        }
    }
    let told: Vec<String> = TARGETS.iter().zip(counts).map(|((name, _), n)| format!("{n} {name}")).collect();
    println!("{} inputs: {}; {failures} panics", counts.iter().sum::<usize>(), told.join(", "));
    if failures == 0 { Ok(()) } else { Err("an input made the program panic".into()) }
}

/// The files of the examples' stories, and of the settings beside them.
fn seeds(folder: &Path) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files.into_iter().map(fs::read).collect::<Result<_, _>>()?)
}

fn keep(name: &str, number: usize, input: &[u8]) -> Result<PathBuf, Box<dyn Error>> {
    let folder = root().join("target/fuzz");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{name}-{number}"));
    fs::write(&path, input)?;
    Ok(path)
}

const FORMATS: [Option<Format>; 5] =
    [None, Some(Format::Text), Some(Format::Markdown), Some(Format::Json), Some(Format::Html)];

fn readers(input: &[u8]) {
    let format = FORMATS[input.len() % FORMATS.len()];
    let read = bytes("fuzz", input, format);
    assert!(!read.articles.is_empty() || !read.problems.is_empty(), "neither read nor refused");
}

fn mentions(input: &[u8]) {
    for article in bytes("fuzz", input, Some(Format::Text)).articles {
        for (mention, _) in pipeline::mentions(&article) {
            let words = article.text.get(mention.start as usize..mention.end as usize);
            assert!(words.is_some_and(|w| !w.is_empty()), "a mention without words");
        }
    }
}

/// The input cut in two articles.
fn halves(input: &[u8]) -> Vec<gainsay::model::Article> {
    let (a, b) = input.split_at(input.len() / 2);
    [a, b].iter().flat_map(|half| bytes("fuzz", half, Some(Format::Text)).articles).collect()
}

fn story(input: &[u8]) {
    let analysis = analyse_story(halves(input), Vec::new(), &Config::default());
    for claim in &analysis.graph.claims {
        let words = analysis.articles.get(claim.article as usize).map(|a| a.quote(&claim.span));
        assert!(words.is_some_and(|w| !w.is_empty()), "a claim without words");
    }
}

fn reports(input: &[u8]) {
    let analysis = analyse_story(halves(input), Vec::new(), &Config::default());
    let options = Options { all: true, width: 80, known: &BTreeSet::new(), why: true };
    for format in report::Format::ALL {
        let mut out = Vec::new();
        assert!(report::write(&analysis, format, &options, &mut out).is_ok(), "a report that fails");
    }
}
