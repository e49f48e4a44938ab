//! Shares of one vote or poll, told in one sentence, against a hundred per cent.

use rust_decimal::Decimal;

use super::super::Story;
use super::reading::{before, behind, between, class, is_open, number, sentences, words};
use super::{Numbered, Sum, total};
use crate::english;
use crate::model::{Claim, Kind};

/// Words behind the second share that must not be a scope.
const TAIL: usize = 4;
/// Two shares rounded up come to one more than they are.
const ROUNDING: Decimal = Decimal::ONE;
const CONFIDENCE: f64 = 0.75;

/// The sentences whose shares exceed the whole.
pub(super) fn sums<'s>(story: &Story<'s>) -> Vec<Sum<'s>> {
    sentences(story, Kind::Percent).iter().filter_map(|shares| sum(story, shares)).collect()
}

fn sum<'s>(story: &Story<'s>, shares: &[Numbered<'s>]) -> Option<Sum<'s>> {
    let [(_, a), (_, b)] = shares else { return None };
    let limit = Decimal::ONE_HUNDRED.checked_add(ROUNDING)?;
    let exceeds = total(shares)? > limit && [a, b].iter().all(|c| number(c).is_some_and(|n| n < limit));
    let sure = exceeds && !is_open(story, a) && (of_rivals(story, a, b) || of_answers(story, a, b));
    sure.then(|| Sum { parts: shares.to_vec(), whole: Vec::new(), confidence: CONFIDENCE })
}

/// "Reyes won 62 percent of the vote and Cole 45 percent"
fn of_rivals(story: &Story<'_>, a: &Claim, b: &Claim) -> bool {
    let joint = between(story, a, b);
    let vote = ["of the vote", "of the votes", "of votes", "of the ballots"];
    let behind_b = behind(story, b);
    let one_vote = vote.iter().any(|v| joint.starts_with(v) || behind_b.starts_with(v));
    let joint = vote.iter().find_map(|v| joint.strip_prefix(v)).unwrap_or(joint);
    let tail = vote.iter().find_map(|v| behind_b.strip_prefix(v)).unwrap_or(behind_b);
    one_vote && names_rival(before(story, a), joint) && !has_scope(tail)
}

/// Returns whether the text is a connective, then a name that does not stand before, then at most a verb.
fn names_rival(lead: &str, joint: &str) -> bool {
    let joint = joint.trim_start_matches([',', ' ']);
    let mut tokens = joint.split_whitespace().peekable();
    if !tokens.next().is_some_and(|t| english::parts().share_joints.contains(t)) {
        return false;
    }
    let mut name = 0;
    while let Some(word) = tokens.next_if(|t| t.starts_with(char::is_uppercase)) {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        if lead.split_whitespace().any(|w| w == word) {
            return false;
        }
        name += 1;
    }
    let verb = tokens.next();
    name > 0 && verb.is_none_or(|v| english::parts().has_share.contains(v)) && tokens.next().is_none()
}

/// "62 percent support the bill and 45 percent oppose it"
fn of_answers(story: &Story<'_>, a: &Claim, b: &Claim) -> bool {
    let joint = between(story, a, b);
    let answer = |claim: &Claim, text: &str| {
        let word = words(text).next()?;
        class(claim, &word).map(english::Class::name)
    };
    let rival = answer(a, joint)
        .zip(answer(b, behind(story, b)))
        .is_some_and(|(x, y)| english::attributes::opposed(x, y));
    let joined = joint.ends_with(" and") || joint.ends_with(" while") || joint.ends_with(" but");
    rival && joined && of_the_same(behind(story, b)) && !has_scope(joint) && !has_scope(behind(story, b))
}

/// Returns whether the second answer stands alone or with a pronoun, so that it answers the first one's question.
fn of_the_same(tail: &str) -> bool {
    let object = tail.split_once(' ').map_or("", |(_, rest)| rest);
    let first = object.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ended = tail.split(' ').next().is_some_and(|w| w.ends_with(['.', ',', ';']));
    object.is_empty() || ended || ["it", "them", "him", "her"].contains(&first)
}

fn has_scope(text: &str) -> bool {
    words(text).take(TAIL).any(|w| english::parts().scopes.contains(&w))
}
