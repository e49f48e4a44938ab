//! What a format's reader found, before it is checked: the metadata's own words and the text.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::error::Fault;
use super::stamp::{self, Order, Reading};
use super::{agency, correction};
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
    /// The line of the file that the date stands in.
    pub(super) dated_in: Option<usize>,
    /// The publisher's own name for the article in all its versions.
    pub(super) guid: String,
    /// Which version it is; later ones are higher.
    pub(super) version: String,
    /// The publisher's notes of correction in the metadata.
    pub(super) corrections: Vec<String>,
    /// What an editor should know of it.
    pub(super) doubts: Vec<String>,
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
            ..Draft::default()
        }
    }

    /// The article, and doubts about its metadata. `stem` is its id where it names none.
    pub(super) fn finish(self, stem: String, path: Option<PathBuf>) -> Result<(Article, Vec<String>), Fault> {
        // A text says something: three dots or a row of dashes stand for one that is missing.
        if !self.text.chars().any(char::is_alphanumeric) {
            return Err(Fault::Empty);
        }
        let mut doubts = self.doubts;
        let order = Order::of_language(&self.language);
        let line = self.dated_in;
        let mut stamp = |words: &str| read_stamp(words, order, line, &mut doubts);
        let (published, updated) = (stamp(&self.published), stamp(&self.updated));
        let mut corrections = correction::in_text(&self.text);
        let is_new = |note: &String| !self.text.contains(note.as_str());
        corrections.extend(self.corrections.iter().filter(|n| is_new(n)).map(|n| correction::of_note(n)));
        let mut article = Article {
            id: if self.id.is_empty() { stem } else { self.id },
            outlet: self.outlet,
            title: self.title,
            published,
            updated,
            url: some(self.url),
            byline: some(self.byline),
            agency: some(self.agency),
            language: some(self.language),
            corrections,
            text: self.text,
            path,
        };
        article.agency = match article.agency.take() {
            Some(name) => Some(agency::known(&name).map_or(name, str::to_owned)),
            None => agency::of(&article),
        };
        Ok((article, doubts))
    }
}

fn read_stamp(words: &str, order: Order, line: Option<usize>, doubts: &mut Vec<String>) -> Option<Stamp> {
    let reason = match stamp::read(words, order) {
        Reading::Stamp(stamp) => return Some(stamp),
        Reading::Unknown if words.trim().is_empty() => return None,
        Reading::Unknown => "is no date that can be read".to_owned(),
        Reading::Doubtful(reason) => reason,
    };
    let place = line.map(|l| format!("line {l}: ")).unwrap_or_default();
    doubts.push(format!("{place}`{words}` {reason}; write it as 2024-06-25 or 2024-06-25T14:00"));
    None
}

fn some(words: String) -> Option<String> {
    (!words.is_empty()).then_some(words)
}

/// A field's value in words: text, a number, a list of them, or an object's `name`; `None` when there is nothing in it.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(s) => some(s.clone()),
        Value::Number(n) => Some(n.to_string()),
        Value::Array(list) => some(list.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
        Value::Object(object) => words(object.get("name")?),
        Value::Null | Value::Bool(_) => None,
    }
}
