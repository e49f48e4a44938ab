//! Utterances: the words between quotation marks, and how two of them stand to each other, word by word.

mod align;
mod compare;
mod forms;
mod words;

pub use compare::{Comparison, Difference, Forms, compare, compare_forms};
pub use forms::index_terms;
pub use words::{ELLIPSIS, words};
