//! The kinds of file that are read: one line a reader, and how a file's kind is told.

use super::error::Fault;
use super::input::Input;
use super::item::{Item, Sink};
use super::{html, json, markdown, newsml, nitf, rtf, text};

#[cfg(feature = "feeds")]
use super::feed;
#[cfg(feature = "mail")]
use super::mail;
#[cfg(feature = "pdf")]
use super::pdf;
#[cfg(feature = "archives")]
use super::{archive, gzip, warc};

/// A kind of file that an article can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// First line the title, then perhaps `Outlet | 2024-06-25`, then the text.
    Text,
    /// Front matter in YAML, then Markdown.
    Markdown,
    /// One article, a list of them, or one a line.
    Json,
    /// A web page.
    Html,
    /// The IPTC's NewsML-G2.
    NewsMl,
    /// The IPTC's NITF.
    Nitf,
    /// RSS, Atom, JSON Feed.
    Feed,
    /// E-mail, and pages saved in its form.
    Mail,
    /// Rich text.
    Rtf,
    /// The text layer of pages.
    Pdf,
    /// Word, OpenDocument, or an archive of any files.
    Zip,
    /// One compressed file.
    Gzip,
    /// An archive of web pages.
    Warc,
}

/// How a format's reader takes its input.
pub(super) enum Read {
    /// As decoded text.
    Text(fn(&str) -> Vec<Item>),
    /// As bytes.
    Bytes(fn(&[u8]) -> Vec<Item>),
    /// As a stream, in which it may find files of its own.
    Stream(fn(Input<'_>, &mut dyn Sink) -> Result<(), Fault>),
    /// Not at all: this build is made without a feature.
    #[allow(dead_code, reason = "with all features, no reader is missing")]
    Disabled(&'static str),
}

/// A format with its reader.
pub struct Reader {
    /// Which one.
    pub format: Format,
    /// Its name, for people.
    pub name: &'static str,
    /// How its files are called, without the full stop.
    pub extensions: &'static [&'static str],
    /// What is read of it, in a line.
    pub summary: &'static str,
    /// Returns whether a file that begins so is of this format, whatever its name says.
    is: fn(&Head<'_>) -> bool,
    pub(super) read: Read,
}

/// Every format: the first whose mark a file bears has it.
#[rustfmt::skip]
pub static READERS: &[Reader] = &[
    Reader { format: Format::Text, name: "Plain text", extensions: &["txt", "text"], summary: "title, perhaps `Outlet | date`, text", is: never, read: Read::Text(text::read) },
    Reader { format: Format::Markdown, name: "Markdown", extensions: &["md", "markdown"], summary: "YAML front matter, then the text", is: never, read: Read::Text(markdown::read) },
    Reader { format: Format::Feed, name: "RSS, Atom, JSON Feed", extensions: &["rss", "atom"], summary: "every entry that carries its text", is: of_feed, read: FEED },
    Reader { format: Format::Json, name: "JSON, ninjs, JSON-LD", extensions: &["json", "jsonl", "ndjson", "jsonld"], summary: "an article, a list, or one a line", is: never, read: Read::Text(json::read) },
    Reader { format: Format::Html, name: "Web page, AMP", extensions: &["html", "htm", "xhtml"], summary: "the main text; the rest from JSON-LD and meta tags; a live blog's entries", is: html::is, read: Read::Text(html::read) },
    Reader { format: Format::NewsMl, name: "NewsML-G2", extensions: &["newsml", "xml"], summary: "each news item with its text", is: newsml::is, read: Read::Text(newsml::read) },
    Reader { format: Format::Nitf, name: "NITF", extensions: &["nitf", "ntf"], summary: "headline, byline, docdata, body", is: nitf::is, read: Read::Text(nitf::read) },
    Reader { format: Format::Rtf, name: "RTF", extensions: &["rtf"], summary: "paragraphs; the first two as in plain text", is: rtf::is, read: Read::Bytes(rtf::read) },
    Reader { format: Format::Pdf, name: "PDF", extensions: &["pdf"], summary: "the text layer, column by column", is: of_pdf, read: PDF },
    Reader { format: Format::Zip, name: "DOCX, ODT, ZIP", extensions: &["docx", "odt", "zip"], summary: "a document, or every file in an archive", is: of_zip, read: ZIP },
    Reader { format: Format::Gzip, name: "Gzip", extensions: &["gz"], summary: "the file in it", is: of_gzip, read: GZIP },
    Reader { format: Format::Warc, name: "WARC", extensions: &["warc"], summary: "every web page of the archive", is: of_warc, read: WARC },
    Reader { format: Format::Mail, name: "E-mail, MHTML", extensions: &["eml", "mht", "mhtml"], summary: "subject, sender, date, text; a saved page as a page", is: of_mail, read: MAIL },
];

fn never(_: &Head<'_>) -> bool {
    false
}

/// Readers that bring big crates with them: what a file looks like is known in any build, so that the message is right.
macro_rules! optional {
    ($($feature:literal: $name:ident = $read:expr, $is:ident = $mark:expr, $else_mark:expr;)*) => {
        $(
            #[cfg(feature = $feature)]
            const $name: Read = $read;
            #[cfg(not(feature = $feature))]
            const $name: Read = Read::Disabled($feature);

            #[cfg(feature = $feature)]
            fn $is(head: &Head<'_>) -> bool {
                $mark(head)
            }
            #[cfg(not(feature = $feature))]
            fn $is(head: &Head<'_>) -> bool {
                head.bytes.starts_with($else_mark)
            }
        )*
    };
}

optional! {
    "feeds": FEED = Read::Bytes(feed::read), of_feed = feed::is, b"<rss";
    "pdf": PDF = Read::Bytes(pdf::read), of_pdf = pdf::is, b"%PDF-";
    "archives": ZIP = Read::Stream(archive::read), of_zip = archive::is, b"PK\x03\x04";
    "archives": GZIP = Read::Stream(gzip::read), of_gzip = gzip::is, b"\x1F\x8B";
    "archives": WARC = Read::Stream(warc::read), of_warc = warc::is, b"WARC/";
    "mail": MAIL = Read::Bytes(mail::read), of_mail = mail::is, b"MIME-Version:";
}

/// How a file begins.
pub(super) struct Head<'a> {
    pub(super) bytes: &'a [u8],
    /// The same in lower case, as far as it is ASCII, without what white space comes first.
    pub(super) text: String,
}

impl Head<'_> {
    pub(super) fn of(bytes: &[u8]) -> Head<'_> {
        let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
        Head { bytes, text: text.trim_start_matches('\u{FEFF}').trim_start().to_owned() }
    }
}

