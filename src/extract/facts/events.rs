//! Predicates → claims of what happened, where, and why.
//!
//! Every finite verb outside of quotations makes an event claim: its words from the auxiliaries to its object. A place
//! among its adjuncts makes a place claim, a reason ("after …", "because …") a cause claim. Verbs of saying make none:
//! they are sources.

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, DepRel, Fact, Kind, Matter, Penn, Upos};

/// Longest run of words shown for an event, a place or a cause.
const LONGEST: u32 = 14;
/// Prepositions of place.
const WHERE: &[&str] = &[
    "in", "at", "near", "outside", "inside", "on", "off", "along", "behind", "across", "into", "to", "from",
    "through", "around", "between", "by", "under", "over", "toward", "towards", "next", "down", "up",
];
/// Words that open a reason.
const WHY: &[&str] = &["because", "after", "over", "during", "when", "while", "since", "amid", "for", "as"];

/// Appends the event claims of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let quoted = |i: u32| {
            view.token(i).is_some_and(|t| input.sources.quotation_at(view.sentence.field, t.start).is_some())
        };
        for at in view.tokens().filter(|&i| !quoted(i)) {
            if is_event(&view, at) {
                event(&view, at, claims);
            }
        }
    }
}

/// A verb that is not of saying, or a noun of an event with a place behind it.
fn is_event(view: &View<'_, '_>, at: u32) -> bool {
    match view.upos(at) {
        Upos::Verb => {
            let lemma = view.lemma(at);
            let says = english::predicate_class(&lemma).is_some_and(|c| c.name() == "say");
            !says && !matches!(view.deprel(at), DepRel::Aux | DepRel::AuxPass)
        }
        // "was shot dead", "a fatal shooting": adjectives and nouns of events, where something hangs on them.
        Upos::Noun | Upos::Adj => {
            english::predicate_class(&view.lemma(at)).is_some()
                && view
                    .children(at)
                    .any(|c| matches!(view.deprel(c), DepRel::Nmod | DepRel::Obl | DepRel::Cop))
        }
        _ => false,
    }
}

fn event(view: &View<'_, '_>, at: u32, claims: &mut Vec<Claim>) {
    let subject = who::of(view, at);
    if let Some(range) = core(view, at) {
        let words = view.content(range.clone());
        let fact = Fact::new(Matter::Event, words);
        let found =
            Found { kind: Kind::Status, fact, tokens: range, subject: subject.clone(), event: Some(at) };
        claims.extend(found.claim(view));
    }
    for child in view.children(at) {
        let found = match view.deprel(child) {
            DepRel::Obl | DepRel::Nmod => adjunct(view, child),
            DepRel::Advcl => clause(view, child),
            _ => None,
        };
        let Some((kind, matter, range)) = found else { continue };
        let words = view.content(range.clone());
        if !words.is_empty() {
            let fact = Fact::new(matter, words);
            let found = Found { kind, fact, tokens: range, subject: subject.clone(), event: Some(at) };
            claims.extend(found.claim(view));
        }
    }
}

/// The verb with its auxiliaries and its object or predicate.
fn core(view: &View<'_, '_>, at: u32) -> Option<Range<u32>> {
    let mut range = at..at + 1;
    for child in view.children(at) {
        match view.deprel(child) {
            DepRel::Aux | DepRel::AuxPass | DepRel::Cop | DepRel::Advmod if child < at && at - child < 5 => {
                range.start = range.start.min(child);
            }
            DepRel::Obj
            | DepRel::Xcomp
            | DepRel::CompoundPrt
            | DepRel::Obl
            | DepRel::Nmod
            | DepRel::Ccomp
                if child > at && child < at + LONGEST =>
            {
                let end = view.subtree(child).end.min(at + LONGEST);
                if range.end + 3 >= view.subtree(child).start {
                    range.end = range.end.max(end);
                }
            }
            _ => {}
        }
    }
    let range = view.trimmed(range);
    (!range.is_empty()).then_some(range)
}

/// An adjunct with a preposition: a place, or a reason.
fn adjunct(view: &View<'_, '_>, child: u32) -> Option<(Kind, Matter, Range<u32>)> {
    let case = view.children(child).find(|&c| view.deprel(c) == DepRel::Case)?;
    let end = view.subtree(child).end.min(child + LONGEST);
    if view.is_any(case, &["because", "after", "over", "during", "amid"]) && view.upos(child) == Upos::Noun {
        return Some((Kind::Cause, Matter::Cause, view.trimmed(case..end)));
    }
    let place = view.is_any(case, WHERE) && view.is_noun(child) && !is_time(view, child);
    place.then(|| (Kind::Place, Matter::Scene, view.trimmed(case..end)))
}

fn is_time(view: &View<'_, '_>, at: u32) -> bool {
    const TIMES: &[&str] = &[
        "jan.",
        "feb.",
        "aug.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "time",
        "weekend",
        "a.m.",
        "p.m.",
        "decade",
        "century",
    ];
    let lemma = view.lemma(at);
    view.penn(at) == Penn::Cd || english::is_day_or_month(&lemma) || TIMES.contains(&lemma.as_str())
}

/// A clause that gives a reason or a circumstance.
fn clause(view: &View<'_, '_>, child: u32) -> Option<(Kind, Matter, Range<u32>)> {
    let mark = view.children(child).find(|&c| {
        matches!(view.deprel(c), DepRel::Mark | DepRel::Advmod | DepRel::Case) && view.is_any(c, WHY)
    })?;
    let end = view.subtree(child).end.min(child + LONGEST);
    Some((Kind::Cause, Matter::Cause, view.trimmed(mark.min(child)..end)))
}
