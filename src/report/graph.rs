//! Claim graph → DOT and GraphML: articles, claims and questions as nodes, what hangs them together as edges.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::Direction;
use petgraph::dot::{Config, Dot};
use petgraph::graph::{DiGraph, EdgeReference, NodeIndex};
use petgraph::visit::{EdgeRef, IntoNodeReferences};
use quick_xml::Writer;
use quick_xml::events::BytesText;

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

type Xml = Writer<Vec<u8>>;

/// What nodes and edges are described by: key, what it describes, type.
const KEYS: [[&str; 3]; 4] = [
    ["sort", "node", "string"],
    ["label", "node", "string"],
    ["relation", "edge", "string"],
    ["weight", "edge", "double"],
];

/// Written here because petgraph-graphml puts the keys in a hash set's order: another file at every run.
pub(super) fn graphml(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let graph = drawn(analysis);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    let mut xml = Xml::new_with_indent(Vec::new(), b' ', 2);
    let root =
        xml.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|xml| {
        for [key, of, sort] in KEYS {
            let attributes = [("id", key), ("for", of), ("attr.name", key), ("attr.type", sort)];
            xml.create_element("key").with_attributes(attributes).write_empty()?;
        }
        let element = xml.create_element("graph").with_attribute(("edgedefault", "directed"));
        element.write_inner_content(|xml| elements(&graph, xml))?;
        Ok(())
    })?;
    out.write_all(&xml.into_inner())?;
    writeln!(out)
}

fn elements(graph: &DiGraph<Drawn, Drawing>, xml: &mut Xml) -> io::Result<()> {
    let data = |xml: &mut Xml, key: &str, words: &str| {
        let element = xml.create_element("data").with_attribute(("key", key));
        element.write_text_content(BytesText::new(words)).map(|_| ())
    };
    let name = |n: NodeIndex| format!("n{}", n.index());
    for (index, node) in graph.node_references() {
        let element = xml.create_element("node").with_attribute(("id", name(index).as_str()));
        element.write_inner_content(|xml| {
            data(xml, "sort", node.sort)?;
            data(xml, "label", &node.label)
        })?;
    }
    for edge in graph.edge_references() {
        let (source, target) = (name(edge.source()), name(edge.target()));
        let element = xml.create_element("edge");
        let element = element.with_attributes([("source", source.as_str()), ("target", target.as_str())]);
        element.write_inner_content(|xml| {
            data(xml, "relation", edge.weight().sort)?;
            edge.weight().weight.map_or(Ok(()), |w| data(xml, "weight", &format!("{w:.4}")))
        })?;
    }
    Ok(())
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
