//! What a settings file names and nothing matches: an ignored finding that is gone, an outlet that is misspelt.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Settings;
use crate::model::Article;

/// By settings file, what has matched nothing so far.
#[derive(Default)]
pub(in crate::cli) struct Unmatched(BTreeMap<PathBuf, Keys>);

struct Keys {
    ignores: BTreeSet<String>,
    outlets: BTreeSet<String>,
}

impl Unmatched {
    fn of(&mut self, settings: &Settings) -> Option<&mut Keys> {
        let keys = || Keys {
            ignores: settings.ignore.iter().map(|i| i.fingerprint.as_str().to_owned()).collect(),
            outlets: settings.outlets.keys().cloned().collect(),
        };
        Some(self.0.entry(settings.path.clone()?).or_insert_with(keys))
    }

    /// Crosses out the outlets that a story's articles have, as they were read.
    pub(in crate::cli) fn of_articles(&mut self, settings: &Settings, articles: &[Article]) {
        let Some(keys) = self.of(settings) else { return };
        for article in articles {
            if let Some(key) = settings.outlet_key(article) {
                keys.outlets.remove(key);
            }
        }
    }

    /// Crosses out the findings that a story has.
    pub(in crate::cli) fn of_findings(&mut self, settings: &Settings, fingerprints: BTreeSet<String>) {
        let Some(keys) = self.of(settings) else { return };
        keys.ignores.retain(|i| !fingerprints.contains(i));
    }

    /// Warnings of what is left, for files of which all stories were checked: another story may have what this one has
    /// not.
    pub(in crate::cli) fn warnings(&self, given: bool, checked: &[PathBuf]) -> Vec<String> {
        let folders: Vec<PathBuf> = checked.iter().filter_map(|p| std::fs::canonicalize(p).ok()).collect();
        let mut warnings = Vec::new();
        for (path, keys) in &self.0 {
            if !given && !path.parent().is_some_and(|parent| is_within(parent, &folders)) {
                continue;
            }
            let name = path.display();
            let ignore = |i: &String| format!("{name}: no finding has the ignored fingerprint {i}");
            let outlet = |o: &String| format!("{name}: no article is of the outlet `{o}`");
            warnings.extend(keys.ignores.iter().map(ignore));
            warnings.extend(keys.outlets.iter().map(outlet));
        }
        warnings
    }
}

fn is_within(folder: &Path, checked: &[PathBuf]) -> bool {
    checked.iter().any(|c| folder.starts_with(c))
}
