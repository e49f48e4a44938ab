//! Words that tell how far something has come ("was arraigned", "no arrest has been made") → status claims.
//!
//! The table of phrases is `english::stages`. Told of a person only: a company is charged too, but its ladder is another.
//! What is planned or only possible tells no stage. The span runs from the verb's auxiliaries to the end of the phrase.

use smol_str::SmolStr;

use super::view::View;
use super::{Found, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, DepRel, Field, Kind, Matter, Modality, Subject, Upos};

const NEGATORS: &[&str] = &["no", "not", "n't", "never", "nobody", "none", "neither"];
/// How far before a phrase a negator may stand.
const REACH: u32 = 4;
/// Who is told of without a name or noun.
const PRONOUNS: &[&str] = &["he", "she", "they", "who", "him", "her", "them", "one", "anyone", "that"];

/// The ladder of leaving an office, where what is asked for or shot at is none.
const EXIT: &str = "exit";

/// Appends the stage claims of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let lemmas: Vec<SmolStr> = view.tokens().map(|i| view.lemma(i)).collect();
        let words: Vec<&str> = lemmas.iter().map(SmolStr::as_str).collect();
        // Where the last phrase of each ladder ended: a longer one has said it already.
        let mut taken: Vec<(&str, u32)> = Vec::new();
        for (n, at) in (0usize..).zip(view.tokens()) {
            let denied = is_denied(&view, at);
            for stage in english::stages(&words, n) {
                let end = at + u32::try_from(stage.length).unwrap_or(1);
                let said = taken.iter().any(|&(axis, to)| axis == stage.axis && at < to);
                if said || stage.denied != denied || stage.verb != (stage.length == 1 && is_verb(&view, at)) {
                    continue;
                }
                if let Some(claim) = claim(&view, at, end, &stage) {
                    taken.retain(|t| t.0 != stage.axis);
                    taken.push((stage.axis, end));
                    // Where somebody else is told of, too, it is by name: "Reyes and Cole were charged".
                    let verb = verb(&view, at, end);
                    let others = who::beside(&view, verb).filter(|o| o.words != claim.subject.words);
                    claims.extend(others.map(|subject| Claim { subject, ..claim.clone() }));
                    claims.push(claim);
                }
            }
        }
    }
}

/// "urged him to resign" and "was fired upon" are no exits.
fn is_exit(view: &View<'_, '_>, at: u32, end: u32) -> bool {
    let infinitive = at.checked_sub(1).is_some_and(|t| view.is_any(t, &["to"]));
    !infinitive && !view.is_any(end, &["upon", "on", "at", "into", "to"])
}

/// The verb of a phrase, else its first word.
fn verb(view: &View<'_, '_>, at: u32, end: u32) -> u32 {
    (at..end).find(|&i| is_verb(view, i)).unwrap_or(at)
}

fn is_verb(view: &View<'_, '_>, at: u32) -> bool {
    view.upos(at) == Upos::Verb
}

/// Does a negator stand shortly before, no comma between?
fn is_denied(view: &View<'_, '_>, at: u32) -> bool {
    let from = view.tokens().start.max(at.saturating_sub(REACH));
    (from..at).rev().take_while(|&i| view.upos(i) != Upos::Punct).any(|i| view.is_any(i, NEGATORS))
}

fn claim(view: &View<'_, '_>, at: u32, end: u32, stage: &english::Stage) -> Option<Claim> {
    let verb = verb(view, at, end);
    if stage.length == 1 && !stage.somebody && acts_on_a_thing(view, verb) {
        return None;
    }
    if stage.axis == EXIT && !is_exit(view, at, end) {
        return None;
    }
    let subject = if stage.somebody { object(view, verb, stage.axis == EXIT)? } else { told_of(view, verb)? };
    let mut start = at;
    while start > view.tokens().start
        && (matches!(view.upos(start - 1), Upos::Aux | Upos::Part | Upos::Adv)
            || view.is_any(start - 1, NEGATORS))
    {
        start -= 1;
    }
    let end = reach(view, verb, end);
    let mut found = Found::new(Kind::Status, Matter::Stage, start..end, vec![stage.name.into()], subject);
    (found.axis, found.rung) = (stage.axis, stage.rung);
    found.event = Some(verb).filter(|&v| is_verb(view, v));
    let claim = found.claim(view)?;
    matches!(claim.modality, Modality::Asserted | Modality::Alleged).then_some(claim)
}

/// The person whose stage it is; a headline may leave that open.
fn told_of(view: &View<'_, '_>, verb: u32) -> Option<Subject> {
    let subject = who::of(view, verb);
    let head = subject.head.as_str();
    let person = who::is_person(view, &subject) || PRONOUNS.contains(&head) || english::is_person_noun(head);
    let open =
        head.is_empty() || head == "arrest" || head == "police" || head == "name" || head == "identity";
    (person
        || open && (view.sentence.field == Field::Title || !head.is_empty() || view.upos(verb) != Upos::Verb))
        .then_some(subject)
}

/// "captured the exchange on video", "charged a fee": no stage of a person's.
fn acts_on_a_thing(view: &View<'_, '_>, verb: u32) -> bool {
    let object = view.children(verb).find(|&c| view.deprel(c) == DepRel::Obj);
    object.is_some_and(|o| {
        let subject = who::at(view, o);
        let pronoun = PRONOUNS.contains(&subject.head.as_str());
        !(pronoun || who::is_person(view, &subject) || english::is_person_noun(&subject.head))
    })
}

/// The person that is looked for, or, where `direct`, done something to.
fn object(view: &View<'_, '_>, verb: u32, direct: bool) -> Option<Subject> {
    let object = view.children(verb).find(|&c| match view.deprel(c) {
        DepRel::Obj => c > verb || view.is_any(c, &["whom", "who"]),
        DepRel::Obl | DepRel::Nmod => c > verb && !direct,
        _ => false,
    })?;
    let subject = who::at(view, who::antecedent(view, object, verb).unwrap_or(object));
    (who::is_person(view, &subject) || english::is_person_noun(&subject.head)).then_some(subject)
}

/// The end of the phrase with the complement behind it ("charged | with murder"), in short.
fn reach(view: &View<'_, '_>, verb: u32, end: u32) -> u32 {
    let complement = view.children(verb).find(|&c| {
        c >= end
            && c < end + 3
            && matches!(view.deprel(c), DepRel::Obl | DepRel::Obj | DepRel::Xcomp | DepRel::Nmod)
    });
    complement.map_or(end, |c| end.max(c + 1))
}
