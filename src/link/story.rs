//! The claims of a story, with what comparing needs worked out once: word numbers, weights, sentence places.

use std::collections::{BTreeMap, HashMap};

use super::chunks;
use super::told::{self, Told};
use super::traits::Traits;
use crate::compare::Comparable;
use crate::english::{Class, Phrase, Word, predicate_classes};
use crate::model::{Claim, ContextWord, Field, Kind, Standing, Value};

/// Weighted words, by word number, of unit length.
pub(crate) type Bag = Vec<(u32, f64)>;

/// A claim ready to be compared.
pub(crate) struct Prepared<'c> {
    /// The claim's number in the story.
    pub(crate) id: u32,
    pub(crate) claim: &'c Claim,
    pub(crate) traits: Traits<'c>,
    /// All content words of the sentence.
    pub(crate) sentence: Bag,
    /// The same, those near the value weighing more.
    pub(crate) near: Bag,
    /// Numbers of the names in the sentence.
    pub(crate) names: Vec<u32>,
    /// Numbers of the subject's modifiers.
    pub(crate) modifiers: Vec<u32>,
    /// Number of the subject's head.
    pub(crate) head: Option<u32>,
    /// Number of the predicate.
    pub(crate) predicate: Option<u32>,
    /// The head and the predicate in the lexicon.
    pub(crate) head_word: Option<Word>,
    /// The meaning of the sentence, and of the words near the value.
    pub(crate) meaning: Option<Phrase>,
    pub(crate) near_meaning: Option<Phrase>,
    /// Classes of the events named around the value, nearer ones weighing more.
    pub(crate) events: Vec<(Class, f64)>,
    /// The class of the nearest event named close by.
    pub(crate) event: Option<Class>,
    /// Place of the sentence in the article, 0 (headline) to 1 (end).
    pub(crate) place: f64,
    /// How many claims of its kind the article makes before it.
    pub(crate) rank: u32,
    /// How many claims of the article are of one matter by kind and head (kind and event where nothing is counted).
    pub(crate) alike: u32,
    /// Is it the article's first answer to its standing question, or the same said again?
    pub(crate) principal: bool,
    /// What the sentence says of other standing questions ("one killed" beside "13 injured").
    pub(crate) beside: Vec<(Standing, Comparable<'c>)>,
    /// Does the sentence count several incidents ("a pair of shootings")?
    pub(crate) several: bool,
}

/// A story's claims of numbers and times: no others are compared in pairs here.
pub(crate) struct Story<'c> {
    pub(crate) claims: Vec<Prepared<'c>>,
    /// The place of each claim among them, by its number.
    places: Vec<Option<u32>>,
    /// What each article tells of tolls and ages.
    pub(crate) told: Told<'c>,
    /// Weight of each word by its number: rare words weigh more.
    pub(crate) weights: Vec<f64>,
}

/// Values of one matter in one article that are told apart.
const MOST_ALIKE: usize = 100;
/// Tokens over which a word's weight near a value halves.
const HALF: f64 = 5.0;
/// Weight of an event that is no further than some eight tokens from the value.
const CLOSE: f64 = 0.33;
/// Tokens around a value that count as near.
const NEAR: u16 = 5;

