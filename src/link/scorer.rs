//! The trained scorers: which weights the program carries, and that they are for its features.
//!
//! Pairs of numbers and times are scored by trees, first each pair by itself, then beside its rivals (see `competition`).
//! Pairs of events are scored by a logistic regression with named weights.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::trees::Trees;
use super::{competition, features};

const EMBEDDED: &str = include_str!("../../models/linker.json");

/// The weights that the program carries; a test holds them to this version's features.
pub fn embedded() -> &'static Linker {
    static LINKER: LazyLock<Linker> = LazyLock::new(|| Linker::from_json(EMBEDDED).unwrap_or_default());
    &LINKER
}

/// The trained scorers of pairs of numbers and times; see models/README.md.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Linker {
    /// For a pair by itself.
    pub pairwise: Trees,
    /// For a pair beside its rivals.
    pub reranked: Trees,
}

/// A logistic regression.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Scorer {
    bias: f64,
    weights: Vec<Weight>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Weight {
    name: String,
    weight: f64,
}

/// Why weights could not be used.
#[derive(Debug, thiserror::Error)]
pub enum LinkerError {
    /// Not JSON of the right form.
    #[error("the linker's weights are not readable: {0}")]
    Json(#[from] serde_json::Error),
    /// Trained for other features than this version has.
    #[error("the linker's weights are for other features; retrain with `cargo xtask train linker`")]
    Features,
}

/// Names of all features: a pair's own, then those beside its rivals.
pub fn names() -> impl Iterator<Item = &'static str> {
    features::NAMES.into_iter().chain(competition::NAMES)
}

impl Linker {
    /// Reads weights from JSON.
    ///
    /// # Errors
    /// When the text is not JSON of the right form or names other features.
    pub fn from_json(json: &str) -> Result<Linker, LinkerError> {
        let linker: Linker = serde_json::from_str(json)?;
        let fits = linker.pairwise.fits(features::NAMES.into_iter()) && linker.reranked.fits(names());
        if fits { Ok(linker) } else { Err(LinkerError::Features) }
    }
}

impl Scorer {
    /// A scorer from its parts; names and weights go together in order.
    #[must_use]
    pub fn new(bias: f64, named: impl IntoIterator<Item = (&'static str, f64)>) -> Scorer {
        let weight = |(name, weight): (&str, f64)| Weight { name: name.to_owned(), weight };
        Scorer { bias, weights: named.into_iter().map(weight).collect() }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.weights.iter().map(|w| w.name.as_str())
    }

    /// The probability for a pair's features.
    #[must_use]
    pub fn probability(&self, values: &[f64]) -> f64 {
        let sum = self.weights.iter().zip(values).fold(0.0, |sum, (w, v)| sum + w.weight * v);
        1.0 / (1.0 + (-(self.bias + sum)).exp())
    }

    /// Returns whether the weights have these names, in this order.
    pub(crate) fn fits<'n>(&self, names: impl Iterator<Item = &'n str>) -> bool {
        self.names().eq(names)
    }

    /// The features that carried it, strongest first.
    pub(crate) fn reasons_of(
        &self,
        names: impl Iterator<Item = &'static str>,
        values: &[f64],
    ) -> Vec<(&'static str, f64)> {
        let shares = names.zip(&self.weights).zip(values).map(|((name, w), v)| (name, w.weight * v));
        let mut reasons: Vec<(&'static str, f64)> = shares.filter(|r| r.1.abs() > 0.1).collect();
        reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        reasons.truncate(6);
        // A big story holds a few million of them.
        reasons.shrink_to_fit();
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_fit() {
        assert!(Linker::from_json(EMBEDDED).is_ok());
    }
}
