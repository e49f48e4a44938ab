//! Which words mean the same or nearly so: lemmas in, their relation out ("wound" and "injure" are synonyms).
//!
//! The common senses of WordNet's common lemmas, packed by `cargo xtask train lexicon` (models/README.md) and read in
//! place: three little-endian `u32` (magic, lemmas, bytes of the index), an fst from lemma to number, an offset per
//! lemma, then the entries: a byte of flags, five lengths, five sorted lists of 16-bit numbers.

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::Map;

use super::lower;
use super::memo::Memo;

/// "GLEX"
const MAGIC: u32 = u32::from_le_bytes(*b"GLEX");
const HEADER: usize = 12;
/// Flags and lengths before an entry's lists.
const PREFIX: usize = 6;

static EMBEDDED: LazyLock<Option<Lexicon>> =
    LazyLock::new(|| Lexicon::read(include_bytes!("../../models/lexicon.bin")));

thread_local! {
    /// Numbers of lemmas; there is one table.
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// How two words are related, in their common senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// One lemma.
    Same,
    /// They share a sense ("wound", "injure").
    Synonym,
    /// They are opposites ("dead", "alive").
    Antonym,
    /// One is made from the other ("arrest", "arrester"; "acquire", "acquisition").
    Derived,
    /// One is a kind of the other, or brings it about ("man", "person"; "kill", "die").
    Hypernym,
    /// Two kinds of one thing ("truck", "car").
    Sibling,
}

/// A lemma of the lexicon, found once and compared often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u16);

impl Word {
    /// Looks a lemma up, in any case; phrases have single spaces ("step down").
    #[must_use]
    pub fn find(lemma: &str) -> Option<Word> {
        EMBEDDED.as_ref()?.find(lemma)
    }

    /// How it is related to another lemma, the nearest relation first; `None` when it is not.
    #[must_use]
    pub fn relation(self, other: Word) -> Option<Relation> {
        if self == other {
            return Some(Relation::Same);
        }
        let lexicon = EMBEDDED.as_ref()?;
        lexicon.entry(self)?.relation(self, &lexicon.entry(other)?, other)
    }

    /// Returns whether the word is a noun for a person in its main sense ("woman", "suspect", "officer").
    #[must_use]
    pub fn is_person(self) -> bool {
        EMBEDDED.as_ref().and_then(|l| l.entry(self)).is_some_and(|e| e.person)
    }
}

/// How two lemmas are related; words not in the lexicon are related only to themselves.
#[must_use]
pub fn relation(a: &str, b: &str) -> Option<Relation> {
    if a.eq_ignore_ascii_case(b) {
        return Some(Relation::Same);
    }
    Word::find(a)?.relation(Word::find(b)?)
}

