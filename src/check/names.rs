//! Slots of names → one entity spelled in two ways by different outlets.

use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::{NameRelation, is_one_name, name_relation, surname_slip};
use crate::model::{Claim, ClaimId, Finding, Kind, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "name-spelling",
    summary: "outlets spell one name in different ways",
    docs: "A name whose words agree but for one, where that one is a slip of the other: *Reince Priebus* and *Reince \
           Preibus*. Short forms (*Bob* for *Robert*), initials, accents and *Jr.* are house style and count as \
           compatible. A name is not reported when both articles use both spellings: then they are two people. A surname \
           alone is a slip of the full name's when it is off by one letter and nobody else is called so. Long names of \
           bodies that put one word for another (*Affairs* for *Relations*) and surnames that share one of two parts \
           (*Ruiz-Marsh*, *Marsh-Cole*) are conflicts, too.",
    severity: Severity::Warning,
};

/// How sure a misspelling is one: measured on the labelled stories.
const MISSPELT: f64 = 0.8;
const FORM: f64 = 0.7;

/// One finding for each entity: a surname that differs as it does in the full name is part of the full name's finding.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let mut entities: Vec<SpelledEntity<'_>> =
        story.graph.slots().iter().filter_map(|(_, members)| entity(story, members)).collect();
    let length = |b: &SpelledEntity<'_>| b.spellings.iter().map(|(w, _)| w.len()).max();
    entities.sort_by_key(|b| std::cmp::Reverse(length(b)));
    let mut findings: Vec<SpelledEntity<'_>> = Vec::new();
    for entity in entities {
        let same = |b: &&mut SpelledEntity<'_>| b.slip.is_some() && b.slip == entity.slip;
        match findings.iter_mut().find(same) {
            Some(fuller) => fuller.take_in(entity),
            None => findings.push(entity),
        }
    }
    findings.into_iter().map(finding).collect()
}

/// The spellings of one name, by normal form.
struct SpelledEntity<'s> {
    spellings: Vec<(&'s str, Position)>,
    slip: Option<(&'s str, &'s str)>,
}

impl SpelledEntity<'_> {
    /// Puts another's passages to the spellings that have the same word of the slip.
    fn take_in(&mut self, other: Self) {
        let Some((x, y)) = self.slip else { return };
        for (words, position) in other.spellings {
            let has = |all: &str, word: &str| all.split(' ').any(|w| w == word);
            let word = if has(words, x) { x } else { y };
            if let Some((_, own)) = self.spellings.iter_mut().find(|(w, _)| has(w, word)) {
                own.claims.extend(position.claims);
                own.claims.sort_unstable();
            }
        }
    }
}

fn entity<'s>(story: &'s Story<'_>, members: &[ClaimId]) -> Option<SpelledEntity<'s>> {
    let claims: Vec<(ClaimId, &Claim)> =
        members.iter().filter_map(|&id| Some((id, story.graph.claim(id)?))).collect();
    let mut spellings: Vec<(&str, Position)> = Vec::new();
    for &(id, claim) in &claims {
        let (Kind::Name, Value::Words(words)) = (claim.kind, &claim.value) else { return None };
        match spellings.iter_mut().find(|(w, _)| w == words) {
            Some((_, position)) => position.claims.push(id),
            None => {
                let value = story.words(claim).split_whitespace().collect::<Vec<_>>().join(" ");
                spellings.push((words, Position { value, claims: vec![id] }));
            }
        }
    }
    let slip = slip(&spellings).map(|(x, y)| (x.min(y), x.max(y)));
    Some(SpelledEntity { spellings, slip })
}

fn finding(SpelledEntity { spellings, slip }: SpelledEntity<'_>) -> Finding {
    let (verdict, confidence) =
        if slip.is_some() { (Verdict::Conflict, MISSPELT) } else { (Verdict::Compatible, FORM) };
    let alone = |word: &str| spellings.iter().any(|(w, _)| *w == word);
    let explanation = match slip {
        Some((x, y)) if alone(x) != alone(y) => {
            format!("“{x}” and “{y}” are one surname: nobody else in the story is called so")
        }
        Some((x, y)) if is_one_name(x, y) => format!("“{x}” and “{y}” stand for the same name"),
        Some((x, y)) => {
            format!("“{x}” and “{y}” stand in the same name; neither outlet uses the other's spelling")
        }
        None => "the same name in a shorter, longer or more familiar form".to_owned(),
    };
    let longest = spellings.iter().max_by_key(|(w, _)| w.len()).map_or("", |(_, p)| p.value.as_str());
    let question = format!("How is the name {longest} written?");
    let positions = spellings.into_iter().map(|(_, p)| p).collect();
    FindingBuilder::new(&META, Kind::Name, verdict, confidence)
        .question(question)
        .explanation(explanation)
        .positions(positions)
}

/// The first pair of words that are one another's misspelling.
fn slip<'s>(spellings: &[(&'s str, Position)]) -> Option<(&'s str, &'s str)> {
    for (i, (a, _)) in spellings.iter().enumerate() {
        for (b, _) in spellings.iter().skip(i + 1) {
            let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
            if let NameRelation::Misspelt(p, q) = name_relation(&x, &y) {
                return Some((p, q));
            }
            if let Some(words) = surname_slip(&x, &y) {
                return Some(words);
            }
        }
    }
    None
}
