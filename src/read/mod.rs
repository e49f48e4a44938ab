//! Bytes → articles; one file per format.
//!
//! In: paths of files and folders, or standard input. Out: a [`Story`]: the articles that could be read, in order, and a
//! problem for each that could not. The text is left as it was read, because every span points into it.

mod decode;
mod draft;
mod error;
mod html;
mod json;
mod jsonld;
mod markdown;
mod source;
mod stamp;
mod text;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

pub use error::{Fault, ReadError};
pub use source::Format;

use crate::model::{Article, Problem};
use draft::Draft;
use source::Source;

/// The articles of one story, and what could not be read.
#[derive(Debug, Default)]
pub struct Story {
    /// The readable articles, in the order given.
    pub articles: Vec<Article>,
    /// Files left out, and doubts about those taken in.
    pub problems: Vec<Problem>,
}

/// Reads files, folders (all their article files, by name) and `-` (standard input), in the order given.
#[must_use]
pub fn story(paths: &[PathBuf], stdin: &mut dyn Read) -> Story {
    let mut collector = Collector::default();
    for path in paths {
        match source::expand(path) {
            Ok(sources) => sources.iter().for_each(|s| collector.read(s, stdin)),
            Err(error) => collector.fail(&error),
        }
    }
    collector.story
}

/// Reads one article file's bytes as the given format; `None` lets the text itself decide. `name` stands in messages
/// and gives the id to an article that has none.
#[must_use]
pub fn bytes(name: &str, bytes: &[u8], format: Option<Format>) -> Story {
    let mut collector = Collector::default();
    collector.add(&Source::named(name, format), bytes);
    collector.story
}

#[derive(Default)]
struct Collector {
    story: Story,
    /// Where each id was first seen.
    seen: BTreeMap<String, String>,
}

impl Collector {
    fn read(&mut self, source: &Source, stdin: &mut dyn Read) {
        match source.bytes(stdin) {
            Ok(bytes) => self.add(source, &bytes),
            Err(fault) => self.fail(&source.error(fault)),
        }
    }

    fn add(&mut self, source: &Source, bytes: &[u8]) {
        let decoded = match decode::decode(bytes, source.format) {
            Ok(decoded) => decoded,
            Err(fault) => return self.fail(&source.error(fault)),
        };
        let drafts = drafts(source.format.unwrap_or_else(|| Format::sniff(&decoded.text)), &decoded.text);
        let several = drafts.len() > 1;
        for (number, draft) in (1usize..).zip(drafts) {
            let stem = if several { format!("{}-{number}", source.stem()) } else { source.stem() };
            let place =
                if several { format!("{} (article {number})", source.name) } else { source.name.clone() };
            match draft.and_then(|d| d.finish(stem, source.path())) {
                Ok((article, mut doubts)) => {
                    doubts.extend(decoded.doubt.clone());
                    self.take(article, doubts, place);
                }
                Err(fault) => self.fail(&ReadError { path: place, fault }),
            }
        }
    }

    fn take(&mut self, article: Article, doubts: Vec<String>, place: String) {
        if let Some(first) = self.seen.get(&article.id) {
            let fault = Fault::SameId { id: article.id, first: first.clone() };
            return self.fail(&ReadError { path: place, fault });
        }
        self.seen.insert(article.id.clone(), place);
        let problem = |message| Problem { article: article.id.clone(), message };
        self.story.problems.extend(doubts.into_iter().map(problem));
        self.story.articles.push(article);
    }

    fn fail(&mut self, error: &ReadError) {
        let problem = Problem { article: error.path.clone(), message: error.fault.to_string() };
        self.story.problems.push(problem);
    }
}

fn drafts(format: Format, text: &str) -> Vec<Result<Draft, Fault>> {
    match format {
        Format::Text => vec![Ok(text::parse(text))],
        Format::Markdown => vec![markdown::parse(text)],
        Format::Json => json::parse(text),
        Format::Html => vec![html::parse(text)],
    }
}
