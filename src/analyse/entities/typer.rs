//! A name where it stands → how much speaks for a person, an organisation, a place or something else.
//!
//! The weights are learned from GUM's entities (`cargo xtask train entities`); what the rules make of the name is one
//! of the features. They decide where no title, age or other sure sign does.

use super::evidence::Evidence;
use super::gazetteer;
use super::names::Name;
use super::view::View;
use super::weights;
use crate::analyse::table::{Table, section};
use crate::analyse::words::{hash, mix};
use crate::english;
use crate::model::EntityKind;

/// The kinds in the order of their numbers in the model.
pub const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

/// What speaks for each of [`KINDS`].
pub type Scores = [i32; KINDS.len()];

/// Trained weights, lying in the bytes of their file.
#[derive(Debug, Clone, Copy)]
pub struct Typer<'m>(Table<'m>);

impl<'m> Typer<'m> {
    /// The weights in the bytes of their file.
    #[must_use]
    pub fn new(file: &'m [u8]) -> Self {
        Typer(Table::new(section(file, 0)))
    }

    /// The weights that are embedded in the program.
    #[must_use]
    pub fn embedded() -> Typer<'static> {
        Typer::new(include_bytes!("../../../models/entities.bin"))
    }

    /// Adds up the weights of some features.
    #[must_use]
    pub fn scores(&self, features: &[u64]) -> Scores {
        let mut scores = Scores::default();
        for feature in features {
            for pair in self.0.get(*feature).unwrap_or_default().chunks_exact(2) {
                if let [kind, weight] = *pair
                    && let Some(score) = scores.get_mut(kind as usize)
                {
                    *score += i32::from(weight.cast_signed());
                }
            }
        }
        scores
    }
}

/// The features of a name where it stands.
pub(super) fn features(view: &View<'_, '_>, name: &Name, evidence: &Evidence) -> Vec<u64> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let text = |word: &str| hash(word.to_lowercase().as_bytes());
    let at = |i: u32| text(view.word(i));
    let before = start.wrapping_sub(1);
    let last = end.saturating_sub(1);
    let count = u64::from(end - start).min(4);
    let rule = evidence.kind.map_or(9, |(kind, sure)| kind as u64 * 2 + u64::from(sure));
    let capitals = view.words(start, end).bytes().all(|b| !b.is_ascii_lowercase());
    let listed = |i: u32| {
        let word = gazetteer::word(view.word(i));
        let flags =
            [word.title, word.org, word.company, word.place, gazetteer::first_name(view.word(i)).is_some()];
        let known = english::Word::find(&view.word(i).to_lowercase());
        let person = known.is_some_and(english::Word::is_person);
        let flags = flags.into_iter().chain([known.is_some(), person]);
        flags.fold(1, |bits, flag| bits << 1 | u64::from(flag))
    };
    let ending: String = view.word(last).chars().rev().take(3).collect();
    let head = name.tokens.clone().filter_map(|i| view.token(i)).find(|t| !name.tokens.contains(&t.head));
    let relation = head.map_or(99, |t| t.deprel as u64);
    let governor = head.map_or("", |t| view.lemma(t.head));
    // "Act", "Revolution", "Bridge": what the last word means as a noun
    let last_noun = view.word(last).to_lowercase();
    let sort = english::vector(&last_noun).map_or(9, |_| weights::embedded().nouns.sort(&last_noun) as u64);
    let whole = text(view.words(start, end));
    let listings = mix(listed(start), mix(listed(last), count));
    let mut values = vec![
        rule,
        mix(rule, count),
        count * 2 + u64::from(capitals),
        whole,
        at(start),
        at(last),
        text(&ending),
        at(before),
        at(end),
        mix(at(before), at(end)),
        mix(at(end), at(end + 1)),
        mix(at(before), count),
        listings,
        mix(listings, rule),
        relation,
        mix(relation, text(governor)),
        mix(relation, count * 2 + u64::from(evidence.located)),
        mix(sort, count),
        mix(sort, rule),
        u64::from(evidence.gender.is_some()) * 2 + u64::from(gazetteer::is_place(view.words(start, end))),
    ];
    for (number, value) in (1u64..).zip(&mut values) {
        *value = mix(*value, number);
    }
    values.extend(name.tokens.clone().map(|i| mix(at(i), 100)));
    values
}
