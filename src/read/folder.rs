//! A folder → the files of a story in it, and what is left aside; a folder of such folders → the stories.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::Fault;
use super::format::Format;

/// How deep a folder of stories is searched.
const DEEPEST: usize = 16;

/// What lies in a folder, by name.
#[derive(Default)]
pub(super) struct Listing {
    pub(super) files: Vec<PathBuf>,
    /// What looks like no article, or must not be opened.
    pub(super) aside: Vec<(PathBuf, Fault)>,
}

pub(super) fn list(folder: &Path) -> Result<Listing, Fault> {
    let root = fs::canonicalize(folder)?;
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut listing = Listing::default();
    for path in paths.into_iter().filter(|p| !belongs_to_the_story(p)) {
        match judge(&path, &root) {
            Ok(()) => listing.files.push(path),
            Err(fault) => listing.aside.push((path, fault)),
        }
    }
    Ok(listing)
}

/// Files about a story that are no articles, by their names: what is expected of it, its labels, notes, settings, hidden
/// files, and the folder of pictures that browsers save beside a page.
fn belongs_to_the_story(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    ["expected.json", "truth.json", "gainsay.toml"].contains(&name.as_ref())
        || name.starts_with('.')
        || name.to_ascii_uppercase().starts_with("README")
        || (name.ends_with("_files") && path.is_dir())
}

/// What is to be read; links are followed only inside the folder, and nothing but regular files is opened.
fn judge(path: &Path, root: &Path) -> Result<(), Fault> {
    if path.is_symlink() && !fs::canonicalize(path)?.starts_with(root) {
        return Err(Fault::LinkOutside);
    }
    let kind = fs::metadata(path)?;
    if kind.is_dir() {
        return Err(Fault::Folder);
    }
    if !kind.is_file() {
        return Err(Fault::NotAFile);
    }
    match path.extension().map(|e| e.to_string_lossy().into_owned()) {
        Some(e) if Format::is_known(&e) => Ok(()),
        e => Err(Fault::UnknownExtension(e.unwrap_or_default())),
    }
}

/// The folders at or under `folder` that hold article files, by name; a folder that does is searched no further.
#[must_use]
pub fn story_folders(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    search(folder, DEEPEST, &mut found);
    found
}

fn search(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(listing) = list(folder) else { return };
    if !listing.files.is_empty() {
        found.push(folder.to_owned());
    } else if depth > 0 {
        let folders = listing.aside.into_iter().filter(|(_, fault)| matches!(fault, Fault::Folder));
        folders.for_each(|(path, _)| search(&path, depth - 1, found));
    }
}
