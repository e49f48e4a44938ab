//! What one article says in answer to one question.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::kind::Kind;
use super::mention::Trend;
use super::span::Span;
use super::standing::Standing;
use super::value::Value;

/// Index of a claim in the story's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub u32);

/// What the value is of: the noun counted, the person aged, the event dated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// Lemma of the head noun ("migrant"); empty when none was found.
    pub head: SmolStr,
    /// Lemmas of its modifiers ("Central", "Asian").
    pub modifiers: Vec<SmolStr>,
    /// The whole phrase, in the text's words.
    pub words: String,
    /// Age in years of the person, where the text gives it beside the name or noun.
    pub age: Option<u32>,
}

/// The verb or event noun that the value takes part in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predicate {
    /// Its lemma ("arrest").
    pub lemma: SmolStr,
    /// Its form in the text, with the auxiliary a question needs ("were arrested", "died").
    pub form: String,
    /// Where it stands.
    pub span: Span,
    /// Whether the subject is acted upon (passive subject, object) rather than acting.
    pub undergoes: bool,
}

/// The part an argument plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Acts or is acted upon.
    Who,
    /// Place.
    Where,
    /// Time.
    When,
    /// The whole that the counted things are part of, or what a noun is about ("of the 400").
    Of,
}

/// A participant, place or time named near the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The part it plays.
    pub role: Role,
    /// Its words in normal form.
    pub words: SmolStr,
}

/// How the text commits itself to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Said as fact.
    Asserted,
    /// "allegedly", "is believed to"
    Alleged,
    /// "will", "plans to", "is expected to"
    Planned,
    /// "could", "would", "may"
    Possible,
    /// "denied that"
    Denied,
}

/// Who is said to have said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The words ("three U.S. officials").
    pub words: SmolStr,
    /// The name of another outlet, where the source is one rather than a person or a document.
    pub outlet: Option<SmolStr>,
    /// Whether the text leaves it to the reader: named in an earlier sentence, or by a pronoun.
    pub inferred: bool,
}

/// A content word of the claim's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextWord {
    /// Its lemma, in lower case.
    pub lemma: SmolStr,
    /// How many tokens lie between it and the value.
    pub distance: u16,
    /// Whether it is (part of) a name.
    pub name: bool,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Index of the article in the story.
    pub article: u32,
    /// Which sort of question it answers.
    pub kind: Kind,
    /// The answer.
    pub value: Value,
    /// The words that carry the value.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Index of that sentence in its document.
    pub sentence_index: u32,
    /// What the value is of.
    pub subject: Subject,
    /// What is said to happen.
    pub predicate: Option<Predicate>,
    /// Participants, places, times.
    pub arguments: Vec<Argument>,
    /// The content words around the value, in order of place: what linking compares when structure is missing.
    pub context: Vec<ContextWord>,
    /// Whether the statement is negated.
    pub negated: bool,
    /// How the text commits itself.
    pub modality: Modality,
    /// Who says so, when not the article itself.
    pub source: Option<Source>,
    /// "has risen to", "fell by".
    pub trend: Option<Trend>,
    /// Which question that every report of an incident answers, where it is one.
    pub standing: Option<Standing>,
}
