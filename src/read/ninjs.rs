//! ninjs, the IPTC's news in JSON → article: 1.x with `headline` and `body_xhtml`, 2.x and 3.x with lists of them.

use serde_json::{Map, Value};

use super::draft::{Draft, words};
use super::error::Fault;
use super::nitf::byline;
use super::{fragment, status};

type Object = Map<String, Value>;

/// Returns whether an object is of this standard.
pub(super) fn is(object: &Object) -> bool {
    let named = object.get("standard").and_then(|s| s.get("name")).and_then(Value::as_str) == Some("ninjs");
    let has_uri = object.contains_key("uri");
    let marks =
        ["versioncreated", "pubstatus", "bodies", "headlines", "body_xhtml", "body_html", "body_text"];
    named || (has_uri && marks.iter().any(|m| object.contains_key(*m)))
}

pub(super) fn draft(object: &Object) -> Result<Draft, Fault> {
    let field =
        |names: &[&str]| names.iter().filter_map(|n| words(object.get(*n)?)).next().unwrap_or_default();
    status::check(&field(&["pubstatus"]))?;
    let kind = field(&["type"]);
    if !matches!(kind.as_str(), "" | "text" | "composite" | "article") {
        return Err(Fault::NotAnArticle(format!("it is of type `{kind}`, not text")));
    }
    let mut draft = Draft {
        outlet: field(&["provider", "source", "publisher", "infosource", "infosources", "copyrightholder"]),
        title: chosen(object, "headlines").unwrap_or_else(|| field(&["headline", "title", "name"])),
        published: field(&["firstcreated", "contentcreated", "versioncreated"]),
        updated: field(&["versioncreated"]),
        byline: byline(&field(&["byline", "by"])),
        agency: field(&["creditline"]),
        language: field(&["language"]),
        guid: field(&["uri"]),
        version: field(&["version", "versioncreated"]),
        url: Some(field(&["uri"])).filter(|u| u.starts_with("http")).unwrap_or_default(),
        text: body(object),
        ..Draft::default()
    };
    draft.corrections.extend(words_of(object.get("correction")));
    draft.doubts.extend(status::embargo(&field(&["embargoed"])));
    if draft.updated == draft.published {
        draft.updated.clear();
    }
    if draft.text.is_empty() {
        return Err(Fault::not_an_article("it has no body (`body_text`, `body_xhtml`, `bodies`)"));
    }
    Ok(draft)
}

fn body(object: &Object) -> String {
    if let Some(Value::Array(_)) = object.get("bodies") {
        return chosen(object, "bodies").map(|b| fragment::text_or_html(&b)).unwrap_or_default();
    }
    let fields = ["body_xhtml", "body_html", "body_text", "body"];
    let texts = fields.iter().filter_map(|f| object.get(*f)?.as_str());
    texts.map(fragment::text_or_html).find(|t| !t.is_empty()).unwrap_or_default()
}

/// Of several headlines or bodies the main one: by its role, else the first with a value.
fn chosen(object: &Object, field: &str) -> Option<String> {
    let list = object.get(field)?.as_array()?;
    let value = |entry: &Value| {
        entry.get("value").and_then(Value::as_str).filter(|v| !v.trim().is_empty()).map(str::to_owned)
    };
    let is_main = |entry: &&Value| {
        let role = entry.get("role").and_then(Value::as_str).unwrap_or_default();
        ["main", "full", "body", "long", "headline"].iter().any(|m| role.ends_with(m))
    };
    list.iter().filter(is_main).find_map(value).or_else(|| list.iter().find_map(value))
}

fn words_of(value: Option<&Value>) -> Option<String> {
    words(value?)
}
