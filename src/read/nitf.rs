//! NITF, the news agencies' older XML → article: head and docdata give the metadata, `body.content` the text.

use roxmltree::Node;

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::{status, xml};

pub(super) fn is(head: &Head<'_>) -> bool {
    xml::root(head) == "nitf"
}

pub(super) fn read(text: &str) -> Vec<Item> {
    Item::whole(xml::with_root(text, draft).and_then(|draft| draft))
}

/// The article of a `<nitf>` element.
pub(super) fn draft(root: Node<'_, '_>) -> Result<Draft, Fault> {
    let attribute = |element: &str, name: &str| {
        xml::find(root, element).and_then(|n| n.attribute(name)).unwrap_or_default().to_owned()
    };
    let docdata = xml::find(root, "docdata");
    let managed = docdata.and_then(|d| d.attribute("management-status")).unwrap_or_default();
    status::check(managed)?;
    let mut draft = Draft {
        outlet: first([
            attribute("pubdata", "name"),
            attribute("doc.copyright", "holder"),
            xml::words(root, "distributor"),
        ]),
        title: first([xml::words(root, "hl1"), xml::words(root, "hedline"), xml::words(root, "title")]),
        published: first([
            attribute("date.issue", "norm"),
            attribute("date.release", "norm"),
            attribute("pubdata", "date.publication"),
            attribute("story.date", "norm"),
        ]),
        byline: byline(&xml::words(root, "byline")),
        agency: xml::words(root, "distributor"),
        guid: attribute("doc-id", "id-string"),
        version: attribute("du-key", "version"),
        language: root
            .attribute(("http://www.w3.org/XML/1998/namespace", "lang"))
            .unwrap_or_default()
            .to_owned(),
        text: xml::find(root, "body.content").map(xml::text).unwrap_or_default(),
        ..Draft::default()
    };
    if let Some(correction) = xml::find(root, "correction") {
        draft.corrections.extend(correction.attribute("info").map(str::to_owned));
    }
    if managed.eq_ignore_ascii_case("embargoed") {
        draft.doubts.push("is marked as embargoed".to_owned());
    }
    Ok(draft)
}

/// The first that is not empty.
pub(super) fn first<const N: usize>(words: [String; N]) -> String {
    words.into_iter().find(|w| !w.is_empty()).unwrap_or_default()
}

/// A byline without its "By".
pub(super) fn byline(words: &str) -> String {
    let rest = words.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).and_then(|_| words.get(3..));
    rest.unwrap_or(words).trim().to_owned()
}
