//! Scores the tagger, lemmatiser and parser against the treebank.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use gainsay::analyse::models::{Context, Label, Lemmatiser, Parser, Tagger, base_form};
use gainsay::model::{DepRel, Upos};

use super::Scoring;
use super::treebank::{self, Sentence};

const DEV: [&str; 3] = ["gum-dev", "ewt-dev", "gum-dev-news"];
const TEST: [&str; 3] = ["gum-test", "ewt-test", "gum-test-news"];

/// The three models at work.
struct Models<'m> {
    tagger: Tagger<'m>,
    lemmatiser: Lemmatiser<'m>,
    parser: Parser<'m>,
}

/// What was right.
#[derive(Default)]
struct Score {
    words: u32,
    upos: u32,
    penn: u32,
    lemmas: u32,
    heads: u32,
    arcs: u32,
    tagging: Duration,
    parsing: Duration,
    /// Relation → found, there, both.
    relations: BTreeMap<DepRel, [u32; 3]>,
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
    println!("| file | words | UPOS | Penn | lemma | UAS | LAS | tagged/s | parsed/s |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
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
        let mut context = Context::default();
        for sentence in sentences {
            let forms = sentence.forms();
            let start = Instant::now();
            let labels = self.tagger.tag(&forms, &mut context);
            score.tagging += start.elapsed();
            let start = Instant::now();
            let parsed = self.parser.parse(&self.tagger.inputs(&labels, &forms, &context));
            score.parsing += start.elapsed();
            self.tags(sentence, &labels, &mut score);
            score.arcs(sentence, &parsed);
        }
        score
    }

    fn tags(&self, sentence: &Sentence, labels: &[Label], score: &mut Score) {
        for (word, label) in sentence.words.iter().zip(labels) {
            let (upos, penn) = self.tagger.tags(*label);
            let lemma = self.lemmatiser.lemma(&word.form, upos, penn);
            score.words += 1;
            score.upos += u32::from(upos == word.upos);
            score.penn += u32::from(penn == word.penn);
            score.lemmas += u32::from(lemma.to_lowercase() == base_form(&word.lemma, Upos::X));
        }
    }
}

impl Score {
    fn arcs(&mut self, sentence: &Sentence, parsed: &[(usize, DepRel)]) {
        for (word, (head, relation)) in sentence.words.iter().zip(parsed) {
            let right = word.head == *head && word.deprel == *relation;
            self.heads += u32::from(word.head == *head);
            self.arcs += u32::from(right);
            self.relations.entry(*relation).or_default()[0] += 1;
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
            share(self.upos),
            share(self.penn),
            share(self.lemmas),
            share(self.heads),
            share(self.arcs),
            speed(self.tagging),
            speed(self.parsing),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

/// Unlabelled and labelled attachment scores, in percent.
pub(crate) fn attachment(sentences: &[Sentence], tagger: &Tagger<'_>, parser: &Parser<'_>) -> (f64, f64) {
    let mut context = Context::default();
    let mut score = Score::default();
    for sentence in sentences {
        let forms = sentence.forms();
        let labels = tagger.tag(&forms, &mut context);
        score.arcs(sentence, &parser.parse(&tagger.inputs(&labels, &forms, &context)));
        score.words += labels.len() as u32;
    }
    let share = |n: u32| f64::from(n) / f64::from(score.words) * 100.0;
    (share(score.heads), share(score.arcs))
}
