//! Every story folder with an `expected.json`, here and in `examples/`, is what `gainsay test` expects it to be.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn gainsay(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn stories_are_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let has_expected = |p: &PathBuf| p.join("expected.json").is_file();
    let folders = ["examples", "tests/fixtures"].map(|f| fs::read_dir(root.join(f)).unwrap());
    let mut stories: Vec<PathBuf> =
        folders.into_iter().flatten().map(|e| e.unwrap().path()).filter(has_expected).collect();
    stories.sort();
    for story in stories {
        let output = gainsay(&["test", story.to_str().unwrap()]);
        let name = story.display();
        let bless = "if the new findings are right: gainsay test --bless";
        assert!(output.status.success(), "{name} ({bless} {name})\n{}", printed(&output));
    }
}

/// A copy of the quiet story that may be written to.
fn copy(name: &str, expected: Option<&str>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in ["gull.txt", "post.md"] {
        fs::copy(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/quiet").join(file),
            folder.join(file),
        )
        .unwrap();
    }
    if let Some(expected) = expected {
        fs::write(folder.join("expected.json"), expected).unwrap();
    }
    folder
}

#[test]
fn bless_writes_what_is_found() {
    let folder = copy("bless", None);
    let path = folder.to_str().unwrap();
    assert_eq!(gainsay(&["test", path]).status.code(), Some(2), "nothing to compare with");
    assert!(gainsay(&["test", "--bless", path]).status.success());
    assert!(gainsay(&["test", path]).status.success());
    // Its parent folder stands for it, too.
    let parent = copy("parent/story", Some("{\n  \"findings\": []\n}\n"));
    let output = gainsay(&["test", parent.parent().unwrap().to_str().unwrap()]);
    assert!(
        output.status.success() && printed(&output).contains("1 story, 0 not as expected"),
        "{}",
        printed(&output)
    );
}

#[test]
fn a_difference_is_shown_and_written_as_junit() {
    let folder = copy("difference", Some("{\n  \"findings\": [\n    \"something else\"\n  ]\n}\n"));
    let junit = folder.join("junit.xml");
    let output = gainsay(&["test", "--junit", junit.to_str().unwrap(), folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let text = printed(&output);
    assert!(text.contains("-     \"something else\"") && text.contains("+   \"findings\": []"), "{text}");
    let xml = fs::read_to_string(junit).unwrap();
    assert!(xml.contains("failures=\"1\"") && xml.contains("something else"), "{xml}");
}
