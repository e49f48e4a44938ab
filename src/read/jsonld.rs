//! A page's JSON-LD → what it says of the article, for the pages whose `@graph` or list readability does not open.

use serde_json::{Map, Value};

use super::draft::Draft;

type Object = Map<String, Value>;

/// The metadata of the first node that is an article; `scripts` are the contents of the page's JSON-LD elements.
pub(super) fn parse<'a>(scripts: impl Iterator<Item = &'a str>) -> Draft {
    let values: Vec<Value> = scripts.filter_map(|s| serde_json::from_str(s).ok()).collect();
    let mut nodes = Vec::new();
    values.iter().for_each(|v| flatten(v, &mut nodes));
    let Some(article) = nodes.iter().find(|n| is_article(n)) else { return Draft::default() };
    let mut draft = Draft::from_object(article);
    if draft.outlet.is_empty() {
        draft.outlet = referred(article, "publisher", &nodes);
    }
    if draft.byline.is_empty() {
        draft.byline = referred(article, "author", &nodes);
    }
    draft
}

/// The nodes of a value: itself, the members of a list, the members of a graph.
fn flatten<'a>(value: &'a Value, nodes: &mut Vec<&'a Object>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| flatten(v, nodes)),
        Value::Object(object) => match object.get("@graph") {
            Some(Value::Array(graph)) => nodes.extend(graph.iter().filter_map(Value::as_object)),
            _ => nodes.push(object),
        },
        _ => {}
    }
}

/// "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "Article" beside another type.
fn is_article(node: &Object) -> bool {
    let named = |v: &Value| v.as_str().is_some_and(|t| t.ends_with("Article") || t.ends_with("Posting"));
    match node.get("@type") {
        Some(Value::Array(types)) => types.iter().any(named),
        Some(name) => named(name),
        None => false,
    }
}

/// The name of the node that a field points to by `@id`.
fn referred(node: &Object, field: &str, nodes: &[&Object]) -> String {
    let id = node.get(field).and_then(|v| v.get("@id"));
    let target = id.and_then(|id| nodes.iter().find(|n| n.get("@id") == Some(id)));
    target.and_then(|n| n.get("name")).and_then(Value::as_str).unwrap_or_default().to_owned()
}