impl Format {
    pub(super) fn reader(self) -> Option<&'static Reader> {
        READERS.iter().find(|r| r.format == self)
    }

    fn of_extension(extension: &str) -> Option<Format> {
        READERS.iter().find(|r| r.extensions.contains(&extension)).map(|r| r.format)
    }

    /// Returns whether files with this extension are read.
    pub(super) fn is_known(extension: &str) -> bool {
        Format::of_extension(&extension.to_ascii_lowercase()).is_some()
    }

    /// What an input is: what it begins with can be surer than its name.
    pub(super) fn of(input: &mut Input<'_>) -> Result<Format, Fault> {
        let extension = input.extension();
        let head = Head::of(input.head()?);
        if head.bytes.trim_ascii().is_empty() {
            return Err(Fault::Empty);
        }
        if let Some(reader) = READERS.iter().find(|r| (r.is)(&head)) {
            return Ok(reader.format);
        }
        match extension {
            Some(e) => Format::of_extension(&e).ok_or(Fault::UnknownExtension(e)),
            None => Ok(Format::sniff(&head.text)),
        }
    }

    /// What a text without a file name looks like.
    fn sniff(text: &str) -> Format {
        if text.starts_with(['{', '[']) {
            Format::Json
        } else if text.starts_with("---\n") || text.starts_with("---\r\n") {
            Format::Markdown
        } else {
            Format::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_reader_and_no_extension_two() {
        let mut seen = Vec::new();
        for reader in READERS {
            assert_eq!(READERS.iter().filter(|r| r.format == reader.format).count(), 1, "{}", reader.name);
            for extension in reader.extensions {
                assert!(!seen.contains(extension), "{extension}");
                seen.push(extension);
            }
        }
    }
}
