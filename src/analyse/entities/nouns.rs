//! Common noun → what sort of thing it is a word for: a person, a group of people that acts as one, a place, a thing.
//!
//! Learned from the kinds of GUM's entities over the components of word vectors, so that nouns the treebank never saw
//! get a sort as well.

use crate::english;

/// What sort of thing a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Sort {
    Person,
    Group,
    Place,
    Thing,
}

/// The sorts in the order of their numbers in the file of weights.
pub const SORTS: [Sort; 4] = [Sort::Person, Sort::Group, Sort::Place, Sort::Thing];

/// For each sort: a bias, the weight of being filed as a person, and one for each component of the vector.
#[derive(Debug, Clone, Default)]
pub struct Nouns([Vec<i32>; SORTS.len()]);

impl Nouns {
    /// The weights by sort, in the order of [`SORTS`].
    #[must_use]
    pub fn new(weights: [Vec<i32>; SORTS.len()]) -> Nouns {
        Nouns(weights)
    }

    /// The sort of a lemma.
    #[must_use]
    pub fn sort(&self, lemma: &str) -> Sort {
        let inputs = inputs(lemma);
        let score = |weights: &[i32]| -> i64 {
            weights.iter().zip(&inputs).map(|(w, x)| i64::from(*w) * i64::from(*x)).sum()
        };
        let best = SORTS.into_iter().zip(&self.0).rev().max_by_key(|(_, weights)| score(weights));
        best.map_or(Sort::Thing, |(sort, _)| sort)
    }
}

/// What the weights are multiplied with; one is 64.
#[must_use]
pub fn inputs(lemma: &str) -> Vec<i32> {
    let person = if english::is_person_noun(lemma) { 64 } else { 0 };
    let components = english::vector(lemma).unwrap_or_default();
    [64, person].into_iter().chain(components.iter().map(|c| i32::from(*c))).collect()
}
