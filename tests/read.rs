//! What each format's reader makes of a file: metadata, text as read, and clear words where it is no article.

use gainsay::model::Article;
use gainsay::read::{Format, Story, bytes};

fn read(format: Format, text: &str) -> Story {
    bytes("story/nyt.x", text.as_bytes(), Some(format))
}

fn article(format: Format, text: &str) -> Article {
    let story = read(format, text);
    assert_eq!(story.problems, [], "in {text:?}");
    story.articles[0].clone()
}

fn problem(format: Format, text: &str) -> String {
    let story = read(format, text);
    assert_eq!(story.articles, [], "in {text:?}");
    story.problems[0].message.clone()
}

/// (title, outlet, published, text)
fn check(format: Format, text: &str, expected: (&str, &str, &str, &str)) {
    let a = article(format, text);
    let published = a.published.as_ref().map(|s| s.words.as_str()).unwrap_or_default();
    assert_eq!((a.title.as_str(), a.outlet.as_str(), published, a.text.as_str()), expected, "in {text:?}");
}

#[test]
fn plain_text() {
    let f = Format::Text;
    check(
        f,
        "A ferry sank\nThe Gull | 2024-06-25\n\nTwo died.\n",
        ("A ferry sank", "The Gull", "2024-06-25", "Two died."),
    );
    check(f, "A ferry sank\n\nTwo died.\n\nOne swam.", ("A ferry sank", "", "", "Two died.\n\nOne swam."));
    check(
        f,
        "A ferry sank\r\nThe Gull | June 25, 2024\r\nTwo died.",
        ("A ferry sank", "The Gull", "June 25, 2024", "Two died."),
    );
    // A bar in a sentence is no byline.
    check(f, "Odds\nheads | tails\nTwo died.", ("Odds", "", "", "heads | tails\nTwo died."));
    check(f, "Two died when a ferry sank.", ("", "", "", "Two died when a ferry sank."));
}

