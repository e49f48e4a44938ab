//! Scored pairs → slots: groups of claims that answer one question.
//!
//! Greedy correlation clustering (Bansal, Blum and Chawla 2004 state the problem): the surest pair first, two groups
//! become one when their members on average look like answers to one question and no cannot-link forbids it. Two
//! claims of one article whose values exclude each other are such a cannot-link, and so are groups whose values exclude
//! each other where no pair of rivals is likely itself.

use std::collections::BTreeMap;

use super::Link;
use crate::lex::{predicate_class, same_event};
use crate::model::{Claim, ClaimId, Kind, Relation, relation};

/// A pair whose values can both be true must be this sure to start or join a slot: a false agreement costs little.
const JOIN: f64 = 0.06;
/// A pair whose values exclude each other must be this sure: a false conflict costs trust.
const JOIN_RIVALS: f64 = 0.4;
/// And its groups' pairs on average this sure.
const AVERAGE: f64 = 0.06;

/// The slots with members of two or more articles, each sorted, in order of their first member.
pub(crate) fn cluster(claims: &[Claim], links: &[Link]) -> Vec<Vec<ClaimId>> {
    let scores: BTreeMap<(ClaimId, ClaimId), f64> = links.iter().map(|l| ((l.a, l.b), l.score)).collect();
    let mut order: Vec<&Link> = links.iter().filter(|l| l.score >= threshold(claims, l)).collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut group: Vec<usize> = (0..claims.len()).collect();
    let mut members: Vec<Vec<ClaimId>> = (0u32..).take(claims.len()).map(|i| vec![ClaimId(i)]).collect();
    for link in order {
        let (Some(&g), Some(&h)) = (group.get(link.a.0 as usize), group.get(link.b.0 as usize)) else {
            continue;
        };
        if g == h || !may_join(claims, &scores, &members[g], &members[h]) {
            continue;
        }
        let moved = std::mem::take(&mut members[h]);
        for id in &moved {
            group[id.0 as usize] = g;
        }
        members[g].extend(moved);
        members[g].sort_unstable();
    }
    let mut slots: Vec<Vec<ClaimId>> = members.into_iter().filter(|m| several_articles(claims, m)).collect();
    slots.sort();
    slots
}

fn threshold(claims: &[Claim], link: &Link) -> f64 {
    let (Some(a), Some(b)) = (claims.get(link.a.0 as usize), claims.get(link.b.0 as usize)) else {
        return JOIN;
    };
    if relation(a.kind, &a.value, &b.value) == Relation::Exclude { JOIN_RIVALS } else { JOIN }
}

fn several_articles(claims: &[Claim], members: &[ClaimId]) -> bool {
    let article = |id: &ClaimId| claims.get(id.0 as usize).map(|c| c.article);
    members.first().is_some_and(|first| members.iter().any(|m| article(m) != article(first)))
}

/// Are they the times of two events ("arraigned Wednesday", "sentenced Tuesday")? Such differ without a conflict.
fn of_other_events(a: &Claim, b: &Claim) -> bool {
    let class =
        |c: &Claim| c.predicate.as_ref().and_then(|p| predicate_class(&p.lemma).map(|_| p.lemma.clone()));
    let timed = matches!(a.kind, Kind::Date | Kind::Time);
    timed && matches!((class(a), class(b)), (Some(p), Some(q)) if !same_event(&p, &q))
}

fn may_join(
    claims: &[Claim],
    scores: &BTreeMap<(ClaimId, ClaimId), f64>,
    left: &[ClaimId],
    right: &[ClaimId],
) -> bool {
    let (mut sum, mut n) = (0.0, 0.0);
    let mut rivals: Option<f64> = None;
    for &a in left {
        for &b in right {
            let (Some(x), Some(y)) = (claims.get(a.0 as usize), claims.get(b.0 as usize)) else {
                return false;
            };
            let excluding = relation(x.kind, &x.value, &y.value) == Relation::Exclude;
            if x.article == y.article {
                // An article that says the same again speaks for no link, nor against one.
                if excluding {
                    return false;
                }
                continue;
            }
            let score = scores.get(&(a.min(b), a.max(b))).copied().unwrap_or_default();
            if excluding && of_other_events(x, y) {
                return false;
            }
            if excluding {
                rivals = Some(rivals.unwrap_or_default().max(score));
            }
            sum += score;
            n += 1.0;
        }
    }
    n > 0.0 && sum / n >= AVERAGE && rivals.is_none_or(|r| r >= JOIN_RIVALS)
}
