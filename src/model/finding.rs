//! What a check reports: one question, the positions taken, a verdict.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::ClaimId;
use super::kind::Kind;

/// How the positions on one question stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// They cannot all be true of the same thing at the same time.
    Conflict,
    /// The same utterance in different words.
    Variant,
    /// The thing itself changed between the articles.
    Update,
    /// Not the same, yet all can be true: precision or comparators differ.
    Compatible,
    /// The same.
    Agree,
}

impl Verdict {
    /// Every verdict, gravest first.
    pub const ALL: [Verdict; 5] =
        [Verdict::Conflict, Verdict::Variant, Verdict::Update, Verdict::Compatible, Verdict::Agree];

    /// The name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Conflict => "conflict",
            Verdict::Variant => "variant",
            Verdict::Update => "update",
            Verdict::Compatible => "compatible",
            Verdict::Agree => "agree",
        }
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One answer and the claims that give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The answer in words ("more than 150").
    pub value: String,
    /// Who gives it, in order of article and place.
    pub claims: Vec<ClaimId>,
}

impl Finding {
    /// Returns whether there is nothing to look into: the outlets say the same, or one fact in other words. Reports show such
    /// findings on request.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        match self.verdict {
            Verdict::Agree => true,
            Verdict::Compatible => !self.kind.is_numeric(),
            _ => false,
        }
    }
}

/// One question that two or more articles answer, with what came of comparing the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Stable within one input: "f1", "f2", … in report order.
    pub id: String,
    /// Code of the check that found it.
    pub code: &'static str,
    /// Kind of the claims.
    pub kind: Kind,
    /// How the positions stand to each other.
    pub verdict: Verdict,
    /// Probability that the verdict is right, 0 to 1.
    pub confidence: f64,
    /// The question in words ("How many migrants were arrested?").
    pub question: String,
    /// Why the verdict is so, in a sentence.
    pub explanation: String,
    /// The answers: at least one, each with at least one claim.
    pub positions: Vec<Position>,
}
