//! The command line; see `gainsay::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    gainsay::cli::main()
}
