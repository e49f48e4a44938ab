//! Gradient boosting of shallow trees for two classes (Friedman 2001), with second-order gains (Chen and Guestrin 2016) on
//! binned features (Ke et al. 2017). Deterministic: the same examples give the same trees.

use gainsay::link::{Node, Split, Trees};

/// How trees are grown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) trees: usize,
    pub(crate) leaves: usize,
    pub(crate) rate: f64,
    /// Least weight of examples in a leaf.
    pub(crate) least: f64,
    /// Penalty on a leaf's value.
    pub(crate) ridge: f64,
    /// Share of the features that a tree may ask, and of the examples that it sees.
    pub(crate) features: f64,
    pub(crate) examples: f64,
}

pub(crate) const SETTINGS: Settings =
    Settings { trees: 150, leaves: 12, rate: 0.06, least: 25.0, ridge: 5.0, features: 0.5, examples: 0.8 };

/// Features, the answer, how much it counts.
pub(crate) type Example<'v> = (&'v [f64], bool, f64);

const BINS: usize = 48;

/// Fits trees to examples.
pub(crate) fn fit<'n>(names: impl Iterator<Item = &'n str>, examples: &[Example<'_>], s: Settings) -> Trees {
    let width = examples.first().map_or(0, |e| e.0.len());
    let cuts: Vec<Vec<f64>> = (0..width).map(|f| cuts(examples, f)).collect();
    let binned: Vec<Vec<u8>> = cuts
        .iter()
        .enumerate()
        .map(|(f, cuts)| examples.iter().map(|e| cuts.partition_point(|c| *c < e.0[f]) as u8).collect())
        .collect();
    let (mut positive, mut all) = (1.0, 2.0);
    for (_, yes, weight) in examples {
        positive += if *yes { *weight } else { 0.0 };
        all += weight;
    }
    let bias = round((positive / (all - positive) as f64).ln());
    let mut odds = vec![bias; examples.len()];
    let mut random = fastrand::Rng::with_seed(7);
    let mut trees = Vec::with_capacity(s.trees);
    for _ in 0..s.trees {
        let slopes: Vec<[f64; 3]> = examples
            .iter()
            .zip(&odds)
            .map(|((_, yes, weight), odds)| {
                let p = 1.0 / (1.0 + (-odds).exp());
                [weight * (f64::from(u8::from(*yes)) - p), weight * (p * (1.0 - p)).max(1e-9), *weight]
            })
            .collect();
        let seen: Vec<u32> = (0..examples.len() as u32).filter(|_| random.f64() < s.examples).collect();
        let asked: Vec<usize> = (0..width).filter(|_| random.f64() < s.features).collect();
        let tree = grow(&binned, &cuts, &slopes, seen, &asked, s);
        for (n, odds) in odds.iter_mut().enumerate() {
            *odds += walk(&tree, examples[n].0);
        }
        trees.push(tree);
    }
    Trees::new(names, bias, trees)
}

fn walk(tree: &[Node], vector: &[f64]) -> f64 {
    let mut node = &tree[0];
    while let Some(s) = &node.split {
        node = &tree[if vector[s.feature] <= s.threshold { s.low } else { s.high }];
    }
    node.value
}

