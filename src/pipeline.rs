//! The way through, and the only place that knows all stages.

use crate::link::{Linker, Scorer};
use crate::model::{About, Analysis, Article, Claim, Document, Field, Mention, Problem};
use crate::{analyse as analysis, check, extract, link, normalise};

/// What a caller may set.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// Weights of the linker other than the embedded ones: for training and cross-validation.
    pub linker: Option<Linker>,
    /// Weights of the scorer of events other than the embedded ones.
    pub facts: Option<Scorer>,
}

/// An article analysed, with the mentions of each of its sentences (same order as the document's sentences).
pub(crate) fn prepare<'a>(article: &'a Article, index: u32) -> (Document<'a>, Vec<Vec<Mention>>) {
    let mut document = analysis::segment(article, index);
    let anchor = article.published.as_ref().map(|s| s.at);
    let mentions: Vec<Vec<Mention>> = document
        .sentences
        .iter()
        .map(|s| normalise::mentions(article.field(s.field), document.tokens_of(s), anchor))
        .collect();
    analysis::annotate(&mut document, |_| true);
    (document, mentions)
}

/// The claims of every article, in order.
#[must_use]
pub fn claims(articles: &[Article]) -> Vec<Claim> {
    let mut all = Vec::new();
    for (index, article) in (0u32..).zip(articles) {
        let (document, mentions) = prepare(article, index);
        all.extend(extract::claims(&document, &mentions));
    }
    all
}

/// The numbers and times of an article's text, with what each of them is about.
#[must_use]
pub fn mentions(article: &Article) -> Vec<(Mention, About)> {
    let (document, mentions) = prepare(article, 0);
    let of_text = document.sentences.iter().zip(mentions).filter(|(s, _)| s.field == Field::Text);
    of_text
        .flat_map(|(sentence, mentions)| {
            let about = extract::about(&document, sentence, &mentions);
            mentions.into_iter().zip(about)
        })
        .collect()
}

/// Analyses a story: reads nothing, prints nothing, and gives the same answer every time.
#[must_use]
pub fn analyse(articles: Vec<Article>, problems: Vec<Problem>, config: &Config) -> Analysis {
    let claims = claims(&articles);
    let linker = config.linker.as_ref().unwrap_or(link::embedded());
    let events = config.facts.as_ref().unwrap_or(link::facts::embedded());
    let graph = link::link(&articles, claims, linker, events);
    let findings = check::run(&articles, &graph);
    let unmatched = check::unmatched(&articles, &graph, &findings);
    Analysis { articles, graph, findings, unmatched, problems }
}
