//! People of several sorts, enumerated with one verb, against the people in general that the verb befell.

use rust_decimal::Decimal;

use super::super::Story;
use super::reading::{befallen, before, behind, behind_phrase, between, class, is_open, number, sentences};
use super::{Numbered, Sum, total};
use crate::compare::{Relation, relation};
use crate::english::{self, Class};
use crate::model::{Claim, Granularity, Kind, Value};

const DATED: f64 = 0.8;
/// A toll may have grown between articles without dates.
const UNDATED: f64 = 0.6;
/// Sentences at the top of an article, its headline among them, that tell the story's main event.
const TOP: u32 = 2;

/// Parts with the verb that befell all of them.
struct Parts<'s> {
    claims: Vec<Numbered<'s>>,
    first: &'s Claim,
    event: Class,
    total: Decimal,
}

/// People in general whom a verb befell.
struct Whole<'s> {
    claim: Numbered<'s>,
    event: Class,
    number: Decimal,
}

/// The enumerations that exceed a whole.
pub(super) fn sums<'s>(story: &Story<'s>) -> Vec<Sum<'s>> {
    let sentences = sentences(story, Kind::Count);
    let wholes: Vec<Whole<'s>> = sentences.iter().flatten().filter_map(|c| whole(story, *c)).collect();
    let all = sentences.iter().flat_map(|counts| enumerations(story, counts));
    all.filter_map(|parts| exceeded(story, parts, &wholes)).collect()
}

fn exceeded<'s>(story: &Story<'s>, parts: Parts<'s>, wholes: &[Whole<'s>]) -> Option<Sum<'s>> {
    let own = |w: &&Whole<'_>| w.event == parts.event && w.claim.1.article == parts.first.article;
    if wholes.iter().filter(own).any(|w| w.number >= parts.total) {
        return None;
    }
    let smaller = |w: &&Whole<'_>| {
        w.event == parts.event
            && w.number < parts.total
            && is_all(story, w, &parts, wholes)
            && fits(story, w.claim.1, parts.first)
    };
    let found: Vec<&Whole<'_>> = wholes.iter().filter(smaller).collect();
    let number = found.first()?.number;
    let whole: Vec<Numbered<'_>> = found.iter().filter(|w| w.number == number).map(|w| w.claim).collect();
    let dated = whole.iter().any(|(_, w)| {
        w.article == parts.first.article
            || published(story, w).is_some() && published(story, parts.first).is_some()
    });
    Some(Sum { parts: parts.claims, whole, confidence: if dated { DATED } else { UNDATED } })
}

/// Returns whether the whole is the greatest number of its article for the event, and the article does not also have
/// the parts' sum.
fn is_all(story: &Story<'_>, whole: &Whole<'_>, parts: &Parts<'_>, wholes: &[Whole<'_>]) -> bool {
    let article = whole.claim.1.article;
    let greater =
        |w: &Whole<'_>| w.claim.1.article == article && w.event == whole.event && w.number > whole.number;
    let gives_sum = |(_, c): &Numbered<'_>| c.kind == Kind::Count && covers(c, parts.total);
    !wholes.iter().any(greater) && !story.claims_of(article).iter().any(gives_sum)
}

fn covers(claim: &Claim, number: Decimal) -> bool {
    matches!(&claim.value, Value::Quantity(q) if q.interval.contains(number))
}

/// Returns whether the two may speak of one event at one time, the whole no earlier than the parts.
fn fits(story: &Story<'_>, whole: &Claim, part: &Claim) -> bool {
    let older = published(story, whole).zip(published(story, part)).is_some_and(|(w, p)| w < p);
    let top = |c: &Claim| c.sentence_index <= TOP;
    !older
        && same_day(story, whole, part)
        && !told_of_others(whole, part)
        && (top(whole) && top(part) || on_one_matter(whole, part))
}

fn published(story: &Story<'_>, claim: &Claim) -> Option<jiff::civil::DateTime> {
    story.article(claim).and_then(|a| a.published.as_ref()).map(|s| s.at)
}

/// Returns whether the sentences share a word that names neither people nor the event.
fn on_one_matter(a: &Claim, b: &Claim) -> bool {
    let telling = |lemma: &str| !english::is_person_noun(lemma) && lemma != "people";
    let event = |c: &Claim, lemma: &str| {
        class(c, lemma).is_some_and(|k| ["die", "injure", "say"].contains(&k.name()))
    };
    let own = a.context.iter().filter(|w| telling(&w.lemma) && !event(a, &w.lemma));
    own.into_iter().any(|w| b.context.iter().any(|o| o.lemma == w.lemma))
}

