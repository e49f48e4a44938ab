//! Values that no number carries, and bare numbers that tell an age: which claims are made of them, and of whom.

use gainsay::compare::{Relation, relation};
use gainsay::model::{Article, Kind, Value};
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
    check(Kind::Count, "There were no dead or wounded.", &["no"]);
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
    check(Kind::Duration, "It ended a monthslong investigation.", &["monthslong"]);
    check(Kind::Duration, "After an hours-long standoff he gave up.", &["hours-long"]);
    check(Kind::Duration, "A headlong rush and a long drive began.", &[]);
    check(Kind::Duration, "She was jailed for 30 consecutive days.", &["30 consecutive days"]);
    check(Kind::Duration, "He won 12 straight games.", &[]);
    check(Kind::Duration, "The job pays $10 an hour.", &[]);
    check(Kind::Duration, "A week after the fire, he came back.", &[]);
}

#[test]
fn measures_behind_words() {
    check(Kind::Measure, "Lopez threw for 3,912 passing yards.", &["3,912 passing yards"]);
    check(Kind::Measure, "They climbed 2,000 vertical feet.", &["2,000 vertical feet"]);
    check(Kind::Count, "Lopez threw for 3,912 passing yards.", &[]);
    check(Kind::Measure, "She bought three red rugs.", &[]);
}

/// A claim's value of a kind in a sentence.
fn value(kind: Kind, text: &str) -> Option<Value> {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let claims = pipeline::claims(std::slice::from_ref(&article));
    claims.into_iter().find(|c| c.kind == kind).map(|c| c.value)
}

#[test]
fn lengths_exclude_each_other() {
    for (a, b, expected) in [
        ("It ended a monthslong investigation.", "It ended a two-year investigation.", Relation::Exclude),
        ("It ended a monthslong investigation.", "It ended a six-month investigation.", Relation::Meet),
        ("It ended an hourslong standoff.", "It ended a five-hour standoff.", Relation::Meet),
        ("It ended an hourslong standoff.", "It ended a three-day standoff.", Relation::Exclude),
        ("He ran for 120 rushing yards.", "He ran for 120 yards.", Relation::Equal),
    ] {
        let kind = if a.contains("yards") { Kind::Measure } else { Kind::Duration };
        let found = value(kind, a).zip(value(kind, b)).map(|(x, y)| relation(kind, &x, &y));
        assert_eq!(found, Some(expected), "{a} {b}");
    }
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
fn an_age_is_of_the_person_described() {
    for (text, whose) in [
        ("Police found a woman in her 40s in the yard.", "woman"),
        ("Dana Reyes, believed to be in her late 50s, was found.", "Dana Reyes"),
        ("The man, who appears to be in his 30s, fled.", "man"),
        ("Two men, ages 25 and 31, were hurt.", "men"),
        ("11-year-old shoots friend in leg.", ""),
        ("He was convicted of an attack on a 14-year-old.", ""),
        ("Maria Gomez was found in the garage. She was 61.", "Maria Gomez"),
    ] {
        let found = claims(Kind::Age, text);
        assert!(!found.is_empty() && found.iter().all(|c| c.1 == whose), "{text}: {found:?}");
    }
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
