//! The people that fact claims speak of, over all articles: one number for each bearer of a name.

use std::collections::BTreeMap;

use super::fact;
use crate::compare::{NameRelation, name_keys, name_relation};
use crate::english::attributes::{Holder, attribute};
use crate::model::{Claim, Fact};

/// The bearers of a story.
pub(in crate::link) struct People {
    /// Number of the bearer by the name as the articles give it.
    numbers: BTreeMap<String, u32>,
}

impl People {
    /// Names that differ in form or spelling only are one bearer's; a last name alone is the only bearer's of it.
    pub(in crate::link) fn of(claims: &[Claim]) -> People {
        let mut names: Vec<&str> = claims
            .iter()
            .filter(|c| fact(c).is_some_and(|f| !is_thing(f)) && is_name(&c.subject.words))
            .map(|c| c.subject.words.as_str())
            .collect();
        names.sort_by(|a, b| b.split(' ').count().cmp(&a.split(' ').count()).then(a.cmp(b)));
        names.dedup();
        let mut bearers = Bearers::default();
        let mut numbers = BTreeMap::new();
        for name in names {
            let small = name.to_lowercase();
            // "Ruiz-Ortega" is one of the two elsewhere.
            let words: Vec<&str> = small.split([' ', '-']).collect();
            let number = bearers.find(&words).unwrap_or_else(|| bearers.add(&words));
            numbers.insert(name.to_owned(), u32::try_from(number).unwrap_or(u32::MAX));
        }
        People { numbers }
    }

    /// The number of the bearer that a claim speaks of.
    pub(in crate::link) fn number(&self, claim: &Claim) -> Option<u32> {
        self.numbers.get(&claim.subject.words).copied()
    }
}

/// Returns whether the fact is told of a thing, whose name is nobody's.
fn is_thing(fact: &Fact) -> bool {
    let holder = fact.matter.attribute().and_then(attribute).map(|a| a.holder);
    matches!(holder, Some(Holder::Thing | Holder::Event))
}

/// Is it the name of somebody or something?
fn is_name(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.split(' ').all(|w| w.starts_with(|c: char| !c.is_lowercase()))
}

/// The bearers so far, with an index over their names: only names with something in common are compared.
#[derive(Default)]
struct Bearers {
    names: Vec<Vec<String>>,
    /// By a key of the name: the bearers' numbers, in order.
    index: BTreeMap<String, Vec<usize>>,
    /// By the last word.
    last: BTreeMap<String, Vec<usize>>,
}

impl Bearers {
    fn add(&mut self, words: &[&str]) -> usize {
        let number = self.names.len();
        for key in name_keys(words) {
            self.index.entry(key).or_default().push(number);
        }
        if let Some(last) = words.last() {
            self.last.entry((*last).to_owned()).or_default().push(number);
        }
        self.names.push(words.iter().map(|w| (*w).to_owned()).collect());
        number
    }

    /// Of a last name its only bearer; of a fuller one the first whose name it can be.
    fn find(&self, words: &[&str]) -> Option<usize> {
        if let [last] = words {
            return match self.last.get(*last).map(Vec::as_slice) {
                Some([only]) => Some(*only),
                _ => None,
            };
        }
        let mut known: Vec<usize> =
            name_keys(words).iter().filter_map(|key| self.index.get(key)).flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        known.into_iter().find(|&number| {
            let other: Vec<&str> = self.names.get(number).into_iter().flatten().map(String::as_str).collect();
            // "Lee "Big Ray" Marsh" is Lee Marsh.
            let ends = |w: &[&str]| w.first().zip(w.last()).map(|(f, l)| (f.to_string(), l.to_string()));
            let nicknamed = other.len() > 1 && ends(words) == ends(&other);
            nicknamed || !matches!(name_relation(words, &other), NameRelation::Different)
        })
    }
}
