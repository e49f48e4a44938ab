//! Values that no number carries, and bare numbers that tell an age: which claims are made of them, and of whom.

use gainsay::model::Kind;
use gainsay::{pipeline, read};

/// The claims of a kind in a text: the words that carry the value, and whose it is.
fn claims(kind: Kind, text: &str) -> Vec<(String, String)> {
    let bytes = format!("News of the day\n\n{text}\n");
    let articles = read::bytes("a", bytes.as_bytes(), Some(read::Format::Text)).articles;
    let of_kind = pipeline::claims(&articles).into_iter().filter(|c| c.kind == kind);
    of_kind.map(|c| (articles[0].quote(&c.span).to_owned(), c.subject.words)).collect()
}

fn check(kind: Kind, text: &str, expected: &[&str]) {
    let found: Vec<String> = claims(kind, text).into_iter().map(|c| c.0).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn counts_without_a_number() {
    check(Kind::Count, "Police said the officer was shot twice.", &["twice"]);
    check(Kind::Count, "There were no casualties, officials said.", &["no"]);
    check(Kind::Count, "No one was killed in the fire.", &["No one"]);
    check(Kind::Count, "The victim had multiple gunshot wounds.", &["multiple"]);
    check(Kind::Count, "A pair of shootings shook the town.", &["A pair"]);
    check(Kind::Count, "SALEM - Six people were hurt on the bridge.", &["Six"]);
    check(Kind::Count, "There was no doubt about the cause.", &[]);
    check(Kind::Count, "He eats twice a day.", &[]);
}

#[test]
fn lengths_without_a_number() {
    check(Kind::Duration, "They met for more than an hour.", &["more than an hour"]);
    check(Kind::Duration, "He left after a few minutes.", &["a few minutes"]);
    check(Kind::Duration, "After hours of talks he gave up.", &["hours"]);
    check(Kind::Duration, "The job pays $10 an hour.", &[]);
    check(Kind::Duration, "A week after the fire, he came back.", &[]);
}

#[test]
fn places_in_an_order() {
    check(Kind::Ordinal, "They took the No. 5 seed.", &["No. 5"]);
}

#[test]
fn bare_numbers_that_tell_an_age() {
    check(Kind::Age, "A woman, 34, was hurt.", &["34"]);
    check(Kind::Age, "Tom Reyes, 5, was safe.", &["5"]);
    check(Kind::Age, "Moore, then 32, took her home.", &["32"]);
    check(Kind::Age, "The ticket costs more for anyone 19 or older.", &["19 or older"]);
    check(Kind::Age, "They won on March 5, 12 days later.", &[]);
}

#[test]
fn an_age_is_of_the_person_named() {
    for (text, name) in [
        ("Alan Wright, 54, and Tom Reyes, 35, were taken to hospital.", "Tom Reyes"),
        ("Police arrested 35-year-old mechanic Tom Reyes on Monday.", "Tom Reyes"),
        ("Tom Reyes fled. Reyes, 35, was found on Monday.", "Tom Reyes"),
    ] {
        let found = claims(Kind::Age, text);
        assert_eq!(found.last().map(|c| c.1.as_str()), Some(name), "{text}: {found:?}");
    }
}
