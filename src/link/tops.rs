//! Scored pairs → for every claim and every other article the two best scores: a claim's best match there, and its rival.

/// The two best of each claim in each article, the articles of a claim in order.
pub(crate) struct Tops {
    of: Vec<Vec<(u32, [f64; 2])>>,
    floor: f64,
}

impl Tops {
    /// Room for so many claims; where there is no score it counts as the floor.
    pub(crate) fn new(claims: usize, floor: f64) -> Tops {
        Tops { of: vec![Vec::new(); claims], floor }
    }

    /// Enters a score of a claim in an article.
    pub(crate) fn enter(&mut self, claim: usize, article: u32, score: f64) {
        let Some(known) = self.of.get_mut(claim) else { return };
        // Pairs mostly come in order, so that the place is the last.
        let place = match known.last() {
            Some(last) if last.0 == article => known.len() - 1,
            Some(last) if last.0 > article => known.partition_point(|k| k.0 < article),
            _ => known.len(),
        };
        if known.get(place).is_none_or(|k| k.0 != article) {
            known.insert(place, (article, [self.floor; 2]));
        }
        if let Some((_, top)) = known.get_mut(place) {
            if score > top[0] {
                *top = [score, top[0]];
            } else if score > top[1] {
                top[1] = score;
            }
        }
    }

    /// The two best of a claim in an article, where any was entered.
    pub(crate) fn of(&self, claim: usize, article: u32) -> Option<&[f64; 2]> {
        let known = self.of.get(claim)?;
        known.binary_search_by_key(&article, |k| k.0).ok().and_then(|i| known.get(i)).map(|k| &k.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_best_stand_whatever_the_order() {
        let mut tops = Tops::new(2, -6.0);
        for (article, score) in [(3, 0.5), (1, 0.2), (3, 0.9), (2, -9.0), (1, 0.1), (3, 0.7), (3, 0.1)] {
            tops.enter(0, article, score);
        }
        assert_eq!(tops.of(0, 3), Some(&[0.9, 0.7]));
        assert_eq!(tops.of(0, 1), Some(&[0.2, 0.1]));
        assert_eq!(tops.of(0, 2), Some(&[-6.0, -6.0]));
        assert_eq!(tops.of(0, 4), None);
        assert_eq!(tops.of(1, 3), None);
        assert_eq!(tops.of(9, 3), None);
    }
}
