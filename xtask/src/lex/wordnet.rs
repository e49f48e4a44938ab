//! Reads WordNet's database files (wndb(5WN)): synsets with their words and pointers, senses with their counts.

use std::collections::{BTreeMap, HashMap};
use std::fs::read_to_string;
use std::path::Path;

use super::Result;

/// Part of speech; satellites count as adjectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pos {
    Noun,
    Verb,
    Adj,
    Adv,
}

impl Pos {
    const ALL: [(Pos, &'static str); 4] =
        [(Pos::Noun, "noun"), (Pos::Verb, "verb"), (Pos::Adj, "adj"), (Pos::Adv, "adv")];

    /// From the letter of the data files or the number of the sense keys.
    fn parse(code: &str) -> Result<Pos> {
        Ok(match code {
            "n" | "1" => Pos::Noun,
            "v" | "2" => Pos::Verb,
            "a" | "s" | "3" | "5" => Pos::Adj,
            "r" | "4" => Pos::Adv,
            _ => return Err(format!("part of speech {code:?}").into()),
        })
    }
}

/// An arrow from a synset, or from one of its words, to another.
pub(crate) struct Pointer {
    /// "@" hypernym, "!" antonym, "+" derivation, …
    pub(crate) symbol: String,
    /// Number of the synset it points to.
    pub(crate) target: usize,
    /// The word it starts from, from 1; 0 for the whole synset.
    pub(crate) from: usize,
    /// The word it points to, from 1; 0 for the whole synset.
    pub(crate) to: usize,
}

/// Words of one meaning.
pub(crate) struct Synset {
    pub(crate) pos: Pos,
    /// In lower case, spaces for underscores.
    pub(crate) words: Vec<String>,
    pub(crate) pointers: Vec<Pointer>,
}

/// A meaning of a lemma and how often it was met in WordNet's tagged text.
pub(crate) struct Sense {
    pub(crate) synset: usize,
    pub(crate) count: u32,
}

/// The whole database.
pub(crate) struct WordNet {
    pub(crate) synsets: Vec<Synset>,
    /// Most frequent sense first.
    pub(crate) senses: BTreeMap<(String, Pos), Vec<Sense>>,
}

impl WordNet {
    /// Reads the folder that holds data.noun, index.noun, cntlist.rev and so on.
    pub(crate) fn read(folder: &Path) -> Result<WordNet> {
        let mut lines = Vec::new();
        for (pos, name) in Pos::ALL {
            let text = read_to_string(folder.join(format!("data.{name}")))?;
            lines.extend(text.lines().filter(|l| !l.starts_with(' ')).map(|l| (pos, l.to_owned())));
        }
        let numbers: HashMap<(Pos, &str), usize> = lines
            .iter()
            .enumerate()
            .map(|(n, (pos, line))| ((*pos, line.get(..8).unwrap_or("")), n))
            .collect();
        let synsets =
            lines.iter().map(|(pos, line)| synset(*pos, line, &numbers)).collect::<Result<Vec<_>>>()?;
        let counts = counts(&read_to_string(folder.join("cntlist.rev"))?)?;
        let mut senses = BTreeMap::new();
        for (pos, name) in Pos::ALL {
            for line in read_to_string(folder.join(format!("index.{name}")))?.lines() {
                if !line.starts_with(' ') {
                    let (lemma, offsets) = index_line(line)?;
                    senses.insert((lemma.clone(), pos), sense_list(&lemma, pos, &offsets, &numbers, &counts));
                }
            }
        }
        Ok(WordNet { synsets, senses })
    }
}

/// One line of a data file: offset, file, type, words, pointers.
fn synset(pos: Pos, line: &str, numbers: &HashMap<(Pos, &str), usize>) -> Result<Synset> {
    let mut fields = line.split(' ').skip(3);
    let mut next = || fields.next().ok_or_else(|| format!("cut short: {line}"));
    let mut words = Vec::new();
    for _ in 0..usize::from_str_radix(next()?, 16)? {
        let word = next()?.to_lowercase().replace('_', " ");
        words.push(word.split('(').next().unwrap_or_default().to_owned());
        next()?;
    }
    let mut pointers = Vec::new();
    for _ in 0..next()?.parse::<usize>()? {
        let (symbol, offset, target_pos, ends) = (next()?, next()?, Pos::parse(next()?)?, next()?);
        let target = *numbers.get(&(target_pos, offset)).ok_or("pointer to nowhere")?;
        let ends = usize::from_str_radix(ends, 16)?;
        pointers.push(Pointer { symbol: symbol.to_owned(), target, from: ends >> 8, to: ends & 0xff });
    }
    Ok(Synset { pos, words, pointers })
}

/// One line of an index file: the lemma and the offsets of its senses.
fn index_line(line: &str) -> Result<(String, Vec<String>)> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let (lemma, senses) = (fields.first().ok_or("empty line")?, fields.get(2).ok_or("cut short")?);
    let from = fields.len().checked_sub(senses.parse::<usize>()?).ok_or("cut short")?;
    Ok((lemma.replace('_', " "), fields.iter().skip(from).map(|o| (*o).to_owned()).collect()))
}

fn sense_list(
    lemma: &str,
    pos: Pos,
    offsets: &[String],
    numbers: &HashMap<(Pos, &str), usize>,
    counts: &HashMap<(String, Pos, usize), u32>,
) -> Vec<Sense> {
    let numbered = (1..).zip(offsets);
    numbered
        .filter_map(|(number, offset)| {
            let synset = *numbers.get(&(pos, offset.as_str()))?;
            let count = counts.get(&(lemma.to_owned(), pos, number)).copied().unwrap_or(0);
            Some(Sense { synset, count })
        })
        .collect()
}

/// cntlist.rev: "lemma%type:… sense-number count" per line.
fn counts(text: &str) -> Result<HashMap<(String, Pos, usize), u32>> {
    let mut counts = HashMap::new();
    for line in text.lines() {
        let mut fields = line.split(' ');
        let (key, number, count) = (
            fields.next().ok_or("no key")?,
            fields.next().ok_or("no number")?,
            fields.next().ok_or("no count")?,
        );
        let (lemma, rest) = key.split_once('%').ok_or("no sense key")?;
        let pos = Pos::parse(rest.get(..1).unwrap_or_default())?;
        counts.insert((lemma.replace('_', " "), pos, number.parse()?), count.parse()?);
    }
    Ok(counts)
}
