//! Bags of weighted words → for one bag those that have most words in common with it, by an inverted index.
//!
//! One number for each bag is held from question to question, so that a look costs what the words' lists are long and
//! nothing more.

use super::story::Bag;

/// The bags by their words, and room to add up.
pub(crate) struct Overlap {
    /// For every word the bags that have it, with its weight there.
    index: Vec<Vec<(u32, f64)>>,
    /// A word of more bags than this proposes none.
    common: usize,
    /// For every bag what it has in common with the one in question; nought between questions.
    sums: Vec<f64>,
    touched: Vec<u32>,
}

impl Overlap {
    /// An index over these bags of words below `words`.
    pub(crate) fn new<'b>(bags: impl Iterator<Item = &'b Bag>, words: usize, common: usize) -> Overlap {
        let mut index = vec![Vec::new(); words];
        let mut count = 0;
        for (i, bag) in (0u32..).zip(bags) {
            for &(word, weight) in bag {
                if let Some(list) = index.get_mut(word as usize) {
                    list.push((i, weight));
                }
            }
            count += 1;
        }
        Overlap { index, common, sums: vec![0.0; count], touched: Vec::new() }
    }

    /// The bags with words in common, each with the weight of these.
    pub(crate) fn of(&mut self, bag: &Bag) -> Vec<(u32, f64)> {
        for &(word, weight) in bag {
            let Some(list) = self.index.get(word as usize).filter(|l| l.len() <= self.common) else {
                continue;
            };
            for &(i, w) in list {
                let Some(sum) = self.sums.get_mut(i as usize) else { continue };
                if *sum == 0.0 {
                    self.touched.push(i);
                }
                *sum += weight * w;
            }
        }
        let take = |i: u32| (i, self.sums.get_mut(i as usize).map(std::mem::take).unwrap_or_default());
        let mut found: Vec<(u32, f64)> = self.touched.drain(..).map(take).collect();
        found.sort_unstable_by_key(|f| f.0);
        // Words of no weight leave a sum at nought, and the bag is named again.
        found.dedup_by_key(|f| f.0);
        found
    }
}

/// The best so many, best first; of equals the first given.
pub(crate) fn best(mut scored: Vec<(u32, f64)>, most: usize) -> Vec<(u32, f64)> {
    let order = |x: &(u32, f64), y: &(u32, f64)| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0));
    if scored.len() > most {
        scored.select_nth_unstable_by(most, order);
        scored.truncate(most);
    }
    scored.sort_unstable_by(order);
    scored
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_propose_nothing_and_the_rest_add_up() {
        let bags: Vec<Bag> = vec![
            vec![(0, 0.5), (1, 0.5)],
            vec![(1, 0.5), (2, 1.0)],
            vec![(1, 1.0)],
            vec![(0, 1.0), (2, 0.5)],
        ];
        let mut overlap = Overlap::new(bags.iter(), 3, 2);
        for _ in 0..2 {
            assert_eq!(overlap.of(&bags[3]), [(0, 0.5), (1, 0.5), (3, 1.25)]);
            assert_eq!(overlap.of(&bags[2]), []);
        }
    }

    #[test]
    fn the_best_come_first() {
        let scored = vec![(0, 0.1), (1, 0.5), (2, 0.5), (3, 0.9)];
        assert_eq!(best(scored.clone(), 2), [(3, 0.9), (1, 0.5)]);
        assert_eq!(best(scored, 9).last(), Some(&(0, 0.1)));
    }
}
