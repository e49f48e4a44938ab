//! Things and a function → its results, in the order of the things, worked out on every core.
//!
//! The articles of a story are analysed each by itself; only who works on which differs from run to run, and no result
//! shows it.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// The results in order; `done` hears how many there are, whenever there is one more.
pub(super) fn in_order<T: Sync, R: Default + Send>(
    things: &[T],
    work: impl Fn(usize, &T) -> R + Sync,
    done: &mut dyn FnMut(usize),
) -> Vec<R> {
    let mut results = Vec::new();
    results.resize_with(things.len(), R::default);
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(things.len());
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((place, thing)) = take(things, next) {
                    if send.send((place, work(place, thing))).is_err() {
                        break;
                    }
                }
            });
        }
        // The last sender but the workers' own: what is received ends when they have.
        drop(send);
        for (through, (place, result)) in (1..).zip(receive) {
            if let Some(slot) = results.get_mut(place) {
                *slot = result;
            }
            done(through);
        }
    });
    results
}

/// The first thing that nobody has taken yet, with its place.
fn take<'t, T>(things: &'t [T], next: &AtomicUsize) -> Option<(usize, &'t T)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, things.get(place)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_first_the_order_stands() {
        let things: Vec<u64> = (0..200).collect();
        let mut heard = Vec::new();
        let slow_first = |place: usize, thing: &u64| {
            thread::sleep(std::time::Duration::from_micros(200 - place as u64));
            thing * 2
        };
        let results = in_order(&things, slow_first, &mut |through| heard.push(through));
        assert_eq!(results, things.iter().map(|t| t * 2).collect::<Vec<_>>());
        assert_eq!(heard, (1..=200).collect::<Vec<_>>());
        assert!(in_order(&[] as &[u64], slow_first, &mut |_| {}).is_empty());
    }
}
