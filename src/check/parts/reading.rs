//! The text around a number → what may be relied on when it is added to another.
//!
//! The parse of a news sentence is often wrong about who does what to whom; what directly adjoins the number is not.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::Story;
use super::Numbered;
use crate::english::{self, Class};
use crate::model::{Claim, ClaimId, Comparator, Kind, Modality, Span, Value};

/// Tokens between a number and the word of its verb.
const NEAR: u16 = 8;

/// An exact number that the text states as a fact.
pub(super) fn number(claim: &Claim) -> Option<Decimal> {
    let stated = claim.modality == Modality::Asserted && !claim.negated && claim.trend.is_none();
    match &claim.value {
        Value::Quantity(q) if stated && q.comparator == Comparator::Exact && !q.approx => {
            q.nominal.map(|n| n.normalize()).filter(|n| *n > Decimal::ZERO)
        }
        _ => None,
    }
}

/// The claims of a kind, sentence by sentence.
pub(super) fn sentences<'s>(story: &Story<'s>, kind: Kind) -> Vec<Vec<Numbered<'s>>> {
    let mut all: BTreeMap<Span, Vec<Numbered<'s>>> = BTreeMap::new();
    for (id, claim) in (0u32..).map(ClaimId).zip(&story.graph.claims).filter(|(_, c)| c.kind == kind) {
        all.entry(claim.sentence).or_default().push((id, claim));
    }
    all.into_values().collect()
}

/// A sentence's words, in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Returns whether the sentence of a claim leaves open what is counted.
pub(super) fn is_open(story: &Story<'_>, claim: &Claim) -> bool {
    let text = story.article(claim).map_or("", |a| a.quote(&claim.sentence));
    words(text).any(|w| english::parts().open.contains(&w)) || text.to_lowercase().contains("at least")
}

fn slice<'s>(story: &Story<'s>, claim: &Claim, from: u32, to: u32) -> &'s str {
    let field = story.article(claim).map_or("", |a| a.field(claim.span.field));
    field.get(from as usize..to as usize).unwrap_or_default()
}

/// The sentence before the value.
pub(super) fn before<'s>(story: &Story<'s>, claim: &Claim) -> &'s str {
    slice(story, claim, claim.sentence.start, claim.span.start).trim_end()
}

/// The sentence behind the value.
pub(super) fn behind<'s>(story: &Story<'s>, claim: &Claim) -> &'s str {
    slice(story, claim, claim.span.end, claim.sentence.end).trim_start()
}

/// What stands between two values of one sentence.
pub(super) fn between<'s>(story: &Story<'s>, a: &Claim, b: &Claim) -> &'s str {
    slice(story, a, a.span.end, b.span.start).trim()
}

/// The sentence behind the phrase that is counted, where that phrase directly follows the number.
pub(super) fn behind_phrase<'s>(story: &Story<'s>, claim: &Claim) -> Option<&'s str> {
    let phrase = claim.subject.words.as_str();
    let tail = behind(story, claim).strip_prefix(phrase).filter(|_| !phrase.is_empty())?;
    (!tail.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '\'' || c == '’'))
        .then_some(tail.trim_start())
}

/// The event that befalls those counted: the verb in the passive right behind them, or the one they are the object of.
pub(super) fn befallen(claim: &Claim, tail: &str) -> Option<Class> {
    let mut next = tail.split([' ', ',', '.', ';', ':']).map(str::to_lowercase);
    let first = next.next().unwrap_or_default();
    match first.as_str() {
        "were" | "was" | "are" | "is" => class(claim, &next.next()?),
        "have" | "had" | "has" => match next.next()?.as_str() {
            "been" => class(claim, &next.next()?),
            "died" => english::predicate_class("die"),
            _ => None,
        },
        "died" | "dead" => english::predicate_class("die"),
        _ => {
            let predicate = claim.predicate.as_ref().filter(|p| p.undergoes)?;
            let stands_before =
                predicate.span.field == claim.span.field && predicate.span.end <= claim.span.start;
            english::predicate_class(&predicate.lemma).filter(|_| stands_before)
        }
    }
}

/// The event that a word near a claim names, by its lemma.
pub(super) fn class(claim: &Claim, word: &str) -> Option<Class> {
    let stem = |w: &str| w.chars().take(3).collect::<String>();
    english::predicate_class(word).or_else(|| {
        let near = claim.context.iter().filter(|w| w.distance <= NEAR && stem(&w.lemma) == stem(word));
        near.filter_map(|w| english::predicate_class(&w.lemma)).next()
    })
}
