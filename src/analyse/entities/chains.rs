//! Noun phrases in order → chains of those that stand for one thing.
//!
//! Each phrase chooses between the chains before it and standing alone; who chooses is told from outside, so that the
//! trainer walks the same way as the program. Names of one entity are one chain from the start.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::evidence::initials;
use super::features::{self, Feature};
use super::nouns::Sort;
use super::phrases::{Class, Phrase};
use crate::model::{Entity, EntityKind, Gender};

/// Sentences that a pronoun looks back over.
const PRONOUN_REACH: u32 = 5;
/// Chains that any phrase looks at.
const MOST_CHAINS: usize = 60;
/// Phrases that one with a noun looks back over.
const MOST_PHRASES: usize = 600;
/// Different nouns, modifiers or words of roles that a chain remembers.
const MOST_WORDS: usize = 100;
/// Chains of one age that are looked at.
const MOST_OF_AGE: usize = 60;

/// What a phrase may stand for.
#[derive(Debug)]
pub struct Candidate {
    /// The chain; of the last option, standing alone, the number that a new chain gets.
    pub chain: usize,
    /// What speaks for and against it.
    pub features: Vec<Feature>,
}

/// A phrase that chooses.
#[derive(Debug)]
pub struct Asked<'w> {
    /// First byte of its head word in the field.
    pub start: u32,
    /// Number of its class.
    pub class: usize,
    /// The chains it may belong to, the latest first, and last of all standing alone.
    pub options: &'w [Candidate],
    /// For each chain the first bytes of the head words in it.
    pub heads: &'w [Vec<u32>],
}

/// Which option was chosen, and by how much it was better than the next.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Index of the option.
    pub option: usize,
    /// How much it is better than the next.
    pub margin: i32,
}

/// Phrases that stand for one thing.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub(super) entity: Option<usize>,
    pub(super) kind: Option<EntityKind>,
    /// In order, with the margin by which each was chosen.
    pub(super) phrases: Vec<usize>,
    pub(super) margins: Vec<i32>,
    /// Those of them with a noun of their own.
    pub(super) nouns: Vec<usize>,
    /// Their different nouns, each with the last phrase that has it.
    pub(super) lemmas: Vec<(SmolStr, usize)>,
    pub(super) plural: Option<bool>,
    pub(super) gender: Option<Gender>,
    noun_sort: Option<Sort>,
    pub(super) modifiers: Vec<SmolStr>,
    /// The names in small letters.
    pub(super) names: Vec<String>,
    /// Heads of the roles, in small letters and in full.
    pub(super) roles: Vec<SmolStr>,
    pub(super) homes: Vec<SmolStr>,
    pub(super) age: Option<u32>,
}

impl Chain {
    pub(super) fn sort(&self) -> Sort {
        match self.kind {
            Some(EntityKind::Person) => Sort::Person,
            Some(EntityKind::Organisation) => Sort::Group,
            Some(EntityKind::Place) => Sort::Place,
            Some(EntityKind::Other) => Sort::Thing,
            None => self.noun_sort.unwrap_or(if self.gender.is_some() { Sort::Person } else { Sort::Thing }),
        }
    }

    pub(super) fn sort_feature(&self) -> Feature {
        match (self.kind, self.noun_sort) {
            (Some(EntityKind::Person), _) => Feature::NamedPerson,
            (Some(EntityKind::Organisation), _) => Feature::NamedGroup,
            (Some(EntityKind::Place), _) => Feature::NamedPlace,
            (Some(EntityKind::Other), _) => Feature::NamedThing,
            (None, Some(Sort::Person)) => Feature::PersonNoun,
            (None, Some(Sort::Group)) => Feature::GroupNoun,
            (None, Some(Sort::Place)) => Feature::PlaceNoun,
            (None, Some(Sort::Thing)) => Feature::ThingNoun,
            (None, None) => Feature::PronounsOnly,
        }
    }

    /// Do the numbers agree, where both are known?
    pub(super) fn agreement(&self, phrase: &Phrase) -> Option<bool> {
        if phrase.class == Class::They {
            return self.plural.map(|p| p || self.sort() == Sort::Group);
        }
        self.plural.zip(phrase.plural).map(|(a, b)| a == b)
    }

