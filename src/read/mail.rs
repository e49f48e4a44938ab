//! E-mail (`.eml`) and saved pages (MHTML, which is e-mail in form) → article: subject, sender, date, and the text.

use mail_parser::{DateTime, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use super::draft::Draft;
use super::error::Fault;
use super::format::Head;
use super::item::Item;
use super::{fragment, html};

/// Returns whether a file begins with headers that only messages have.
pub(super) fn is(head: &Head<'_>) -> bool {
    let mut lines = head.text.lines();
    let first = lines.next().unwrap_or_default();
    let is_header = |l: &str| {
        l.split_once(':')
            .is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    let marks = [
        "mime-version:",
        "message-id:",
        "received:",
        "return-path:",
        "x-snapshot-content-location:",
        "snapshot-content-location:",
    ];
    is_header(first) && head.text.lines().take(60).any(|l| marks.iter().any(|m| l.starts_with(m)))
}

pub(super) fn read(bytes: &[u8]) -> Vec<Item> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Item::whole(Err(Fault::not_an_article("it is no e-mail message that can be read")));
    };
    if let Some(page) = saved_page(&message) {
        return page;
    }
    Item::whole(mail(&message))
}

/// The page of an MHTML file: the first HTML part of a message that is related parts with addresses.
fn saved_page(message: &Message<'_>) -> Option<Vec<Item>> {
    let address = header(message, "Snapshot-Content-Location");
    let is_page = |p: &&mail_parser::MessagePart<'_>| matches!(p.body, PartType::Html(_));
    let part = message.parts.iter().find(is_page)?;
    if address.is_empty() && part.content_location().is_none() {
        return None;
    }
    let PartType::Html(page) = &part.body else { return None };
    let address =
        if address.is_empty() { part.content_location().unwrap_or_default().to_owned() } else { address };
    let mut items = html::read(page);
    for draft in items.iter_mut().filter_map(|i| i.draft.as_mut().ok()) {
        if draft.url.is_empty() && address.starts_with("http") {
            draft.url.clone_from(&address);
        }
        if draft.published.is_empty() && message.date().is_some() {
            draft.doubts.push("gives no date; the page says only when it was saved".to_owned());
        }
    }
    Some(items)
}

fn mail(message: &Message<'_>) -> Result<Draft, Fault> {
    let plain = message.body_text(0).map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let is_plain = message
        .text_body
        .first()
        .and_then(|p| message.parts.get(*p as usize))
        .is_some_and(|p| matches!(p.body, PartType::Text(_)));
    // Newsletters say in plain text no more than "see the web version": then the HTML is the text.
    let rich = message.body_html(0).map(|h| fragment::text(&h)).filter(|t| !t.is_empty());
    let text = match (plain.filter(|_| is_plain), rich) {
        (Some(plain), Some(rich)) if rich.len() > 4 * plain.len() => rich,
        (Some(plain), _) => own_words(&plain),
        (None, Some(rich)) => rich,
        (None, None) => return Err(Fault::Empty),
    };
    let sender = message.from().and_then(|f| f.first());
    let name = sender.and_then(|s| s.name().or_else(|| s.address())).unwrap_or_default();
    Ok(Draft {
        outlet: name.to_owned(),
        title: message.subject().unwrap_or_default().trim().to_owned(),
        published: message.date().map(DateTime::to_rfc3339).unwrap_or_default(),
        text,
        ..Draft::default()
    })
}

/// A header that the parser has no name for.
fn header(message: &Message<'_>, name: &str) -> String {
    match message.header(name.to_owned()) {
        Some(HeaderValue::Text(text)) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// What the sender wrote: quoted mail and signature left out.
fn own_words(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let body = text.split("\n-- \n").next().unwrap_or_default();
    let own: Vec<&str> = body.lines().filter(|l| !l.starts_with('>')).map(str::trim_end).collect();
    own.join("\n").trim().to_owned()
}
