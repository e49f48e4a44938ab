//! What IPTC formats say of an item's fitness for use.

use super::error::Fault;

/// Refuses what its publisher has withdrawn or not released: `canceled`, `withheld`, with or without a scheme before it
/// (`stat:canceled`).
pub(super) fn check(status: &str) -> Result<(), Fault> {
    let name = status.rsplit(':').next().unwrap_or_default().trim().to_ascii_lowercase();
    match name.as_str() {
        "canceled" | "cancelled" | "withheld" | "killed" => Err(Fault::Withdrawn(name)),
        _ => Ok(()),
    }
}

/// What is said of an item with an embargo; there is no clock here to tell whether it is over.
pub(super) fn embargo(until: &str) -> Option<String> {
    (!until.is_empty()).then(|| format!("is under embargo until {until}"))
}
