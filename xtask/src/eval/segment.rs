//! Scores sentences and tokens: the texts of a treebank, put together again, are cut and compared span by span.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args as ClapArgs;
use gainsay::analyse;
use gainsay::model::Article;

const DEV: [&str; 3] = ["gum-dev", "gum-dev-news", "ewt-dev"];
const TEST: [&str; 3] = ["gum-test", "gum-test-news", "ewt-test"];

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// Folder with the treebank.
    #[arg(long, default_value = "../shared/treebank")]
    treebank: PathBuf,
    /// The test files instead of the dev files.
    #[arg(long)]
    test: bool,
    /// Print this many errors of each file.
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

type Spans = BTreeSet<(usize, usize)>;

/// A text put together again, with the spans it was annotated with.
#[derive(Default)]
struct Gold {
    text: String,
    sentences: Spans,
    tokens: Spans,
}

/// Agreement of two sets of spans.
#[derive(Default)]
struct Score {
    both: usize,
    found: usize,
    gold: usize,
}

impl Score {
    fn add(&mut self, found: &Spans, gold: &Spans) {
        self.both += found.intersection(gold).count();
        self.found += found.len();
        self.gold += gold.len();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.found + self.gold).max(1) as f64
    }
}

pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    println!("| file | sentences | P | R | F1 | tokens | F1 | MB/s |\n|---|--:|--:|--:|--:|--:|--:|--:|");
    for name in if args.test { TEST } else { DEV } {
        let documents = read(&args.treebank.join(format!("{name}.conllu")))?;
        let (mut sentences, mut tokens) = (Score::default(), Score::default());
        let mut left = args.errors;
        let mut seconds = 0.0;
        let mut bytes = 0;
        for gold in &documents {
            let article = article(&gold.text);
            let start = Instant::now();
            let document = analyse::segment(&article, 0);
            seconds += start.elapsed().as_secs_f64();
            bytes += gold.text.len();
            let spans: Spans =
                document.sentences.iter().map(|s| (s.start as usize, s.end as usize)).collect();
            let words: Spans = document.tokens.iter().map(|t| (t.start as usize, t.end as usize)).collect();
            sentences.add(&spans, &gold.sentences);
            tokens.add(&words, &gold.tokens);
            show("sentence", &gold.text, &spans, &gold.sentences, &mut left);
            show("token", &gold.text, &words, &gold.tokens, &mut left);
        }
        println!(
            "| {name} | {} | {:.2} | {:.2} | {:.2} | {} | {:.2} | {:.0} |",
            sentences.gold,
            100.0 * sentences.both as f64 / sentences.found.max(1) as f64,
            100.0 * sentences.both as f64 / sentences.gold.max(1) as f64,
            sentences.f1(),
            tokens.gold,
            tokens.f1(),
            bytes as f64 / 1e6 / seconds
        );
    }
    Ok(())
}

fn show(what: &str, text: &str, found: &Spans, gold: &Spans, left: &mut usize) {
    let words = |set: &Spans, range: (usize, usize)| {
        let inside = set.range((range.0, 0)..).take_while(|s| s.0 < range.1);
        inside.map(|&(a, b)| text[a..b].to_owned()).collect::<Vec<_>>().join(" ¦ ")
    };
    for &(a, b) in found.difference(gold).filter(|s| !gold.contains(s)) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let reach = gold.range(..=(a, usize::MAX)).next_back().map_or((a, b), |g| (g.0.min(a), g.1.max(b)));
        println!("{what}: [{}]  gold: [{}]", words(found, reach), words(gold, reach));
    }
}

fn article(text: &str) -> Article {
    Article { text: text.to_owned(), ..Article::default() }
}

fn read(path: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut documents: Vec<Gold> = Vec::new();
    let mut gap = "";
    for block in file.split("\n\n").filter(|b| !b.trim().is_empty()) {
        let fresh = block.lines().any(|l| l.starts_with("# newdoc"));
        if fresh || documents.is_empty() {
            documents.push(Gold::default());
            gap = "";
        } else if block.lines().any(|l| l.starts_with("# newpar")) {
            gap = "\n\n";
        }
        if let Some(gold) = documents.last_mut() {
            gap = sentence(block, gold, gap);
        }
    }
    Ok(documents)
}

/// Adds a sentence to its text and returns the white space after it.
fn sentence(block: &str, gold: &mut Gold, before: &'static str) -> &'static str {
    gold.text.push_str(before);
    let begin = gold.text.len();
    let (mut end, mut gap) = (begin, "");
    let (mut joined_to, mut joined_gap) = (0usize, " ");
    for line in block.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, .., misc] = fields[..] else { continue };
        let space = if misc.split('|').any(|m| m == "SpaceAfter=No") { "" } else { " " };
        if let Some((_, last)) = id.split_once('-') {
            (joined_to, joined_gap) = (last.parse().unwrap_or(0), space);
        }
        let Ok(number) = id.parse::<usize>() else { continue };
        gold.text.push_str(gap);
        let start = gold.text.len();
        gold.text.push_str(form);
        end = gold.text.len();
        gold.tokens.insert((start, end));
        gap = match number {
            n if n < joined_to => "",
            n if n == joined_to => joined_gap,
            _ => space,
        };
    }
    gold.sentences.insert((begin, end));
    gap
}
