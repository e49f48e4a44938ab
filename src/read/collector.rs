//! Puts the articles of a story together: reads what is named and what is found, and says what became of the rest.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::decode;
use super::draft::Draft;
use super::error::{Fault, ReadError};
use super::folder;
use super::format::{self, Format};
use super::input::Input;
use super::item::{Item, Sink};
use super::{Aside, Story};
use crate::model::{Article, Problem};

/// How deep archives may stand in archives.
const DEEPEST: usize = 3;

#[derive(Default)]
pub(super) struct Collector {
    story: Story,
    /// Where each id was first seen.
    seen: BTreeMap<String, String>,
    /// The versions of each article that its publisher numbers.
    versions: BTreeMap<String, Version>,
    /// Is what is read now only found, in a folder or an archive, rather than named?
    found: bool,
    depth: usize,
    /// The file that is being read.
    current: Current,
}

#[derive(Default, Clone)]
struct Current {
    name: String,
    stem: String,
    path: Option<PathBuf>,
    doubt: Option<String>,
}

struct Version {
    number: String,
    /// Id of the article that is kept.
    id: String,
}

impl Collector {
    pub(super) fn finish(mut self) -> Story {
        let undated = self.story.articles.iter().filter(|a| a.published.is_none());
        let ids: Vec<&str> = undated.map(|a| a.id.as_str()).collect();
        let message = match ids.len() {
            0 => return self.story,
            1 => {
                "has no date that can be read: “Friday” stays open in it, and an update looks like a conflict"
            }
            _ => {
                "have no date that can be read: “Friday” stays open in them, and an update looks like a conflict"
            }
        };
        self.story.problems.push(Problem { article: ids.join(", "), message: message.to_owned() });
        self.story
    }

    /// The story without a word on dates, for whoever asks for none.
    pub(super) fn bare(self) -> Story {
        self.story
    }

    /// Reads what a path on the command line stands for.
    pub(super) fn named(&mut self, path: &Path, stdin: &mut dyn Read) {
        self.found = false;
        let name = path.display().to_string();
        if path == Path::new("-") {
            self.read(Input::stream("stdin", None, std::io::BufReader::new(stdin)), None);
        } else if path.is_dir() {
            self.folder(path);
        } else {
            match Input::file(path) {
                Ok(input) => self.read(input, None),
                Err(fault) => self.fail(ReadError { path: name, fault }),
            }
        }
    }

    fn folder(&mut self, path: &Path) {
        let fail = |fault| ReadError { path: path.display().to_string(), fault };
        let listing = match folder::list(path) {
            Ok(listing) => listing,
            Err(fault) => return self.fail(fail(fault)),
        };
        if listing.files.is_empty() {
            self.fail(fail(Fault::EmptyFolder));
        }
        self.found = true;
        for (path, fault) in listing.aside {
            self.fail(ReadError { path: path.display().to_string(), fault });
        }
        for file in &listing.files {
            match Input::file(file) {
                Ok(input) => self.read(input, None),
                Err(fault) => self.fail(ReadError { path: file.display().to_string(), fault }),
            }
        }
    }

    /// Reads one input as the given format, or as what it shows to be.
    pub(super) fn read(&mut self, mut input: Input<'_>, format: Option<Format>) {
        let current =
            Current { name: input.name.clone(), stem: input.stem(), path: input.path.clone(), doubt: None };
        let outer = std::mem::replace(&mut self.current, current);
        let result = match format {
            Some(format) => Ok(format),
            None => Format::of(&mut input),
        };
        if let Err(fault) = result.and_then(|format| self.read_as(input, format)) {
            let path = self.current.name.clone();
            self.fail(ReadError { path, fault });
        }
        self.current = outer;
    }

    fn read_as(&mut self, mut input: Input<'_>, format: Format) -> Result<(), Fault> {
        let Some(reader) = format.reader() else { return Err(Fault::Disabled("")) };
        match reader.read {
            format::Read::Text(read) => {
                let decoded = decode::decode(&input.bytes()?)?;
                self.current.doubt = decoded.doubt;
                read(&decoded.text).into_iter().for_each(|item| self.take(item));
            }
            format::Read::Bytes(read) => read(&input.bytes()?).into_iter().for_each(|item| self.take(item)),
            format::Read::Stream(read) => return self.stream(input, read),
            format::Read::Disabled(feature) => return Err(Fault::Disabled(feature)),
        }
        Ok(())
    }

