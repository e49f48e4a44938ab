//! The people that fact claims speak of, over all articles: one number for each bearer of a name.

use std::collections::BTreeMap;

use super::fact;
use crate::model::{Claim, NameRelation, name_relation};

/// The bearers of a story.
pub(super) struct People {
    /// Number of the bearer by the name as the articles give it.
    numbers: BTreeMap<String, u32>,
}

impl People {
    /// Names that differ in form or spelling only are one bearer's; a last name alone is the only bearer's of it.
    pub(super) fn of(claims: &[Claim]) -> People {
        let mut names: Vec<&str> = claims
            .iter()
            .filter(|c| fact(c).is_some() && is_name(&c.subject.words))
            .map(|c| c.subject.words.as_str())
            .collect();
        names.sort_by(|a, b| b.split(' ').count().cmp(&a.split(' ').count()).then(a.cmp(b)));
        names.dedup();
        let mut bearers: Vec<Vec<String>> = Vec::new();
        let mut numbers = BTreeMap::new();
        for name in names {
            let words: Vec<String> = name.to_lowercase().split(' ').map(str::to_owned).collect();
            let number = find(&bearers, &words).unwrap_or_else(|| {
                bearers.push(words);
                bearers.len() - 1
            });
            numbers.insert(name.to_owned(), u32::try_from(number).unwrap_or(u32::MAX));
        }
        People { numbers }
    }

    /// The number of the bearer that a claim speaks of.
    pub(super) fn number(&self, claim: &Claim) -> Option<u32> {
        self.numbers.get(&claim.subject.words).copied()
    }
}

/// Is it the name of somebody or something?
fn is_name(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.split(' ').all(|w| w.starts_with(|c: char| !c.is_lowercase()))
}

fn find(bearers: &[Vec<String>], words: &[String]) -> Option<usize> {
    let plain = |w: &'_ [String]| -> Vec<String> { w.to_vec() };
    let own = plain(words);
    let refs: Vec<&str> = own.iter().map(String::as_str).collect();
    if let [last] = refs.as_slice() {
        let mut same = bearers.iter().enumerate().filter(|(_, b)| b.last().is_some_and(|l| l == last));
        let (first, second) = (same.next(), same.next());
        return first.filter(|_| second.is_none()).map(|(n, _)| n);
    }
    bearers.iter().position(|b| {
        let other: Vec<&str> = b.iter().map(String::as_str).collect();
        match name_relation(&refs, &other) {
            NameRelation::Same | NameRelation::Form => true,
            NameRelation::Misspelt(..) => refs.len() > 1,
            NameRelation::Different => false,
        }
    })
}
