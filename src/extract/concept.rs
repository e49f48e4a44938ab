//! A tagged sentence and its mentions → what each number counts and what it says something about.
//!
//! A rule over tags: the noun that the amount is of or describes ("60 per cent of its revenue", "a $300 million
//! contract", "a range of 400 km", "boosted output by 3%"), and the subject of the clause ("Nvidia advanced 8%"). A
//! number that only continues another ("$17 million, or 3%") is about the same thing.

use crate::english;
use std::ops::Range;

use super::clause::Clause;
use super::counted::counted;
use super::tagged::Tagged;
use crate::model::{About, Document, Mention, MentionKind, Penn, Sentence, Value};

/// What the mentions of one sentence count and are about, in their order. The document must be tagged.
#[must_use]
pub fn about(document: &Document<'_>, sentence: &Sentence, mentions: &[Mention]) -> Vec<About> {
    let tagged = Tagged::new(document, sentence);
    let clause = Clause { tagged, mentions };
    let mut found: Vec<About> = Vec::new();
    let mut before: Option<Before<'_>> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let size = mentions.get(index + 1).filter(|next| sizes(mention, next)).map(|next| next.tokens.end);
        let noun = counted(&tagged, mention, size);
        let end = noun.as_ref().map_or(mention.tokens.end, |c| c.tokens.end);
        let near = before.as_ref().filter(|b| {
            let start = mention.tokens.start;
            continues(&tagged, b.end, start) || continues(&tagged, b.mention.tokens.end, start)
        });
        let right = match &noun {
            Some(noun) => clause.whole_of(noun.tokens.end),
            None => clause.right_of(mention),
        };
        let end = right.as_ref().map_or(end, |r| end.max(r.end));
        let concept = match near {
            _ if is_determiner(&tagged, mention) => None,
            Some(b) if right.is_none() && tagged.is(b.end, ";") => {
                b.subject.clone().or(b.about.concept.clone())
            }
            Some(b) if right.is_none() => b.about.concept.clone(),
            _ if right.is_none() && noun.as_ref().is_some_and(|n| clause.is_subject(&n.tokens)) => None,
            _ => concept(&clause, mention, right),
        };
        let shared = before
            .as_ref()
            .filter(|b| {
                noun.is_none()
                    && is_bare(mention)
                    && is_bare(b.mention)
                    && !opens_noun(&tagged, mention.tokens.end)
            })
            .and_then(|b| b.about.counted.clone());
        let about = About { counted: noun.map(|c| c.words).or(shared), concept };
        if !matches!(mention.value, Value::Time(_)) {
            let subject = about.concept.as_deref().and_then(|c| c.rsplit_once(", "));
            let subject = subject.map(|(_, subject)| subject.to_owned());
            before = Some(Before { mention, about: about.clone(), subject, end });
        }
        found.push(about);
    }
    share_behind_hyphens(&tagged, mentions, &mut found);
    found
}

/// "four-, five- and six-cylinder engines": a number whose hyphen hangs counts what the next one counts.
fn share_behind_hyphens(tagged: &Tagged<'_, '_>, mentions: &[Mention], found: &mut [About]) {
    let hangs = |a: &Mention, b: &Mention| {
        let (dash, gap) = (a.tokens.end, b.tokens.start.saturating_sub(a.tokens.end));
        let joint = |i: u32| tagged.is_any(i, &[",", "and", "or", "to"]);
        tagged.is(dash, "-") && tagged.glued(dash) && gap < 5 && (dash + 1..b.tokens.start).all(joint)
    };
    for (at, pair) in mentions.windows(2).enumerate().rev() {
        let [first, second] = pair else { continue };
        if is_bare(first) && is_bare(second) && hangs(first, second) {
            let shared = found.get(at + 1).and_then(|about| about.counted.clone());
            if let Some(about) = found.get_mut(at).filter(|about| about.counted.is_none()) {
                about.counted = shared;
            }
        }
    }
}

/// The quantity before, with what was found for it.
struct Before<'m> {
    mention: &'m Mention,
    about: About,
    /// What its clause is about, where it is of something else itself.
    subject: Option<String>,
    /// One past its last token, the noun that it counts or is of included.
    end: u32,
}

/// A number without a unit.
fn is_bare(mention: &Mention) -> bool {
    mention.kind == MentionKind::Number
}

/// "eight 250ml bottles", "two 16-year-old girls": returns whether the second only describes what the first counts.
fn sizes(count: &Mention, next: &Mention) -> bool {
    let size = matches!(
        next.kind,
        MentionKind::Measure | MentionKind::Duration | MentionKind::Money | MentionKind::Age
    );
    size && next.tokens.start == count.tokens.end && is_bare(count)
}

/// "one of the largest", "one hand": a determiner, which says nothing of anything.
fn is_determiner(tagged: &Tagged<'_, '_>, mention: &Mention) -> bool {
    mention.tokens.len() == 1 && tagged.is(mention.tokens.start, "one") && is_bare(mention)
}

/// Returns whether a noun follows that the number could count.
fn opens_noun(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    tagged.is_noun(at) || tagged.penn(at) == Penn::Jj
}

/// Returns whether the number only continues the one before, with nothing but a bracket, "or", "to" or "from" between
/// them.
fn continues(tagged: &Tagged<'_, '_>, from: u32, to: u32) -> bool {
    let joint = |i: u32| {
        matches!(
            tagged.penn(i),
            Penn::OpenBracket
                | Penn::CloseBracket
                | Penn::Comma
                | Penn::Colon
                | Penn::Cc
                | Penn::To
                | Penn::Sym
                | Penn::Hyph
                | Penn::Rb
                | Penn::Rp
        ) || tagged.is_any(i, &english::words().value_joints)
    };
    from < to && to - from <= 4 && (from..to).all(joint)
}

fn concept(clause: &Clause<'_, '_, '_>, mention: &Mention, right: Option<Range<u32>>) -> Option<String> {
    let front = match &right {
        Some(r) if !clause.tagged.is(mention.tokens.end, "of") && r.start >= mention.tokens.end => {
            clause.content(clause.adjectives_before(mention))
        }
        _ => String::new(),
    };
    let own = right.or_else(|| clause.left_of(mention));
    let said = mention.kind != MentionKind::Age || own.is_some() || clause.is_predicated(mention);
    let edge = own.as_ref().map_or(mention.tokens.start, |r| r.start.min(mention.tokens.start));
    let apart = |s: &Range<u32>| own.as_ref().is_none_or(|o| s.end <= o.start || o.end <= s.start);
    let subject = if said { clause.subject_before(edge).filter(apart) } else { None };
    let subject = subject.filter(|s| own.as_ref().is_none_or(|o| !clause.stands_alone(o, s, edge)));
    let subject = subject.map(|s| clause.with_heading(s));
    let words = |r: &Range<u32>| clause.content(r.clone());
    let own = own.as_ref().map(|r| format!("{front} {}", words(r)).trim().to_owned());
    let mut parts: Vec<String> = own.into_iter().chain(subject.iter().map(words)).collect();
    parts.retain(|p| !p.is_empty());
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(", "))
}
