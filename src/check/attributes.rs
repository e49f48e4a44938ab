//! A slot of an attribute → its finding: do the articles exclude each other, does one tell a later stage, or can all be
//! true?

use std::collections::BTreeSet;

use super::Story;
use super::builder::FindingBuilder;
use super::facts::{Told, says, words};
use crate::english;
use crate::english::attributes::{Attribute, Compare, Filler, Holder};
use crate::model::{Finding, Position, Verdict};

/// How sure a verdict on an attribute is.
const SURE: f64 = 0.6;

/// The finding of a slot whose claims tell an attribute.
pub(super) fn finding(story: &Story<'_>, row: &Attribute, told: &[Told<'_>]) -> Option<Finding> {
    let first = told.first()?;
    let opposed = if row.compare == Compare::Exclusive { opposed(story, row, told) } else { None };
    let verdict = match row.compare {
        _ if opposed.is_some() => Verdict::Conflict,
        Compare::Ladder if latest_differ(told) => Verdict::Update,
        _ if told.iter().all(|t| t.fact.words == first.fact.words) => Verdict::Agree,
        _ => Verdict::Compatible,
    };
    let finding = FindingBuilder::new(&super::facts::META, row.kind, verdict, SURE)
        .question(question(row, told))
        .explanation(explanation(story, row, verdict, told, opposed));
    Some(finding.positions(positions(story, row, told)))
}

type Pair<'t, 'c> = (&'t Told<'c>, &'t Told<'c>);

/// Two answers of two articles that exclude each other, where nothing else the two articles say makes peace.
fn opposed<'t, 'c>(story: &Story<'_>, row: &Attribute, told: &'t [Told<'c>]) -> Option<Pair<'t, 'c>> {
    let articles: BTreeSet<u32> = told.iter().map(|t| t.claim.article).collect();
    let of = |article: u32| told.iter().filter(|t| t.claim.article == article).collect::<Vec<_>>();
    let single = |a: &Vec<&Told<'_>>| !row.single || is_single(story, row, a);
    let answers: Vec<Vec<&Told<'c>>> = articles.into_iter().map(of).filter(single).collect();
    answers.iter().enumerate().find_map(|(n, a)| {
        answers.iter().skip(n + 1).find_map(|b| {
            let apart = |x: &Told<'_>, y: &Told<'_>| excludes(story, row, x, y);
            let mut pairs = a.iter().flat_map(|x| b.iter().map(move |y| (*x, *y)));
            if row.lower.is_empty() && row.rivals().is_empty() {
                let all = a.iter().all(|x| b.iter().all(|y| apart(x, y)));
                return pairs.next().filter(|_| all);
            }
            // Somebody has many offices and charges: neither article may give the other's.
            let gives = |all: &[&Told<'_>], other: &Told<'_>| {
                all.iter()
                    .any(|t| t.fact.words.iter().any(|w| other.fact.words.contains(w)) && !apart(t, other))
            };
            pairs.find(|(x, y)| apart(x, y) && !gives(a, y) && !gives(b, x))
        })
    })
}

/// Does an article give one value only?
fn is_single(story: &Story<'_>, row: &Attribute, answers: &[&Told<'_>]) -> bool {
    let one = |t: &&Told<'_>| row.filler != Filler::Value || t.fact.words.len() == 1;
    let apart = |a: &&Told<'_>| answers.iter().any(|b| excludes(story, row, a, b));
    answers.iter().all(one) && !answers.iter().any(apart)
}

/// Can two answers not both be true?
fn excludes(story: &Story<'_>, row: &Attribute, a: &Told<'_>, b: &Told<'_>) -> bool {
    let (x, y) = (&a.fact.words, &b.fact.words);
    match row.filler {
        Filler::Value if row.rivals().is_empty() => !x.iter().any(|v| y.iter().any(|w| !row.excludes(v, w))),
        Filler::Value => x.iter().any(|v| y.iter().any(|w| row.excludes(v, w))),
        Filler::Place => towns_apart(words(story, a), words(story, b)),
        Filler::Named => names_apart(row, a, b),
        Filler::Person => x != y,
        Filler::Title if row.values().is_empty() => lowered(row, x, y) || lowered(row, y, x),
        Filler::Title => !x.iter().any(|v| y.iter().any(|w| !row.excludes(v, w))),
    }
}

/// Is one title the other's words with "assistant" or the like among them?
fn lowered<W: AsRef<str> + PartialEq>(row: &Attribute, low: &[W], high: &[W]) -> bool {
    let lower = |w: &&W| row.lower.iter().any(|l| l == w.as_ref());
    let rest: Vec<&W> = low.iter().filter(|w| !lower(w)).collect();
    rest.len() + 1 == low.len() && high.len() > 1 && high.iter().eq(rest)
}

/// The town of a place, if it is one: no county, state, region or street.
fn town(place: &str) -> Option<&str> {
    let town = place.split(',').next().unwrap_or_default().trim();
    let wide = |w: &str| english::attributes::class_words("wide").any(|x| w.eq_ignore_ascii_case(x));
    (!town.is_empty() && english::places(town).is_empty() && !town.split_whitespace().any(wide))
        .then_some(town)
}

/// Are two places different towns? One that everybody knows takes in quarters and suburbs that few know.
fn towns_apart(a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (town(a), town(b)) else { return false };
    let shared = x.split_whitespace().any(|w| y.split_whitespace().any(|v| alike(w, v)));
    !shared && english::is_city(x) == english::is_city(y)
}

/// Are two words one, but for a slip?
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a == b || a.len() > 4 && b.len() > 4 && strsim::osa_distance(&a, &b) < 2
}

