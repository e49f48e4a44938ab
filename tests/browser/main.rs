//! The page in a browser: it opens, filters, jumps, complains of nothing, and can be used without a mouse or sight.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "helpers of tests may fail the test"
)]

mod chromium;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chromium::Chromium;
use gainsay::model::{Article, Verdict};
use gainsay::report::{Format, Options, write};
use gainsay::{Config, analyse_story, read};
use serde_json::{Value, json};

const AXE: &str = include_str!("../vendor/axe-core/axe.min.js");

/// Writes the page of a story; gives its file.
fn page(name: &str, articles: Vec<Article>) -> PathBuf {
    let analysis = analyse_story(articles, Vec::new(), &Config::default());
    let known = BTreeSet::new();
    let mut bytes = Vec::new();
    write(&analysis, Format::Html, &Options { all: false, width: 80, known: &known, why: false }, &mut bytes)
        .unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    fs::write(&path, bytes).unwrap();
    path
}

fn story(name: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    read::story(&[folder], &mut std::io::empty()).articles
}

fn count(browser: &mut Chromium, selector: &str) -> u64 {
    browser.evaluate(&format!("document.querySelectorAll({selector:?}).length")).as_u64().unwrap()
}

/// The verdicts of the findings to be seen.
fn seen(browser: &mut Chromium) -> BTreeSet<String> {
    let list = browser
        .evaluate("[...document.querySelectorAll('.finding:not([hidden])')].map(f => f.dataset.verdict)");
    serde_json::from_value(list).unwrap()
}

/// What axe-core objects to, as "rule: the element".
fn violations(browser: &mut Chromium) -> Vec<String> {
    browser.evaluate(&format!("{AXE}; 1"));
    let found = browser.evaluate(
        "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary)))",
    );
    serde_json::from_value(found).unwrap()
}

#[test]
fn opens_filters_and_jumps() {
    let Some(mut browser) = Chromium::start("use") else { return };
    let browser = &mut browser;
    browser.open(&page("smuggling", story("smuggling-network")));
    assert_eq!(browser.complaints(), [""; 0]);
    browser.screenshot("page-light");
    filters(browser);
    browser.open(&page("smuggling", story("smuggling-network")));
    side_by_side(browser);
    links(browser);
    assert_eq!(browser.complaints(), [""; 0]);
}

fn filters(browser: &mut Chromium) {
    let all = count(browser, ".finding");
    assert!(seen(browser).contains(Verdict::Conflict.as_str()));
    browser.click("input[value=conflict]");
    assert!(!seen(browser).contains("conflict") && !seen(browser).is_empty());
    let shown = browser.evaluate("document.getElementById('shown').textContent");
    let left = count(browser, ".finding:not([hidden])");
    assert_eq!(shown, json!(format!("{left} of {all} questions")));
    browser.click("input[value=conflict]");
    assert_eq!(count(browser, ".finding:not([hidden])"), all);
    let choose = |name: &str, value: &str| {
        format!(
            "{{ const f = document.querySelector('[name={name}]'); f.value = {value:?}; \
             f.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
        )
    };
    browser.evaluate(&choose("kind", "count"));
    assert_eq!(count(browser, ".finding:not([hidden]):not([data-kind=count])"), 0);
    assert!(count(browser, ".finding:not([hidden])") > 0);
    browser.evaluate(&choose("kind", ""));
    browser.evaluate(&choose("outlet", "3"));
    let others = browser.evaluate(
        "[...document.querySelectorAll('.finding:not([hidden])')].filter(f => !f.dataset.outlets.split(' ').includes('3')).length",
    );
    assert_eq!(others, json!(0));
    browser.evaluate(&choose("outlet", ""));
    browser.evaluate(&choose("confidence", "100"));
    assert!(count(browser, ".finding:not([hidden])") < all);
    browser.evaluate(&choose("confidence", "0"));
    assert_eq!(count(browser, ".finding:not([hidden])"), all);
}

/// A click on an answer, or Enter, shows its passage and one of another answer; Escape leads back.
fn side_by_side(browser: &mut Chromium) {
    let first = ".finding[data-verdict=conflict] a.value";
    browser.click(first);
    check_open(browser, first);
    browser.screenshot("page-side-by-side");
    another_beside(browser);
    browser.press("Escape");
    assert_eq!(count(browser, "#reader.open"), 0);
    let focused = format!("document.activeElement === document.querySelector({first:?})");
    assert_eq!(browser.evaluate(&focused), json!(true));
    browser.press("Enter");
    check_open(browser, first);
    browser.click("#close");
    assert_eq!(count(browser, "#reader.open"), 0);
}

/// The reader chooses what stands beside the passage that was asked for.
fn another_beside(browser: &mut Chromium) {
    let right = "document.querySelector('.article.shown:not(.left)').id";
    let (before, left) =
        (browser.evaluate(right), browser.evaluate("document.querySelector('.article.left').id"));
    let choices = count(browser, "#beside option");
    assert!(choices >= 2, "{choices} answers of other outlets");
    browser.evaluate(
        "{ const s = document.querySelector('#beside select'); s.selectedIndex = s.selectedIndex ? 0 : s.length - 1; \
         s.dispatchEvent(new Event('change')); }",
    );
    assert_ne!(browser.evaluate(right), before);
    assert_eq!(browser.evaluate("document.querySelector('.article.left').id"), left);
    check_open(browser, ".finding[data-verdict=conflict] a.value");
}

