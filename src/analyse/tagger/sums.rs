//! Features that come together → the sum of their weights, added up once for those that come again.
//!
//! Most features of a word hang on one word alone, and the same few hundred words make most of any text. Weights are
//! whole numbers, so that it does not matter in which order they are added up.

use super::MAX_LABELS;
use crate::analyse::words::mix;

/// A label's score: forty weights of 8 bits fit.
pub(super) type Scores = [i16; MAX_LABELS];

/// Features by their places that come together: those of the word itself, of the next, of the one before, of the one
/// after the next, and of the two labels before.
pub(super) const TOGETHER: [&[usize]; 5] =
    [&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 32, 33, 34, 38], &[12, 22, 23, 25, 35], &[11, 21], &[13, 26], &[14, 15]];

/// All other features.
pub(super) const ALONE: [usize; 15] = [10, 16, 17, 18, 19, 20, 24, 27, 28, 29, 30, 31, 36, 37, 39];

/// Sums that are kept at most.
const KEPT: usize = 8192;

/// Sums of features seen before, each at the place that its features give it.
#[derive(Debug, Default)]
pub(super) struct Sums {
    keys: Vec<u64>,
    sums: Vec<Scores>,
}

impl Sums {
    /// Adds the weights of features that come together to `scores`; `add` adds those of one feature.
    pub(super) fn add(
        &mut self,
        features: impl Iterator<Item = u64> + Clone,
        scores: &mut Scores,
        mut add: impl FnMut(u64, &mut Scores),
    ) {
        self.keys.resize(KEPT, 0);
        self.sums.resize(KEPT, [0; MAX_LABELS]);
        // 0 is a place without a key: there every sum is nothing, as it should be.
        let key = features.clone().fold(1, mix).max(1);
        let place = (key >> 32) as usize % KEPT;
        let (Some(known), Some(sums)) = (self.keys.get_mut(place), self.sums.get_mut(place)) else { return };
        if *known != key {
            *known = key;
            *sums = [0; MAX_LABELS];
            features.for_each(|feature| add(feature, sums));
        }
        scores.iter_mut().zip(&*sums).for_each(|(score, sum)| *score += sum);
    }
}

#[cfg(test)]
mod tests {
    use super::super::FEATURES;
    use super::*;

    #[test]
    fn every_feature_counts_once() {
        let mut places: Vec<usize> = TOGETHER.concat();
        places.extend(ALONE);
        places.sort_unstable();
        assert_eq!(places, (0..FEATURES).collect::<Vec<_>>());
    }

    #[test]
    fn known_sums_are_added_as_new_ones_are() {
        let mut sums = Sums::default();
        let mut asked = 0;
        for _ in 0..3 {
            let mut scores = [1; MAX_LABELS];
            sums.add([2, 5].into_iter(), &mut scores, |feature, scores| {
                asked += 1;
                scores[feature as usize] += 10;
            });
            assert_eq!([scores[1], scores[2], scores[5]], [1, 11, 11]);
        }
        assert_eq!(asked, 2);
    }
}
