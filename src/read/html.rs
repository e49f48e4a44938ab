//! A web page → article: readability picks the text, the page's JSON-LD and meta tags give the rest.

use dom_smoothie::{Config, Readability, TextMode};

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::jsonld;

/// Pages with more elements than this are not articles; the limit keeps a hostile page from taking minutes.
const MAX_ELEMENTS: usize = 50_000;

/// Returns whether a file begins as a web page.
pub(super) fn is(head: &Head<'_>) -> bool {
    ["<!doctype html", "<html"].iter().any(|p| head.text.starts_with(p))
}

pub(super) fn read(page: &str) -> Vec<Item> {
    Item::whole(parse(page))
}

fn parse(page: &str) -> Result<Draft, Fault> {
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(Fault::not_an_article)?;
    let linked = linked_data(&readability);
    let article = readability
        .parse()
        .map_err(|e| Fault::not_an_article(format!("no article text was found in the page ({e})")))?;
    Ok(Draft {
        outlet: article.site_name.unwrap_or(linked.outlet),
        title: article.title,
        published: article.published_time.unwrap_or(linked.published),
        updated: article.modified_time.unwrap_or(linked.updated),
        url: article.url.unwrap_or(linked.url),
        byline: article.byline.unwrap_or(linked.byline),
        language: article.lang.unwrap_or(linked.language),
        text: article.text_content.trim().to_owned(),
        ..Draft::default()
    })
}

/// What the page's JSON-LD says of the article; to be taken before readability clears the scripts away.
fn linked_data(readability: &Readability) -> Draft {
    let scripts = readability.doc.select("script[type='application/ld+json']");
    let texts: Vec<String> = scripts.iter().map(|s| s.text().to_string()).collect();
    jsonld::parse(texts.iter().map(String::as_str))
}
