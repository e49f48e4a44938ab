//! What a claim says that is neither number nor time: an office held, a place, a stage reached, what somebody did.

use smol_str::SmolStr;

/// What a fact tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// The office, trade or relation of a person ("district attorney", "his brother").
    Office,
    /// The person who holds an office.
    Holder,
    /// Where a person lives or comes from.
    Home,
    /// The school that a person goes to.
    School,
    /// The part of the body that was hit.
    Wound,
    /// Whether somebody was hit once or more often.
    Hits,
    /// The sort of place where somebody was hit or found.
    Spot,
    /// Whether somebody did what was asked.
    Consent,
    /// Who brought somebody to hospital.
    Ride,
    /// The town in which somebody's case is heard.
    Court,
    /// The sort of gun that was used or found.
    Gun,
    /// The colour of a vehicle.
    Colour,
    /// How far something has come on a ladder of stages ("arrested", "charged", "convicted").
    Stage,
    /// Where something happens.
    Scene,
    /// Why something happens.
    Cause,
    /// What somebody does, or what becomes of somebody.
    Event,
}

impl Matter {
    /// Every matter.
    pub const ALL: [Matter; 16] = [
        Matter::Office,
        Matter::Holder,
        Matter::Home,
        Matter::School,
        Matter::Wound,
        Matter::Hits,
        Matter::Spot,
        Matter::Consent,
        Matter::Ride,
        Matter::Court,
        Matter::Gun,
        Matter::Colour,
        Matter::Stage,
        Matter::Scene,
        Matter::Cause,
        Matter::Event,
    ];
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What it tells.
    pub matter: Matter,
    /// The ladder of a stage ("custody", "life"); else empty.
    pub axis: SmolStr,
    /// The rung of a stage, from 0; else 0.
    pub rung: u8,
    /// Lemmas of the content words of what is said, in order, in lower case.
    pub words: Vec<SmolStr>,
}

/// Words of an office that say what it is; those before say of what.
const OFFICE: usize = 2;

impl Fact {
    /// The last words of an office, which say what it is ("general manager" of "Acme general manager").
    #[must_use]
    pub fn office(&self) -> &[SmolStr] {
        self.words.split_at(self.words.len().saturating_sub(OFFICE)).1
    }
}

/// Is it a word before an office that makes it a lower one ("deputy")?
#[must_use]
pub fn is_lower_office(word: &str) -> bool {
    matches!(word, "assistant" | "deputy" | "vice" | "associate")
}
