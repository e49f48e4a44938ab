//! Things and a function on a chunk of them → its results, in the order of the things, worked out on every core.
//!
//! Each core has one stretch of the things, and the stretches' results are put together in order: the same at every
//! number of cores.

use rayon::prelude::*;

/// Fewer things than this are not worth a thread.
const FEW: usize = 1_000;

/// What `work` makes of the things; for every stretch of them it gives results that hang on those things alone.
pub(super) fn in_order<T: Sync, R: Send>(things: &[T], work: impl Fn(&[T]) -> Vec<R> + Sync) -> Vec<R> {
    let threads = rayon::current_num_threads();
    if threads < 2 || things.len() < FEW {
        return work(things);
    }
    stretches(things, things.len().div_ceil(threads), &work)
}

fn stretches<T: Sync, R: Send>(
    things: &[T],
    length: usize,
    work: &(impl Fn(&[T]) -> Vec<R> + Sync),
) -> Vec<R> {
    let parts: Vec<Vec<R>> = things.par_chunks(length.max(1)).map(work).collect();
    let mut results = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    results.extend(parts.into_iter().flatten());
    results
}

/// Both results: of so many things at the same time.
pub(super) fn both<A: Send, B: Send>(
    things: usize,
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    if things < FEW { (a(), b()) } else { rayon::join(a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_are_the_same_at_every_length() {
        let things: Vec<u32> = (0..100).collect();
        let odd = |own: &[u32]| own.iter().filter(|t| *t % 2 == 1).map(|t| t * 3).collect::<Vec<_>>();
        let expected = odd(&things);
        for length in [0, 1, 7, 50, 100, 1000] {
            assert_eq!(stretches(&things, length, &odd), expected, "{length}");
        }
        assert_eq!(in_order(&things, odd), expected);
        assert!(in_order(&[], odd).is_empty());
        assert_eq!([0, FEW].map(|things| both(things, || 1, || "b")), [(1, "b"); 2]);
        let many: Vec<u32> = (0..10_000).collect();
        assert_eq!(in_order(&many, odd), odd(&many));
    }
}
