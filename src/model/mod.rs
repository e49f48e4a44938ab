//! The nouns that every stage shares: articles, spans, documents, values, claims, the claim graph, findings.
//!
//! Nothing here reads, decides or prints; a type carries only the logic that belongs to itself. Every stage may
//! name this module, and it names no stage.

mod address;
mod analysis;
mod article;
mod claim;
mod compare;
mod compare_times;
mod deprel;
mod document;
mod entity;
mod fact;
mod finding;
mod graph;
mod interval;
mod kind;
mod mention;
mod name;
mod rule;
mod span;
mod speaker;
mod standing;
mod surroundings;
mod tagset;
mod time;
mod utterance;
mod value;

pub use address::{Address, AddressRelation, Street, address_relation, is_one_street};
pub use analysis::{Analysis, Problem, Unmatched};
pub use article::{Article, Correction, Stamp};
pub use claim::{Argument, Claim, ClaimId, ContextWord, Modality, Predicate, Role, Source, Subject};
pub use compare::{Comparable, Relation, relation};
pub use document::{DepRel, Document, Penn, Quotation, Sentence, Token, Upos};
pub use entity::{Entity, EntityKind, EntityMention, Form, Gender};
pub use fact::{Fact, Matter, is_lower_office};
pub use finding::{Finding, Position, Verdict};
pub use graph::{ClaimGraph, Edge, Node};
pub use interval::{Bound, Interval};
pub use kind::Kind;
pub use mention::{About, Mention, MentionKind, Trend};
pub use name::{NameRelation, is_one_name, name_extends, name_keys, name_relation, surname_slip};
pub use rule::{Meta, Rule, Severity};
pub use span::{Field, Span};
pub use standing::Standing;
pub use surroundings::in_one_text;
pub use time::{Granularity, TimeForm, TimeValue};
pub use utterance::{
    Comparison, Difference, ELLIPSIS, Forms, compare as compare_utterances, compare_forms, index_terms,
    words as utterance_words,
};
pub use value::{Comparator, Quantity, Unit, Value};
