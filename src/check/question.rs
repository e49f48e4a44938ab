//! The claims of one slot → the question they answer, in words.

use crate::model::{Claim, ClaimId, Kind};

/// The question, worded after the claim that says most about itself.
pub(crate) fn question(claims: &[(ClaimId, &Claim)]) -> String {
    let fullest = claims.iter().max_by_key(|(id, c)| {
        let said = u8::from(!c.subject.head.is_empty()) + u8::from(c.predicate.is_some());
        (said, std::cmp::Reverse(*id))
    });
    let Some((_, claim)) = fullest else { return String::new() };
    let subject = claim.subject.words.as_str();
    let event = claim.predicate.as_ref().map_or("", |p| p.form.as_str());
    let about = [subject, event].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let opening = match claim.kind {
        Kind::Count => "How many",
        Kind::Money => "How much money",
        Kind::Percent | Kind::Ratio => "What share",
        Kind::Vote | Kind::Score => "What was the tally",
        Kind::Measure => "How much",
        Kind::Duration => "How long",
        Kind::Age => "How old",
        Kind::Date => "When",
        Kind::Time => "At what time",
        Kind::Ordinal => "Which in order",
        _ => "What",
    };
    match (claim.kind, about.is_empty()) {
        (_, true) => format!("{opening}?"),
        (Kind::Count, false) => format!("{opening} {about}?"),
        (_, false) => format!("{opening}: {about}?"),
    }
}
