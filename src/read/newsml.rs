//! NewsML-G2 → articles: a news item, or a message of several; the content is XHTML, NITF or plain text inside.

use roxmltree::Node;

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::nitf::{self, byline, first};
use super::{fragment, status, xml};

pub(super) fn is(head: &Head<'_>) -> bool {
    matches!(xml::root(head), "newsitem" | "newsmessage" | "packageitem")
}

pub(super) fn read(text: &str) -> Vec<Item> {
    match xml::with_root(text, items) {
        Ok(items) => Item::several(items),
        Err(fault) => Item::whole(Err(fault)),
    }
}

fn items(root: Node<'_, '_>) -> Vec<Result<Draft, Fault>> {
    let items = root.descendants().filter(|n| n.is_element() && n.tag_name().name() == "newsItem");
    let drafts: Vec<_> = items.map(draft).collect();
    if drafts.is_empty() {
        let reason = match root.tag_name().name() {
            "packageItem" | "newsMessage" => "it has no `newsItem`: a package only lists items".to_owned(),
            other => format!("its root element is `{other}`; of XML, NewsML-G2, NITF, RSS and Atom are read"),
        };
        return vec![Err(Fault::NotAnArticle(reason))];
    }
    drafts
}

fn draft(item: Node<'_, '_>) -> Result<Draft, Fault> {
    let attribute = |element: &str, name: &str| {
        xml::find(item, element).and_then(|n| n.attribute(name)).unwrap_or_default().to_owned()
    };
    status::check(&attribute("pubStatus", "qcode"))?;
    let provider = xml::find(item, "provider");
    let name = provider.map(|p| xml::words(p, "name")).unwrap_or_default();
    let version_created = xml::words(item, "versionCreated");
    let mut draft = content(item)?;
    draft.outlet =
        first([name, attribute("provider", "literal"), after_colon(&attribute("provider", "qcode"))]);
    draft.title = first([xml::words(item, "headline"), std::mem::take(&mut draft.title)]);
    draft.published = first([
        xml::words(item, "firstCreated"),
        xml::words(item, "contentCreated"),
        version_created.clone(),
        std::mem::take(&mut draft.published),
    ]);
    if version_created != draft.published {
        draft.updated = version_created;
    }
    draft.byline = first([byline(&xml::words(item, "by")), std::mem::take(&mut draft.byline)]);
    draft.agency = first([xml::words(item, "creditline"), std::mem::take(&mut draft.agency)]);
    draft.language = attribute("language", "tag");
    draft.guid = item.attribute("guid").unwrap_or_default().to_owned();
    draft.version = item.attribute("version").unwrap_or_default().to_owned();
    draft.doubts.extend(status::embargo(&xml::words(item, "embargoed")));
    Ok(draft)
}

/// What stands in the content set.
fn content(item: Node<'_, '_>) -> Result<Draft, Fault> {
    let Some(set) = xml::find(item, "contentSet") else {
        return Err(Fault::not_an_article("the news item has no `contentSet`"));
    };
    if let Some(inner) = xml::find(set, "nitf") {
        return nitf::draft(inner);
    }
    let text = match (xml::find(set, "inlineXML"), xml::find(set, "inlineData")) {
        (Some(inner), _) => xml::text(inner),
        (None, Some(data)) => fragment::text_or_html(data.text().unwrap_or_default()),
        (None, None) => {
            return Err(Fault::not_an_article(
                "its content is not in the file: it has no `inlineXML` or `inlineData`",
            ));
        }
    };
    Ok(Draft { text, ..Draft::default() })
}

fn after_colon(qcode: &str) -> String {
    qcode.rsplit(':').next().unwrap_or_default().to_owned()
}
