//! Quantity mentions → claims of counts, money, percentages, measures, durations, ages, ordinals, ratios, scores, votes.

use std::ops::Range;

use super::Input;
use super::age_holder;
use super::ages;
use super::context::{self, claim_at};
use super::frame;
use super::measured;
use super::tagged::Tagged;
use crate::english;
use crate::model::{Bound, Claim, Kind, Mention, MentionKind, Sentence, Subject, Value};

/// Appends a claim for every quantity mention.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for (index, mentions) in input.mentions.iter().enumerate() {
        let Some(sentence) = input.document.sentences.get(index) else { continue };
        let tagged = Tagged::new(input.document, sentence);
        let mut age_before = None;
        for mention in mentions {
            let Some(kind) = kind_of(mention).filter(|_| says_something(mention)) else { continue };
            let first = sentence.tokens.start;
            let mut tokens = first + mention.tokens.start..first + mention.tokens.end;
            let mut bytes = mention.start..mention.end;
            let (kind, value) = match ages::bare(&tagged, mention, age_before) {
                Some(age) => (Kind::Age, age),
                None if let Some(measured) = measured::behind(&tagged, mention) => {
                    tokens.end = first + measured.end;
                    bytes.end =
                        input.document.tokens.get(tokens.end as usize - 1).map_or(bytes.end, |t| t.end);
                    (measured.kind, measured.value)
                }
                None if kind == Kind::Age => (kind, ages::alternative(&tagged, mention)),
                None => (kind, mention.value.clone()),
            };
            age_before = (kind == Kind::Age).then_some(mention.tokens.end);
            let Some(mut claim) = claim_at(input.document, index, tokens.clone(), bytes, kind, value) else {
                continue;
            };
            if kind == Kind::Age {
                bear(input, sentence, tokens, &mut claim);
            }
            claim.trend = mention.trend;
            claims.push(claim);
        }
    }
}

/// Gives an age to who is that old.
fn bear(input: &Input<'_, '_>, sentence: &Sentence, age: Range<u32>, claim: &mut Claim) {
    let document = input.document;
    let frame = frame::around(document, sentence, age.clone());
    if let Some(head) = frame.head.filter(|&head| age_holder::is_stray(document, sentence, &age, head)) {
        claim.subject = Subject::default();
        if head == age.end && claim.predicate.is_none() {
            claim.predicate = context::predicate_at(document, sentence, head, false);
        }
    }
    if let Some(subject) = age_holder::subject(document, sentence, age.clone()) {
        claim.subject = subject;
    } else if !english::is_person_noun(&claim.subject.head)
        && !claim.subject.words.starts_with(char::is_uppercase)
        && let Some(subject) = age_holder::described_person(document, sentence, age.start)
    {
        claim.subject = subject;
    }
}

/// Returns whether anything is known of the value: a place in an order ("next") or a unit alone ("a percentage") leaves it open.
fn says_something(mention: &Mention) -> bool {
    match &mention.value {
        Value::Quantity(q) => {
            q.interval.lower() != Bound::Unbounded || q.interval.upper() != Bound::Unbounded
        }
        _ => true,
    }
}

fn kind_of(mention: &Mention) -> Option<Kind> {
    Some(match mention.kind {
        MentionKind::Number => Kind::Count,
        MentionKind::Money => Kind::Money,
        MentionKind::Percent => Kind::Percent,
        MentionKind::Ratio => Kind::Ratio,
        MentionKind::Measure => Kind::Measure,
        MentionKind::Duration => Kind::Duration,
        MentionKind::Age => Kind::Age,
        MentionKind::Ordinal => Kind::Ordinal,
        MentionKind::Score => Kind::Score,
        MentionKind::Vote => Kind::Vote,
        MentionKind::Time => return None,
    })
}
