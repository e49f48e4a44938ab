//! What a format's reader found, before it is checked: the metadata's own words and the text.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::error::Fault;
use super::stamp;
use crate::model::{Article, Stamp};

/// An article in the file's own words; what is missing is empty.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) outlet: String,
    pub(super) title: String,
    pub(super) published: String,
    pub(super) updated: String,
    pub(super) url: String,
    pub(super) byline: String,
    pub(super) agency: String,
    pub(super) language: String,
    pub(super) text: String,
}

impl Draft {
    /// Takes the metadata from an object's fields, by gainsay's own names or, failing those, by common other ones.
    pub(super) fn from_object(object: &Map<String, Value>) -> Draft {
        let field =
            |names: &[&str]| names.iter().filter_map(|n| words(object.get(*n)?)).next().unwrap_or_default();
        Draft {
            id: field(&["id"]),
            outlet: field(&["outlet", "source", "publisher", "site"]),
            title: field(&["title", "headline"]),
            published: field(&["published", "date", "datePublished", "published_at"]),
            updated: field(&["updated", "dateModified", "updated_at"]),
            url: field(&["url", "link"]),
            byline: field(&["byline", "author", "authors"]),
            agency: field(&["agency"]),
            language: field(&["language", "lang"]),
            text: field(&["text", "body", "articleBody"]),
        }
    }

    /// The article, and doubts about its metadata. `stem` is its id where it names none.
    pub(super) fn finish(self, stem: String, path: Option<PathBuf>) -> Result<(Article, Vec<String>), Fault> {
        if self.text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        let mut doubts = Vec::new();
        let mut stamp = |words: &str| read_stamp(words, &mut doubts);
        let (published, updated) = (stamp(&self.published), stamp(&self.updated));
        let article = Article {
            id: if self.id.is_empty() { stem } else { self.id },
            outlet: self.outlet,
            title: self.title,
            published,
            updated,
            url: some(self.url),
            byline: some(self.byline),
            agency: some(self.agency),
            language: some(self.language),
            text: self.text,
            path,
        };
        Ok((article, doubts))
    }
}

fn read_stamp(words: &str, doubts: &mut Vec<String>) -> Option<Stamp> {
    let stamp = stamp::parse(words);
    if stamp.is_none() && !words.trim().is_empty() {
        doubts.push(format!(
            "`{words}` is no date that can be read; write it as 2024-06-25 or 2024-06-25T14:00"
        ));
    }
    stamp
}

fn some(words: String) -> Option<String> {
    (!words.is_empty()).then_some(words)
}

/// A field's value in words: text, a number, a list of them, or an object's `name`; `None` when there is nothing in it.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(s) => some(s.clone()),
        Value::Number(n) => Some(n.to_string()),
        Value::Array(list) => some(list.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
        Value::Object(object) => words(object.get("name")?),
        Value::Null | Value::Bool(_) => None,
    }
}
