//! A web page → article: readability picks the text, the page's JSON-LD and meta tags give the rest.

use dom_smoothie::{Config, Readability, TextMode};

use super::draft::Draft;
use super::error::Fault;

/// Pages with more elements than this are not articles; the limit keeps a hostile page from taking minutes.
const MAX_ELEMENTS: usize = 50_000;

pub(super) fn parse(page: &str) -> Result<Draft, Fault> {
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let mut readability = Readability::new(page, None, Some(config)).map_err(Fault::not_an_article)?;
    let article = readability
        .parse()
        .map_err(|e| Fault::not_an_article(format!("no article text was found in the page ({e})")))?;
    Ok(Draft {
        outlet: article.site_name.unwrap_or_default(),
        title: article.title,
        published: article.published_time.unwrap_or_default(),
        updated: article.modified_time.unwrap_or_default(),
        url: article.url.unwrap_or_default(),
        byline: article.byline.unwrap_or_default(),
        language: article.lang.unwrap_or_default(),
        text: article.text_content.trim().to_owned(),
        ..Draft::default()
    })
}
