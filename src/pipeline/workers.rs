//! Things and a function → its results, in the order of the things, worked out on every core that the caller allows.
//!
//! The articles of a story are analysed each by itself; only who works on which differs from run to run, and no result
//! shows it.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

/// The results in order; `done` hears how many there are, whenever there is one more.
pub(super) fn in_order<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(usize, &T) -> R + Sync,
    done: &mut (dyn FnMut(usize) + Send),
) -> Vec<R> {
    let progress = Mutex::new((0, done));
    let of_one = |(place, thing): (usize, &T)| {
        let result = work(place, thing);
        let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.0 += 1;
        let through = progress.0;
        (progress.1)(through);
        result
    };
    // An article is much work: none waits behind another that somebody else could take.
    things.par_iter().enumerate().with_max_len(1).map(of_one).collect()
}

/// What `work` gives, done by so many threads at most; by all cores where it is not said or they cannot be had.
pub(super) fn with_threads<R: Send>(threads: Option<NonZero<usize>>, work: impl FnOnce() -> R + Send) -> R {
    let pool = threads.and_then(|n| rayon::ThreadPoolBuilder::new().num_threads(n.get()).build().ok());
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_first_the_order_stands() {
        let things: Vec<u64> = (0..200).collect();
        let mut heard = Vec::new();
        let slow_first = |place: usize, thing: &u64| {
            std::thread::sleep(std::time::Duration::from_micros(200 - place as u64));
            thing * 2
        };
        let results = in_order(&things, slow_first, &mut |through| heard.push(through));
        assert_eq!(results, things.iter().map(|t| t * 2).collect::<Vec<_>>());
        assert_eq!(heard, (1..=200).collect::<Vec<_>>());
        assert!(in_order(&[] as &[u64], slow_first, &mut |_| {}).is_empty());
    }

    #[test]
    fn callers_cap_the_threads() {
        for n in [1, 3] {
            assert_eq!(with_threads(NonZero::new(n), rayon::current_num_threads), n);
        }
    }
}
