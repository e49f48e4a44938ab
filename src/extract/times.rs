//! Time mentions → claims of when something happened: the day, the time of day, or both.

use super::Input;
use super::context::claim_at;
use crate::model::{Claim, Kind, TimeForm, Value};

/// Appends a date claim, a time-of-day claim, or one of each for every time mention.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for (index, mentions) in input.mentions.iter().enumerate() {
        let Some(sentence) = input.document.sentences.get(index) else { continue };
        for mention in mentions {
            let Value::Time(time) = &mention.value else { continue };
            // "the next day", "now": resolved by guess, so two of them are neither the same nor different.
            if time.from.or(time.to).is_some() && time.earliest.or(time.latest).is_none() {
                continue;
            }
            let first = sentence.tokens.start;
            for &kind in kinds_of(time.form) {
                let tokens = first + mention.tokens.start..first + mention.tokens.end;
                let bytes = mention.start..mention.end;
                claims.extend(claim_at(input.document, index, tokens, bytes, kind, mention.value.clone()));
            }
        }
    }
}

fn kinds_of(form: TimeForm) -> &'static [Kind] {
    match form {
        TimeForm::Date | TimeForm::DateRange => &[Kind::Date],
        TimeForm::Time | TimeForm::TimeRange => &[Kind::Time],
        TimeForm::DateTime | TimeForm::DateTimeRange => &[Kind::Date, Kind::Time],
        TimeForm::Set => &[],
    }
}
