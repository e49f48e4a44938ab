//! The peers' cases of ../shared/specs, by their own scorer.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use super::Figures;

/// Precision, recall and F1 in per cent.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Line {
    #[serde(rename = "P")]
    pub(crate) precision: f64,
    #[serde(rename = "R")]
    pub(crate) recall: f64,
    #[serde(rename = "F1")]
    pub(crate) f1: f64,
}

/// Spec, measure ("" where it has one only) → score.
pub(crate) type Specs = BTreeMap<(String, String), Line>;

/// Builds the program and has mentions.py score it.
pub(crate) fn score(shared: &Path) -> Result<Specs, Box<dyn Error>> {
    let built =
        Command::new("cargo").current_dir(super::root()).args(["build", "--release", "--quiet"]).status()?;
    if !built.success() {
        return Err("the program does not build".into());
    }
    let output = Command::new("python3")
        .arg(shared.join("eval/mentions.py"))
        .arg("--bin")
        .arg(super::root().join("target/release/gainsay"))
        .args(["--json", "--specs"])
        .arg(shared.join("specs"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let sets: BTreeMap<String, Value> = serde_json::from_slice(&output.stdout)?;
    let mut specs = Specs::new();
    for (set, value) in sets {
        if value.get("F1").is_some() {
            specs.insert((set, String::new()), serde_json::from_value(value)?);
        } else {
            let measures: BTreeMap<String, Line> = serde_json::from_value(value)?;
            specs.extend(measures.into_iter().map(|(m, line)| ((set.clone(), m), line)));
        }
    }
    Ok(specs)
}

/// The F1 of each, as a share.
pub(crate) fn figures(specs: &Specs, figures: &mut Figures) {
    for ((set, measure), line) in specs {
        let dot = if measure.is_empty() { "" } else { "." };
        figures.insert(format!("specs.{set}{dot}{measure}"), line.f1 / 100.0);
    }
}
