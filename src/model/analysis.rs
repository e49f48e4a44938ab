//! Everything that is known of a story once all stages have run: what reports are made from.

use super::article::Article;
use super::finding::{Finding, Verdict};
use super::graph::ClaimGraph;
use super::rule::{Rule, Severity};

/// Something that could not be read or understood, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Id of the article, or the file's path where there is no article.
    pub article: String,
    /// What is the matter, in a sentence.
    pub message: String,
}

/// A story, analysed.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The articles, in the order given.
    pub articles: Vec<Article>,
    /// Claims, links, slots, copies.
    pub graph: ClaimGraph,
    /// What the checks found, gravest and surest first.
    pub findings: Vec<Finding>,
    /// What went wrong on the way.
    pub problems: Vec<Problem>,
    /// The checks that ran.
    pub rules: Vec<Rule>,
}

impl Analysis {
    /// How grave a finding is; only conflicts are.
    #[must_use]
    pub fn severity(&self, finding: &Finding) -> Option<Severity> {
        let rule = self.rules.iter().find(|r| r.meta.code == finding.code);
        (finding.verdict == Verdict::Conflict).then(|| rule.map_or(Severity::Warning, |r| r.severity))
    }
}
