//! The lexicon: packs the part of WordNet that linking asks for into models/lexicon.bin.
//!
//! Only the common senses of common lemmas go in, so that rare senses do not link everything with everything.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::Result;
use super::fetch;
use super::wordnet::{Pos, Synset, WordNet};

/// Senses of a lemma that are kept, per part of speech.
const SENSES: usize = 3;
/// A sense after the first must have this share of the lemma's tagged occurrences, in per cent.
const SHARE: u32 = 10;
/// Steps from a noun or adjective to the more general ("hurricane" to "storm"); verbs have two.
const LEVELS: usize = 4;
/// A synset with more synsets below it than this says too little ("act", "artifact"), by part of speech.
const BROAD: [(Pos, usize); 2] = [(Pos::Noun, 900), (Pos::Verb, 200)];
/// Lemmas are siblings under a synset that has at most this many children.
const CHILDREN: usize = 25;
/// At most so many items in a list.
const LIST: usize = 40;
/// "person, individual, someone, …" by its first two words.
const PERSON: [&str; 2] = ["person", "individual"];

/// What is known of one lemma; synsets and lemmas by number.
#[derive(Default)]
struct Entry {
    synsets: BTreeSet<usize>,
    above: BTreeSet<usize>,
    parents: BTreeSet<usize>,
    antonyms: BTreeSet<String>,
    derived: BTreeSet<String>,
    person: bool,
}

/// Reads Debian's wordnet-base and writes models/lexicon.bin; some seconds.
pub(crate) fn train() -> Result<()> {
    let wordnet = WordNet::read(&fetch::debian("wordnet-base")?.join("usr/share/wordnet"))?;
    let common = common_words(&fetch::debian("scowl")?.join("usr/share/dict/scowl"))?;
    let entries = Builder::new(&wordnet).entries(&common);
    let packed = pack(&entries)?;
    std::fs::write("models/lexicon.bin", &packed)?;
    println!("models/lexicon.bin: {} lemmas, {} bytes", entries.len(), packed.len());
    Ok(())
}

/// SCOWL's words up to level 50: those a general reader knows.
fn common_words(folder: &Path) -> Result<HashSet<String>> {
    let mut words = HashSet::new();
    for level in ["10", "20", "35", "40", "50"] {
        for list in ["english", "american", "british"] {
            let path = folder.join(format!("{list}-words.{level}"));
            if path.exists() {
                let text: String = std::fs::read(path)?.into_iter().map(char::from).collect();
                words.extend(text.lines().map(str::to_owned));
            }
        }
    }
    Ok(words)
}

/// WordNet with what has to be counted over the whole of it.
struct Builder<'a> {
    wordnet: &'a WordNet,
    /// Number of direct hyponyms by synset.
    children: Vec<usize>,
    /// Number of synsets below, by synset.
    below: Vec<usize>,
    person: BTreeSet<usize>,
}

impl<'a> Builder<'a> {
    fn new(wordnet: &'a WordNet) -> Self {
        let mut hyponyms = vec![Vec::new(); wordnet.synsets.len()];
        for (number, synset) in wordnet.synsets.iter().enumerate() {
            for pointer in synset.pointers.iter().filter(|p| p.symbol == "@") {
                hyponyms[pointer.target].push(number);
            }
        }
        let under = |top: usize| {
            let (mut found, mut open) = (BTreeSet::new(), vec![top]);
            while let Some(next) = open.pop() {
                open.extend(hyponyms[next].iter().filter(|h| found.insert(**h)));
            }
            found
        };
        let person = wordnet.synsets.iter().position(|s| s.words.iter().take(2).eq(PERSON.iter()));
        Builder {
            wordnet,
            children: hyponyms.iter().map(Vec::len).collect(),
            below: (0..hyponyms.len()).map(|n| under(n).len()).collect(),
            person: person.map(|p| under(p).into_iter().chain([p]).collect()).unwrap_or_default(),
        }
    }

    /// The entries of all lemmas that are worth one.
    fn entries(&self, common: &HashSet<String>) -> BTreeMap<String, Entry> {
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for ((lemma, pos), senses) in &self.wordnet.senses {
            let total: u32 = senses.iter().map(|s| s.count).sum();
            if !worth(lemma, *pos, total, common) {
                continue;
            }
            let kept = senses.iter().enumerate().take(SENSES);
            let kept = kept.filter(|(n, s)| *n == 0 || total == 0 || s.count * 100 >= total * SHARE);
            let entry = entries.entry(lemma.clone()).or_default();
            for (number, sense) in kept {
                let main = number == 0 || sense.count * 2 >= total;
                entry.person |= *pos == Pos::Noun && main && self.person.contains(&sense.synset);
                self.add(entry, lemma, sense.synset);
            }
        }
        let lemmas: BTreeSet<String> = entries.keys().cloned().collect();
        for (lemma, entry) in &mut entries {
            entry.derived.retain(|d| d != lemma && lemmas.contains(d));
            entry.antonyms.retain(|a| lemmas.contains(a));
        }
        entries
    }

