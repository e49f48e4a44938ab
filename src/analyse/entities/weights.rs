//! models/coreference.tsv → the weights of antecedents and of the sorts of nouns.
//!
//! Lines of a name and whole numbers: "he: same sentence ⇥ 812", "noun person ⇥ 12 -5 …". Whole numbers, so that every
//! machine chooses alike.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::features::{FEATURES, Feature};
use super::nouns::{Nouns, SORTS};
use super::phrases::CLASSES;

const FILE: &str = include_str!("../../../models/coreference.tsv");

/// Trained weights.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// For each class of phrase one weight per feature.
    pub classes: Vec<Vec<i32>>,
    /// The sorts of nouns.
    pub nouns: Nouns,
}

/// The names of the sorts in the file.
const NOUNS: [&str; SORTS.len()] = ["noun person", "noun group", "noun place", "noun thing"];

impl Weights {
    /// Reads a file of weights; what it does not name weighs nothing.
    #[must_use]
    pub fn read(file: &str) -> Weights {
        let rows: HashMap<&str, &str> = file.lines().filter_map(|l| l.split_once('\t')).collect();
        let numbers = |name: &str| -> Vec<i32> {
            let row = rows.get(name).copied().unwrap_or_default();
            row.split(' ').filter_map(|n| n.parse().ok()).collect()
        };
        let weight = |class: &str, feature: &str| {
            numbers(&format!("{class}: {feature}")).first().copied().unwrap_or(0)
        };
        let classes = CLASSES.iter().map(|class| FEATURES.iter().map(|f| weight(class, f)).collect());
        Weights { classes: classes.collect(), nouns: Nouns::new(NOUNS.map(numbers)) }
    }

    /// The weights as a file, those of nought left out.
    #[must_use]
    pub fn file(classes: &[Vec<i32>], nouns: &[Vec<i32>]) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (class, weights) in CLASSES.iter().zip(classes) {
            let named = FEATURES.iter().zip(weights).filter(|(_, w)| **w != 0);
            lines.extend(named.map(|(feature, weight)| format!("{class}: {feature}\t{weight}")));
        }
        for (name, weights) in NOUNS.iter().zip(nouns) {
            let weights: Vec<String> = weights.iter().map(i32::to_string).collect();
            lines.push(format!("{name}\t{}", weights.join(" ")));
        }
        lines.join("\n") + "\n"
    }

    /// The sum of the weights of some features.
    #[must_use]
    pub fn score(&self, class: usize, features: &[Feature]) -> i32 {
        let Some(weights) = self.classes.get(class) else { return 0 };
        features.iter().filter_map(|f| weights.get(*f as usize)).sum()
    }
}

static EMBEDDED: LazyLock<Weights> = LazyLock::new(|| Weights::read(FILE));

/// The weights that are embedded in the program.
pub(super) fn embedded() -> &'static Weights {
    &EMBEDDED
}