    /// Does nothing known speak against the phrase?
    pub(super) fn agrees(&self, phrase: &Phrase) -> bool {
        let sort = match phrase.class {
            Class::HeShe | Class::Speaker => self.sort() == Sort::Person,
            Class::It => self.sort() != Sort::Person,
            Class::They | Class::Pointer => true,
            _ => self.sort() == phrase.sort,
        };
        let sexes = phrase.gender.zip(self.gender).is_none_or(|(a, b)| a == b);
        sort && sexes && self.agreement(phrase) != Some(false)
    }

    fn add(&mut self, index: usize, phrase: &Phrase, margin: i32) {
        if !phrase.is_pronoun() && phrase.class != Class::Name {
            self.nouns.push(index);
            self.noun_sort = self.noun_sort.or(Some(phrase.sort));
            if let Some((_, last)) = self.lemmas.iter_mut().find(|(lemma, _)| *lemma == phrase.lemma) {
                *last = index;
            } else if self.lemmas.len() < MOST_WORDS {
                self.lemmas.push((phrase.lemma.clone(), index));
            }
            for modifier in &phrase.modifiers {
                if self.modifiers.len() < MOST_WORDS && !self.modifiers.contains(modifier) {
                    self.modifiers.push(modifier.clone());
                }
            }
        }
        self.phrases.push(index);
        self.margins.push(margin);
        self.plural = self.plural.or(phrase.plural);
        self.gender = self.gender.or(phrase.gender);
        self.age = self.age.or(phrase.age);
    }

    /// The last phrase with this noun.
    pub(super) fn last_by(&self, lemma: &SmolStr) -> Option<usize> {
        self.lemmas.iter().find(|(own, _)| own == lemma).map(|(_, last)| *last)
    }

    fn join(&mut self, number: usize, entity: &Entity) {
        self.entity = self.entity.or(Some(number));
        self.kind = self.kind.or(Some(entity.kind));
        self.names.extend(entity.names().map(|n| n.to_lowercase()));
        self.gender = self.gender.or(entity.gender);
        self.age = self.age.or(entity.age);
        for role in &entity.roles {
            self.roles.extend(role.split([' ', '-', ',']).flat_map(meant));
        }
        if let Some(home) = &entity.home {
            self.homes.extend(home.split(' ').map(|w| SmolStr::new(w.to_lowercase())));
        }
    }
}

/// What a word of a title means in full.
fn meant(word: &str) -> Vec<SmolStr> {
    let known: &[&'static str] = match word {
        "rep." | "rep" | "representative" => &["representative", "congressman", "congresswoman", "lawmaker"],
        "sen." | "sen" => &["senator", "lawmaker"],
        "gov." | "gov" => &["governor"],
        "sgt." => &["sergeant"],
        "lt." => &["lieutenant"],
        "capt." => &["captain"],
        "det." => &["detective"],
        "dr." => &["doctor"],
        "" | "of" | "the" | "a" | "for" | "and" | "in" | "at" => &[],
        word => return vec![SmolStr::new(word)],
    };
    known.iter().map(|w| SmolStr::new_static(w)).collect()
}

/// The phrases of a document and the chains so far.
pub(super) struct Walk<'e> {
    entities: &'e [Entity],
    phrases: Vec<Phrase>,
    pub(super) chains: Vec<Chain>,
    /// The chain of each phrase so far.
    homes: Vec<usize>,
    /// The chain of each entity.
    of_entity: Vec<Option<usize>>,
    /// The first phrase of each sentence.
    opening: Vec<bool>,
    heads: Vec<Vec<u32>>,
    /// The name of each entity as others may shorten it, and as a short form of theirs.
    shorts: Vec<Short>,
    /// The chains of each age.
    by_age: BTreeMap<u32, Vec<usize>>,
}

/// A name as it is compared with short forms.
struct Short {
    /// Its initials, if it is of several words.
    initials: Option<String>,
    /// It without stops.
    plain: String,
}

