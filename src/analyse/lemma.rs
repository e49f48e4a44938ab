//! Word and tags → dictionary form: tables of irregular words, then the rule of the longest known ending.
//!
//! A rule is learnt from few words: where it makes no word of the lexicon ("aired", "aire") and the plain spelling of
//! another ending does ("air"), that is taken.

use smol_str::SmolStr;

use super::table::{Table, section};
use super::words::{hash, mix};
use crate::english::{Word, irregular_verb};
use crate::model::{Penn, Upos};

/// The longest ending (in characters) that a rule may look at.
pub const LONGEST_ENDING: usize = 6;

/// A trained lemmatiser, lying in the bytes of its file.
#[derive(Debug, Clone, Copy)]
pub struct Lemmatiser<'m> {
    /// Form in lower case and Penn tag → lemma.
    irregular: Table<'m>,
    /// Ending and Penn tag → number of bytes to cut, then the bytes to add.
    rules: Table<'m>,
}

/// The key of a form or ending with its tag.
#[must_use]
pub fn key(text: &str, penn: Penn) -> u64 {
    mix(hash(text.as_bytes()), penn as u64)
}

/// The form that a lemma is made from: names keep their case, digits lose the commas between them.
#[must_use]
pub fn base_form(word: &str, upos: Upos) -> String {
    let plain = word.replace('\u{2019}', "'");
    match upos {
        Upos::Propn => plain,
        Upos::Num if plain.starts_with(|c: char| c.is_ascii_digit()) => plain.replace(',', "").to_lowercase(),
        _ => plain.to_lowercase(),
    }
}

impl<'m> Lemmatiser<'m> {
    /// The lemmatiser in the bytes of its file.
    #[must_use]
    pub fn new(file: &'m [u8]) -> Self {
        Lemmatiser { irregular: Table::new(section(file, 0)), rules: Table::new(section(file, 1)) }
    }

    /// The lemmatiser that is embedded in the program.
    #[must_use]
    pub fn embedded() -> Lemmatiser<'static> {
        Lemmatiser::new(include_bytes!("../../models/lemma.bin"))
    }

    /// The dictionary form of a word.
    #[must_use]
    pub fn lemma(&self, word: &str, upos: Upos, penn: Penn) -> SmolStr {
        let form = base_form(word, upos);
        if matches!(penn, Penn::Vbd | Penn::Vbn)
            && let Some(verb) = irregular_verb(&form)
        {
            return SmolStr::new_static(verb);
        }
        if upos != Upos::Propn
            && let Some(lemma) = self.irregular.get(key(&form, penn))
        {
            return SmolStr::new(std::str::from_utf8(lemma).unwrap_or(&form));
        }
        let cut = self.by_rule(&form, penn);
        let lemma = cut.unwrap_or_else(|| SmolStr::new(&form));
        if Word::find(&lemma).is_some() { lemma } else { known(&form, penn).unwrap_or(lemma) }
    }

    /// What the rule of the longest known ending makes of a form.
    fn by_rule(&self, form: &str, penn: Penn) -> Option<SmolStr> {
        let rule = endings(form).find_map(|ending| self.rules.get(key(ending, penn)))?;
        let (cut, add) = rule.split_first()?;
        let stem = form.get(..form.len().checked_sub(*cut as usize)?)?;
        let add = std::str::from_utf8(add).ok()?;
        (!stem.is_empty() || !add.is_empty()).then(|| SmolStr::from_iter([stem, add]))
    }
}

/// The word of the lexicon that a regular ending makes the form of.
fn known(form: &str, penn: Penn) -> Option<SmolStr> {
    let endings: &[(&str, &[&str])] = match penn {
        Penn::Vbd | Penn::Vbn => &[("ied", &["y", "ie"]), ("ed", &["", "e"])],
        Penn::Vbg => &[("ying", &["y", "ie"]), ("ing", &["", "e"])],
        Penn::Vbz | Penn::Nns => &[("ies", &["y", "ie"]), ("es", &["", "e"]), ("s", &[""])],
        _ => return None,
    };
    let stems = endings.iter().filter_map(|(end, adds)| Some((form.strip_suffix(end)?, *adds)));
    let mut words = stems.flat_map(|(stem, adds)| {
        let twice = stem.strip_suffix(|c: char| stem.chars().rev().nth(1) == Some(c));
        let plain = adds.iter().map(move |add| SmolStr::from_iter([stem, add]));
        plain.chain(twice.map(SmolStr::new))
    });
    words.find(|word| Word::find(word).is_some())
}

/// The endings of a form, longest first, down to the empty one.
pub fn endings(form: &str) -> impl Iterator<Item = &str> {
    let chars = form.chars().count();
    let places = form.char_indices().map(|(i, _)| i).chain([form.len()]);
    places.skip(chars.saturating_sub(LONGEST_ENDING)).filter_map(|i| form.get(i..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_and_nouns() {
        let lemmas = Lemmatiser::embedded();
        for (word, upos, penn, lemma) in [
            ("shot", Upos::Verb, Penn::Vbd, "shoot"),
            ("fled", Upos::Verb, Penn::Vbd, "flee"),
            ("underwent", Upos::Verb, Penn::Vbd, "undergo"),
            ("aired", Upos::Verb, Penn::Vbd, "air"),
            ("tied", Upos::Verb, Penn::Vbd, "tie"),
            ("disputed", Upos::Verb, Penn::Vbd, "dispute"),
            ("stopped", Upos::Verb, Penn::Vbn, "stop"),
            ("caucuses", Upos::Noun, Penn::Nns, "caucus"),
            ("shot", Upos::Noun, Penn::Nn, "shot"),
            ("wound", Upos::Noun, Penn::Nn, "wound"),
            ("Trumped", Upos::Propn, Penn::Nnp, "Trumped"),
            ("blorped", Upos::Verb, Penn::Vbd, "blorp"),
        ] {
            assert_eq!(lemmas.lemma(word, upos, penn), lemma, "{word}");
        }
    }
}
