//! Analysis → for each finding the features that carried the links between its claims, for whoever asks `--why`.
//!
//! Names, addresses and denials are matched by rule: their findings have no such links.

use std::collections::BTreeMap;

use petgraph::visit::{EdgeRef, IntoNodeReferences};

use super::Options;
use crate::model::{Analysis, ClaimId, Edge, Finding, Node};

/// Pairs shown of one finding.
const PAIRS: usize = 3;
/// Features shown of one pair.
const FEATURES: usize = 5;

/// A feature and its share of the score, in log odds.
pub(super) type Reason = (&'static str, f64);

/// Two claims taken for answers to one question.
pub(super) struct Link<'a> {
    pub(super) claims: [ClaimId; 2],
    /// The probability that they are.
    pub(super) score: f64,
    /// What carried it, strongest first.
    pub(super) reasons: &'a [Reason],
}

/// The later claim of a link, its probability and what carried it.
type End<'a> = (ClaimId, f64, &'a [Reason]);

/// The links of a story, by their earlier claim.
#[derive(Default)]
pub(super) struct Why<'a> {
    links: BTreeMap<ClaimId, Vec<End<'a>>>,
}

impl<'a> Why<'a> {
    /// All links, where they are asked for.
    pub(super) fn of(analysis: &'a Analysis, options: &Options<'_>) -> Option<Why<'a>> {
        if !options.why {
            return None;
        }
        let graph = &analysis.graph.graph;
        let mut why = Why::default();
        for (node, _) in graph.node_references() {
            for edge in graph.edges(node) {
                let ends = (graph.node_weight(edge.source()), graph.node_weight(edge.target()));
                if let (Edge::SameQuestion { score, reasons }, (Some(Node::Claim(a)), Some(Node::Claim(b)))) =
                    (edge.weight(), ends)
                {
                    let link = (*a.max(b), *score, reasons.as_slice());
                    why.links.entry(*a.min(b)).or_default().push(link);
                }
            }
        }
        Some(why)
    }

    /// The links that a finding rests on: those between different answers first, the surest first.
    pub(super) fn links(&self, finding: &Finding) -> Vec<Link<'a>> {
        let place: BTreeMap<ClaimId, usize> = finding
            .positions
            .iter()
            .enumerate()
            .flat_map(|(at, p)| p.claims.iter().map(move |id| (*id, at)))
            .collect();
        let mut found: Vec<(bool, Link<'a>)> = Vec::new();
        for (a, at) in &place {
            for (b, score, reasons) in self.links.get(a).into_iter().flatten() {
                if let Some(other) = place.get(b) {
                    let reasons = reasons.get(..FEATURES).unwrap_or(reasons);
                    found.push((at == other, Link { claims: [*a, *b], score: *score, reasons }));
                }
            }
        }
        found.sort_by(|(p, x), (q, y)| {
            p.cmp(q).then(y.score.total_cmp(&x.score)).then_with(|| x.claims.cmp(&y.claims))
        });
        found.into_iter().map(|(_, link)| link).take(PAIRS).collect()
    }
}

/// "same predicate +1.0, different names −0.4"
pub(super) fn in_words(reasons: &[Reason]) -> String {
    let share = |(name, share): &Reason| {
        let sign = if *share < 0.0 { '−' } else { '+' };
        format!("{name} {sign}{:.1}", share.abs())
    };
    reasons.iter().map(share).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_have_signs() {
        let reasons = [("same predicate", 1.04), ("different names", -0.4)];
        assert_eq!(in_words(&reasons), "same predicate +1.0, different names −0.4");
        assert_eq!(in_words(&[]), "");
    }
}
