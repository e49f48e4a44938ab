//! Reading quantities, against quantulum3 and Recognizers-Text on the same sentences, and how many each reads right.
//!
//! The peers run in a virtual environment (`target/peers`, made on the first run from PyPI); a peer that cannot be
//! installed is left out and named.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gainsay::{analyse::segment, model::Article, normalise};
use serde_json::Value;

use super::Args;
use crate::eval::root;

const SET: &str = "NewsQuant";
/// Name, and its script in `xtask/peers`.
const PEERS: [(&str, &str); 2] = [("quantulum3", "quantulum.py"), ("Recognizers-Text", "recognizers.py")];
/// Recognizers-Text needs an `emoji` before 2.
const PACKAGES: [&str; 3] = ["quantulum3==0.10.0", "recognizers-text-suite==1.0.2a2", "emoji==1.7.0"];

pub(super) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let specs = args.shared.join("specs");
    let lines = fs::read_to_string(specs.join(format!("{SET}.jsonl")))?;
    let texts: Vec<String> = lines
        .lines()
        .filter_map(|l| Some(serde_json::from_str::<Value>(l).ok()?.get("text")?.as_str()?.to_owned()))
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} sentences, {bytes} bytes ({SET})", texts.len());
    println!(
        "{:18} {:>11} {:>11} {:>9}  {:>7}  {:>12}",
        "", "reading", "a sentence", "ratio", "F1", "value + unit"
    );
    let own = reading(&texts, args.runs);
    let program = root().join("target/release/gainsay");
    row("gainsay", own, own, texts.len(), &score(args, &program)?);
    if let Err(problem) = environment() {
        println!("the peers cannot be installed: {problem}");
        return Ok(());
    }
    for (name, script) in PEERS {
        let script = root().join("xtask/peers").join(script);
        match peer(&script, &specs) {
            Ok(time) => row(name, time, own, texts.len(), &score(args, &script)?),
            Err(problem) => println!("{name:18} {problem}"),
        }
    }
    Ok(())
}

fn row(name: &str, time: Duration, own: Duration, sentences: usize, scores: &BTreeMap<String, f64>) {
    let micros = time.as_secs_f64() * 1e6 / sentences.max(1) as f64;
    let ratio = time.as_secs_f64() / own.as_secs_f64();
    let f1 = |measure: &str| scores.get(measure).map_or_else(|| "-".to_owned(), |f| format!("{f:.1}"));
    let time = format!("{:.2} ms", time.as_secs_f64() * 1e3);
    let micros = format!("{micros:.1} µs");
    println!("{name:18} {time:>11} {micros:>11} {ratio:>8.0}×  {:>7}  {:>12}", f1("value"), f1("value+unit"));
}

/// The fastest of several runs over all sentences: tokens, quantities and times, without tags and parse.
fn reading(texts: &[String], runs: usize) -> Duration {
    let articles: Vec<Article> =
        texts.iter().map(|t| Article { text: t.clone(), ..Article::default() }).collect();
    let mut best = Duration::MAX;
    for _ in 0..runs.max(1) {
        let start = Instant::now();
        for article in &articles {
            let document = segment(article, 0);
            for sentence in &document.sentences {
                std::hint::black_box(normalise::mentions(&article.text, document.tokens_of(sentence), None));
            }
        }
        best = best.min(start.elapsed());
    }
    best
}

/// Python of the peers' environment, which is made where there is none.
fn environment() -> Result<(), Box<dyn Error>> {
    if python().exists() {
        return Ok(());
    }
    succeed(Command::new("python3").args(["-m", "venv"]).arg(root().join("target/peers")))?;
    succeed(Command::new(python()).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))
}

fn python() -> PathBuf {
    root().join("target/peers/bin/python3")
}

fn succeed(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.stdin(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

/// What a peer says reading took: imports, start and output are not in it.
fn peer(script: &Path, specs: &Path) -> Result<Duration, Box<dyn Error>> {
    let input = File::open(specs.join(format!("{SET}.jsonl")))?;
    let output = Command::new(python()).arg(script).stdin(input).output()?;
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let seconds = errors.lines().last().and_then(|l| l.trim().parse::<f64>().ok());
    match seconds.filter(|_| output.status.success()) {
        Some(seconds) => Ok(Duration::from_secs_f64(seconds)),
        None => Err(errors.lines().last().unwrap_or("no time").to_owned().into()),
    }
}

/// F1 of each measure, by the scorer of the specs; the peers' scripts find their packages through `PATH`.
fn score(args: &Args, program: &Path) -> Result<BTreeMap<String, f64>, Box<dyn Error>> {
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("python3")
        .arg(args.shared.join("eval/mentions.py"))
        .arg("--bin")
        .arg(fs::canonicalize(program)?)
        .args(["--json", "--only", SET, "--specs"])
        .arg(args.shared.join("specs"))
        .env("PATH", format!("{}:{path}", root().join("target/peers/bin").display()))
        .output()?;
    let scores: Value = serde_json::from_slice(&output.stdout)?;
    let measures = scores.get(SET).and_then(Value::as_object).into_iter().flatten();
    Ok(measures.filter_map(|(m, s)| Some((m.clone(), s.get("F1")?.as_f64()?))).collect())
}
