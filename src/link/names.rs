//! Name claims → slots: the mentions of one entity across articles, however each outlet writes the name.
//!
//! Two names name one entity when all their words agree but one, and that one is a misspelling, a short form or an
//! initial of the other. A misspelling counts only where neither article uses the other's spelling: two brothers are
//! usually both named.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::chunks;
use crate::compare::{NameRelation, is_one_name, name_extends, name_relation, surname_slip};
use crate::english;
use crate::model::{Claim, ClaimId, Kind, Value};

/// Names that all propose each other because they share an indexed word; of more, each proposes its neighbours.
const COMMON: usize = 300;
/// Neighbours in the order of the alphabet, in which most misspellings stand side by side.
const NEIGHBOURS: usize = 20;
/// Rivals of the same word that are asked whether an article has both.
const RIVALS: usize = 100;

/// Names that share so many words are of bodies.
const BODY: usize = 3;

/// A distinct name with the claims that write it so.
struct Name<'c> {
    words: Vec<&'c str>,
    claims: Vec<ClaimId>,
    articles: BTreeSet<u32>,
    /// Whether it is a person's, as far as any mention tells.
    person: bool,
}

/// One slot for each entity whose name is written in at least two ways, by at least two articles.
pub(crate) fn slots(claims: &[Claim]) -> Vec<Vec<ClaimId>> {
    let names = distinct(claims);
    let index = index(&names);
    let mut group = UnionFind::new(names.len());
    let of_one = |&(i, j): &(usize, usize)| {
        names.get(i).zip(names.get(j)).is_some_and(|(a, b)| is_one_entity(a, b, &names, &index))
    };
    let pairs = pairs(&names, &index);
    for (i, j) in chunks::in_order(&pairs, |own| own.iter().copied().filter(of_one).collect()) {
        group.union(i, j);
    }
    let labels = group.into_labeling();
    let mut entities: BTreeMap<usize, Vec<&Name<'_>>> = BTreeMap::new();
    for (name, label) in names.iter().zip(labels) {
        entities.entry(label).or_default().push(name);
    }
    // In the order of each entity's first name, whichever name stands for the others.
    let mut entities: Vec<Vec<&Name<'_>>> = entities.into_values().collect();
    entities.sort_by(|a, b| a.iter().map(|n| &n.words).min().cmp(&b.iter().map(|n| &n.words).min()));
    entities.into_iter().filter(|b| differ(b)).map(|b| members(&b)).collect()
}

fn differ(entity: &[&Name<'_>]) -> bool {
    let articles: BTreeSet<u32> = entity.iter().flat_map(|n| n.articles.iter().copied()).collect();
    entity.len() > 1 && articles.len() > 1
}

fn members(entity: &[&Name<'_>]) -> Vec<ClaimId> {
    let mut ids: Vec<ClaimId> = entity.iter().flat_map(|n| n.claims.iter().copied()).collect();
    ids.sort_unstable();
    ids
}

fn distinct(claims: &[Claim]) -> Vec<Name<'_>> {
    let mut names: BTreeMap<Vec<&str>, Name<'_>> = BTreeMap::new();
    for (id, claim) in (0u32..).zip(claims) {
        let (Kind::Name, Value::Words(words)) = (claim.kind, &claim.value) else { continue };
        let words: Vec<&str> = words.split(' ').collect();
        let name = names.entry(words.clone()).or_insert_with(|| Name {
            words,
            claims: Vec::new(),
            articles: BTreeSet::new(),
            person: false,
        });
        name.person |= claim.subject.head == "person";
        name.claims.push(ClaimId(id));
        name.articles.insert(claim.article);
    }
    names.into_values().collect()
}

/// For every word, the names that have it.
fn index<'c>(names: &[Name<'c>]) -> BTreeMap<&'c str, Vec<usize>> {
    let mut index: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, name) in names.iter().enumerate() {
        for word in &name.words {
            index.entry(word).or_default().push(i);
        }
    }
    index
}

