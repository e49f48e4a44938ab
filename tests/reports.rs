//! One fixed analysis in every format.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

mod common;

use gainsay::report::{Format, Options, write};

fn report(format: Format, all: bool, width: usize) -> String {
    let mut out = Vec::new();
    write(&common::analysis(), format, &Options { all, width }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn text() {
    insta::assert_snapshot!("text", plain(&report(Format::Text, false, 80)));
    insta::assert_snapshot!("text_all_wide", plain(&report(Format::Text, true, 110)));
}

#[test]
fn text_fits_its_width_and_has_no_escapes_but_its_own() {
    for width in [80, 100] {
        let text = plain(&report(Format::Text, true, width));
        let widest = text.lines().map(|l| l.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} of {width}");
        assert!(!text.contains('\u{1b}') && !text.lines().any(|l| l.ends_with(' ')), "{text}");
    }
}

#[test]
fn json() {
    insta::assert_snapshot!("json", report(Format::Json, false, 80));
}

#[test]
fn jsonl() {
    let lines = report(Format::Jsonl, false, 80);
    insta::assert_snapshot!("jsonl", lines);
    let whole: serde_json::Value = serde_json::from_str(&report(Format::Json, false, 80)).unwrap();
    let findings: Vec<serde_json::Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(whole["findings"].as_array(), Some(&findings));
}

#[test]
fn markdown() {
    insta::assert_snapshot!("markdown", report(Format::Markdown, true, 80));
}

#[test]
fn csv() {
    let text = report(Format::Csv, false, 80);
    insta::assert_snapshot!("csv", text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let positions: usize = common::analysis().findings.iter().map(|f| f.positions.len()).sum();
    assert_eq!(reader.records().map(Result::unwrap).count(), positions);
}

#[test]
fn dot() {
    insta::assert_snapshot!("dot", report(Format::Dot, false, 80));
}

#[test]
fn graphml() {
    insta::assert_snapshot!("graphml", report(Format::Graphml, false, 80));
}

#[test]
fn expected() {
    insta::assert_snapshot!("expected", gainsay::report::expected(&common::analysis()).unwrap());
}

#[test]
fn json_quotes_are_the_bytes_of_their_spans() {
    let analysis = common::analysis();
    let json: serde_json::Value = serde_json::from_str(&report(Format::Json, false, 80)).unwrap();
    let mut seen = 0;
    for finding in json["findings"].as_array().unwrap() {
        for claim in
            finding["positions"].as_array().unwrap().iter().flat_map(|p| p["claims"].as_array().unwrap())
        {
            let article =
                analysis.articles.iter().find(|a| a.id == claim["article"].as_str().unwrap()).unwrap();
            let at = |key: &str| claim[key].as_u64().unwrap() as usize;
            assert_eq!(&article.text[at("start")..at("end")], claim["quote"].as_str().unwrap());
            seen += 1;
        }
    }
    assert_eq!(seen, 13);
}
