//! The committed schemas are those of the program, and what it prints obeys them.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn gainsay(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(args).current_dir(root()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn schemas_are_fresh() {
    for name in ["report", "config"] {
        let path = format!("docs/schema/{name}.json");
        let committed = fs::read_to_string(root().join(&path)).unwrap_or_default();
        assert!(committed == gainsay(&["schema", name]), "stale: gainsay schema {name} > {path}");
    }
}

#[test]
fn every_example_obeys_the_schema() {
    let schema: serde_json::Value = serde_json::from_str(&gainsay(&["schema"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folders = ["examples", "tests/fixtures"].map(|f| fs::read_dir(root().join(f)).unwrap());
    let stories: Vec<PathBuf> =
        folders.into_iter().flatten().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    let mut seen = 0;
    for story in stories {
        let printed = gainsay(&["check", "--format", "json", story.to_str().unwrap()]);
        if printed.is_empty() {
            continue;
        }
        let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
        // A folder of stories is a list of reports.
        let reports = printed.as_array().cloned().unwrap_or_else(|| vec![printed]);
        for report in reports {
            if let Err(error) = validator.validate(&report) {
                panic!("{}: {error} at {}", story.display(), error.instance_path());
            }
        }
        seen += 1;
    }
    assert!(seen >= 6, "only {seen} stories");
    // It is not a schema that lets everything pass.
    assert!(!validator.is_valid(&serde_json::json!({"schema": "gainsay.report/1"})));
}
