//! ODT → article: headings and paragraphs of `content.xml`, author and title of `meta.xml`.

use roxmltree::Node;

use super::archive::{self, Archive};
use super::draft::Draft;
use super::error::Fault;
use super::office::Pages;
use super::prose::Prose;
use super::xml;

/// How deep spans in a paragraph are followed.
const DEEPEST: usize = 64;

pub(super) fn draft(archive: &mut Archive) -> Result<Draft, Fault> {
    let content = archive::member(archive, "content.xml")?;
    let mut pages = xml::with_root(&content, pages)?;
    if let Ok(meta) = archive::member(archive, "meta.xml") {
        let about = xml::with_root(&meta, |root| (xml::words(root, "title"), xml::words(root, "creator")));
        (pages.title, pages.author) = about.unwrap_or_default();
    }
    Ok(pages.draft())
}

fn pages(root: Node<'_, '_>) -> Pages {
    let mut pages = Pages::default();
    let Some(text) = xml::find(root, "text") else { return pages };
    for block in text.descendants().filter(|n| n.is_element() && matches!(n.tag_name().name(), "p" | "h")) {
        let is_inside = |a: Node<'_, '_>| {
            matches!(a.tag_name().name(), "p" | "h" | "table" | "tracked-changes" | "note" | "annotation")
        };
        if block.ancestors().skip(1).any(is_inside) {
            continue;
        }
        let mut prose = Prose::default();
        words(block, DEEPEST, &mut prose);
        let words = prose.finish();
        if words.is_empty() {
            continue;
        }
        if pages.paragraphs.is_empty() {
            pages.is_headed = block.tag_name().name() == "h"
                || block.attributes().any(|a| a.name() == "style-name" && a.value() == "Title");
        }
        pages.paragraphs.push(words);
    }
    pages
}

fn words(node: Node<'_, '_>, depth: usize, prose: &mut Prose) {
    for child in node.children() {
        match child.tag_name().name() {
            _ if child.is_text() => prose.push(child.text().unwrap_or_default()),
            "s" | "tab" => prose.push(" "),
            "line-break" => prose.line(),
            "note" | "annotation" | "frame" => {}
            _ if depth > 0 => words(child, depth - 1, prose),
            _ => {}
        }
    }
}
