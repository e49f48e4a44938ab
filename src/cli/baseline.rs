//! Findings known from before: a file of fingerprints, with the questions for whoever reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Failure;

const SCHEMA: &str = "gainsay.baseline/1";

#[derive(Serialize, Deserialize)]
struct Baseline {
    schema: String,
    /// Fingerprint and question.
    findings: BTreeMap<String, String>,
}

/// The fingerprints in a baseline file.
pub(super) fn load(path: &Path) -> Result<BTreeSet<String>, Failure> {
    let text = fs::read_to_string(path).map_err(|e| Failure::file(path, e))?;
    match serde_json::from_str::<Baseline>(&text) {
        Ok(baseline) if baseline.schema == SCHEMA => Ok(baseline.findings.into_keys().collect()),
        Ok(_) => Err(Failure::file(path, io::Error::other(format!("is not a {SCHEMA}")))),
        Err(error) => Err(Failure::file(path, io::Error::other(format!("is not a {SCHEMA}: {error}")))),
    }
}

/// Writes what was found, fingerprints and questions, as what is known.
pub(super) fn save(path: &Path, findings: BTreeMap<String, String>) -> Result<(), Failure> {
    let baseline = Baseline { schema: SCHEMA.to_owned(), findings };
    let text = serde_json::to_string_pretty(&baseline).map_err(io::Error::other)? + "\n";
    fs::write(path, text).map_err(|e| Failure::file(path, e))
}
