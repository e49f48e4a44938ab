//! Names of people → the office, trade or relation that stands beside the name.
//!
//! "Deputy Bill Cooper", "police spokesman Lee Marsh", "Marsh, a partner at a law firm,", "the governor's deputy chief of
//! staff, Ann Kelly". The head of the phrase must be a noun for people, so that "Tuesday, Marsh" is none.

use std::ops::Range;

use smol_str::SmolStr;

use super::{Answer, claim};
use crate::english;
use crate::english::attributes::{Attribute, Filler, Tells, attribute_phrases, attributes, class_words};
use crate::extract::facts::view::View;
use crate::extract::facts::who;
use crate::model::{Claim, Entity, Penn, Subject, Upos};

/// Longest phrase taken.
const LONGEST: u32 = 12;
/// Words of an office that say what it is ("general manager").
const CORE: usize = 2;

/// Appends what the rows that titles tell say of the people of a sentence.
pub(super) fn extract(view: &View<'_, '_>, claims: &mut Vec<Claim>) {
    for (entity, name) in who::named(view) {
        for phrase in [before(view, &name), behind(view, &name), set_off(view, &name)].into_iter().flatten() {
            for row in attributes() {
                claims.extend(match row.filler {
                    Filler::Title => office(view, row, &phrase, who::person(entity)),
                    Filler::Person => person(view, row, &phrase, &name, entity),
                    _ => None,
                });
            }
        }
    }
}

/// The office as what is told of a person.
fn office(view: &View<'_, '_>, row: &'static Attribute, phrase: &Range<u32>, of: Subject) -> Option<Claim> {
    let words = words(view, row, phrase)?;
    let answer = Answer { tokens: phrase.clone(), words, level: 0, detail: SmolStr::default() };
    claim(view, row, &answer, of, None)
}

/// The person as what is told of an office; a last name alone says too little.
fn person(
    view: &View<'_, '_>,
    row: &'static Attribute,
    phrase: &Range<u32>,
    name: &Range<u32>,
    entity: &Entity,
) -> Option<Claim> {
    let full = |i: u32| value(view, row, i).unwrap_or_else(|| view.lemma(i));
    let said =
        |i: &u32| matches!(view.upos(*i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Num);
    let words: Vec<SmolStr> = phrase.clone().filter(said).map(full).collect();
    let is = |list: &[String]| words.iter().any(|w| list.iter().any(|l| l == w));
    if name.len() < 2 || words.is_empty() || is(&row.not_with) {
        return None;
    }
    // The last words say what it is, those before of what.
    let (of, core) = words.split_at(words.len().saturating_sub(CORE));
    let head = SmolStr::new(core.join(" "));
    let subject = Subject { words: head.to_string(), head, modifiers: of.to_vec(), age: None };
    let detail = SmolStr::new(if is(&row.lower) { "lower" } else { "" });
    let answer = Answer { tokens: name.clone(), words: vec![entity.name.clone()], level: 0, detail };
    claim(view, row, &answer, subject, None)
}

/// The values of a row that a phrase names; all its words where the row lists no values.
fn words(view: &View<'_, '_>, row: &Attribute, phrase: &Range<u32>) -> Option<Vec<SmolStr>> {
    if phrase.clone().any(|i| row.not_with.iter().any(|w| view.is_any(i, &[w]))) {
        return None;
    }
    if row.values().is_empty() {
        return Some(view.content(phrase.clone()));
    }
    let values: Vec<SmolStr> = phrase.clone().filter_map(|i| value(view, row, i)).collect();
    (!values.is_empty()).then_some(values)
}

/// The value of a row that a word names.
fn value(view: &View<'_, '_>, row: &Attribute, at: u32) -> Option<SmolStr> {
    let lemma = view.lemma(at);
    let own =
        attribute_phrases(&lemma).iter().find(|p| std::ptr::eq(p.attribute, row) && p.rest.is_empty())?;
    match own.tells {
        Tells::Value(number) | Tells::Filler(number) => Some(SmolStr::new(row.value(number))),
        Tells::Trigger(_) => None,
    }
}

fn is_title(view: &View<'_, '_>, at: u32) -> bool {
    let word = view.word(at).to_lowercase();
    let is = |class: &str| class_words(class).any(|w| w == word);
    !is("courtesy") && (is("title") || (view.is_noun(at) && english::is_person_noun(&view.lemma(at))))
}

fn nominal(view: &View<'_, '_>, at: u32) -> bool {
    matches!(
        view.penn(at),
        Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps | Penn::Jj | Penn::Pos | Penn::Hyph | Penn::Afx
    )
}

/// The nouns right before the name.
fn before(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let mut start = name.start;
    while start > view.tokens().start && name.start - start < LONGEST && nominal(view, start - 1) {
        start -= 1;
    }
    while start < name.start && (view.penn(start) == Penn::Pos || view.penn(start) == Penn::Hyph) {
        start += 1;
    }
    (start < name.start && is_title(view, name.start - 1)).then_some(start..name.start)
}

/// ", 47, a partner at a law firm," behind the name.
fn behind(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let mut at = name.end;
    if view.word(at) != "," {
        return None;
    }
    at += 1;
    if view.upos(at) == Upos::Num && view.word(at + 1) == "," {
        at += 2;
    }
    if view.is_any(at, &["then", "now", "once", "formerly", "also"]) {
        at += 1;
    }
    apposition(view, at)
}

/// A noun phrase from `at` to the next comma or full stop, whose head is a noun for people.
fn apposition(view: &View<'_, '_>, at: u32) -> Option<Range<u32>> {
    let closes = |i: u32| matches!(view.word(i), "," | "." | ";" | ")" | "—" | "");
    let opens = matches!(view.penn(at), Penn::Dt | Penn::PrpS) || nominal(view, at);
    if !opens {
        return None;
    }
    // "a prosecutor and later a judge": the first of two offices
    let other = |i: u32| {
        let opens = matches!(view.penn(i + 1), Penn::Dt | Penn::PrpS | Penn::Rb);
        view.is_any(i, &["and", "or"]) && (opens || view.is_any(i + 1, &["former", "then", "now", "later"]))
    };
    let ends = |i: u32| closes(i) || other(i) || view.is_any(i, &["who", "which", "said", "says"]);
    let end = (at..at + LONGEST).find(|&i| ends(i))?;
    let first = if matches!(view.penn(at), Penn::Dt | Penn::PrpS) { at + 1 } else { at };
    let head = (first..end).take_while(|&i| nominal(view, i)).last()?;
    is_title(view, head).then_some(at..end)
}

/// "the governor's deputy chief of staff, Ann Kelly": a phrase with an article before a comma before the name.
fn set_off(view: &View<'_, '_>, name: &Range<u32>) -> Option<Range<u32>> {
    let comma = name.start.checked_sub(1).filter(|&c| view.word(c) == ",")?;
    let first = view.tokens().start.max(comma.saturating_sub(LONGEST));
    let start = (first..comma).rev().find(|&i| {
        matches!(view.penn(i), Penn::Dt | Penn::PrpS)
            && !view.is_any(i.wrapping_sub(1), &["of", "at", "for", "in"])
    })?;
    let plain = |i: u32| nominal(view, i) || matches!(view.penn(i), Penn::In | Penn::Dt);
    let head = (start + 1..comma).take_while(|&i| nominal(view, i)).last()?;
    ((start + 1..comma).all(plain) && is_title(view, head)).then_some(start..comma)
}
