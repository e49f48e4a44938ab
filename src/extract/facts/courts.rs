//! "a Salem jury", "a hearing in Salem" → claims of the town in which somebody's case is heard.

use std::ops::Range;

use super::view::View;
use super::{Found, who};
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, Kind, Matter};

const COURTS: &[&str] =
    &["jury", "judge", "court", "courtroom", "courthouse", "hearing", "trial", "sentencing", "arraignment"];
/// Courts that sit elsewhere than the one that tries a case, and who hears it before.
const OTHERS: &[&str] =
    &["grand", "supreme", "appeals", "appeal", "appellate", "circuit", "federal", "u.s.", "immigration"];
/// Words of names that are no town's.
const WIDE: &[&str] =
    &["county", "court", "district", "state", "superior", "parish", "house", "senate", "police"];

/// Appends the claims of the towns of courts of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for at in view.tokens().filter(|&i| COURTS.contains(&view.lemma(i).as_str()) && !view.is_name(i)) {
            let Some(town) = town(&view, at) else { continue };
            // The case is that of who is named beside it.
            let mut told: Vec<&str> = Vec::new();
            for (entity, _) in who::named(&view) {
                if !told.contains(&entity.name.as_str()) {
                    told.push(&entity.name);
                    let words = town.clone().map(|i| view.lemma(i)).collect();
                    let found =
                        Found::new(Kind::Place, Matter::Court, town.clone(), words, who::person(entity));
                    claims.extend(found.claim(&view));
                }
            }
        }
    }
}

/// The town before or behind the word for a court.
fn town(view: &View<'_, '_>, at: u32) -> Option<Range<u32>> {
    let other = |i: u32| view.is_any(i, OTHERS);
    if (at.saturating_sub(3)..at).any(other) {
        return None;
    }
    let town = if view.word(at + 1) == "in" && view.is_name(at + 2) {
        let end = (at + 2..at + 6).take_while(|&i| view.is_name(i)).last()? + 1;
        at + 2..end
    } else {
        let start = (view.tokens().start.max(at.saturating_sub(4))..at)
            .rev()
            .take_while(|&i| view.is_name(i))
            .last()?;
        let article = start.checked_sub(1).is_some_and(|i| view.is_any(i, &["a", "an", "the"]));
        Some(start..at).filter(|_| article)?
    };
    let words: Vec<&str> = town.clone().map(|i| view.word(i)).collect();
    let wide = words.iter().any(|w| WIDE.contains(&w.to_lowercase().as_str()));
    let person = town
        .clone()
        .any(|i| view.document.named_at(i).is_some_and(|e| e.kind == crate::model::EntityKind::Person));
    (!wide && !person && english::places(&words.join(" ")).is_empty()).then_some(town)
}
