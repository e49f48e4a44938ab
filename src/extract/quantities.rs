//! Quantity mentions → claims of counts, money, percentages, measures, durations, ages, ordinals, ratios, scores, votes.

use super::Input;
use super::ages;
use super::bearer;
use super::context::claim_at;
use super::tagged::Tagged;
use crate::model::{Bound, Claim, Kind, Mention, MentionKind, Value};

/// Appends a claim for every quantity mention.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for (index, mentions) in input.mentions.iter().enumerate() {
        let Some(sentence) = input.document.sentences.get(index) else { continue };
        let tagged = Tagged::new(input.document, sentence);
        let mut age_before = None;
        for mention in mentions {
            let Some(kind) = kind_of(mention).filter(|_| says_something(mention)) else { continue };
            let first = sentence.tokens.start;
            let tokens = first + mention.tokens.start..first + mention.tokens.end;
            let bytes = mention.start..mention.end;
            let (kind, value) = match ages::bare(&tagged, mention, age_before) {
                Some(age) => (Kind::Age, age),
                None if kind == Kind::Age => (kind, ages::alternative(&tagged, mention)),
                None => (kind, mention.value.clone()),
            };
            age_before = (kind == Kind::Age).then_some(mention.tokens.end);
            let Some(mut claim) = claim_at(input.document, index, tokens.clone(), bytes, kind, value) else {
                continue;
            };
            if kind == Kind::Age
                && let Some(subject) = bearer::subject(input.document, sentence, tokens)
            {
                claim.subject = subject;
            }
            claim.trend = mention.trend;
            claims.push(claim);
        }
    }
}

/// Is anything known of the value? A place in an order ("next") or a unit alone ("a percentage") leaves it open.
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