/// Are two names with one ending two? The words that only say what it is are nothing to go by. With different endings
/// they are two where all else is one ("Salem High School", "Salem Middle School").
fn names_apart(row: &Attribute, a: &Told<'_>, b: &Told<'_>) -> bool {
    let plain = |w: &&str| {
        let ends = row.endings.iter().any(|e| e.split(' ').any(|e| e == *w));
        !ends && !row.plain.iter().any(|p| p == w)
    };
    let own = |t: &Told<'_>| -> Vec<String> {
        t.fact.words.iter().map(|w| w.as_str()).filter(plain).map(str::to_owned).collect()
    };
    let kind = |t: &Told<'_>| {
        row.endings.iter().find_map(|e| {
            let first = e.split(' ').next()?;
            t.fact.words.iter().any(|w| w == first).then_some(first)
        })
    };
    let (x, y) = (own(a), own(b));
    let shared = x.iter().any(|w| y.iter().any(|v| alike(w, v)));
    let known = !x.is_empty() && !y.is_empty();
    if kind(a) == kind(b) { known && !shared } else { known && x == y }
}

/// Do the articles differ in the last stage that they tell?
fn latest_differ(told: &[Told<'_>]) -> bool {
    let last = |article: u32| told.iter().filter(|t| t.claim.article == article).map(|t| t.fact.level).max();
    told.iter().any(|t| told.first().is_some_and(|f| last(f.claim.article) != last(t.claim.article)))
}

/// The question, asked by name where any outlet gives one.
fn question(row: &Attribute, told: &[Told<'_>]) -> String {
    let named = |w: &str| w.contains(' ') && w.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let subjects = || told.iter().map(|t| &t.claim.subject);
    let by_name = subjects()
        .find(|s| named(&s.words))
        .or_else(|| subjects().find(|s| s.words.starts_with(char::is_uppercase)));
    let holder = match (by_name, row.holder) {
        (_, Holder::Event) => String::new(),
        (Some(subject), Holder::Person | Holder::Body) => subject.words.clone(),
        (Some(subject), Holder::Thing) => format!("the {}", subject.words),
        (None, _) => {
            let noun = subjects()
                .find(|s| !s.head.is_empty() && !english::attributes::is_in_class(&s.head, "pronoun"))
                .map(|s| s.head.as_str());
            format!("the {}", noun.unwrap_or(if row.holder == Holder::Person { "person" } else { "company" }))
        }
    };
    let detail = told.first().map_or("", |t| t.fact.detail.as_str());
    row.question.replace("{holder}", &holder).replace("{detail}", detail)
}

fn explanation(
    story: &Story<'_>,
    row: &Attribute,
    verdict: Verdict,
    told: &[Told<'_>],
    opposed: Option<Pair<'_, '_>>,
) -> String {
    let Some(first) = told.first() else { return String::new() };
    let other =
        told.iter().find(|t| t.claim.article != first.claim.article && t.fact.words != first.fact.words);
    let (a, b) = opposed.unwrap_or((first, other.unwrap_or(first)));
    let reason = match verdict {
        Verdict::Agree => return "all tell the same".to_owned(),
        Verdict::Conflict => row.reason.as_str(),
        Verdict::Update => "one tells a later stage than the other",
        _ => "both can be true",
    };
    format!("{}, {}: {reason}", says(story, a, &value(story, row, a)), says(story, b, &value(story, row, b)))
}

/// The words of an answer; of a ladder the name of the stage.
fn value(story: &Story<'_>, row: &Attribute, told: &Told<'_>) -> String {
    match row.compare {
        Compare::Ladder => row.value(told.fact.level).to_owned(),
        _ => words(story, told).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Claims that say the same together, in order of their first.
fn positions(story: &Story<'_>, row: &Attribute, told: &[Told<'_>]) -> Vec<Position> {
    let mut groups: Vec<(&Told<'_>, Position)> = Vec::new();
    for t in told {
        match groups.iter_mut().find(|(f, _)| f.fact.words == t.fact.words) {
            Some((_, position)) => position.claims.push(t.id),
            None => groups.push((t, Position { value: value(story, row, t), claims: vec![t.id] })),
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}
