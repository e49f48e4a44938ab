//! ZIP → the files in it: a Word or OpenDocument file is one article, any other archive holds as many as it has files.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::error::Fault;
use super::format::{Format, Head};
use super::input::{Input, LIMIT};
use super::item::{Item, Place, Sink};
use super::{docx, odt};

/// Files in an archive, at most, and bytes in all of them.
const MOST_FILES: usize = 10_000;
const MOST_BYTES: u64 = 8 * LIMIT;

pub(super) fn is(head: &Head<'_>) -> bool {
    head.bytes.starts_with(b"PK\x03\x04") || head.bytes.starts_with(b"PK\x05\x06")
}

pub(super) type Archive = ZipArchive<Cursor<Vec<u8>>>;

pub(super) fn read(mut input: Input<'_>, sink: &mut dyn Sink) -> Result<(), Fault> {
    let bytes = input.bytes()?;
    let broken = |e| Fault::NotAnArticle(format!("the archive cannot be opened: {e}"));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let draft = if archive.index_for_name("word/document.xml").is_some() {
        docx::draft(&mut archive)
    } else if archive.index_for_name("content.xml").is_some() {
        odt::draft(&mut archive)
    } else {
        return files(&input.name, &mut archive, sink);
    };
    sink.take(Item { place: Place::Whole, draft });
    Ok(())
}

/// Opens each file that may be an article, by name.
fn files(name: &str, archive: &mut Archive, sink: &mut dyn Sink) -> Result<(), Fault> {
    if archive.is_empty() {
        return Err(Fault::Empty);
    }
    if archive.len() > MOST_FILES {
        return Err(Fault::NotAnArticle(format!("the archive holds more than {MOST_FILES} files")));
    }
    let mut names: Vec<(String, usize)> =
        (0..archive.len()).filter_map(|i| Some((archive.name_for_index(i)?.ok()?.into_owned(), i))).collect();
    names.sort();
    let mut budget = MOST_BYTES;
    for (inner, index) in names {
        let base = inner.rsplit('/').next().unwrap_or_default();
        let is_noise = base.is_empty()
            || base.starts_with('.')
            || inner.starts_with("__MACOSX/")
            || base.to_ascii_uppercase().starts_with("README");
        if is_noise {
            continue;
        }
        let full = format!("{name}/{inner}");
        let extension = base.rsplit_once('.').map(|(_, e)| e.to_owned()).unwrap_or_default();
        if !Format::is_known(&extension) {
            sink.take(Item { place: Place::Named(inner), draft: Err(Fault::UnknownExtension(extension)) });
            continue;
        }
        match archive.by_index(index) {
            Ok(file) => {
                let mut bytes = Vec::new();
                let read = file.take(LIMIT.min(budget) + 1).read_to_end(&mut bytes);
                let fault = match read {
                    Ok(n) if n as u64 > LIMIT.min(budget) => Some(Fault::TooLarge),
                    Ok(n) => {
                        budget -= n as u64;
                        None
                    }
                    Err(error) => Some(Fault::NotAnArticle(format!("it cannot be unpacked: {error}"))),
                };
                match fault {
                    Some(fault) => sink.take(Item { place: Place::Named(inner), draft: Err(fault) }),
                    None => sink.open(Input::stream(&full, None, BufReader::new(Cursor::new(bytes)))),
                }
            }
            Err(error) => sink.take(Item {
                place: Place::Named(inner),
                draft: Err(Fault::NotAnArticle(format!("it cannot be unpacked: {error}"))),
            }),
        }
    }
    Ok(())
}

/// The text of one of a document's files.
pub(super) fn member(archive: &mut Archive, name: &str) -> Result<String, Fault> {
    let broken =
        |e: &dyn std::fmt::Display| Fault::NotAnArticle(format!("its `{name}` cannot be unpacked: {e}"));
    let file = archive.by_name(name).map_err(|e| broken(&e))?;
    let mut bytes = Vec::new();
    let read = file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|e| broken(&e))?;
    if read as u64 > LIMIT {
        return Err(Fault::TooLarge);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
