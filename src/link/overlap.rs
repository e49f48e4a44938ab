//! Bags of weighted words → for one bag those that have most words in common with it, by an inverted index.
//!
//! A word of too many bags proposes none where rarer words propose enough; else an even sample of its bags, so that nothing
//! is left out without a word ([`Overlap::is_sampled`]).
//!
//! Whoever asks holds one number for each bag from question to question, so that a look costs what the words' lists are
//! long and nothing more.

use std::sync::atomic::{AtomicBool, Ordering};

use super::story::Bag;

/// Proposals by rarer words from which on common words are not asked.
const ENOUGH: usize = 24;

/// The bags by their words.
pub(crate) struct Overlap {
    /// For every word the bags that have it, with its weight there.
    index: Vec<Vec<(u32, f64)>>,
    /// A word of more bags than this is common.
    common: usize,
    bags: usize,
    /// Did a common word propose a sample?
    sampled: AtomicBool,
}

/// What stands for a bag without a word in common: no weight is negative.
const UNTOUCHED: f64 = -1.0;

/// Room to add up in.
pub(crate) struct Room {
    /// For every bag what it has in common with the one in question; untouched between questions.
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
        Overlap { index, common, bags: count, sampled: AtomicBool::new(false) }
    }

    /// Room for one thread's questions.
    pub(crate) fn room(&self) -> Room {
        Room { sums: vec![UNTOUCHED; self.bags], touched: Vec::new() }
    }

    /// Whether the bags of a word were too many for some question, so that only a sample of them was looked at.
    pub(crate) fn is_sampled(&self) -> bool {
        self.sampled.load(Ordering::Relaxed)
    }

    /// The bags with words in common, in no order, each with the weight of these.
    pub(crate) fn of(&self, bag: &Bag, room: &mut Room) -> Vec<(u32, f64)> {
        let lists = bag.iter().filter_map(|&(word, weight)| Some((self.index.get(word as usize)?, weight)));
        let (rare, common): (Vec<_>, Vec<_>) = lists.partition(|(list, _)| list.len() <= self.common);
        for (list, weight) in rare {
            list.iter().for_each(|&entry| room.add(entry, weight));
        }
        if room.touched.len() < ENOUGH && !common.is_empty() {
            self.sampled.store(true, Ordering::Relaxed);
            for (list, weight) in common {
                let step = list.len().div_ceil(self.common.max(1));
                list.iter().step_by(step).for_each(|&entry| room.add(entry, weight));
            }
        }
        let take = |i: u32| {
            let sum = room.sums.get_mut(i as usize).map(|sum| std::mem::replace(sum, UNTOUCHED));
            (i, sum.unwrap_or_default())
        };
        room.touched.drain(..).map(take).collect()
    }
}

impl Room {
    /// Adds a word's weight in the bag in question and in another.
    fn add(&mut self, (i, there): (u32, f64), here: f64) {
        let Some(sum) = self.sums.get_mut(i as usize) else { return };
        if *sum < 0.0 {
            self.touched.push(i);
            *sum = 0.0;
        }
        *sum += here * there;
    }
}

/// The best so many, best first; of equals the first given.
pub(crate) fn best(scored: Vec<(u32, f64)>, most: usize) -> Vec<(u32, f64)> {
    best_that(scored, most, |_| true)
}

/// The best so many of those that `fits`, which is asked of no more than it must be.
pub(crate) fn best_that(
    mut scored: Vec<(u32, f64)>,
    most: usize,
    fits: impl Fn(u32) -> bool,
) -> Vec<(u32, f64)> {
    let order = |x: &(u32, f64), y: &(u32, f64)| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0));
    let mut found: Vec<(u32, f64)> = Vec::new();
    while found.len() < most && !scored.is_empty() {
        let next = most.min(scored.len());
        if next < scored.len() {
            scored.select_nth_unstable_by(next, order);
        }
        let from = found.len();
        found.extend(scored.drain(..next).filter(|s| fits(s.0)));
        if let Some(new) = found.get_mut(from..) {
            new.sort_unstable_by(order);
        }
    }
    found.truncate(most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_propose_adds_up() {
        let bags: Vec<Bag> = vec![vec![(0, 0.5)], vec![(1, 0.5), (2, 1.0)], vec![(0, 1.0), (2, 0.5)]];
        let overlap = Overlap::new(bags.iter(), 3, 2);
        let mut room = overlap.room();
        for _ in 0..2 {
            let mut found = overlap.of(&bags[2], &mut room);
            found.sort_by_key(|f| f.0);
            assert_eq!(found, [(0, 0.5), (1, 0.5), (2, 1.25)]);
        }
        assert!(!overlap.is_sampled());
    }

    #[test]
    fn a_common_word_proposes_an_even_sample_where_rarer_ones_propose_too_few() {
        // Word 0 is everybody's, word 1 the second half's.
        let bags: Vec<Bag> =
            (0..100).map(|i| if i < 50 { vec![(0, 1.0)] } else { vec![(0, 1.0), (1, 1.0)] }).collect();
        let overlap = Overlap::new(bags.iter(), 2, 50);
        let mut room = overlap.room();
        assert_eq!(overlap.of(&bags[60], &mut room).len(), 50);
        assert!(!overlap.is_sampled());
        let mut found = overlap.of(&bags[3], &mut room);
        found.sort_by_key(|f| f.0);
        assert_eq!(found, (0..50).map(|i| (2 * i, 1.0)).collect::<Vec<_>>());
        assert!(overlap.is_sampled());
    }

    #[test]
    fn the_best_come_first() {
        let scored = vec![(0, 0.1), (1, 0.5), (2, 0.5), (3, 0.9)];
        assert_eq!(best(scored.clone(), 2), [(3, 0.9), (1, 0.5)]);
        assert_eq!(best_that(scored.clone(), 2, |i| i % 2 == 0), [(2, 0.5), (0, 0.1)]);
        assert_eq!(best_that(scored.clone(), 2, |_| false), []);
        assert_eq!(best_that(scored.clone(), 0, |_| true), []);
        assert_eq!(best(scored, 9).last(), Some(&(0, 0.1)));
    }
}
