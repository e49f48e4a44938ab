//! An article cut into paragraphs, sentences and tokens, with what is known of each token.

use std::ops::Range;

use smol_str::SmolStr;

use super::article::Article;
pub use super::deprel::DepRel;
use super::entity::{Entity, EntityMention};
use super::span::{Field, Span};
pub use super::tagset::{Penn, Upos};

/// One token as Universal Dependencies English cuts them ("68", "-", "year", "-", "old"; "do", "n't"; "$", "5.6bn").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First byte in its field.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Universal tag; `X` before tagging.
    pub upos: Upos,
    /// Penn tag; `XX` before tagging.
    pub penn: Penn,
    /// Relation to the head; `dep` before parsing.
    pub deprel: DepRel,
    /// Index of the head token in the document; its own index when it is a root or not yet parsed.
    pub head: u32,
    /// Dictionary form in lower case (names keep their case); empty before tagging.
    pub lemma: SmolStr,
}

impl Token {
    /// A token of which only the place is known; `index` is its place in the document.
    #[must_use]
    pub fn bare(start: u32, end: u32, index: u32) -> Token {
        Token {
            start,
            end,
            upos: Upos::X,
            penn: Penn::Xx,
            deprel: DepRel::Dep,
            head: index,
            lemma: SmolStr::default(),
        }
    }
}

/// A sentence, headline or list item: a run of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Field it stands in.
    pub field: Field,
    /// First byte in the field.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its tokens, as indices into the document's.
    pub tokens: Range<u32>,
    /// Number of its paragraph in the field, from 0.
    pub paragraph: u32,
    /// Whether it has been parsed (heads and relations set).
    pub parsed: bool,
}

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Field it stands in.
    pub field: Field,
    /// First byte inside the marks.
    pub start: u32,
    /// End of the words inside the marks.
    pub end: u32,
    /// Whether the closing mark was found (a quotation over several paragraphs has one only at its end).
    pub closed: bool,
}

/// The analysed article.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The article itself.
    pub article: &'a Article,
    /// Its index in the story.
    pub index: u32,
    /// All tokens: the title's, then the text's.
    pub tokens: Vec<Token>,
    /// All sentences in order: the title's, then the text's.
    pub sentences: Vec<Sentence>,
    /// All quotations in order.
    pub quotations: Vec<Quotation>,
    /// Who and what it names, in order of their first mention; empty before tagging.
    pub entities: Vec<Entity>,
    /// Who and what it speaks of more than once without a name ("a man … he"), called by the words that say most.
    pub unnamed: Vec<Entity>,
    /// Sentence, entity with a name and number of its mention, in order.
    pub(crate) mentioned: Vec<(u32, u32, u32)>,
}

impl<'a> Document<'a> {
    /// The words of a token of the given sentence.
    #[must_use]
    pub fn word(&self, sentence: &Sentence, token: u32) -> &'a str {
        let Some(t) = self.tokens.get(token as usize) else { return "" };
        self.article.field(sentence.field).get(t.start as usize..t.end as usize).unwrap_or_default()
    }

    /// The words of a byte range of a field.
    #[must_use]
    pub fn slice(&self, field: Field, start: u32, end: u32) -> &'a str {
        self.article.field(field).get(start as usize..end as usize).unwrap_or_default()
    }

    /// The span of a byte range of a field.
    #[must_use]
    pub fn span(&self, field: Field, start: u32, end: u32) -> Span {
        Span { article: self.index, field, start, end }
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.start as usize..sentence.tokens.end as usize).unwrap_or_default()
    }

    /// Sets who and what it speaks of, with and without a name.
    pub fn set_entities(&mut self, entities: Vec<Entity>, unnamed: Vec<Entity>) {
        let of_one = |(number, entity): (u32, &Entity)| {
            let mentions = (0u32..).zip(&entity.mentions);
            mentions.map(|(m, mention)| (mention.sentence, number, m)).collect::<Vec<_>>()
        };
        self.mentioned = (0u32..).zip(&entities).flat_map(of_one).collect();
        self.mentioned.sort_unstable();
        (self.entities, self.unnamed) = (entities, unnamed);
    }

    /// The mentions of entities with a name in a sentence, in the order of the entities.
    pub fn mentions_in(&self, sentence: u32) -> impl Iterator<Item = (&Entity, &EntityMention)> {
        let first = self.mentioned.partition_point(|m| m.0 < sentence);
        let here = self.mentioned.iter().skip(first).take_while(move |m| m.0 == sentence);
        here.filter_map(|&(_, entity, mention)| {
            let entity = self.entities.get(entity as usize)?;
            Some((entity, entity.mentions.get(mention as usize)?))
        })
    }

    /// The sentence that holds a token.
    #[must_use]
    pub fn sentence_of(&self, token: u32) -> u32 {
        self.sentences.partition_point(|s| s.tokens.end <= token) as u32
    }

    /// The entity with a name that a token surely speaks of.
    #[must_use]
    pub fn named_at(&self, token: u32) -> Option<&Entity> {
        let mut here = self.mentions_in(self.sentence_of(token));
        here.find(|(_, m)| m.sure && m.is_at(token)).map(|(entity, _)| entity)
    }
}
