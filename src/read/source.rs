//! Paths → the files to read: folders opened, kinds of file recognised by their names.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::error::{Fault, ReadError};

/// Files above this size are refused: a story's articles are thousands of bytes, and offsets must fit 32 bits.
pub(super) const LIMIT: u64 = 64 << 20;

/// The formats an article can be read from.
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

impl Format {
    fn of_extension(extension: &str) -> Option<Format> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "json" | "jsonl" | "ndjson" => Some(Format::Json),
            "html" | "htm" | "xhtml" => Some(Format::Html),
            _ => None,
        }
    }

    /// What a text without a file name looks like.
    pub(super) fn sniff(text: &str) -> Format {
        let head: String = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
        if head.starts_with(['{', '[']) {
            Format::Json
        } else if ["<!doctype html", "<html", "<?xml"].iter().any(|p| head.starts_with(p)) {
            Format::Html
        } else if head.starts_with("---\n") || head.starts_with("---\r\n") {
            Format::Markdown
        } else {
            Format::Text
        }
    }
}

/// One file, or standard input.
pub(super) struct Source {
    /// As it was given on the command line.
    pub(super) name: String,
    /// `None`: to be told from the text.
    pub(super) format: Option<Format>,
    path: Option<PathBuf>,
}

impl Source {
    pub(super) fn named(name: &str, format: Option<Format>) -> Source {
        Source { name: name.to_owned(), format, path: None }
    }

    fn file(path: &Path) -> Result<Source, Fault> {
        let format = match path.extension() {
            None => None,
            Some(e) => {
                let e = e.to_string_lossy();
                Some(Format::of_extension(&e).ok_or_else(|| Fault::UnknownExtension(e.into_owned()))?)
            }
        };
        Ok(Source { name: path.display().to_string(), format, path: Some(path.to_owned()) })
    }

    pub(super) fn bytes(&self, stdin: &mut dyn Read) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        let read = match &self.path {
            Some(path) => fs::File::open(path)?.take(LIMIT + 1).read_to_end(&mut bytes)?,
            None => stdin.take(LIMIT + 1).read_to_end(&mut bytes)?,
        };
        if read as u64 > LIMIT { Err(Fault::TooLarge(read as u64)) } else { Ok(bytes) }
    }

    pub(super) fn path(&self) -> Option<PathBuf> {
        self.path.clone()
    }

    /// The file's name without its extension.
    pub(super) fn stem(&self) -> String {
        let path = self.path.as_deref().unwrap_or(Path::new(&self.name));
        path.file_stem().map_or_else(|| self.name.clone(), |s| s.to_string_lossy().into_owned())
    }

    pub(super) fn error(&self, fault: Fault) -> ReadError {
        ReadError { path: self.name.clone(), fault }
    }
}

/// The files that a path on the command line stands for.
pub(super) fn expand(path: &Path) -> Result<Vec<Source>, ReadError> {
    let sources = if path == Path::new("-") {
        Ok(vec![Source::named("stdin", None)])
    } else if path.is_dir() {
        folder(path)
    } else {
        Source::file(path).map(|s| vec![s])
    };
    sources.map_err(|fault| ReadError { path: path.display().to_string(), fault })
}

fn folder(path: &Path) -> Result<Vec<Source>, Fault> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        if is_article_file(&file) {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() { Err(Fault::EmptyFolder) } else { files.iter().map(|f| Source::file(f)).collect() }
}

/// Files in a folder that are no articles by their name: what is expected of the story, its labels, notes, hidden and foreign files.
fn is_article_file(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    let known = path.extension().is_some_and(|e| Format::of_extension(&e.to_string_lossy()).is_some());
    let aside = ["expected.json", "truth.json"].contains(&name.as_ref())
        || name.starts_with('.')
        || name.to_ascii_uppercase().starts_with("README");
    known && !aside && path.is_file()
}
