//! Feature vector → probability that two claims answer one question, by a logistic regression with named weights.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::features::{NAMES, Vector};

/// The trained weights; see models/README.md.
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

const EMBEDDED: &str = include_str!("../../models/linker.json");

/// The weights that the program carries; a test holds them to this version's features.
pub fn embedded() -> &'static Scorer {
    static SCORER: LazyLock<Scorer> = LazyLock::new(|| Scorer::from_json(EMBEDDED).unwrap_or_default());
    &SCORER
}

/// Why weights could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ScorerError {
    /// Not JSON of the right form.
    #[error("the linker's weights are not readable: {0}")]
    Json(#[from] serde_json::Error),
    /// Trained for other features than this version has.
    #[error("the linker's weights are for other features; retrain with `cargo xtask train linker`")]
    Features,
}

impl Scorer {
    /// Reads weights from JSON.
    ///
    /// # Errors
    /// When the text is not JSON of the right form or names other features.
    pub fn from_json(json: &str) -> Result<Scorer, ScorerError> {
        let scorer: Scorer = serde_json::from_str(json)?;
        let names = scorer.weights.iter().map(|w| w.name.as_str());
        if names.eq(NAMES) { Ok(scorer) } else { Err(ScorerError::Features) }
    }

    /// Weights from numbers, in the order of [`NAMES`].
    #[must_use]
    pub fn from_weights(bias: f64, weights: &Vector) -> Scorer {
        let named = |(name, &weight): (&&str, &f64)| Weight { name: (*name).to_owned(), weight };
        Scorer { bias, weights: NAMES.iter().zip(weights).map(named).collect() }
    }

    /// The probability for a pair.
    #[must_use]
    pub fn probability(&self, vector: &Vector) -> f64 {
        let sum: f64 = self.weights.iter().zip(vector).map(|(w, v)| w.weight * v).sum();
        1.0 / (1.0 + (-(self.bias + sum)).exp())
    }

    /// The features that carried it, strongest first.
    #[must_use]
    pub fn reasons(&self, vector: &Vector) -> Vec<(&'static str, f64)> {
        let shares = NAMES.iter().zip(&self.weights).zip(vector).map(|((name, w), v)| (*name, w.weight * v));
        let mut reasons: Vec<(&'static str, f64)> = shares.filter(|r| r.1.abs() > 0.1).collect();
        reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        reasons.truncate(6);
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_fit() {
        assert!(Scorer::from_json(EMBEDDED).is_ok());
    }
}
