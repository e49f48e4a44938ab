//! The claims of one slot → the question they answer, in words.
//!
//! A full sentence is made only where the claims give one for certain ("How many people were killed?", "How old is
//! Webb?"). Elsewhere the words that name the matter stand in brackets: a keyword misleads less than bad grammar.

use std::collections::BTreeMap;

use crate::english;
use crate::model::{Claim, ClaimId, Kind};

/// The question, worded after what most of its claims name.
pub(crate) fn question(claims: &[(ClaimId, &Claim)]) -> String {
    let Some((_, first)) = claims.first() else { return String::new() };
    let subjects = claims.iter().map(|(_, c)| without_owner(&c.subject.words));
    let subject = commonest(subjects.filter(|w| names_something(w)));
    let event = event(claims, subject);
    sentence(first.kind, subject, event).unwrap_or_else(|| {
        let about: Vec<&str> =
            [subject, event.trim_start_matches("were ")].into_iter().filter(|w| !w.is_empty()).collect();
        match about.as_slice() {
            [] => format!("{}?", opening(first.kind)),
            about => format!("{} ({})?", opening(first.kind), about.join(", ")),
        }
    })
}

/// The predicate of most claims: one that names what happened rather than that it was said, where there is one.
fn event<'c>(claims: &[(ClaimId, &'c Claim)], subject: &str) -> &'c str {
    let all = || claims.iter().filter_map(|(_, c)| c.predicate.as_ref()).filter(|p| p.form != subject);
    let telling =
        commonest(all().filter(|p| english::predicate_class(&p.lemma).is_some()).map(|p| p.form.as_str()));
    if telling.is_empty() { commonest(all().map(|p| p.form.as_str())) } else { telling }
}

/// The question as a sentence, where its parts are known to fit.
fn sentence(kind: Kind, subject: &str, event: &str) -> Option<String> {
    let last = subject.rsplit(' ').next().filter(|w| !w.is_empty())?;
    let named = last.starts_with(char::is_uppercase) && last.chars().any(char::is_lowercase);
    match kind {
        Kind::Count if event.starts_with("were ") && event.ends_with("ed") && is_plural(last) => {
            Some(format!("How many {subject} {event}?"))
        }
        Kind::Age if named => Some(format!("How old is {subject}?")),
        Kind::Age if english::is_person_noun(last) => Some(format!("How old is the {last}?")),
        _ => None,
    }
}

fn is_plural(noun: &str) -> bool {
    noun == "people" || noun.ends_with('s') || noun.ends_with("men")
}

/// "its cars" → "cars": whose they are is not known without the text.
fn without_owner(words: &str) -> &str {
    let owner =
        words.split_once(' ').filter(|(w, _)| ["its", "his", "her", "their", "our", "my"].contains(w));
    owner.map_or(words, |(_, rest)| rest)
}

fn names_something(words: &str) -> bool {
    !words.is_empty() && !english::words().pronouns.iter().any(|p| words.eq_ignore_ascii_case(p))
}

/// The words most claims have; of as common ones the longest, then the first of the alphabet.
fn commonest<'w>(words: impl Iterator<Item = &'w str>) -> &'w str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.filter(|w| !w.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    let best = counts.iter().max_by_key(|(w, n)| (**n, w.len(), std::cmp::Reverse(**w)));
    best.map_or("", |(w, _)| w)
}

fn opening(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "How many",
        Kind::Money => "How much money",
        Kind::Percent | Kind::Ratio => "What share",
        Kind::Vote | Kind::Score => "What was the tally",
        Kind::Measure => "How much",
        Kind::Duration => "How long",
        Kind::Age => "How old",
        Kind::Date => "When",
        Kind::Time => "At what time",
        Kind::Ordinal => "Which in order",
        _ => "What",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_only_where_the_parts_fit() {
        for (kind, subject, event, expected) in [
            (Kind::Count, "people", "were killed", Some("How many people were killed?")),
            (Kind::Count, "woman", "were killed", None),
            (Kind::Count, "people", "were custody", None),
            (Kind::Age, "Jeremy Contreras", "say", Some("How old is Jeremy Contreras?")),
            (Kind::Age, "armed man", "were shot", Some("How old is the man?")),
            (Kind::Age, "CEDAR RAPIDS", "were sentenced", None),
            (Kind::Date, "House bid", "announced", None),
        ] {
            assert_eq!(sentence(kind, subject, event).as_deref(), expected, "{subject} {event}");
        }
    }

    #[test]
    fn the_commonest_words_win_then_the_longest() {
        assert_eq!(commonest(["men", "people", "people"].into_iter()), "people");
        assert_eq!(commonest(["men", "young men"].into_iter()), "young men");
        assert_eq!(commonest(std::iter::empty()), "");
    }
}