/// A sorted list of 16-bit numbers, little-endian.
#[derive(Clone, Copy)]
struct List(&'static [u8]);

impl List {
    fn iter(self) -> impl Iterator<Item = u16> {
        self.0.as_chunks().0.iter().map(|c| u16::from_le_bytes(*c))
    }

    /// Returns whether the two have a number in common.
    fn meets(self, other: List) -> bool {
        let (mut a, mut b) = (self.iter(), other.iter());
        let (mut x, mut y) = (a.next(), b.next());
        while let (Some(m), Some(n)) = (x, y) {
            match m.cmp(&n) {
                std::cmp::Ordering::Less => x = a.next(),
                std::cmp::Ordering::Greater => y = b.next(),
                std::cmp::Ordering::Equal => return true,
            }
        }
        false
    }

    fn has(self, word: Word) -> bool {
        self.iter().any(|n| n == word.0)
    }
}

/// What the lexicon holds of one lemma.
struct Entry {
    /// Whether its main sense is a person.
    person: bool,
    /// Meanings.
    synsets: List,
    /// Meanings one and two levels more general.
    above: List,
    /// Meanings one level more general that have few kinds.
    parents: List,
    /// Lemmas that are its opposites.
    antonyms: List,
    /// Lemmas made from it, or it from them.
    derived: List,
}

impl Entry {
    fn relation(&self, word: Word, other: &Entry, other_word: Word) -> Option<Relation> {
        if self.synsets.meets(other.synsets) {
            Some(Relation::Synonym)
        } else if self.antonyms.has(other_word) || other.antonyms.has(word) {
            Some(Relation::Antonym)
        } else if self.derived.has(other_word) || other.derived.has(word) {
            Some(Relation::Derived)
        } else if self.synsets.meets(other.above) || self.above.meets(other.synsets) {
            Some(Relation::Hypernym)
        } else {
            self.parents.meets(other.parents).then_some(Relation::Sibling)
        }
    }
}

/// The table, borrowed from the file's bytes.
struct Lexicon {
    index: Map<&'static [u8]>,
    /// Start of each entry.
    offsets: &'static [[u8; 4]],
    entries: &'static [u8],
}

impl Lexicon {
    /// `None` when the bytes are not such a file.
    fn read(bytes: &'static [u8]) -> Option<Lexicon> {
        let field = |i: usize| Some(u32::from_le_bytes(bytes.get(i * 4..i * 4 + 4)?.try_into().ok()?));
        if field(0)? != MAGIC {
            return None;
        }
        let (lemmas, index) = (field(1)? as usize, field(2)? as usize);
        let (index, rest) = bytes.get(HEADER..)?.split_at_checked(index)?;
        let (offsets, entries) = rest.split_at_checked(lemmas.checked_mul(4)?)?;
        Some(Lexicon { index: Map::new(index).ok()?, offsets: offsets.as_chunks().0, entries })
    }

    fn find(&self, lemma: &str) -> Option<Word> {
        let number = MEMO.with_borrow_mut(|memo| memo.get(lemma, |lemma| self.index.get(&*lower(lemma))));
        Some(Word(u16::try_from(number?).ok()?))
    }

    fn entry(&self, word: Word) -> Option<Entry> {
        let start = u32::from_le_bytes(*self.offsets.get(usize::from(word.0))?) as usize;
        let (prefix, mut rest) = self.entries.get(start..)?.split_at_checked(PREFIX)?;
        let [flags, lengths @ ..] = prefix else { return None };
        let mut lists = [List(&[]); PREFIX - 1];
        for (list, length) in lists.iter_mut().zip(lengths) {
            let (bytes, after) = rest.split_at_checked(usize::from(*length) * 2)?;
            *list = List(bytes);
            rest = after;
        }
        let [synsets, above, parents, antonyms, derived] = lists;
        Some(Entry { person: flags & 1 == 1, synsets, above, parents, antonyms, derived })
    }
}

#[cfg(test)]
mod tests {
    use fst::Streamer;
    use proptest::prelude::*;

    use super::*;

    fn check(a: &str, b: &str, expected: Option<Relation>) {
        assert_eq!(relation(a, b), expected, "{a} {b}");
        assert_eq!(relation(b, a), expected, "{b} {a}");
    }

    #[test]
    fn common_senses_relate() {
        for (a, b) in
            [("wound", "injure"), ("purchase", "buy"), ("earthquake", "quake"), ("teen", "teenager")]
        {
            check(a, b, Some(Relation::Synonym));
        }
        for (a, b) in
            [("dead", "alive"), ("guilty", "innocent"), ("open", "closed"), ("increase", "decrease")]
        {
            check(a, b, Some(Relation::Antonym));
        }
        for (a, b) in [("acquire", "acquisition"), ("injure", "injury"), ("resign", "resignation")] {
            check(a, b, Some(Relation::Derived));
        }
        for (a, b) in [("man", "person"), ("kill", "die"), ("vehicle", "truck"), ("hurricane", "storm")] {
            check(a, b, Some(Relation::Hypernym));
        }
        check("car", "truck", Some(Relation::Sibling));
        check("Kill", "kill", Some(Relation::Same));
        check("qzxv", "qzxv", Some(Relation::Same));
    }

    #[test]
    fn unlike_words_do_not() {
        for (a, b) in [
            ("arrest", "elect"),
            ("hospital", "senator"),
            ("week", "month"),
            ("police", "table"),
            ("profit", "storm"),
            ("wound", "vote"),
            ("qzxv", "kill"),
            ("", "kill"),
        ] {
            check(a, b, None);
        }
    }

    #[test]
    fn table_is_whole() {
        let lexicon = EMBEDDED.as_ref().unwrap();
        assert!(lexicon.index.len() == lexicon.offsets.len() && lexicon.index.len() > 30_000);
        let (mut stream, mut number) = (lexicon.index.stream(), 0u16);
        while let Some((_, value)) = stream.next() {
            assert_eq!(value, u64::from(number), "numbers follow the order of the lemmas");
            let entry = lexicon.entry(Word(number)).unwrap();
            for list in [entry.synsets, entry.above, entry.parents, entry.antonyms, entry.derived] {
                assert!(list.iter().is_sorted_by(|a, b| a < b));
            }
            number += 1;
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b""[..], b"GLEX", b"GLEX\xff\0\0\0\0\0\0\0", b"nonsense nonsense nonsense"] {
            assert!(Lexicon::read(bytes).is_none());
        }
    }

    proptest! {
        #[test]
        fn any_words_will_do(a in ".{0,12}", b in "[a-z]{1,4}") {
            prop_assert_eq!(relation(&a, &b), relation(&b, &a));
        }
    }
}
