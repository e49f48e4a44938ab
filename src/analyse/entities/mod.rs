//! Tagged document → its entities: the names, gathered by bearer, then the nouns and pronouns that stand for them.
//!
//! It tells who a claim is about and which spellings one article has for one name. Precision goes first: a pronoun or
//! noun without a clear antecedent is left alone.

mod anaphora;
mod clusters;
mod evidence;
mod gazetteer;
mod names;
mod view;

use crate::model::{Document, Entity};
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

#[cfg(test)]
mod tests;
