//! What gainsay says of itself: schemas, shell completions, its manual page.

use std::io::Write;

use clap::CommandFactory;

use super::args::{Args, Schema};
use super::{Failure, Outcome, config, output};
use crate::report;

/// Prints the JSON Schema of the report or of the settings.
pub(super) fn schema(which: Schema) -> Result<Outcome, Failure> {
    let schema = match which {
        Schema::Report => report::schema(),
        Schema::Config => config::schema(),
    };
    print(|out| {
        serde_json::to_writer_pretty(&mut *out, &schema)?;
        writeln!(out)
    })
}

/// Prints a shell's completions.
pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "gainsay", &mut script);
    print(|out| out.write_all(&script))
}

/// Prints the manual page: that of the program, and those of its commands after it.
pub(super) fn man() -> Result<Outcome, Failure> {
    let mut program = Args::command();
    program.build();
    print(|out| {
        clap_mangen::Man::new(program.clone()).render(out)?;
        for command in program.get_subcommands().filter(|c| c.get_name() != "help") {
            clap_mangen::Man::new(command.clone()).render(out)?;
        }
        Ok(())
    })
}

fn print(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<Outcome, Failure> {
    let mut out = output::stdout(clap::ColorChoice::Never);
    write(&mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}
