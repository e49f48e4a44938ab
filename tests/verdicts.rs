//! Verdicts on numbers and times, end to end: what two outlets' wordings mean for each other.

use gainsay::compare::{Relation, relation};
use gainsay::model::{Article, Kind, Verdict};
use gainsay::{Config, analyse_story, pipeline, read};

/// The verdict of the finding of a kind on two one-sentence articles.
fn verdict(kind: Kind, texts: [&str; 2]) -> Option<Verdict> {
    let article = |(letter, text): (u8, &str)| Article {
        id: char::from(letter).to_string(),
        text: text.to_owned(),
        ..Article::default()
    };
    let articles = (b'a'..).zip(texts).map(article).collect();
    let analysis = analyse_story(articles, vec![], &Config::default());
    analysis.findings.iter().find(|f| f.kind == kind && f.code == "value-differs").map(|f| f.verdict)
}

fn check(kind: Kind, cases: &[(&str, &str, Verdict)]) {
    for &(a, b, expected) in cases {
        for texts in [[a, b], [b, a]] {
            assert_eq!(verdict(kind, texts), Some(expected), "{texts:?}");
        }
    }
}

#[test]
fn ages_in_articles_without_dates() {
    check(
        Kind::Age,
        &[
            (
                "Paul Reyes, 27, was charged with murder.",
                "Paul Reyes, 29, was charged with murder.",
                Verdict::Update,
            ),
            (
                "Paul Reyes, 27, was charged with murder.",
                "Paul Reyes, 34, was charged with murder.",
                Verdict::Conflict,
            ),
            (
                "Paul Reyes, 27, was charged with murder.",
                "Paul Reyes, 27, was charged with murder.",
                Verdict::Agree,
            ),
        ],
    );
}

#[test]
fn a_clock_time_said_loosely() {
    check(
        Kind::Time,
        &[
            (
                "The shooting happened at 7:15 p.m. in the park.",
                "The shooting happened around 7:15 p.m. in the park.",
                Verdict::Agree,
            ),
            (
                "The shooting happened at 7:15 p.m. in the park.",
                "The shooting happened shortly after 7 p.m. in the park.",
                Verdict::Compatible,
            ),
        ],
    );
}

#[test]
fn beginnings() {
    check(
        Kind::Date,
        &[
            (
                "The fighting in the hills began in July 2011.",
                "The fighting in the hills has gone on since June 2011.",
                Verdict::Conflict,
            ),
            (
                "The fighting in the hills began in June 2011.",
                "The fighting in the hills has gone on since June 2011.",
                Verdict::Compatible,
            ),
        ],
    );
}

#[test]
fn hours_of_a_day_that_is_not_known() {
    check(
        Kind::Time,
        &[
            (
                "Police arrested Reyes in Denton at 2:30 a.m., officials said.",
                "Police arrested Reyes in Denton early Tuesday morning, officials said.",
                Verdict::Compatible,
            ),
            (
                "Police arrested Reyes in Denton at 2:30 p.m., officials said.",
                "Police arrested Reyes in Denton early Tuesday morning, officials said.",
                Verdict::Conflict,
            ),
        ],
    );
}

#[test]
fn years_ahead() {
    let value = |text: &str| {
        let bytes = format!("Bridges\nHarbor News | 2024-09-20\n\n{text}\n");
        let story = read::bytes("a", bytes.as_bytes(), Some(read::Format::Text)).articles;
        let claims = pipeline::claims(&story);
        claims.into_iter().find(|c| c.kind == Kind::Date).map(|c| c.value).unwrap()
    };
    let check = |a: &str, b: &str, expected: Relation| {
        assert_eq!(relation(Kind::Date, &value(a), &value(b)), expected, "{a} / {b}");
    };
    let five = "It provides the money over the next five years.";
    check(five, "It provides the money over the next six years.", Relation::Exclude);
    check(five, "It provides the money over the next few years.", Relation::Meet);
    check("It fell in the past five years.", "It fell in the past six years.", Relation::Meet);
}
