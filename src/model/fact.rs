//! What a claim says that is neither number nor time: an office held, a place, a plea, what somebody did.

use smol_str::SmolStr;

/// What a fact tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// An attribute of somebody or something, by its name in the table of attributes ("plea").
    Attribute(&'static str),
    /// Where something happens.
    Scene,
    /// Why something happens.
    Cause,
    /// What somebody does, or what becomes of somebody.
    Event,
}

impl Matter {
    /// The attribute's name, if it is one.
    #[must_use]
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Matter::Attribute(name) => Some(name),
            Matter::Scene | Matter::Cause | Matter::Event => None,
        }
    }
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What it tells.
    pub matter: Matter,
    /// What tells two questions of one attribute and one holder apart ("41 million"); mostly empty.
    pub detail: SmolStr,
    /// The place of the value among those of its attribute, from 0: on a ladder a later one is higher.
    pub level: u8,
    /// The values in their canonical form, else the lemmas of the content words of what is said, in order.
    pub words: Vec<SmolStr>,
}

impl Fact {
    /// A fact that is no attribute.
    #[must_use]
    pub fn new(matter: Matter, words: Vec<SmolStr>) -> Fact {
        Fact { matter, detail: SmolStr::default(), level: 0, words }
    }
}
