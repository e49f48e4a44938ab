//! What the XML readers share: the tree, its texts, and the name of a file's root element.

use roxmltree::{Document, Node, ParsingOptions};

use super::error::Fault;
use super::format::Head;
use super::prose::{self, Prose};

/// Elements of a document, at most.
const MOST_NODES: u32 = 1_000_000;

/// How deep a text is followed.
const DEEPEST: usize = 256;

/// Parses a document and hands its root to `read`.
pub(super) fn with_root<T>(text: &str, read: impl FnOnce(Node<'_, '_>) -> T) -> Result<T, Fault> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let document = Document::parse_with_options(text, options)
        .map_err(|e| Fault::NotAnArticle(format!("its XML is broken: {e}")))?;
    Ok(read(document.root_element()))
}

/// The local name of the root element in the beginning of a file, in lower case.
pub(super) fn root<'a>(head: &'a Head<'_>) -> &'a str {
    let mut rest = head.text.as_str();
    loop {
        let Some(inner) = rest.trim_start().strip_prefix('<') else { return "" };
        let end = match inner {
            i if i.starts_with("!--") => i.find("-->").map(|at| at + 3),
            i if i.starts_with('?') => i.find("?>").map(|at| at + 2),
            // A document type may have a part of its own between brackets.
            i if i.starts_with('!') => {
                let plain = i.find('>').map(|at| at + 1);
                let bracket = i.find('[').filter(|b| plain.is_some_and(|p| *b < p));
                if bracket.is_some() { i.find("]>").map(|at| at + 2) } else { plain }
            }
            i => {
                let end = i.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(i.len());
                let name = i.get(..end).unwrap_or_default();
                return name.rsplit(':').next().unwrap_or_default();
            }
        };
        let Some(next) = end.and_then(|end| inner.get(end..)) else { return "" };
        rest = next;
    }
}

/// The first element of that name under a node.
pub(super) fn find<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|n| n.is_element() && n.tag_name().name() == name)
}

/// The words of the first element of that name under a node.
pub(super) fn words(node: Node<'_, '_>, name: &str) -> String {
    find(node, name).map(line).unwrap_or_default()
}

/// All words of an element in a line.
pub(super) fn line(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|n| n.text());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an element whose children are paragraphs, as in XHTML and NITF.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let mut prose = Prose::default();
    walk(node, DEEPEST, &mut prose);
    prose.finish()
}

fn walk(node: Node<'_, '_>, depth: usize, prose: &mut Prose) {
    for child in node.children() {
        if let Some(words) = child.text().filter(|_| child.is_text()) {
            prose.push(words);
            continue;
        }
        let name = child.tag_name().name();
        if !child.is_element() || prose::is_foreign(name) || depth == 0 {
            continue;
        }
        if name == "br" {
            prose.line();
        }
        let is_block = prose::is_block(name);
        if is_block {
            prose.block();
        }
        walk(child, depth - 1, prose);
        if is_block {
            prose.block();
        }
    }
}