    /// Adds one sense of the lemma to its entry.
    fn add(&self, entry: &mut Entry, lemma: &str, number: usize) {
        let synset = &self.wordnet.synsets[number];
        entry.synsets.insert(number);
        let word = synset.words.iter().position(|w| w == lemma).map_or(0, |at| at + 1);
        for pointer in &synset.pointers {
            let target = &self.wordnet.synsets[pointer.target];
            let own = pointer.from == 0 || pointer.from == word;
            match pointer.symbol.as_str() {
                "!" if own => entry.antonyms.extend(target.words.get(pointer.to.wrapping_sub(1)).cloned()),
                "+" | "\\" if own => entry.derived.extend(target.words.iter().cloned()),
                _ => {}
            }
        }
        for parent in upward(synset).filter(|p| self.telling(*p) && self.children[*p] <= CHILDREN) {
            entry.parents.insert(parent);
        }
        let mut level = vec![number];
        for _ in 0..if synset.pos == Pos::Verb { 2 } else { LEVELS } {
            level = level.iter().flat_map(|s| upward(&self.wordnet.synsets[*s])).collect();
            entry.above.extend(level.iter().filter(|s| self.telling(**s)));
        }
    }

    /// Does it say much of a thing that it falls under this synset?
    fn telling(&self, synset: usize) -> bool {
        let pos = self.wordnet.synsets[synset].pos;
        let broad =
            BROAD.iter().find(|(p, _)| *p == pos).is_some_and(|(_, limit)| self.below[synset] > *limit);
        !broad || self.wordnet.synsets[synset].words.iter().take(2).eq(PERSON.iter())
    }
}

/// More general synsets, what it is similar to, what it brings about.
fn upward(synset: &Synset) -> impl Iterator<Item = usize> {
    let up = synset.pointers.iter().filter(|p| matches!(p.symbol.as_str(), "@" | "&" | ">" | "*"));
    up.filter(|p| p.from == 0).map(|p| p.target)
}

/// Is the lemma common enough to be met in the news? Phrases only when they were met in WordNet's tagged text.
fn worth(lemma: &str, pos: Pos, tagged: u32, common: &HashSet<String>) -> bool {
    let plain = lemma.bytes().all(|b| b.is_ascii_lowercase() || b == b' ' || b == b'-');
    let phrase = lemma.contains(' ');
    let particle = lemma.split_once(' ').is_some_and(|(v, p)| common.contains(v) && p.len() <= 5);
    plain && (tagged > 0 || !phrase && common.contains(lemma) || pos == Pos::Verb && particle)
}

/// The file that `gainsay::english` reads: header, index, offsets, entries.
fn pack(entries: &BTreeMap<String, Entry>) -> Result<Vec<u8>> {
    let numbers: BTreeMap<&str, u16> = entries
        .keys()
        .map(String::as_str)
        .enumerate()
        .map(|(n, l)| Ok((l, u16::try_from(n)?)))
        .collect::<Result<_>>()?;
    let synsets = renumber(entries)?;
    let mut index = fst::MapBuilder::memory();
    let (mut offsets, mut body) = (Vec::new(), Vec::new());
    for (lemma, entry) in entries {
        index.insert(lemma, u64::from(numbers[lemma.as_str()]))?;
        offsets.extend(u32::try_from(body.len())?.to_le_bytes());
        let of =
            |set: &BTreeSet<usize>| set.iter().filter_map(|s| synsets.get(s).copied()).collect::<Vec<u16>>();
        let to =
            |set: &BTreeSet<String>| set.iter().filter_map(|l| numbers.get(l.as_str()).copied()).collect();
        let lists: [Vec<u16>; 5] = [
            of(&entry.synsets),
            of(&entry.above),
            of(&entry.parents),
            to(&entry.antonyms),
            to(&entry.derived),
        ];
        body.push(u8::from(entry.person));
        body.extend(lists.iter().map(|l| l.len().min(LIST) as u8));
        body.extend(lists.iter().flat_map(|l| l.iter().take(LIST)).flat_map(|n| n.to_le_bytes()));
    }
    let index = index.into_inner()?;
    let mut packed = b"GLEX".to_vec();
    for field in [entries.len(), index.len()] {
        packed.extend(u32::try_from(field)?.to_le_bytes());
    }
    for part in [index, offsets, body] {
        packed.extend(part);
    }
    Ok(packed)
}

/// New numbers, in order, for the synsets that two lemmas share; others can relate nothing.
fn renumber(entries: &BTreeMap<String, Entry>) -> Result<BTreeMap<usize, u16>> {
    let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
    for entry in entries.values() {
        for synset in entry.synsets.union(&entry.above) {
            *uses.entry(*synset).or_default() += 1;
        }
    }
    let shared = uses.into_iter().filter(|(_, n)| *n > 1);
    shared.enumerate().map(|(new, (old, _))| Ok((old, u16::try_from(new)?))).collect()
}
