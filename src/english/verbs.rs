//! Forms of verbs that no rule of spelling makes: a past tense or participle in, its verb out ("shot", "shoot").
//!
//! data/en/irregular-verbs.tsv; a treebank of a few hundred thousand words does not hold them all.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{lower, rows};

static VERBS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let verbs = rows(include_str!("../../data/en/irregular-verbs.tsv"));
    verbs.flat_map(|([verb], forms)| forms.map(move |form| (form, verb))).collect()
});

/// The verb that a form in the past belongs to, where it is irregular.
#[must_use]
pub fn irregular_verb(form: &str) -> Option<&'static str> {
    VERBS.get(&*lower(form)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular() {
        for (form, verb) in
            [("shot", Some("shoot")), ("Fled", Some("flee")), ("underwent", Some("undergo")), ("fired", None)]
        {
            assert_eq!(irregular_verb(form), verb, "{form}");
        }
    }
}
