//! The same articles give the same report on one thread and on many.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::collections::BTreeSet;
use std::num::NonZero;

use gainsay::model::Analysis;
use gainsay::read::{Format, bytes};
use gainsay::report::{self, Options};
use gainsay::{Config, analyse_story};

/// Articles with enough claims that linking takes threads: a story of fewer is worked on by one.
const ARTICLES: usize = 12;
const SENTENCES: usize = 60;

fn analysis(threads: usize) -> Analysis {
    let articles = |a: usize| {
        let mut text = format!("Storm hits {} towns\nPaper {a} | 2024-06-25\n\n", 10 + a % 3);
        for s in 0..SENTENCES {
            let town = ["Oban", "Mallaig", "Tarbert", "Largs", "Rothesay"][s % 5];
            let (hurt, year) = (s + 2 + (a * s) % 3, 1950 + s);
            text += &format!(
                "Officials in {town} said {hurt} people were injured near the bridge of {year}, and {} homes lost power. ",
                100 * s + a % 2
            );
        }
        bytes(&format!("p{a}"), text.as_bytes(), Some(Format::Text)).articles
    };
    let articles = (0..ARTICLES).flat_map(articles).collect();
    analyse_story(articles, Vec::new(), &Config { threads: NonZero::new(threads), ..Config::default() })
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let json = |analysis: &Analysis| {
        let mut out = Vec::new();
        let options = Options { all: true, width: 80, known: &BTreeSet::new(), why: true };
        report::write(analysis, report::Format::Json, &options, &mut out).unwrap();
        out
    };
    let one = analysis(1);
    assert!(one.graph.claims.len() > 1_000, "{} claims: too few for threads", one.graph.claims.len());
    assert!(!one.findings.is_empty());
    let expected = json(&one);
    for threads in [2, 5] {
        assert_eq!(json(&analysis(threads)), expected, "{threads} threads");
    }
}
