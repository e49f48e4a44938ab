//! Claims of events, places, causes and wounds → pairs worth scoring, each with named features.
//!
//! An inverted index over the words of the sentences keeps it near-linear: a claim looks only at claims that share a word
//! with it, and keeps the best few.

mod compare;

use std::collections::{BTreeMap, HashMap};

use compare::compare;

use super::fact;
use super::people::People;
use crate::english::{self, Class, Meaning, Phrase};
use crate::link::chunks;
use crate::link::overlap::{Overlap, best};
use crate::link::story::{Bag, cosine, unit_bag};
use crate::link::tops::Tops;
use crate::model::{Claim, ClaimId, Field, Matter};

/// Names of the features, in the order of a [`Vector`].
pub const NAMES: [&str; 23] = [
    "same words in the sentences",
    "same words near by",
    "sentences alike",
    "same words said",
    "words said alike",
    "same predicate",
    "predicates of one event",
    "predicates of different events",
    "predicates alike",
    "one bearer",
    "two bearers",
    "subjects alike",
    "same names",
    "different names",
    "both in a headline",
    "distance in the article",
    "same modality",
    "is a place",
    "is a cause",
    "each other's best match",
    "margin over the nearer rival",
    "names said in common",
    "different names said",
];

/// One number per feature.
pub type Vector = [f64; NAMES.len()];

/// Places in a [`Vector`] of the features that rivals decide.
const MUTUAL: usize = 19;
const MARGIN: usize = 20;

/// Most partners that one claim is scored against.
const PARTNERS: usize = 24;
/// Pairs from which on a claim is scored against fewer, so that time and memory stay in proportion.
const PAIRS: usize = 400_000;
/// Fewest partners that one claim is scored against.
const FEWEST: usize = 6;
/// In a story of more claims only those that share most words are looked at more closely.
const BIG: usize = 2_000;
/// A word that stands in more claims than this proposes no pairs.
const COMMON: usize = 600;
/// Tokens over which a word's weight near a value halves.
const HALF: f64 = 4.0;

/// A claim ready to be compared.
struct Prepared<'c> {
    id: ClaimId,
    claim: &'c Claim,
    matter: Matter,
    bearer: Option<u32>,
    sentence: Bag,
    near: Bag,
    said: Bag,
    head: Option<Meaning>,
    predicate: Option<Meaning>,
    /// Classes of the predicate.
    classes: &'static [Class],
    meaning: Option<Phrase>,
    said_meaning: Option<Phrase>,
    names: Vec<u32>,
    said_names: Vec<u32>,
    place: f64,
}

/// What `make` makes of each candidate pair, the earlier claim first, in order: there may be too many pairs to hold.
pub(super) fn each<R: Send>(
    claims: &[Claim],
    people: &People,
    make: impl Fn(ClaimId, ClaimId, Vector) -> Option<R> + Sync,
) -> Vec<R> {
    let prepared = prepare(claims, people);
    let proposed = propose(&prepared);
    let best = bests(&prepared, &proposed);
    let vector = |&(i, j, score): &(usize, usize, f64)| {
        let (a, b) = (prepared.get(i)?, prepared.get(j)?);
        let mut vector = compare(a, b);
        let sides = [best.of(i, b.claim.article)?, best.of(j, a.claim.article)?];
        let mutual = sides.iter().all(|top| score >= top[0]);
        let rival = |top: &[f64; 2]| if score >= top[0] { top[1] } else { top[0] };
        vector[MUTUAL] = flag(mutual);
        vector[MARGIN] = sides.iter().map(|top| score - rival(top)).fold(f64::INFINITY, f64::min);
        make(a.id, b.id, vector)
    };
    chunks::in_order(&proposed, |own| own.iter().filter_map(vector).collect())
}

