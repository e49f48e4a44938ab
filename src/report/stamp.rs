//! A publication time → words, as finely as it was given: ISO 8601 for machines, shorter for people.

use crate::model::Stamp;

/// "2024-06-25", "2024-06-25T14:00:00" or "2024-06-25T14:00:00-04:00".
pub(super) fn iso(stamp: &Stamp) -> String {
    if !stamp.has_time {
        return stamp.at.date().to_string();
    }
    let offset = stamp.offset.map(|minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    });
    format!("{}{}", stamp.at, offset.unwrap_or_default())
}

/// "2024-06-25" or "2024-06-25 14:00".
pub(super) fn readable(stamp: &Stamp) -> String {
    let format = if stamp.has_time { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d" };
    stamp.at.strftime(format).to_string()
}
