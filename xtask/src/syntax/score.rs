//! Scores the tagger, lemmatiser and parser against the treebank.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use gainsay::analyse::models::{Context, Known, Label, Lemmatiser, Parsed, Parser, Tagger, base_form};
use gainsay::model::{DepRel, Upos};

use super::Scoring;
use super::treebank::{self, Sentence};

const DEV: [&str; 3] = ["gum-dev", "ewt-dev", "gum-dev-news"];
const TEST: [&str; 3] = ["gum-test", "ewt-test", "gum-test-news"];

/// How often a file is gone through to time it.
const PASSES: usize = 5;
/// Sentences that are parsed together.
const ARTICLE: usize = 30;

/// The three models at work.
struct Models<'m> {
    tagger: Tagger<'m>,
    lemmatiser: Lemmatiser<'m>,
    parser: Parser<'m>,
}

/// What was right.
#[derive(Default)]
struct Score {
    /// By the tagger alone, and with the parser's choice.
    tagged: Tags,
    retagged: Tags,
    words: u32,
    heads: u32,
    arcs: u32,
    tagging: Duration,
    parsing: Duration,
    /// Relation → found, there, both.
    relations: BTreeMap<DepRel, [u32; 3]>,
}

/// Tags and lemmas that were right.
#[derive(Default)]
struct Tags {
    upos: u32,
    penn: u32,
    lemmas: u32,
}

/// Prints the tables.
pub(crate) fn score(scoring: &Scoring) -> Result<(), Box<dyn Error>> {
    let file = |name: &str| fs::read(scoring.models.join(name));
    let (tagger, lemmatiser, parser) = (file("tagger.bin")?, file("lemma.bin")?, file("parser.bin")?);
    let start = Instant::now();
    let models = Models {
        tagger: Tagger::new(&tagger),
        lemmatiser: Lemmatiser::new(&lemmatiser),
        parser: Parser::new(&parser),
    };
    println!("Loaded in {:.1} ms.\n", start.elapsed().as_secs_f64() * 1000.0);
    println!("Tagger alone, then tags as the parser puts them right; words per second.\n");
    println!(
        "| file | words | UPOS | Penn | lemma | UPOS | Penn | lemma | UAS | LAS | tagged/s | parsed/s |"
    );
    println!("|---|{}", "--:|".repeat(11));
    let mut relations: Vec<(&str, BTreeMap<DepRel, [u32; 3]>)> = Vec::new();
    for name in DEV.into_iter().chain(TEST.into_iter().filter(|_| !scoring.dev)) {
        let sentences = treebank::read(&scoring.treebank.join(format!("{name}.conllu")))?;
        let score = models.score(&sentences);
        println!("{}", score.row(name));
        relations.push((name, score.relations));
    }
    let shown: Vec<_> = relations.iter().filter(|(name, _)| scoring.dev || TEST.contains(name)).collect();
    let names: Vec<&str> = shown.iter().map(|(name, _)| *name).collect();
    println!("\n| relation | {} |\n|---{}|", names.join(" | "), "|--:".repeat(names.len()));
    for relation in DepRel::ALL {
        let counts = shown.iter().map(|(_, all)| all.get(&relation).copied().unwrap_or_default());
        let cells: Vec<String> = counts.map(f1).collect();
        println!("| {} | {} |", relation.as_str(), cells.join(" | "));
    }
    Ok(())
}

/// The harmonic mean of precision and recall, in percent.
fn f1([found, there, both]: [u32; 3]) -> String {
    match found + there {
        0 => String::new(),
        sum => format!("{:.1}", 200.0 * f64::from(both) / f64::from(sum)),
    }
}

