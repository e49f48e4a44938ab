//! Headlines against their own texts: what fires, and what must not.

use gainsay::model::Article;
use gainsay::{Config, analyse_story};

fn check(title: &str, text: &str, expected: bool) {
    let article = |id: &str, title: &str, text: &str| Article {
        id: id.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let other = article("b", "Ferry sinks", "A ferry sank in the harbour on Monday.");
    let analysis = analyse_story(vec![article("a", title, text), other], vec![], &Config::default());
    let found = analysis.findings.iter().find(|f| f.code == "headline-differs");
    assert_eq!(found.is_some(), expected, "{title} | {text}: {found:?}");
}

#[test]
fn a_lower_toll_than_the_text() {
    check("Two killed in bridge collapse", "Three people were killed when a bridge fell on Monday.", true);
    check("Four injured as bus overturns", "Six people were injured when a bus overturned.", true);
    // The same; a part of the whole; the text gives both; another incident further down; another question.
    check("Three killed in bridge collapse", "Three people were killed when a bridge fell on Monday.", false);
    check("Three killed in bridge collapse", "Two men were killed, and so was a child, on Monday.", false);
    check(
        "Two killed in bridge collapse",
        "Three people were killed, police said. Officials had said that two people were killed.",
        false,
    );
    check(
        "Two killed in bridge collapse",
        "A bridge fell on Monday. It was old. The mayor wept. Rain fell. Nine people were killed there in 1988.",
        false,
    );
    check("Two killed in bridge collapse", "Three people were injured when a bridge fell on Monday.", false);
}
