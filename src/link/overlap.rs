//! Bags of weighted words → for one bag those that have most words in common with it, by an inverted index.
//!
//! Whoever asks holds one number for each bag from question to question, so that a look costs what the words' lists are
//! long and nothing more.

use super::story::Bag;

/// The bags by their words.
pub(crate) struct Overlap {
    /// For every word the bags that have it, with its weight there.
    index: Vec<Vec<(u32, f64)>>,
    /// A word of more bags than this proposes none.
    common: usize,
    bags: usize,
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
        Overlap { index, common, bags: count }
    }

    /// Room for one thread's questions.
    pub(crate) fn room(&self) -> Room {
        Room { sums: vec![UNTOUCHED; self.bags], touched: Vec::new() }
    }

    /// The bags with words in common, in no order, each with the weight of these.
    pub(crate) fn of(&self, bag: &Bag, room: &mut Room) -> Vec<(u32, f64)> {
        for &(word, weight) in bag {
            let Some(list) = self.index.get(word as usize).filter(|l| l.len() <= self.common) else {
                continue;
            };
            for &(i, w) in list {
                let Some(sum) = room.sums.get_mut(i as usize) else { continue };
                if *sum < 0.0 {
                    room.touched.push(i);
                    *sum = 0.0;
                }
                *sum += weight * w;
            }
        }
        let take = |i: u32| {
            let sum = room.sums.get_mut(i as usize).map(|sum| std::mem::replace(sum, UNTOUCHED));
            (i, sum.unwrap_or_default())
        };
        room.touched.drain(..).map(take).collect()
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
    fn common_words_propose_nothing_and_the_rest_add_up() {
        let bags: Vec<Bag> = vec![
            vec![(0, 0.5), (1, 0.5)],
            vec![(1, 0.5), (2, 1.0)],
            vec![(1, 1.0)],
            vec![(0, 1.0), (2, 0.5)],
        ];
        let overlap = Overlap::new(bags.iter(), 3, 2);
        let mut room = overlap.room();
        for _ in 0..2 {
            let mut found = overlap.of(&bags[3], &mut room);
            found.sort_by_key(|f| f.0);
            assert_eq!(found, [(0, 0.5), (1, 0.5), (3, 1.25)]);
            assert_eq!(overlap.of(&bags[2], &mut room), []);
        }
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
