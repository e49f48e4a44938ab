//! The paths of a command line → the stories they stand for.

use std::path::{Path, PathBuf};

use super::args::StoryArgs;
use super::complain;
use crate::read;

/// The files and folders of one story.
pub(super) struct StoryPaths {
    /// The folder, where the story is one of several.
    pub(super) name: String,
    pub(super) paths: Vec<PathBuf>,
    /// Was it named, and not only found in a folder of stories?
    pub(super) is_named: bool,
}

/// What a command line asks for.
pub(super) enum Plan {
    One(StoryPaths),
    Several(Vec<StoryPaths>),
}

/// Each folder is a story, and so is each folder in a folder without articles of its own; files that are named make one
/// story with everything else that is.
pub(super) fn plan(args: &StoryArgs) -> Plan {
    let is_folder = |p: &PathBuf| p != Path::new("-") && p.is_dir();
    let folders = args.paths.iter().filter(|p| is_folder(p)).count();
    if args.one_story {
        let paths =
            args.paths.iter().flat_map(|p| if is_folder(p) { folders_in(p) } else { vec![p.clone()] });
        return Plan::One(one(paths.collect()));
    }
    if folders < args.paths.len() {
        if folders > 1 {
            complain("files and folders are named together, so all of them are read as one story");
        }
        return Plan::One(one(args.paths.clone()));
    }
    let inner: Vec<(PathBuf, bool)> = args
        .paths
        .iter()
        .flat_map(|p| folders_in(p).into_iter().map(move |inner| (inner.clone(), inner == *p)))
        .collect();
    match inner.as_slice() {
        [(path, true)] => Plan::One(one(vec![path.clone()])),
        _ => Plan::Several(
            inner
                .into_iter()
                .map(|(path, is_named)| StoryPaths {
                    name: path.display().to_string(),
                    paths: vec![path],
                    is_named,
                })
                .collect(),
        ),
    }
}

fn one(paths: Vec<PathBuf>) -> StoryPaths {
    StoryPaths { name: String::new(), paths, is_named: true }
}

/// The story folders at or under a folder; itself where there are none, so that it can be said to be empty.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let found = read::story_folders(folder);
    if found.is_empty() { vec![folder.to_owned()] } else { found }
}
