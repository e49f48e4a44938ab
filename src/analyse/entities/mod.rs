//! Tagged document → its entities: the names, gathered by bearer, then the nouns and pronouns that stand for them.
//!
//! It tells who a claim is about and which spellings one article has for one name. Precision goes first: a pronoun or
//! noun without a clear antecedent is left alone.

mod anaphora;
mod clusters;
mod evidence;
mod gazetteer;
mod names;
mod typer;
mod view;

use std::ops::Range;

use crate::model::{Document, Entity};
pub use typer::{KINDS, Scores, Typer};
use view::View;

/// The entities of a tagged document, in order of their first mention by name.
pub(super) fn entities(document: &Document<'_>) -> Vec<Entity> {
    let views: Vec<View<'_, '_>> = document.sentences.iter().map(|s| View::new(document, s)).collect();
    let mut entities = clusters::cluster(&views);
    anaphora::resolve(document, &views, &mut entities);
    for entity in &mut entities {
        entity.mentions.sort_by_key(|m| (m.sentence, m.start));
    }
    entities
}

/// The names of a tagged document in prose, bytes of the text and features: what the kinds of names are learned from.
#[doc(hidden)]
#[must_use]
pub fn name_features(document: &Document<'_>) -> Vec<(Range<usize>, Vec<u64>)> {
    let views = document.sentences.iter().map(|s| View::new(document, s)).filter(|v| !v.title_case);
    let of = |view: &View<'_, '_>| {
        let name = |name: names::Name| {
            let features = typer::features(view, &name, &evidence::evidence(view, &name));
            let (first, last) = (view.token(name.tokens.start)?, view.token(name.tokens.end - 1)?);
            Some((first.start as usize..last.end as usize, features))
        };
        names::names(view).into_iter().filter_map(name).collect::<Vec<_>>()
    };
    views.flat_map(|view| of(&view)).collect()
}

#[cfg(test)]
mod tests;
