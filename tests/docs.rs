//! The commands in docs/ and README.md work as shown.
//!
//! In a ` ```console ` block, a line that starts with `$ ` is run from the project's folder; the lines under it must stand in its
//! output in this order, with nothing between them but what a line `…` leaves out. A command exits 0 or 1.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A command with the output shown for it.
struct Shown {
    command: String,
    output: Vec<String>,
}

fn shown(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("$ ") {
            _ if line.starts_with("```") => inside = line == "```console",
            Some(command) if inside => all.push(Shown { command: command.to_owned(), output: Vec::new() }),
            None if inside => all.last_mut().unwrap().output.push(line.trim_end().to_owned()),
            _ => {}
        }
    }
    all
}

/// Runs a command line through the shell, with the program under test as `gainsay`.
fn run(command: &str) -> (Option<i32>, String) {
    let bin = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(root())
        .env("PATH", format!("{}:{path}", bin.display()))
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// Do the lines stand in the output, `…` leaving out any number?
fn matches(expected: &[String], got: &[&str]) -> bool {
    let Some((first, rest)) = expected.split_first() else { return got.is_empty() };
    if first == "…" {
        return (0..=got.len()).any(|skip| matches(rest, &got[skip..]));
    }
    got.first().is_some_and(|line| line.trim_end() == first) && matches(rest, &got[1..])
}

#[test]
fn commands_work_as_shown() {
    let mut pages: Vec<_> =
        std::fs::read_dir(root().join("docs/src")).unwrap().map(|e| e.unwrap().path()).collect();
    pages.retain(|p| p.extension().is_some_and(|e| e == "md"));
    pages.push(root().join("README.md"));
    pages.sort();
    for page in pages {
        for Shown { command, output } in shown(&std::fs::read_to_string(&page).unwrap()) {
            let (code, got) = run(&command);
            assert!(matches!(code, Some(0 | 1)), "{}: `{command}` exits {code:?}", page.display());
            let lines: Vec<&str> = got.lines().collect();
            assert!(matches(&output, &lines), "{}: `{command}` prints\n{got}", page.display());
        }
    }
}
