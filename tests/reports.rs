//! One fixed analysis in every format.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail the test")]

mod common;

use std::collections::BTreeSet;

use gainsay::model::{Bound, ClaimId, Comparator, Interval, Quantity, Unit, Unmatched, Value};
use gainsay::report::{Format, Options, fingerprint, write};
use rust_decimal::Decimal;

fn report(format: Format, all: bool, width: usize) -> String {
    let mut out = Vec::new();
    write(&common::analysis(), format, &Options { all, width, known: &known(), why: false }, &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

/// The update is known from before.
fn known() -> BTreeSet<String> {
    BTreeSet::from([fingerprint(&common::analysis().findings[2])])
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn text() {
    insta::assert_snapshot!("text", plain(&report(Format::Text, false, 80)));
    insta::assert_snapshot!("text_all_wide", plain(&report(Format::Text, true, 110)));
}

#[test]
fn text_fits_its_width_and_has_no_escapes_but_its_own() {
    for width in [80, 100] {
        let text = plain(&report(Format::Text, true, width));
        let widest = text.lines().map(|l| l.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} of {width}");
        assert!(!text.contains('\u{1b}') && !text.lines().any(|l| l.ends_with(' ')), "{text}");
    }
}

#[test]
fn json() {
    insta::assert_snapshot!("json", report(Format::Json, false, 80));
}

#[test]
fn jsonl() {
    let lines = report(Format::Jsonl, false, 80);
    insta::assert_snapshot!("jsonl", lines);
    let whole: serde_json::Value = serde_json::from_str(&report(Format::Json, false, 80)).unwrap();
    let findings: Vec<serde_json::Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(whole["findings"].as_array(), Some(&findings));
}

#[test]
fn markdown() {
    insta::assert_snapshot!("markdown", report(Format::Markdown, true, 80));
}

#[test]
fn csv() {
    let text = report(Format::Csv, false, 80);
    insta::assert_snapshot!("csv", text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let positions: usize = common::analysis().findings.iter().map(|f| f.positions.len()).sum();
    assert_eq!(reader.records().map(Result::unwrap).count(), positions);
}

#[test]
fn html() {
    let page = report(Format::Html, false, 80);
    insta::assert_snapshot!("html", page);
    // No text of an article is markup, and every link within the page leads somewhere.
    assert!(page.contains("&lt;by hand&gt; &amp; named") && !page.contains("<by hand>"));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice in {ids:?}");
    let mut links = page.split("href=\"#").skip(1).filter_map(|s| s.split('"').next());
    assert!(links.all(|l| ids.contains(&l)), "{ids:?}");
    // Nothing is loaded from elsewhere.
    assert!(!page.contains(" src=") && !page.contains("<link") && !page.contains("@import"));
}

#[test]
fn what_was_not_compared_is_listed_by_article() {
    let mut analysis = common::analysis();
    // A claim that a finding holds, too, has one place in the text.
    let lone = |claim, reason: &str| Unmatched { claim, reason: reason.to_owned() };
    let last = analysis.findings[0].positions[1].claims[0];
    analysis.unmatched = vec![lone(ClaimId(0), "no *counterpart*"), lone(last, "no counterpart")];
    let report = |format| {
        let mut out = Vec::new();
        let options = Options { all: false, width: 80, known: &BTreeSet::new(), why: false };
        write(&analysis, format, &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    for (format, lines) in [
        (Format::Text, ["not compared in Harbour Post, \"Est. 1801\":", "  date: “1974” – no *counterpart*"]),
        (
            Format::Markdown,
            ["## Not compared in Harbour Post, \"Est. 1801\"", "- date: “1974” – no \\*counterpart\\*"],
        ),
    ] {
        let text = plain(&report(format));
        assert!(lines.iter().all(|line| text.lines().any(|l| l == *line)), "{text}");
    }
    let page = report(Format::Html);
    assert!(page.contains("<h2>2 not compared</h2>"), "{page}");
    assert!(
        page.contains("<a href=\"#c0\">“1974”</a> <span class=\"aside\">no *counterpart*</span>"),
        "{page}"
    );
    assert_eq!(page.matches("id=\"c0\"").count(), 1);
}

#[test]
fn the_pages_policy_names_its_own_blocks() {
    use base64::Engine;
    use sha2::Digest;
    let page = report(Format::Html, false, 80);
    for (block, directive) in [("style", "style-src"), ("script", "script-src")] {
        let start = page.find(&format!("<{block}>")).unwrap() + block.len() + 2;
        let inner = &page[start..page.find(&format!("</{block}>")).unwrap()];
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(inner.as_bytes()));
        assert!(page.contains(&format!("{directive} 'sha256-{hash}'")), "{block}");
    }
}

#[test]
fn sarif() {
    let text = report(Format::Sarif, false, 80);
    insta::assert_snapshot!("sarif", text);
    let sarif: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let results = sarif.runs[0].results.as_ref().unwrap();
    assert_eq!(results.len(), 4, "what is agreed is no result");
    // A region is the quote by code points.
    let region = results[1].locations.as_ref().unwrap()[0]
        .physical_location
        .as_ref()
        .unwrap()
        .region
        .as_ref()
        .unwrap();
    let chars = common::analysis().articles[0].text.clone();
    let at = |n: Option<i64>| usize::try_from(n.unwrap()).unwrap();
    let quoted: String = chars.chars().skip(at(region.char_offset)).take(at(region.char_length)).collect();
    assert_eq!(quoted, "a dull, grinding noise");
}

#[test]
fn dot() {
    insta::assert_snapshot!("dot", report(Format::Dot, false, 80));
}

#[test]
fn graphml() {
    insta::assert_snapshot!("graphml", report(Format::Graphml, false, 80));
}

#[test]
fn svg() {
    let picture = report(Format::Svg, false, 80);
    insta::assert_snapshot!("svg", picture);
    assert!(
        picture.starts_with("<svg") && !picture.contains("style=") && picture.contains("The Gull (late)")
    );
}

#[test]
fn expected() {
    insta::assert_snapshot!("expected", gainsay::report::expected(&common::analysis()).unwrap());
}

#[test]
fn json_quotes_are_the_bytes_of_their_spans() {
    let analysis = common::analysis();
    let json: serde_json::Value = serde_json::from_str(&report(Format::Json, false, 80)).unwrap();
    let mut seen = 0;
    for finding in json["findings"].as_array().unwrap() {
        for claim in
            finding["positions"].as_array().unwrap().iter().flat_map(|p| p["claims"].as_array().unwrap())
        {
            let article =
                analysis.articles.iter().find(|a| a.id == claim["article"].as_str().unwrap()).unwrap();
            let at = |key: &str| claim[key].as_u64().unwrap() as usize;
            assert_eq!(&article.text[at("start")..at("end")], claim["quote"].as_str().unwrap());
            let [position, quote] = [&claim["selector"][0], &claim["selector"][1]];
            let (start, end) =
                (position["start"].as_u64().unwrap() as usize, position["end"].as_u64().unwrap() as usize);
            let by_points: String = article.text.chars().skip(start).take(end - start).collect();
            assert_eq!(Some(by_points.as_str()), claim["quote"].as_str());
            let around = ["prefix", "exact", "suffix"].map(|k| quote[k].as_str().unwrap()).concat();
            assert!(article.text.contains(&around), "{around}");
            seen += 1;
        }
    }
    assert_eq!(seen, 13);
}

/// The fixed analysis with other values for the toll: by outlet and, with its two times, by time.
fn pictures(values: [Value; 3]) -> Vec<String> {
    let mut analysis = common::analysis();
    let toll = analysis.findings[2].clone();
    let ids: Vec<usize> = toll.positions.iter().flat_map(|p| &p.claims).map(|c| c.0 as usize).collect();
    for (id, value) in ids.into_iter().zip(values) {
        analysis.graph.claims[id].value = value;
    }
    analysis.findings = vec![toll];
    let mut out = Vec::new();
    write(&analysis, Format::Html, &Options { all: false, width: 80, known: &known(), why: false }, &mut out)
        .unwrap();
    let page = String::from_utf8(out).unwrap();
    let charts = page.split("<figure class=\"chart\">").skip(1);
    charts.map(|c| c.split("</figure>").next().unwrap().to_owned()).collect()
}

fn quantity(lower: Bound, upper: Bound, unit: Unit) -> Value {
    Value::Quantity(Quantity {
        interval: Interval::new(lower, upper),
        nominal: lower.value().or(upper.value()),
        comparator: Comparator::Exact,
        approx: false,
        unit,
        step: Decimal::ONE,
        against: None,
    })
}

#[test]
fn disagreements_are_drawn_where_they_lie_on_one_axis() {
    let exact = |n: i64| quantity(Bound::Closed(n.into()), Bound::Closed(n.into()), Unit::None);
    let more_than = |n: i64| quantity(Bound::Open(n.into()), Bound::Unbounded, Unit::None);
    let charts = pictures([exact(14), exact(14), more_than(17)]);
    let titles: Vec<&str> =
        charts.iter().filter_map(|c| c.split(['>', '<']).find(|w| w.starts_with("The answers"))).collect();
    assert_eq!(titles, ["The answers by outlet", "The answers by time of publication"]);
    // Filled dots for what is closed, a hollow one for what is open, none where there is no end.
    let dots = |fill: &str| charts[0].matches(&format!("fill=\"{fill}\" stroke=\"none\"")).count();
    assert_eq!((dots("#1F77C8"), dots("#FFFFFF"), charts[0].matches("<circle").count()), (4, 1, 10));
    for none in [
        // One value is no picture.
        [exact(14), exact(14), exact(14)],
        // Votes and dollars lie on no axis with counts, words on none at all.
        [exact(14), exact(14), quantity(Bound::Closed(17.into()), Bound::Closed(17.into()), Unit::Vote)],
        [exact(14), exact(14), quantity(Bound::Closed(17.into()), Bound::Closed(17.into()), Unit::Percent)],
        [exact(14), exact(14), Value::Words("seventeen".into())],
    ] {
        assert_eq!(pictures(none.clone()), [""; 0], "{none:?}");
    }
}

#[test]
fn why_shows_what_linked_the_claims() {
    let print = |format, why| {
        let mut out = Vec::new();
        let options = Options { all: true, width: 200, known: &known(), why };
        write(&common::analysis(), format, &options, &mut out).unwrap();
        anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
    };
    let line = "~ “1974” (Harbour Post, \"Est. 1801\") and “1979” (The Gull (late)), 75 %, linked because: same head noun +1.5, \
                same predicate +0.5";
    assert!(print(Format::Text, true).contains(line), "{}", print(Format::Text, true));
    assert!(!print(Format::Text, false).contains("linked because"));
    let report: serde_json::Value = serde_json::from_str(&print(Format::Json, true)).unwrap();
    let link = &report["findings"][0]["why"][0];
    assert_eq!(link["claims"][0]["quote"], "1974");
    assert_eq!(link["probability"], 0.75);
    assert_eq!(link["reasons"][0], serde_json::json!({"feature": "same head noun", "share": 1.5}));
    assert!(!print(Format::Json, false).contains("\"why\""));
    assert!(print(Format::Jsonl, true).contains("\"why\""));
}
