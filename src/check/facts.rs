//! Slots of facts → what outlets say of one person's attributes, and of one event, its place and cause.

use super::builder::FindingBuilder;
use super::{Meta, Severity, Story, attributes};
use crate::english;
use crate::model::{Claim, ClaimId, Fact, Finding, Matter, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "fact-differs",
    summary: "outlets tell one event, place, office or stage in different ways",
    docs: "What news says of everybody and everything alike (office, home, plea, wound, cause, and others: \
           `gainsay explain attributes` lists them) is compared holder by holder. Each attribute says which of its \
           values exclude each other: those are conflicts. Where values come one after the other, as the stages of a \
           case do, a later one is an update. All else is compatible. Somebody without a name is compared only where \
           the articles share an event and tell the attribute of nobody else. Events, their places and their causes are \
           compared where the sentences tell the same, and are never conflicts.\n\n\
           Example: one outlet writes that the victim *was shot in the chest*, another *in the abdomen*.",
    severity: Severity::Error,
};

/// One finding for each slot of facts.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    story.graph.slots().iter().filter_map(|(_, members)| finding(story, members)).collect()
}

/// A claim with its fact.
#[derive(Clone, Copy)]
pub(super) struct Told<'c> {
    pub(super) id: ClaimId,
    pub(super) claim: &'c Claim,
    pub(super) fact: &'c Fact,
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
    if let Some(row) = first.fact.matter.attribute().and_then(english::attributes::attribute) {
        return attributes::finding(story, row, &told);
    }
    let verdict = verdict(&told);
    let linked = told.iter().skip(1).map(|t| story.linked(first.id, t.id)).fold(0.0, f64::max);
    let finding = FindingBuilder::new(&META, first.claim.kind, verdict, linked)
        .question(question(first))
        .explanation(explanation(story, verdict, &told));
    Some(finding.positions(positions(story, &told)))
}

fn verdict(told: &[Told<'_>]) -> Verdict {
    let Some(first) = told.first() else { return Verdict::Compatible };
    let all = |same: &dyn Fn(&Fact) -> bool| told.iter().all(|t| same(t.fact));
    match first.fact.matter {
        Matter::Event if all(&|f| alike(first.fact, f)) => Verdict::Agree,
        _ if all(&|f| first.fact.words == f.words) => Verdict::Agree,
        _ => Verdict::Compatible,
    }
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

/// The question with the words that name its matter, in brackets.
fn question(told: &Told<'_>) -> String {
    let opening = match told.fact.matter {
        Matter::Scene => "Where",
        Matter::Cause => "Why",
        Matter::Event | Matter::Attribute(_) => "What happened",
    };
    let about = [told.claim.subject.words.as_str(), predicate(told.claim)];
    let about: Vec<&str> = about.into_iter().filter(|w| !w.is_empty()).collect();
    if about.is_empty() { format!("{opening}?") } else { format!("{opening} ({})?", about.join(", ")) }
}

fn predicate(claim: &Claim) -> &str {
    claim.predicate.as_ref().map_or("", |p| p.form.as_str())
}

fn explanation(story: &Story<'_>, verdict: Verdict, told: &[Told<'_>]) -> String {
    let Some(first) = told.first() else { return String::new() };
    let other = told.iter().find(|t| t.claim.article != first.claim.article && t.fact != first.fact);
    let other = other.unwrap_or(first);
    let reason = match (verdict, first.fact.matter) {
        (Verdict::Agree, _) => return "all tell the same".to_owned(),
        (_, Matter::Event) => return "the same event in different words".to_owned(),
        _ => "both can be true",
    };
    format!(
        "{}, {}: {reason}",
        says(story, first, words(story, first)),
        says(story, other, words(story, other))
    )
}

/// "The Gull says “…”", on one line.
pub(super) fn says(story: &Story<'_>, told: &Told<'_>, value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{} says “{value}”", story.outlet(told.claim))
}

/// The words of an answer.
pub(super) fn words<'s>(story: &Story<'s>, told: &Told<'_>) -> &'s str {
    story.words(told.claim)
}

/// Claims that say the same together, in order of their first.
fn positions(story: &Story<'_>, told: &[Told<'_>]) -> Vec<Position> {
    let mut groups: Vec<(&Told<'_>, Position)> = Vec::new();
    for t in told {
        match groups.iter_mut().find(|(f, _)| f.fact.words == t.fact.words) {
            Some((_, position)) => position.claims.push(t.id),
            None => {
                let value = words(story, t).split_whitespace().collect::<Vec<_>>().join(" ");
                groups.push((t, Position { value, claims: vec![t.id] }));
            }
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events() {
        let fact = |words: &str| Fact::new(Matter::Event, words.split(' ').map(Into::into).collect());
        for (a, b, expected) in [
            ("shoot two man", "shoot two man", true),
            ("shoot man", "arrest man", false),
            ("win 3 game", "win 4 game", false),
        ] {
            assert_eq!(alike(&fact(a), &fact(b)), expected, "{a} | {b}");
            assert_eq!(alike(&fact(b), &fact(a)), expected, "{b} | {a}");
        }
    }
}