impl<'c> Story<'c> {
    pub(crate) fn new(claims: &'c [Claim]) -> Story<'c> {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for claim in claims {
            let words = claim.context.iter().map(|w| &w.lemma);
            let own = claim.predicate.iter().map(|p| &p.lemma).chain([&claim.subject.head]);
            for word in words.chain(own).chain(&claim.subject.modifiers) {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                numbers.entry(word.as_str()).or_insert(next);
            }
        }
        let weights = weights(claims, &numbers);
        let lengths = lengths(claims);
        let mut seen: BTreeMap<(u32, Kind), u32> = BTreeMap::new();
        let numeric = (0u32..).zip(claims).filter(|(_, claim)| claim.kind.is_numeric());
        let ranked = numeric.map(|(id, claim)| {
            let next = seen.entry((claim.article, claim.kind)).or_default();
            let rank = *next;
            *next += 1;
            (id, claim, rank)
        });
        let ranked: Vec<(u32, &Claim, u32)> = ranked.collect();
        let prepare = |ranked: &(u32, &'c Claim, u32)| prepare(*ranked, &numbers, &weights, &lengths);
        let mut prepared = chunks::in_order(&ranked, |own| own.iter().map(prepare).collect());
        count_alike(&mut prepared);
        told::mark_principal(&mut prepared);
        told::set_beside(&mut prepared);
        let mut places = vec![None; claims.len()];
        for (place, p) in (0u32..).zip(&prepared) {
            if let Some(own) = places.get_mut(p.id as usize) {
                *own = Some(place);
            }
        }
        let told = Told::of(&prepared);
        Story { claims: prepared, places, told, weights }
    }

    /// A claim by its number, where it is of a number or a time.
    pub(crate) fn claim(&self, id: u32) -> Option<&Prepared<'c>> {
        let place = *self.places.get(id as usize)?;
        self.claims.get(place? as usize)
    }
}

/// Sets `alike`. An article says the same again without a new matter, so equal values count once.
fn count_alike(claims: &mut [Prepared<'_>]) {
    let matter =
        |p: &Prepared<'_>| (p.claim.article, p.claim.kind, p.head, p.event.filter(|_| p.head.is_none()));
    let mut values: BTreeMap<_, Vec<&Value>> = BTreeMap::new();
    for p in claims.iter() {
        let known = values.entry(matter(p)).or_default();
        if known.len() < MOST_ALIKE && !known.contains(&&p.claim.value) {
            known.push(&p.claim.value);
        }
    }
    let counts: BTreeMap<_, usize> = values.into_iter().map(|(m, v)| (m, v.len())).collect();
    for p in claims.iter_mut() {
        p.alike = counts.get(&matter(p)).map_or(1, |&n| u32::try_from(n).unwrap_or(u32::MAX));
    }
}

/// log of the inverse share of sentences that a word stands in.
fn weights(claims: &[Claim], numbers: &HashMap<&str, u32>) -> Vec<f64> {
    let mut seen = vec![0u32; numbers.len()];
    let mut sentences = 0u32;
    let mut last = None;
    for claim in claims.iter().filter(|c| c.kind != Kind::Quote) {
        if last == Some(claim.sentence) {
            continue;
        }
        last = Some(claim.sentence);
        sentences += 1;
        let mut words: Vec<u32> =
            claim.context.iter().filter_map(|w| numbers.get(w.lemma.as_str()).copied()).collect();
        words.sort_unstable();
        words.dedup();
        for w in words {
            if let Some(n) = seen.get_mut(w as usize) {
                *n += 1;
            }
        }
    }
    let total = f64::from(sentences.max(1));
    seen.into_iter().map(|n| (1.0 + total / (1.0 + f64::from(n))).ln()).collect()
}

/// Sentences of each article, counted as far as claims stand in them.
fn lengths(claims: &[Claim]) -> BTreeMap<u32, u32> {
    let mut lengths = BTreeMap::new();
    for claim in claims {
        let n: &mut u32 = lengths.entry(claim.article).or_default();
        *n = (*n).max(claim.sentence_index + 1);
    }
    lengths
}

fn prepare<'c>(
    (id, claim, rank): (u32, &'c Claim, u32),
    numbers: &HashMap<&str, u32>,
    weights: &[f64],
    lengths: &BTreeMap<u32, u32>,
) -> Prepared<'c> {
    let context = claim.context.as_slice();
    let number = |w: &str| if w.is_empty() { None } else { numbers.get(w).copied() };
    let weight = |n: u32| weights.get(n as usize).copied().unwrap_or_default();
    let bag = |scale: &dyn Fn(u16) -> f64| {
        let words = context.iter().filter_map(|w| {
            let n = number(&w.lemma)?;
            Some((n, weight(n) * scale(w.distance)))
        });
        unit_bag(words.collect())
    };
    let mut names: Vec<u32> = context.iter().filter(|w| w.name).filter_map(|w| number(&w.lemma)).collect();
    names.sort_unstable();
    names.dedup();
    let length = f64::from(lengths.get(&claim.article).copied().unwrap_or(1).max(1));
    let place = match claim.span.field {
        Field::Title => 0.0,
        Field::Text => f64::from(claim.sentence_index) / length,
    };
    let events = events(claim, context);
    // The predicate first: it may stand further off than another event's noun.
    let own = claim.predicate.as_ref().and_then(|p| predicate_classes(&p.lemma).first().copied());
    let nearest =
        events.iter().filter(|e| e.1 >= CLOSE).max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)));
    let event = own.or(nearest.map(|e| e.0));
    Prepared {
        id,
        claim,
        traits: Traits::of(claim),
        sentence: bag(&|_| 1.0),
        near: bag(&|d| (-f64::from(d) / HALF).exp2()),
        names,
        modifiers: claim.subject.modifiers.iter().filter_map(|m| numbers.get(m.as_str()).copied()).collect(),
        head: number(&claim.subject.head),
        predicate: claim.predicate.as_ref().and_then(|p| number(&p.lemma)),
        head_word: Word::find(&claim.subject.head),
        meaning: Phrase::of(context.iter().map(|w| w.lemma.as_str())),
        near_meaning: Phrase::of(context.iter().filter(|w| w.distance <= NEAR).map(|w| w.lemma.as_str())),
        events,
        event,
        place,
        rank,
        alike: 1,
        principal: false,
        beside: Vec::new(),
        several: false,
    }
}

fn events(claim: &Claim, context: &[ContextWord]) -> Vec<(Class, f64)> {
    let mut events: BTreeMap<Class, f64> = BTreeMap::new();
    let around = context.iter().map(|w| (w.lemma.as_str(), w.distance));
    let own = claim.predicate.iter().map(|p| (p.lemma.as_str(), 1));
    for (lemma, distance) in around.chain(own) {
        for &class in predicate_classes(lemma) {
            let weight = (-f64::from(distance) / HALF).exp2();
            let known = events.entry(class).or_default();
            *known = known.max(weight);
        }
    }
    events.into_iter().collect()
}

pub(crate) fn unit_bag(mut words: Bag) -> Bag {
    words.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    words.dedup_by_key(|w| w.0);
    words.shrink_to_fit();
    let length = words.iter().map(|w| w.1 * w.1).sum::<f64>().sqrt();
    if length > 0.0 {
        for w in &mut words {
            w.1 /= length;
        }
    }
    words
}

/// Cosine of two bags.
pub(crate) fn cosine(a: &Bag, b: &Bag) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