    /// Reads an archive: what is in it is found, not named. An archive of which nothing came is not read.
    fn stream(
        &mut self,
        input: Input<'_>,
        read: fn(Input<'_>, &mut dyn Sink) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let (was_found, before) = (self.found, (self.story.articles.len(), self.story.unread));
        self.found = was_found || !is_single(&input.name);
        let result = read(input, self);
        self.found = was_found;
        match result {
            Ok(()) if !was_found && before == (self.story.articles.len(), self.story.unread) => {
                Err(Fault::not_an_article("nothing in it could be read"))
            }
            result => result,
        }
    }

    fn add(&mut self, draft: Draft, stem: String, place: &str) -> Result<(), Fault> {
        let (guid, version) = (draft.guid.clone(), draft.version.clone());
        let stem = self.distinct(stem, place);
        let (article, mut doubts) = draft.finish(stem, self.current.path.clone())?;
        self.supersede(&guid, &version, &article, place)?;
        if let Some(first) = self.seen.get(&article.id) {
            return Err(Fault::SameId { id: article.id, first: first.clone() });
        }
        self.seen.insert(article.id.clone(), place.to_owned());
        doubts.extend(self.current.doubt.clone());
        let problem = |message| Problem { article: article.id.clone(), message };
        self.story.problems.extend(doubts.into_iter().map(problem));
        self.story.articles.push(article);
        Ok(())
    }

    /// The id of an article that has none: where a file in another folder has that name, with the folder's before it.
    fn distinct(&self, stem: String, place: &str) -> String {
        let folder = |place: &str| {
            Path::new(place).parent().and_then(Path::file_name).map(|f| f.to_string_lossy().into_owned())
        };
        match (self.seen.get(&stem), folder(place)) {
            (Some(first), Some(own)) if folder(first).as_ref() != Some(&own) => format!("{own}/{stem}"),
            _ => stem,
        }
    }

    /// Makes room for a later version of an article that is there, or refuses an earlier one.
    fn supersede(&mut self, guid: &str, version: &str, article: &Article, place: &str) -> Result<(), Fault> {
        if guid.is_empty() {
            return Ok(());
        }
        let new = Version { number: version.to_owned(), id: article.id.clone() };
        let Some(old) = self.versions.get(guid) else {
            self.versions.insert(guid.to_owned(), new);
            return Ok(());
        };
        if old.number == version {
            return Ok(());
        }
        if !is_later(version, &old.number) {
            return Err(Fault::Superseded { by: old.number.clone() });
        }
        let id = old.id.clone();
        self.story.articles.retain(|a| a.id != id);
        self.story.problems.retain(|p| p.article != id);
        let path = self.seen.remove(&id).unwrap_or_else(|| place.to_owned());
        self.versions.insert(guid.to_owned(), new);
        self.fail(ReadError { path, fault: Fault::Superseded { by: version.to_owned() } });
        Ok(())
    }

    pub(super) fn fail(&mut self, error: ReadError) {
        let ReadError { path, fault } = error;
        let problem = Problem { article: path, message: fault.to_string() };
        if self.found && fault.is_error() {
            self.story.aside.push(Aside { problem, brief: fault.brief(), foreign: fault.is_foreign() });
        } else {
            self.story.unread += usize::from(fault.is_error());
            self.story.problems.push(problem);
        }
    }
}

impl Sink for Collector {
    fn take(&mut self, item: Item) {
        let place = format!("{}{}", self.current.name, item.place.suffix());
        let stem = item.place.id(&self.current.stem);
        if let Err(fault) = item.draft.and_then(|draft| self.add(draft, stem, &place)) {
            self.fail(ReadError { path: place, fault });
        }
    }

    fn open(&mut self, inner: Input<'_>) {
        if self.depth == DEEPEST {
            let fault = Fault::not_an_article("it is an archive in an archive in an archive");
            return self.fail(ReadError { path: inner.name.clone(), fault });
        }
        self.depth += 1;
        self.read(inner, None);
        self.depth -= 1;
    }
}

/// Returns whether a file of this name holds one article rather than several: what is wrong with that is wrong with it.
fn is_single(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".docx", ".odt"].iter().any(|e| name.ends_with(e))
        || (name.ends_with(".gz") && !name.ends_with(".warc.gz"))
}

/// Returns whether one version is later than another: as numbers where both are, else as words, for times in ISO 8601
/// have an order as words.
fn is_later(one: &str, other: &str) -> bool {
    match (one.parse::<u64>(), other.parse::<u64>()) {
        (Ok(one), Ok(other)) => one > other,
        _ => one > other,
    }
}
