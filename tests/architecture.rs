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

/// From so many words on, an array or a pattern of words is a list, and belongs into `data/en`.
const MAX_WORDS: usize = 6;

/// Lists that still stand in code, and how many a room may have. These numbers only go down.
const LISTS_IN_CODE: &[(&str, usize)] = &[
    ("analyse/", 23),
    ("extract/facts/", 24),
    ("link/", 10),
    ("normalise/", 57),
    ("read/", 12),
    ("report/csv.rs", 1),
];

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
            "report" => allowed = vec!["model", "report"],
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

/// How many words stand in each array and each pattern ("a" | "b") of a text, where they are more than `MAX_WORDS`.
fn lists(code: &str) -> Vec<usize> {
    let is_word = |w: &str| w.chars().any(char::is_alphabetic) && w.split(' ').count() < 4;
    // How many words an open bracket holds; patterns are counted beside them, until something else than "|" comes.
    let mut open: Vec<(char, usize)> = Vec::new();
    let (mut found, mut pattern) = (Vec::new(), 0);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let raw = rest.starts_with("r#\"").then(|| rest[3..].find("\"#").map(|end| end + 5)).flatten();
        match c {
            'r' if raw.is_some() => taken = raw.unwrap_or(taken),
            // A character, not a lifetime.
            '\'' if rest[1..].starts_with('\\') => taken = 3 + rest[3..].find('\'').map_or(0, |end| end + 1),
            '\'' if rest[1..].chars().nth(1) == Some('\'') => {
                taken = rest.char_indices().nth(3).map_or(rest.len(), |(at, _)| at);
            }
            '"' => {
                let mut end = 1;
                while let Some(next) = rest[end..].find(['"', '\\']).map(|at| end + at) {
                    end = next + 1;
                    if rest[next..].starts_with('"') {
                        break;
                    }
                    end += rest[end..].chars().next().map_or(0, char::len_utf8);
                }
                let word = usize::from(is_word(rest[1..end].trim_end_matches('"')));
                pattern += word;
                if let Some((_, words)) = open.iter_mut().rev().find(|(b, _)| *b != '(') {
                    *words += word;
                }
                taken = end;
            }
            '[' | '(' | '{' => {
                open.push((c, 0));
                pattern = 0;
            }
            ']' | ')' | '}' => {
                found.extend(open.pop().filter(|(b, _)| *b == '[').map(|(_, words)| words));
                found.push(std::mem::take(&mut pattern));
            }
            '/' if rest.starts_with("//") => taken = rest.find('\n').unwrap_or(rest.len()),
            '|' => {}
            c if c.is_whitespace() => {}
            _ => found.push(std::mem::take(&mut pattern)),
        }
        rest = &rest[taken..];
    }
    found.retain(|&words| words > MAX_WORDS);
    found
}

#[test]
fn lists_of_words_are_seen() {
    let six = r#"&["a", "b", "c", "d", "e", "f"]"#;
    assert_eq!(lists(six), []);
    assert_eq!(lists(&six.replace("\"f\"", "\"f\", \"g\"")), [7]);
    assert_eq!(lists(r#"[("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), ("f", 6), ("g", '"')]"#), [7]);
    assert_eq!(lists(r#"matches!(w, "a" | "b" | "c" | "d" | "e" | "f" | "g")"#), [7]);
    assert_eq!(lists(r#"match w { "a" | "b" => f("c", "d"), "e" | "f" => '\'', "g" => '"', "h" => 1 }"#), []);
    assert_eq!(lists(r#"["%", "$", "-", "—", ",", ".", ":"]"#), [], "signs are no words");
}

#[test]
fn lists_of_words_are_data() {
    let mut left: Vec<usize> = LISTS_IN_CODE.iter().map(|(_, n)| *n).collect();
    let mut strays = Vec::new();
    for (_, path) in sources().into_iter().filter(|(m, _)| m != "english") {
        let name = path.to_string_lossy().replace('\\', "/");
        let inner = name.split("/src/").last().unwrap_or_default();
        if inner.contains("tests") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let found = lists(text.split("#[cfg(test)]").next().unwrap_or_default());
        let room = LISTS_IN_CODE.iter().position(|(room, _)| inner.starts_with(room));
        let allowed = room.map_or(0, |room| left[room]);
        if found.len() > allowed {
            strays.push(format!("{inner}: {found:?} words, {allowed} lists allowed"));
        }
        if let Some(room) = room {
            left[room] = allowed.saturating_sub(found.len());
        }
    }
    assert!(strays.is_empty(), "lists of words outside data/en:\n{}", strays.join("\n"));
}
