//! Bytes → articles; one file per format.
//!
//! In: paths of files and folders, or standard input. Out: a [`Story`]: the articles that could be read, in order, and a
//! problem for each that could not. The text is left as it was read, because every span points into it.

mod agency;
#[cfg(feature = "archives")]
mod archive;
mod clock;
mod collector;
mod correction;
mod decode;
#[cfg(feature = "archives")]
mod docx;
mod draft;
mod error;
#[cfg(feature = "feeds")]
mod feed;
mod folder;
mod format;
mod fragment;
mod guard;
#[cfg(feature = "archives")]
mod gzip;
mod html;
#[cfg(feature = "archives")]
mod http;
mod input;
mod item;
mod json;
mod jsonld;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
mod newsml;
mod ninjs;
mod nitf;
#[cfg(feature = "archives")]
mod odt;
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod prose;
mod rtf;
mod stamp;
mod status;
mod text;
#[cfg(feature = "archives")]
mod warc;
mod xml;

use std::io::Read;
use std::path::PathBuf;

pub use error::{Fault, ReadError};
pub use folder::story_folders;
pub use format::{Format, READERS, Reader};

use crate::model::{Article, Problem};
use collector::Collector;
use input::Input;

/// The articles of one story, and what could not be read.
#[derive(Debug, Default)]
pub struct Story {
    /// The readable articles, in the order given.
    pub articles: Vec<Article>,
    /// What was named and could not be read, and doubts about what was.
    pub problems: Vec<Problem>,
    /// What was merely found, in a folder or an archive, and left aside.
    pub aside: Vec<Aside>,
    /// How many of the problems are of something named that is missing from the story.
    pub unread: usize,
}

/// Something that was found and left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What, and why.
    pub problem: Problem,
    /// The reason in two or three words.
    pub brief: &'static str,
    /// Does nothing suggest that it was meant to be an article (a picture, a folder)?
    pub foreign: bool,
}

/// Reads files, folders (all their article files, by name) and `-` (standard input), in the order given.
#[must_use]
pub fn story(paths: &[PathBuf], stdin: &mut dyn Read) -> Story {
    let mut collector = Collector::default();
    paths.iter().for_each(|path| collector.named(path, stdin));
    collector.finish()
}

/// Reads one article file's bytes as the given format; `None` lets the name and the text itself decide. `name` stands in
/// messages and gives the id to an article that has none.
#[must_use]
pub fn bytes(name: &str, bytes: &[u8], format: Option<Format>) -> Story {
    let mut collector = Collector::default();
    collector.read(Input::stream(name, None, bytes), format);
    collector.bare()
}
