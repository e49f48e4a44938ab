//! `cargo xtask bench`: how long whole commands take, as ratios within one run of this machine.

mod mentions;
mod program;

use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clap::Subcommand;

/// What to measure; without a part, everything.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    part: Option<Part>,
    /// Runs of each command; the fastest counts
    #[arg(long, default_value_t = 20, global = true)]
    runs: usize,
    /// Folder with gold/ and specs/
    #[arg(long, default_value = "../shared", global = true)]
    shared: PathBuf,
}

#[derive(Clone, Copy, Subcommand)]
enum Part {
    /// `gainsay check` on stories, beside starting Python and a short script
    Program,
    /// Reading quantities, beside quantulum3 and Recognizers-Text (installed from PyPI on the first run)
    Mentions,
}

/// Runs the part that was asked for, or everything.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    match args.part {
        Some(Part::Program) => program::run(args),
        Some(Part::Mentions) => mentions::run(args),
        None => program::run(args).and_then(|()| mentions::run(args)),
    }
}

/// The fastest of several runs of a command, output thrown away. An exit code above 1 is a failure.
fn fastest(runs: usize, command: &mut Command) -> Result<Duration, Box<dyn Error>> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut best = Duration::MAX;
    for _ in 0..runs.max(1) {
        let start = Instant::now();
        let status = command.status()?;
        best = best.min(start.elapsed());
        if status.code().is_none_or(|c| c > 1) {
            return Err(format!("{command:?}: {status}").into());
        }
    }
    Ok(best)
}
