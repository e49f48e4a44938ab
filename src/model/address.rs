//! Where in a town: a street, with the number, block or crossing that a report gives.

use std::fmt;

use smol_str::SmolStr;

/// A street or road by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Street {
    /// Its name without kind and side, in lower case ("pine hills", "83rd"; of a numbered road the number).
    pub name: SmolStr,
    /// "street", "avenue", "highway"; empty where not given.
    pub sort: SmolStr,
    /// "n", "sw"; empty where not given.
    pub side: SmolStr,
}

/// A place on a street.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The street.
    pub street: Street,
    /// House number, or the number of the block.
    pub number: Option<u32>,
    /// Whether the number is that of a block.
    pub block: bool,
    /// Whether it is said to be near the number only.
    pub near: bool,
    /// The street that crosses there.
    pub crossing: Option<Street>,
}

impl fmt::Display for Street {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [&self.side, &self.name, &self.sort];
        let given: Vec<&str> = words.into_iter().map(SmolStr::as_str).filter(|w| !w.is_empty()).collect();
        f.write_str(&given.join(" "))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.near {
            f.write_str("near ")?;
        }
        if let Some(number) = self.number {
            write!(f, "{number} {}", if self.block { "block " } else { "" })?;
        }
        write!(f, "{}", self.street)?;
        self.crossing.as_ref().map_or(Ok(()), |c| write!(f, " at {c}"))
    }
}
