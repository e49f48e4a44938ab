//! JSON → articles: one object, a list of them, or one object a line.

use serde_json::{Map, Value};

use super::draft::{Draft, words};
use super::error::Fault;
use super::item::{Item, Place};
use super::{jsonld, ninjs};

pub(super) fn read(text: &str) -> Vec<Item> {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) if list.is_empty() => Item::whole(Err(Fault::Empty)),
        Ok(Value::Array(list)) => Item::several(list.into_iter().flat_map(articles).collect()),
        Ok(value) => Item::several(articles(value)),
        // Not one value but one a line: a bad line costs only itself.
        Err(_) if is_lines(text) => lines(text),
        Err(error) => Item::whole(Err(Fault::not_an_article(error))),
    }
}

/// Returns whether this is JSON Lines, with or without a bad line. An object over several lines has no whole object among
/// its first.
fn is_lines(text: &str) -> bool {
    let is_object = |l: &str| serde_json::from_str::<Map<String, Value>>(l).is_ok();
    text.lines().filter(|l| !l.trim().is_empty()).take(2).any(is_object)
}

fn lines(text: &str) -> Vec<Item> {
    let filled = (1usize..).zip(text.lines()).filter(|(_, l)| !l.trim().is_empty());
    let item = |(number, (line, words)): (usize, (usize, &str))| {
        let drafts = match serde_json::from_str(words) {
            Ok(value) => articles(value),
            Err(error) => vec![Err(Fault::not_an_article(column(&error)))],
        };
        let is_one = drafts.len() == 1;
        let place = move |n| {
            if is_one { Place::Line(line, number) } else { Place::Named(format!("line {line}, {n}")) }
        };
        (1usize..).zip(drafts).map(move |(n, draft)| Item { place: place(n), draft })
    };
    (1usize..).zip(filled).flat_map(item).collect()
}

/// An error without its line, which is 1 for whoever reads line by line.
fn column(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match words.split_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", error.column()),
        None => words,
    }
}

/// The articles of one value, whose fields show by which standard it is written.
fn articles(value: Value) -> Vec<Result<Draft, Fault>> {
    let Value::Object(object) = value else {
        return vec![Err(Fault::not_an_article("expected an object with `title` and `text`"))];
    };
    if ninjs::is(&object) {
        return vec![ninjs::draft(&object)];
    }
    if jsonld::is(&object) {
        let drafts = jsonld::drafts(&object);
        if drafts.is_empty() {
            return vec![Err(Fault::not_an_article("its JSON-LD has no article"))];
        }
        return drafts.into_iter().map(Ok).collect();
    }
    let mut draft = Draft::from_object(&object);
    draft.corrections.extend(object.get("correction").and_then(words));
    vec![text(&object).map(|text| Draft { text, ..draft })]
}

/// The text of an object: a string, or a list of paragraphs.
fn text(object: &Map<String, Value>) -> Result<String, Fault> {
    let mut found = None;
    for field in ["text", "body", "articleBody"] {
        let Some(value) = object.get(field).filter(|v| !v.is_null()) else { continue };
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Array(list) if list.iter().all(Value::is_string) => {
                list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n\n")
            }
            other => return Err(Fault::NotAnArticle(format!("its `{field}` is {}, not text", sort(other)))),
        };
        if !text.trim().is_empty() {
            return Ok(text);
        }
        found = found.or(Some(field));
    }
    match found {
        Some(_) => Err(Fault::Empty),
        None if object.contains_key("text") => Err(Fault::not_an_article("its `text` is null")),
        None => Err(Fault::not_an_article("it has no `text` field")),
    }
}

fn sort(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list of other things",
        Value::Object(_) => "an object",
    }
}
