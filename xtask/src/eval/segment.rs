//! Scores sentences and tokens: the texts of a treebank, put together again, are cut and compared span by span.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args as ClapArgs;
use gainsay::analyse;

use super::corpus::{Spans, article, read};

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
            let gold_words: Spans = gold.words.iter().map(|w| (w.start, w.end)).collect();
            sentences.add(&spans, &gold.sentences);
            tokens.add(&words, &gold_words);
            show("sentence", &gold.text, &spans, &gold.sentences, &mut left);
            show("token", &gold.text, &words, &gold_words, &mut left);
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
