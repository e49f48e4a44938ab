//! DOCX → article: the paragraphs of `word/document.xml`, author and title of `docProps/core.xml`.
//!
//! What a reviewer deleted is not the text; what a reviewer put in is.

use roxmltree::Node;

use super::archive::{self, Archive};
use super::draft::Draft;
use super::error::Fault;
use super::office::Pages;
use super::prose::Prose;
use super::xml;

pub(super) fn draft(archive: &mut Archive) -> Result<Draft, Fault> {
    let body = archive::member(archive, "word/document.xml")?;
    let mut pages = xml::with_root(&body, pages)?;
    if let Ok(core) = archive::member(archive, "docProps/core.xml") {
        let about = xml::with_root(&core, |root| (xml::words(root, "title"), xml::words(root, "creator")));
        (pages.title, pages.author) = about.unwrap_or_default();
    }
    Ok(pages.draft())
}

fn pages(root: Node<'_, '_>) -> Pages {
    let mut pages = Pages::default();
    for paragraph in root.descendants().filter(|n| n.is_element() && n.tag_name().name() == "p") {
        // Text boxes and tables have paragraphs of their own inside one; each is taken once, and tables not at all.
        if paragraph.ancestors().skip(1).any(|a| matches!(a.tag_name().name(), "p" | "tbl")) {
            continue;
        }
        let words = words(paragraph);
        if words.is_empty() {
            continue;
        }
        if pages.paragraphs.is_empty() {
            let style = xml::find(paragraph, "pStyle").and_then(|s| s.attributes().next()).map(|a| a.value());
            pages.is_headed = style.is_some_and(|s| s.starts_with("Title") || s.starts_with("Heading"));
        }
        pages.paragraphs.push(words);
    }
    pages
}

fn words(paragraph: Node<'_, '_>) -> String {
    let mut prose = Prose::default();
    for node in paragraph.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "t" => prose.push(node.text().unwrap_or_default()),
            "tab" => prose.push(" "),
            "br" | "cr" => prose.line(),
            "noBreakHyphen" => prose.push("-"),
            // Deleted words stand in `delText`, field codes in `instrText`: neither is a `t`.
            _ => {}
        }
    }
    prose.finish()
}
