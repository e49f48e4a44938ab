//! The kinds of file that are read: one line a reader, and how a file's kind is told.

use super::error::Fault;
use super::input::Input;
use super::item::{Item, Sink};
use super::{html, json, markdown, text};

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
}

/// How a format's reader takes its input.
pub(super) enum Read {
    /// As decoded text.
    Text(fn(&str) -> Vec<Item>),
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

/// Every format, those that stand in others after the others: the first whose mark a file bears has it.
#[rustfmt::skip]
pub static READERS: &[Reader] = &[
    Reader { format: Format::Text, name: "Plain text", extensions: &["txt", "text"], summary: "title, perhaps `Outlet | date`, text", is: |_| false, read: Read::Text(text::read) },
    Reader { format: Format::Markdown, name: "Markdown", extensions: &["md", "markdown"], summary: "YAML front matter, then the text", is: |_| false, read: Read::Text(markdown::read) },
    Reader { format: Format::Json, name: "JSON", extensions: &["json", "jsonl", "ndjson"], summary: "an article, a list, or one a line", is: |_| false, read: Read::Text(json::read) },
    Reader { format: Format::Html, name: "Web page", extensions: &["html", "htm", "xhtml"], summary: "the main text; the rest from JSON-LD and meta tags", is: html::is, read: Read::Text(html::read) },
];

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
