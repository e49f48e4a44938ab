//! Trains and scores the models of grammar: tagger, lemmatiser, parser.

mod augment;
mod classes;
mod coreference;
mod inflect;
mod lemma;
mod parser;
mod random;
mod score;
mod tables;
mod tagger;
mod treebank;
mod typer;

use std::error::Error;
use std::path::PathBuf;

use clap::Args;
pub(crate) use score::score;

/// Where the treebank is, and where the models go.
#[derive(Args)]
pub(crate) struct Source {
    /// Folder with gum-train.conllu and ewt-train.conllu.
    #[arg(long, default_value = "../shared/treebank")]
    treebank: PathBuf,
    /// Folder for the trained files.
    #[arg(long, default_value = "models")]
    out: PathBuf,
}

/// What to score, on what.
#[derive(Args)]
pub(crate) struct Scoring {
    /// Folder with the dev and test files.
    #[arg(long, default_value = "../shared/treebank")]
    treebank: PathBuf,
    /// Folder with the trained files.
    #[arg(long, default_value = "models")]
    models: PathBuf,
    /// Only the dev files (for tuning).
    #[arg(long)]
    dev: bool,
}

/// Trains the tagger and the lemmatiser.
pub(crate) fn train_tagger(source: &Source) -> Result<(), Box<dyn Error>> {
    lemma::train(source)?;
    tagger::train(source)
}

/// Trains the parser; the tagger must have been trained.
pub(crate) fn train_parser(source: &Source) -> Result<(), Box<dyn Error>> {
    parser::train(source)
}

/// Trains the kinds of names; tagger and parser must have been trained and built in.
pub(crate) fn train_entities(source: &Source) -> Result<(), Box<dyn Error>> {
    typer::train(source)
}

/// Trains what nouns and pronouns stand for; tagger, parser and entities must have been trained and built in.
pub(crate) fn train_coreference(source: &Source) -> Result<(), Box<dyn Error>> {
    coreference::train(source)
}