#[test]
fn json() {
    let f = Format::Json;
    check(
        f,
        r#"{"outlet": "The Gull", "title": "A ferry sank ", "published": "2024-06-25", "text": " Two died.\n"}"#,
        ("A ferry sank ", "The Gull", "2024-06-25", " Two died.\n"),
    );
    check(f, r#"{"outlet": null, "title": "T", "text": "Two died."}"#, ("T", "", "", "Two died."));
    check(f, r#"{"source": {"name": "Gull"}, "headline": "T", "body": "Two."}"#, ("T", "Gull", "", "Two."));
    assert_eq!(article(f, r#"{"id": "g1", "text": "Two."}"#).id, "g1");
    assert_eq!(article(f, r#"{"id": "", "text": "Two."}"#).id, "nyt");
    assert_eq!(article(f, r#"{"id": 7, "text": "Two."}"#).id, "7");
}

#[test]
fn json_of_several_articles() {
    let ids = |s: &Story| s.articles.iter().map(|a| a.id.clone()).collect::<Vec<_>>();
    let list = read(Format::Json, r#"[{"text": "One."}, {"id": "b", "text": "Two."}]"#);
    assert_eq!(ids(&list), ["nyt-1", "b"]);
    let lines =
        read(Format::Json, "{\"id\":\"a\",\"text\":\"One.\"}\n\n{oops\n{\"id\":\"c\",\"text\":\"Two.\"}\n");
    assert_eq!(ids(&lines), ["a", "c"]);
    assert_eq!(lines.problems.len(), 1);
    assert_eq!(lines.problems[0].article, "story/nyt.x (line 3)");
    assert!(!lines.problems[0].message.contains("line 1"), "{:?}", lines.problems);
    let twice = read(Format::Json, r#"[{"id": "a", "text": "One."}, {"id": "a", "text": "Two."}]"#);
    assert_eq!(ids(&twice), ["a"]);
    assert!(
        twice.problems[0].message.contains("same id `a` as story/nyt.x (article 1)"),
        "{:?}",
        twice.problems
    );
}

#[test]
fn markdown() {
    let f = Format::Markdown;
    check(
        f,
        "---\ntitle: \"A ferry: sunk\"\noutlet: The Gull\ndate: 2024-06-25\n---\n\nTwo *died* in [Oban](x).\n\n![boat](b.png)\n\n- one\n- two\n",
        ("A ferry: sunk", "The Gull", "2024-06-25", "Two died in Oban.\n\none\n\ntwo"),
    );
    check(f, "# A ferry sank\n\nTwo died.\nOne swam.\n", ("A ferry sank", "", "", "Two died.\nOne swam."));
    // Without its closing line it is a thematic break, not front matter.
    check(f, "---\nTwo died.\n", ("", "", "", "Two died."));
    assert!(problem(f, "---\n- a\n---\nTwo died.").contains("`key: value` lines"));
    assert!(problem(f, "---\na: [\n---\nTwo died.").contains("not YAML"));
}

#[test]
fn html() {
    let body =
        "<p>Two people died when a ferry sank off Oban on Tuesday, the coast guard said in a statement.</p>"
            .repeat(4);
    let page = format!(
        r#"<!DOCTYPE html><html lang="en-GB"><head><title>A ferry sank | The Gull</title>
        <script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"A ferry sank",
        "datePublished":"2024-06-25T14:00:00+01:00","author":{{"name":"Ann Bo"}},"publisher":{{"name":"The Gull"}}}}</script></head>
        <body><nav>Home News</nav><article><h1>A ferry sank</h1>{body}</article></body></html>"#
    );
    let a = article(Format::Html, &page);
    assert_eq!((a.title.as_str(), a.outlet.as_str()), ("A ferry sank", "The Gull"));
    assert_eq!(a.byline.as_deref(), Some("Ann Bo"));
    assert_eq!(a.published.and_then(|s| s.offset), Some(60));
    assert!(a.text.starts_with("Two people died") && !a.text.contains("Home"), "{}", a.text);
    assert!(a.text.contains("statement.\n\nTwo"), "paragraphs stay apart: {}", a.text);
    assert!(problem(Format::Html, "<html><body></body></html>").contains("no article text"));
}

#[test]
fn html_with_a_graph_of_linked_data() {
    let body =
        "<p>Two people died when a ferry sank off Oban on Tuesday, the coast guard said in a statement.</p>"
            .repeat(4);
    let page = |data: &str| {
        format!(
            r#"<html><head><title>A ferry sank</title><script type="application/ld+json">{data}</script></head>
            <body><article><h1>A ferry sank</h1>{body}</article></body></html>"#
        )
    };
    let check = |data: &str, expected: (&str, Option<&str>, &str)| {
        let a = article(Format::Html, &page(data));
        let published = a.published.as_ref().map(|s| s.words.as_str()).unwrap_or_default();
        assert_eq!((a.outlet.as_str(), a.byline.as_deref(), published), expected, "in {data}");
    };
    check(
        r##"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "@id": "#site", "name": "The Gull"},
        {"@type": ["Article", "NewsArticle"], "datePublished": "2024-06-25", "author": {"@id": "#ann"},
        "publisher": {"@id": "#site"}}, {"@type": "Person", "@id": "#ann", "name": "Ann Bo"}]}"##,
        ("The Gull", Some("Ann Bo"), "2024-06-25"),
    );
    check(
        r#"[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "datePublished": "2024-06-25"}]"#,
        ("", None, "2024-06-25"),
    );
    // The date of the site is no date of the article.
    check(r#"{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}]}"#, ("", None, ""));
    check("not JSON", ("", None, ""));
}

#[test]
fn what_is_no_article() {
    assert!(problem(Format::Text, " \n\n").contains("empty"));
    assert!(problem(Format::Text, "PK\u{3}\0\0").contains("not text"));
    assert!(problem(Format::Json, "{\"title\": \"T\"}").contains("no `text` field"));
    assert!(problem(Format::Json, "{\"title\": ").contains("EOF"));
    assert!(problem(Format::Json, "17").contains("expected an object"));
    assert!(problem(Format::Json, "[]").contains("empty"));
    assert!(problem(Format::Json, r#"{"text": 17}"#).contains("its `text` is a number"));
    assert!(problem(Format::Json, r#"{"text": {"a": "b"}}"#).contains("its `text` is an object"));
    assert!(problem(Format::Json, r#"{"text": [1, 2]}"#).contains("a list of other things"));
    assert!(problem(Format::Json, r#"{"text": null}"#).contains("null"));
    assert!(problem(Format::Json, r#"{"text": " "}"#).contains("empty"));
    assert!(problem(Format::Json, r#"{"text": "…"}"#).contains("empty"));
    assert_eq!(article(Format::Json, r#"{"text": ["One.", "Two."]}"#).text, "One.\n\nTwo.");
}

#[test]
fn a_date_that_cannot_be_read_is_a_doubt() {
    let story = read(Format::Json, r#"{"published": "lately", "text": "Two died."}"#);
    assert_eq!(story.articles.len(), 1);
    assert!(story.problems[0].message.contains("`lately` is no date"));
}

#[test]
fn a_doubtful_date_keeps_its_outlet_and_names_its_line() {
    for (line, reason) in [
        ("The Gull | 03/04/2024", "line 3: `03/04/2024` may be 2024-04-03 or 2024-03-04"),
        ("The Gull | 31/02/2024", "line 3: `31/02/2024` is no day of the calendar"),
        ("The Gull | July 23", "line 3: `July 23` has no year"),
        ("The Gull | 20240 hours", "line 3: `20240 hours` is no date that can be read"),
    ] {
        let story = read(Format::Text, &format!("\nA ferry sank\n{line}\n\nTwo died."));
        let a = &story.articles[0];
        assert_eq!(
            (a.outlet.as_str(), a.text.as_str(), &a.published),
            ("The Gull", "Two died.", &None),
            "{line}"
        );
        assert!(story.problems[0].message.contains(reason), "{:?}", story.problems);
    }
    let a = article(Format::Text, "A ferry sank\nThe Gull | By Ann Bo | 23/07/2024\n\nTwo died.");
    assert_eq!((a.outlet.as_str(), a.byline.as_deref()), ("The Gull", Some("Ann Bo")));
    assert_eq!(a.published.unwrap().at.date().to_string(), "2024-07-23");
}

/// One bad byte costs one character, not the meaning of all the others.
#[test]
fn a_bad_byte_in_utf8() {
    let story = bytes("a.txt", b"Caf\xC3\xA9\n\nThe caf\xC3\xA9 \xFF sank.", Some(Format::Text));
    assert_eq!(story.articles[0].text, "The café \u{FFFD} sank.");
    assert!(story.problems[0].message.contains("1 place is not valid UTF-8"), "{:?}", story.problems);
    assert!(story.problems[0].message.contains("line 3"), "{:?}", story.problems);
}

#[test]
fn encodings() {
    let cases: [(&[u8], Format); 6] = [
        ("The café sank.".as_bytes(), Format::Text),
        (b"\xEF\xBB\xBFThe caf\xC3\xA9 sank.", Format::Text),
        (b"\xFF\xFET\0h\0e\0 \0c\0a\0f\0\xE9\0 \0s\0a\0n\0k\0.\0", Format::Text),
        (b"The caf\xE9 sank.", Format::Text),
        (b"{\"text\": \"The caf\xC3\xA9 sank.\"}", Format::Json),
        (b"\xEF\xBB\xBF{\"text\": \"The caf\xC3\xA9 sank.\"}", Format::Json),
    ];
    for (content, format) in cases {
        let story = bytes("a.x", content, Some(format));
        assert_eq!(story.articles[0].text, "The café sank.", "of {content:?}");
    }
    let page = |charset: &str, word: &[u8]| {
        let mut page = format!("<html><head><meta charset=\"{charset}\"></head><body><p>The ").into_bytes();
        page.extend(word);
        page.extend(
            b" sank off Oban on Tuesday, and two people who were aboard died, police said.</p></body></html>",
        );
        bytes("a.html", &page, None).articles[0].text.clone()
    };
    assert!(page("windows-1251", b"\xEA").starts_with("The к sank"));
    assert!(page("utf-8", "ж".as_bytes()).starts_with("The ж sank"));
}
