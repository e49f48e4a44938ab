//! Scores of arcs → a tree with one root.
//!
//! Nearly always every word's best head gives a tree at once; else each circle is opened where that costs least. If
//! this has not led to a tree after [`MOST_CIRCLES`], the arcs are taken in the order of what each
//! costs against its word's best, leaving out those that would close a circle. Either way takes time in proportion to
//! the number of arcs.

use petgraph::unionfind::UnionFind;

/// Circles of one sentence that are opened one by one before the arcs are taken by their cost.
const MOST_CIRCLES: usize = 12;

/// The head of every token but the root at 0; `scores` holds, for each of the `n` tokens, a row of scores of heads.
#[must_use]
pub(super) fn heads(scores: &[f32], n: usize) -> Vec<usize> {
    let arcs = Arcs::new(scores, n);
    let root = arcs.root();
    let mut heads = arcs.best.clone();
    if let Some(head) = heads.get_mut(root) {
        *head = 0;
    }
    for _ in 0..MOST_CIRCLES.min(n) {
        let Some(circle) = circle(&heads) else { return heads };
        arcs.open(&circle, &mut heads);
    }
    if circle(&heads).is_some() { arcs.by_cost(root) } else { heads }
}

/// The scores of all arcs of a sentence.
struct Arcs<'s> {
    scores: &'s [f32],
    n: usize,
    /// Each token's best head other than the root and itself (the root, where there is no other).
    best: Vec<usize>,
}

impl<'s> Arcs<'s> {
    fn new(scores: &'s [f32], n: usize) -> Arcs<'s> {
        let mut arcs = Arcs { scores, n, best: Vec::new() };
        arcs.best = (0..n).map(|token| arcs.find_best(token)).collect();
        arcs
    }

    fn score(&self, token: usize, head: usize) -> f32 {
        self.scores.get(token * self.n + head).copied().unwrap_or(f32::MIN)
    }

    fn find_best(&self, token: usize) -> usize {
        let others = (1..self.n).filter(|head| *head != token && token > 0);
        let by_score =
            |a: &usize, b: &usize| self.score(token, *a).total_cmp(&self.score(token, *b)).then(b.cmp(a));
        others.max_by(by_score).unwrap_or(0)
    }

    /// What a token's head falls short of its best.
    fn cost(&self, token: usize, head: usize) -> f32 {
        let best = self.best.get(token).copied().unwrap_or(0);
        self.score(token, best) - self.score(token, head)
    }

    /// The token that gains most by hanging from the root.
    fn root(&self) -> usize {
        let gain = |token: usize| -self.cost(token, 0);
        (1..self.n).max_by(|a, b| gain(*a).total_cmp(&gain(*b)).then(b.cmp(a))).unwrap_or(0)
    }

    /// Gives one token of a circle a head outside, where that costs least.
    fn open(&self, circle: &[usize], heads: &mut [usize]) {
        let mut within = vec![false; self.n];
        circle.iter().for_each(|token| within[*token] = true);
        let outside = (1..self.n).filter(|head| !within[*head]);
        let arcs =
            outside.flat_map(|head| circle.iter().map(move |token| (self.cost(*token, head), *token, head)));
        if let Some((_, token, head)) = arcs.min_by(|a, b| a.0.total_cmp(&b.0)) {
            heads[token] = head;
        }
    }

    /// Arcs in the order of their cost, unless they close a circle.
    fn by_cost(&self, root: usize) -> Vec<usize> {
        let mut arcs = Vec::with_capacity(self.n * self.n);
        for token in (1..self.n).filter(|t| *t != root) {
            let others = (1..self.n).filter(|head| *head != token);
            arcs.extend(others.map(|head| (self.cost(token, head), token, head)));
        }
        arcs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut heads = vec![0usize; self.n];
        let mut joined = UnionFind::<usize>::new(self.n);
        for (_, token, head) in arcs {
            // The last on the way up from a token is the only one of its tree without a head.
            if heads.get(token) == Some(&0) && joined.union(token, head) {
                heads[token] = head;
            }
        }
        heads
    }
}

/// The tokens of a circle, if there is one.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    // 0 unseen, 1 on the way, 2 reaches the root.
    let mut reached = vec![0u8; heads.len()];
    let mut way = Vec::new();
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && reached.get(at) == Some(&0) {
            reached[at] = 1;
            way.push(at);
            at = heads.get(at).copied().unwrap_or(0);
        }
        if at != 0 && reached.get(at) == Some(&1) {
            return Some(way.into_iter().skip_while(|token| *token != at).collect());
        }
        way.drain(..).for_each(|token| reached[token] = 2);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees() {
        let check = |rows: &[&[f32]], expected: &[usize]| {
            assert_eq!(heads(&rows.concat(), rows.len()), expected);
        };
        check(&[&[0.0]], &[0]);
        check(&[&[0.0, 0.0], &[-3.0, 0.0]], &[0, 0]);
        // Plain: 2 is the root, 1 and 3 hang from it.
        check(&[&[0.0; 4], &[0., 0., 5., 1.], &[4., 1., 0., 1.], &[1., 0., 3., 0.]], &[0, 2, 0, 2]);
        // Two would be roots: the one that gains more stays.
        check(&[&[0.0; 3], &[5.0, 0.0, 4.0], &[9.0, 1.0, 0.0]], &[0, 2, 0]);
        // 1 and 2 like each other best: the circle opens where it costs least.
        check(&[&[0.0; 4], &[0., 0., 5., 4.], &[0., 5., 0., 1.], &[9., 0., 0., 0.]], &[0, 3, 1, 0]);
    }
}
