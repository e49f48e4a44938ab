//! What can be wrong with an article file, in words that say what to do about it.

/// A file that could not be taken in.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {fault}")]
pub struct ReadError {
    /// The file or folder as it was given; for one of several articles in a file, its place too.
    pub path: String,
    /// What is the matter.
    #[source]
    pub fault: Fault,
}

/// What is the matter with an article file.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file is missing, forbidden, or its device failed.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// A pipe, a socket or a device.
    #[error("is not a regular file; to read from a pipe, give `-` and redirect standard input")]
    NotAFile,
    /// There is nothing in it, or nothing but metadata.
    #[error("is empty: an article needs a text")]
    Empty,
    /// The content is not what the format promises.
    #[error("is not an article: {0}")]
    NotAnArticle(String),
    /// Pages of pictures.
    #[error("has no text layer: its pages are pictures (a scan?); run text recognition (OCR) on it first")]
    Scan,
    /// No reader for this kind of file.
    #[error("unknown kind of file `.{0}`; `gainsay formats` lists what is read")]
    UnknownExtension(String),
    /// A reader that this build was made without.
    #[error("cannot be read by this build of gainsay, which was made without the feature `{0}`")]
    Disabled(&'static str),
    /// The publisher took the article back, or has not let it go.
    #[error("is left out: its publisher has marked it `{0}`")]
    Withdrawn(String),
    /// A feed's entry that only announces an article.
    #[error("is left out: it holds a summary, not the text; save the article itself")]
    SummaryOnly,
    /// A later version of the same article is there.
    #[error("is superseded by version {by}")]
    Superseded {
        /// The version that takes its place.
        by: String,
    },
    /// Another article of the story has the same id.
    #[error("has the same id `{id}` as {first}: rename one of the files, or give it another `id`")]
    SameId {
        /// The id that both have.
        id: String,
        /// Where it was first seen.
        first: String,
    },
    /// A folder without article files.
    #[error("holds no article files; `gainsay formats` lists what is read")]
    EmptyFolder,
    /// A folder inside a story's folder.
    #[error("is a folder inside the story's folder; name it to have it checked")]
    Folder,
    /// A link that would take a story to files outside its folder.
    #[error("is a link that leads outside the folder; name the file itself to have it read")]
    LinkOutside,
    /// More than any article has.
    #[error("is too large to be an article: more than {limit} bytes", limit = super::input::LIMIT)]
    TooLarge,
}

impl Fault {
    pub(super) fn not_an_article(reason: impl std::fmt::Display) -> Fault {
        Fault::NotAnArticle(reason.to_string())
    }

    /// Returns whether it means that something which was asked for is missing from the story. The other faults are
    /// what the articles' publishers say of them.
    #[must_use]
    pub fn is_error(&self) -> bool {
        !matches!(self, Fault::Withdrawn(_) | Fault::SummaryOnly | Fault::Superseded { .. })
    }

    /// Returns whether nothing suggests that the file was meant to be an article.
    pub(super) fn is_foreign(&self) -> bool {
        matches!(self, Fault::UnknownExtension(_) | Fault::Folder)
    }

    /// The fault in two or three words.
    pub(super) fn brief(&self) -> &'static str {
        match self {
            Fault::Unreadable(_) => "cannot be read",
            Fault::NotAFile => "not a regular file",
            Fault::Empty => "empty",
            Fault::NotAnArticle(_) => "not an article",
            Fault::Scan => "no text layer",
            Fault::UnknownExtension(_) => "unknown kind",
            Fault::Disabled(_) => "not in this build",
            Fault::Withdrawn(_) => "withdrawn",
            Fault::SummaryOnly => "a summary only",
            Fault::Superseded { .. } => "superseded",
            Fault::SameId { .. } => "same id",
            Fault::EmptyFolder => "no article files",
            Fault::Folder => "a folder",
            Fault::LinkOutside => "a link that leads outside",
            Fault::TooLarge => "too large",
        }
    }
}
