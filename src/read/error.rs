//! What can be wrong with an article file, in words that say what to do about it.

/// A file that could not be taken in.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {fault}")]
pub struct ReadError {
    /// The file or folder as it was given; for one of several articles in a file, its number too.
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
    /// There is nothing in it, or nothing but metadata.
    #[error("is empty: an article needs a text")]
    Empty,
    /// The content is not what the format promises.
    #[error("is not an article: {0}")]
    NotAnArticle(String),
    /// No reader for this kind of file.
    #[error(
        "unknown kind of file `.{0}`: give text (.txt), Markdown (.md), HTML (.html) or JSON (.json, .jsonl)"
    )]
    UnknownExtension(String),
    /// Another article of the story has the same id.
    #[error("has the same id `{id}` as {first}: rename one of the files, or give it another `id`")]
    SameId {
        /// The id that both have.
        id: String,
        /// Where it was first seen.
        first: String,
    },
    /// A folder without article files.
    #[error("holds no article files (.txt, .md, .html, .json, .jsonl)")]
    EmptyFolder,
    /// More than any article has.
    #[error("is too large to be an article: {0} bytes, the limit is {limit}", limit = super::source::LIMIT)]
    TooLarge(u64),
}

impl Fault {
    pub(super) fn not_an_article(reason: impl std::fmt::Display) -> Fault {
        Fault::NotAnArticle(reason.to_string())
    }
}
