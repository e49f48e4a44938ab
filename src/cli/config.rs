//! `gainsay.toml`: what a desk sets once for all its stories.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Deserialize;

use super::Failure;
use crate::model::{Article, Kind};

const NAME: &str = "gainsay.toml";

/// The file's keys. Unknown ones are mistakes, and are shown with their place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "gainsay.toml")]
pub(super) struct Settings {
    /// Leave out findings that are less sure than this, from 0 to 1.
    pub(super) min_confidence: Option<f64>,
    /// Only findings of these kinds.
    pub(super) kinds: Vec<Kind>,
    /// Names of outlets by their domain ("news.example") or by the name that articles give them.
    outlets: BTreeMap<String, String>,
    /// Findings to leave out.
    pub(super) ignore: Vec<Ignore>,
}

/// A finding to leave out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    /// As the JSON report gives it.
    pub(super) fingerprint: String,
    /// Why, for whoever reads the file later.
    #[serde(rename = "reason")]
    _reason: String,
}

impl Settings {
    /// Reads the file given, or else the `gainsay.toml` next to the articles or in a folder above them; no file is no
    /// settings.
    pub(super) fn load(given: Option<&Path>, articles: &[PathBuf]) -> Result<Settings, Failure> {
        let Some(path) = given.map(Path::to_owned).or_else(|| find(articles.first()?)) else {
            return Ok(Settings::default());
        };
        let text = fs::read_to_string(&path).map_err(|e| Failure::file(&path, e))?;
        let settings: Settings = toml::from_str(&text).map_err(|source| Failure::Settings {
            path: path.display().to_string(),
            source: Box::new(source),
        })?;
        match settings.min_confidence {
            Some(p) if !(0.0..=1.0).contains(&p) => {
                Err(Failure::Probability { path: path.display().to_string() })
            }
            _ => Ok(settings),
        }
    }

    /// Gives an article's outlet the name that the file has for it.
    pub(super) fn rename(&self, article: &mut Article) {
        let host = article.url.as_deref().map(host).unwrap_or_default();
        let of_host = |(key, _): &(&String, &String)| host == *key || host.ends_with(&format!(".{key}"));
        let name = self
            .outlets
            .get(&article.outlet)
            .or_else(|| self.outlets.iter().find(of_host).map(|(_, name)| name));
        if let Some(name) = name {
            article.outlet.clone_from(name);
        }
    }
}

/// The JSON Schema of the file.
pub(super) fn schema() -> serde_json::Value {
    schemars::schema_for!(Settings).to_value()
}

fn find(first: &Path) -> Option<PathBuf> {
    let start = if first == Path::new("-") { Path::new(".") } else { first };
    let start = fs::canonicalize(start).ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

/// "news.example" in "https://news.example:443/a".
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn hosts() {
        assert_eq!(host("https://news.example:443/a"), "news.example");
        assert_eq!((host("news.example/a"), host("")), ("news.example", ""));
    }
}
