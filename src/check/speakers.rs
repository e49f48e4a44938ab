//! Slots of quotations → conflict: the same words in another speaker's mouth.
//!
//! Attribution is easily misread, so this fires only where nothing is left open: a long run of the very same words,
//! both speakers named in full beside them, names that are no two spellings of one, and neither speaker mentioned in
//! the other's sentence (a spokesman reads out what the minister wrote).

use smol_str::SmolStr;

use super::quotes::{EXCERPT, Quoted, quoted};
use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::{compare_utterances, is_same_speaker};
use crate::model::{Finding, Kind, Position, Source, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "quote-other-speaker",
    summary: "outlets put the same words in different speakers' mouths",
    docs: "The same utterance, word for word, is given to two different people, each named beside it.\n\n\
           Example: one outlet writes *\"We saw the storm coming and nobody listened to us,\" Ana Ruiz said*, another \
           *\"We saw the storm coming and nobody listened to us,\" Tom Berg said*.",
    severity: Severity::Error,
};

/// Fewer matching words may be a common saying.
const WORDS: usize = 8;
/// Of which so many carry meaning.
const TELLING: usize = 3;
/// Share of the shorter utterance, in per mille.
const SHARE: i32 = 950;
/// Names more alike than this (Jaro–Winkler) are taken for spellings of one.
const ALIKE: f64 = 0.8;
const CONFIDENCE: f64 = 0.75;

/// At most one finding for each slot of quotations.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let slots = story.graph.slots();
    slots.iter().filter_map(|(_, members)| finding(story, &quoted(story, members)?)).collect()
}

fn finding(story: &Story<'_>, quotations: &[Quoted<'_>]) -> Option<Finding> {
    let (a, b) = quotations.iter().enumerate().find_map(|(i, a)| {
        let b = quotations.iter().skip(i + 1).find(|b| rivals(story, a, b))?;
        Some((a, b))
    })?;
    let (x, y) = (a.claim.source.as_ref()?, b.claim.source.as_ref()?);
    let of = |speaker: &Source| {
        let same = |q: &&Quoted<'_>| {
            q.claim.source.as_ref().is_some_and(|s| !s.inferred && is_same_speaker(s, speaker) == Some(true))
        };
        let claims = quotations.iter().filter(same).flat_map(|q| q.ids.clone()).collect();
        Position { value: speaker.words.to_string(), claims }
    };
    let name = |q: &Quoted<'_>| story.articles.get(q.claim.article as usize).map_or("", |a| a.name());
    let shorter = if a.words.len() <= b.words.len() { &a.words } else { &b.words };
    let excerpt = shorter.iter().take(EXCERPT).map(SmolStr::as_str).collect::<Vec<_>>().join(" ");
    Some(
        FindingBuilder::new(&META, Kind::Quote, Verdict::Conflict, CONFIDENCE)
            .question(format!("Who said “{excerpt} …”?"))
            .explanation(format!(
                "The same words, given to {} by {} and to {} by {}.",
                x.words,
                name(a),
                y.words,
                name(b)
            ))
            .positions(vec![of(x), of(y)]),
    )
}

/// Returns whether the same words are clearly given to two people.
fn rivals(story: &Story<'_>, a: &Quoted<'_>, b: &Quoted<'_>) -> bool {
    let (Some(x), Some(y)) = (&a.claim.source, &b.claim.source) else { return false };
    if a.claim.article == b.claim.article || x.inferred || y.inferred || is_same_speaker(x, y) != Some(false)
    {
        return false;
    }
    let full = |s: &Source| s.words.split(' ').count() >= 2 && s.outlet.is_none();
    let names = full(x) && full(y) && strsim::jaro_winkler(&x.words, &y.words) < ALIKE;
    names && !mentions(story, a, y) && !mentions(story, b, x) && word_for_word(a, b)
}

fn word_for_word(a: &Quoted<'_>, b: &Quoted<'_>) -> bool {
    let c = compare_utterances(&a.words, &b.words);
    c.differences.is_empty() && c.share >= SHARE && c.matched >= WORDS && c.telling >= TELLING
}

/// Returns whether the quotation's sentence names the other speaker.
fn mentions(story: &Story<'_>, quotation: &Quoted<'_>, speaker: &Source) -> bool {
    let last = speaker.words.rsplit(' ').next().unwrap_or_default();
    let article = story.articles.get(quotation.claim.article as usize);
    article.is_some_and(|a| a.quote(&quotation.claim.sentence).contains(last))
}
