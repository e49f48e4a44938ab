//! What must hold of any input: nothing panics, spans are spans, the same story gives the same report.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

use std::collections::BTreeSet;

use gainsay::model::{Article, Claim, Span};
use gainsay::read::{Format, bytes};
use gainsay::report::{self, Options};
use gainsay::{Config, analyse_story, pipeline};
use proptest::prelude::*;

const FORMATS: [Option<Format>; 5] =
    [None, Some(Format::Text), Some(Format::Markdown), Some(Format::Json), Some(Format::Html)];

/// Pieces of which news, its mark-up and its accidents are made.
const PIECES: [&str; 48] = [
    "The ",
    "police ",
    "said ",
    "12 ",
    "more than ",
    "people ",
    "died",
    ".",
    ". ",
    "\n\n",
    "\n",
    "\r\n",
    "“",
    "”",
    "\"",
    "é",
    "—",
    "$5.7 billion",
    "3-2",
    "half ",
    "on Tuesday",
    "June 14, 2024",
    "at 5 p.m.",
    "68-year-old ",
    "U.S. ",
    "No. 5 ",
    "%",
    " per cent",
    "<p>",
    "</p>",
    "<b>",
    "&amp;",
    "---\n",
    "title: ",
    "{",
    "}",
    "[",
    "\"text\": ",
    ",",
    "| ",
    "# ",
    "* ",
    "\u{FEFF}",
    "\u{200b}",
    "1,000,000,000,000,000,000,000,000,000,000 ",
    "between 3 and ",
    "dozens of ",
    "٣",
];

fn news() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..60).prop_map(|p| p.concat())
}

fn articles(texts: &[String]) -> Vec<Article> {
    let json = |(i, text): (usize, &String)| {
        let article =
            serde_json::json!({"id": i.to_string(), "published": "2024-06-25", "title": text, "text": text});
        bytes("story", article.to_string().as_bytes(), Some(Format::Json)).articles
    };
    texts.iter().enumerate().flat_map(json).collect()
}

fn valid(span: &Span, articles: &[Article]) {
    let field = articles[span.article as usize].field(span.field);
    let words = field.get(span.start as usize..span.end as usize);
    assert!(words.is_some_and(|w| !w.is_empty()), "{span:?} in {field:?}");
}

fn spans(claim: &Claim) -> Vec<Span> {
    let mut spans = vec![claim.span, claim.sentence];
    spans.extend(claim.predicate.iter().map(|p| p.span));
    spans
}

