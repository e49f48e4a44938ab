//! The claims of one slot → how they stand to each other, why, and how sure that is.

use rust_decimal::Decimal;

use super::Story;
use crate::model::{Claim, ClaimId, Kind, Relation, Value, Verdict, relation};

/// What came of comparing a slot's claims.
pub(crate) struct Ruling {
    pub(crate) verdict: Verdict,
    pub(crate) confidence: f64,
    pub(crate) explanation: String,
}

/// How sure interval logic is that two sets it finds apart are apart, given that the question is one.
const EXCLUDES: f64 = 0.9;

/// Compares every claim with every claim of another article.
pub(crate) fn rule(story: &Story<'_>, claims: &[(ClaimId, &Claim)]) -> Ruling {
    let mut worst: Option<(Relation, f64, &Claim, &Claim)> = None;
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (i, &(a, x)) in claims.iter().enumerate() {
        for &(b, y) in claims.iter().skip(i + 1).filter(|(_, y)| y.article != x.article) {
            let how = match relation(x.kind, &x.value, &y.value) {
                Relation::Incomparable => Relation::Meet,
                other => other,
            };
            let score = story.linked(a, b);
            sum += score;
            pairs += 1.0;
            if worst.is_none_or(|(w, s, ..)| (how, score) > (w, s)) {
                worst = Some((how, score, x, y));
            }
        }
    }
    let Some((how, score, x, y)) = worst else {
        return Ruling { verdict: Verdict::Agree, confidence: 0.0, explanation: String::new() };
    };
    let mean = if pairs > 0.0 { sum / pairs } else { 0.0 };
    let (verdict, confidence) = match how {
        Relation::Equal => (Verdict::Agree, mean),
        Relation::Meet | Relation::Incomparable => (Verdict::Compatible, mean),
        Relation::Exclude if grew(story, x, y) => (Verdict::Update, score * EXCLUDES),
        Relation::Exclude => (Verdict::Conflict, score * EXCLUDES),
    };
    Ruling { verdict, confidence, explanation: explain(story, verdict, x, y) }
}

/// Did a count grow from an earlier article to a later one, as tolls do?
fn grew(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    let at =
        |c: &Claim| story.articles.get(c.article as usize).and_then(|a| a.published.as_ref()).map(|s| s.at);
    let (Some(a), Some(b)) = (at(x), at(y)) else { return false };
    let (earlier, later) = if a <= b { (x, y) } else { (y, x) };
    a != b && x.kind == Kind::Count && amount(earlier) < amount(later)
}

fn amount(claim: &Claim) -> Option<Decimal> {
    match &claim.value {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()),
        _ => None,
    }
}

fn explain(story: &Story<'_>, verdict: Verdict, x: &Claim, y: &Claim) -> String {
    let words = |c: &Claim| story.words(c);
    let (a, b) = (story.outlet(x), story.outlet(y));
    match verdict {
        Verdict::Agree => "all give the same value".to_owned(),
        Verdict::Compatible => {
            format!("{a} says “{}”, {b} “{}”: both can be true", words(x), words(y))
        }
        Verdict::Update => {
            format!("{a} says “{}”, {b} “{}”: the later article has the higher figure", words(x), words(y))
        }
        _ => format!("{a} says “{}”, {b} “{}”: no value satisfies both", words(x), words(y)),
    }
}
