//! States that exclude each other, against the group that one sentence shares out: "of the 400 migrants".

use super::super::Story;
use super::reading::{befallen, before, behind, behind_phrase, is_open, number, sentences, words};
use super::{Numbered, Sum, total};
use crate::english::{self, Class};
use crate::model::{Claim, Kind};

const CONFIDENCE: f64 = 0.85;

/// The sentences whose states exceed their group.
pub(super) fn sums<'s>(story: &Story<'s>) -> Vec<Sum<'s>> {
    sentences(story, Kind::Count).iter().filter_map(|counts| sum(story, counts)).collect()
}

fn sum<'s>(story: &Story<'s>, counts: &[Numbered<'s>]) -> Option<Sum<'s>> {
    let mut groups = counts.iter().filter(|(_, c)| is_group(story, c));
    let (Some(&whole), None) = (groups.next(), groups.next()) else { return None };
    let states: Vec<(Numbered<'s>, Class)> = counts
        .iter()
        .filter(|(id, _)| *id != whole.0)
        .map(|&c| Some((c, state(story, c.1, whole.1)?)))
        .collect::<Option<_>>()?;
    let apart =
        states.iter().enumerate().all(|(i, (_, a))| states.iter().skip(i + 1).all(|(_, b)| exclude(*a, *b)));
    let parts: Vec<Numbered<'s>> = states.iter().map(|s| s.0).collect();
    let exceeds = total(&parts)? > number(whole.1)?;
    let sure = parts.len() > 1 && apart && exceeds && !is_open(story, whole.1);
    sure.then(|| Sum { parts, whole: vec![whole], confidence: CONFIDENCE })
}

/// Returns whether the number is the group that a sentence takes others out of.
fn is_group(story: &Story<'_>, claim: &Claim) -> bool {
    let lead: Vec<String> = words(before(story, claim)).collect();
    let lead: Vec<&str> = lead.iter().map(String::as_str).collect();
    let taken = matches!(lead.as_slice(), [.., "of"] | [.., "of", "the" | "those" | "these"]);
    taken && english::is_person_noun(&claim.subject.head) && number(claim).is_some()
}

/// What became of some of the group: "150 were arrested", "300 others are missing", "150 of the 400 were arrested".
fn state(story: &Story<'_>, claim: &Claim, group: &Claim) -> Option<Class> {
    let head = claim.subject.head.as_str();
    let own = claim.subject.words == "others" || head == group.subject.head || head.is_empty();
    let tail = behind_phrase(story, claim).unwrap_or_else(|| behind(story, claim));
    let tail = if tail.starts_with("of the") { behind_phrase(story, group)? } else { tail };
    befallen(claim, tail).filter(|_| own)
}

fn exclude(a: Class, b: Class) -> bool {
    let (a, b) = (a.name(), b.name());
    english::parts().apart.iter().any(|pair| pair.contains(a) && pair.contains(b) && a != b)
}
