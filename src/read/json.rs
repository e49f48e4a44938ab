//! JSON → articles: one object, a list of them, or one object a line.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::error::Fault;

pub(super) fn parse(text: &str) -> Vec<Result<Draft, Fault>> {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) if list.is_empty() => vec![Err(Fault::Empty)],
        Ok(Value::Array(list)) => list.into_iter().map(article).collect(),
        Ok(value) => vec![article(value)],
        // Not one value but one a line: a bad line costs only itself.
        Err(_) if is_lines(text) => {
            let line = |l: &str| serde_json::from_str(l).map_err(Fault::not_an_article).and_then(article);
            text.lines().filter(|l| !l.trim().is_empty()).map(line).collect()
        }
        Err(error) => vec![Err(Fault::not_an_article(error))],
    }
}

/// Is this JSON Lines, with or without a bad line? An object over several lines has no whole object among its first.
fn is_lines(text: &str) -> bool {
    let is_object = |l: &str| serde_json::from_str::<Map<String, Value>>(l).is_ok();
    text.lines().filter(|l| !l.trim().is_empty()).take(2).any(is_object)
}

fn article(value: Value) -> Result<Draft, Fault> {
    let Value::Object(object) = value else {
        return Err(Fault::not_an_article("expected an object with `title` and `text`"));
    };
    let draft = Draft::from_object(&object);
    if draft.text.is_empty() && !object.contains_key("text") {
        return Err(Fault::not_an_article("it has no `text` field"));
    }
    Ok(draft)
}
