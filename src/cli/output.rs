//! Where a report goes: standard output, coloured as asked and as wide as the terminal, or a file.

use std::fs::File;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;

use anstream::AutoStream;
use clap::ColorChoice;

use super::Failure;

/// Widest line of running text; longer lines are hard to read.
const MAX_WIDTH: usize = 110;

/// Narrowest layout.
const MIN_WIDTH: usize = 80;

/// Standard output, buffered (flush it to learn of errors), without colours where they are not wanted or not understood.
pub(super) fn stdout(color: ColorChoice) -> BufWriter<AutoStream<StdoutLock<'static>>> {
    let choice = match color {
        ColorChoice::Auto => AutoStream::choice(&io::stdout()),
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    BufWriter::new(AutoStream::new(io::stdout().lock(), choice))
}

/// The file given, or else standard output; a file has no colours.
pub(super) fn target(file: Option<&Path>, color: ColorChoice) -> Result<Box<dyn Write>, Failure> {
    match file {
        None => Ok(Box::new(stdout(color))),
        Some(path) => {
            let file = File::create(path).map_err(|e| Failure::file(path, e))?;
            Ok(Box::new(BufWriter::new(anstream::StripStream::new(file))))
        }
    }
}

/// Columns to lay text out in.
pub(super) fn width() -> usize {
    textwrap::termwidth().clamp(MIN_WIDTH, MAX_WIDTH)
}
