//! Slots of facts → what outlets say of one person's office and home, of one matter's stage, of one event.

use super::{Meta, Severity, Story};
use crate::lex;
use crate::model::{Claim, ClaimId, Fact, Finding, Matter, Modality, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "fact-differs",
    summary: "outlets tell one event, place, office or stage in different ways",
    docs: "Offices and homes are compared person by person, stages (*arrested*, *charged*, *convicted*) on one ladder, \
           events and their places where the sentences tell the same. Most differences are of detail and count as \
           compatible; a later stage is an update; what one denies and the other says is a conflict.\n\n\
           Example: one outlet writes that the victim *was shot in the chest*, another *in the abdomen*.",
    severity: Severity::Error,
};

/// How sure a verdict on keyed facts is.
const KEYED: f64 = 0.6;

/// One finding for each slot of facts.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    story.graph.slots().iter().filter_map(|(_, members)| finding(story, members)).collect()
}

/// A claim with its fact.
struct Told<'c> {
    id: ClaimId,
    claim: &'c Claim,
    fact: &'c Fact,
}

fn finding(story: &Story<'_>, members: &[ClaimId]) -> Option<Finding> {
    let told: Vec<Told<'_>> = members
        .iter()
        .filter_map(|&id| {
            let claim = story.graph.claim(id)?;
            let Value::Fact(fact) = &claim.value else { return None };
            Some(Told { id, claim, fact })
        })
        .collect();
    let first = told.first()?;
    let verdict = verdict(&told);
    let sure = match first.fact.matter {
        Matter::Office | Matter::Home | Matter::Stage | Matter::Wound => KEYED,
        _ => told.iter().skip(1).map(|t| story.linked(first.id, t.id)).fold(0.0, f64::max),
    };
    Some(Finding {
        id: String::new(),
        code: META.code,
        kind: first.claim.kind,
        verdict,
        confidence: sure,
        question: question(first),
        explanation: explanation(verdict, first.fact.matter),
        positions: positions(story, &told),
    })
}

fn verdict(told: &[Told<'_>]) -> Verdict {
    let Some(first) = told.first() else { return Verdict::Compatible };
    let all = |same: &dyn Fn(&Told<'_>) -> bool| told.iter().all(same);
    match first.fact.matter {
        Matter::Stage if latest(told) => Verdict::Update,
        Matter::Wound if told.iter().all(|t| t.id == first.id || apart(first.fact, t.fact)) => {
            Verdict::Conflict
        }
        Matter::Event if !all(&|t| is_planned(t) == is_planned(first)) => Verdict::Update,
        Matter::Event if all(&|t| alike(first.fact, t.fact)) => Verdict::Agree,
        _ if all(&|t| first.fact.words == t.fact.words) => Verdict::Agree,
        _ => Verdict::Compatible,
    }
}

/// Are two wounds in different parts of the body? Chest, belly and back are all of the torso.
fn apart(a: &Fact, b: &Fact) -> bool {
    let torso = |part: &str| matches!(part, "torso" | "chest" | "abdomen" | "back");
    let meets = |x: &str, y: &str| x == y || (x == "torso" && torso(y)) || (y == "torso" && torso(x));
    !a.words.iter().any(|x| b.words.iter().any(|y| meets(x, y)))
}

/// Is the event still to come, in this article?
fn is_planned(told: &Told<'_>) -> bool {
    told.claim.modality == Modality::Planned
}

/// Share of the words that two events have in common when they are told alike.
const ALIKE: f64 = 0.6;

/// Most words in common, and no number in one that the other has not.
fn alike(a: &Fact, b: &Fact) -> bool {
    let common = a.words.iter().filter(|w| b.words.contains(w)).count() as f64;
    let all = (a.words.len() + b.words.len()) as f64 - common;
    let number = |w: &&smol_str::SmolStr| w.starts_with(|c: char| c.is_ascii_digit());
    let numbers = |x: &Fact, y: &Fact| x.words.iter().filter(number).all(|w| y.words.contains(w));
    common >= ALIKE * all && numbers(a, b) && numbers(b, a)
}

/// Do the articles differ in the last stage that they tell?
fn latest(told: &[Told<'_>]) -> bool {
    let last = |article: u32| told.iter().filter(|t| t.claim.article == article).map(|t| t.fact.rung).max();
    told.iter().any(|t| told.first().is_some_and(|f| last(f.claim.article) != last(t.claim.article)))
}

fn question(told: &Told<'_>) -> String {
    let who = told.claim.subject.words.as_str();
    let who = if who.is_empty() { "it" } else { who };
    match told.fact.matter {
        Matter::Office => format!("What is {who}?"),
        Matter::Home => format!("Where is {who} from?"),
        Matter::Stage => format!("How far has it come ({}, {who})?", told.fact.axis),
        Matter::Wound => format!("Where was {who} hit?"),
        Matter::Scene => format!("Where ({who}, {})?", predicate(told.claim)),
        Matter::Cause => format!("Why ({who}, {})?", predicate(told.claim)),
        Matter::Event => format!("What happened ({who}, {})?", predicate(told.claim)),
    }
}

fn predicate(claim: &Claim) -> &str {
    claim.predicate.as_ref().map_or("", |p| p.form.as_str())
}

fn explanation(verdict: Verdict, matter: Matter) -> String {
    match verdict {
        Verdict::Agree => "all tell the same",
        Verdict::Update => "one article tells a later stage than the other",
        _ if matter == Matter::Event => "the same event in different words",
        _ => "different words; both can be true",
    }
    .to_owned()
}

/// Claims that say the same together, in order of their first.
fn positions(story: &Story<'_>, told: &[Told<'_>]) -> Vec<Position> {
    let mut groups: Vec<(&Fact, Position)> = Vec::new();
    for t in told {
        match groups.iter_mut().find(|(f, _)| f.words == t.fact.words) {
            Some((_, position)) => position.claims.push(t.id),
            None => {
                let value = match t.fact.matter {
                    Matter::Stage => lex::stage_name(&t.fact.axis, t.fact.rung).to_owned(),
                    _ => story.words(t.claim).split_whitespace().collect::<Vec<_>>().join(" "),
                };
                groups.push((t.fact, Position { value, claims: vec![t.id] }));
            }
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}
