//! Claim graph → findings; one file per check.
//!
//! To add a check: a file with its [`Meta`] and `run`, and one line in `CHECKS`.

mod addresses;
mod attributes;
mod builder;
mod denials;
mod facts;
mod headline;
mod names;
mod parts;
mod question;
mod quotes;
mod speakers;
mod unmatched;
mod values;
mod verdict;
mod voices;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub(crate) use builder::FindingBuilder;
pub use builder::arrange;

use crate::compare::in_one_text;
use crate::model::{Article, Claim, ClaimGraph, ClaimId, Finding, Unmatched};
pub use crate::model::{Meta, Severity};

/// What a check sees.
pub(crate) struct Story<'s> {
    pub(crate) articles: &'s [Article],
    pub(crate) graph: &'s ClaimGraph,
    /// The probability of every link, in the order of their claims.
    links: Vec<((ClaimId, ClaimId), f64)>,
    /// Every copy with its original.
    copies: BTreeSet<(u32, u32)>,
    /// The claims of each article, in order.
    of_article: BTreeMap<u32, Vec<(ClaimId, &'s Claim)>>,
}

impl<'s> Story<'s> {
    fn new(articles: &'s [Article], graph: &'s ClaimGraph) -> Story<'s> {
        let mut of_article: BTreeMap<u32, Vec<(ClaimId, &Claim)>> = BTreeMap::new();
        for (id, claim) in (0u32..).map(ClaimId).zip(&graph.claims) {
            of_article.entry(claim.article).or_default().push((id, claim));
        }
        Story {
            articles,
            graph,
            of_article,
            links: links(graph),
            copies: graph.copies().into_iter().collect(),
        }
    }

    /// The probability that two claims answer the same question; 0 where they were never linked.
    pub(crate) fn linked(&self, a: ClaimId, b: ClaimId) -> f64 {
        let place = self.links.binary_search_by_key(&(a.min(b), a.max(b)), |l| l.0);
        place.ok().and_then(|place| self.links.get(place)).map_or(0.0, |l| l.1)
    }

    /// Returns whether one of the claims stands in a copy of the other's article.
    pub(crate) fn copied(&self, a: &Claim, b: &Claim) -> bool {
        let (x, y) = (a.article, b.article);
        self.copies.contains(&(x, y)) || self.copies.contains(&(y, x))
    }

    /// Returns whether two claims stand at one place of one text that both articles print.
    pub(crate) fn reprinted(&self, a: &Claim, b: &Claim) -> bool {
        let both = self.article(a).zip(self.article(b));
        both.is_some_and(|(x, y)| in_one_text((x, a), (y, b), self.copied(a, b)))
    }

    /// The article that a claim stands in.
    pub(crate) fn article(&self, claim: &Claim) -> Option<&'s Article> {
        self.articles.get(claim.article as usize)
    }

    /// The claims of an article, in order.
    pub(crate) fn claims_of(&self, article: u32) -> &[(ClaimId, &'s Claim)] {
        self.of_article.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// The words that carry a claim's value.
    pub(crate) fn words(&self, claim: &Claim) -> &'s str {
        self.article(claim).map_or("", |a| a.quote(&claim.span))
    }

    /// The outlet that a claim stands in.
    pub(crate) fn outlet(&self, claim: &Claim) -> &'s str {
        self.article(claim).map_or("", Article::name)
    }
}

/// The probability of every two linked claims; of two links of the same two, the last one's.
fn links(graph: &ClaimGraph) -> Vec<((ClaimId, ClaimId), f64)> {
    let mut links: Vec<((ClaimId, ClaimId), f64)> = graph.links().map(|l| ((l.0, l.1), l.2)).collect();
    links.reverse();
    links.sort_by_key(|l| l.0);
    links.dedup_by_key(|l| l.0);
    links
}

/// A check: what it says of itself, and what it does.
pub(crate) struct Check {
    pub(crate) meta: &'static Meta,
    pub(crate) run: fn(&Story<'_>) -> Vec<Finding>,
}

/// Every check.
pub(crate) const CHECKS: &[Check] = &[
    Check { meta: &values::META, run: values::run },
    Check { meta: &quotes::META, run: quotes::run },
    Check { meta: &names::META, run: names::run },
    Check { meta: &addresses::META, run: addresses::run },
    Check { meta: &speakers::META, run: speakers::run },
    Check { meta: &denials::META, run: denials::run },
    Check { meta: &facts::META, run: facts::run },
    Check { meta: &parts::META, run: parts::run },
    Check { meta: &headline::META, run: headline::run },
];

/// What every check says of itself, in the order they run.
#[must_use]
pub fn metas() -> Vec<&'static Meta> {
    CHECKS.iter().map(|c| c.meta).collect()
}

/// Runs every check over the graph: findings in the order of the checks, which [`arrange`] puts in that of reports, and the
/// claims that no finding holds, and why.
#[must_use]
pub fn run(articles: &[Article], graph: &ClaimGraph) -> (Vec<Finding>, Vec<Unmatched>) {
    let story = Story::new(articles, graph);
    let findings: Vec<Finding> = CHECKS.par_iter().flat_map_iter(|c| (c.run)(&story)).collect();
    let unmatched = unmatched::run(&story, &findings);
    (findings, unmatched)
}
