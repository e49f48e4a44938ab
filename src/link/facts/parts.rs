//! People without a name → the only bearer of a name who plays their part in the story: "a Salem man was convicted" tells of
//! the one who is named where somebody is arrested, "a Salem woman died" of the one who is named among the dead.

use std::collections::{BTreeMap, BTreeSet};

use super::fact;
use super::people::People;
use crate::lex;
use crate::link::traits::sex;
use crate::model::{Claim, Fact, Matter};

/// Where somebody is spoken of: article, sentence, the words for the person.
type Place<'c> = (u32, u32, &'c str);

/// The parts that people without a name play, and who is named for them.
pub(super) struct Parts<'c> {
    unnamed: BTreeMap<Place<'c>, &'c str>,
    /// By ladder: the numbers of the bearers who came to its end, with their names.
    named: BTreeMap<&'c str, BTreeMap<u32, &'c str>>,
}

impl<'c> Parts<'c> {
    pub(super) fn of(claims: &'c [Claim], people: &People) -> Parts<'c> {
        let mut parts = Parts { unnamed: BTreeMap::new(), named: BTreeMap::new() };
        for (claim, stage) in claims.iter().filter_map(|c| Some((c, fact(c)?))).filter(|(_, f)| is_end(f)) {
            let words = claim.subject.words.as_str();
            match people.number(claim) {
                Some(number) => {
                    parts.named.entry(&stage.axis).or_default().insert(number, words);
                }
                None if !words.is_empty() => {
                    parts.unnamed.insert(place(claim), &stage.axis);
                }
                None => {}
            }
        }
        parts.leave_out_several(claims);
        parts
    }

    /// Where one article has several of one part ("a Salem man and a Dayton man were arrested"), nobody is the only one.
    fn leave_out_several(&mut self, claims: &'c [Claim]) {
        let mut homes: BTreeMap<(u32, &str), BTreeSet<&str>> = BTreeMap::new();
        for claim in claims.iter().filter(|c| fact(c).is_some_and(|f| f.matter == Matter::Home)) {
            if let Some(&axis) = self.unnamed.get(&place(claim)) {
                homes.entry((claim.article, axis)).or_default().insert(&claim.subject.words);
            }
        }
        self.unnamed.retain(|(article, ..), axis| homes.get(&(*article, *axis)).is_none_or(|h| h.len() < 2));
    }

    /// The only one who is named for the part that a claim's person plays.
    pub(super) fn bearer(&self, claim: &Claim) -> Option<u32> {
        let axis = self.unnamed.get(&place(claim))?;
        let (&number, name) = self.named.get(axis).filter(|n| n.len() == 1)?.first_key_value()?;
        let first = name.split(' ').next().and_then(lex::first_name).flatten();
        let agree = first.zip(sex(&claim.subject.head)).is_none_or(|(a, b)| a == b);
        agree.then_some(number)
    }
}

fn place(claim: &Claim) -> Place<'_> {
    (claim.article, claim.sentence_index, &claim.subject.words)
}

/// Is it the stage by which the one whom a story is about is known: arrested or beyond, or dead?
fn is_end(fact: &Fact) -> bool {
    fact.matter == Matter::Stage && matches!((fact.axis.as_str(), fact.rung), ("custody", 2..) | ("life", 5))
}
