//! `gainsay.toml` does what it says: severities, thresholds, copies, words of a desk's own.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const GULL: &str = "Ferry sinks off Oban\nThe Gull | 2024-06-25\n\nFourteen people died when the ferry Morning Star \
    sank off Oban on Tuesday, police said. The ferry spilled 300 hogsheads of oil into the sea.\n";
const POST: &str = "Ferry accident off Oban\nHarbour Post | 2024-06-25\n\nTwelve people died when the ferry Morning \
    Star sank off Oban on Tuesday, police said. The ferry spilled 120 hogsheads of oil into the sea.\n";

/// A story folder with settings in it.
fn story(name: &str, settings: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("settings-{name}"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("gull.txt"), GULL).unwrap();
    fs::write(folder.join("post.txt"), POST).unwrap();
    fs::write(folder.join("gainsay.toml"), settings).unwrap();
    folder
}

fn run(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay")).args(args).arg(folder).output().unwrap()
}

fn gainsay(args: &[&str], folder: &Path) -> (Option<i32>, String) {
    let output = run(args, folder);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn check(name: &str, settings: &str) -> (Option<i32>, Value) {
    let (code, text) = gainsay(&["check", "--format", "json"], &story(name, settings));
    (code, serde_json::from_str(&text).unwrap())
}

/// The severities of the conflicts of one check.
fn conflicts(report: &Value, code: &str) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let of_code = findings.filter(|f| f["code"] == code && f["verdict"] == "conflict");
    of_code.map(|f| f["severity"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn severities_and_thresholds() {
    let (code, plain) = check("plain", "");
    let found = conflicts(&plain, "value-differs").len();
    assert!(found > 0, "{plain}");
    assert_eq!(code, Some(1));
    let (code, noted) = check("note", "checks.value-differs.severity = \"note\"");
    assert_eq!((code, conflicts(&noted, "value-differs")), (Some(0), vec!["note".to_owned(); found]));
    for settings in ["checks.value-differs.severity = \"off\"", "checks.value-differs.min-confidence = 1"] {
        let (code, off) = check("off", settings);
        assert_eq!((code, conflicts(&off, "value-differs").len()), (Some(0), 0), "{settings}");
    }
}

#[test]
fn kinds_are_turned_off() {
    let (code, report) = check("kinds", "kinds-off = [\"count\", \"measure\"]");
    let kinds: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap()).collect();
    assert!(code == Some(0) && !kinds.contains(&"count"), "{kinds:?}");
}

#[test]
fn copies_are_declared() {
    let (_, plain) = check("plain-copies", "");
    assert!(plain["articles"].as_array().unwrap().iter().all(|a| a["copies_of"].is_null()));
    let (_, report) = check("declared", "copies.declared = { \"Harbour Post\" = \"The Gull\" }");
    let copies: Vec<&Value> =
        report["articles"].as_array().unwrap().iter().map(|a| &a["copies_of"]).collect();
    assert_eq!(copies, [&Value::Null, &Value::from("gull")]);
    let both = "copies = { declared = { \"Harbour Post\" = \"The Gull\" }, never = [\"Harbour Post\"] }";
    let (_, report) = check("never", both);
    assert!(report["articles"].as_array().unwrap().iter().all(|a| a["copies_of"].is_null()), "never wins");
}

/// The claims of the two articles whose words begin with a number of hogsheads.
fn hogsheads(name: &str, settings: &str) -> Vec<Value> {
    let (_, text) = gainsay(&["extract"], &story(name, settings));
    let claims = text.lines().map(|l| serde_json::from_str::<Value>(l).unwrap());
    claims
        .filter(|c| c["quote"].as_str().is_some_and(|q| q.starts_with("300") || q.starts_with("120")))
        .collect()
}

#[test]
fn units_of_a_desks_own() {
    let plain = hogsheads("unit-plain", "");
    assert!(plain.iter().all(|c| c["kind"] == "count"), "{plain:?}");
    let own = hogsheads("unit", "lexicon.units.hogshead = { equals = \"238.5 liters\" }");
    assert_eq!(own.len(), 2);
    for claim in own {
        assert_eq!(
            (&claim["kind"], &claim["value"]["quantity"]["unit"]),
            (&"measure".into(), &"hogshead".into())
        );
        assert!(claim["quote"].as_str().unwrap().ends_with("hogsheads"), "{claim}");
    }
}

#[test]
fn synonyms_and_aliases_of_a_desks_own() {
    let settings =
        "[lexicon]\nsynonyms = [[\"discharge\", \"spill\"]]\naliases = { \"Argyll Police\" = [\"police\"] }";
    let (_, text) = gainsay(&["extract"], &story("words", settings));
    assert!(text.contains("\"lemma\":\"discharge\"") && !text.contains("\"lemma\":\"spill\""), "{text}");
    assert!(
        text.contains("\"source\":\"Argyll Police\"") || text.contains("\"source\":\"argyll police\""),
        "{text}"
    );
}

#[test]
fn the_books_example_is_read() {
    let book =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src/settings.md")).unwrap();
    let example = book.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    for key in ["[checks.", "[outlets]", "[copies]", "[lexicon]", "[[ignore]]"] {
        assert!(example.contains(key), "{key}");
    }
    // Its outlets and findings are of another story, which it says.
    let output = run(&["check"], &story("book", example));
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.lines().all(|l| l.contains("no finding has") || l.contains("no article is of")), "{said}");
}
