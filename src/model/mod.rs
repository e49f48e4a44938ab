//! The nouns that every stage shares: articles, spans, documents, values, claims, the claim graph, findings.
//!
//! Nothing here reads, decides or prints; a type carries only the logic that belongs to itself. Every stage may
//! name this module, and it names no stage.

mod address;
mod analysis;
mod article;
mod claim;
mod deprel;
mod document;
mod entity;
mod fact;
mod finding;
mod graph;
mod interval;
mod kind;
mod mention;
mod rule;
mod sentence_view;
mod span;
mod standing;
mod tagset;
mod time;
mod value;

pub use address::{Address, Street};
pub use analysis::{Analysis, Problem, Unmatched};
pub use article::{Article, Correction, Stamp};
pub use claim::{Argument, Claim, ClaimId, ContextWord, Modality, Predicate, Role, Source, Subject};
pub use document::{DepRel, Document, Penn, Quotation, Sentence, Token, Upos};
pub use entity::{Entity, EntityKind, EntityMention, Form, Gender};
pub use fact::{Fact, Matter};
pub use finding::{Finding, Position, Verdict};
pub use graph::{ClaimGraph, Edge, Node};
pub use interval::{Bound, Interval};
pub use kind::Kind;
pub use mention::{About, Mention, MentionKind, Trend};
pub use rule::{Meta, Rule, Severity};
pub use sentence_view::SentenceView;
pub use span::{Field, Span};
pub use standing::Standing;
pub use time::{Granularity, TimeForm, TimeValue};
pub use value::{Comparator, Quantity, Unit, Value};