fn reports(texts: &[String]) -> Vec<u8> {
    let analysis = analyse_story(articles(texts), vec![], &Config::default());
    let mut out = Vec::new();
    let options = Options { all: true, width: 80, known: &BTreeSet::new(), why: true };
    for format in report::Format::ALL {
        report::write(&analysis, format, &options, &mut out).unwrap();
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(content in proptest::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS {
            let story = bytes("x", &content, format);
            prop_assert!(!story.articles.is_empty() || !story.problems.is_empty());
            prop_assert!(story.articles.iter().all(|a| !a.text.trim().is_empty() && !a.id.is_empty()));
        }
    }

    #[test]
    fn anything_like_news_is_read_or_refused(content in news()) {
        for format in FORMATS {
            let story = bytes("x", content.as_bytes(), format);
            prop_assert!(!story.articles.is_empty() || !story.problems.is_empty());
        }
    }

    #[test]
    fn json_texts_are_left_as_they_are(text in "\\PC{1,80}[a-z]") {
        prop_assert_eq!(&articles(std::slice::from_ref(&text))[0].text, &text);
    }

    #[test]
    fn spans_point_into_the_text(text in news()) {
        let articles = articles(&[text]);
        for claim in pipeline::claims(&articles) {
            spans(&claim).iter().for_each(|s| valid(s, &articles));
        }
    }

    #[test]
    fn any_characters_can_be_claimed_of(text in "\\PC{0,200}") {
        let articles = articles(&[text]);
        for claim in pipeline::claims(&articles) {
            spans(&claim).iter().for_each(|s| valid(s, &articles));
        }
    }

    #[test]
    fn the_same_story_gives_the_same_report(a in news(), b in news(), c in news()) {
        let texts = [a, b, c];
        prop_assert!(reports(&texts) == reports(&texts));
    }
}

/// Stories whose articles are all of one event, by outlet and text.
const STORIES: [&[(&str, &str)]; 2] = [
    &[
        (
            "Post",
            "At least 12 people were killed when a ferry struck a sandbank near Oban on Monday, police said. The ship carried 92 passengers. “We heard a dull, grinding noise,” said the cook, Iain Muir, 47.",
        ),
        (
            "Star",
            "Fourteen people died on Monday after a ferry ran onto a sandbank near Oban. The cook, Ian Muir, 46, said: “We heard a loud, grinding noise.” The ferry had 92 passengers.",
        ),
        (
            "Globe",
            "The ferry hit a sandbank near Oban on Sunday. Twelve people were killed, the coast guard said, and about 90 passengers were on board.",
        ),
    ],
    &[
        (
            "Post",
            "The council voted 7-2 on Tuesday to sell the hall for $4.5 million. Mayor Anna Weber said the buyer will pay by June 3.",
        ),
        (
            "Star",
            "The hall will be sold for $4.8 million after a 7-2 vote of the council on Tuesday. Mayor Ana Weber expects the money by June 3.",
        ),
    ],
];

fn story(told: &[(&str, &str)]) -> Vec<Article> {
    let article = |(outlet, text): &(&str, &str)| {
        let line =
            serde_json::json!({"id": outlet, "outlet": outlet, "published": "2024-06-25", "text": text});
        bytes("story", line.to_string().as_bytes(), Some(Format::Json)).articles
    };
    told.iter().flat_map(article).collect()
}

/// What is found: verdict, kind and, for each position, the articles and the words of its claims.
type Found = BTreeSet<(String, String, BTreeSet<BTreeSet<(String, String)>>)>;

fn found(articles: Vec<Article>) -> Found {
    let analysis = analyse_story(articles, vec![], &Config::default());
    let words = |id| {
        let claim = analysis.graph.claim(id).unwrap();
        let article = &analysis.articles[claim.article as usize];
        (article.id.clone(), article.quote(&claim.span).to_owned())
    };
    let findings = analysis.findings.iter().map(|f| {
        let positions = f.positions.iter().map(|p| p.claims.iter().map(|id| words(*id)).collect());
        (f.verdict.to_string(), f.kind.to_string(), positions.collect())
    });
    findings.collect()
}

fn conflicts(articles: Vec<Article>) -> Found {
    found(articles).into_iter().filter(|f| f.0 == "conflict").collect()
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    for told in STORIES {
        let straight = found(story(told));
        assert!(straight.iter().any(|f| f.0 == "conflict"), "{straight:#?}");
        let mut articles = story(told);
        articles.reverse();
        assert_eq!(found(articles), straight);
        let mut articles = story(told);
        articles.rotate_left(1);
        assert_eq!(found(articles), straight);
    }
}

#[test]
fn a_copy_adds_a_voice_and_nothing_else() {
    for told in STORIES {
        let straight = conflicts(story(told));
        let mut articles = story(told);
        let copy = Article { id: "Copy".to_owned(), outlet: "Copy".to_owned(), ..articles[0].clone() };
        articles.push(copy);
        let without = |f: Found| -> Found {
            let position = |p: BTreeSet<(String, String)>| p.into_iter().filter(|c| c.0 != "Copy").collect();
            f.into_iter().map(|(v, k, p)| (v, k, p.into_iter().map(position).collect())).collect()
        };
        assert_eq!(without(conflicts(articles)), straight);
    }
}

#[test]
fn an_article_does_not_contradict_itself() {
    for told in STORIES {
        for (outlet, text) in told {
            assert_eq!(conflicts(story(&[(outlet, text), ("Other", text)])), Found::new(), "{text}");
        }
    }
}

#[test]
fn a_title_that_the_text_repeats_changes_no_verdict() {
    for told in STORIES {
        let mut articles = story(told);
        for article in &mut articles {
            article.title = article.text.split_inclusive(". ").next().unwrap().trim().to_owned();
        }
        let sorts = |f: Found| -> BTreeSet<(String, String)> { f.into_iter().map(|f| (f.0, f.1)).collect() };
        assert_eq!(sorts(conflicts(articles)), sorts(conflicts(story(told))));
    }
}
