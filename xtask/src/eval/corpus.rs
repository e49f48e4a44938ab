//! CoNLL-U file → its documents as texts, put together again with white space and paragraphs.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use gainsay::model::Article;

pub(crate) type Spans = BTreeSet<(usize, usize)>;

/// A word with its place in the text.
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) penn: String,
    pub(crate) misc: String,
}

/// A text with what it was annotated with.
#[derive(Default)]
pub(crate) struct Gold {
    pub(crate) text: String,
    pub(crate) sentences: Spans,
    pub(crate) words: Vec<Word>,
}

/// An article of nothing but this text.
pub(crate) fn article(text: &str) -> Article {
    Article { text: text.to_owned(), ..Article::default() }
}

/// The documents of a CoNLL-U file.
pub(crate) fn read(path: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
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
        let [id, form, _, _, penn, .., misc] = fields[..] else { continue };
        let space = if misc.split('|').any(|m| m == "SpaceAfter=No") { "" } else { " " };
        if let Some((_, last)) = id.split_once('-') {
            (joined_to, joined_gap) = (last.parse().unwrap_or(0), space);
        }
        let Ok(number) = id.parse::<usize>() else { continue };
        gold.text.push_str(gap);
        let start = gold.text.len();
        gold.text.push_str(form);
        end = gold.text.len();
        gold.words.push(Word { start, end, penn: penn.to_owned(), misc: misc.to_owned() });
        gap = match number {
            n if n < joined_to => "",
            n if n == joined_to => joined_gap,
            _ => space,
        };
    }
    gold.sentences.insert((begin, end));
    gap
}
