//! Everything that is known of a story once all stages have run: what reports are made from.

use super::article::Article;
use super::claim::ClaimId;
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

/// A claim that no finding holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// The claim.
    pub claim: ClaimId,
    /// Why it was compared with nothing, in words.
    pub reason: String,
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
    /// What only one article says, or what could not be compared, by article and place.
    pub unmatched: Vec<Unmatched>,
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
