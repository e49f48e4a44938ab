//! Article → Document: paragraphs, sentences, quotations and tokens; then tags, lemmas and heads.

mod entities;
mod lemma;
mod parser;
mod segment;
mod table;
mod tagger;
mod words;

pub use segment::segment;

use std::cell::Cell;

use crate::model::{Document, Sentence, Token};

/// The trained models, for those who train and measure them.
#[doc(hidden)]
pub mod models {
    pub use super::entities::{
        Asked, CLASSES, Choice, FEATURES, KINDS, Nouns, SORTS, Scores, Sort, Typer, Weights, choose,
        coreference, name_features, noun_inputs,
    };
    pub use super::lemma::{LONGEST_ENDING, Lemmatiser, base_form, endings, key as lemma_key};
    pub use super::parser::{
        DISTANCES, Head, Input, Known, PROJECT, Parsed, Parser, ROOT, Shape, UPOS, VECTOR_SCALE, affine,
        affine_all, distance, lstm_step, tanh,
    };
    pub use super::table::{Table, fingerprint, slot_of};
    pub use super::tagger::{Context, Label, Lexicon, MAX_LABELS, OUTSIDE, Tagger};
    pub use super::words::{Word, hash, mix};
}

/// The tagger, the lemmatiser and the parser.
struct Models {
    tagger: tagger::Tagger<'static>,
    lemmatiser: lemma::Lemmatiser<'static>,
    parser: &'static parser::Parser<'static>,
}

/// Room for the models' work, with what they know of words seen before: no answer depends on it.
#[derive(Default)]
struct Room {
    context: tagger::Context,
    known: parser::Known,
}

thread_local! {
    static ROOM: Cell<Room> = Cell::default();
}

/// Adds tags and lemmas to every token, heads and relations to the sentences that `wanted` picks by index, and the
/// entities.
pub fn annotate(document: &mut Document<'_>, wanted: impl Fn(usize) -> bool) {
    each_sentence(document, |_| true, wanted);
    let (entities, unnamed) = entities::entities(document);
    document.set_entities(entities, unnamed);
}

/// Adds tags, lemmas, heads and relations to the sentences that `wanted` picks by index, and nothing to the others: for
/// who looks at some sentences by themselves.
pub fn annotate_only(document: &mut Document<'_>, wanted: impl Fn(usize) -> bool) {
    each_sentence(document, wanted, |_| true);
}

fn each_sentence(
    document: &mut Document<'_>,
    tagged: impl Fn(usize) -> bool,
    parsed: impl Fn(usize) -> bool,
) {
    let models = Models {
        tagger: tagger::Tagger::embedded(),
        lemmatiser: lemma::Lemmatiser::embedded(),
        parser: parser::Parser::embedded(),
    };
    let mut room = ROOM.take();
    let Document { article, tokens, sentences, .. } = document;
    let (mut batch, mut words) = (Vec::new(), 0);
    for (number, sentence) in sentences.iter_mut().enumerate().filter(|(number, _)| tagged(*number)) {
        sentence.parsed = parsed(number);
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let text = article.field(sentence.field);
        let word = |t: &Token| text.get(t.start as usize..t.end as usize).unwrap_or_default();
        let forms: Vec<&str> = tokens.get(range).unwrap_or_default().iter().map(word).collect();
        words += forms.len();
        batch.push(models.tag(forms, sentence, &mut room.context));
        if words > BATCH {
            models.annotate(std::mem::take(&mut batch), tokens, &mut room.known);
            words = 0;
        }
    }
    models.annotate(batch, tokens, &mut room.known);
    ROOM.set(room);
}

/// Words that are tagged before they are parsed: enough sentences to go side by side, few enough for any length of text.
const BATCH: usize = 4096;

/// A sentence tagged.
struct Tagged<'t> {
    first: u32,
    words: Vec<&'t str>,
    labels: Vec<tagger::Label>,
    /// As the parser sees it; empty if it is not to see it.
    inputs: Vec<parser::Input<'t>>,
}

