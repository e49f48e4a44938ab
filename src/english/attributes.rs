//! What news says of people, bodies, things and events: data/en/attributes.toml in, its rows out, with an index of the
//! words that tell them.
//!
//! A row is one attribute ("plea"): who holds it, which words tell it, which values it takes, when two values exclude
//! each other, and how its question is asked. The head of the table says how a row is written.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Kind;

const TABLE: &str = include_str!("../../data/en/attributes.toml");

/// What holds an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    /// Somebody.
    Person,
    /// A company, an authority, a team.
    Body,
    /// Anything else that a noun names.
    Thing,
    /// What the story is about as a whole: it needs no words of its own.
    Event,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Compare {
    /// Different values exclude each other: a conflict.
    Exclusive,
    /// Values come one after the other: a later one is an update.
    Ladder,
    /// Different values can all be true.
    Free,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Filler {
    /// One of the row's values.
    #[default]
    Value,
    /// The name of a town or country.
    Place,
    /// A name that ends in one of the row's `endings` ("Elm Street School").
    Named,
    /// The office or trade beside somebody's name.
    Title,
    /// The name beside an office.
    Person,
}

/// Where the value stands, seen from the trigger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Its object.
    #[default]
    Object,
    /// Its subject.
    Subject,
    /// Right before it ("a blue | Toyota").
    Before,
    /// Right behind it ("broken | leg").
    After,
    /// Anywhere in the sentence.
    Sentence,
    /// Behind one of these prepositions.
    #[serde(untagged)]
    Prepositions(String),
}

/// Whose value it is, seen from the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Of {
    /// Who undergoes it, else who does it.
    #[default]
    Told,
    /// Who does it.
    Subject,
    /// Whose name stands before it, with an age at most between them.
    Name,
    /// The trigger itself, with the name behind it.
    Itself,
    /// Everybody who is named in the sentence.
    Sentence,
}

/// What tells two questions of one attribute and one holder apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Detail {
    /// Nothing: there is one.
    #[default]
    None,
    /// The figure beside it ("fell 7.1 %"): without one nothing is told.
    Figure,
    /// What was agreed to or refused: the verb or noun behind "to".
    Complement,
    /// The trigger ("first | woman").
    Trigger,
    /// The ending of the name ("high school").
    Ending,
}

/// One way in which an attribute is told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// Phrases of lemmas, divided by commas.
    pub words: String,
    /// Where the value stands.
    #[serde(default)]
    pub role: Role,
    /// Whose it is.
    #[serde(default)]
    pub of: Of,
}

/// A row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What holds it.
    pub holder: Holder,
    /// The kind of its findings.
    pub kind: Kind,
    /// Its question, with `{holder}` and `{detail}` to be filled in.
    pub question: String,
    /// How two values are compared.
    pub compare: Compare,
    /// What a value is.
    #[serde(default)]
    pub filler: Filler,
    /// The values, each as "name: phrase, phrase".
    #[serde(default, rename = "values")]
    written: Vec<String>,
    /// Values of which several can be true at once, in groups.
    #[serde(default)]
    together: Vec<Vec<String>>,
    /// Where given: only values of one of these groups exclude each other.
    #[serde(default)]
    rivals: Vec<Vec<String>>,
    /// How it is told; where none is given, a value's own phrases tell it.
    #[serde(default)]
    pub triggers: Vec<Trigger>,
    /// What tells two questions apart.
    #[serde(default)]
    pub detail: Detail,
    /// Endings of names, for [`Filler::Named`].
    #[serde(default)]
    pub endings: Vec<String>,
    /// Words of names or titles that say nothing of which one is meant.
    #[serde(default)]
    pub plain: Vec<String>,
    /// Words that make another value of the one they stand before ("deputy").
    #[serde(default)]
    pub lower: Vec<String>,
    /// Words beside the trigger with which nothing is told.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// Words of which one must stand in the sentence.
    #[serde(default)]
    pub with: Vec<String>,
    /// Is it told only by articles that give one value?
    #[serde(default)]
    pub single: bool,
    /// Why two values exclude each other.
    #[serde(default)]
    pub reason: String,
    /// Pairs of texts between which it fires.
    pub fires: Vec<[String; 2]>,
    /// Pairs of texts between which it must not.
    pub ignores: Vec<[String; 2]>,
    /// The names of the values, in the order of the table.
    #[serde(skip)]
    values: Vec<String>,
}

