//! A sentence with tags and a bare number in it → the noun phrase that the number counts.
//!
//! "two of Johnson's deputies" counts Johnson's deputies, "14 first-team players" first-team players. The phrase is the
//! first noun group behind the number: adjectives, compound nouns, a plural head; what follows the head is left out.

use crate::english;
use std::ops::Range;

use super::tagged::Tagged;
use crate::model::{Mention, MentionKind, Penn, Quantity, Unit, Value};

/// A counted noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Its tokens, counted from the sentence's first.
    pub(crate) tokens: Range<u32>,
    /// Its words: lemmas in lower case, hyphened words whole ("first-team player").
    pub(crate) words: String,
}

/// What the number of a mention counts; `None` where it counts nothing that can be named.
/// `size` is the end of a measure between the two ("eight 250ml bottles").
pub(crate) fn counted(tagged: &Tagged<'_, '_>, mention: &Mention, size: Option<u32>) -> Option<Counted> {
    if !is_count(mention) {
        return None;
    }
    if tagged.is_any(mention.tokens.end.saturating_sub(1), &["times", "fold"]) {
        let tokens = mention.tokens.end..mention.tokens.end;
        return rate(tagged, tokens.end).map(|unit| Counted { tokens, words: format!("count per {unit}") });
    }
    if let Some(compound) = hyphened(tagged, mention) {
        return Some(compound);
    }
    let start = size.unwrap_or_else(|| opening(tagged, mention));
    let tokens = group(tagged, start)?;
    let mut words = tagged.lemmas(tokens.clone());
    let last = tokens.end - 1;
    // "eight World Cups": names keep their plural in the dictionary.
    if tagged.penn(last) == Penn::Nnp && tagged.word(last).len() > 3 && !words.ends_with("ss") {
        words.truncate(words.trim_end_matches('s').len());
    }
    if let Some(front) = adjective_before(tagged, mention) {
        words = format!("{front} {words}");
    }
    if let Some(unit) = rate(tagged, tokens.end) {
        words = format!("{words} per {unit}");
    }
    (!words.is_empty()).then_some(Counted { tokens, words })
}

/// "six-cylinder engine", "a 48-page report": the noun that a hyphen joins to the number, whatever it describes.
fn hyphened(tagged: &Tagged<'_, '_>, mention: &Mention) -> Option<Counted> {
    let (dash, noun) = (mention.tokens.end, mention.tokens.end + 1);
    let tight = tagged.is(dash, "-") && tagged.glued(dash) && tagged.glued(noun) && !tagged.is(noun + 1, "-");
    let fits = tight && matches!(tagged.penn(noun), Penn::Nn | Penn::Nns);
    fits.then(|| Counted { tokens: noun..noun + 1, words: tagged.lemma(noun) })
}

/// A number without a unit.
fn is_count(mention: &Mention) -> bool {
    let plain = matches!(&mention.value, Value::Quantity(Quantity { unit: Unit::None, .. }));
    mention.kind == MentionKind::Number && plain
}

/// Where the noun phrase may begin: behind "of the", "more", a hyphen.
fn opening(tagged: &Tagged<'_, '_>, mention: &Mention) -> u32 {
    let mut at = mention.tokens.end;
    if tagged.is(at, "-") {
        at += 1;
    }
    if tagged.is(at, "of") {
        at += 1;
    }
    while tagged.is_any(at, &english::words().noun_openers) {
        at += 1;
    }
    at
}

/// The first noun group at `start`: modifiers, then nouns up to a plural or the last of a run.
pub(crate) fn group(tagged: &Tagged<'_, '_>, start: u32) -> Option<Range<u32>> {
    let mut at = start;
    let mut end = None;
    while at < tagged.len() && at - start < 10 {
        let hyphened = tagged.joined(at);
        match tagged.penn(at) {
            Penn::Nns | Penn::Nnps if !hyphened => return Some(start..at + 1),
            Penn::Nn | Penn::Nnp | Penn::Nns | Penn::Nnps => end = if hyphened { end } else { Some(at + 1) },
            Penn::Jj | Penn::Jjr | Penn::Jjs
                if end.is_none() || hyphened || tagged.penn(at + 1) == Penn::Nns => {}
            Penn::Rbs | Penn::Rb
                if end.is_none() && matches!(tagged.penn(at + 1), Penn::Jj | Penn::Jjs | Penn::Vbn) => {}
            Penn::Vbn | Penn::Vbg if end.is_none() && at + 1 < tagged.len() => {}
            Penn::Pos => end = None,
            Penn::Cc if at > start && plural_soon(tagged, at + 1) => {}
            Penn::Cd if end.is_none() && at > start && tagged.penn(at + 1) == Penn::Nnp => {}
            _ if hyphened || tagged.is(at, "-") && at > start => {}
            _ => break,
        }
        at += 1;
    }
    end.map(|end| start..end)
}

/// "Kia and Hyundai vehicles": returns whether the coordination ends in a plural.
fn plural_soon(tagged: &Tagged<'_, '_>, from: u32) -> bool {
    let (first, second) = (tagged.penn(from), tagged.penn(from + 1));
    matches!(first, Penn::Nnp | Penn::Nn | Penn::Jj) && matches!(second, Penn::Nns | Penn::Nnps)
}

/// "the top three seeds", "the previous two sessions": an adjective between article and number.
fn adjective_before(tagged: &Tagged<'_, '_>, mention: &Mention) -> Option<String> {
    let at = mention.tokens.start.checked_sub(1)?;
    let article = matches!(tagged.penn(at.checked_sub(1)?), Penn::Dt | Penn::PrpS);
    let plain = tagged.penn(at) == Penn::Jj && !tagged.is_any(at, &english::words().plain_adjectives);
    (article && plain).then(|| tagged.lemma(at))
}

/// "per day", "a day" behind the noun.
fn rate(tagged: &Tagged<'_, '_>, at: u32) -> Option<String> {
    let per = tagged.is(at, "per") && matches!(tagged.penn(at + 1), Penn::Nn);
    let article = tagged.is_any(at, &["a", "an"])
        && tagged.is_any(at + 1, &english::words().rate_units)
        && tagged.penn(at + 2) != Penn::Nn;
    (per || article).then(|| tagged.lemma(at + 1))
}
