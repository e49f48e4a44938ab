//! Articles → the names they go by in reports for people, copies folded into the text they repeat.

use std::collections::BTreeMap;

use super::stamp::readable;
use crate::model::{Analysis, Finding, Position, Verdict};

/// The names of a story's articles.
pub(super) struct Voices {
    names: Vec<String>,
    dates: Vec<String>,
    /// For each article that repeats another, that other.
    original: BTreeMap<u32, u32>,
}

impl Voices {
    pub(super) fn of(analysis: &Analysis) -> Voices {
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for article in &analysis.articles {
            *times.entry(article.name()).or_default() += 1;
        }
        let name = |a: &crate::model::Article| match times.get(a.name()) {
            Some(1) => a.name().to_owned(),
            // Two articles of one outlet (or of none) are told apart by their ids.
            _ => format!("{} ({})", a.name(), a.id),
        };
        Voices {
            names: analysis.articles.iter().map(name).collect(),
            dates: analysis
                .articles
                .iter()
                .map(|a| a.published.as_ref().map(readable).unwrap_or_default())
                .collect(),
            original: analysis.graph.copies().into_iter().collect(),
        }
    }

    /// The name of an article.
    pub(super) fn name(&self, article: u32) -> &str {
        self.names.get(article as usize).map_or("", String::as_str)
    }

    /// When it was published, for reading; empty when unknown.
    pub(super) fn date(&self, article: u32) -> &str {
        self.dates.get(article as usize).map_or("", String::as_str)
    }

    /// The article whose text this one repeats.
    pub(super) fn original(&self, article: u32) -> Option<u32> {
        self.original.get(&article).copied()
    }

    /// Number of articles that are nobody's copy.
    pub(super) fn independent(&self) -> usize {
        self.names.len() - self.original.len()
    }

    /// The articles that take a position, each once; copies of an article that takes it too come in its second part.
    pub(super) fn of_position(&self, analysis: &Analysis, position: &Position) -> Vec<(u32, Vec<u32>)> {
        let mut articles: Vec<u32> =
            position.claims.iter().filter_map(|id| analysis.graph.claim(*id)).map(|c| c.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let folded = |a: &u32| self.original(*a).filter(|o| articles.contains(o));
        let voice = |a: &u32| (*a, articles.iter().copied().filter(|c| folded(c) == Some(*a)).collect());
        articles.iter().filter(|a| folded(a).is_none()).map(voice).collect()
    }

    /// The outlets that take a position, with their times where the verdict turns on them.
    pub(super) fn outlets(&self, analysis: &Analysis, finding: &Finding, position: &Position) -> String {
        let dated = |a: u32| match (finding.verdict, self.date(a)) {
            (Verdict::Update, date) if !date.is_empty() => format!("{} [{date}]", self.name(a)),
            _ => self.name(a).to_owned(),
        };
        let voice = |(article, copies): (u32, Vec<u32>)| {
            let copies: Vec<&str> = copies.into_iter().map(|c| self.name(c)).collect();
            let own =
                self.original(article).map(|o| format!(" (copy of {})", self.name(o))).unwrap_or_default();
            let folded = if copies.is_empty() { own } else { format!(" (copied by {})", copies.join(", ")) };
            dated(article) + &folded
        };
        self.of_position(analysis, position).into_iter().map(voice).collect::<Vec<_>>().join(", ")
    }
}
