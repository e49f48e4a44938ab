//! Chains of mentions, annotated and found → the scores of CoNLL 2012: mentions, MUC, B³, CEAFe.
//!
//! A mention is a number, the same in both where it is the same mention. Chains of one mention count for nothing, as
//! is usual.

use std::collections::{BTreeMap, BTreeSet};

/// The mentions of one entity.
pub(super) type Chain = BTreeSet<usize>;

/// Shares of what was found and of what was annotated, as sums to be divided.
#[derive(Default, Clone, Copy)]
struct Sums {
    right_found: f64,
    found: f64,
    right_gold: f64,
    gold: f64,
}

impl Sums {
    fn add(&mut self, [right_found, found, right_gold, gold]: [f64; 4]) {
        self.right_found += right_found;
        self.found += found;
        self.right_gold += right_gold;
        self.gold += gold;
    }

    fn scores(&self) -> [f64; 3] {
        let share = |n: f64, of: f64| if of > 0.0 { 100.0 * n / of } else { 0.0 };
        let (p, r) = (share(self.right_found, self.found), share(self.right_gold, self.gold));
        [p, r, share(2.0 * p * r, p + r) / 100.0]
    }
}

/// The scores of several documents.
#[derive(Default)]
pub(super) struct Coreference {
    mentions: Sums,
    muc: Sums,
    b3: Sums,
    ceaf: Sums,
}

impl Coreference {
    /// Adds a document.
    pub(super) fn add(&mut self, gold: &[Chain], found: &[Chain]) {
        let chains = |all: &[Chain]| all.iter().filter(|c| c.len() > 1).cloned().collect::<Vec<Chain>>();
        let (gold, found) = (chains(gold), chains(found));
        let all = |chains: &[Chain]| chains.iter().flatten().copied().collect::<Chain>();
        let (named, heard) = (all(&gold), all(&found));
        let both = named.intersection(&heard).count() as f64;
        self.mentions.add([both, heard.len() as f64, both, named.len() as f64]);
        let [(a, b), (c, d)] = [links(&found, &gold), links(&gold, &found)];
        self.muc.add([a, b, c, d]);
        let [(a, b), (c, d)] = [overlap(&found, &gold), overlap(&gold, &found)];
        self.b3.add([a, b, c, d]);
        let likeness: Vec<Vec<f64>> =
            gold.iter().map(|g| found.iter().map(|f| likeness(g, f)).collect()).collect();
        let best = assignment(&likeness);
        self.ceaf.add([best, found.len() as f64, best, gold.len() as f64]);
    }

    /// Name, precision, recall and F1 of every score; the last is the mean of the three F1.
    pub(super) fn rows(&self) -> Vec<(&'static str, [f64; 3])> {
        let three = [("MUC", self.muc.scores()), ("B³", self.b3.scores()), ("CEAFe", self.ceaf.scores())];
        let mean = |i: usize| three.iter().map(|(_, s)| s[i]).sum::<f64>() / 3.0;
        let mut rows = vec![("mentions in chains", self.mentions.scores())];
        rows.extend(three);
        rows.push(("CoNLL (mean of the three)", [mean(0), mean(1), mean(2)]));
        rows
    }
}

fn homes(chains: &[Chain]) -> BTreeMap<usize, usize> {
    chains.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |m| (*m, i))).collect()
}

/// MUC: how many of the links of `a` stand in `b`, and how many there are.
fn links(a: &[Chain], b: &[Chain]) -> (f64, f64) {
    let homes = homes(b);
    let mut sums = (0.0, 0.0);
    for chain in a {
        let parts: BTreeSet<usize> = chain.iter().filter_map(|m| homes.get(m).copied()).collect();
        let alone = chain.iter().filter(|m| !homes.contains_key(m)).count();
        sums.0 += (chain.len() - parts.len() - alone) as f64;
        sums.1 += (chain.len() - 1) as f64;
    }
    sums
}

/// B³: which share of each mention's chain in `a` it shares with its chain in `b`, summed, and the number of mentions.
fn overlap(a: &[Chain], b: &[Chain]) -> (f64, f64) {
    let homes = homes(b);
    let mut sums = (0.0, 0.0);
    for chain in a {
        for mention in chain {
            let common = homes.get(mention).map_or(0, |home| chain.intersection(&b[*home]).count());
            sums.0 += common as f64 / chain.len() as f64;
            sums.1 += 1.0;
        }
    }
    sums
}

fn likeness(a: &Chain, b: &Chain) -> f64 {
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
}

/// The greatest sum of one entry per row and column (the Hungarian method, on costs of 1 - entry).
fn assignment(likeness: &[Vec<f64>]) -> f64 {
    let size = likeness.len().max(likeness.first().map_or(0, Vec::len));
    let entry = |r: usize, c: usize| likeness.get(r).and_then(|row| row.get(c)).copied().unwrap_or(0.0);
    let (mut by_row, mut by_column) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    // The row that each column is given to; column 0 holds the row being placed, rows count from 1.
    let mut given = vec![0; size + 1];
    for row in 1..=size {
        given[0] = row;
        let (mut least, mut from) = (vec![f64::MAX; size + 1], vec![0; size + 1]);
        let mut used = vec![false; size + 1];
        let mut column = 0;
        while given[column] != 0 {
            used[column] = true;
            let current = given[column];
            let (mut step, mut next) = (f64::MAX, 0);
            for other in (1..=size).filter(|c| !used[*c]) {
                let cost = 1.0 - entry(current - 1, other - 1) - by_row[current] - by_column[other];
                if cost < least[other] {
                    (least[other], from[other]) = (cost, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if used[other] {
                    by_row[given[other]] += step;
                    by_column[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            given[column] = given[from[column]];
            column = from[column];
        }
    }
    (1..=size).map(|column| entry(given[column] - 1, column - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// F1 of every score, rounded to whole percents.
    fn check(gold: &[&[usize]], found: &[&[usize]], expected: [i64; 5]) {
        let chains =
            |all: &[&[usize]]| all.iter().map(|c| c.iter().copied().collect()).collect::<Vec<Chain>>();
        let mut scores = Coreference::default();
        scores.add(&chains(gold), &chains(found));
        let rounded: Vec<i64> = scores.rows().iter().map(|(_, s)| s[2].round() as i64).collect();
        assert_eq!(rounded, expected);
    }

    #[test]
    fn scores() {
        check(&[&[1, 2, 3], &[4, 5]], &[&[1, 2, 3], &[4, 5]], [100; 5]);
        check(&[&[1, 2]], &[], [0; 5]);
        // A chain of one counts for nothing.
        check(&[&[1, 2], &[7]], &[&[1, 2], &[8]], [100; 5]);
        // The example of Pradhan et al. (2014): key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
        check(&[&[1, 2, 3], &[4, 5, 6, 7]], &[&[1, 2], &[3, 4], &[6, 7, 8, 9]], [80, 40, 45, 52, 46]);
    }

    #[test]
    fn the_best_assignment_is_not_the_greedy_one() {
        let best = assignment(&[vec![0.9, 0.8], vec![0.8, 0.1]]);
        assert!((best - 1.6).abs() < 1e-9, "{best}");
    }
}
