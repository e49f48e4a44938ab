//! Scored pairs → slots: groups of claims that answer one question.
//!
//! Greedy correlation clustering (Bansal, Blum and Chawla 2004 state the problem): the surest pair first, two groups
//! become one when their members on average look like answers to one question and no cannot-link forbids it. Two
//! claims of one article whose values exclude each other are such a cannot-link, and so are groups whose values exclude
//! each other where no pair of rivals is likely itself.

use std::collections::HashMap;

use super::Link;
use super::apart::{self, Given};
use crate::compare::{Comparable, Relation};
use crate::model::{Claim, ClaimId, Granularity, Kind, Value};

/// A pair whose values can both be true must be this sure to start or join a slot: a false agreement costs little.
const JOIN: f64 = 0.06;
/// A pair whose values exclude each other must be this sure: a false conflict costs trust.
const JOIN_RIVALS: f64 = 0.3;
/// And its groups' pairs on average this sure.
const AVERAGE: f64 = 0.06;

/// The slots with members of two or more articles, each sorted, in order of their first member.
pub(crate) fn cluster(claims: &[Claim], links: &[Link]) -> Vec<Vec<ClaimId>> {
    let links_of = links_of(claims.len(), links);
    let values: Vec<Comparable<'_>> = claims.iter().map(|c| Comparable::of(&c.value)).collect();
    let given = apart::given(claims);
    let threshold = |l: &Link| match how(claims, &values, l.a, l.b) {
        Relation::Exclude | Relation::Incomparable => JOIN_RIVALS,
        _ => JOIN,
    };
    let mut order: Vec<&Link> = links.iter().filter(|l| l.score >= threshold(l)).collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut group: Vec<usize> = (0..claims.len()).collect();
    let mut members: Vec<Vec<ClaimId>> = (0u32..).take(claims.len()).map(|i| vec![ClaimId(i)]).collect();
    let mut refused: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for link in order {
        let (Some(&g), Some(&h)) = (group.get(link.a.0 as usize), group.get(link.b.0 as usize)) else {
            continue;
        };
        if g == h {
            continue;
        }
        // Two groups that were refused are asked again only once one of them has grown.
        let sizes = (members[g.min(h)].len(), members[g.max(h)].len());
        let known = refused.get(&(g.min(h), g.max(h))) == Some(&sizes);
        if known || !may_join(claims, &values, &given, &links_of, [&members[g], &members[h]]) {
            refused.insert((g.min(h), g.max(h)), sizes);
            continue;
        }
        let moved = std::mem::take(&mut members[h]);
        for id in &moved {
            group[id.0 as usize] = g;
        }
        members[g].extend(moved);
        members[g].sort_unstable();
    }
    let parted = members.into_iter().flat_map(|slot| by_clock(claims, slot));
    let mut slots: Vec<Vec<ClaimId>> = parted.filter(|m| several_articles(claims, m)).collect();
    slots.sort();
    slots
}

/// How the values of two claims stand to each other.
pub(super) fn how(claims: &[Claim], values: &[Comparable<'_>], a: ClaimId, b: ClaimId) -> Relation {
    let (a, b) = (a.0 as usize, b.0 as usize);
    match (claims.get(a), values.get(a), values.get(b)) {
        (Some(claim), Some(x), Some(y)) => x.relation(claim.kind, y),
        _ => Relation::Incomparable,
    }
}

fn several_articles(claims: &[Claim], members: &[ClaimId]) -> bool {
    let article = |id: &ClaimId| claims.get(id.0 as usize).map(|c| c.article);
    members.first().is_some_and(|first| members.iter().any(|m| article(m) != article(first)))
}

/// Where two articles look at the clock, "early in the morning" settles nothing between them: it is a question apart.
fn by_clock(claims: &[Claim], slot: Vec<ClaimId>) -> Vec<Vec<ClaimId>> {
    let by_clock = |id: &ClaimId| {
        claims.get(id.0 as usize).is_some_and(
            |c| matches!(&c.value, Value::Time(t) if c.kind == Kind::Time && t.granularity <= Granularity::Hour),
        )
    };
    let (clock, vague): (Vec<ClaimId>, Vec<ClaimId>) = slot.iter().partition(|id| by_clock(id));
    if several_articles(claims, &clock) { vec![clock, vague] } else { vec![slot] }
}

/// For every claim those it is linked to, in order, with the scores.
type LinksOf = Vec<Vec<(ClaimId, f64)>>;

fn links_of(claims: usize, links: &[Link]) -> LinksOf {
    let mut of: LinksOf = vec![Vec::new(); claims];
    for link in links {
        for (own, other) in [(link.a, link.b), (link.b, link.a)] {
            if let Some(known) = of.get_mut(own.0 as usize) {
                known.push((other, link.score));
            }
        }
    }
    for known in &mut of {
        known.sort_by_key(|l| l.0);
    }
    of
}

/// The probability of a link; of two the later's, as a claim's links are sorted stably.
fn score(links_of: &LinksOf, a: ClaimId, b: ClaimId) -> f64 {
    let known = links_of.get(a.0 as usize).map(Vec::as_slice).unwrap_or_default();
    let end = known.partition_point(|l| l.0 <= b);
    end.checked_sub(1).and_then(|i| known.get(i)).filter(|l| l.0 == b).map_or(0.0, |l| l.1)
}

/// Are the pairs of claims of different articles on average sure enough? An article that says the same again speaks for
/// no link, nor against one.
fn sure_on_average(claims: &[Claim], links_of: &LinksOf, left: &[ClaimId], right: &[ClaimId]) -> bool {
    let article = |id: &ClaimId| claims.get(id.0 as usize).map(|c| c.article);
    let (mut sum, mut n) = (0.0, 0.0);
    for &a in left {
        for &b in right.iter().filter(|b| article(b) != article(&a)) {
            sum += score(links_of, a, b);
            n += 1.0;
        }
    }
    n > 0.0 && sum / n >= AVERAGE
}

fn may_join(
    claims: &[Claim],
    values: &[Comparable<'_>],
    given: &Given,
    links_of: &LinksOf,
    [left, right]: [&[ClaimId]; 2],
) -> bool {
    if !sure_on_average(claims, links_of, left, right) {
        return false;
    }
    let mut rivals: Option<f64> = None;
    for &a in left {
        for &b in right {
            let (Some(x), Some(y)) = (claims.get(a.0 as usize), claims.get(b.0 as usize)) else {
                return false;
            };
            let relation = how(claims, values, a, b);
            if relation != Relation::Exclude {
                if relation != Relation::Equal && apart::of_two_tolls(x, y) {
                    return false;
                }
                continue;
            }
            let sure = score(links_of, a, b);
            if x.article == y.article || apart::rivals(claims, values, given, [a, b]) {
                return false;
            }
            rivals = Some(rivals.unwrap_or_default().max(sure));
        }
    }
    rivals.is_none_or(|r| r >= JOIN_RIVALS)
}