impl Attribute {
    /// The name of a value by its number.
    #[must_use]
    pub fn value(&self, number: u8) -> &str {
        self.values.get(usize::from(number)).map_or("", String::as_str)
    }

    /// The names of its values.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// Groups of values; where there are any, only two of one group exclude each other.
    #[must_use]
    pub fn rivals(&self) -> &[Vec<String>] {
        &self.rivals
    }

    /// Returns whether two values cannot both be true.
    #[must_use]
    pub fn excludes(&self, a: &str, b: &str) -> bool {
        let one = |groups: &[Vec<String>]| {
            groups.iter().any(|g| [a, b].iter().all(|v| g.iter().any(|known| known == v)))
        };
        a != b && !one(&self.together) && (self.rivals.is_empty() || one(&self.rivals))
    }
}

/// A word of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseWord {
    /// A lemma, or a word as it is written.
    Is(&'static str),
    /// A number of two or more.
    Number,
}

/// A phrase that tells an attribute, or names one of its values.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Whose it is.
    pub attribute: &'static Attribute,
    /// What it tells.
    pub tells: Tells,
    /// Its words behind the first one.
    pub rest: Vec<PhraseWord>,
    /// Must it be denied ("no arrest")?
    pub denied: bool,
    /// Must its only word be a verb?
    pub verb: bool,
    /// Must the holder be its object ("fired the coach")?
    pub object: bool,
}

/// What a phrase tells.
#[derive(Debug, Clone, Copy)]
pub enum Tells {
    /// That the value stands in a role beside it.
    Trigger(&'static Trigger),
    /// A value by itself, by number.
    Value(u8),
    /// A value, where a trigger stands beside it.
    Filler(u8),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    classes: BTreeMap<String, String>,
    attribute: Vec<Attribute>,
}

fn read(table: &str) -> Result<Table, toml::de::Error> {
    let mut table: Table = toml::from_str(table)?;
    for row in &mut table.attribute {
        row.values = row.written.iter().map(|v| named(v).0.to_owned()).collect();
    }
    Ok(table)
}

/// The name of a value and its phrases.
fn named(value: &str) -> (&str, &str) {
    value.split_once(": ").unwrap_or((value, value))
}

static ROWS: LazyLock<Table> =
    LazyLock::new(|| read(TABLE).unwrap_or(Table { classes: BTreeMap::new(), attribute: Vec::new() }));

/// Phrases by their first word, the longest first.
static INDEX: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut index: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for attribute in attributes() {
        let alone = attribute.triggers.is_empty() && attribute.filler == Filler::Value;
        let tells = |n: u8| if alone { Tells::Value(n) } else { Tells::Filler(n) };
        let values = (0u8..).zip(&attribute.written).map(|(n, v)| (named(v).1, tells(n)));
        let triggers = attribute.triggers.iter().map(|t| (t.words.as_str(), Tells::Trigger(t)));
        for (phrases, tells) in values.chain(triggers) {
            for phrase in phrases.split(", ") {
                enter(&mut index, attribute, phrase, tells);
            }
        }
    }
    for list in index.values_mut() {
        list.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
    }
    index
});

const MARKS: [char; 3] = ['!', '~', '@'];

fn enter(
    index: &mut HashMap<&'static str, Vec<Phrase>>,
    attribute: &'static Attribute,
    phrase: &'static str,
    tells: Tells,
) {
    let words = phrase.trim_start_matches(MARKS);
    let marked = |mark: char| phrase.chars().take_while(|c| MARKS.contains(c)).any(|c| c == mark);
    for words in expand(words) {
        let Some((&PhraseWord::Is(first), rest)) = words.split_first() else { continue };
        index.entry(first).or_default().push(Phrase {
            attribute,
            tells,
            rest: rest.to_vec(),
            denied: marked('!'),
            verb: rest.is_empty() && !marked('~') && !matches!(tells, Tells::Filler(_)),
            object: marked('@'),
        });
    }
}

