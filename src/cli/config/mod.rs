//! `gainsay.toml`: what a desk sets once for all its stories.

mod keys;
mod unmatched;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Deserialize;

use super::Failure;
use crate::model::{Article, Kind};
use crate::pipeline::{self, CheckConfig};
use keys::{CheckSettings, Code, Copies, Ignore, Lexicon, Probability};
pub(super) use unmatched::Unmatched;

const NAME: &str = "gainsay.toml";

/// The file's keys. Unknown ones are mistakes, and are shown with their place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "gainsay.toml")]
pub(super) struct Settings {
    /// Leave out findings that are less sure than this, from 0 to 1.
    min_confidence: Option<Probability>,
    /// Only findings of these kinds.
    pub(super) kinds: Vec<Kind>,
    /// Findings of these kinds are left out.
    pub(super) kinds_off: Vec<Kind>,
    /// The checks by their codes (`gainsay checks` lists them).
    #[schemars(schema_with = "keys::checks_schema")]
    checks: BTreeMap<Code, CheckSettings>,
    /// Names of outlets by their domain ("news.example") or by the name that articles give them.
    outlets: BTreeMap<String, String>,
    /// Who repeats whom, beside what the texts show.
    copies: Copies,
    /// Words that gainsay does not know.
    lexicon: Lexicon,
    /// Findings to leave out.
    ignore: Vec<Ignore>,
    /// The file they stand in.
    #[serde(skip)]
    path: Option<PathBuf>,
}

impl Settings {
    /// Reads the file given, or else the `gainsay.toml` next to the articles or in a folder above them; no file is no
    /// settings.
    pub(super) fn load(given: Option<&Path>, articles: &[PathBuf]) -> Result<Settings, Failure> {
        let Some(path) = given.map(Path::to_owned).or_else(|| find(articles.first()?)) else {
            return Ok(Settings::default());
        };
        let text = fs::read_to_string(&path).map_err(|e| Failure::file(&path, e))?;
        let settings = toml::from_str::<Settings>(&text).map_err(|error| Failure::Settings {
            path: path.display().to_string(),
            tip: tip(error.message()),
            source: Box::new(error),
        })?;
        Ok(Settings { path: Some(path), ..settings })
    }

    /// Leave out what is less sure than this.
    pub(super) fn min_confidence(&self) -> Option<f64> {
        self.min_confidence.map(f64::from)
    }

    /// Is the finding of this fingerprint one to leave out?
    pub(super) fn ignores(&self, fingerprint: &str) -> bool {
        self.ignore.iter().any(|i| i.fingerprint.as_str() == fingerprint)
    }

    /// What of it concerns the analysis.
    pub(super) fn pipeline(&self) -> pipeline::Config {
        let check = |c: &CheckSettings| CheckConfig {
            off: c.severity.is_some_and(|l| l.severity().is_none()),
            severity: c.severity.and_then(keys::Level::severity),
            min_confidence: c.min_confidence.map_or(0.0, f64::from),
        };
        pipeline::Config {
            checks: self.checks.iter().map(|(code, c)| (code.as_str().to_owned(), check(c))).collect(),
            copies: self.copies.pipeline(),
            lexicon: self.lexicon.pipeline(),
            ..pipeline::Config::default()
        }
    }

    /// Gives an article's outlet the name that the file has for it.
    pub(super) fn rename(&self, article: &mut Article) {
        let name = self.outlet_key(article).and_then(|key| self.outlets.get(key));
        if let Some(name) = name {
            article.outlet.clone_from(name);
        }
    }

    /// What the file calls an article's outlet by: its name, or the domain of its address.
    fn outlet_key(&self, article: &Article) -> Option<&str> {
        let host = article.url.as_deref().map(host).unwrap_or_default();
        let of_host = |key: &&String| host == **key || host.ends_with(&format!(".{key}"));
        let by_name = self.outlets.get_key_value(&article.outlet).map(|(key, _)| key);
        by_name.or_else(|| self.outlets.keys().find(of_host)).map(String::as_str)
    }
}

