//! The claims of one article → a headline whose toll its own text does not bear out.
//!
//! Editors write headlines, and keep them when the text is brought up to date. Only a toll of the incident is compared
//! (killed, hurt, shot, arrested), and only where the text's first one is higher and no later one is the headline's: a
//! lower one may be a part ("two men and a child" of "3 dead").

use super::question::question;
use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::{Relation, relation};
use crate::model::{Claim, ClaimId, Field, Finding, Kind, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "headline-differs",
    summary: "a headline gives a lower toll than its own text",
    docs: "How many were killed, hurt, shot or arrested, by the headline and by the first such number of the text. A \
           lower number in the text may be a part of the whole, and is not reported; nor is one that the text \
           gives somewhere, too.\n\n\
           Example: *Two dead in river crash*, over a text that opens with *Three people were killed*.",
    severity: Severity::Warning,
};

/// Sentences behind the headline that open the text.
const LEAD: u32 = 3;
/// How sure such a finding is.
const SURE: f64 = 0.6;

type Told<'s> = (ClaimId, &'s Claim);

/// One finding for each headline and number in it.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let tolls: Vec<Told<'_>> =
        (0u32..).map(ClaimId).zip(&story.graph.claims).filter(|(_, c)| is_toll(c)).collect();
    let (titles, texts): (Vec<_>, Vec<_>) =
        tolls.into_iter().partition(|(_, c)| c.span.field == Field::Title);
    titles.iter().filter_map(|title| finding(story, *title, &texts)).collect()
}

fn is_toll(claim: &Claim) -> bool {
    claim.kind == Kind::Count && claim.standing.is_some() && !claim.negated
}

fn finding(story: &Story<'_>, title: Told<'_>, texts: &[Told<'_>]) -> Option<Finding> {
    let own = |t: &&Told<'_>| t.1.article == title.1.article && t.1.standing == title.1.standing;
    // Further down other incidents are told of.
    let &first = texts.iter().find(own).filter(|t| t.1.sentence_index <= title.1.sentence_index + LEAD)?;
    let how = |t: &Told<'_>| relation(Kind::Count, &title.1.value, &t.1.value);
    let excluded = texts.iter().filter(own).all(|t| how(t) == Relation::Exclude);
    if !excluded || !is_lower(title.1, first.1) {
        return None;
    }
    let words = |t: &Told<'_>| story.words(t.1).to_owned();
    Some(
        FindingBuilder::new(&META, Kind::Count, Verdict::Conflict, SURE)
            .question(question(&[title, first]))
            .explanation(format!(
                "{} says “{}” in the headline and “{}” in the text",
                story.outlet(title.1),
                words(&title),
                words(&first)
            ))
            .positions(
                [title, first].iter().map(|t| Position { value: words(t), claims: vec![t.0] }).collect(),
            ),
    )
}

fn is_lower(a: &Claim, b: &Claim) -> bool {
    let number = |c: &Claim| match &c.value {
        Value::Quantity(q) => q.nominal,
        _ => None,
    };
    number(a).zip(number(b)).is_some_and(|(x, y)| x < y)
}