/// The two best scores of each claim in each article.
fn bests(prepared: &[Prepared<'_>], proposed: &[(usize, usize, f64)]) -> Tops {
    let mut best = Tops::new(prepared.len(), 0.0);
    for &(i, j, score) in proposed {
        for (own, other) in [(i, j), (j, i)] {
            if let Some(other) = prepared.get(other) {
                best.enter(own, other.claim.article, score);
            }
        }
    }
    best
}

/// Pairs of claims of one matter in different articles that share words, with how much they do.
fn propose(prepared: &[Prepared<'_>]) -> Vec<(usize, usize, f64)> {
    let words = prepared.iter().flat_map(|p| &p.sentence).map(|w| w.0 as usize + 1).max().unwrap_or(0);
    let overlap = Overlap::new(prepared.iter().map(|p| &p.sentence), words, COMMON);
    let most = (PAIRS / prepared.len().max(1)).clamp(FEWEST, PARTNERS);
    let likest = if prepared.len() > BIG { 4 * most } else { prepared.len() };
    let told: Vec<(Matter, u32)> = prepared.iter().map(|p| (p.matter, p.claim.article)).collect();
    let partners = |own: &[usize]| {
        let mut room = overlap.room();
        let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
        for (&i, a) in own.iter().filter_map(|i| Some((i, prepared.get(*i)?))) {
            let comparable = |j: u32| {
                let other = told.get(j as usize);
                other.is_some_and(|&(m, article)| m == a.matter && article != a.claim.article)
            };
            let sharing = overlap.of(&a.sentence, &mut room);
            let sharing = sharing.into_iter().filter(|&(j, _)| comparable(j)).collect();
            let likest = best(sharing, likest).into_iter().filter_map(|(j, s)| {
                let b = prepared.get(j as usize)?;
                Some((j, s + 0.5 * cosine(&a.near, &b.near) + cosine(&a.said, &b.said)))
            });
            let near = best(likest.collect(), most).into_iter().map(|(j, s)| (j as usize, s));
            pairs.extend(near.map(|(j, s)| (i.min(j), i.max(j), s)));
        }
        pairs
    };
    let all: Vec<usize> = (0..prepared.len()).collect();
    let mut pairs = chunks::in_order(&all, partners);
    // What two claims share is the same from either side.
    pairs.sort_unstable_by_key(|p| (p.0, p.1));
    pairs.dedup_by_key(|p| (p.0, p.1));
    pairs
}

fn prepare<'c>(claims: &'c [Claim], people: &People) -> Vec<Prepared<'c>> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut seen: Vec<f64> = Vec::new();
    let linked = |c: &&Claim| fact(c).is_some_and(|f| f.matter.attribute().is_none());
    let mut last = None;
    let mut sentences = 0.0;
    for claim in claims.iter().filter(linked) {
        let new = last != Some(claim.sentence);
        last = Some(claim.sentence);
        sentences += flag(new);
        for word in words(claim) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(word).or_insert(next) as usize;
            if number >= seen.len() {
                seen.push(0.0);
            }
            if let Some(n) = seen.get_mut(number).filter(|_| new) {
                *n += 1.0;
            }
        }
    }
    let weights: Vec<f64> = seen.iter().map(|n| (1.0 + sentences / (1.0 + n)).ln()).collect();
    let mut lengths: BTreeMap<u32, u32> = BTreeMap::new();
    for claim in claims {
        let length = lengths.entry(claim.article).or_default();
        *length = (*length).max(claim.sentence_index + 1);
    }
    let tables = Tables { numbers: &numbers, weights: &weights };
    let linked: Vec<(ClaimId, &Claim)> =
        (0u32..).map(ClaimId).zip(claims).filter(|(_, c)| linked(c)).collect();
    let prepare = |&(id, claim): &(ClaimId, &'c Claim)| {
        let length = lengths.get(&claim.article).copied().unwrap_or(1);
        tables.prepare(id, claim, people.number(claim), f64::from(length))
    };
    chunks::in_order(&linked, |own| own.iter().filter_map(prepare).collect())
}

/// All content words of a claim's sentence.
fn words(claim: &Claim) -> impl Iterator<Item = &str> {
    let said = fact(claim).into_iter().flat_map(|f| &f.words).map(|w| w.as_str());
    claim.context.iter().map(|w| w.lemma.as_str()).chain(said)
}

struct Tables<'t> {
    numbers: &'t HashMap<&'t str, u32>,
    weights: &'t [f64],
}

impl Tables<'_> {
    fn prepare<'c>(
        &self,
        id: ClaimId,
        claim: &'c Claim,
        bearer: Option<u32>,
        length: f64,
    ) -> Option<Prepared<'c>> {
        let fact = fact(claim)?;
        let weigh = |word: &str, scale: f64| {
            let n = *self.numbers.get(word)?;
            Some((n, scale * self.weights.get(n as usize).copied().unwrap_or_default()))
        };
        let said = || fact.words.iter().map(|w| w.as_str());
        let near =
            claim.context.iter().filter_map(|w| weigh(&w.lemma, (-f64::from(w.distance) / HALF).exp2()));
        let capital = |w: &str| claim.context.iter().any(|c| c.name && c.lemma == w);
        let number = |w: &str| self.numbers.get(w).copied();
        let mut names: Vec<u32> =
            claim.context.iter().filter(|w| w.name).filter_map(|w| number(&w.lemma)).collect();
        names.sort_unstable();
        names.dedup();
        Some(Prepared {
            id,
            claim,
            matter: fact.matter,
            bearer,
            sentence: unit_bag(words(claim).filter_map(|w| weigh(w, 1.0)).collect()),
            near: unit_bag(said().filter_map(|w| weigh(w, 1.0)).chain(near).collect()),
            said: unit_bag(said().filter_map(|w| weigh(w, 1.0)).collect()),
            head: Meaning::of(&claim.subject.head),
            predicate: Meaning::of(predicate(claim)),
            classes: english::predicate_classes(predicate(claim)),
            meaning: Phrase::of(words(claim)),
            said_meaning: Phrase::of(said()),
            said_names: said().filter(|w| capital(w)).filter_map(number).collect(),
            names,
            place: if claim.span.field == Field::Title {
                0.0
            } else {
                f64::from(claim.sentence_index) / length
            },
        })
    }
}

fn flag(on: bool) -> f64 {
    if on { 1.0 } else { 0.0 }
}

fn predicate(claim: &Claim) -> &str {
    claim.predicate.as_ref().map_or("", |p| p.lemma.as_str())
}
