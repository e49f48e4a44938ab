//! Standard output: coloured as asked, as wide as the terminal.

use std::io::{self, BufWriter, StdoutLock};

use anstream::AutoStream;
use clap::ColorChoice;

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

/// Columns to lay text out in.
pub(super) fn width() -> usize {
    textwrap::termwidth().clamp(MIN_WIDTH, MAX_WIDTH)
}
