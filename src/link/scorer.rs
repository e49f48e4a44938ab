//! Features → probability that two claims answer one question, by three logistic regressions with named weights.
//!
//! The first sees the pair alone; the second sees it beside its rivals (see `competition`); the third sees it beside
//! them again, now that the rivals have been judged beside theirs.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{competition, features};

const EMBEDDED: &str = include_str!("../../models/linker.json");

/// The weights that the program carries; a test holds them to this version's features.
pub fn embedded() -> &'static Linker {
    static LINKER: LazyLock<Linker> = LazyLock::new(|| Linker::from_json(EMBEDDED).unwrap_or_default());
    &LINKER
}

/// The trained weights; see models/README.md.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Linker {
    /// For a pair alone.
    pub alone: Scorer,
    /// For a pair beside its rivals.
    pub beside: Scorer,
    /// For a pair beside its rivals as the second judged them.
    pub again: Scorer,
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
    features::NAMES.iter().map(String::as_str).chain(competition::NAMES)
}

impl Linker {
    /// Reads weights from JSON.
    ///
    /// # Errors
    /// When the text is not JSON of the right form or names other features.
    pub fn from_json(json: &str) -> Result<Linker, LinkerError> {
        let linker: Linker = serde_json::from_str(json)?;
        let fits = linker.alone.names().eq(features::NAMES.iter())
            && linker.beside.names().eq(names())
            && linker.again.names().eq(names());
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
        self.probability_from(self.part(values), values.len(), &[])
    }

    /// What the first of a pair's features add up to, to go on from.
    pub(crate) fn part(&self, first: &[f64]) -> f64 {
        self.add(0.0, 0, first)
    }

    /// The probability for a pair of which the first so many features add up to `part`; the `rest` follows.
    pub(crate) fn probability_from(&self, part: f64, first: usize, rest: &[f64]) -> f64 {
        1.0 / (1.0 + (-(self.bias + self.add(part, first, rest))).exp())
    }

    /// One after the other: the same sum to the bit, wherever it is cut in two.
    fn add(&self, part: f64, from: usize, values: &[f64]) -> f64 {
        self.weights.iter().skip(from).zip(values).fold(part, |sum, (w, v)| sum + w.weight * v)
    }

    /// Do the weights have these names, in this order?
    pub(crate) fn fits<'n>(&self, names: impl Iterator<Item = &'n str>) -> bool {
        self.names().eq(names)
    }

    /// The features that carried it, strongest first.
    #[must_use]
    pub fn reasons(&self, values: &[f64]) -> Vec<(&'static str, f64)> {
        self.reasons_of(names(), values)
    }

    /// The same for features of other names.
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
    fn a_sum_cut_in_two_is_the_same() {
        let names = ["a", "b", "c", "d"];
        let scorer = Scorer::new(0.3, names.into_iter().zip([0.1, -0.7, 1e-9, 3.3]));
        let values = [0.3, 0.7, 1e9, -0.11];
        for cut in 0..=values.len() {
            let (first, rest) = values.split_at(cut);
            let found = scorer.probability_from(scorer.part(first), cut, rest);
            assert_eq!(found.to_bits(), scorer.probability(&values).to_bits(), "{cut}");
        }
    }

    #[test]
    fn the_embedded_weights_fit() {
        assert!(Linker::from_json(EMBEDDED).is_ok());
    }
}