impl Models {
    fn tag<'t>(&self, words: Vec<&'t str>, sentence: &Sentence, context: &mut tagger::Context) -> Tagged<'t> {
        let labels = self.tagger.tag(&words, context);
        let inputs = if sentence.parsed { self.tagger.inputs(&labels, &words, context) } else { Vec::new() };
        Tagged { first: sentence.tokens.start, words, labels, inputs }
    }

    /// Parses the sentences and annotates their tokens.
    fn annotate(&self, mut batch: Vec<Tagged<'_>>, tokens: &mut [Token], known: &mut parser::Known) {
        let inputs: Vec<_> = batch.iter_mut().map(|s| std::mem::take(&mut s.inputs)).collect();
        let parsed = self.parser.parse(&inputs, known);
        for (Tagged { first, words, mut labels, .. }, parsed) in batch.into_iter().zip(parsed) {
            let tokens = tokens.get_mut(first as usize..).unwrap_or_default();
            for ((token, label), parsed) in tokens.iter_mut().zip(&mut labels).zip(parsed) {
                token.head = first + parsed.head as u32;
                token.deprel = parsed.relation;
                // The parser saw the whole sentence: it knows better.
                *label = parsed.label;
            }
            for ((token, word), label) in tokens.iter_mut().zip(words).zip(labels) {
                (token.upos, token.penn) = self.tagger.tags(label);
                token.lemma = self.lemmatiser.lemma(word, token.upos, token.penn);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{annotate, annotate_only, segment};
    use crate::model::{Article, Field, Token};

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
            corrections: Vec::new(),
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
        let check = |title: &str, text: &str, expected: &str| {
            let found = tagged(title, text);
            assert!(found.contains(expected), "{found}");
        };
        check(
            "",
            "The mayor said three houses were burning .",
            "The/DT/the mayor/NN/mayor said/VBD/say three/CD/three houses/NNS/house were/VBD/be \
             burning/VBG/burn ././.",
        );
        check(
            "Woman Killed After Truck Went Off Bridge",
            "",
            "Woman/NN/woman Killed/VBN/kill After/IN/after Truck/NN/truck Went/VBD/go",
        );
        check(
            "",
            "Officials in Kenya have bought 2,400 tents",
            "Officials/NNS/official in/IN/in Kenya/NNP/Kenya have/VBP/have bought/VBN/buy 2,400/CD/2400 \
             tents/NNS/tent",
        );
    }

    /// Every word with its relation and its head, as `word relation head`.
    fn parsed(text: &str) -> Vec<String> {
        let article = article("", text);
        let mut document = segment(&article, 0);
        annotate(&mut document, |_| true);
        let word = |t: &Token| document.slice(Field::Text, t.start, t.end);
        let head = |t: &Token| document.tokens.get(t.head as usize).map_or("", word);
        let arcs = document.tokens.iter().map(|t| format!("{} {} {}", word(t), t.deprel.as_str(), head(t)));
        arcs.collect()
    }

    #[test]
    fn heads_and_relations() {
        let check = |text: &str, expected: &[&str]| {
            let arcs = parsed(text);
            for arc in expected {
                assert!(arcs.iter().any(|a| a == arc), "{text}: no {arc} in {arcs:?}");
            }
        };
        check(
            "The mayor closed two schools on Friday.",
            &[
                "mayor nsubj closed",
                "closed root closed",
                "two nummod schools",
                "schools obj closed",
                "Friday obl closed",
                "on case Friday",
            ],
        );
        check(
            "It rained. Three men were not charged by the police.",
            &[
                "rained root rained",
                "men nsubj:pass charged",
                "not advmod charged",
                "police obl:agent charged",
            ],
        );
    }

    #[test]
    fn only_wanted_sentences_are_parsed() {
        let article = article("", "It rained. It snowed.");
        let mut document = segment(&article, 0);
        annotate(&mut document, |number| number == 1);
        let parsed: Vec<bool> = document.sentences.iter().map(|s| s.parsed).collect();
        assert_eq!(parsed, [false, true]);
        let roots = document.tokens.iter().filter(|t| t.deprel == crate::model::DepRel::Root);
        assert_eq!(roots.map(|t| t.lemma.as_str()).collect::<Vec<_>>(), ["snow"]);
    }

    #[test]
    fn the_others_are_left_alone() {
        let article = article("", "It rained. Two men left. It snowed.");
        let (mut some, mut all) = (segment(&article, 0), segment(&article, 0));
        annotate_only(&mut some, |number| number == 1);
        annotate(&mut all, |_| true);
        assert_eq!(some.tokens_of(&some.sentences[1]), all.tokens_of(&all.sentences[1]));
        assert_eq!(some.sentences.iter().map(|s| s.parsed).collect::<Vec<_>>(), [false, true, false]);
        assert!(some.tokens_of(&some.sentences[2]).iter().all(|t| t.lemma.is_empty()));
    }

    #[test]
    fn twice_the_same() {
        let run = || tagged("Two Held Over Fire", "Police held two men on Monday. They deny it.");
        assert_eq!(run(), run());
    }
}
