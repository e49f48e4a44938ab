//! One article in each format, and what is wrong with files of each: `tests/fixtures/formats` holds files in the shape that
//! agencies, archives and programs give them, with an invented story in them.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::panic, reason = "a test may fail")]

use std::path::{Path, PathBuf};

use gainsay::model::Article;
use gainsay::read::{self, Format, READERS, Story};
use proptest::prelude::*;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(name)
}

fn story(name: &str) -> Story {
    read::story(&[fixture(name)], &mut std::io::empty())
}

/// The first article of a file: outlet, title, published, byline.
fn check(name: &str, expected: (&str, &str, &str, &str)) {
    let story = story(&format!("story/{name}"));
    let a: &Article = story.articles.first().unwrap_or_else(|| panic!("{name}: {:?}", story.problems));
    let published = a.published.as_ref().map(|s| s.at.to_string()).unwrap_or_default();
    let byline = a.byline.as_deref().unwrap_or_default();
    assert_eq!((a.outlet.as_str(), a.title.as_str(), published.as_str(), byline), expected, "in {name}");
    if name != "live.html" {
        assert!(
            a.text.contains("The ferry Morning Star sank off Oban on Tuesday, killing 1"),
            "{name}: {}",
            a.text
        );
        assert!(a.text.contains("nightfall."), "{name}: {}", a.text);
        assert!(a.text.ends_with("who swam to a lifeboat.") || name == "columns.pdf", "{name}: {}", a.text);
    }
    for foreign in ["not this", "cell", "amp-img", "The harbour\n", "unsubscribe", "Times;", "WARC"] {
        assert!(!a.text.contains(foreign), "{name}: {}", a.text);
    }
}

#[test]
fn an_article_in_each_format() {
    check("text.txt", ("The Gull", "Ferry sinks off Oban", "2024-06-25T00:00:00", ""));
    check("markdown.md", ("Harbour Post", "Ferry sinks in fog", "2024-06-25T18:00:00", ""));
    check("object.json", ("Sound Radio", "Ferry lost near Oban", "2024-06-25T00:00:00", ""));
    check("linked.jsonld", ("Clyde Courier", "Sinking off Oban", "2024-06-25T00:00:00", ""));
    check(
        "ninjs-1.json",
        ("Islands News Agency", "Ferry sinks near Oban", "2024-06-25T19:00:00", "Ewan Reid"),
    );
    check("ninjs-3.json", ("Mull Monitor", "Ferry goes down off Oban", "2024-06-25T19:20:00", ""));
    check("page.html", ("Argyll Daily", "Oban ferry sinks", "2024-06-25T19:10:00", "Ann Bo"));
    check("amp.html", ("West Today", "Ferry sinks off the west coast", "2024-06-25T20:00:00", ""));
    check("live.html", ("Live Desk", "First reports", "2024-06-25T17:05:00", ""));
    check("newsml.xml", ("North Wire", "Ferry founders off Oban", "2024-06-25T17:30:00", "Kirsty Hume"));
    check("nitf.xml", ("Lorn Herald", "Ferry accident off Oban", "2024-06-25T19:15:00", "Mairi Shaw"));
    check("feed.rss", ("Firth Times", "Ferry sinks; toll at 14", "2024-06-25T19:00:00", ""));
    check("atom.xml", ("Skye Mail", "Oban ferry lost", "2024-06-25T19:00:00", "Una Kerr"));
    check("json-feed.json", ("Jura Journal", "Ferry sinks in the sound", "2024-06-25T19:05:00", ""));
    check("mail.eml", ("Tirée Bulletin", "Ferry sinks off Oban", "2024-06-25T20:15:00", ""));
    check("saved.mhtml", ("Coll Chronicle", "Ferry sinks off Oban harbour", "2024-06-25T21:00:00", ""));
    check("archive.warc", ("Bute Bugle", "Ferry", "2024-06-25T22:00:00", ""));
    check("packed.warc.gz", ("Arran Argus", "Ferry", "2024-06-25T22:00:00", ""));
    check("packed.txt.gz", ("Kerrera Post", "Ferry sinks in the west", "2024-06-25T00:00:00", ""));
    check("packed.zip", ("Lismore Leader", "Ferry sinks by the island", "2024-06-25T00:00:00", ""));
    check("word.docx", ("Iona Independent", "Ferry sinks: what we know", "2024-06-25T00:00:00", "Calum Orr"));
    check("open.odt", ("Ulva Observer", "Ferry sinks in the Firth", "2024-06-25T00:00:00", ""));
    check("rich.rtf", ("Eigg Echo", "Ferry sinks off Lorn", "2024-06-25T00:00:00", ""));
    check(
        "columns.pdf",
        ("Rum Record", "Ferry sinks off the isle of Rum", "2024-06-25T00:00:00", "Rory Bain"),
    );
}

