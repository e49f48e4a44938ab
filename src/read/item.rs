//! What a reader hands over: a draft or a fault, and where in the file it stands.

use super::draft::Draft;
use super::error::Fault;
use super::input::Input;

/// Where in a file an article stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the file.
    Whole,
    /// Which one of several it is.
    Article(usize),
    /// The line it stands in; which one of several it is.
    Line(usize, usize),
    /// A record of an archive by its address, a message by its part.
    Named(String),
}

impl Place {
    /// The place as it is added to the file's name.
    pub(super) fn suffix(&self) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Article(number) => format!(" (article {number})"),
            Place::Line(line, _) => format!(" (line {line})"),
            Place::Named(name) => format!(" ({name})"),
        }
    }

    /// The id of an article that has none, in a file of the given stem.
    pub(super) fn id(&self, stem: &str) -> String {
        match self {
            Place::Whole => stem.to_owned(),
            Place::Article(number) | Place::Line(_, number) => format!("{stem}-{number}"),
            Place::Named(name) => format!("{stem}-{name}"),
        }
    }
}

/// An article, or why there is none.
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) draft: Result<Draft, Fault>,
}

impl Item {
    pub(super) fn whole(draft: Result<Draft, Fault>) -> Vec<Item> {
        vec![Item { place: Place::Whole, draft }]
    }

    /// Several articles, numbered; a file of one is that article.
    pub(super) fn several(drafts: Vec<Result<Draft, Fault>>) -> Vec<Item> {
        let is_one = drafts.len() == 1;
        let place = |number| if is_one { Place::Whole } else { Place::Article(number) };
        (1usize..).zip(drafts).map(|(n, draft)| Item { place: place(n), draft }).collect()
    }
}

/// What takes in articles as they are read, and opens what a reader finds inside a file.
pub(super) trait Sink {
    /// Takes an article of the file that is being read.
    fn take(&mut self, item: Item);
    /// Reads a file found inside the one that is being read.
    fn open(&mut self, inner: Input<'_>);
}