/// Values that part a feature into bins of about equally many examples; a value goes to the bin of the first cut that is
/// no smaller.
fn cuts(examples: &[Example<'_>], feature: usize) -> Vec<f64> {
    let mut values: Vec<f64> = examples.iter().map(|e| e.0[feature]).collect();
    values.sort_by(f64::total_cmp);
    let mut distinct = values.clone();
    distinct.dedup();
    let middle = |a: f64, b: f64| round((a + b) / 2.0);
    let mut cuts: Vec<f64> = if distinct.len() <= BINS {
        distinct.windows(2).map(|w| middle(w[0], w[1])).collect()
    } else {
        // Most features are mostly nought: the rest shares the bins.
        let rest: Vec<f64> = values.iter().copied().filter(|v| *v != 0.0).collect();
        (0..BINS).map(|n| round(rest[n * rest.len() / BINS])).collect()
    };
    cuts.dedup();
    cuts
}

/// A leaf while a tree grows: its examples, and the best split of them.
struct Open {
    node: usize,
    rows: Vec<u32>,
    best: Option<(f64, usize, usize)>,
}

fn grow(
    binned: &[Vec<u8>],
    cuts: &[Vec<f64>],
    slopes: &[[f64; 3]],
    rows: Vec<u32>,
    asked: &[usize],
    s: Settings,
) -> Vec<Node> {
    let sum = |rows: &[u32]| rows.iter().fold([0.0; 3], |t, &r| add(t, slopes[r as usize]));
    let leaf = |rows: &[u32]| {
        let [gradient, hessian, _] = sum(rows);
        Node { value: round(s.rate * gradient / (hessian + s.ridge)), split: None }
    };
    let best = |rows: &[u32]| best_split(binned, slopes, rows, asked, sum(rows), s);
    let mut tree = vec![leaf(&rows)];
    let mut open = vec![Open { node: 0, best: best(&rows), rows }];
    for _ in 1..s.leaves {
        let gain = |o: &Open| o.best.map_or(f64::MIN, |b| b.0);
        let Some(at) =
            (0..open.len()).max_by(|&a, &b| gain(&open[a]).total_cmp(&gain(&open[b])).then(b.cmp(&a)))
        else {
            break;
        };
        let Some((_, feature, cut)) = open[at].best else { break };
        let Open { node, rows, .. } = open.swap_remove(at);
        let (low, high): (Vec<u32>, Vec<u32>) =
            rows.into_iter().partition(|&r| usize::from(binned[feature][r as usize]) <= cut);
        let place = tree.len();
        tree.push(leaf(&low));
        tree.push(leaf(&high));
        tree[node].split =
            Some(Split { feature, threshold: cuts[feature][cut], low: place, high: place + 1 });
        for (node, rows) in [(place, low), (place + 1, high)] {
            open.push(Open { node, best: best(&rows), rows });
        }
    }
    tree
}

fn add(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

/// The gain, the feature and the last bin of the low side.
fn best_split(
    binned: &[Vec<u8>],
    slopes: &[[f64; 3]],
    rows: &[u32],
    asked: &[usize],
    all: [f64; 3],
    s: Settings,
) -> Option<(f64, usize, usize)> {
    if all[2] < 2.0 * s.least {
        return None;
    }
    let worth = |[gradient, hessian, _]: [f64; 3]| gradient * gradient / (hessian + s.ridge);
    let mut best: Option<(f64, usize, usize)> = None;
    for &feature in asked {
        let mut bins = [[0.0; 3]; BINS + 1];
        let column = &binned[feature];
        for &r in rows {
            let bin = &mut bins[usize::from(column[r as usize])];
            *bin = add(*bin, slopes[r as usize]);
        }
        let mut low = [0.0; 3];
        for (cut, bin) in bins.iter().enumerate().take(BINS) {
            low = add(low, *bin);
            let high = [all[0] - low[0], all[1] - low[1], all[2] - low[2]];
            if low[2] < s.least || high[2] < s.least {
                continue;
            }
            let gain = worth(low) + worth(high) - worth(all);
            if gain > best.map_or(1e-6, |b| b.0) {
                best = Some((gain, feature, cut));
            }
        }
    }
    best
}

fn round(x: f64) -> f64 {
    (x * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_learn_what_no_line_parts() {
        let vectors: Vec<[f64; 2]> = (0..400).map(|n| [f64::from(n % 2), f64::from(n / 2 % 2)]).collect();
        let examples: Vec<Example<'_>> = vectors.iter().map(|v| (v.as_slice(), v[0] != v[1], 1.0)).collect();
        // One feature alone gains nothing here, so the first split needs a little noise.
        let kept = &examples[..397];
        let trees = fit(["a", "b"].into_iter(), kept, Settings { features: 1.0, ..SETTINGS });
        assert!(trees.probability(&[1.0, 0.0]) > 0.8 && trees.probability(&[1.0, 1.0]) < 0.2);
        assert_eq!(trees, fit(["a", "b"].into_iter(), kept, Settings { features: 1.0, ..SETTINGS }));
    }
}
