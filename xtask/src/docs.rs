//! `cargo xtask docs`: the pages that are written from the program itself.

use std::error::Error;
use std::fmt::Write;
use std::fs;

use gainsay::check::{Severity, metas};

use crate::eval::root;

const CHECKS: &str = "docs/src/checks.md";

const HEAD: &str = "\
# What the checks look for

Written from the program by `cargo xtask docs`. Every finding carries the code of the check that made it.
";

/// Writes the pages.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    fs::write(root().join(CHECKS), checks()?)?;
    Ok(())
}

fn checks() -> Result<String, Box<dyn Error>> {
    let mut page = HEAD.to_owned();
    for meta in metas() {
        let severity = match meta.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let mut summary = meta.summary.to_owned();
        if let Some(first) = summary.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        writeln!(
            page,
            "\n## {}\n\n*{summary}.* Severity of its conflicts: {severity}.\n\n{}",
            meta.code, meta.docs
        )?;
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_fresh() {
        let page = fs::read_to_string(root().join(CHECKS)).unwrap();
        assert!(page == checks().unwrap(), "{CHECKS} is stale: run `cargo xtask docs`");
    }
}
