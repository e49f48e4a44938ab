//! Scores of arcs → a tree with one root.
//!
//! Nearly always every word's best head gives a tree at once; else each circle is opened where that costs least. If
//! this has not led to a tree after as many circles as there are words, the arcs are taken in the order of what each
//! costs against its word's best, leaving out those that would close a circle.

/// The head of every token but the root at 0; `scores` holds, for each of the `n` tokens, a row of scores of heads.
#[must_use]
pub(super) fn heads(scores: &[f32], n: usize) -> Vec<usize> {
    let root = root(scores, n);
    let mut heads: Vec<usize> = (0..n).map(|token| best(scores, n, token)).collect();
    if let Some(head) = heads.get_mut(root) {
        *head = 0;
    }
    for _ in 0..n {
        let Some(circle) = circle(&heads) else { return heads };
        open(&circle, scores, n, &mut heads);
    }
    by_cost(scores, n, root)
}

/// The score of an arc.
fn score(scores: &[f32], n: usize, token: usize, head: usize) -> f32 {
    scores.get(token * n + head).copied().unwrap_or(f32::MIN)
}

/// The token that gains most by hanging from the root.
fn root(scores: &[f32], n: usize) -> usize {
    let gain = |token: usize| score(scores, n, token, 0) - score(scores, n, token, best(scores, n, token));
    (1..n).max_by(|a, b| gain(*a).total_cmp(&gain(*b)).then(b.cmp(a))).unwrap_or(0)
}

/// A token's best head other than the root and itself (the root, where there is no other).
fn best(scores: &[f32], n: usize, token: usize) -> usize {
    let others = (1..n).filter(|head| *head != token && token > 0);
    let by_score = |a: &usize, b: &usize| {
        score(scores, n, token, *a).total_cmp(&score(scores, n, token, *b)).then(b.cmp(a))
    };
    others.max_by(by_score).unwrap_or(0)
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

/// Gives one token of a circle a head outside, where that costs least.
fn open(circle: &[usize], scores: &[f32], n: usize, heads: &mut [usize]) {
    let cost = |token: usize, head: usize| {
        score(scores, n, token, best(scores, n, token)) - score(scores, n, token, head)
    };
    let outside = (1..n).filter(|head| !circle.contains(head));
    let arcs = outside.flat_map(|head| circle.iter().map(move |token| (cost(*token, head), *token, head)));
    if let Some((_, token, head)) = arcs.min_by(|a, b| a.0.total_cmp(&b.0)) {
        heads[token] = head;
    }
}

/// Arcs in the order of their cost, unless they close a circle.
fn by_cost(scores: &[f32], n: usize, root: usize) -> Vec<usize> {
    let mut arcs = Vec::with_capacity(n * n);
    for token in (1..n).filter(|t| *t != root) {
        let top = score(scores, n, token, best(scores, n, token));
        let others = (1..n).filter(|head| *head != token);
        arcs.extend(others.map(|head| (top - score(scores, n, token, head), token, head)));
    }
    arcs.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut heads = vec![0usize; n];
    for (_, token, head) in arcs {
        if heads.get(token) == Some(&0) && top_of(&heads, head) != token {
            heads[token] = head;
        }
    }
    heads
}

/// The last token on the way up.
fn top_of(heads: &[usize], mut token: usize) -> usize {
    while let Some(head) = heads.get(token).filter(|h| **h != 0) {
        token = *head;
    }
    token
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
