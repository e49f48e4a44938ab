//! PDF → article: the text layer, with its columns in reading order.
//!
//! `content` gives the words of a page with their places, `layout` the lines and paragraphs they make.

mod content;
mod layout;

use lopdf::{Document, Object, decode_text_string};

use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::office::Pages;

/// Pages that are read; no article has more.
const MOST_PAGES: usize = 200;

/// What a page's content may come to when unpacked.
const MOST_BYTES: usize = 16 << 20;

/// Letters that a page must have before it counts as text: page numbers stand on scans, too.
const FEWEST_LETTERS: usize = 40;

pub(super) fn is(head: &Head<'_>) -> bool {
    head.bytes.starts_with(b"%PDF-")
}

pub(super) fn read(bytes: &[u8]) -> Vec<Item> {
    Item::whole(parse(bytes))
}

fn parse(bytes: &[u8]) -> Result<super::draft::Draft, Fault> {
    let mut document = Document::load_mem(bytes)
        .map_err(|e| Fault::NotAnArticle(format!("the PDF cannot be opened: {e}")))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::not_an_article("the PDF is locked with a password"));
    }
    let ids: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.len() > MOST_PAGES {
        return Err(Fault::NotAnArticle(format!("the PDF has more than {MOST_PAGES} pages")));
    }
    let mut paragraphs = Vec::new();
    let mut is_headed = false;
    let mut lost = 0;
    for (number, id) in ids.iter().enumerate() {
        let words = content::words(&document, *id, MOST_BYTES);
        lost += words.lost;
        let page = layout::paragraphs(words.runs);
        is_headed |= number == 0 && page.is_headed;
        layout::append(&mut paragraphs, page.paragraphs);
    }
    let letters: usize = paragraphs.iter().map(|p| p.chars().filter(|c| c.is_alphabetic()).count()).sum();
    if letters < FEWEST_LETTERS {
        return Err(textless(bytes, ids.len(), lost));
    }
    let (title, author) = (about(&document, b"Title"), about(&document, b"Author"));
    let mut draft = Pages { paragraphs, is_headed, title, author }.draft();
    if lost > 0 {
        draft
            .doubts
            .push(format!("{lost} pieces of text are in fonts that do not say which letters they show"));
    }
    Ok(draft)
}

/// Why a document has no text.
fn textless(bytes: &[u8], pages: usize, lost: usize) -> Fault {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    if pages == 0 || !tail.windows(5).any(|w| w == b"%%EOF") {
        return Fault::not_an_article("the PDF breaks off before its end");
    }
    match lost {
        0 => Fault::Scan,
        _ => Fault::not_an_article("the PDF's fonts do not say which letters they show"),
    }
}

/// An entry of the document's information.
fn about(document: &Document, key: &[u8]) -> String {
    let info = document.trailer.get(b"Info").and_then(|i| document.dereference(i));
    let entry = info.and_then(|(_, i)| i.as_dict()).and_then(|d| d.get(key)).ok();
    let words = entry.filter(|o| matches!(o, Object::String(..))).and_then(|o| decode_text_string(o).ok());
    words.unwrap_or_default().trim().to_owned()
}
