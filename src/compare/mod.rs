//! Two values, names, addresses, utterances or sources → how they stand to each other.
//!
//! Link and check ask the same of a pair, so the answer is worked out in one place. This room may name `model`, the nouns
//! that it compares, and `english`; it names no stage.

mod addresses;
mod names;
mod speakers;
mod texts;
mod times;
mod utterances;
mod values;

pub use addresses::{AddressRelation, address_relation, is_one_street};
pub use names::{NameRelation, is_one_name, name_extends, name_keys, name_relation, surname_slip};
pub use speakers::is_same_speaker;
pub use texts::in_one_text;
pub use utterances::{
    Comparison, Difference, ELLIPSIS, Forms, compare as compare_utterances, compare_forms, index_terms,
    words as utterance_words,
};
pub use values::{Comparable, Relation, relation};
