//! What is known from before is marked, kept, and no longer decides the exit code.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::path::Path;
use std::process::{Command, Output};

fn check(args: &[&str]) -> Output {
    let story = ["--format", "json", "examples/smuggling-network"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.arg("check").args(args).args(story).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

/// Is each finding known, agreements aside?
fn known(output: &Output) -> Vec<bool> {
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|f| f["verdict"] != "agree");
    findings.map(|f| f["known"].as_bool().unwrap()).collect()
}

#[test]
fn known_findings_are_kept_and_forgiven() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("baseline.json");
    let file = file.to_str().unwrap();
    let first = check(&[]);
    assert!(!known(&first).is_empty() && !known(&first).contains(&true));
    assert_eq!(check(&["--baseline", file, "--write-baseline"]).status.code(), Some(0));
    let again = check(&["--baseline", file]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(known(&again), vec![true; known(&first).len()]);
}
