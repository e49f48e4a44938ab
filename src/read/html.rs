//! A web page → article: readability picks the text, the page's JSON-LD and meta tags give the rest. A live blog's page
//! is as many articles as it has entries.

use dom_smoothie::{Article, Config, Readability, TextMode};

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::guard;
use super::item::Item;
use super::jsonld::{self, Linked};

/// Pages with more elements than this are not articles; the limit keeps a hostile page from taking minutes.
const MAX_ELEMENTS: usize = 50_000;

/// Returns whether a file begins as a web page.
pub(super) fn is(head: &Head<'_>) -> bool {
    ["<!doctype html", "<html"].iter().any(|p| head.text.starts_with(p))
}

pub(super) fn read(page: &str) -> Vec<Item> {
    match parse(page) {
        Ok((linked, _)) if !linked.entries.is_empty() => {
            Item::several(linked.entries.into_iter().map(Ok).collect())
        }
        Ok((linked, picked)) => Item::whole(join(linked.article, picked)),
        Err(fault) => Item::whole(Err(fault)),
    }
}

fn parse(page: &str) -> Result<(Linked, Result<Article, Fault>), Fault> {
    guard::check(page)?;
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(Fault::not_an_article)?;
    let linked = linked_data(&readability);
    let none = |e| Fault::not_an_article(format!("no article text was found in the page ({e})"));
    Ok((linked, readability.parse().map_err(none)))
}

/// What the page shows, with what its JSON-LD knows; the text is the page's own where readability finds one.
fn join(linked: Draft, picked: Result<Article, Fault>) -> Result<Draft, Fault> {
    let article = match picked {
        Ok(article) => article,
        Err(_) if !linked.text.is_empty() => return Ok(linked),
        Err(fault) => return Err(fault),
    };
    Ok(Draft {
        outlet: article.site_name.unwrap_or(linked.outlet),
        title: article.title,
        published: article.published_time.unwrap_or(linked.published),
        updated: article.modified_time.unwrap_or(linked.updated),
        url: article.url.unwrap_or(linked.url),
        byline: article.byline.unwrap_or(linked.byline),
        agency: linked.agency,
        language: article.lang.unwrap_or(linked.language),
        text: article.text_content.trim().to_owned(),
        corrections: linked.corrections,
        ..Draft::default()
    })
}

/// What the page's JSON-LD says of the article; to be taken before readability clears the scripts away.
fn linked_data(readability: &Readability) -> Linked {
    let scripts = readability.doc.select("script[type='application/ld+json']");
    let texts: Vec<String> = scripts.iter().map(|s| s.text().to_string()).collect();
    jsonld::parse(texts.iter().map(String::as_str))
}
