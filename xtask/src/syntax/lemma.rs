//! Trains the lemmatiser: rules for endings, and the words that the rules get wrong.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use gainsay::analyse::models::{Lemmatiser, base_form, endings, lemma_key};
use gainsay::model::{Penn, Upos};

use super::treebank::{self, Counts, Word, most};
use super::{Source, tables};

/// A rule: bytes to cut, text to add.
type Rule = (u8, String);

/// Trains and writes models/lemma.bin.
pub(crate) fn train(source: &Source) -> Result<(), Box<dyn Error>> {
    let sentences = treebank::training(&source.treebank)?;
    let words: Vec<&Word> = sentences.iter().flat_map(|s| &s.words).collect();
    fs::create_dir_all(&source.out)?;
    fs::write(source.out.join("lemma.bin"), fit(&words))?;
    Ok(())
}

/// The lemma as we want it: names keep their case.
pub(crate) fn wanted(word: &Word) -> String {
    base_form(&word.lemma, if word.upos == Upos::Num { Upos::X } else { word.upos })
}

fn fit(words: &[&Word]) -> Vec<u8> {
    let mut forms: BTreeMap<(Penn, String), Counts<String>> = BTreeMap::new();
    for word in words.iter().filter(|w| w.lemma != "_") {
        let form = base_form(&word.form, word.upos);
        *forms.entry((word.penn, form)).or_default().entry(wanted(word)).or_default() += 1;
    }
    let rules = rules(&forms);
    let draft = tables::file(&[Vec::new(), tables::table(&rules)]);
    let by_rule = Lemmatiser::new(&draft);
    let mut irregular = BTreeMap::new();
    for ((penn, form), lemmas) in &forms {
        let name = matches!(penn, Penn::Nnp | Penn::Nnps);
        let Some((lemma, count)) = most(lemmas) else { continue };
        // A lemma seen once against the rule is more often a slip of the treebank than an irregular word.
        let sure = count > 1 || matches!(penn, Penn::Vbd | Penn::Vbn | Penn::Nns);
        if !name && sure && by_rule.lemma(form, Upos::X, *penn) != lemma.as_str() {
            irregular.insert(lemma_key(form, *penn), lemma.into_bytes());
        }
    }
    println!("lemma: {} rules, {} irregular forms", rules.len(), irregular.len());
    tables::file(&[tables::table(&irregular), tables::table(&rules)])
}

/// For each ending the rule that most forms follow, where a shorter ending does not say the same.
fn rules(forms: &BTreeMap<(Penn, String), Counts<String>>) -> BTreeMap<u64, Vec<u8>> {
    let mut votes: BTreeMap<(Penn, usize, &str), Counts<Rule>> = BTreeMap::new();
    for ((penn, form), lemmas) in forms {
        let Some(rule) = most(lemmas).and_then(|(lemma, _)| rule(form, &lemma)) else { continue };
        for ending in endings(form) {
            *votes.entry((*penn, ending.len(), ending)).or_default().entry(rule.clone()).or_default() += 1;
        }
    }
    let mut chosen: BTreeMap<(Penn, &str), Rule> = BTreeMap::new();
    let mut out = BTreeMap::new();
    // Shorter endings come first, so that a longer one can be dropped where it adds nothing.
    for ((penn, _, ending), counts) in &votes {
        let Some((rule, count)) = most(counts) else { continue };
        let total: u32 = counts.values().sum();
        let shorter = endings(ending).skip(1).find_map(|e| chosen.get(&(*penn, e)));
        let sure = ending.is_empty() || (count > 1 && count * 4 >= total * 3);
        if sure && shorter != Some(&rule) {
            let payload = [&[rule.0][..], rule.1.as_bytes()].concat();
            out.insert(lemma_key(ending, *penn), payload);
            chosen.insert((*penn, ending), rule);
        }
    }
    out
}

fn rule(form: &str, lemma: &str) -> Option<Rule> {
    let shared: usize =
        form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let cut = u8::try_from(form.len() - shared).ok()?;
    (shared > 0 || form.is_empty()).then(|| (cut, lemma[shared..].to_owned()))
}