/// What may have been meant by a word that is not known, from the words that the message offers instead.
fn tip(message: &str) -> String {
    let mut words = message.split('`').skip(1).step_by(2);
    let Some(unknown) = words.next().filter(|_| message.starts_with("unknown ")) else {
        return String::new();
    };
    let like = |word: &&str| strsim::jaro_winkler(unknown, word);
    let nearest = words.map(|w| (like(&w), w)).filter(|(like, _)| *like > 0.8);
    match nearest.max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((_, word)) => format!("\ntip: did you mean `{word}`?"),
        None => String::new(),
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
    use super::*;

    #[test]
    fn hosts() {
        assert_eq!(host("https://news.example:443/a"), "news.example");
        assert_eq!((host("news.example/a"), host("")), ("news.example", ""));
    }

    /// Mistakes are refused, with the line where they stand.
    #[test]
    fn mistakes() {
        for (text, line, message) in [
            ("kind = []", 1, "unknown field `kind`"),
            ("\nmin-confidence = 7", 2, "expected a number from 0 to 1"),
            ("[checks.value-difers]\nseverity = \"off\"", 1, "no check is called `value-difers`"),
            ("[checks.value-differs]\nseverity = \"grave\"", 2, "unknown variant `grave`"),
            ("[checks.value-differs]\nlevel = \"off\"", 2, "unknown field `level`"),
            ("[copies]\nnever = \"The Gull\"", 2, "expected a sequence"),
            ("[[ignore]]\nfingerprint = \"4c2732c6aaefb3f7\"", 1, "missing field `reason`"),
            ("[lexicon]\nsynonyms = [[\"storm\"]]", 2, "at least two words"),
            ("[lexicon.units.hogshead]\nequals = \"very much\"", 2, "is no number of a unit"),
        ] {
            let error = toml::from_str::<Settings>(text).unwrap_err().to_string();
            assert!(error.contains(message), "{text:?}: {error}");
            assert!(error.contains(&format!("at line {line},")), "{text:?}: {error}");
        }
    }

    #[test]
    fn what_was_meant() {
        for (text, word) in [
            ("kind = []", "`kinds`"),
            ("min_confidence = 1", "`min-confidence`"),
            ("outlet = {}", "`outlets`"),
            ("kinds = [\"counts\"]", "`count`"),
            ("[checks.value-differs]\nseverty = \"off\"", "`severity`"),
        ] {
            let error = toml::from_str::<Settings>(text).unwrap_err();
            assert_eq!(tip(error.message()), format!("\ntip: did you mean {word}?"), "{text:?}");
        }
        let error = toml::from_str::<Settings>("xyzzy = 1").unwrap_err();
        assert_eq!(tip(error.message()), "");
    }

    #[test]
    fn everything_at_once() {
        let text = r#"
            min-confidence = 0.6
            kinds = ["count", "money"]
            kinds-off = ["ordinal"]
            checks.value-differs = { severity = "note", min-confidence = 0.8 }
            checks.name-spelling.severity = "off"
            outlets = { "news.example" = "The News" }
            copies = { declared = { "The Gull" = "Morning Wire" }, never = ["The News"] }
            ignore = [{ fingerprint = "4c2732c6aaefb3f7", reason = "two ferries" }]
            [lexicon]
            synonyms = [["collision", "allision"]]
            aliases = { "Maritime Agency" = ["the agency"] }
            units = { acre-foot = { words = ["acre-feet"], equals = "1233.48 cubic meters" } }
        "#;
        let config = toml::from_str::<Settings>(text).unwrap().pipeline();
        assert!(config.checks["name-spelling"].off && !config.checks["value-differs"].off);
        assert_eq!(config.copies.never, ["The News"]);
    }
}
