//! The command line; see `gainsay::cli`.

use std::process::ExitCode;

/// Every thread has room of its own: a big story is a few hundred million small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    gainsay::cli::main()
}
