//! Numbers that are parts of one whole → conflict: together they are more than the whole.
//!
//! Two numbers are parts only where the wording leaves nothing open: an enumeration with one verb ("three officers and
//! nine civilians were killed"), states that exclude each other ("of the 400, 150 were arrested and 300 are missing"),
//! shares of one vote or poll. What may overlap or be left out ("including", "at least", "another") is no sum.

mod group;
mod reading;
mod shares;
mod tally;

use rust_decimal::Decimal;

use super::question::question;
use super::{FindingBuilder, Meta, Severity, Story};
use crate::model::{Claim, ClaimId, Finding, Kind, Position, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "parts-exceed-whole",
    summary: "numbers that are parts of one whole add up to more than it",
    docs: "Parts are added up where one sentence names them for certain: people of several sorts with one verb, \
           states that exclude each other of one group, shares of one vote or poll. The whole stands in the same \
           article or in another that is no older, of people in general and with the same verb. A sum below the whole \
           is no conflict, for not every part need be named.\n\n\
           Example: one outlet writes that *three officers and eleven civilians were killed*, another that *12 people \
           were killed*: 3 + 11 = 14, more than 12. Or: *of the 400 migrants, 150 were arrested and 300 are missing*.",
    severity: Severity::Error,
};

/// A claim with its id.
type Numbered<'s> = (ClaimId, &'s Claim);

/// Parts that are too many together.
struct Sum<'s> {
    parts: Vec<Numbered<'s>>,
    /// The claims that give the whole; none where it is a hundred per cent.
    whole: Vec<Numbered<'s>>,
    confidence: f64,
}

/// One finding for each set of parts that exceeds its whole.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let sums = [tally::sums(story), group::sums(story), shares::sums(story)];
    sums.into_iter().flatten().filter_map(|sum| finding(story, &sum)).collect()
}

fn finding(story: &Story<'_>, sum: &Sum<'_>) -> Option<Finding> {
    let (_, first) = sum.parts.first()?;
    let asked = if sum.whole.is_empty() { &sum.parts } else { &sum.whole };
    let arithmetic = arithmetic(&sum.parts)?;
    let mut positions = vec![Position { value: arithmetic.clone(), claims: ids(&sum.parts) }];
    let limit = match sum.whole.first() {
        Some((_, whole)) => {
            positions.push(Position { value: story.words(whole).to_owned(), claims: ids(&sum.whole) });
            let place = if whole.article == first.article { "the whole" } else { story.outlet(whole) };
            format!("the {} of {place}", reading::number(whole)?)
        }
        None => "the whole of 100 %".to_owned(),
    };
    Some(
        FindingBuilder::new(&META, first.kind, Verdict::Conflict, sum.confidence)
            .question(question(asked))
            .explanation(format!("the parts in {} are {arithmetic}, more than {limit}", story.outlet(first)))
            .positions(positions),
    )
}

fn ids(claims: &[Numbered<'_>]) -> Vec<ClaimId> {
    claims.iter().map(|c| c.0).collect()
}

/// "150 + 300 = 450"
fn arithmetic(parts: &[Numbered<'_>]) -> Option<String> {
    let sign = if parts.iter().any(|(_, c)| c.kind == Kind::Percent) { " %" } else { "" };
    let numbers: Vec<String> =
        parts.iter().map(|(_, c)| Some(format!("{}{sign}", reading::number(c)?))).collect::<Option<_>>()?;
    Some(format!("{} = {}{sign}", numbers.join(" + "), total(parts)?))
}

/// What the parts come to; `None` where one of them is no exact number.
fn total(parts: &[Numbered<'_>]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, (_, c)| sum.checked_add(reading::number(c)?))
}
