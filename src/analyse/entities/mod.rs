//! Tagged document → its entities: the names, gathered by bearer, then the nouns and pronouns that stand for them.
//!
//! It tells who a claim is about and which spellings one article has for one name. Precision goes first: a pronoun or
//! noun without a clear antecedent is left alone.

mod chains;
mod clusters;
mod coreference;
mod evidence;
mod features;
mod gazetteer;
mod names;
mod nouns;
mod phrases;
mod typer;
mod view;
mod weights;

use std::ops::Range;

use crate::model::{Document, Entity};
pub use chains::{Asked, Choice};
pub use coreference::choose;
pub use features::FEATURES;
pub use nouns::{Nouns, SORTS, Sort, inputs as noun_inputs};
pub use phrases::CLASSES;
pub use typer::{KINDS, Scores, Typer};
use view::View;
pub use weights::Weights;

/// The entities of a tagged document: those with a name in order of their first mention by it, and those without.
pub(super) fn entities(document: &Document<'_>) -> (Vec<Entity>, Vec<Entity>) {
    coreference(document, &weights::embedded().nouns, &mut coreference::judge)
}

/// The entities of a tagged document with and without a name, where `judge` chooses the antecedents.
#[doc(hidden)]
pub fn coreference(
    document: &Document<'_>,
    nouns: &Nouns,
    judge: &mut dyn FnMut(&Asked<'_>) -> Choice,
) -> (Vec<Entity>, Vec<Entity>) {
    let views: Vec<View<'_, '_>> = document.sentences.iter().map(|s| View::new(document, s)).collect();
    let mut entities = clusters::cluster(&views);
    let unnamed = coreference::resolve(document, &views, &mut entities, nouns, judge);
    for entity in &mut entities {
        entity.mentions.sort_by_key(|m| (m.sentence, m.start));
    }
    (entities, unnamed)
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
