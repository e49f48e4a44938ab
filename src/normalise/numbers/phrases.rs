//! Phrases of a closed list → the one that stands at a place, found by its first word; and lists of single words.
//!
//! Lists are written as one reads them, in an order that says which phrase wins; what is searched is a table of their
//! first words, made once.

use std::sync::OnceLock;

use super::reader::{Kind, Reader};
use crate::normalise::table::Table;

/// Phrases, each with a value.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    /// First word → group.
    heads: Table<usize>,
    /// The groups: what follows the first word, in the order of the list.
    groups: Vec<Vec<(Vec<&'static str>, V)>>,
    /// Phrases that begin with a sign that is no ASCII.
    signs: Vec<(&'static str, V)>,
}

impl<V: Copy> Phrases<V> {
    /// The phrases, words divided by spaces; the first of the list that fits is the one found.
    pub(crate) fn new(list: impl Iterator<Item = (&'static str, V)>) -> Phrases<V> {
        let mut names: Vec<&'static str> = Vec::new();
        let (mut groups, mut signs) = (Vec::new(), Vec::new());
        for (phrase, value) in list {
            let mut words = phrase.split(' ');
            let head = words.next().unwrap_or_default();
            if !head.is_ascii() {
                signs.push((phrase, value));
                continue;
            }
            let at = names.iter().position(|n| *n == head).unwrap_or_else(|| {
                names.push(head);
                groups.push(Vec::new());
                names.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.push((words.collect(), value));
            }
        }
        let heads = Table::new(names.iter().enumerate().map(|(n, head)| (*head, n)), |first, _| first);
        Phrases { heads, groups, signs }
    }

    /// The value of the phrase at `pos`, and where it ends.
    pub(crate) fn at(&self, reader: &Reader<'_>, pos: usize) -> Option<(V, usize)> {
        let first = reader.at(pos);
        if let Some(group) = self.heads.get(first.text).and_then(|n| self.groups.get(n)) {
            return group.iter().find_map(|(rest, value)| Some((*value, follow(reader, first.end, rest)?)));
        }
        let sign = |&&(sign, _): &&(&str, V)| first.kind == Kind::Sign && sign == first.text;
        self.signs.iter().find(sign).map(|&(_, value)| (value, first.end))
    }
}

/// Where these words end, if they stand at `pos`.
fn follow(reader: &Reader<'_>, pos: usize, words: &[&str]) -> Option<usize> {
    words.iter().try_fold(pos, |pos, word| {
        let atom = reader.at(pos);
        atom.is(word).then_some(atom.end)
    })
}

/// A list of single words in lower case, divided by spaces, none longer than sixteen letters.
#[derive(Debug)]
pub(crate) struct WordList {
    words: &'static str,
    table: OnceLock<Table<()>>,
}

impl WordList {
    pub(crate) const fn new(words: &'static str) -> WordList {
        WordList { words, table: OnceLock::new() }
    }

    /// Is the word one of them, whatever the case of its ASCII letters?
    pub(crate) fn has(&self, word: &str) -> bool {
        let table = || Table::new(self.words.split(' ').map(|w| (w, ())), |(), ()| ());
        self.table.get_or_init(table).get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_phrase_that_fits_is_found() {
        let list = [("more than or equal to", 1), ("more than", 2), ("more", 3), ("≥", 4), ("> =", 5)];
        let phrases = Phrases::new(list.into_iter());
        let cases = [
            ("More than five", Some((2, 9))),
            ("more than or equal", Some((2, 9))),
            ("more than or equal to 5", Some((1, 21))),
            ("more", Some((3, 4))),
            ("≥ 5", Some((4, 3))),
            (">= 5", Some((5, 2))),
            ("> 5", None),
            ("mor", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(phrases.at(&Reader::new(text, 0, text.len()), 0), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_searched_whatever_the_case() {
        static LIST: WordList = WordList::new("street avenue");
        assert!(LIST.has("Avenue") && LIST.has("street"));
        assert!(!LIST.has("stre") && !LIST.has(""));
    }
}
