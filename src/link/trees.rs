//! Features of a pair → the probability that its two claims answer one question, by gradient-boosted decision trees.
//!
//! The trees are trained by `cargo xtask train linker` (Friedman 2001, with the second-order gains of Chen and Guestrin
//! 2016). What a single feature is worth depends on the others here: a shared place says little of two ages and much of
//! two tolls. Each score comes with its reasons: the features on the paths, with what each split moved the log odds by
//! (the path attribution of Saabas).

use serde::{Deserialize, Serialize};

/// An ensemble of trees over named features.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Trees {
    /// Names of the features, in the order of a vector.
    features: Vec<String>,
    /// Log odds before any tree.
    bias: f64,
    trees: Vec<Vec<Node>>,
}

/// A node of a tree; the first is the root. As JSON: `[value]` for a leaf, `[value, feature, threshold, low, high]` else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Node {
    /// Mean change of the log odds of the examples that came here.
    pub value: f64,
    /// Where to go on; nothing at a leaf.
    pub split: Option<Split>,
}

/// A question to one feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// Which feature.
    pub feature: usize,
    /// Up to here the walk goes on at `low`, above at `high`.
    pub threshold: f64,
    /// Place of the node for small values; always behind this one.
    pub low: usize,
    /// Place of the node for large values; always behind this one.
    pub high: usize,
}

impl TryFrom<Vec<f64>> for Node {
    type Error = &'static str;

    fn try_from(numbers: Vec<f64>) -> Result<Node, Self::Error> {
        // Places are small whole numbers; `as` cuts anything else to one that the ensemble's own check refuses.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked by Trees::fits")]
        let place = |x: f64| x as usize;
        match *numbers {
            [value] => Ok(Node { value, split: None }),
            [value, feature, threshold, low, high] => {
                let split = Split { feature: place(feature), threshold, low: place(low), high: place(high) };
                Ok(Node { value, split: Some(split) })
            }
            _ => Err("a node has one number or five"),
        }
    }
}

impl From<Node> for Vec<f64> {
    fn from(node: Node) -> Vec<f64> {
        match node.split {
            None => vec![node.value],
            Some(s) => vec![node.value, s.feature as f64, s.threshold, s.low as f64, s.high as f64],
        }
    }
}

impl Trees {
    /// An ensemble from its parts.
    #[must_use]
    pub fn new<'n>(features: impl Iterator<Item = &'n str>, bias: f64, trees: Vec<Vec<Node>>) -> Trees {
        Trees { features: features.map(str::to_owned).collect(), bias, trees }
    }

    /// Returns whether the trees are over these features, in this order, and every split leads on.
    pub(crate) fn fits<'n>(&self, names: impl Iterator<Item = &'n str>) -> bool {
        let leads = |tree: &Vec<Node>| {
            let on = |at: usize, s: &Split| {
                let behind = |to: usize| to > at && to < tree.len();
                s.feature < self.features.len() && behind(s.low) && behind(s.high)
            };
            !tree.is_empty() && tree.iter().enumerate().all(|(at, n)| n.split.iter().all(|s| on(at, s)))
        };
        self.features.iter().map(String::as_str).eq(names) && self.trees.iter().all(leads)
    }

    /// The probability for a pair's features.
    #[must_use]
    pub fn probability(&self, vector: &[f64]) -> f64 {
        let odds = self.trees.iter().fold(self.bias, |sum, tree| sum + leaf(tree, vector, |_, _| {}));
        1.0 / (1.0 + (-odds).exp())
    }

    /// The features that moved the score most, strongest first, with what they moved the log odds by.
    #[must_use]
    pub fn reasons(&self, vector: &[f64], name: impl Fn(usize) -> &'static str) -> Vec<(&'static str, f64)> {
        let mut shares = vec![0.0; self.features.len()];
        for tree in &self.trees {
            leaf(tree, vector, |feature, change| {
                if let Some(share) = shares.get_mut(feature) {
                    *share += change;
                }
            });
        }
        let mut reasons: Vec<(&'static str, f64)> =
            shares.into_iter().enumerate().filter(|s| s.1.abs() > 0.1).map(|(i, s)| (name(i), s)).collect();
        reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        reasons.truncate(6);
        // A big story holds a few million of them.
        reasons.shrink_to_fit();
        reasons
    }
}

/// The value of the leaf that a vector comes to; `step` hears of each feature asked and the change it brought.
fn leaf(tree: &[Node], vector: &[f64], mut step: impl FnMut(usize, f64)) -> f64 {
    let Some(mut node) = tree.first() else { return 0.0 };
    while let Some(split) = &node.split {
        let value = vector.get(split.feature).copied().unwrap_or_default();
        let Some(next) = tree.get(if value <= split.threshold { split.low } else { split.high }) else {
            break;
        };
        step(split.feature, next.value - node.value);
        node = next;
    }
    node.value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(value: f64, split: Option<(usize, f64, usize, usize)>) -> Node {
        let split = split.map(|(feature, threshold, low, high)| Split { feature, threshold, low, high });
        Node { value, split }
    }

    fn trees() -> Trees {
        let tree = vec![node(0.1, Some((1, 0.5, 1, 2))), node(-1.0, None), node(2.0, None)];
        Trees::new(["a", "b"].into_iter(), -0.5, vec![tree])
    }

    #[test]
    fn a_walk_ends_at_a_leaf_and_gives_its_reasons() {
        let trees = trees();
        assert!((trees.probability(&[0.0, 0.5]) - 1.0 / (1.0 + 1.5f64.exp())).abs() < 1e-12);
        assert!(trees.probability(&[0.0, 0.6]) > 0.8);
        let reasons = trees.reasons(&[0.0, 0.6], |i| ["a", "b"][i]);
        assert_eq!(reasons.len(), 1);
        assert!(reasons[0].0 == "b" && (reasons[0].1 - 1.9).abs() < 1e-12);
    }

    #[test]
    fn json_goes_there_and_back_and_faults_are_refused() {
        let trees = trees();
        let json = serde_json::to_string(&trees).unwrap();
        assert_eq!(serde_json::from_str::<Trees>(&json).unwrap(), trees);
        assert!(trees.fits(["a", "b"].into_iter()) && !trees.fits(["b", "a"].into_iter()));
        let circle = vec![node(0.1, Some((0, 0.5, 0, 0)))];
        assert!(!Trees::new(["a"].into_iter(), 0.0, vec![circle]).fits(["a"].into_iter()));
        assert!(serde_json::from_str::<Node>("[1, 2]").is_err());
    }
}
