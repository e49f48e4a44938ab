//! What sort of question a claim answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kinds of claim, as they stand in reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Kind {
    Count,
    Money,
    Percent,
    Vote,
    Score,
    Measure,
    Duration,
    Age,
    Date,
    Time,
    Ordinal,
    Ratio,
    Name,
    Place,
    Role,
    Status,
    Cause,
    Quote,
    Other,
}

impl Kind {
    /// Every kind, in report order.
    pub const ALL: [Kind; 19] = [
        Kind::Count,
        Kind::Money,
        Kind::Percent,
        Kind::Vote,
        Kind::Score,
        Kind::Measure,
        Kind::Duration,
        Kind::Age,
        Kind::Date,
        Kind::Time,
        Kind::Ordinal,
        Kind::Ratio,
        Kind::Name,
        Kind::Place,
        Kind::Role,
        Kind::Status,
        Kind::Cause,
        Kind::Quote,
        Kind::Other,
    ];

    /// The name in reports and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Vote => "vote",
            Kind::Score => "score",
            Kind::Measure => "measure",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Ordinal => "ordinal",
            Kind::Ratio => "ratio",
            Kind::Name => "name",
            Kind::Place => "place",
            Kind::Role => "role",
            Kind::Status => "status",
            Kind::Cause => "cause",
            Kind::Quote => "quote",
            Kind::Other => "other",
        }
    }

    /// Returns whether the value is a quantity or a time.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        self <= Kind::Ratio
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Kind {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        Kind::ALL.into_iter().find(|k| k.as_str() == s).ok_or_else(|| {
            let all: Vec<_> = Kind::ALL.iter().map(|k| k.as_str()).collect();
            format!("unknown kind `{s}`; the kinds are {}", all.join(", "))
        })
    }
}
