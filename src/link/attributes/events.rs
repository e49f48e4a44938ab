//! Articles → which of them tell of one event: those that share enough names.

use std::collections::BTreeSet;

use crate::english;
use crate::model::Claim;

/// Fewest names that two articles of one event share.
const SHARED: usize = 2;
/// And how many of the names of the article with fewer that is at least: one in so many.
const SHARE: usize = 4;
/// Most events that an article is compared with.
const EVENTS: usize = 64;

/// The event of each article, by the number of its first article.
pub(super) fn of(claims: &[Claim]) -> Vec<u32> {
    let count = claims.iter().map(|c| c.article as usize + 1).max().unwrap_or_default();
    let mut names: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); count];
    for claim in claims {
        let Some(own) = names.get_mut(claim.article as usize) else { continue };
        let told = claim.context.iter().filter(|w| w.name).map(|w| w.lemma.as_str());
        own.extend(told.filter(|w| is_telling(w)));
    }
    let mut events: Vec<(u32, BTreeSet<&str>)> = Vec::new();
    let mut of = Vec::with_capacity(count);
    for (article, names) in (0u32..).zip(names) {
        let shares = |(_, known): &&mut (u32, BTreeSet<&str>)| {
            let shared = names.intersection(known).count();
            shared >= SHARED && shared * SHARE >= names.len().min(known.len())
        };
        match events.iter_mut().take(EVENTS).find(shares) {
            Some((event, known)) => {
                of.push(*event);
                known.extend(names);
            }
            None => {
                of.push(article);
                events.push((article, names));
            }
        }
    }
    of
}

/// Returns whether a name says which event it is: no month, country, or word that stands in many names.
fn is_telling(name: &str) -> bool {
    let common = english::attributes::class_words("common in names").any(|w| w == name);
    !common
        && !english::is_day_or_month(name)
        && english::places(name).is_empty()
        && english::first_name(name).is_none()
}
