//! Article → Document: paragraphs, sentences, quotations and tokens; then tags, lemmas and heads.

mod lemma;
mod segment;
mod table;
mod tagger;
mod words;

pub use segment::segment;

use crate::model::Document;

/// The trained models, for those who train and measure them.
#[doc(hidden)]
pub mod models {
    pub use super::lemma::{LONGEST_ENDING, Lemmatiser, base_form, endings, key as lemma_key};
    pub use super::table::{Table, fingerprint, slot_of};
    pub use super::tagger::{Context, Label, Lexicon, MAX_LABELS, OUTSIDE, Tagger};
    pub use super::words::{Word, hash, mix};
}

/// Adds tags and lemmas to every token, and heads and relations to the sentences that `wanted` picks by index.
pub fn annotate(document: &mut Document<'_>, _wanted: impl Fn(usize) -> bool) {
    tag(document);
}

/// Adds tags and lemmas to every token.
fn tag(document: &mut Document<'_>) {
    let tagger = tagger::Tagger::embedded();
    let lemmatiser = lemma::Lemmatiser::embedded();
    let mut context = tagger::Context::default();
    let Document { article, tokens, sentences, .. } = document;
    for sentence in sentences {
        let text = article.field(sentence.field);
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let Some(tokens) = tokens.get_mut(range) else { continue };
        let words: Vec<&str> =
            tokens.iter().map(|t| text.get(t.start as usize..t.end as usize).unwrap_or_default()).collect();
        let labels = tagger.tag(&words, &mut context);
        for ((token, word), label) in tokens.iter_mut().zip(words).zip(labels) {
            (token.upos, token.penn) = tagger.tags(label);
            token.lemma = lemmatiser.lemma(word, token.upos, token.penn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{annotate, segment};
    use crate::model::{Article, Field};

    fn article(title: &str, text: &str) -> Article {
        Article {
            id: "a".into(),
            outlet: String::new(),
            title: title.into(),
            published: None,
            updated: None,
            url: None,
            byline: None,
            agency: None,
            language: None,
            text: text.into(),
            path: None,
        }
    }

    /// Penn tags and lemmas of a headline and a text, as `word/TAG/lemma`.
    fn tagged(title: &str, text: &str) -> String {
        let article = article(title, text);
        let mut document = segment(&article, 0);
        annotate(&mut document, |_| true);
        let words = document.sentences.iter().flat_map(|s| {
            let field: Field = s.field;
            document.tokens_of(s).iter().map(move |t| (field, t))
        });
        let words = words.map(|(field, t)| {
            let word = document.slice(field, t.start, t.end);
            format!("{word}/{}/{}", t.penn.as_str(), t.lemma)
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_and_lemmas() {
        let check = |title: &str, text: &str, expected: &str| assert_eq!(tagged(title, text), expected);
        check(
            "",
            "The mayor said three houses were burning .",
            "The/DT/the mayor/NN/mayor said/VBD/say three/CD/three houses/NNS/house were/VBD/be \
             burning/VBG/burn ././.",
        );
        check(
            "Woman Killed After Truck Went Off Bridge",
            "",
            "Woman/NN/woman Killed/VBN/kill After/IN/after Truck/NN/truck Went/VBD/go Off/IN/off Bridge/NN/bridge",
        );
        check(
            "",
            "Officials in Kenya have bought 2,400 tents",
            "Officials/NNS/official in/IN/in Kenya/NNP/Kenya have/VBP/have bought/VBN/buy 2,400/CD/2400 \
             tents/NNS/tent",
        );
    }

    #[test]
    fn twice_the_same() {
        let run = || tagged("Two Held Over Fire", "Police held two men on Monday. They deny it.");
        assert_eq!(run(), run());
    }
}
