//! Points and stretches of calendar time, as intervals with a granularity.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// How finely a time was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Granularity {
    Second,
    Minute,
    Hour,
    /// Morning, evening, night.
    DayPart,
    Day,
    Week,
    Month,
    /// Season or quarter.
    Quarter,
    Year,
    Decade,
    Century,
}

/// Which parts of a time the wording fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeForm {
    /// A day ("June 14", "Monday").
    Date,
    /// More than a day ("June", "last week", "2012", "since March").
    DateRange,
    /// A time of day without its day ("10 p.m.").
    Time,
    /// A stretch of a day without its day ("between 9 and 10 p.m.", "morning").
    TimeRange,
    /// A moment of a given day ("10 p.m. Thursday").
    DateTime,
    /// A stretch within a given day or across days ("Thursday night").
    DateTimeRange,
    /// A repeated time ("every Monday").
    Set,
}

/// A time as worded: `[from, to)` in the civil calendar, resolved against the article's date where it is relative.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TimeValue {
    /// What the wording fixes.
    pub form: TimeForm,
    /// Start; `None` when open ("before 2012"). A bare time of day carries the reference day, or 0001-01-01.
    pub from: Option<DateTime>,
    /// End, exclusive; `None` when open ("since 2012"). A stretch between two named ends stops where the second
    /// begins ("2014 to 2018": 2018-01-01), as date recognisers have it; `latest` counts the second in.
    pub to: Option<DateTime>,
    /// Start of all that the wording leaves possible ("Friday morning" begins at midnight, not at eight);
    /// `None` when it leaves it open ("the next day" of a story told later). What is compared.
    pub earliest: Option<DateTime>,
    /// End, exclusive, of all that the wording leaves possible.
    pub latest: Option<DateTime>,
    /// How finely it was given.
    pub granularity: Granularity,
    /// "about", "around", "shortly before": the true time may lie a little outside.
    pub approx: bool,
    /// Whether it was resolved against the article's date ("Friday", "last week") rather than written out.
    pub relative: bool,
    /// Words of the time zone ("ET", "GMT"), where one was given; `from` and `to` stay as worded.
    pub zone: Option<SmolStr>,
    /// TIMEX3-style value where it has one ("2013-05-05", "XXXX-WXX-7", "P3D").
    pub timex: String,
}