impl Models<'_> {
    fn score(&self, sentences: &[Sentence]) -> Score {
        let mut score = Score::default();
        let (mut context, mut known) = (Context::default(), Known::default());
        let forms: Vec<Vec<&str>> = sentences.iter().map(Sentence::forms).collect();
        let (mut all_labels, mut inputs) = (Vec::new(), Vec::new());
        for forms in &forms {
            let labels = self.tagger.tag(forms, &mut context);
            inputs.push(self.tagger.inputs(&labels, forms, &context));
            all_labels.push(labels);
        }
        let parsed = self.parser.parse(&inputs, &mut known);
        for ((sentence, labels), parsed) in sentences.iter().zip(all_labels).zip(parsed) {
            let better: Vec<Label> = parsed.iter().map(|p| p.label).collect();
            score.tagged.add(self, sentence, &labels);
            score.retagged.add(self, sentence, &better);
            score.arcs(sentence, &parsed);
        }
        score.tagging = self.best_time(sentences, false);
        score.parsing = self.best_time(sentences, true).saturating_sub(score.tagging);
        score
    }

    /// The shortest of several passes over the sentences: the others shared the core with somebody.
    fn best_time(&self, sentences: &[Sentence], parse: bool) -> Duration {
        let mut context = Context::default();
        let forms: Vec<Vec<&str>> = sentences.iter().map(Sentence::forms).collect();
        let mut pass = || {
            let start = Instant::now();
            // No pass profits from another.
            let (mut known, mut inputs) = (Known::default(), Vec::new());
            for forms in &forms {
                let labels = self.tagger.tag(forms, &mut context);
                if parse {
                    inputs.push(self.tagger.inputs(&labels, forms, &context));
                } else {
                    black_box(labels);
                }
                // As many sentences at a time as an article has.
                if inputs.len() == ARTICLE {
                    black_box(self.parser.parse(&inputs, &mut known));
                    inputs.clear();
                }
            }
            black_box(self.parser.parse(&inputs, &mut known));
            start.elapsed()
        };
        (0..PASSES).map(|_| pass()).min().unwrap_or_default()
    }
}

impl Tags {
    fn add(&mut self, models: &Models<'_>, sentence: &Sentence, labels: &[Label]) {
        for (word, label) in sentence.words.iter().zip(labels) {
            let (upos, penn) = models.tagger.tags(*label);
            let lemma = models.lemmatiser.lemma(&word.form, upos, penn);
            self.upos += u32::from(upos == word.upos);
            self.penn += u32::from(penn == word.penn);
            self.lemmas += u32::from(lemma.to_lowercase() == base_form(&word.lemma, Upos::X));
        }
    }
}

impl Score {
    fn arcs(&mut self, sentence: &Sentence, parsed: &[Parsed]) {
        for (word, parsed) in sentence.words.iter().zip(parsed) {
            let right = word.head == parsed.head && word.deprel == parsed.relation;
            self.words += 1;
            self.heads += u32::from(word.head == parsed.head);
            self.arcs += u32::from(right);
            self.relations.entry(parsed.relation).or_default()[0] += 1;
            let there = self.relations.entry(word.deprel).or_default();
            there[1] += 1;
            there[2] += u32::from(right);
        }
    }

    fn row(&self, name: &str) -> String {
        let share = |n: u32| format!("{:.2}", f64::from(n) / f64::from(self.words) * 100.0);
        let speed = |time: Duration| format!("{:.0}", f64::from(self.words) / time.as_secs_f64());
        let cells = [
            name.to_owned(),
            self.words.to_string(),
            share(self.tagged.upos),
            share(self.tagged.penn),
            share(self.tagged.lemmas),
            share(self.retagged.upos),
            share(self.retagged.penn),
            share(self.retagged.lemmas),
            share(self.heads),
            share(self.arcs),
            speed(self.tagging),
            speed(self.parsing),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

/// The scores to watch while training.
pub(crate) fn attachment(sentences: &[Sentence], tagger: &Tagger<'_>, parser: &Parser<'_>) -> String {
    let (mut context, mut known) = (Context::default(), Known::default());
    let mut score = Score::default();
    let mut upos = 0;
    for sentence in sentences {
        let forms = sentence.forms();
        let labels = tagger.tag(&forms, &mut context);
        let inputs = tagger.inputs(&labels, &forms, &context);
        let parsed = parser.parse(&[inputs], &mut known).pop().unwrap_or_default();
        let right = |(p, w): &(&Parsed, &treebank::Word)| tagger.tags(p.label).0 == w.upos;
        upos += parsed.iter().zip(&sentence.words).filter(right).count() as u32;
        score.arcs(sentence, &parsed);
    }
    let share = |n: u32| f64::from(n) / f64::from(score.words) * 100.0;
    format!("UPOS {:.2}, UAS {:.2}, LAS {:.2}", share(upos), share(score.heads), share(score.arcs))
}
