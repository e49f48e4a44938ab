//! Two claims of events, places or causes → their features, but for those that rivals decide.

use super::{Prepared, Vector, flag, predicate};
use crate::english::{Meaning, Phrase};
use crate::link::story::cosine;
use crate::model::{Field, Matter};

pub(super) fn compare(a: &Prepared<'_>, b: &Prepared<'_>) -> Vector {
    let (x, y) = (a.claim, b.claim);
    let (p, q) = (predicate(x), predicate(y));
    let known = !a.classes.is_empty() && !b.classes.is_empty();
    let event = known.then(|| a.classes.iter().any(|c| b.classes.contains(c)));
    let bearer = a.bearer.zip(b.bearer).map(|(m, n)| m == n);
    let names = overlap(&a.names, &b.names);
    let said = overlap(&a.said_names, &b.said_names);
    let heads = (&x.subject.head, &y.subject.head);
    let subjects = if heads.0.is_empty() || heads.1.is_empty() {
        0.0
    } else if heads.0 == heads.1 {
        1.0
    } else {
        alike(a.head, b.head)
    };
    [
        cosine(&a.sentence, &b.sentence),
        cosine(&a.near, &b.near),
        meaning(a.meaning.as_ref(), b.meaning.as_ref()),
        cosine(&a.said, &b.said),
        meaning(a.said_meaning.as_ref(), b.said_meaning.as_ref()),
        flag(!p.is_empty() && p == q),
        flag(event == Some(true)),
        flag(event == Some(false)),
        alike(a.predicate, b.predicate),
        flag(bearer == Some(true)),
        flag(bearer == Some(false)),
        subjects,
        names.unwrap_or_default(),
        flag(names == Some(0.0)),
        flag(x.span.field == Field::Title && y.span.field == Field::Title),
        (a.place - b.place).abs(),
        flag(x.modality == y.modality && x.negated == y.negated),
        flag(a.matter == Matter::Scene),
        flag(a.matter == Matter::Cause),
        0.0,
        0.0,
        said.unwrap_or_default(),
        flag(said == Some(0.0)),
    ]
}

fn alike(a: Option<Meaning>, b: Option<Meaning>) -> f64 {
    a.zip(b).map_or(0.0, |(a, b)| f64::from(a.similarity(b)))
}

fn meaning(a: Option<&Phrase>, b: Option<&Phrase>) -> f64 {
    a.zip(b).map_or(0.0, |(a, b)| f64::from(a.similarity(b)))
}

/// Share in common; `None` when one side has none.
fn overlap(a: &[u32], b: &[u32]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let common = a.iter().filter(|n| b.contains(n)).count();
    Some(common as f64 / (a.len() + b.len() - common) as f64)
}