impl Short {
    fn of(name: &str) -> Short {
        Short { initials: name.contains(' ').then(|| initials(name)), plain: name.replace('.', "") }
    }

    fn is_of(&self, long: &Short) -> bool {
        self.plain.len() > 1 && long.initials.as_ref() == Some(&self.plain)
    }
}

impl<'e> Walk<'e> {
    pub(super) fn new(entities: &'e [Entity], phrases: Vec<Phrase>) -> Walk<'e> {
        let mut sentence = None;
        let opening = phrases.iter().map(|p| sentence.replace(p.sentence) != Some(p.sentence)).collect();
        let of_entity = vec![None; entities.len()];
        Walk {
            entities,
            phrases,
            chains: Vec::new(),
            homes: Vec::new(),
            of_entity,
            opening,
            heads: Vec::new(),
            shorts: entities.iter().map(|e| Short::of(&e.name)).collect(),
            by_age: BTreeMap::new(),
        }
    }

    pub(super) fn phrase(&self, index: usize) -> Option<&Phrase> {
        self.phrases.get(index)
    }

    /// The phrase of a chain that was spoken last.
    pub(super) fn last(&self, chain: &Chain) -> Option<&Phrase> {
        self.phrase(*chain.phrases.last()?)
    }

    /// Is it the first phrase of its sentence?
    pub(super) fn opens(&self, phrase: &Phrase) -> bool {
        let at = self.phrases.partition_point(|p| (p.sentence, p.head) < (phrase.sentence, phrase.head));
        self.opening.get(at).copied().unwrap_or(false)
    }

    /// The chain of a phrase's owner, if that stands before it.
    pub(super) fn owner(&self, phrase: &Phrase) -> Option<usize> {
        let owner = phrase.owner?;
        let at = self.phrases.partition_point(|p| (p.sentence, p.head) < (phrase.sentence, owner));
        self.phrase(at).filter(|p| p.head == owner)?;
        self.homes.get(at).copied()
    }

    /// What the name of an entity has in common with the names of a chain.
    pub(super) fn likeness(&self, entity: usize, chain: &Chain) -> Option<Feature> {
        if self.is_initials(entity, chain) {
            return Some(Feature::Initials);
        }
        let (a, b) = (self.entities.get(entity)?, self.entities.get(chain.entity?)?);
        let within = |long: &str, short: &str| {
            long.len() > short.len() && long.to_lowercase().split(' ').any(|w| w == short.to_lowercase())
        };
        (within(&a.name, &b.name) || within(&b.name, &a.name)).then_some(Feature::NameWithin)
    }

    /// Is the name of an entity the initials of a chain's, or the other way round?
    fn is_initials(&self, entity: usize, chain: &Chain) -> bool {
        let other = chain.entity.and_then(|e| self.shorts.get(e));
        self.shorts.get(entity).zip(other).is_some_and(|(a, b)| a.is_of(b) || b.is_of(a))
    }

    /// Lets every phrase choose, in order.
    pub(super) fn run(
        &mut self,
        start: impl Fn(&Phrase) -> u32,
        judge: &mut dyn FnMut(&Asked<'_>) -> Choice,
    ) {
        let mut seen = Vec::new();
        for index in 0..self.phrases.len() {
            let Some(phrase) = self.phrases.get(index).cloned() else { continue };
            let begin = start(&phrase);
            let known = phrase.entity.and_then(|e| self.of_entity.get(e).copied().flatten());
            let known = known.or_else(|| self.of_age(&phrase));
            let (home, margin) = match known {
                Some(chain) => (chain, i32::MAX),
                None => {
                    let options = self.options(&phrase, &mut seen);
                    let asked =
                        Asked { start: begin, class: phrase.number(), options: &options, heads: &self.heads };
                    let choice = judge(&asked);
                    (options.get(choice.option).map_or(self.chains.len(), |o| o.chain), choice.margin)
                }
            };
            self.put(index, &phrase, home, margin, begin);
        }
    }

    /// "The 47-year-old": the only chain of that age.
    fn of_age(&self, phrase: &Phrase) -> Option<usize> {
        let age = phrase.age.filter(|_| phrase.class == Class::Definite)?;
        let of_age = self.by_age.get(&age).into_iter().flatten().take(MOST_OF_AGE);
        let agrees = |at: &&usize| self.chains.get(**at).is_some_and(|c| c.agrees(phrase));
        let mut of_age = of_age.filter(agrees);
        let only = *of_age.next()?;
        of_age.next().is_none().then_some(only)
    }

    fn put(&mut self, index: usize, phrase: &Phrase, home: usize, margin: i32, start: u32) {
        if home == self.chains.len() {
            self.chains.push(Chain::default());
            self.heads.push(Vec::new());
        }
        if let (Some(chain), Some(heads)) = (self.chains.get_mut(home), self.heads.get_mut(home)) {
            let age = chain.age;
            chain.add(index, phrase, margin);
            heads.push(start);
            if let Some((number, entity)) = phrase.entity.and_then(|e| Some((e, self.entities.get(e)?)))
                && self.of_entity.get(number).is_some_and(Option::is_none)
            {
                chain.join(number, entity);
            }
            if let (None, Some(age)) = (age, chain.age) {
                self.by_age.entry(age).or_default().push(home);
            }
        }
        if let Some(of) = phrase.entity.and_then(|e| self.of_entity.get_mut(e)) {
            *of = Some(home);
        }
        self.homes.push(home);
    }

    /// The chains that a phrase may belong to, the latest first, and standing alone.
    /// `seen`: for each chain, how many phrases there were when it was last looked at.
    fn options(&self, phrase: &Phrase, seen: &mut Vec<usize>) -> Vec<Candidate> {
        seen.resize(self.chains.len(), usize::MAX);
        let mut options = Vec::new();
        let (mut order, mut fits, mut known) = (0, 0, false);
        let so_far = self.homes.len();
        for at in (so_far.saturating_sub(MOST_PHRASES)..so_far).rev() {
            let (Some(&home), Some(before)) = (self.homes.get(at), self.phrases.get(at)) else { continue };
            let far = phrase.sentence - before.sentence;
            if phrase.is_pronoun() && (far > PRONOUN_REACH || order >= MOST_CHAINS) {
                break;
            }
            if seen.get_mut(home).is_none_or(|last| std::mem::replace(last, so_far) == so_far) {
                continue;
            }
            let Some(chain) = self.chains.get(home) else { continue };
            let same_noun = !phrase.is_pronoun() && chain.last_by(&phrase.lemma).is_some();
            known |= same_noun;
            if self.is_possible(phrase, chain, order, same_noun) {
                let features = features::of(self, phrase, chain, order, fits);
                options.push(Candidate { chain: home, features });
            }
            order += 1;
            fits += usize::from(chain.agrees(phrase));
        }
        options.push(Candidate { chain: self.chains.len(), features: features::alone(phrase, known) });
        options
    }

    fn is_possible(&self, phrase: &Phrase, chain: &Chain, order: usize, same_noun: bool) -> bool {
        let same_as = || {
            let last = chain.phrases.iter().rev().take(4).filter_map(|&p| self.phrase(p));
            last.into_iter().any(|p| p.sentence == phrase.sentence && phrase.same_as == Some(p.head))
        };
        let sexes = phrase.gender.zip(chain.gender).is_none_or(|(a, b)| a == b);
        match phrase.class {
            Class::HeShe => {
                sexes && matches!(chain.sort(), Sort::Person | Sort::Thing) && chain.plural != Some(true)
            }
            Class::It | Class::They | Class::Speaker | Class::Pointer => true,
            Class::Definite | Class::Demonstrative | Class::Owned => {
                let linked = || {
                    let names = |word: &str| chain.names.iter().any(|n| n.split(' ').any(|w| w == word));
                    names(&phrase.lemma) || chain.roles.contains(&phrase.lemma)
                };
                sexes && (order < MOST_CHAINS || same_noun || linked())
            }
            Class::Other => same_noun || same_as(),
            Class::Name => same_as() || phrase.entity.is_some_and(|e| self.is_initials(e, chain)),
        }
    }
}
