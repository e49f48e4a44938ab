//! Claims of who holds one office → slots where two articles give it to two people by a slip.
//!
//! Many people hold one office ("officer", "representative"), so two names are no contradiction by themselves. Where
//! they share a first or a last name, and neither article knows the other's, one of the two is a slip.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::{NameRelation, name_relation};
use crate::link::facts::fact;
use crate::model::{Claim, ClaimId, Kind, Value};

/// Somebody called by an office.
struct Holder<'c> {
    /// What the office is of ("Salem", "county").
    of: BTreeSet<&'c str>,
    /// The name's words in lower case.
    name: Vec<String>,
    claims: Vec<ClaimId>,
    articles: BTreeSet<u32>,
}

/// The names of people that each article has, as words in lower case.
pub(super) type Names = BTreeMap<u32, Vec<Vec<String>>>;

/// The slots of one office, given all claims of who holds it.
pub(super) fn slots(ids: &[ClaimId], claims: &[Claim], names: &Names) -> Vec<Vec<ClaimId>> {
    let mut slots = Vec::new();
    let (core, holders) = holders(ids, claims);
    for (n, a) in holders.iter().enumerate() {
        for b in holders.iter().skip(n + 1).filter(|b| is_slip(core, a, b, names)) {
            slots.push(a.claims.iter().chain(&b.claims).copied().collect());
        }
    }
    slots
}

/// An office of fewer words is held by many at once ("officer").
const CORE: usize = 2;
/// Most holders of one office that are compared.
const HOLDERS: usize = 64;

/// How many words the office has, and who holds it.
fn holders<'c>(ids: &[ClaimId], claims: &'c [Claim]) -> (usize, Vec<Holder<'c>>) {
    let mut holders: Vec<Holder<'_>> = Vec::new();
    let mut core = 0;
    for &id in ids {
        let Some(claim) = claims.get(id.0 as usize) else { continue };
        let Some(name) = fact(claim).and_then(|f| f.words.first()) else { continue };
        core = claim.subject.head.split(' ').count();
        let name = words(name);
        let of = claim.subject.modifiers.iter().map(|w| w.as_str());
        let room = holders.len() < HOLDERS;
        match holders.iter_mut().find(|h| h.name == name) {
            Some(known) => {
                known.of.extend(of);
                known.claims.push(id);
                known.articles.insert(claim.article);
            }
            None if room => {
                let articles = BTreeSet::from([claim.article]);
                holders.push(Holder { of: of.collect(), name, claims: vec![id], articles });
            }
            None => {}
        }
    }
    (core, holders)
}

fn words(name: &str) -> Vec<String> {
    let plain = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let suffix = |w: &String| matches!(w.as_str(), "" | "jr" | "sr" | "ii" | "iii");
    name.split_whitespace().map(plain).filter(|w| !suffix(w)).collect()
}

/// The names of people that each article has.
pub(super) fn names(claims: &[Claim]) -> Names {
    let mut names = Names::new();
    for claim in claims.iter().filter(|c| c.kind == Kind::Name) {
        if let Value::Words(name) = &claim.value {
            names.entry(claim.article).or_default().push(words(name));
        }
    }
    names
}

/// Two people of one office who share a first or last name; no outlet knows both.
fn is_slip(words: usize, a: &Holder<'_>, b: &Holder<'_>, named: &Names) -> bool {
    let (Some((first, rest)), Some((other, others))) = (a.name.split_first(), b.name.split_first()) else {
        return false;
    };
    let (Some(last), Some(latter)) = (rest.last(), others.last()) else { return false };
    if !differ(&a.name, &b.name) || !a.articles.is_disjoint(&b.articles) {
        return false;
    }
    // "J. Christopher Hale" and "Chris Hale" are one.
    let middle = |names: &[String], word: &str| names.iter().any(|n| is_one_given(n, word));
    let given = is_one_given(first, other) || middle(rest, other) || middle(others, first);
    let family = same_letters(last, latter);
    // "Ambassador Chris Hale" and "Ambassador Chris Dunn" are two; a general manager there is one of.
    let elsewhere = !a.of.is_empty() && !b.of.is_empty() && a.of.is_disjoint(&b.of);
    if given == family || given && words < CORE || elsewhere {
        return false;
    }
    let (own, strange) = if given { (last, latter) } else { (first, other) };
    // Who has the differing word of the other in any name knows the other.
    let knows = |articles: &BTreeSet<u32>, word: &str| {
        let of = |article: &u32| named.get(article).map(Vec::as_slice).unwrap_or_default();
        articles.iter().flat_map(of).any(|name| name.iter().any(|w| w == word))
    };
    !knows(&a.articles, strange) && !knows(&b.articles, own)
}

fn differ(a: &[String], b: &[String]) -> bool {
    let x: Vec<&str> = a.iter().map(String::as_str).collect();
    let y: Vec<&str> = b.iter().map(String::as_str).collect();
    name_relation(&x, &y) == NameRelation::Different
}

/// One first name, a short form, or the same initials ("AJ", "A.J.")?
fn is_one_given(a: &str, b: &str) -> bool {
    same_letters(a, b) || name_relation(&[a, "surname"], &[b, "surname"]) == NameRelation::Form
}

fn same_letters(a: &str, b: &str) -> bool {
    name_relation(&[a], &[b]) == NameRelation::Same
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder<'c>(name: &str, article: u32) -> Holder<'c> {
        Holder {
            of: BTreeSet::new(),
            name: words(name),
            claims: Vec::new(),
            articles: BTreeSet::from([article]),
        }
    }

    fn check(core: usize, a: &str, b: &str, expected: bool) {
        let named = BTreeMap::from([(0, vec![words(a)]), (1, vec![words(b)])]);
        assert_eq!(is_slip(core, &holder(a, 0), &holder(b, 1), &named), expected, "{a} | {b}");
        assert_eq!(is_slip(core, &holder(b, 1), &holder(a, 0), &named), expected, "{b} | {a}");
    }

    #[test]
    fn one_name_in_common_makes_a_slip() {
        check(1, "Linda T. Perez", "Laura Perez", true);
        check(2, "AJ Tolliver", "A.J. Brandt", true);
        check(2, "David Marlow", "Dave Kessler", true);
    }

    #[test]
    fn forms_of_one_name_and_strangers_do_not() {
        check(1, "J. Christopher Hale", "Chris Hale", false);
        check(2, "Robert Hale", "Bob Hale", false);
        check(2, "Ann Kelly", "Robert Hale", false);
        check(1, "Chris Hale", "Chris Dunn", false);
        check(2, "Karen Whitlock", "Karen Whitlcok", false);
    }

    #[test]
    fn who_knows_both_has_not_slipped() {
        let named = BTreeMap::from([(0, vec![words("Ann Hale"), words("Laura Perez")]), (1, Vec::new())]);
        assert!(!is_slip(1, &holder("Linda Perez", 0), &holder("Laura Perez", 1), &named));
    }
}
