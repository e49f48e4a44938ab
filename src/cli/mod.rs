//! Arguments, standard input and output, exit codes: the only part of gainsay that prints.

mod args;
mod baseline;
mod check;
mod config;
mod documents;
mod extract;
mod mentions;
mod output;
mod progress;
mod remarks;
mod stories;
mod test;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

use crate::model::Problem;

/// How a command that could run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to object to.
    Clean,
    /// Conflicts were found, or findings other than expected.
    Objections,
    /// All that could be read was dealt with, but not all that was named could be read.
    Incomplete,
}

/// Why a command could not run.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{found} readable article{}, but a comparison takes two", if *.found == 1 { "" } else { "s" })]
    TooFewArticles { found: usize },
    #[error("no readable article")]
    NoArticle,
    #[error("no story folder with an expected.json (`--bless` writes one)")]
    NoStory,
    #[error("{path}: {source}")]
    File { path: String, source: io::Error },
    #[error("{path}: {}{tip}", source.to_string().trim_end())]
    Settings { path: String, source: Box<toml::de::Error>, tip: String },
    #[error("{format} shows one story at a time: name one folder, or give --one-story to merge them")]
    OneStoryOnly { format: &'static str },
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Failure {
    fn file(path: &Path, source: io::Error) -> Failure {
        Failure::File { path: path.display().to_string(), source }
    }
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.command {
        Command::Check(check) => check::run(check, args.color),
        Command::Extract(extract) => extract::run(extract, args.color),
        Command::Test(test) => test::run(test, args.color),
        Command::Graph(graph) => check::graph(graph, args.color),
        Command::Formats => documents::formats(args.color),
        Command::Checks => documents::checks(args.color),
        Command::Explain { code } => documents::explain(code, args.color),
        Command::Schema { which } => documents::schema(*which),
        Command::Completions { shell } => documents::completions(*shell),
        Command::Man => documents::man(),
        Command::Mentions => mentions::run(args.color),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Objections) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        // Whoever reads the output has seen enough (`gainsay check … | head`).
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&format!("{failure}"));
            ExitCode::from(2)
        }
    }
}

/// Says on standard error what went wrong; there is nowhere left to report that this fails too.
fn complain(message: &str) {
    use io::Write;
    let _ = writeln!(io::stderr(), "gainsay: {}", crate::report::printable(message));
}

/// Says on standard error what could not be read or understood.
fn complain_of(problem: &Problem) {
    complain(&format!("{}: {}", problem.article, problem.message));
}
