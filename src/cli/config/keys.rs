//! The parts of `gainsay.toml`, each refusing what it cannot mean while its place in the file is still known.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::check;
use crate::model::Severity;
use crate::pipeline;

/// A number from 0 to 1.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(try_from = "f64")]
#[schemars(extend("minimum" = 0, "maximum" = 1))]
pub(super) struct Probability(f64);

impl TryFrom<f64> for Probability {
    type Error = &'static str;

    fn try_from(p: f64) -> Result<Probability, Self::Error> {
        if (0.0..=1.0).contains(&p) { Ok(Probability(p)) } else { Err("expected a number from 0 to 1") }
    }
}

impl From<Probability> for f64 {
    fn from(p: Probability) -> f64 {
        p.0
    }
}

/// The code of a check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Code(String);

impl Code {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(code: String) -> Result<Code, String> {
        let codes: Vec<&str> = check::metas().iter().map(|m| m.code).collect();
        if codes.contains(&code.as_str()) {
            Ok(Code(code))
        } else {
            let like = |c: &&str| strsim::jaro_winkler(&code, c);
            let nearest = codes.iter().map(|c| (like(c), c)).filter(|(like, _)| *like > 0.8);
            let meant =
                nearest.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, c)| format!("did you mean `{c}`? "));
            let meant = meant.unwrap_or_default();
            Err(format!("no check is called `{code}`; {meant}the checks are {}", codes.join(", ")))
        }
    }
}

/// How one check is set.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CheckSettings {
    /// How grave its conflicts are; conflicts that are notes do not decide the exit code.
    pub(super) severity: Option<Level>,
    /// Leave out what it is less sure of, from 0 to 1.
    pub(super) min_confidence: Option<Probability>,
}

/// A severity, or none.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Error,
    Warning,
    Note,
    /// All that the check finds is left out.
    Off,
}

impl Level {
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Level::Error => Some(Severity::Error),
            Level::Warning => Some(Severity::Warning),
            Level::Note => Some(Severity::Note),
            Level::Off => None,
        }
    }
}

/// One key a check: an editor that knows the schema offers them, and marks misspelt ones.
pub(super) fn checks_schema(generator: &mut SchemaGenerator) -> Schema {
    let settings = generator.subschema_for::<CheckSettings>().to_value();
    let described = |meta: &check::Meta| {
        let mut one = Map::new();
        one.insert("description".to_owned(), meta.summary.into());
        one.insert("allOf".to_owned(), Value::Array(vec![settings.clone()]));
        (meta.code.to_owned(), Value::Object(one))
    };
    let properties: Map<String, Value> = check::metas().into_iter().map(described).collect();
    schemars::json_schema!({
        "description": "The checks by their codes (`gainsay checks` lists them).",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// Copies by the names of outlets.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Copies {
    /// Outlet and the outlet whose text it carries: the first is no voice of its own.
    declared: BTreeMap<String, String>,
    /// Outlets that are never taken for copies, however alike the texts.
    never: Vec<String>,
}

impl Copies {
    pub(super) fn pipeline(&self) -> pipeline::Copies {
        pipeline::Copies { declared: self.declared.clone(), never: self.never.clone() }
    }
}

/// Words that gainsay does not know.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lexicon {
    /// Groups of words of one meaning, in their dictionary forms.
    synonyms: Vec<Group>,
    /// Names with the other names of the same person, body or place.
    aliases: BTreeMap<String, Vec<String>>,
    /// Units of measure by their names in the singular.
    units: BTreeMap<String, Unit>,
}

/// Words of one meaning.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<String>")]
#[schemars(extend("minItems" = 2))]
struct Group(Vec<String>);

impl TryFrom<Vec<String>> for Group {
    type Error = &'static str;

    fn try_from(words: Vec<String>) -> Result<Group, Self::Error> {
        if words.len() > 1 { Ok(Group(words)) } else { Err("expected at least two words of one meaning") }
    }
}

/// A unit of measure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Unit {
    /// Its other words: irregular plurals, abbreviations.
    #[serde(default)]
    words: Vec<String>,
    /// What one of it is in units that gainsay knows ("1233.48 cubic meters").
    equals: Equals,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
struct Equals(String);

impl TryFrom<String> for Equals {
    type Error = String;

    fn try_from(words: String) -> Result<Equals, String> {
        pipeline::Lexicon::default().add_unit("unit", &[], &words).map(|()| Equals(words))
    }
}

impl Lexicon {
    pub(super) fn pipeline(&self) -> pipeline::Lexicon {
        let mut lexicon = pipeline::Lexicon::default();
        for group in &self.synonyms {
            lexicon.add_synonyms(&group.0);
        }
        for (name, aliases) in &self.aliases {
            aliases.iter().for_each(|alias| lexicon.add_alias(name, alias));
        }
        for (name, unit) in &self.units {
            // What cannot be read was refused with its place when the file was.
            let _ = lexicon.add_unit(name, &unit.words, &unit.equals.0);
        }
        lexicon
    }
}

/// A finding to leave out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    /// As the JSON report gives it.
    pub(super) fingerprint: Fingerprint,
    /// Why, for whoever reads the file later.
    #[serde(rename = "reason")]
    _reason: String,
}

/// Sixteen hexadecimal digits.
#[derive(Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{16}$"))]
pub(super) struct Fingerprint(String);

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(words: String) -> Result<Fingerprint, Self::Error> {
        let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        match words.len() == 16 && words.bytes().all(is_digit) {
            true => Ok(Fingerprint(words)),
            false => Err("a fingerprint has sixteen digits from 0 to f, as `--format json` gives it"),
        }
    }
}

impl Fingerprint {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}