/// A phrase with each of its classes replaced by each of their words.
fn expand(phrase: &'static str) -> Vec<Vec<PhraseWord>> {
    let mut phrases: Vec<Vec<PhraseWord>> = vec![Vec::new()];
    for word in phrase.split(' ') {
        let class = word.strip_prefix('<').and_then(|w| w.strip_suffix('>'));
        let choices: Vec<Vec<PhraseWord>> = match class {
            Some("number") => vec![vec![PhraseWord::Number]],
            Some(class) => class_words(class).map(|w| w.split(' ').map(PhraseWord::Is).collect()).collect(),
            None => vec![vec![PhraseWord::Is(word)]],
        };
        phrases =
            phrases.iter().flat_map(|p| choices.iter().map(move |c| [p.as_slice(), c].concat())).collect();
    }
    phrases
}

/// The words of a class of the table ("weapon"); none where there is no such class.
pub fn class_words(class: &str) -> impl Iterator<Item = &'static str> + use<> {
    ROWS.classes.get(class).into_iter().flat_map(|words| words.split(", "))
}

/// Returns whether a word belongs to a class of the table.
#[must_use]
pub fn is_in_class(word: &str, class: &str) -> bool {
    class_words(class).any(|w| w.eq_ignore_ascii_case(word))
}

/// Every attribute, in the order of the table.
#[must_use]
pub fn attributes() -> &'static [Attribute] {
    &ROWS.attribute
}

/// Returns whether two words are values of one attribute that exclude each other ("support", "oppose").
#[must_use]
pub fn opposed(a: &str, b: &str) -> bool {
    let values = |word: &str| {
        let phrases = attribute_phrases(word).iter().filter(|p| p.rest.is_empty() && !p.denied);
        phrases.filter_map(|p| match p.tells {
            Tells::Value(number) | Tells::Filler(number) => Some((p.attribute, number)),
            Tells::Trigger(_) => None,
        })
    };
    values(a).any(|(row, x)| {
        let mut own = values(b).filter(|(other, _)| std::ptr::eq(*other, row));
        own.any(|(_, y)| row.excludes(row.value(x), row.value(y)))
    })
}

/// The attribute of a name.
#[must_use]
pub fn attribute(name: &str) -> Option<&'static Attribute> {
    attributes().iter().find(|a| a.name == name)
}

/// The phrases that begin with a word, the longest first.
#[must_use]
pub fn attribute_phrases(first: &str) -> &'static [Phrase] {
    INDEX.get(first).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        let table = read(TABLE).unwrap();
        let mut names: Vec<&str> = table.attribute.iter().map(|a| a.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.attribute.len(), "two rows of one name");
        for row in &table.attribute {
            assert!(!row.fires.is_empty() && !row.ignores.is_empty(), "{}: no examples", row.name);
            let used =
                row.written.iter().map(|v| named(v).1).chain(row.triggers.iter().map(|t| t.words.as_str()));
            for class in used.flat_map(|w| w.split(['<']).skip(1)).filter_map(|w| w.split('>').next()) {
                assert!(class == "number" || table.classes.contains_key(class), "{}: {class}", row.name);
            }
            for value in row.together.iter().chain(&row.rivals).flatten() {
                assert!(row.values.contains(value), "{}: {value}", row.name);
            }
        }
    }

    #[test]
    fn values_exclude_each_other() {
        let plea = attribute("plea").unwrap();
        assert!(plea.excludes("guilty", "not guilty"));
        assert!(!plea.excludes("guilty", "guilty"));
        let phrases = attribute_phrases("plead");
        assert!(phrases.iter().any(|p| p.attribute.name == "plea" && p.rest == [PhraseWord::Is("guilty")]));
        assert!(attribute_phrases("").is_empty());
    }
}
