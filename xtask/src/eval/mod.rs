//! `cargo xtask eval`: scores everything, writes docs/accuracy.md, and fails when a figure is below its floor.
//!
//! `cargo xtask eval PART` scores and prints one part only.

mod coreference;
pub(crate) mod corpus;
pub(crate) mod entities;
mod floors;
mod funnel;
mod page;
pub(crate) mod score;
mod segment;
mod specs;
pub(crate) mod stories;
mod times;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::{gold, syntax};

/// Every figure by its name ("gold.conflict.precision"), higher being better.
pub(crate) type Figures = BTreeMap<String, f64>;

/// What to score.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    part: Option<Part>,
    /// Folder with gold/, specs/ and eval/
    #[arg(long, default_value = "../shared")]
    shared: PathBuf,
}

/// One part of what is scored.
#[derive(Subcommand)]
enum Part {
    /// The tagger, lemmatiser and parser on the treebank's dev and test files
    Models(syntax::Scoring),
    /// Findings on the labelled stories and the examples
    Stories(stories::Args),
    /// Sentences and tokens on the treebank
    Segment(segment::Args),
    /// Names and what stands for them, on the treebank
    Entities(entities::Args),
    /// Do the times of the labelled questions meet and exclude each other as labelled?
    Times(times::Args),
}

/// Runs the part that was asked for, or everything.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    match &args.part {
        Some(Part::Models(scoring)) => syntax::score(scoring),
        Some(Part::Stories(args)) => stories::run(args),
        Some(Part::Segment(args)) => segment::run(args),
        Some(Part::Entities(args)) => entities::run(args),
        Some(Part::Times(args)) => times::run(args),
        None => everything(args),
    }
}

/// Fails when a figure whose name starts with `prefix` is below its floor.
pub(crate) fn check_floors(prefix: &str, figures: &Figures) -> Result<(), Box<dyn Error>> {
    floors::check(&[prefix], figures)
}

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn everything(args: &Args) -> Result<(), Box<dyn Error>> {
    let labelled = gold::load(&args.shared.join("gold"))?;
    let examples = stories::examples()?;
    let crossed = stories::crossed(&labelled, "");
    let specs = specs::score(&args.shared)?;
    let mut figures = Figures::new();
    stories::figures("examples", &examples, &mut figures);
    stories::figures("gold", &crossed, &mut figures);
    specs::figures(&specs, &mut figures);
    page::write(&examples, &crossed, &specs)?;
    floors::check(&["examples.", "gold.", "specs."], &figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_keep_their_floors() {
        let mut figures = Figures::new();
        stories::figures("examples", &stories::examples().unwrap(), &mut figures);
        floors::check(&["examples."], &figures).unwrap();
    }
}
