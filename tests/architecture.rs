//! The directions of the house: who may name whom, who may print, how long a file may grow.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::path::{Path, PathBuf};

/// The stages, none of which may name another.
const STAGES: [&str; 7] = ["read", "analyse", "extract", "normalise", "link", "check", "report"];

/// What every stage may name.
const SHARED: [&str; 3] = ["model", "english", "compare"];

/// Longest file without its tests; word lists aside, most are under 300 lines.
const MAX_LINES: usize = 600;

/// Every source file with the top-level module it belongs to.
fn sources() -> Vec<(String, PathBuf)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let inner = path.strip_prefix(&src).unwrap();
                let first = inner.components().next().unwrap().as_os_str().to_string_lossy();
                files.push((first.trim_end_matches(".rs").to_owned(), path));
            }
        }
    }
    files.sort();
    files
}

/// The code of a file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|l| l.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The top-level modules that a text names by `crate::`, in groups too: `crate::{a, b::c}`.
fn named(code: &str) -> Vec<String> {
    let identifier = |s: &str| {
        s.trim_start().split(|c: char| !(c.is_alphanumeric() || c == '_')).next().map(str::to_owned)
    };
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.trim_start().strip_prefix('{') {
            None => found.extend(identifier(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (at, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && !c.is_whitespace() => {
                            found.extend(identifier(&group[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn groups_are_seen() {
    assert_eq!(
        named("use crate::{model::{A, B}, link, check::run};\ncrate::read::x()"),
        ["model", "link", "check", "read"]
    );
}

#[test]
fn stages_name_only_the_model_and_shared_resources() {
    for (module, path) in sources() {
        let mut allowed: Vec<&str> = SHARED.to_vec();
        match module.as_str() {
            "pipeline" | "cli" | "lib" | "main" => continue,
            "model" => allowed = vec!["model"],
            "english" => allowed = vec!["model", "english"],
            _ => allowed.push(&module),
        }
        for name in named(&code(&path)) {
            // Items of the crate root other than modules do not exist; macros are named without `crate::`.
            assert!(allowed.contains(&name.as_str()), "{} names crate::{name}", path.display());
        }
    }
}

#[test]
fn stages_do_not_climb_out_by_super() {
    for (module, path) in sources().into_iter().filter(|(m, _)| STAGES.contains(&m.as_str())) {
        for rest in code(&path).split("super::").skip(1) {
            let strange = |s: &&&str| rest.starts_with(&format!("{s}::")) && **s != module;
            let stage = STAGES.iter().find(strange);
            assert!(stage.is_none(), "{} names super::{stage:?}", path.display());
        }
    }
}

#[test]
fn only_the_command_line_prints_or_asks_its_surroundings() {
    for (module, path) in sources().into_iter().filter(|(m, _)| m != "cli" && m != "main") {
        let code = code(&path);
        for word in [
            "println!",
            "eprintln!",
            "print!",
            "eprint!",
            "stdout()",
            "stderr()",
            "std::env",
            "SystemTime",
            "Instant::",
        ] {
            assert!(!code.contains(word), "{} uses {word}", path.display());
        }
        for word in ["std::fs", "File::", "stdin()"] {
            assert!(module == "read" || !code.contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_readable() {
    for (_, path) in sources() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} opens without `//!`", path.display());
        let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        let table = path.ends_with("model/tagset.rs");
        assert!(table || lines <= MAX_LINES, "{} has {lines} lines", path.display());
    }
}
