//! Claims → claim graph: which claims of different articles answer the same question.
//!
//! Candidates come from an index over words and values, a scorer over readable features gives each pair the probability
//! that it answers one question, and clustering makes slots of them, never putting two different claims of one article
//! into one.

mod addresses;
mod candidates;
pub mod competition;
mod copies;
pub mod facts;
pub mod features;
mod names;
mod quotes;
mod reprints;
mod scorer;
mod slots;
mod story;

pub use scorer::{Linker, LinkerError, Scorer, embedded, names};

use crate::model::{Article, Claim, ClaimGraph, ClaimId, Edge, Node};
use competition::Scored;
use story::Story;

/// Links below this probability are not worth an edge.
const KEEP: f64 = 0.05;

/// Two claims and the probability that they answer the same question.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The earlier claim.
    pub a: ClaimId,
    /// The later claim.
    pub b: ClaimId,
    /// Probability, 0 to 1.
    pub score: f64,
}

/// Links the claims of a story.
#[must_use]
pub fn link(articles: &[Article], claims: Vec<Claim>, linker: &Linker, facts: &Scorer) -> ClaimGraph {
    let copies = copies::copies(articles, &claims);
    let reprints = reprints::pairs(articles, &claims, &copies);
    let mut links = links(&claims, linker);
    links.retain(|(l, _)| !reprints.contains(&(l.a, l.b)));
    let reprinted = |&(a, b): &(ClaimId, ClaimId)| Link { a, b, score: reprints::SCORE };
    let reprinted: Vec<Link> = reprints.iter().map(reprinted).collect();
    let scored: Vec<Link> = links.iter().map(|(l, _)| l).chain(&reprinted).cloned().collect();
    let mut slots = slots::cluster(&claims, &scored);
    let (utterances, same_words) = quotes::link(&claims);
    slots.extend(utterances);
    slots.extend(names::slots(&claims));
    slots.extend(addresses::slots(&claims));
    let (told, events) = facts::link(&claims, facts);
    slots.extend(told);
    let mut graph = base(articles, claims);
    for copies::Copy { copy, original, share } in copies {
        // Articles were added first, so an article's index is its node's.
        let node = |article: u32| petgraph::graph::NodeIndex::new(article as usize);
        graph.graph.add_edge(node(copy), node(original), Edge::Copies(share));
    }
    let claim_nodes = claim_nodes(&mut graph);
    for members in slots {
        let slot = graph.graph.add_node(Node::Slot);
        for id in members {
            if let Some(&node) = claim_nodes.get(id.0 as usize) {
                graph.graph.add_edge(node, slot, Edge::Answers);
            }
        }
    }
    for (link, vector) in links {
        if let (Some(&a), Some(&b)) = (claim_nodes.get(link.a.0 as usize), claim_nodes.get(link.b.0 as usize))
        {
            let reasons = linker.again.reasons(&vector);
            graph.graph.add_edge(a, b, Edge::SameQuestion { score: link.score, reasons });
        }
    }
    for (link, vector) in events {
        if let (Some(&a), Some(&b)) = (claim_nodes.get(link.a.0 as usize), claim_nodes.get(link.b.0 as usize))
        {
            let reasons = facts.reasons_of(facts::NAMES.into_iter(), &vector);
            graph.graph.add_edge(a, b, Edge::SameQuestion { score: link.score, reasons });
        }
    }
    for link in same_words.into_iter().chain(reprinted) {
        if let (Some(&a), Some(&b)) = (claim_nodes.get(link.a.0 as usize), claim_nodes.get(link.b.0 as usize))
        {
            let reasons = vec![("same words", link.score)];
            graph.graph.add_edge(a, b, Edge::SameQuestion { score: link.score, reasons });
        }
    }
    graph
}

/// The candidate pairs that are worth an edge, with the features that say so.
#[must_use]
pub fn links(claims: &[Claim], linker: &Linker) -> Vec<(Link, Vec<f64>)> {
    let candidates = candidate_pairs(claims);
    let article = |id: ClaimId| claims.get(id.0 as usize).map_or(0, |c| c.article);
    let mut scored: Vec<Scored> = candidates
        .iter()
        .map(|&(a, b, ref own)| Scored {
            claims: (a.0, b.0),
            articles: (article(a), article(b)),
            score: linker.alone.probability(own),
            equal: features::equal(own),
        })
        .collect();
    let own = |(_, _, own): &(ClaimId, ClaimId, features::Vector)| own.to_vec();
    let mut vectors: Vec<Vec<f64>> = Vec::new();
    for scorer in [&linker.beside, &linker.again] {
        let rivals = competition::features(&scored);
        vectors = candidates.iter().map(own).zip(rivals).map(|(v, r)| [v, r.to_vec()].concat()).collect();
        for (pair, vector) in scored.iter_mut().zip(&vectors) {
            pair.score = scorer.probability(vector);
        }
    }
    let kept = scored.iter().zip(vectors).filter(|(pair, _)| pair.score >= KEEP);
    kept.map(|(p, v)| (Link { a: ClaimId(p.claims.0), b: ClaimId(p.claims.1), score: p.score }, v)).collect()
}

/// Every candidate pair of a story with its feature vector: what the scorer is trained on.
#[must_use]
pub fn candidate_pairs(claims: &[Claim]) -> Vec<(ClaimId, ClaimId, features::Vector)> {
    let story = Story::new(claims);
    candidates::pairs(&story)
        .into_iter()
        .map(|(a, b)| (ClaimId(a), ClaimId(b), features::between(&story, a, b)))
        .collect()
}

fn base(articles: &[Article], claims: Vec<Claim>) -> ClaimGraph {
    let mut graph = ClaimGraph { claims, ..ClaimGraph::default() };
    for index in (0u32..).take(articles.len()) {
        graph.graph.add_node(Node::Article(index));
    }
    graph
}

fn claim_nodes(graph: &mut ClaimGraph) -> Vec<petgraph::graph::NodeIndex> {
    let mut nodes = Vec::with_capacity(graph.claims.len());
    for (id, claim) in (0u32..).zip(&graph.claims) {
        let node = graph.graph.add_node(Node::Claim(ClaimId(id)));
        // Articles were added first, so an article's index is its node's.
        graph.graph.add_edge(petgraph::graph::NodeIndex::new(claim.article as usize), node, Edge::Asserts);
        nodes.push(node);
    }
    nodes
}
