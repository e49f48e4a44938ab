//! Who says it: denials of what others report, one source behind two outlets, rival speakers.

use gainsay::model::{Article, Finding, Verdict};
use gainsay::{Config, analyse_story};

fn findings(texts: &[&str]) -> Vec<Finding> {
    let article = |(letter, text): (u8, &&str)| Article {
        id: char::from(letter).to_string(),
        text: (*text).to_owned(),
        ..Article::default()
    };
    let articles = (b'a'..).zip(texts).map(article).collect();
    analyse_story(articles, vec![], &Config::default()).findings
}

const REPORT: &str =
    "Three officials said on Monday that the ferry company had lost 40 containers in the storm off Oban.";

/// The explanation of the denial that a second article carries, where one is found.
fn denial(text: &str) -> Option<String> {
    let found = findings(&[REPORT, text]).into_iter().find(|f| f.code == "report-denied")?;
    assert_eq!(found.verdict, Verdict::Conflict);
    Some(found.explanation)
}

#[test]
fn a_denied_report_meets_what_others_report() {
    let rejected = "Ana Ruiz on Tuesday rejected a report that the ferry company had lost containers in the storm off Oban.";
    assert!(denial(rejected).is_some_and(|e| e.starts_with("Ana Ruiz in b")));
    let quoted = "Officials had said on Monday that the ferry company lost containers in the storm off Oban. \
                  “That reporting is incorrect,” Ana Ruiz said.";
    assert!(denial(quoted).is_some());
}

#[test]
fn other_denials_meet_nothing() {
    for text in [
        "Ana Ruiz denied wrongdoing after the ferry company had lost containers in the storm off Oban.",
        "Ana Ruiz rejected a report that the mayor had slept through the council's debate on school meals.",
        "“The report is long,” Ana Ruiz said of the ferry company's lost containers in the storm off Oban.",
        "Ana Ruiz rejected an offer, and the report on the storm off Oban is due in spring, the ferry company said.",
    ] {
        assert_eq!(denial(text), None, "{text}");
    }
}

#[test]
fn sources_are_named_beside_the_verdict() {
    let explanation = |a: &str, b: &str| {
        let text = |speaker: &str, n: &str| {
            format!("The storm destroyed {n} fishing boats in the harbour, {speaker} said.")
        };
        let found = findings(&[&text(a, "14"), &text(b, "19")]);
        found.into_iter().find(|f| f.code == "value-differs").map(|f| f.explanation).unwrap_or_default()
    };
    assert!(explanation("Ana Ruiz", "Ana Ruiz").ends_with("both name one source, Ana Ruiz"));
    assert!(explanation("Ana Ruiz", "Tom Berg").ends_with("rival claims of Ana Ruiz and Tom Berg"));
    assert!(!explanation("the mayor", "Tom Berg").contains("rival"));
}

#[test]
fn two_outlets_with_one_source_are_said_to_have_one() {
    let text = |n: &str, speaker: &str| {
        format!("The storm destroyed {n} fishing boats in the harbour, {speaker} said.")
    };
    let explanation = |a: &str, b: &str| {
        let found = findings(&[&text("14", a), &text("14", b)]);
        found.into_iter().find(|f| f.code == "value-differs").map(|f| f.explanation).unwrap_or_default()
    };
    assert!(explanation("harbour master Ana Ruiz", "Ana Ruiz").ends_with("2 outlets, one source, Ana Ruiz"));
    assert!(!explanation("Ana Ruiz", "Tom Berg").contains("one source"));
    assert!(!explanation("a spokesman for Ana Ruiz", "Ana Ruiz").contains("one source"));
}

#[test]
fn an_outlet_that_cites_another_has_it_from_there() {
    let article = |outlet: &str, text: &str| Article {
        id: outlet.to_owned(),
        outlet: outlet.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let explanation = |source: &str| {
        let citing = format!("The storm destroyed 14 fishing boats in the harbour, according to {source}.");
        let own = "The storm destroyed 14 fishing boats in the harbour.";
        let articles = vec![article("Harbour Post", &citing), article("The Oban Times", own)];
        let found = analyse_story(articles, vec![], &Config::default()).findings;
        found.into_iter().find(|f| f.code == "value-differs").map(|f| f.explanation).unwrap_or_default()
    };
    assert!(explanation("The Oban Times").ends_with("Harbour Post has it from The Oban Times"));
    assert!(!explanation("The Glasgow Herald").contains("has it from"));
}
