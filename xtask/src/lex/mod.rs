//! Builds the tables of `gainsay::english` from public data; the same data give the same bytes.

mod fetch;
mod lexicon;
mod vectors;
mod wordnet;

pub(crate) use fetch::debian;
pub(crate) use lexicon::train as train_lexicon;
pub(crate) use vectors::train as train_vectors;

/// Errors go to the terminal as they come.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
