//! The figures that may not get worse: docs/accuracy-floors.toml.

use std::error::Error;
use std::fs;

use super::Figures;

const FILE: &str = "docs/accuracy-floors.toml";

/// Fails when a figure is below its floor, or is not measured any more.
pub(crate) fn check(figures: &Figures) -> Result<(), Box<dyn Error>> {
    check_of("", figures)
}

/// The same for the floors whose name starts with `prefix`.
pub(crate) fn check_of(prefix: &str, figures: &Figures) -> Result<(), Box<dyn Error>> {
    let floors: Figures = toml::from_str(&fs::read_to_string(super::root().join(FILE))?)?;
    let broken: Vec<String> = floors
        .iter()
        .filter(|(name, _)| name.starts_with(prefix))
        .filter_map(|(name, floor)| match figures.get(name) {
            None => Some(format!("{name}: not measured")),
            Some(figure) => (figure < floor).then(|| format!("{name}: {figure:.3} is below {floor}")),
        })
        .collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("{FILE}: {}", broken.join("; ")).into()) }
}
