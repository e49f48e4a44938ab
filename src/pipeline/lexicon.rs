//! A desk's own words: mentions and claims in, the same in the words that the stages know out.
//!
//! The embedded lexicon is read in place and the same for everybody; what a desk adds is therefore put into the claims
//! before they are linked, and no stage has to know of it. Spans stay as they are: what is shown is the article's.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::model::{Article, Claim, Mention, MentionKind, Quantity, Token, Unit, Value};
use crate::{analyse, normalise};

/// Words that the embedded lexicon lacks.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Each word of one meaning with the word it is read as (lemmas in lower case).
    synonyms: BTreeMap<SmolStr, SmolStr>,
    /// Each name in lower case with the name it stands for.
    aliases: BTreeMap<String, SmolStr>,
    /// Words of a unit in lower case, longest first, with the unit.
    units: Vec<(String, Unit)>,
}

impl Lexicon {
    /// Words that mean the same: lemmas, the first of which stands for all.
    pub fn add_synonyms(&mut self, words: &[String]) {
        let Some(first) = words.first() else { return };
        let lower = |w: &str| SmolStr::from(w.to_lowercase());
        self.synonyms.extend(words.iter().skip(1).map(|w| (lower(w), lower(first))));
    }

    /// Another name of what is called `name`.
    pub fn add_alias(&mut self, name: &str, alias: &str) {
        self.aliases.insert(alias.to_lowercase(), name.into());
    }

    /// A unit by its words ("acre-foot", "acre-feet") and what one of it is in known units ("1233.48 cubic meters").
    ///
    /// # Errors
    /// When `equals` is not an exact number of a known unit of measure.
    pub fn add_unit(&mut self, name: &str, words: &[String], equals: &str) -> Result<(), String> {
        let unit = defined(name, equals).ok_or_else(|| {
            format!("`{equals}` is no number of a unit that gainsay knows, such as `1233.48 cubic meters`")
        })?;
        let all = words.iter().map(|w| w.to_lowercase()).chain([name.to_lowercase(), format!("{name}s")]);
        self.units.extend(all.map(|w| (w, unit.clone())));
        self.units.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Ok(())
    }

    /// Gives bare numbers the desk's units that stand right behind them.
    pub(super) fn units(&self, text: &str, tokens: &[Token], mentions: &mut [Mention]) {
        if self.units.is_empty() {
            return;
        }
        let starts: Vec<u32> = mentions.iter().skip(1).map(|m| m.start).chain([u32::MAX]).collect();
        for (mention, next) in mentions.iter_mut().zip(starts) {
            let Value::Quantity(quantity) = &mut mention.value else { continue };
            let Some((end, unit)) = self.unit_at(text, mention.end).filter(|(end, _)| *end <= next) else {
                continue;
            };
            let Some(last) = tokens.iter().position(|t| t.end >= end) else { continue };
            if quantity.unit == Unit::None && mention.kind == MentionKind::Number {
                quantity.unit = unit.clone();
                mention.kind = MentionKind::Measure;
                mention.end = end;
                mention.tokens.end = u32::try_from(last + 1).unwrap_or(mention.tokens.end);
            }
        }
    }

