//! Analysis → the claims that were not compared, article by article, for the reports that people read.

use crate::model::{Analysis, Claim, ClaimId};

/// A claim that was not compared, with its words and why.
pub(super) struct Lone<'a> {
    pub(super) id: ClaimId,
    pub(super) claim: &'a Claim,
    pub(super) words: &'a str,
    pub(super) reason: &'a str,
}

/// The articles that have such claims, in the story's order.
pub(super) fn by_article(analysis: &Analysis) -> Vec<(u32, Vec<Lone<'_>>)> {
    let mut articles: Vec<(u32, Vec<Lone<'_>>)> = Vec::new();
    for unmatched in &analysis.unmatched {
        let Some(claim) = analysis.graph.claim(unmatched.claim) else { continue };
        let Some(article) = analysis.articles.get(claim.article as usize) else { continue };
        let words = article.quote(&claim.span);
        let lone = Lone { id: unmatched.claim, claim, words, reason: &unmatched.reason };
        match articles.iter_mut().find(|(number, _)| *number == claim.article) {
            Some((_, lones)) => lones.push(lone),
            None => articles.push((claim.article, vec![lone])),
        }
    }
    articles
}
