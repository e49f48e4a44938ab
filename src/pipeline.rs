//! The way through, and the only place that knows all stages.

mod config;
mod lexicon;
mod workers;

pub use config::{CheckConfig, Config, Copies};
pub use lexicon::Lexicon;

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;

use crate::model::{
    About, Analysis, Article, Claim, ClaimGraph, Document, Edge, Field, Mention, Problem, Rule, Sentence,
};
use crate::{analyse as analysis, check, extract, link, normalise};

/// An article analysed, with the mentions of each of its sentences (same order as the document's sentences).
pub(crate) fn prepare<'a>(
    article: &'a Article,
    index: u32,
    lexicon: &Lexicon,
) -> (Document<'a>, Vec<Vec<Mention>>) {
    let mut document = analysis::segment(article, index);
    let anchor = article.published.as_ref().map(|s| s.at);
    let mentions: Vec<Vec<Mention>> = document
        .sentences
        .iter()
        .map(|s| {
            let (text, tokens) = (article.field(s.field), document.tokens_of(s));
            let mut mentions = normalise::mentions(text, tokens, anchor);
            lexicon.units(text, tokens, &mut mentions);
            mentions
        })
        .collect();
    analysis::annotate(&mut document, |_| true);
    (document, mentions)
}

/// The claims of every article, in order.
#[must_use]
pub fn claims(articles: &[Article]) -> Vec<Claim> {
    claims_with(articles, &Config::default())
}

/// As [`claims`], with what a caller sets.
#[must_use]
pub fn claims_with(articles: &[Article], config: &Config) -> Vec<Claim> {
    workers::with_threads(config.threads, || read_claims(articles, config, &mut |_| {}))
}

/// `done` hears how many articles are through, whenever there is one more.
fn read_claims(articles: &[Article], config: &Config, done: &mut (dyn FnMut(usize) + Send)) -> Vec<Claim> {
    let of_one = |index: usize, article: &Article| {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let (document, mentions) = prepare(article, index, &config.lexicon);
        let mut claims = extract::claims(&document, &mentions);
        claims.iter_mut().for_each(|c| config.lexicon.apply(c));
        claims
    };
    let of_each = workers::in_order(articles, of_one, done);
    let mut claims = Vec::with_capacity(of_each.iter().map(Vec::len).sum());
    claims.extend(of_each.into_iter().flatten());
    claims
}

/// The numbers and times of an article's text, with what each of them is about. Sentences without any are only cut into
/// words.
#[must_use]
pub fn mentions(article: &Article) -> Vec<(Mention, About)> {
    let mut document = analysis::segment(article, 0);
    let anchor = article.published.as_ref().map(|s| s.at);
    let of_sentence = |s: &Sentence| match s.field {
        Field::Text => normalise::mentions(article.field(s.field), document.tokens_of(s), anchor),
        Field::Title => Vec::new(),
    };
    let mentions: Vec<Vec<Mention>> = document.sentences.iter().map(of_sentence).collect();
    analysis::annotate_only(&mut document, |number| mentions.get(number).is_some_and(|m| !m.is_empty()));
    let sentences = document.sentences.iter().zip(mentions);
    sentences
        .flat_map(|(sentence, mentions)| {
            let about = extract::about(&document, sentence, &mentions);
            mentions.into_iter().zip(about)
        })
        .collect()
}

/// Analyses a story: reads nothing, prints nothing, and gives the same answer every time.
#[must_use]
pub fn analyse(articles: Vec<Article>, problems: Vec<Problem>, config: &Config) -> Analysis {
    analyse_with_progress(articles, problems, config, &mut |_| {})
}

/// What is told of a story with more claims alike than are compared.
const SAMPLED: &str = "so many claims are alike that some were compared with a sample of the others only";

/// As [`analyse`]; `done` hears how many articles are through, for whoever shows progress.
#[must_use]
pub fn analyse_with_progress(
    articles: Vec<Article>,
    mut problems: Vec<Problem>,
    config: &Config,
    done: &mut (dyn FnMut(usize) + Send),
) -> Analysis {
    workers::with_threads(config.threads, || {
        let claims = read_claims(&articles, config, done);
        let linker = config.linker.as_ref().unwrap_or(link::embedded());
        let events = config.facts.as_ref().unwrap_or(link::facts::embedded());
        let mut graph = link::link(&articles, claims, linker, events);
        set_copies(&articles, &mut graph, &config.copies);
        let (findings, unmatched) = check::run(&articles, &graph);
        if graph.sampled {
            problems.push(Problem { article: "the whole story".to_owned(), message: SAMPLED.to_owned() });
        }
        let mut analysis = Analysis { articles, graph, findings, unmatched, problems, rules: rules(config) };
        select(&mut analysis, config);
        analysis
    })
}

/// The checks, as grave as they are set.
fn rules(config: &Config) -> Vec<Rule> {
    let severity = |code| config.checks.get(code).and_then(|c| c.severity);
    check::metas()
        .into_iter()
        .map(|meta| Rule { meta, severity: severity(meta.code).unwrap_or(meta.severity) })
        .collect()
}

/// Leaves out what the checks' settings do not want, and numbers the rest.
fn select(analysis: &mut Analysis, config: &Config) {
    let mut findings = std::mem::take(&mut analysis.findings);
    findings.retain(|f| config.checks.get(f.code).is_none_or(|c| !c.off && f.confidence >= c.min_confidence));
    check::arrange(&mut findings, |f| analysis.severity(f));
    analysis.findings = findings;
}

/// Draws the copies that are declared, and takes out those that are not to be.
fn set_copies(articles: &[Article], graph: &mut ClaimGraph, copies: &Copies) {
    let is_never =
        |node: NodeIndex| articles.get(node.index()).is_some_and(|a| copies.never.contains(&a.outlet));
    graph.graph.retain_edges(|graph, edge| {
        let ends = graph.edge_endpoints(edge);
        !matches!(graph.edge_weight(edge), Some(Edge::Copies(_)))
            || ends.is_none_or(|(copy, _)| !is_never(copy))
    });
    let drawn: BTreeSet<u32> = graph.copies().into_iter().map(|(copy, _)| copy).collect();
    for (index, article) in (0u32..).zip(articles) {
        let is_free = !drawn.contains(&index) && !is_never(NodeIndex::new(index as usize));
        let original = copies.declared.get(&article.outlet).filter(|_| is_free);
        let original = original.and_then(|of| articles.iter().position(|a| a.outlet == *of));
        if let Some(original) = original.filter(|o| *o != index as usize) {
            // Articles were added first, so an article's index is its node's.
            graph.graph.add_edge(NodeIndex::new(index as usize), NodeIndex::new(original), Edge::Copies(1.0));
        }
    }
}
