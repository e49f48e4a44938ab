//! What a caller may set: severities, declared copies, words of its own.

use std::collections::BTreeMap;
use std::num::NonZero;

use super::lexicon::Lexicon;
use crate::link::{Linker, Scorer};
use crate::model::Severity;

/// What a caller may set.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// Weights of the linker other than the embedded ones: for training and cross-validation.
    pub linker: Option<Linker>,
    /// Weights of the scorer of events other than the embedded ones.
    pub facts: Option<Scorer>,
    /// Checks that are set otherwise than they set themselves, by code.
    pub checks: BTreeMap<String, CheckConfig>,
    /// Who copies whom, beside what the texts show.
    pub copies: Copies,
    /// Words that the embedded lexicon lacks.
    pub lexicon: Lexicon,
    /// How many threads work at most; all cores unless set. The answer is the same.
    pub threads: Option<NonZero<usize>>,
}

/// How one check is set.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckConfig {
    /// Leave out all that it finds.
    pub off: bool,
    /// Severity of its conflicts.
    pub severity: Option<Severity>,
    /// Leave out what it is less sure of, from 0 to 1.
    pub min_confidence: f64,
}

/// Copies by the names of outlets.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    /// Outlet and the outlet whose text it carries: the first is no voice of its own.
    pub declared: BTreeMap<String, String>,
    /// Outlets that are never taken for copies, however alike the texts.
    pub never: Vec<String>,
}
