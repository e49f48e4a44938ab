//! The labelled stories → candidate pairs with their labels; and the same stories with some answers altered.
//!
//! Outlets agree on most questions, so real pairs teach little of what answers to one question look like when they
//! differ. In the altered copies one article's answers are other values; what they answer stays what it was.

use std::collections::BTreeSet;

use gainsay::link::features::Vector;
use gainsay::model::{Claim, ClaimId, Kind};

use super::alter::alter;
use crate::gold::Story;

/// A candidate pair with its label.
pub(crate) struct Pair {
    pub(crate) claims: (u32, u32),
    pub(crate) articles: (u32, u32),
    pub(crate) sentences: (u32, u32),
    pub(crate) vector: Vector,
    /// Do the two answer one question? `None` where the labels leave it open.
    pub(crate) same: Option<bool>,
    /// How much it counts in fitting; nought for what only stands beside others.
    pub(crate) weight: f64,
}

/// How much a pair with an altered answer counts beside a real one.
const ALTERED: f64 = 0.04;

/// The candidate pairs of one story as printed, and of its altered copy.
pub(crate) struct Examples {
    pub(crate) real: Vec<Pair>,
    pub(crate) altered: Vec<Pair>,
}

/// The candidate pairs of each story.
pub(crate) fn examples(stories: &[Story]) -> Vec<Examples> {
    stories.iter().map(of_story).collect()
}

fn of_story(story: &Story) -> Examples {
    let claims = gainsay::pipeline::claims(&story.articles);
    let answers: Vec<Vec<Answer>> = claims.iter().map(|c| answers(story, &claims, c)).collect();
    let real = label(&claims, &answers, |_| 1.0);
    let mut copy = claims.clone();
    let changed = change(story, &mut copy, &answers);
    let altered =
        label(&copy, &answers, |ids| if ids.iter().any(|i| changed.contains(i)) { ALTERED } else { 0.0 });
    Examples { real, altered }
}

/// Gives another value to one article's answer to every question, and says which claims these are.
fn change(story: &Story, claims: &mut [Claim], answers: &[Vec<Answer>]) -> BTreeSet<u32> {
    let mut changed = BTreeSet::new();
    for slot in 0..story.slots.len() {
        let sure = |n: &usize| answers[*n].iter().any(|a| a.slot == slot && a.sure);
        let members: Vec<usize> = (0..claims.len()).filter(sure).collect();
        let articles: BTreeSet<u32> = members.iter().map(|&n| claims[n].article).collect();
        let Some(&article) = articles.iter().nth(slot % articles.len().max(2)) else { continue };
        for n in members {
            let claim = &mut claims[n];
            if claim.article != article || changed.contains(&(n as u32)) {
                continue;
            }
            if let Some(value) = alter(claim.kind, &claim.value, slot as u32) {
                claim.value = value;
                changed.insert(n as u32);
            }
        }
    }
    changed
}

fn label(claims: &[Claim], answers: &[Vec<Answer>], weight: impl Fn([u32; 2]) -> f64) -> Vec<Pair> {
    let pair = |(ClaimId(a), ClaimId(b), vector): (ClaimId, ClaimId, Vector)| {
        let (x, y) = (a as usize, b as usize);
        let common = |sure: bool| {
            answers[x]
                .iter()
                .any(|p| answers[y].iter().any(|q| p.slot == q.slot && (!sure || p.sure && q.sure)))
        };
        let same = if common(true) {
            Some(true)
        } else if common(false) {
            None
        } else {
            Some(false)
        };
        let articles = (claims[x].article, claims[y].article);
        let sentences = (claims[x].sentence_index, claims[y].sentence_index);
        Pair { claims: (a, b), articles, sentences, vector, same, weight: weight([a, b]) }
    };
    gainsay::link::candidate_pairs(claims).into_iter().map(pair).collect()
}

/// The candidate pairs of claims that nobody labelled.
pub(crate) fn unlabelled(claims: &[Claim]) -> Vec<Pair> {
    let answers: Vec<Vec<Answer>> = claims.iter().map(|_| Vec::new()).collect();
    label(claims, &answers, |_| 1.0)
}

struct Answer {
    slot: usize,
    sure: bool,
}

/// The labelled questions that a claim answers.
fn answers(story: &Story, claims: &[Claim], claim: &Claim) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (slot, label) in story.slots.iter().enumerate() {
        if label.verdict == "different" || !fits(label.kind, claim.kind) {
            continue;
        }
        for passage in &label.claims {
            let spans = story.spans(passage);
            if !spans.iter().any(|s| s.overlaps(&claim.span)) {
                continue;
            }
            let rivals = claims
                .iter()
                .filter(|c| c.kind == claim.kind && spans.iter().any(|s| s.overlaps(&c.span)))
                .filter(|c| c.span != claim.span)
                .count();
            let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
            let words = story.articles[claim.article as usize].quote(&claim.span);
            let value = digits(&passage.value.to_string());
            let sure = rivals == 0 || (!digits(words).is_empty() && digits(words) == value);
            answers.push(Answer { slot, sure });
        }
    }
    answers
}

pub(crate) fn fits(label: Kind, ours: Kind) -> bool {
    match label {
        // A player's statistics are labelled scores; each is a count or a length.
        Kind::Vote | Kind::Score => {
            matches!(ours, Kind::Vote | Kind::Score | Kind::Count | Kind::Measure)
        }
        Kind::Count | Kind::Ratio | Kind::Percent => {
            matches!(ours, Kind::Count | Kind::Ratio | Kind::Percent)
        }
        Kind::Date | Kind::Time => matches!(ours, Kind::Date | Kind::Time),
        Kind::Duration => matches!(ours, Kind::Duration | Kind::Date),
        Kind::Measure | Kind::Ordinal => ours == label || ours == Kind::Count,
        _ => label == ours,
    }
}
