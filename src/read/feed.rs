//! RSS, Atom and JSON Feed → articles: every entry that carries its text is one.

use feed_rs::model::{Entry, Feed};

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::item::{Item, Place};
use super::{fragment, xml};

/// A summary of so many characters may be the text itself: many feeds have no other place for it.
const LONG: usize = 700;

pub(super) fn is(head: &Head<'_>) -> bool {
    matches!(xml::root(head), "rss" | "feed" | "rdf")
        || (head.text.starts_with('{') && head.text.contains("jsonfeed.org/version"))
}

pub(super) fn read(bytes: &[u8]) -> Vec<Item> {
    let feed = match feed_rs::parser::parse(bytes) {
        Ok(feed) => feed,
        Err(error) => {
            return Item::whole(Err(Fault::NotAnArticle(format!("it is no feed that can be read: {error}"))));
        }
    };
    if feed.entries.is_empty() {
        return Item::whole(Err(Fault::Empty));
    }
    let item =
        |(number, entry): (usize, &Entry)| Item { place: Place::Article(number), draft: draft(&feed, entry) };
    (1usize..).zip(&feed.entries).map(item).collect()
}

fn draft(feed: &Feed, entry: &Entry) -> Result<Draft, Fault> {
    let content = entry.content.as_ref().and_then(|c| c.body.as_deref()).map(fragment::text_or_html);
    let summary = entry.summary.as_ref().map(|s| fragment::text_or_html(&s.content));
    let text = match (content.filter(|t| !t.is_empty()), summary) {
        (Some(text), _) => text,
        (None, Some(summary)) if summary.chars().count() >= LONG && summary.contains("\n\n") => summary,
        (None, _) => return Err(Fault::SummaryOnly),
    };
    let names = |people: &[feed_rs::model::Person]| {
        people.iter().filter_map(|p| p.name.clone()).collect::<Vec<_>>().join(", ")
    };
    let words = |text: &Option<feed_rs::model::Text>| {
        text.as_ref().map(|t| fragment::text_or_html(&t.content)).unwrap_or_default()
    };
    let stamp = |time: Option<String>| time.unwrap_or_default();
    Ok(Draft {
        outlet: words(&feed.title),
        title: words(&entry.title),
        published: stamp(entry.published.or(entry.updated).map(|t| t.to_rfc3339())),
        updated: stamp(entry.updated.filter(|_| entry.published.is_some()).map(|t| t.to_rfc3339())),
        url: entry.links.first().map(|l| l.href.clone()).unwrap_or_default(),
        byline: names(&entry.authors),
        language: entry.language.clone().or_else(|| feed.language.clone()).unwrap_or_default(),
        guid: entry.id.clone(),
        version: stamp(entry.updated.map(|t| t.to_rfc3339())),
        text,
        ..Draft::default()
    })
}