fn check_open(browser: &mut Chromium, link: &str) {
    assert_eq!(count(browser, "#reader.open .article.shown"), 2);
    let shown = browser.evaluate(&format!(
        "(() => {{ const link = document.querySelector({link:?}); const marks = [...document.querySelectorAll('mark.here')]; \
         const inside = m => {{ const t = m.closest('.text-pane').getBoundingClientRect(), r = m.getBoundingClientRect(); \
           return r.top >= t.top && r.bottom <= t.bottom && r.height > 0; }}; \
         return [marks.length, marks.filter(inside).length, document.querySelector('.article.left').id, 'a' + link.dataset.article, \
           document.getElementById('asked').textContent.length > 5]; }})()"
    ));
    assert_eq!((&shown[0], &shown[1], &shown[4]), (&json!(2), &json!(2), &json!(true)), "{shown}");
    assert_eq!(shown[2], shown[3], "the article asked for stands on the left");
}

/// Links to articles open them.
fn links(browser: &mut Chromium) {
    browser.click("thead th a");
    assert_eq!(browser.evaluate("document.getElementById(location.hash.slice(1)).open"), json!(true));
    let broken = browser.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length",
    );
    assert_eq!(broken, json!(0));
}

#[test]
fn axe_has_nothing_to_object_to() {
    let Some(mut browser) = Chromium::start("axe") else { return };
    let browser = &mut browser;
    for name in ["commuter-train", "smuggling-network"] {
        let file = page(&format!("axe-{name}"), story(name));
        for scheme in ["light", "dark"] {
            browser.scheme(scheme);
            browser.open(&file);
            browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assert_eq!(violations(browser), [""; 0], "{name}, {scheme}");
            browser.click("a.value");
            assert_eq!(violations(browser), [""; 0], "{name}, {scheme}, side by side");
            browser.screenshot(&format!("page-{name}-{scheme}"));
        }
    }
}

#[test]
fn a_small_screen_needs_no_scrolling_sideways() {
    let Some(mut browser) = Chromium::start("small") else { return };
    browser.resize(390, 800);
    browser.open(&page("small", story("commuter-train")));
    browser.screenshot("page-small");
    let width = browser.evaluate("document.documentElement.scrollWidth").as_u64().unwrap();
    assert!(width <= 390, "{width}");
    assert_eq!(violations(&mut browser), [""; 0]);
}

#[test]
fn words_of_articles_never_run() {
    let Some(mut browser) = Chromium::start("hostile") else { return };
    let evil =
        "<script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\"> \"><svg onload=window.ran=3>";
    let article = |outlet: &str, dead: &str| Article {
        id: format!("{outlet}{evil}"),
        outlet: format!("{outlet} {evil}"),
        title: format!("Ferry sinks {evil}"),
        url: Some("javascript:window.ran=4".to_owned()),
        byline: Some(evil.to_owned()),
        text: format!(
            "{dead} people died when the ferry Morning Star sank off Oban on Tuesday {evil}, police said."
        ),
        ..Article::default()
    };
    browser.open(&page("hostile", vec![article("Gull", "Fourteen"), article("Post", "Twelve")]));
    assert!(count(&mut browser, ".finding") > 0);
    browser.click("a.value");
    assert_eq!(browser.evaluate("window.ran === undefined"), json!(true));
    assert_eq!(browser.complaints(), [""; 0]);
    assert_eq!(count(&mut browser, "img, script:not(body > script)"), 0);
}

/// The articles of all examples, twice over: fifty and more, on several stories and with many copies.
fn fifty() -> Vec<Article> {
    let examples = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap();
    let mut names: Vec<String> = examples
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|n| !n.contains('.'))
        .collect();
    names.sort();
    let mut articles = Vec::new();
    for (round, name) in (0..).flat_map(|round| names.iter().map(move |n| (round, n))) {
        for mut article in story(name) {
            article.id = format!("{round}-{name}-{}", article.id);
            article.outlet = format!("{} {round}", article.outlet);
            articles.push(article);
        }
        if articles.len() >= 50 {
            break;
        }
    }
    articles
}

#[test]
fn fifty_articles_open_and_print() {
    let articles = fifty();
    assert!(articles.len() >= 50);
    let file = page("fifty", articles);
    let size = fs::metadata(&file).unwrap().len();
    assert!(size < 5_000_000, "{size} bytes");
    let Some(mut browser) = Chromium::start("fifty") else { return };
    browser.open(&file);
    browser.screenshot("page-fifty");
    assert_eq!(browser.complaints(), [""; 0]);
    let pdf: Value = browser.call("Page.printToPDF", json!({}));
    assert!(pdf["data"].as_str().unwrap().len() > 10_000, "printing gives nothing");
}
