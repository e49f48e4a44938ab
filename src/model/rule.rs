//! What a check says of itself, and how grave its conflicts are: what reports, docs and settings share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How grave a check's conflicts are, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A reader is told something false by one of the outlets.
    Error,
    /// Worth a look.
    Warning,
    /// For information: does not count as a conflict for the exit code.
    Note,
}

impl Severity {
    /// The name in reports and settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a check says of itself: `gainsay explain`, the docs and the SARIF rules come from it.
#[derive(Debug, Clone, Copy)]
pub struct Meta {
    /// Stable, kebab-case.
    pub code: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Some paragraphs of Markdown, with an example.
    pub docs: &'static str,
    /// Severity of its conflicts unless the configuration says otherwise.
    pub severity: Severity,
}

/// A check that ran.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// What it says of itself.
    pub meta: &'static Meta,
    /// Severity of its conflicts in this run.
    pub severity: Severity,
}
