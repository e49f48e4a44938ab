//! CoNLL-U files → sentences.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use gainsay::model::{DepRel, Penn, Upos};

/// One word of a treebank.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) upos: Upos,
    pub(crate) penn: Penn,
    /// Index of the head in the sentence; its own for the root.
    pub(crate) head: usize,
    pub(crate) deprel: DepRel,
}

/// One sentence of a treebank.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence {
    /// Number of its document in the file.
    pub(crate) document: usize,
    pub(crate) words: Vec<Word>,
}

impl Sentence {
    pub(crate) fn forms(&self) -> Vec<&str> {
        self.words.iter().map(|w| w.form.as_str()).collect()
    }
}

/// Reads one file; relations that are unknown are mapped to the nearest known one.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Sentence>> {
    let text =
        fs::read_to_string(path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
    let mut sentences = Vec::new();
    let mut current = Sentence::default();
    let mut document = 0;
    for line in text.lines().chain([""]) {
        if line.starts_with("# newdoc") {
            document += 1;
        }
        if line.is_empty() {
            if !current.words.is_empty() {
                current.document = document;
                sentences.push(std::mem::take(&mut current));
            }
        } else if let Some(word) = word(line, current.words.len()) {
            current.words.push(word);
        }
    }
    Ok(sentences)
}

fn word(line: &str, index: usize) -> Option<Word> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, upos, penn, _, head, deprel, ..] = fields[..] else { return None };
    id.parse::<usize>().ok()?;
    let head: usize = head.parse().ok()?;
    Some(Word {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: Upos::parse(upos).unwrap_or(Upos::X),
        penn: Penn::parse(penn).unwrap_or(Penn::Xx),
        head: head.checked_sub(1).unwrap_or(index),
        deprel: relation(deprel),
    })
}

/// The relation of a name; older names and rare subtypes become the nearest one we know.
fn relation(name: &str) -> DepRel {
    match name {
        "obl:npmod" | "obl:tmod" => DepRel::OblUnmarked,
        "nmod:npmod" | "nmod:tmod" => DepRel::NmodUnmarked,
        _ => DepRel::parse(name)
            .or_else(|| DepRel::parse(name.split(':').next().unwrap_or_default()))
            .unwrap_or(DepRel::Dep),
    }
}

/// The training files of a treebank folder, documents numbered through.
pub(crate) fn training(folder: &Path) -> io::Result<Vec<Sentence>> {
    let mut all = read(&folder.join("gum-train.conllu"))?;
    let documents = all.last().map_or(0, |s| s.document + 1);
    let mut more = read(&folder.join("ewt-train.conllu"))?;
    more.iter_mut().for_each(|s| s.document += documents);
    all.append(&mut more);
    Ok(all)
}

/// Counts of things, ordered.
pub(crate) type Counts<K> = BTreeMap<K, u32>;

/// The key counted most often (the first of several).
pub(crate) fn most<K: Ord + Clone>(counts: &Counts<K>) -> Option<(K, u32)> {
    counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(k, n)| (k.clone(), *n))
}
