//! Who and what an article names: people, organisations, places, with every place where it speaks of them.

use std::ops::Range;

use smol_str::SmolStr;

use super::span::Field;

/// What sort of thing bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    /// A named thing that is none of these, or of which nothing more could be told.
    Other,
}

/// The sex that a title, first name or pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Gender {
    Female,
    Male,
}

/// How an entity is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By its name, or a part or short form of it.
    Name,
    /// By what it is ("the congressman", "the department").
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// One place where an entity is spoken of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityMention {
    /// Field it stands in.
    pub field: Field,
    /// Index of its sentence in the document.
    pub sentence: u32,
    /// Its tokens, as indices into the document's; of a name the name alone, without titles.
    pub tokens: Range<u32>,
    /// First byte in the field.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Whether the mention is a name, a noun or a pronoun.
    pub form: Form,
    /// Whether this entity is surely meant: nouns and pronouns may be doubtful.
    pub sure: bool,
}

/// A person, organisation, place or other named thing of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Its longest name, as written.
    pub name: SmolStr,
    /// Other ways in which the article writes the name, in order of first use.
    pub aliases: Vec<SmolStr>,
    /// Titles and roles the article gives it, in small letters ("sen.", "police spokesman"), in order of first use.
    pub roles: Vec<SmolStr>,
    /// Age in years, if the article gives it behind the name.
    pub age: Option<u32>,
    /// Sex, where a title, the first name or a pronoun tells it.
    pub gender: Option<Gender>,
    /// The place that a politician's party is written with ("(D-N.C.)": North Carolina).
    pub home: Option<SmolStr>,
    /// Where it is spoken of, in order.
    pub mentions: Vec<EntityMention>,
}

impl Entity {
    /// Its name and all other ways in which it is written.
    pub fn names(&self) -> impl Iterator<Item = &SmolStr> {
        std::iter::once(&self.name).chain(&self.aliases)
    }
}

impl EntityMention {
    /// Returns whether a token speaks of the entity: every word of a name does, else only the head.
    #[must_use]
    pub fn is_at(&self, token: u32) -> bool {
        match self.form {
            Form::Name => self.tokens.contains(&token),
            Form::Nominal | Form::Pronoun => self.tokens.end == token + 1,
        }
    }
}