/// A folder with one article in each format gives them all.
#[test]
fn a_folder_of_every_format() {
    let story = story("story");
    assert_eq!(story.articles.len(), 25);
    assert_eq!(story.aside.len(), 1, "{:?}", story.aside);
    assert!(story.aside[0].problem.article.ends_with("packed.zip (ferry/map.png)"));
    assert_eq!(story.problems.len(), 1, "{:?}", story.problems);
    assert!(story.problems[0].message.contains("a summary, not the text"));
    let extensions: Vec<&str> = READERS.iter().flat_map(|r| r.extensions).copied().collect();
    for article in &story.articles {
        let path = article.path.as_ref().map(|p| p.to_string_lossy().into_owned()).unwrap_or("x.txt".into());
        assert!(extensions.iter().any(|e| path.ends_with(e)), "{path}");
    }
}

/// A file that is named and cannot be read is one problem that says why.
#[test]
fn faults() {
    for (name, reason) in [
        ("bare.jsonld", "its JSON-LD has no article"),
        ("bodiless.json", "it has no body"),
        ("picture.json", "of type `picture`"),
        ("broken.nitf", "its XML is broken"),
        ("hollow.nitf", "is empty"),
        ("config.xml", "its root element is `config`"),
        ("remote.xml", "its content is not in the file"),
        ("broken.odt", "its XML is broken"),
        ("broken.rss", "no feed that can be read"),
        ("hollow.atom", "is empty"),
        ("cut.docx", "the archive cannot be opened"),
        ("empty.docx", "is empty"),
        ("hollow.docx", "is empty"),
        ("cut.gz", "incomplete deflate stream"),
        ("cut.pdf", "breaks off before its end"),
        ("scan.pdf", "no text layer"),
        ("cut.warc", "breaks off in the middle of a record"),
        ("lengthless.warc", "a record has no length"),
        ("requests.warc", "holds no web page"),
        ("hollow.eml", "is empty"),
        ("no.eml", "no e-mail message"),
        ("hollow.mhtml", "no article text was found"),
        ("hollow.rtf", "is empty"),
        ("hollow.zip", "is empty"),
        ("pictures.zip", "nothing in it could be read"),
    ] {
        let story = story(&format!("faults/{name}"));
        assert_eq!((story.articles.len(), story.unread), (0, 1), "{name}: {:?}", story.problems);
        let problem = &story.problems[0];
        assert!(problem.message.contains(reason), "{name}: {problem:?}");
        assert!(problem.article.ends_with(name), "{name}: {problem:?}");
    }
}

/// What a publisher has withdrawn is left out, and that is no error of whoever names the file.
#[test]
fn withdrawn() {
    for (name, reason) in [
        ("canceled.json", "marked it `canceled`"),
        ("withheld.xml", "marked it `withheld`"),
        ("killed.nitf", "marked it `canceled`"),
        ("summaries.rss", "a summary, not the text"),
    ] {
        let story = story(&format!("faults/{name}"));
        assert_eq!((story.articles.len(), story.unread), (0, 0), "{name}: {:?}", story.problems);
        assert!(story.problems[0].message.contains(reason), "{name}: {:?}", story.problems);
    }
}

#[test]
fn what_a_file_is_can_be_surer_than_its_name() {
    let rich = story("faults/rtf-named.txt");
    assert_eq!(rich.articles[0].outlet, "Eigg Echo");
    let cut = story("faults/cut.rtf");
    assert!(cut.problems[0].message.contains("its last group is not closed"), "{:?}", cut.problems);
}

/// Of the versions of one item the latest stands, in whatever order they come.
#[test]
fn a_later_version_supersedes() {
    let item = |version: u32, toll: u32| {
        format!(
            r#"{{"uri": "urn:x:1", "version": "{version}", "type": "text", "headline": "H{version}", "versioncreated": "2024-06-25T10:00:00Z", "body_text": "{toll} people died."}}"#
        )
    };
    for order in [[1, 2, 10], [10, 1, 2], [2, 10, 1]] {
        let lines: Vec<String> = order.iter().map(|v| item(*v, 20 + v)).collect();
        let story = read::bytes("a.jsonl", lines.join("\n").as_bytes(), None);
        let texts: Vec<&str> = story.articles.iter().map(|a| a.text.as_str()).collect();
        assert_eq!((texts, story.unread), (vec!["30 people died."], 0), "{order:?}: {:?}", story.problems);
        assert!(
            story.problems.iter().all(|p| p.message.contains("superseded by version")),
            "{:?}",
            story.problems
        );
    }
}

