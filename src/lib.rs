//! gainsay reads several articles on one story, extracts what each of them claims, links the claims that answer the
//! same question, and reports where they disagree.
//!
//! [`analyse`] is the whole way; [`model`] holds the nouns. The core is pure: the same articles give the same
//! [`model::Analysis`], on every machine.

pub mod analyse;
pub mod check;
pub mod cli;
pub mod compare;
pub mod english;
pub mod extract;
pub mod link;
pub mod model;
pub mod normalise;
pub mod pipeline;
pub mod read;
pub mod report;

pub use pipeline::{Config, analyse as analyse_story};
