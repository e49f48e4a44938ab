//! The claim graph: articles assert claims, claims answer questions (slots), articles copy each other.

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::claim::{Claim, ClaimId};

/// A node of the claim graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An article, by its index in the story.
    Article(u32),
    /// A claim, by its index in `ClaimGraph::claims`.
    Claim(ClaimId),
    /// A question that several claims answer.
    Slot,
}

/// An edge of the claim graph.
#[derive(Debug, Clone, PartialEq)]
pub enum Edge {
    /// Article → claim.
    Asserts,
    /// Claim → slot.
    Answers,
    /// Claim → claim: they answer the same question, with the probability and the features that carried it.
    SameQuestion {
        /// Probability, 0 to 1.
        score: f64,
        /// Feature name and its share of the score, strongest first.
        reasons: Vec<(&'static str, f64)>,
    },
    /// Article → article: the first repeats the second's text; the share of its paragraphs that do.
    Copies(f64),
}

/// The claims of a story and how they hang together.
#[derive(Debug, Clone, Default)]
pub struct ClaimGraph {
    /// All claims, by article and place.
    pub claims: Vec<Claim>,
    /// The graph.
    pub graph: DiGraph<Node, Edge>,
    /// Were so many claims alike that some were compared with a sample of the others only?
    pub sampled: bool,
}

impl ClaimGraph {
    /// A claim by its id.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(id.0 as usize)
    }

    /// The slots in order, each with its claims in order of article and place.
    #[must_use]
    pub fn slots(&self) -> Vec<(NodeIndex, Vec<ClaimId>)> {
        let slot = |n: &NodeIndex| matches!(self.graph.node_weight(*n), Some(Node::Slot));
        self.graph.node_indices().filter(slot).map(|n| (n, self.answers(n))).collect()
    }

    /// Every link between two claims: (earlier, later, probability that they answer the same question).
    pub fn links(&self) -> impl Iterator<Item = (ClaimId, ClaimId, f64)> + '_ {
        let claim = |n| match self.graph.node_weight(n) {
            Some(Node::Claim(id)) => Some(*id),
            _ => None,
        };
        self.graph.edge_references().filter_map(move |e| match e.weight() {
            Edge::SameQuestion { score, .. } => {
                let (a, b) = (claim(e.source())?, claim(e.target())?);
                Some((a.min(b), a.max(b), *score))
            }
            _ => None,
        })
    }

    fn answers(&self, slot: NodeIndex) -> Vec<ClaimId> {
        let mut ids: Vec<ClaimId> = self
            .graph
            .edges_directed(slot, Direction::Incoming)
            .filter_map(|e| match self.graph.node_weight(e.source()) {
                Some(Node::Claim(id)) => Some(*id),
                _ => None,
            })
            .collect();
        ids.sort_unstable();
        ids
    }

    /// For every article that repeats another's text: (copy, original).
    #[must_use]
    pub fn copies(&self) -> Vec<(u32, u32)> {
        let article = |n| match self.graph.node_weight(n) {
            Some(Node::Article(a)) => Some(*a),
            _ => None,
        };
        let mut pairs: Vec<(u32, u32)> = self
            .graph
            .edge_references()
            .filter(|e| matches!(e.weight(), Edge::Copies(_)))
            .filter_map(|e| Some((article(e.source())?, article(e.target())?)))
            .collect();
        pairs.sort_unstable();
        pairs
    }
}
