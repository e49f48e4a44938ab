//! Claim graph → DOT and GraphML: articles, claims and questions as nodes, what hangs them together as edges.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::Direction;
use petgraph::dot::{Config, Dot};
use petgraph::graph::{DiGraph, EdgeReference, NodeIndex};
use petgraph_graphml::GraphMl;

use super::excerpt::visible;
use super::voices::Voices;
use crate::model::{Analysis, ClaimId, Edge, Node};

/// A node as it is drawn.
#[derive(Debug)]
struct Drawn {
    sort: &'static str,
    label: String,
}

/// An edge as it is drawn.
#[derive(Debug)]
struct Drawing {
    sort: &'static str,
    /// Probability or share, where it has one.
    weight: Option<f64>,
}

pub(super) fn dot(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let graph = drawn(analysis);
    let edge = |_, edge: EdgeReference<'_, Drawing>| {
        let weight = edge.weight().weight.map(|w| format!(" {w:.2}")).unwrap_or_default();
        let style = if edge.weight().sort == "same question" { "dashed" } else { "solid" };
        format!("label=\"{}{weight}\" style={style}", edge.weight().sort)
    };
    let node = |_, (_, node): (NodeIndex, &Drawn)| {
        let shape = match node.sort {
            "article" => "box",
            "question" => "diamond",
            _ => "ellipse",
        };
        let label = node.label.replace('\\', "\\\\").replace('"', "\\\"");
        format!("label=\"{label}\" shape={shape}")
    };
    let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
    write!(out, "{:?}", Dot::with_attr_getters(&graph, &config, &edge, &node))
}

pub(super) fn graphml(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let graph = drawn(analysis);
    let graphml = GraphMl::new(&graph).pretty_print(true);
    graphml
        .export_node_weights(Box::new(of_node))
        .export_edge_weights(Box::new(of_edge))
        .to_writer(&mut *out)?;
    writeln!(out)
}

/// GraphML's keys and values.
type Data<'a> = Vec<(Cow<'static, str>, Cow<'a, str>)>;

fn of_node(node: &Drawn) -> Data<'_> {
    vec![("sort".into(), node.sort.into()), ("label".into(), node.label.as_str().into())]
}

fn of_edge(edge: &Drawing) -> Data<'_> {
    let weight = edge.weight.map(|w| ("weight".into(), format!("{w:.4}").into()));
    std::iter::once(("relation".into(), edge.sort.into())).chain(weight).collect()
}

fn drawn(analysis: &Analysis) -> DiGraph<Drawn, Drawing> {
    let voices = Voices::of(analysis);
    let questions = questions(analysis);
    let graph = &analysis.graph.graph;
    let node = |index: NodeIndex, node: &Node| match node {
        Node::Article(a) => Drawn { sort: "article", label: visible(voices.name(*a)) },
        Node::Claim(id) => Drawn { sort: "claim", label: quote(analysis, *id) },
        Node::Slot => {
            let answers = graph.neighbors_directed(index, Direction::Incoming);
            let question = answers.filter_map(|n| match graph.node_weight(n) {
                Some(Node::Claim(id)) => questions.get(id).copied(),
                _ => None,
            });
            Drawn { sort: "question", label: visible(question.min().unwrap_or_default()) }
        }
    };
    graph.map(node, |_, edge| drawing(edge))
}

fn drawing(edge: &Edge) -> Drawing {
    match edge {
        Edge::Asserts => Drawing { sort: "asserts", weight: None },
        Edge::Answers => Drawing { sort: "answers", weight: None },
        Edge::SameQuestion { score, .. } => Drawing { sort: "same question", weight: Some(*score) },
        Edge::Copies(share) => Drawing { sort: "copies", weight: Some(*share) },
    }
}

/// The question that each claim answers, as the findings word it.
fn questions(analysis: &Analysis) -> BTreeMap<ClaimId, &str> {
    let claims = |f: &crate::model::Finding| -> Vec<ClaimId> {
        f.positions.iter().flat_map(|p| p.claims.iter().copied()).collect()
    };
    let findings = analysis.findings.iter();
    findings.flat_map(|f| claims(f).into_iter().map(|id| (id, f.question.as_str()))).collect()
}

fn quote(analysis: &Analysis, id: ClaimId) -> String {
    let claim = analysis.graph.claim(id);
    let article = claim.and_then(|c| analysis.articles.get(c.article as usize));
    claim.zip(article).map(|(c, a)| visible(a.quote(&c.span))).unwrap_or_default()
}
