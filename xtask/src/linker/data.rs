//! The labelled stories → candidate pairs with their labels.

use gainsay::link::features::Vector;
use gainsay::model::{Claim, ClaimId, Kind};

use crate::gold::Story;

/// A candidate pair with its label.
pub(crate) struct Pair {
    pub(crate) claims: (u32, u32),
    pub(crate) articles: (u32, u32),
    pub(crate) vector: Vector,
    /// Do the two answer one question? `None` where the labels leave it open.
    pub(crate) same: Option<bool>,
}

/// The candidate pairs of each story.
pub(crate) fn pairs(stories: &[Story]) -> Vec<Vec<Pair>> {
    stories.iter().map(of_story).collect()
}

fn of_story(story: &Story) -> Vec<Pair> {
    let claims = gainsay::pipeline::claims(&story.articles);
    let answers: Vec<Vec<Answer>> = claims.iter().map(|c| answers(story, &claims, c)).collect();
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
        Pair { claims: (a, b), articles: (claims[x].article, claims[y].article), vector, same }
    };
    gainsay::link::candidate_pairs(&claims).into_iter().map(pair).collect()
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
