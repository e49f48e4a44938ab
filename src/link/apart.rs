//! Two claims whose values exclude each other → do they answer two questions after all, however alike they look?
//!
//! The cannot-links of `slots`: two events, people, numbers or scopes that each article may have of its own.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::features::rare;
use super::slots::how;
use super::traits::sex_of;
use crate::compare::{Comparable, NameRelation, Relation, name_relation};
use crate::english::{Class, predicate_class, same_event};
use crate::model::{Claim, ClaimId, Kind, Quantity, Unit, Value};

/// May two rivals not stand in one slot?
pub(super) fn rivals(
    claims: &[Claim],
    values: &[Comparable<'_>],
    given: &Given,
    [a, b]: [ClaimId; 2],
) -> bool {
    let (Some(x), Some(y)) = (claims.get(a.0 as usize), claims.get(b.0 as usize)) else { return true };
    of_other_events(x, y)
        || of_other_people(x, y)
        || of_other_turns(x, y)
        || of_two_numbers(given, x, y)
        || of_other_lengths(x, y)
        || of_other_scopes(claims, values, given, [a, b])
}

/// Classes of verbs that do not tell which event they speak of: "happened on Friday", "has a conviction from 1992".
const UNTOLD: &[&str] = &["happen", "last", "own", "contain", "receive"];

/// Are they the times of two events ("arraigned Wednesday", "sentenced Tuesday")? Such differ without a conflict.
fn of_other_events(a: &Claim, b: &Claim) -> bool {
    let tells = |class: Class| !UNTOLD.contains(&class.name());
    let event = |c: &Claim| {
        let lemma = &c.predicate.as_ref()?.lemma;
        predicate_class(lemma).filter(|class| tells(*class)).map(|_| lemma.clone())
    };
    let timed = matches!(a.kind, Kind::Date | Kind::Time);
    let one = a.standing.is_some() && a.standing == b.standing;
    timed && !one && matches!((event(a), event(b)), (Some(p), Some(q)) if !same_event(&p, &q))
}

/// Words that tell one of several like events from the rest; equal numbers may be one.
const TURNS: &[(&str, u8)] =
    &[("first", 1), ("second", 2), ("other", 2), ("another", 2), ("third", 3), ("fourth", 4)];

/// Is one of "the first shooting", the other of "the second" or "another shooting", or are they these turns themselves?
fn of_other_turns(a: &Claim, b: &Claim) -> bool {
    let turn = |c: &Claim| {
        c.context.windows(2).find_map(|pair| {
            let [word, event] = pair else { return None };
            let turn = TURNS.iter().find(|t| t.0 == word.lemma)?.1;
            Some((turn, predicate_class(&event.lemma)?))
        })
    };
    let event = |c: &Claim| predicate_class(&c.subject.head).filter(|_| c.kind == Kind::Ordinal);
    let counted = event(a).is_some() && event(a) == event(b);
    counted || matches!((turn(a), turn(b)), (Some((m, p)), Some((n, q))) if m != n && p == q)
}

/// Are they the ages of a man and a woman, or of two people by their full names?
fn of_other_people(a: &Claim, b: &Claim) -> bool {
    let name = |c: &Claim| -> Option<Vec<String>> {
        let words: Vec<String> = c.subject.words.split(' ').map(str::to_lowercase).collect();
        (words.len() > 1 && c.subject.words.starts_with(char::is_uppercase)).then_some(words)
    };
    if a.kind == Kind::Age && matches!((sex_of(&a.subject), sex_of(&b.subject)), (Some(p), Some(q)) if p != q)
    {
        return true;
    }
    let (Some(x), Some(y)) = (name(a), name(b)) else { return false };
    let x: Vec<&str> = x.iter().map(String::as_str).collect();
    let y: Vec<&str> = y.iter().map(String::as_str).collect();
    a.kind == Kind::Age && name_relation(&x, &y) == NameRelation::Different
}

/// Does one article answer two standing questions with them ("at least 12 killed and 20 wounded")?
pub(super) fn of_two_tolls(a: &Claim, b: &Claim) -> bool {
    let counts = a.article == b.article && a.kind == Kind::Count;
    counts && matches!((a.standing, b.standing), (Some(x), Some(y)) if x != y)
}

/// What articles give besides: their numbers by kind, and the claims of each sentence.
pub(super) struct Given {
    numbers: HashSet<(u32, Kind, Decimal)>,
    beside: HashMap<(u32, u32), Vec<ClaimId>>,
}

fn number(claim: &Claim) -> Option<Decimal> {
    match &claim.value {
        Value::Quantity(q) if q.against.is_none() => q.nominal.map(|n| n.normalize()),
        _ => None,
    }
}

pub(super) fn given(claims: &[Claim]) -> Given {
    let mut beside: HashMap<(u32, u32), Vec<ClaimId>> = HashMap::new();
    for (id, claim) in (0u32..).zip(claims) {
        if PARALLEL.contains(&claim.kind) && !claim.subject.head.is_empty() {
            beside.entry((claim.article, claim.sentence_index)).or_default().push(ClaimId(id));
        }
    }
    let numbers = claims.iter().filter_map(|c| Some((c.article, c.kind, number(c)?))).collect();
    Given { numbers, beside }
}

/// Kinds of which a sentence gives several that hang together: "33 homers and 121 runs".
const PARALLEL: [Kind; 4] = [Kind::Count, Kind::Measure, Kind::Money, Kind::Percent];

/// Do the sentences exclude each other in another count of like things, too? "33 homers and 121 runs" are those of a
/// season, "13 homers and 43 runs" those of a part of it: what differs is not the answer but what was asked.
fn of_other_scopes(claims: &[Claim], values: &[Comparable<'_>], given: &Given, [a, b]: [ClaimId; 2]) -> bool {
    let others = |id: ClaimId| {
        let own = claims.get(id.0 as usize).filter(|c| PARALLEL.contains(&c.kind));
        let all = own.and_then(|c| given.beside.get(&(c.article, c.sentence_index)));
        all.into_iter().flatten().copied().filter(move |o| *o != id)
    };
    let head = |id: ClaimId| claims.get(id.0 as usize).map(|c| (c.kind, &c.subject.head));
    let excludes = |x, y| head(x) == head(y) && how(claims, values, x, y) == Relation::Exclude;
    others(a).any(|x| others(b).any(|y| excludes(x, y)))
}

/// Does an article of two rivals give the other's number as well, so that these are two numbers of each? "A 25-year-old
/// and a 26-year-old man" of one are the two men of the other; and who prints the $47.50 of another outlet does not deny
/// it by a $37.10. Short numbers recur by chance, and a person by name has one age.
fn of_two_numbers(given: &Given, a: &Claim, b: &Claim) -> bool {
    let (Some(x), Some(y)) = (number(a), number(b)) else { return false };
    let unnamed = |c: &Claim| !c.subject.words.starts_with(char::is_uppercase);
    let telling =
        if a.kind == Kind::Age { unnamed(a) || unnamed(b) } else { rare(&a.value) && rare(&b.value) };
    let gives = |c: &Claim, n: Decimal| given.numbers.contains(&(c.article, c.kind, n));
    a.kind == b.kind && telling && (gives(a, y) || gives(b, x))
}

/// A length of time that is so many times another answers another question: no outlet takes days for years.
const TIMES_LONGER: i64 = 50;

fn of_other_lengths(a: &Claim, b: &Claim) -> bool {
    let seconds = |c: &Claim| match &c.value {
        Value::Quantity(Quantity { nominal, unit: Unit::Duration { seconds, .. }, .. }) => {
            nominal.and_then(|n| n.checked_mul(*seconds))
        }
        _ => None,
    };
    let (Some(x), Some(y)) = (seconds(a), seconds(b)) else { return false };
    x.min(y).checked_mul(TIMES_LONGER.into()).is_some_and(|far| far < x.max(y))
}
