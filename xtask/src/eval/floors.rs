//! The figures that may not get worse: docs/accuracy-floors.toml.

use std::error::Error;
use std::fs;

use super::Figures;

const FILE: &str = "docs/accuracy-floors.toml";

/// Fails when a figure is below its floor, or is not measured any more; looks at the floors whose name starts with one of
/// the prefixes.
pub(crate) fn check(prefixes: &[&str], figures: &Figures) -> Result<(), Box<dyn Error>> {
    let floors: Figures = toml::from_str(&fs::read_to_string(super::root().join(FILE))?)?;
    let broken: Vec<String> = floors
        .iter()
        .filter(|(name, _)| prefixes.iter().any(|p| name.starts_with(p)))
        .filter_map(|(name, floor)| match figures.get(name) {
            None => Some(format!("{name}: not measured")),
            Some(figure) => (figure < floor).then(|| format!("{name}: {figure:.3} is below {floor}")),
        })
        .collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("{FILE}: {}", broken.join("; ")).into()) }
}