fn beginning(word: &str) -> &str {
    let end = word.char_indices().nth(2).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

/// Pairs of names that share a word, or are one word with the same beginning as the other's only or last one, by number.
fn pairs(names: &[Name<'_>], index: &BTreeMap<&str, Vec<usize>>) -> Vec<(usize, usize)> {
    let mut beginnings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut surnames: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, name) in names.iter().enumerate() {
        match name.words.as_slice() {
            [word] => {
                let word = word.strip_prefix("o'").or(word.strip_prefix("o’")).unwrap_or(word);
                beginnings.entry(beginning(word)).or_default().push(i);
            }
            [.., last] if name.person => surnames.entry(beginning(last)).or_default().push(i),
            _ => {}
        }
    }
    let mut pairs = Vec::new();
    for (begins, full) in &surnames {
        let alone = beginnings.get(begins).map(Vec::as_slice).unwrap_or_default();
        // Too many that begin alike: a sample of the full names, even and the same every time.
        let most = if alone.len() <= COMMON { COMMON } else { NEIGHBOURS };
        let step = full.len().div_ceil(most).max(1);
        for &i in alone {
            pairs.extend(full.iter().step_by(step).map(|&j| (i.min(j), i.max(j))));
        }
    }
    for list in index.values().chain(beginnings.values()) {
        let reach = if list.len() <= COMMON { COMMON } else { NEIGHBOURS };
        for (n, &i) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(n + 1).take(reach).map(|&j| (i.min(j), i.max(j))));
        }
    }
    pairs.retain(|(i, j)| i != j);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn is_one_entity(a: &Name<'_>, b: &Name<'_>, names: &[Name<'_>], index: &BTreeMap<&str, Vec<usize>>) -> bool {
    match name_relation(&a.words, &b.words) {
        NameRelation::Same | NameRelation::Form => true,
        NameRelation::Different => {
            // Dictionary words are a title ("Witness Ana Ruiz") or what a headline goes on with.
            let is_name = |w: &str| english::Word::find(w).is_none();
            a.person
                && b.person
                && (name_extends(&a.words, &b.words, is_name) || is_surname_slip(a, b, names, index))
        }
        // An article that has both has slipped itself.
        NameRelation::Misspelt(x, y) if is_one_name(x, y) => true,
        NameRelation::Misspelt(x, y) => {
            let shared: Vec<&str> = a.words.iter().copied().filter(|w| b.words.contains(w)).collect();
            // Does an article that writes one spelling also have somebody else of the other, fully named?
            let both = |articles: &BTreeSet<u32>, rival: &str| {
                let rivals =
                    index.get(rival).into_iter().flatten().take(RIVALS).filter_map(|&i| names.get(i));
                // A body is told by all its words: the Senate's committee is no other spelling of the House's.
                let vouched = |n: &Name<'_>| {
                    let has = |w: &&str| n.words.contains(w);
                    shared.is_empty()
                        || if shared.len() < BODY { shared.iter().any(has) } else { shared.iter().all(has) }
                };
                rivals.into_iter().any(|n| vouched(n) && !n.articles.is_disjoint(articles))
            };
            !both(&a.articles, y) && !both(&b.articles, x)
        }
    }
}

/// Returns whether one writes the other's surname with a slip that is nobody's full name.
fn is_surname_slip(
    a: &Name<'_>,
    b: &Name<'_>,
    names: &[Name<'_>],
    index: &BTreeMap<&str, Vec<usize>>,
) -> bool {
    let Some((x, y)) = surname_slip(&a.words, &b.words) else { return false };
    let word = if a.words.len() == 1 { x } else { y };
    let mut entities = index.get(word).into_iter().flatten().take(RIVALS).filter_map(|&i| names.get(i));
    !entities.any(|n| n.words.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pairs so many names are proposed in, all of one surname and one first letter.
    fn proposed(count: usize) -> usize {
        let words: Vec<[String; 2]> = (0..count).map(|n| [format!("an{n}"), "weber".to_owned()]).collect();
        let name = |words: &'_ [String; 2]| -> Vec<String> { words.to_vec() };
        let owned: Vec<Vec<String>> = words.iter().map(name).collect();
        let names = owned.iter().enumerate().map(|(n, words)| Name {
            words: words.iter().map(String::as_str).collect(),
            claims: Vec::new(),
            articles: BTreeSet::from([n as u32]),
            person: true,
        });
        let names: Vec<Name<'_>> = names.collect();
        pairs(&names, &index(&names)).len()
    }

    #[test]
    fn pairs_grow_with_the_names_alone() {
        assert_eq!(proposed(100), 100 * 99 / 2);
        let (once, twice) = (proposed(4000), proposed(8000));
        assert!(once > 0 && 10 * twice <= 23 * once, "{once}, {twice}");
    }
}
