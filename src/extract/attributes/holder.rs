//! A trigger → whose value it tells.

use std::ops::Range;

use crate::english;
use crate::english::attributes::{Attribute, Holder, Of};
use crate::extract::facts::view::View;
use crate::extract::facts::who;
use crate::model::{DepRel, EntityKind, Subject, Upos};

/// The holders of what a trigger tells.
pub(super) fn of(
    view: &View<'_, '_>,
    row: &Attribute,
    of: Of,
    trigger: &Range<u32>,
    at: u32,
) -> Vec<Subject> {
    match of {
        Of::Subject => subject(view, at).filter(|s| fits(view, row, s)).into_iter().collect(),
        Of::Name => named_before(view, trigger.start).into_iter().collect(),
        Of::Itself => vec![itself(view, trigger)],
        Of::Sentence => named_in(view),
        Of::Told => {
            // The parser may hang the subject on another word of the phrase ("pleaded not | guilty").
            let by_any = || {
                let subjects = trigger.clone().map(|t| who::of(view, t));
                subjects.into_iter().find(|s| !s.head.is_empty())
            };
            let subject = told_of(view, row, at).or_else(by_any).filter(|s| fits(view, row, s));
            let Some(subject) = subject else { return Vec::new() };
            // Where somebody else is told of, too, it is by name: "Reyes and Cole were charged".
            let others = who::beside(view, at).filter(|o| o.words != subject.words);
            let mut all: Vec<Subject> = others.collect();
            all.push(subject);
            all
        }
    }
}

/// Who does what a verb tells.
fn subject(view: &View<'_, '_>, verb: u32) -> Option<Subject> {
    let mut at = verb;
    for _ in 0..3 {
        let own = view.children(at).find(|&c| matches!(view.deprel(c), DepRel::Nsubj | DepRel::NsubjPass));
        if let Some(subject) = own {
            return Some(who::at(view, who::antecedent(view, subject, at).unwrap_or(subject)));
        }
        match (view.head(at)?, view.deprel(at)) {
            (head, DepRel::Acl | DepRel::AclRelcl) if view.is_noun(head) => return Some(who::at(view, head)),
            (head, DepRel::Conj | DepRel::Xcomp | DepRel::Advcl | DepRel::Ccomp) => at = head,
            _ => return None,
        }
    }
    None
}

/// Of whom or what a verb or noun is told.
fn told_of(view: &View<'_, '_>, row: &Attribute, at: u32) -> Option<Subject> {
    // "student | Lee Marsh"
    if let Some((entity, _)) = who::named(view).find(|(_, name)| name.start == at + 1) {
        return Some(who::person(entity));
    }
    let mut at = at;
    for _ in 0..5 {
        let modifier = matches!(view.deprel(at), DepRel::Amod | DepRel::Compound);
        if !modifier
            && (view.upos(at) == Upos::Verb || view.children(at).any(|c| view.deprel(c) == DepRel::Cop))
        {
            let subject = who::of(view, at);
            return (!subject.head.is_empty()).then_some(subject);
        }
        let head = view.head(at)?;
        let relation = view.deprel(at);
        // "a man with a gunshot wound", "Lee Marsh, the first woman", "the Dallas-based company"
        let modifies =
            matches!(relation, DepRel::Nmod | DepRel::Appos | DepRel::Amod | DepRel::Acl | DepRel::Compound);
        if modifies && view.is_noun(head) {
            let subject = who::at(view, head);
            let person = who::is_person(view, &subject) || english::is_person_noun(&subject.head);
            // "a broken arm" is nobody: whose it is stands further up.
            if person || row.holder != Holder::Person && relation != DepRel::Nmod {
                return Some(subject);
            }
        }
        at = head;
    }
    None
}

/// Returns whether the subject can hold the attribute.
fn fits(view: &View<'_, '_>, row: &Attribute, subject: &Subject) -> bool {
    let pronoun = english::attributes::is_in_class(&subject.head, "pronoun");
    let named = who::is_person(view, subject);
    let person = named || english::is_person_noun(&subject.head);
    // What is told of several people is not told of one.
    let alone = subject.words.to_lowercase().split(' ').next_back() == Some(&subject.head);
    let collective = english::attributes::is_in_class(&subject.head, "collective");
    let several = !named && !pronoun && (!alone || collective);
    match row.holder {
        Holder::Person => (person || pronoun) && !several,
        Holder::Body => !person && subject.head != "he" && subject.head != "she",
        Holder::Thing => !pronoun,
        Holder::Event => true,
    }
}

/// The object of a verb, if it is somebody.
pub(super) fn object(view: &View<'_, '_>, verb: u32) -> Option<Subject> {
    let object = view
        .children(verb)
        .find(|&c| view.deprel(c) == DepRel::Obj && (c > verb || view.is_any(c, &["whom", "who"])))?;
    let subject = who::at(view, who::antecedent(view, object, verb).unwrap_or(object));
    (who::is_person(view, &subject) || english::is_person_noun(&subject.head)).then_some(subject)
}

/// Whose name ends before a token: "Lee Marsh, 47, | of Spiro".
fn named_before(view: &View<'_, '_>, at: u32) -> Option<Subject> {
    let mut end = at;
    if view.word(end.checked_sub(1)?) == "," {
        end -= 1;
        let aged = end.checked_sub(2).is_some_and(|c| view.word(c) == "," && view.upos(c + 1) == Upos::Num);
        end -= if aged { 2 } else { 0 };
    }
    let entity = who::named(view).find(|(_, name)| name.end == end).map(|(entity, _)| entity);
    entity.map(who::person)
}

/// The trigger with the name behind it ("Toyota Corolla"): what it is, in its first two words.
fn itself(view: &View<'_, '_>, trigger: &Range<u32>) -> Subject {
    if !view.is_name(trigger.start) {
        return who::at(view, trigger.end - 1);
    }
    let mut end = trigger.end;
    let part = |i: u32| {
        (view.is_name(i) && !english::is_day_or_month(view.word(i)))
            || view.upos(i) == Upos::Num
            || view.word(i) == "-"
    };
    while part(end) {
        end += 1;
    }
    let words: Vec<&str> = (trigger.start..end).map(|i| view.word(i)).collect();
    let head: Vec<String> = words.iter().filter(|w| **w != "-").take(2).map(|w| w.to_lowercase()).collect();
    Subject { head: head.join(" ").into(), words: words.join(" "), ..Subject::default() }
}

/// Everybody who is named in the sentence, once each.
fn named_in(view: &View<'_, '_>) -> Vec<Subject> {
    let mut found: Vec<Subject> = Vec::new();
    for (entity, _) in who::named(view).filter(|(e, _)| e.kind == EntityKind::Person) {
        if found.iter().all(|s| s.words != entity.name.as_str()) {
            found.push(who::person(entity));
        }
    }
    found
}
