//! Copies: who repeats whose text, what was changed in it, and what stands in one article alone.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::path::Path;
use std::process::Command;

use gainsay::model::{Analysis, Article, Finding, Kind, Stamp, Verdict};
use gainsay::{Config, analyse_story};

const WIRE: &str = "The ferry left the old harbour shortly after six on Monday evening and struck a sandbank two miles \
    out, the coast guard said. All of the 112 passengers were taken off by small boats before midnight, and nobody was \
    hurt. The company that runs the line has stopped its night service until divers have looked at the hull.";

fn article(outlet: &str, published: &str, text: &str) -> Article {
    let stamp = Stamp {
        at: published.parse().unwrap(),
        has_time: published.contains('T'),
        offset: None,
        words: published.to_owned(),
    };
    let id = format!("{outlet} {published}");
    let published = Some(stamp);
    Article { id, outlet: outlet.to_owned(), text: text.to_owned(), published, ..Article::default() }
}

fn analysis(articles: Vec<Article>) -> Analysis {
    analyse_story(articles, vec![], &Config::default())
}

/// What is found on the number of passengers.
fn passengers(articles: Vec<Article>) -> Option<Finding> {
    analysis(articles).findings.into_iter().find(|f| f.kind == Kind::Count)
}

#[test]
fn a_figure_changed_in_a_copy_is_the_surest_conflict() {
    let changed = WIRE.replace("112", "121");
    let found = passengers(vec![
        article("Post", "2024-03-05", WIRE),
        article("Star", "2024-03-05", &changed),
        article("Globe", "2024-03-05", WIRE),
    ])
    .unwrap();
    assert_eq!(found.verdict, Verdict::Conflict);
    assert!(found.confidence > 0.95, "{found:?}");
    assert!(found.explanation.contains("one text, and in it the value was changed"), "{}", found.explanation);
}

#[test]
fn a_paragraph_is_a_copy_too() {
    let (_, rest) = WIRE.split_once("said. ").unwrap();
    let (paragraph, _) = rest.split_once(" The company").unwrap();
    let ruiz =
        "Ana Ruiz has worked the pier for thirty years and never saw such a night. Her brother mends nets.";
    let council =
        "The council meets on Thursday to talk about lights on the sandbank. Nobody expects a vote.";
    let text = |own: &str, paragraph: &str| format!("{own}\n\n{paragraph}");
    let found = passengers(vec![
        article("Post", "2024-03-05", &text(ruiz, paragraph)),
        article("Star", "2024-03-05", &text(council, &paragraph.replace("112", "121"))),
    ])
    .unwrap();
    assert_eq!(found.verdict, Verdict::Conflict);
    assert!(found.confidence > 0.95, "{found:?}");
}

#[test]
fn a_later_version_of_ones_own_text_is_an_update() {
    let later = WIRE.replace("112", "98");
    let found = |outlet: &str| {
        let articles =
            vec![article("Post", "2024-03-05T08:00", WIRE), article(outlet, "2024-03-05T18:00", &later)];
        passengers(articles).unwrap().verdict
    };
    assert_eq!(found("Post"), Verdict::Update);
    assert_eq!(found("Star"), Verdict::Conflict);
}

#[test]
fn a_copy_printed_later_says_the_same() {
    let late = analysis(vec![article("Post", "2024-03-05", WIRE), article("Star", "2024-03-13", WIRE)]);
    assert!(late.findings.iter().all(|f| f.verdict == Verdict::Agree), "{:?}", late.findings);
    assert_eq!(late.graph.copies(), [(1, 0)]);
}

#[test]
fn own_words_with_another_figure_are_no_changed_copy() {
    let own = "A ferry with 121 passengers on board ran onto a sandbank on Monday. Fishermen took them off in boats.";
    let found = passengers(vec![article("Post", "2024-03-05", WIRE), article("Star", "2024-03-05", own)]);
    assert!(found.is_none_or(|f| f.confidence < 0.95 && !f.explanation.contains("one text")));
}

#[test]
fn what_stands_in_one_article_alone_is_listed_with_the_reason() {
    let own =
        "The ferry struck a sandbank two miles out on Monday evening, Ana Ruiz said. It was built in 1974.";
    let analysis = analysis(vec![article("Post", "2024-03-05", WIRE), article("Star", "2024-03-05", own)]);
    let listed: Vec<(&str, &str)> = analysis
        .unmatched
        .iter()
        .map(|u| {
            let claim = analysis.graph.claim(u.claim).unwrap();
            (analysis.articles[claim.article as usize].quote(&claim.span), u.reason.as_str())
        })
        .collect();
    assert!(listed.contains(&("1974", "no counterpart in another article")), "{listed:?}");
    assert!(listed.iter().any(|l| l.0 == "112") && listed.iter().any(|l| l.0 == "Ana Ruiz"), "{listed:?}");
    assert!(!listed.iter().any(|l| l.0.starts_with("two miles")), "what both say is not listed: {listed:?}");
}

/// What `gainsay check --format json` prints on the smuggling network, with further arguments.
fn smuggling(more: &[&str]) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "--format", "json", "examples/smuggling-network"])
        .args(more)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_smuggling_network_shows_the_quote_the_copy_and_the_denial() {
    let report = smuggling(&[]);
    let copy = |a: &serde_json::Value| (a["id"] == "mill-river-courier").then(|| a["copies_of"].clone());
    let original = report["articles"].as_array().unwrap().iter().find_map(copy).unwrap();
    assert_eq!(original, "continental-press");

    let findings = report["findings"].as_array().unwrap();
    let articles = |position: &serde_json::Value| -> Vec<String> {
        let claims = position["claims"].as_array().unwrap();
        claims.iter().map(|c| c["article"].as_str().unwrap().to_owned()).collect()
    };
    let of = |code: &str, verdict: &str| {
        let found = findings.iter().find(|f| f["code"] == code && f["verdict"] == verdict);
        found.unwrap_or_else(|| panic!("no {code} with verdict {verdict}")).clone()
    };
    let quote = of("quote-differs", "variant");
    assert!(
        quote["explanation"].as_str().unwrap().contains("“it is obviously concerning” in The Daily Meridian")
    );
    assert_eq!(articles(&quote["positions"][1]), ["daily-meridian"]);

    let denial = of("report-denied", "conflict");
    assert!(articles(&denial["positions"][0]).iter().all(|a| a == "capitol-ledger"));
    assert!(articles(&denial["positions"][1]).contains(&"continental-press".to_owned()));
}

#[test]
fn unmatched_claims_are_shown_on_request_only() {
    assert!(smuggling(&[])["unmatched"].is_null());
    let report = smuggling(&["--unmatched", "--kind", "count"]);
    let listed = report["unmatched"].as_array().unwrap();
    assert!(listed.iter().any(|u| u["claim"]["quote"] == "over 1,500"), "{listed:?}");
    assert!(listed.iter().all(|u| u["kind"] == "count" && u["reason"].is_string()));
}
