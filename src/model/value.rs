//! What a claim says: an exact quantity, a time, or words.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::address::Address;
use super::fact::Fact;
use super::interval::Interval;
use super::time::TimeValue;

/// How the wording relates the nominal value to the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// "12"
    Exact,
    /// "about 12", "some 12"
    Approx,
    /// "more than 12", "over 12"
    MoreThan,
    /// "at least 12", "12 or more"
    AtLeast,
    /// "fewer than 12", "nearly 12"
    LessThan,
    /// "up to 12", "as many as 12"
    AtMost,
    /// "between 12 and 15"
    Between,
}

/// What a quantity is measured in. Quantities compare only within one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A bare number, or a count whose noun is the claim's subject.
    None,
    /// Money: ISO 4217 code, lower-case English name ("dollar", "pound sterling"); `per` as in "per barrel".
    Money {
        /// ISO 4217 code ("USD").
        code: SmolStr,
        /// "dollar"
        name: SmolStr,
        /// "barrel" in "dollars per barrel".
        per: Option<SmolStr>,
    },
    /// Per cent.
    Percent,
    /// Percentage points.
    Point,
    /// A physical measure.
    Measure {
        /// Singular English name ("mile per hour").
        name: SmolStr,
        /// Physical dimension ("length", "mass", "temperature", "speed", …).
        dimension: SmolStr,
        /// The interval is converted to the dimension's base unit by `value * factor + offset`.
        factor: Decimal,
        /// See `factor`; only temperatures have one.
        offset: Decimal,
    },
    /// A length of time; `seconds` in one unit (calendar months and years by their mean length).
    Duration {
        /// "day"
        name: SmolStr,
        /// Seconds in one unit.
        seconds: Decimal,
    },
    /// Age of a person or thing, unit as in `Duration`.
    Age {
        /// "year"
        name: SmolStr,
        /// Seconds in one unit.
        seconds: Decimal,
    },
    /// Place in an order ("third").
    Ordinal,
    /// "one in five", "three quarters of": the interval is the share.
    Ratio,
    /// "21-14": two sides of a game.
    Score,
    /// "396-9": for and against.
    Vote,
}

impl Unit {
    /// The unit of "aged 34".
    #[must_use]
    pub fn years_of_age() -> Unit {
        Unit::Age { name: "year".into(), seconds: Decimal::from(31_556_952) }
    }
}

/// A quantity as worded: an interval of exact decimals.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// What the wording leaves possible, in the unit as written ("more than 400" is ]400, ∞[, "about 90" is [90, 90]).
    pub interval: Interval,
    /// The number that is printed, where there is one ("dozens" has none).
    pub nominal: Option<Decimal>,
    /// The wording's comparator.
    pub comparator: Comparator,
    /// Whether it was worded as an estimate ("about", "estimated", "roughly"), beside any comparator.
    pub approx: bool,
    /// The unit.
    pub unit: Unit,
    /// Step of the last digit written: 100000000 for "5.7 billion", 1 for "12", 0.1 for "6.2".
    pub step: Decimal,
    /// The other side of a score or vote ("9" in "396-9"), `nominal` being the first.
    pub against: Option<Decimal>,
}

/// The value of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number with its unit.
    Quantity(Quantity),
    /// A date, a time of day, or both.
    Time(TimeValue),
    /// A place on a street.
    Address(Address),
    /// A name, place, role or status in normal form (lower case, single spaces).
    Words(SmolStr),
    /// An utterance: its words without marks, in lower case.
    Quote(Vec<SmolStr>),
    /// An office, a place, a stage, an event.
    Fact(Fact),
}
