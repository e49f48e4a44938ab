//! WARC, the web archives' format → the pages in it, record by record, so that its size does not matter.
//!
//! The format is a few lines of headers before each record; the crates for it bring a second calendar and a parser
//! generator along, so it is read here.

use std::io::{BufRead, Read};

use super::error::Fault;
use super::format::Head;
use super::input::Input;
use super::item::{Item, Place, Sink};
use super::{decode, html, http};

/// Longest page; longer records are passed over.
const LONGEST: u64 = 8 << 20;

/// Longest line of a header.
const LONGEST_LINE: u64 = 1 << 16;

pub(super) fn is(head: &Head<'_>) -> bool {
    head.bytes.starts_with(b"WARC/")
}

/// A record's headers, as far as they matter.
#[derive(Debug, Default)]
struct Record {
    is_response: bool,
    /// Is it an HTTP message, or the page itself?
    is_message: bool,
    uri: String,
    date: String,
    length: u64,
}

pub(super) fn read(input: Input<'_>, sink: &mut dyn Sink) -> Result<(), Fault> {
    let mut stream = input.into_stream();
    let mut pages = 0usize;
    while let Some(record) = header(&mut *stream)? {
        let mut content = (&mut *stream).take(record.length);
        if record.is_response && record.length <= LONGEST {
            let mut bytes = Vec::new();
            content.read_to_end(&mut bytes)?;
            if (bytes.len() as u64) < record.length {
                return Err(Fault::not_an_article("the archive breaks off in the middle of a record"));
            }
            pages += usize::from(page(&record, &bytes, sink));
        } else {
            std::io::copy(&mut content, &mut std::io::sink())?;
        }
    }
    if pages == 0 { Err(Fault::not_an_article("the archive holds no web page")) } else { Ok(()) }
}

/// The next record's headers; `None` at the end.
fn header(stream: &mut dyn BufRead) -> Result<Option<Record>, Fault> {
    let mut line = next_line(stream)?;
    while line.as_deref().is_some_and(|l| l.trim().is_empty()) {
        line = next_line(stream)?;
    }
    let Some(first) = line else { return Ok(None) };
    if !first.starts_with("WARC/") {
        return Err(Fault::not_an_article("the archive is broken: a record does not begin with `WARC/`"));
    }
    let mut record = Record::default();
    while let Some(line) = next_line(stream)?.filter(|l| !l.trim().is_empty()) {
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => record.is_response = matches!(value, "response" | "resource"),
            "content-type" => record.is_message = value.starts_with("application/http"),
            "warc-target-uri" => record.uri = value.trim_matches(['<', '>']).to_owned(),
            "warc-date" => record.date = value.to_owned(),
            "content-length" => {
                let length = value.parse();
                record.length = length
                    .map_err(|_| Fault::not_an_article("the archive is broken: a record has no length"))?;
            }
            _ => {}
        }
    }
    Ok(Some(record))
}

fn next_line(stream: &mut dyn BufRead) -> Result<Option<String>, Fault> {
    let mut line = Vec::new();
    let read = stream.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// Reads a record's page; false when it is no page that was delivered.
fn page(record: &Record, bytes: &[u8], sink: &mut dyn Sink) -> bool {
    let body = if record.is_message { http::page(bytes) } else { Some(bytes.to_vec()) };
    let is_page = |b: &Vec<u8>| html::is(&Head::of(b.get(..b.len().min(512)).unwrap_or_default()));
    let Some(body) = body.filter(|b| record.is_message || is_page(b)) else { return false };
    let mut items = match decode::decode(&body) {
        Ok(decoded) => html::read(&decoded.text),
        Err(fault) => Item::whole(Err(fault)),
    };
    for (number, item) in (1usize..).zip(&mut items) {
        item.place =
            Place::Named(if number == 1 { record.uri.clone() } else { format!("{}#{number}", record.uri) });
        if let Ok(draft) = &mut item.draft {
            if draft.url.is_empty() {
                draft.url.clone_from(&record.uri);
            }
            if draft.published.is_empty() && !record.date.is_empty() {
                // The day of the harvest is no day of publication, and nothing is later than it.
                draft.doubts.push(format!("gives no date; it was archived at {}", record.date));
            }
        }
    }
    items.into_iter().for_each(|item| sink.take(item));
    true
}
