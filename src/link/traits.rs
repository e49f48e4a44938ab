//! A claim → what comparing it with others asks of it alone, looked up once: meanings of its words, who takes part,
//! whether a name bears it, its number.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::compare::Comparable;
use crate::english::{self, Class, Meaning};
use crate::model::{Claim, Gender, Role, Subject, Unit, Value};

/// What is asked of a claim for every pair it stands in.
pub(crate) struct Traits<'c> {
    /// The value, ready to be compared.
    pub(crate) value: Comparable<'c>,
    /// A quantity's number, and its size.
    pub(crate) number: Option<f64>,
    pub(crate) size: Option<f64>,
    /// The unit's name, for kinds that have one.
    pub(crate) unit: Option<&'c str>,
    pub(crate) head: Option<Meaning>,
    pub(crate) predicate: Option<Meaning>,
    /// Classes of the predicate.
    pub(crate) classes: &'static [Class],
    /// Participants and places.
    pub(crate) who: Vec<&'c str>,
    pub(crate) places: Vec<&'c str>,
    /// Does the subject bear a name?
    pub(crate) named: bool,
    /// The sex that a noun for a person tells.
    pub(crate) sex: Option<Gender>,
    /// Does the value belong to the saying rather than to what is said?
    pub(crate) saying: bool,
}

impl<'c> Traits<'c> {
    pub(crate) fn of(claim: &'c Claim) -> Traits<'c> {
        let predicate = claim.predicate.as_ref().map_or("", |p| p.lemma.as_str());
        let arguments = |role: Role| -> Vec<&'c str> {
            claim.arguments.iter().filter(|a| a.role == role).map(|a| a.words.as_str()).collect()
        };
        let last = claim.subject.words.split(' ').next_back();
        let number = number(&claim.value);
        Traits {
            value: Comparable::of(&claim.value),
            number: number.and_then(|n| n.to_f64()),
            size: number.and_then(|n| n.abs().to_f64()),
            unit: unit(&claim.value),
            head: Meaning::of(&claim.subject.head),
            predicate: Meaning::of(predicate),
            classes: english::predicate_classes(predicate),
            who: arguments(Role::Who),
            places: arguments(Role::Where),
            named: last.is_some_and(|w| w.starts_with(char::is_uppercase)),
            sex: sex_of(&claim.subject),
            saying: matches!(predicate, "say" | "tell" | "announce" | "report" | "write" | "add" | "release"),
        }
    }
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()),
        _ => None,
    }
}

/// The sex that a noun for a person tells.
pub(crate) fn sex(head: &str) -> Option<Gender> {
    const FEMALE: &[&str] = &[
        "woman",
        "girl",
        "mother",
        "daughter",
        "wife",
        "sister",
        "aunt",
        "grandmother",
        "girlfriend",
        "niece",
    ];
    const MALE: &[&str] =
        &["man", "boy", "father", "son", "husband", "brother", "uncle", "grandfather", "boyfriend", "nephew"];
    if FEMALE.contains(&head) { Some(Gender::Female) } else { MALE.contains(&head).then_some(Gender::Male) }
}

/// The sex that the subject's noun tells, or that most bearers of its first name are of.
pub(super) fn sex_of(subject: &Subject) -> Option<Gender> {
    let named = subject.words.starts_with(char::is_uppercase);
    let first = || subject.modifiers.first().filter(|_| named).and_then(|w| english::first_name(w));
    sex(&subject.head).or_else(|| first().flatten())
}

fn unit(value: &Value) -> Option<&str> {
    match value {
        Value::Quantity(q) => match &q.unit {
            Unit::Money { code, .. } => Some(code.as_str()),
            Unit::Measure { name, .. } | Unit::Duration { name, .. } | Unit::Age { name, .. } => {
                Some(name.as_str())
            }
            _ => None,
        },
        _ => None,
    }
}
