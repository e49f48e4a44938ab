//! Claims → claim graph: which claims of different articles answer the same question.
//!
//! Candidates come from an index over words and values, a scorer over readable features gives each pair the probability
//! that it answers one question, and clustering makes slots of them, never putting two different claims of one article
//! into one.

mod addresses;
mod apart;
mod attributes;
mod candidates;
mod certain;
mod chunks;
pub mod competition;
mod copies;
pub mod facts;
pub mod features;
mod names;
mod overlap;
mod quotes;
mod reprints;
mod scorer;
mod slots;
mod story;
mod told;
mod tops;
mod traits;

pub use scorer::{Linker, LinkerError, Scorer, embedded, names};

use crate::model::{Article, Claim, ClaimGraph, ClaimId, Edge, Node};
use competition::{Field, Scored};
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

/// Names of features with their shares of a score, strongest first.
pub type Reasons = Vec<(&'static str, f64)>;

/// Links the claims of a story.
#[must_use]
pub fn link(articles: &[Article], claims: Vec<Claim>, linker: &Linker, facts: &Scorer) -> ClaimGraph {
    let repeated = || {
        let copies = copies::copies(articles, &claims);
        let reprints = reprints::pairs(articles, &claims, &copies);
        (copies, reprints)
    };
    let ((copies, reprints), (mut links, sampled)) =
        chunks::both(claims.len(), repeated, || links_and_sampled(&claims, linker));
    // They are in order.
    links.retain(|(l, _)| reprints.binary_search(&(l.a, l.b)).is_err());
    let reprinted = |&(a, b): &(ClaimId, ClaimId)| Link { a, b, score: reprints::SCORE };
    let reprinted: Vec<Link> = reprints.iter().map(reprinted).collect();
    let scored: Vec<Link> = links.iter().map(|(l, _)| l).chain(&reprinted).cloned().collect();
    let others = || {
        let (mut slots, same_words) = quotes::link(&claims);
        slots.extend(names::slots(&claims));
        slots.extend(addresses::slots(&claims));
        let (told, events) = facts::link(&claims, facts);
        slots.extend(told);
        (slots, same_words, events)
    };
    let (mut slots, (others, same_words, events)) =
        chunks::both(claims.len(), || slots::cluster(&claims, &scored), others);
    drop(scored);
    slots.extend(others);
    let mut graph = base(articles, claims);
    graph.sampled = sampled;
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
    let same_words = same_words.into_iter().chain(reprinted).map(|link| {
        let reasons = vec![("same words", link.score)];
        (link, reasons)
    });
    for (link, reasons) in links.into_iter().chain(events).chain(same_words) {
        if let (Some(&a), Some(&b)) = (claim_nodes.get(link.a.0 as usize), claim_nodes.get(link.b.0 as usize))
        {
            graph.graph.add_edge(a, b, Edge::SameQuestion { score: link.score, reasons });
        }
    }
    graph
}

/// The candidate pairs that are worth an edge, with the features that carried them.
#[must_use]
pub fn links(claims: &[Claim], linker: &Linker) -> Vec<(Link, Reasons)> {
    links_and_sampled(claims, linker).0
}

/// The same, and whether for some claim only a sample of those that share its words was looked at.
fn links_and_sampled(claims: &[Claim], linker: &Linker) -> (Vec<(Link, Reasons)>, bool) {
    let story = Story::new(claims);
    let article = |id: u32| claims.get(id as usize).map_or(0, |c| c.article);
    let sentence = |id: u32| claims.get(id as usize).map_or(0, |c| c.sentence_index);
    // A big story has millions of pairs: of a pair's own features only what they add to each later score is held, and
    // those of the few that are kept are worked out again.
    let alone = |&(a, b): &(u32, u32)| {
        let vector = features::between(&story, a, b);
        let pair = Scored {
            claims: (a, b),
            articles: (article(a), article(b)),
            score: linker.alone.probability(&vector),
            sentences: (sentence(a), sentence(b)),
            equal: features::equal(&vector),
            excludes: features::excludes(&vector),
        };
        (pair, [&linker.beside, &linker.again].map(|scorer| scorer.part(&vector)))
    };
    let (proposed, sampled) = candidates::pairs_and_sampled(&story);
    let mut pairs: Vec<Candidate> = chunks::in_order(&proposed, |own| own.iter().map(alone).collect());
    let own = features::NAMES.len();
    let scores = {
        let field = Field::of(pairs.iter().map(|p| &p.0));
        let beside =
            |(pair, parts): &Candidate| linker.beside.probability_from(parts[0], own, &field.features(pair));
        chunks::in_order(&pairs, |own| own.iter().map(beside).collect())
    };
    for ((pair, _), score) in pairs.iter_mut().zip(scores) {
        pair.score = score;
    }
    let field = Field::of(pairs.iter().map(|p| &p.0));
    let again = |(pair, parts): &Candidate| {
        let ((a, b), rivals) = (pair.claims, field.features(pair));
        let learned = linker.again.probability_from(parts[1], own, &rivals);
        let score = certain::least(&story, a, b).map_or(learned, |least| learned.max(least));
        (score >= KEEP).then(|| {
            let vector = [features::between(&story, a, b).as_slice(), &rivals].concat();
            (Link { a: ClaimId(a), b: ClaimId(b), score }, linker.again.reasons(&vector))
        })
    };
    (chunks::in_order(&pairs, |own| own.iter().filter_map(again).collect()), sampled)
}

/// A pair with what its own features add to the second score and to the third.
type Candidate = (Scored, [f64; 2]);

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
