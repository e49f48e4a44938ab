//! A named stream of bytes → what a reader works on. Files are opened here, and nothing is read beyond a limit.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::error::Fault;

/// Files above this size are refused: a story's articles are thousands of bytes, and offsets must fit 32 bits.
pub(super) const LIMIT: u64 = 64 << 20;

/// How much of a file its format is told from.
const HEAD: usize = 4096;

/// One file, standard input, or a part of an archive.
pub(super) struct Input<'a> {
    /// As it was given on the command line; in an archive, after the archive's own name.
    pub(super) name: String,
    /// What its kind and its article's id are told from: the name, without what says that it is compressed.
    kind: String,
    /// The file on disk.
    pub(super) path: Option<PathBuf>,
    stream: Box<dyn BufRead + 'a>,
}

impl<'a> Input<'a> {
    /// Opens a file; anything but a regular one could block or never end.
    pub(super) fn file(path: &Path) -> Result<Input<'static>, Fault> {
        if !fs::metadata(path)?.is_file() {
            return Err(Fault::NotAFile);
        }
        let stream = Box::new(BufReader::with_capacity(1 << 16, fs::File::open(path)?));
        Ok(Input::stream(&path.display().to_string(), Some(path.to_owned()), stream))
    }

    pub(super) fn stream(name: &str, path: Option<PathBuf>, stream: impl BufRead + 'a) -> Input<'a> {
        Input { name: name.to_owned(), kind: name.to_owned(), path, stream: Box::new(stream) }
    }

    /// The same under another name as far as its kind goes.
    pub(super) fn known_as(self, kind: &str) -> Input<'a> {
        Input { kind: kind.to_owned(), ..self }
    }

    /// The first bytes, which stay to be read.
    pub(super) fn head(&mut self) -> Result<&[u8], Fault> {
        // One call may give less than the buffer holds room for, as from a pipe: then the rest is read ahead.
        let mut head = Vec::new();
        let stream = std::mem::replace(&mut self.stream, Box::new(std::io::empty()));
        let mut limited = stream.take(HEAD as u64);
        limited.read_to_end(&mut head)?;
        self.stream = Box::new(std::io::Cursor::new(head).chain(limited.into_inner()));
        Ok(self.stream.fill_buf()?)
    }

    /// All of it.
    pub(super) fn bytes(&mut self) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        let read = (&mut self.stream).take(LIMIT + 1).read_to_end(&mut bytes)?;
        if read as u64 > LIMIT { Err(Fault::TooLarge) } else { Ok(bytes) }
    }

    pub(super) fn into_stream(self) -> Box<dyn BufRead + 'a> {
        self.stream
    }

    /// The file's name without its folder and extension.
    pub(super) fn stem(&self) -> String {
        let stem = Path::new(&self.kind).file_stem();
        stem.map_or_else(|| self.kind.clone(), |s| s.to_string_lossy().into_owned())
    }

    /// The part of the name after the last full stop, in lower case.
    pub(super) fn extension(&self) -> Option<String> {
        Path::new(&self.kind).extension().map(|e| e.to_string_lossy().to_ascii_lowercase())
    }
}