/// Returns whether each sentence names what the other does not, such as two places or two gangs.
fn told_of_others(a: &Claim, b: &Claim) -> bool {
    let lacks = |c: &Claim, o: &Claim| {
        c.context.iter().any(|w| w.name && !o.context.iter().any(|v| v.lemma == w.lemma))
    };
    lacks(a, b) && lacks(b, a)
}

/// Returns whether no dates in the two sentences tell them apart. A date that only one has must be a day near the article's own.
fn same_day(story: &Story<'_>, a: &Claim, b: &Claim) -> bool {
    let (x, y) = (days(story, a), days(story, b));
    let clash = |p: &&Claim| y.iter().any(|q| relation(Kind::Date, &p.value, &q.value) == Relation::Exclude);
    let recent =
        |c: &&Claim| matches!(&c.value, Value::Time(t) if t.relative && t.granularity <= Granularity::Day);
    let one_sided = x.is_empty() != y.is_empty();
    !x.iter().any(clash) && (!one_sided || x.iter().chain(&y).all(recent))
}

fn days<'s>(story: &Story<'s>, claim: &Claim) -> Vec<&'s Claim> {
    let here = |c: &&Claim| c.kind == Kind::Date && c.sentence == claim.sentence;
    story.claims_of(claim.article).iter().map(|c| c.1).filter(here).collect()
}

/// "12 people were killed", "12 dead"
fn whole<'s>(story: &Story<'s>, claim: Numbered<'s>) -> Option<Whole<'s>> {
    let (_, c) = claim;
    let number = number(c).filter(|_| !is_open(story, c))?;
    let last = before(story, c).rsplit(' ').next().unwrap_or_default().to_lowercase();
    if ["of", "and", "the", "these", "those"].contains(&last.as_str()) || last.ends_with(',') {
        return None;
    }
    let event = if c.subject.head.is_empty() {
        let state = behind(story, c).split([' ', ',', '.', ';']).next()?.to_lowercase();
        class(c, &state)?
    } else {
        let in_general =
            matches!(c.subject.head.as_str(), "people" | "person") && c.subject.modifiers.is_empty();
        let tail = behind_phrase(story, c).filter(|t| in_general && !t.starts_with("and "))?;
        befallen(c, tail)?
    };
    Some(Whole { claim, event, number })
}

/// The enumerations of a sentence: "three officers and nine civilians were killed".
fn enumerations<'s>(story: &Story<'s>, counts: &[Numbered<'s>]) -> Vec<Parts<'s>> {
    let mut all = Vec::new();
    let mut rest = counts;
    while let Some((&(_, first), behind_first)) = rest.split_first() {
        let mut length = 1;
        let mut ends = false;
        while let (Some((_, a)), Some((_, b))) = (rest.get(length - 1), rest.get(length)) {
            let Some(last) = joined(story, a, b).filter(|_| !ends) else { break };
            ends = last;
            length += 1;
        }
        if let Some(parts) = rest.get(..length).filter(|_| ends).and_then(|c| parts(story, first, c)) {
            all.push(parts);
        }
        rest = behind_first.get(length - 1..).unwrap_or_default();
    }
    all
}

/// Returns whether one part directly follows the other: `Some(true)` behind an "and".
fn joined(story: &Story<'_>, a: &Claim, b: &Claim) -> Option<bool> {
    let joint = between(story, a, b).strip_prefix(a.subject.words.as_str())?;
    match joint.trim() {
        "," => Some(false),
        "and" | ", and" => Some(true),
        _ => None,
    }
}

fn parts<'s>(story: &Story<'s>, first: &'s Claim, claims: &[Numbered<'s>]) -> Option<Parts<'s>> {
    let (_, last) = claims.last()?;
    let differ = claims
        .iter()
        .enumerate()
        .all(|(i, (_, c))| claims.iter().skip(i + 1).all(|(_, o)| o.subject.head != c.subject.head));
    let whole = !before(story, first).ends_with(" of");
    if is_open(story, first) || !differ || !whole || !claims.iter().all(|(_, c)| is_sort(c)) {
        return None;
    }
    let event =
        befallen(last, behind_phrase(story, last)?).filter(|e| english::parts().befall.contains(e.name()))?;
    Some(Parts { claims: claims.to_vec(), first, event, total: total(claims)? })
}

/// A sort of people to whom something may be done: "officers", "women", "others".
fn is_sort(claim: &Claim) -> bool {
    let head = claim.subject.head.as_str();
    let rest = claim.subject.words == "others";
    let doer = english::predicate_class(head).is_some() || english::parts().doers.contains(head);
    rest || english::is_person_noun(head) && !doer && !matches!(head, "people" | "person" | "victim")
}