#[test]
fn linked_data_in_its_variants() {
    let read = |data: &str| {
        let page = format!(
            "<html><head><script type=\"application/ld+json\">{data}</script></head><body></body></html>"
        );
        read::bytes("a.html", page.as_bytes(), None)
    };
    for data in [
        r#"{"@type": "NewsArticle", "articleBody": "Two people died."}"#,
        r#"{"@type": "NewsArticle", "articleBody": {"@value": "<p>Two people died.</p>"}}"#,
        r#"{"@type": "NewsArticle", "articleBody": ["Two people died."]}"#,
        r#"[{"@type": "NewsArticle"}, {"@type": "NewsArticle", "articleBody": [{"text": "Two people died."}]}]"#,
        r#"{"@graph": {"@type": ["Article"], "articleBody": "Two people died."}}"#,
        "{\"@type\": \"NewsArticle\", \"articleBody\": \"Two people\ndied.\"}",
    ] {
        let story = read(data);
        assert_eq!(
            story.articles.first().map(|a| a.text.as_str()),
            Some("Two people died."),
            "{data}: {:?}",
            story.problems
        );
    }
    for data in [r#"{"@type": "NewsArticle"}"#, r#"{"@type": "NewsArticle", "articleBody": 7}"#, "{"] {
        assert!(read(data).problems[0].message.contains("no article text"), "{data}");
    }
    let corrected = read(
        r#"{"@type": "NewsArticle", "articleBody": "Two died.", "correction": [{"@type": "CorrectionComment", "text": "It was 14, not 41."}], "sourceOrganization": {"name": "The Associated Press"}}"#,
    );
    let correction = &corrected.articles[0].corrections[0];
    assert_eq!(
        (correction.was.as_deref(), correction.now.as_deref(), &correction.at),
        (Some("41"), Some("14"), &None)
    );
    assert_eq!(corrected.articles[0].agency.as_deref(), Some("AP"));
}

/// Pages that cost a parser time by the square of their size are refused at once.
#[test]
fn hostile_pages() {
    let deep = format!("<html><body>{}Two people died.", "<div>".repeat(12_000));
    let wide = format!("<html><body><p {}>Two", (0..80_000).map(|n| format!("a{n}=1 ")).collect::<String>());
    for (page, reason) in [(deep, "levels deep"), (wide, "attributes")] {
        let story = read::bytes("a.html", page.as_bytes(), None);
        assert!(story.problems[0].message.contains(reason), "{:?}", story.problems);
    }
    let ticks = format!("# T\n\n{} a", "`".repeat(500_000));
    let _ = read::bytes("a.md", ticks.as_bytes(), None);
}

/// Every file of the fixtures, to be spoilt.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(fixture("story")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let name = |p: &Path| p.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|p| (name(p), std::fs::read(p).unwrap())).collect()
}

fn is_sound(story: &Story) {
    for article in &story.articles {
        assert!(article.text.chars().any(char::is_alphanumeric));
        for at in article.corrections.iter().filter_map(|c| c.at.clone()) {
            assert!(
                article.text.get(at.start as usize..at.end as usize).is_some(),
                "{:?}",
                article.corrections
            );
        }
    }
    assert!(story.articles.len() + story.problems.len() + story.aside.len() > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever happened to a file, its reader says something, and does not fall over.
    #[test]
    fn spoilt_files(which in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>(), whole in any::<bool>()) {
        let samples = samples();
        let (name, bytes) = which.get(&samples);
        let mut bytes = bytes.clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        if !whole {
            bytes.truncate(cut.index(bytes.len()).max(1));
        }
        is_sound(&read::bytes(name, &bytes, None));
    }

    /// Nor does it whatever bytes it is given as its own.
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 1..400), which in any::<prop::sample::Index>()) {
        let reader = which.get(READERS);
        is_sound(&read::bytes("a", &bytes, Some(reader.format)));
    }

    /// A text comes through every format that can be written by hand.
    #[test]
    fn texts_round_trip(words in prop::collection::vec("[A-Za-z0-9éß“”][a-zé0-9“”’,]{0,8}", 1..30)) {
        // Punctuation alone is no article.
        let text = format!("Ships {}", words.join(" "));
        let json = serde_json::json!({"text": text}).to_string();
        let ninjs = serde_json::json!({"uri": "x", "versioncreated": "", "body_xhtml": format!("<p>{text}</p>")}).to_string();
        let nitf = format!("<nitf><body><body.content><p>{text}</p></body.content></body></nitf>");
        let g2 = format!("<newsItem><contentSet><inlineXML><html><body><p>{text}</p></body></html></inlineXML></contentSet></newsItem>");
        let rtf: String = text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", c as u32) }).collect();
        let rss = format!("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>T</title><link>https://x.example</link><description>d</description><item><guid>1</guid><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item></channel></rss>");
        let mail = format!("Subject: S\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");
        for (format, file) in [
            (Format::Text, text.clone()),
            (Format::Json, json),
            (Format::Json, ninjs),
            (Format::Nitf, nitf),
            (Format::NewsMl, g2),
            (Format::Rtf, format!("{{\\rtf1\\ansi {rtf}\\par}}")),
            (Format::Feed, rss),
            (Format::Mail, mail),
        ] {
            let story = read::bytes("a", file.as_bytes(), Some(format));
            prop_assert_eq!(story.articles.first().map(|a| a.text.as_str()), Some(text.as_str()), "{:?}: {:?}", format, story.problems);
        }
    }
}
