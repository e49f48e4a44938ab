//! Sentences in which somebody says that a report is wrong → status claims.
//!
//! Only denials of reporting itself: "rejected a report that …", "That reporting is incorrect". Who denies something
//! else ("denied wrongdoing") contradicts no outlet. The claim's context is what the report is said to say: the words of
//! the sentence, and of the one before where the denial is a bare quotation.

use super::Input;
use super::context::claim_at;
use crate::english;
use crate::model::{Claim, Document, Kind, Sentence, Value};

/// Most words between a verb of rejecting and its report ("rejected a long NBC News report").
const REACH: usize = 5;

/// Appends the denials of reports of an article.
pub(super) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let document = input.document;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let words: Vec<String> =
            sentence.tokens.clone().map(|t| document.word(sentence, t).to_lowercase()).collect();
        let quoted = |at: usize| {
            let token = document.tokens_of(sentence).get(at);
            token.is_some_and(|t| input.sources.quotation_at(sentence.field, t.start).is_some())
        };
        let found = (0..words.len()).find_map(|at| {
            let (end, bare) =
                rejected(&words, at).map(|e| (e, false)).or(called_wrong(&words, at).map(|e| (e, true)))?;
            (quoted(at) == bare).then_some((at, end, bare))
        });
        if let Some((from, to, bare)) = found {
            claims.extend(denial(document, sentence, index, (from, to), bare));
        }
    }
}

/// "rejected a report": the place behind the report, counted from the sentence's first word.
fn rejected(words: &[String], at: usize) -> Option<usize> {
    if !is(words, at, &english::words().rejects) {
        return None;
    }
    let stop = (at + 1..at + 2 + REACH)
        .find(|&i| is(words, i, &english::words().reports) || is(words, i, &[",", ".", "that"]))?;
    is(words, stop, &english::words().reports).then_some(stop + 1)
}

/// "that reporting is simply incorrect", "the story is not true".
fn called_wrong(words: &[String], at: usize) -> Option<usize> {
    if !is(words, at, &english::words().reports) || !is(words, at + 1, &english::words().is_forms) {
        return None;
    }
    let not = is(words, at + 2, &["not", "n't"]);
    let last = (at + 2..at + 5)
        .find(|&i| is(words, i, if not { &english::words().right } else { &english::words().wrong }))?;
    Some(last + 1)
}

fn is(words: &[String], at: usize, list: &[&str]) -> bool {
    words.get(at).is_some_and(|w| list.contains(&w.as_str()))
}

fn denial(
    document: &Document<'_>,
    sentence: &Sentence,
    index: usize,
    (from, to): (usize, usize),
    bare: bool,
) -> Option<Claim> {
    let tokens = document.tokens_of(sentence);
    let bytes = tokens.get(from)?.start..tokens.get(to.checked_sub(1)?)?.end;
    let at = |i: usize| sentence.tokens.start + u32::try_from(i).unwrap_or(u32::MAX);
    let value = Value::Words("denied".into());
    let mut claim = claim_at(document, index, at(from)..at(to), bytes, Kind::Status, value.clone())?;
    if bare {
        let before = index.checked_sub(1)?;
        let s = document.sentences.get(before).filter(|s| s.field == sentence.field)?;
        let told = claim_at(document, before, s.tokens.end..s.tokens.end, s.end..s.end, Kind::Status, value)?;
        claim.context.extend(told.context);
    }
    Some(claim)
}
