//! Scores the tagger, lemmatiser and parser against the treebank.

use std::error::Error;
use std::fs;
use std::time::Instant;

use gainsay::analyse::models::{Context, Lemmatiser, Tagger, base_form};
use gainsay::model::Upos;

use super::Scoring;
use super::treebank::{self, Sentence};

const DEV: [&str; 2] = ["gum-dev", "ewt-dev"];
const TEST: [&str; 3] = ["gum-test", "ewt-test", "gum-test-news"];

/// Prints the table.
pub(crate) fn score(scoring: &Scoring) -> Result<(), Box<dyn Error>> {
    let tagger = fs::read(scoring.models.join("tagger.bin"))?;
    let lemmatiser = fs::read(scoring.models.join("lemma.bin"))?;
    let tagger = Tagger::new(&tagger);
    let lemmatiser = Lemmatiser::new(&lemmatiser);
    println!("| file | words | UPOS | Penn | lemma | words/s |\n|---|--:|--:|--:|--:|--:|");
    for name in DEV.iter().chain(TEST.iter().filter(|_| !scoring.dev)) {
        let sentences = treebank::read(&scoring.treebank.join(format!("{name}.conllu")))?;
        println!("{}", row(name, &sentences, &tagger, &lemmatiser));
    }
    Ok(())
}

fn row(name: &str, sentences: &[Sentence], tagger: &Tagger<'_>, lemmatiser: &Lemmatiser<'_>) -> String {
    let mut context = Context::default();
    let start = Instant::now();
    let tagged: Vec<_> = sentences.iter().map(|s| tagger.tag(&s.forms(), &mut context)).collect();
    let seconds = start.elapsed().as_secs_f64();
    let (mut words, mut upos, mut penn, mut lemmas) = (0u32, 0u32, 0u32, 0u32);
    for (sentence, labels) in sentences.iter().zip(&tagged) {
        for (word, label) in sentence.words.iter().zip(labels) {
            let tags = tagger.tags(*label);
            let lemma = lemmatiser.lemma(&word.form, tags.0, tags.1);
            words += 1;
            upos += u32::from(tags.0 == word.upos);
            penn += u32::from(tags.1 == word.penn);
            lemmas += u32::from(lemma.to_lowercase() == base_form(&word.lemma, Upos::X));
        }
    }
    let share = |n: u32| f64::from(n) / f64::from(words) * 100.0;
    format!(
        "| {name} | {words} | {:.2} | {:.2} | {:.2} | {:.0} |",
        share(upos),
        share(penn),
        share(lemmas),
        f64::from(words) / seconds
    )
}