    /// The unit whose words begin behind a place, with their end.
    fn unit_at(&self, text: &str, at: u32) -> Option<(u32, &Unit)> {
        let rest = text.get(at as usize..)?;
        let words = rest.strip_prefix([' ', '-', '\u{a0}'])?;
        let gap = rest.len() - words.len();
        self.units.iter().find_map(|(name, unit)| {
            let found = words.get(..name.len())?;
            let ends = words.get(name.len()..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
            let end = u32::try_from(gap + name.len()).ok()?.checked_add(at)?;
            (ends && found.to_lowercase() == *name).then_some((end, unit))
        })
    }

    /// Puts the words that stand for others in their place.
    pub(super) fn apply(&self, claim: &mut Claim) {
        if !self.synonyms.is_empty() {
            self.meaning(&mut claim.subject.head);
            claim.subject.modifiers.iter_mut().for_each(|w| self.meaning(w));
            claim.predicate.iter_mut().for_each(|p| self.meaning(&mut p.lemma));
            claim.context.iter_mut().filter(|w| !w.name).for_each(|w| self.meaning(&mut w.lemma));
        }
        if !self.aliases.is_empty() {
            claim.source.iter_mut().for_each(|s| self.name(&mut s.words));
            claim.arguments.iter_mut().for_each(|a| self.name(&mut a.words));
            if let Value::Words(words) = &mut claim.value {
                self.name(words);
            }
        }
    }

    fn meaning(&self, word: &mut SmolStr) {
        if let Some(other) = self.synonyms.get(word.to_lowercase().as_str()) {
            word.clone_from(other);
        }
    }

    /// Keeps the writing of the place: a name in normal form is in lower case.
    fn name(&self, words: &mut SmolStr) {
        let lower = words.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        if let Some(name) = self.aliases.get(&lower).or_else(|| self.aliases.get(bare)) {
            *words = if lower == *words { name.to_lowercase().into() } else { name.clone() };
        }
    }
}

/// The unit of which one is so much of a known one.
fn defined(name: &str, equals: &str) -> Option<Unit> {
    let article = Article { text: equals.to_owned(), ..Article::default() };
    let document = analyse::segment(&article, 0);
    let mentions = normalise::mentions(equals, &document.tokens, None);
    let [Mention { value: Value::Quantity(quantity), start: 0, end, .. }] = mentions.as_slice() else {
        return None;
    };
    let Quantity { nominal: Some(times), unit: Unit::Measure { dimension, factor, offset, .. }, .. } =
        quantity
    else {
        return None;
    };
    let plain = *end as usize == equals.len() && *offset == Decimal::ZERO && *times > Decimal::ZERO;
    let factor = factor.checked_mul(*times)?;
    plain.then(|| Unit::Measure { name: name.into(), dimension: dimension.clone(), factor, offset: *offset })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add_unit("acre-foot", &["acre-feet".to_owned()], "1233.48 cubic meters").unwrap();
        lexicon.add_unit("hogshead", &[], "238.5 liters").unwrap();
        lexicon.add_alias("Maritime Agency", "MCA");
        lexicon
    }

    /// The words and the unit's name of the first mention of a sentence.
    fn check(text: &str, words: &str, unit: Option<&str>) {
        let article = Article { text: text.to_owned(), ..Article::default() };
        let document = analyse::segment(&article, 0);
        let mut mentions = normalise::mentions(text, &document.tokens, None);
        lexicon().units(text, &document.tokens, &mut mentions);
        let first = &mentions[0];
        let name = match &first.value {
            Value::Quantity(Quantity { unit: Unit::Measure { name, .. }, .. }) => Some(name.as_str()),
            _ => None,
        };
        assert_eq!((&text[first.start as usize..first.end as usize], name), (words, unit), "{text}");
        let last = &document.tokens[first.tokens.end as usize - 1];
        assert_eq!(last.end, first.end, "{text}");
    }

    #[test]
    fn units_stand_right_behind_a_bare_number() {
        check("It holds 300 acre-feet of water.", "300 acre-feet", Some("acre-foot"));
        check("It holds about 300 Acre-Feet.", "about 300 Acre-Feet", Some("acre-foot"));
        check("It holds 300 large acre-feet.", "300", None);
        check("It holds 300 hogsheads.", "300 hogsheads", Some("hogshead"));
        check("It holds 300 hogsheadlike things.", "300", None);
        check("It weighs 300 tons in acre-feet.", "300 tons", Some("ton"));
    }

    #[test]
    fn what_a_unit_equals_must_be_known_and_exact() {
        for (equals, right) in [
            ("1233.48 cubic meters", true),
            ("3 miles", true),
            ("very much", false),
            ("12", false),
            ("3 dollars", false),
            ("3 miles and more", false),
            ("20 degrees Celsius", false),
        ] {
            assert_eq!(Lexicon::default().add_unit("x", &[], equals).is_ok(), right, "{equals}");
        }
    }

    #[test]
    fn aliases_keep_the_writing_of_their_place() {
        for (words, expected) in [
            ("the MCA", "Maritime Agency"),
            ("mca", "maritime agency"),
            ("MCA spokesman", "MCA spokesman"),
            ("the agency", "the agency"),
        ] {
            let mut name = SmolStr::from(words);
            lexicon().name(&mut name);
            assert_eq!(name, expected, "{words}");
        }
    }
}
