//! People without a name → the only bearer of a name who plays their part in the story: "a Salem man was convicted" tells of
//! the one who is named where somebody is arrested, "a Salem woman died" of the one who is named among the dead.

use std::collections::{BTreeMap, BTreeSet};

use super::fact;
use super::people::People;
use crate::english;
use crate::link::traits::sex;
use crate::model::{Claim, Fact, Gender, Matter};

/// Where somebody is spoken of: article, sentence, the words for the person.
type Place<'c> = (u32, u32, &'c str);

/// The parts that people without a name play, and who is named for them.
pub(super) struct Parts<'c> {
    unnamed: BTreeMap<Place<'c>, &'c str>,
    /// By ladder: the numbers of the bearers who came to its end, with their names.
    named: BTreeMap<&'c str, BTreeMap<u32, &'c str>>,
    /// By article: who is told to be hit, by number or by the words for somebody without a name.
    hit: BTreeMap<u32, BTreeSet<Result<u32, Option<u32>>>>,
}

impl<'c> Parts<'c> {
    pub(super) fn of(claims: &'c [Claim], people: &People) -> Parts<'c> {
        let mut parts = Parts { unnamed: BTreeMap::new(), named: BTreeMap::new(), hit: BTreeMap::new() };
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
        for claim in claims.iter().filter(|c| fact(c).is_some_and(|f| is_wound(f.matter))) {
            let who = people.number(claim).ok_or(claim.subject.age);
            parts.hit.entry(claim.article).or_default().insert(who);
        }
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

    /// The only one who is named among the dead, where a claim tells of the wound of "the victim" and its article of
    /// nobody else's wounds.
    pub(super) fn victim(&self, claim: &Claim) -> Option<u32> {
        let (&number, name) = self.named.get("life").filter(|n| n.len() == 1)?.first_key_value()?;
        let alone = self.hit.get(&claim.article)?.iter().all(|&who| who == Ok(number) || who == Err(None));
        let told = VICTIMS.contains(&claim.subject.head.as_str()) && fits(name, &claim.subject.head);
        (alone && told).then_some(number)
    }

    /// The only one who is named for the part that a claim's person plays.
    pub(super) fn bearer(&self, claim: &Claim) -> Option<u32> {
        let axis = self.unnamed.get(&place(claim))?;
        let (&number, name) = self.named.get(axis).filter(|n| n.len() == 1)?.first_key_value()?;
        fits(name, &claim.subject.head).then_some(number)
    }
}

/// Who is hit, without a name.
const VICTIMS: &[&str] =
    &["he", "she", "him", "her", "victim", "man", "woman", "boy", "girl", "teen", "teenager"];

/// Is the noun or pronoun of the sex of the first name?
fn fits(name: &str, noun: &str) -> bool {
    // "Le" and "Jo" are family names and men's as well.
    let first = name.split(' ').next().filter(|w| w.len() > 2).and_then(english::first_name).flatten();
    let told = match noun {
        "he" | "him" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        noun => sex(noun),
    };
    first.zip(told).is_none_or(|(a, b)| a == b)
}

/// Is it told how or where somebody was hit?
pub(super) fn is_wound(matter: Matter) -> bool {
    matches!(matter, Matter::Wound | Matter::Hits | Matter::Spot)
}

fn place(claim: &Claim) -> Place<'_> {
    (claim.article, claim.sentence_index, &claim.subject.words)
}

/// Is it the stage by which the one whom a story is about is known: arrested or beyond, or dead?
fn is_end(fact: &Fact) -> bool {
    fact.matter == Matter::Stage && matches!((fact.axis.as_str(), fact.rung), ("custody", 2..) | ("life", 5))
}
