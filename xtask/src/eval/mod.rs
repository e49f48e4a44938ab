//! Scores the parts of the analysis.

mod segment;

use std::error::Error;

use clap::Subcommand;

/// What to score.
#[derive(Subcommand)]
pub(crate) enum Eval {
    /// Sentences and tokens on the treebank.
    Segment(segment::Args),
}

pub(crate) fn run(task: &Eval) -> Result<(), Box<dyn Error>> {
    match task {
        Eval::Segment(args) => segment::run(args),
    }
}
