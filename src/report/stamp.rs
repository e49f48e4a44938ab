//! A publication time → ISO 8601, as finely as it was given.

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
