//! The attributes of data/en/attributes.toml, end to end: each row's examples are its tests.

use gainsay::english::attributes::{Attribute, Compare, attributes};
use gainsay::model::{Article, Value, Verdict};
use gainsay::{Config, analyse_story};

/// The verdicts that two texts get on an attribute.
fn verdicts(row: &Attribute, texts: [&str; 2]) -> Vec<Verdict> {
    let article = |(letter, text): (u8, &str)| Article {
        id: char::from(letter).to_string(),
        text: text.to_owned(),
        ..Article::default()
    };
    let articles = (b'a'..).zip(texts).map(article).collect();
    let analysis = analyse_story(articles, vec![], &Config::default());
    let of_row = |id: &gainsay::model::ClaimId| match analysis.graph.claim(*id).map(|c| &c.value) {
        Some(Value::Fact(fact)) => fact.matter.attribute() == Some(row.name.as_str()),
        _ => false,
    };
    let told = analysis.findings.iter().filter(|f| f.positions.iter().flat_map(|p| &p.claims).any(of_row));
    told.map(|f| f.verdict).collect()
}

/// Returns whether the verdicts are what the row is there to find.
fn fires(row: &Attribute, found: &[Verdict]) -> bool {
    match row.compare {
        Compare::Exclusive => found.contains(&Verdict::Conflict),
        Compare::Ladder => found.contains(&Verdict::Update),
        Compare::Free => !found.is_empty(),
    }
}

#[test]
fn rows_do_what_their_examples_say() {
    let mut wrong = Vec::new();
    for row in attributes() {
        let examples = row.fires.iter().map(|e| (e, true)).chain(row.ignores.iter().map(|e| (e, false)));
        for ([a, b], expected) in examples {
            for texts in [[a.as_str(), b], [b, a]] {
                let found = verdicts(row, texts);
                if fires(row, &found) != expected {
                    wrong.push(format!("{}: {texts:?} expected {expected}, found {found:?}", row.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The guide for contributors shows a row: it is the table's own, so that its examples are run above.
#[test]
fn the_tour_shows_a_row_of_the_table() {
    let guide = include_str!("../CONTRIBUTING.md");
    let row = guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default();
    assert!(row.starts_with("[[attribute]]"), "{row}");
    assert!(include_str!("../data/en/attributes.toml").contains(row.trim()), "{row}");
}
