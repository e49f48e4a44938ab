//! "a gunshot wound to the leg", "was shot several times" → claims of whether somebody was hit once or more often.
//!
//! The numbers themselves are counts of their own; here only one wound is told from several, which no count does.

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::extract::Input;
use crate::model::{Claim, DepRel, Kind, Matter, Modality, Subject, Upos};

/// What makes a wound one of a bullet or blade.
const WEAPONS: &[&str] = &["gunshot", "shot", "bullet", "stab", "knife"];
const ONE: &[&str] = &["a", "one", "single"];
const SEVERAL: &[&str] = &["multiple", "several", "numerous", "many", "various"];
/// Verbs that hit somebody.
const HITS: &[&str] = &["shoot", "stab", "hit", "strike"];
/// Most tokens between a hit and how often.
const REACH: u32 = 2;

/// Appends the claims of how often somebody was hit.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let found = view.tokens().filter_map(|at| wound(&view, at).or_else(|| times(&view, at)));
        let found: Vec<_> = found.filter(|(.., who)| !who.head.is_empty()).collect();
        // "a wound to the leg and a wound to the arm" are two.
        let ones = found.iter().filter(|(_, often, _)| *often == "one").count();
        for (range, often, subject) in found.into_iter().filter(|(_, often, _)| *often != "one" || ones == 1)
        {
            let mut found = Found::new(Kind::Other, Matter::Hits, range, vec![often.into()], subject);
            found.axis = "wound";
            let claim = found.claim(&view).filter(|c| !c.negated && c.modality != Modality::Possible);
            claims.extend(claim);
        }
    }
}

type Told = (Range<u32>, &'static str, Subject);

/// "multiple gunshot wounds", with who has them.
fn wound(view: &View<'_, '_>, at: u32) -> Option<Told> {
    let kind = at.checked_sub(1).filter(|_| is_wound(view, at))?;
    // "gun shot wounds", "a life-threatening gunshot wound"
    let passes =
        |i: u32| matches!(view.upos(i), Upos::Adj | Upos::Noun | Upos::Punct) || view.word(i) == "non";
    let first = view.tokens().start;
    let amount = |i: u32| view.is_any(i, ONE) || often(view, i).is_some();
    let start = (first..kind).rev().take(5).find(|&i| amount(i) || !passes(i)).filter(|&i| amount(i))?;
    let plural = view.is_any(at, &["wounds"]);
    let often =
        if view.is_any(start, ONE) && !plural { "one" } else { often(view, start).filter(|_| plural)? };
    // "including a gunshot wound to the head", "at least one gunshot wound"
    let before = start.checked_sub(1).filter(|&b| b >= first);
    if before.is_some_and(|b| view.is_any(b, &["including", "least", "than"])) {
        return None;
    }
    Some((start..at + 1, often, bearer(view, at)?))
}

/// "several", or a number greater than one.
fn often(view: &View<'_, '_>, at: u32) -> Option<&'static str> {
    let number = view.upos(at) == Upos::Num && !view.is_any(at, ONE) && view.word(at) != "1";
    (number || view.is_any(at, SEVERAL)).then_some("several")
}

/// "was shot several times", "stabbed him once".
fn times(view: &View<'_, '_>, at: u32) -> Option<Told> {
    if view.upos(at) != Upos::Verb || !HITS.contains(&view.lemma(at).as_str()) {
        return None;
    }
    let behind = at + 1..at + 2 + REACH;
    let (range, often) = behind.clone().find_map(|i| {
        if view.is_any(i, &["once"]) && !view.is_any(i + 1, &["again", "more", "he", "she", "they", "the"]) {
            return Some((at..i + 1, "one"));
        }
        let twice = view.is_any(i, &["twice", "repeatedly"]).then_some(i + 1);
        let times = || (often(view, i).is_some() && view.is_any(i + 1, &["times"])).then_some(i + 2);
        twice.or_else(times).map(|end| (at..end, "several"))
    })?;
    if behind.take_while(|&i| i + 1 < range.end).any(|i| view.is_any(i, &["at", "least", "not"]))
        && often == "one"
    {
        return None;
    }
    // Who fires several times is not who is hit.
    let hit = view.deprel(at) == DepRel::Acl
        || view.children(at).any(|c| match view.deprel(c) {
            DepRel::NsubjPass => true,
            // "times" itself may be read as one.
            DepRel::Obj => !range.contains(&c),
            _ => false,
        });
    hit.then(|| (range, often, who::of(view, at)))
}

/// Is it the wound of a weapon that names one? The tagger reads "died from a gunshot wound to the leg" as a verb.
pub(super) fn is_wound(view: &View<'_, '_>, at: u32) -> bool {
    let weapon = at.checked_sub(1).is_some_and(|k| view.is_any(k, WEAPONS));
    weapon && view.is_any(at, &["wound", "wounds"])
}

/// Who has a wound: the noun it hangs on, else of whom the verb is told.
pub(super) fn bearer(view: &View<'_, '_>, wound: u32) -> Option<Subject> {
    let misread = view.upos(wound) == Upos::Verb;
    let mut at = if misread { wound.checked_sub(1)? } else { wound };
    for _ in 0..4 {
        let head = view.head(at)?;
        if view.upos(head) == Upos::Verb && head != wound {
            return Some(who::of(view, head));
        }
        // "a man with a gunshot wound"
        if view.deprel(at) == DepRel::Nmod && crate::english::is_person_noun(&view.lemma(head)) {
            return Some(who::at(view, head));
        }
        at = head;
    }
    None
}
