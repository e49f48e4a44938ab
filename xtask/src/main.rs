//! Trains the models, scores accuracy, generates docs.

#![allow(clippy::print_stdout, reason = "tasks report on standard output")]

mod eval;

use clap::Parser;

/// The project's own tasks.
#[derive(Parser)]
enum Task {
    /// Scores one part of the analysis.
    #[command(subcommand)]
    Eval(eval::Eval),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Task::parse() {
        Task::Eval(task) => eval::run(&task),
    }
}
