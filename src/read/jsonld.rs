//! A page's JSON-LD → what it says of the article, for the pages whose `@graph` or list readability does not open; and a
//! live blog's entries, each an article of its own time.

use serde_json::{Map, Value};

use super::draft::{Draft, words};
use super::fragment;

type Object = Map<String, Value>;

/// What a page's scripts say.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// The article; its text where `articleBody` has one.
    pub(super) article: Draft,
    /// A live blog's entries, first to last.
    pub(super) entries: Vec<Draft>,
}

/// The first node that is an article; `scripts` are the contents of the page's JSON-LD elements.
pub(super) fn parse<'a>(scripts: impl Iterator<Item = &'a str>) -> Linked {
    // A raw line break in a string is common, and no JSON.
    let values: Vec<Value> = scripts
        .filter_map(|s| {
            serde_json::from_str(s)
                .or_else(|_| serde_json::from_str(&s.replace(['\n', '\r', '\t'], " ")))
                .ok()
        })
        .collect();
    let mut nodes = Vec::new();
    values.iter().for_each(|v| flatten(v, &mut nodes));
    // A live blog says more than the bare article beside it, and any article with a text more than one without.
    let rank = |n: &&Object| (n.contains_key("liveBlogUpdate"), n.contains_key("articleBody"));
    let mut articles: Vec<&Object> = nodes.iter().copied().filter(|n| is_article(n)).collect();
    articles.sort_by_key(|n| std::cmp::Reverse(rank(n)));
    articles.first().map(|article| linked(article, &nodes)).unwrap_or_default()
}

/// Returns whether a JSON file's object is such a node.
pub(super) fn is(object: &Object) -> bool {
    object.contains_key("@graph") || is_article(object)
}

/// The articles of a JSON file that is such a node.
pub(super) fn drafts(object: &Object) -> Vec<Draft> {
    let value = Value::Object(object.clone());
    let mut nodes = Vec::new();
    flatten(&value, &mut nodes);
    let Some(article) = nodes.iter().find(|n| is_article(n)) else { return Vec::new() };
    let linked = linked(article, &nodes);
    if linked.entries.is_empty() { vec![linked.article] } else { linked.entries }
}

fn linked(article: &Object, nodes: &[&Object]) -> Linked {
    let draft = draft(article, nodes);
    let mut entries: Vec<Draft> = Vec::new();
    for update in listed(article.get("liveBlogUpdate")) {
        let mut entry = self::draft(update, nodes);
        if entry.text.is_empty() {
            continue;
        }
        for (own, whole) in [
            (&mut entry.outlet, &draft.outlet),
            (&mut entry.title, &draft.title),
            (&mut entry.language, &draft.language),
            (&mut entry.byline, &draft.byline),
        ] {
            if own.is_empty() {
                own.clone_from(whole);
            }
        }
        entries.push(entry);
    }
    // Pages show the last entry first.
    entries.sort_by(|a, b| a.published.cmp(&b.published));
    Linked { article: draft, entries }
}

fn draft(node: &Object, nodes: &[&Object]) -> Draft {
    let mut draft = Draft::from_object(node);
    // A node's `@id` and `url` are addresses, its `id` is nobody's business.
    draft.id.clear();
    for (own, field) in [(&mut draft.outlet, "publisher"), (&mut draft.byline, "author")] {
        if own.is_empty() {
            *own = referred(node, field, nodes);
        }
    }
    let name = |field: &str| node.get(field).and_then(words).unwrap_or_default();
    draft.agency = super::nitf::first([
        name("sourceOrganization"),
        name("provider"),
        node.get("isBasedOn").and_then(|b| b.get("publisher")).and_then(words).unwrap_or_default(),
        node.get("citation").and_then(|b| b.get("publisher")).and_then(words).unwrap_or_default(),
    ]);
    if draft.language.is_empty() {
        draft.language = name("inLanguage");
    }
    draft.text = body(node.get("articleBody"));
    draft.corrections = listed_words(node.get("correction"));
    draft
}

/// A body given as text, as HTML, as a list of paragraphs, or as an object that holds one of these.
fn body(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => fragment::text_or_html(text),
        Some(Value::Array(list)) => {
            let parts: Vec<String> = list.iter().map(|v| body(Some(v))).filter(|t| !t.is_empty()).collect();
            parts.join("\n\n")
        }
        Some(Value::Object(object)) => {
            let fields = ["@value", "text", "articleBody", "value", "content"];
            fields.iter().find_map(|f| object.get(*f)).map(|v| body(Some(v))).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Objects given one or as a list.
fn listed(value: Option<&Value>) -> Vec<&Object> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(object)) => vec![object],
        _ => Vec::new(),
    }
}

/// The texts of corrections: plain, or `CorrectionComment`s.
fn listed_words(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => list.iter().flat_map(|v| listed_words(Some(v))).collect(),
        Some(Value::Object(object)) => object.get("text").and_then(words).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The nodes of a value: itself, the members of a list, the members of a graph.
fn flatten<'a>(value: &'a Value, nodes: &mut Vec<&'a Object>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| flatten(v, nodes)),
        Value::Object(object) => match object.get("@graph") {
            Some(Value::Array(graph)) => nodes.extend(graph.iter().filter_map(Value::as_object)),
            Some(Value::Object(node)) => nodes.push(node),
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
