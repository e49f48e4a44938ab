//! Sentences → claims of what is asked of everybody and everything alike: office, home, plea, wound, cause, and the other
//! rows of data/en/attributes.toml.
//!
//! A phrase of the table is looked for at every token. It either is the value itself ("pleaded guilty") or a trigger
//! beside which the value stands ("born | in Leeds"). What is denied, planned or only possible tells nothing, and a row
//! with several triggers is told once for one value.

mod filler;
mod holder;
mod title;

use std::ops::Range;

use smol_str::SmolStr;

use super::Input;
use super::facts::Found;
use super::facts::view::View;
use crate::english::attributes::{
    self as table, Attribute, Detail, Holder, Of, Phrase, PhraseWord, Tells, Trigger, attribute_phrases,
};
use crate::model::{Claim, DepRel, Fact, Matter, Modality, Subject, Upos};

/// How far before a phrase a negator may stand.
const REACH: u32 = 4;
/// Most words of a name between the words of a phrase.
const NAME: u32 = 4;
/// Most tokens between a trigger and the figure beside it.
const FIGURE: u32 = 6;

/// Appends the claims of every attribute of an article.
pub(super) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        let lemmas: Vec<SmolStr> = view.tokens().map(|i| view.lemma(i)).collect();
        let sentence = Sentence { view: &view, lemmas: &lemmas };
        let first = claims.len();
        for at in view.tokens() {
            sentence.told_at(at, claims);
        }
        title::extract(&view, claims);
        once(claims, first);
    }
}

/// Leaves one of several claims of a sentence that tell one value of one holder in overlapping words.
fn once(claims: &mut Vec<Claim>, first: usize) {
    let mut at = first;
    while at < claims.len() {
        let (before, rest) = claims.split_at(at);
        let known = rest.first().is_some_and(|claim| {
            before.iter().skip(first).any(|c| {
                c.value == claim.value
                    && c.subject.words == claim.subject.words
                    && c.span.start < claim.span.end
            })
        });
        if known {
            claims.remove(at);
        } else {
            at += 1;
        }
    }
}

/// A sentence with the lemmas of its tokens.
struct Sentence<'s, 'd, 'a> {
    view: &'s View<'d, 'a>,
    lemmas: &'s [SmolStr],
}

/// Where a value stands, and which it is.
struct Answer {
    tokens: Range<u32>,
    words: Vec<SmolStr>,
    /// The number of a value of a ladder.
    level: u8,
    detail: SmolStr,
}

impl Sentence<'_, '_, '_> {
    /// Appends what the phrases that begin at a token tell: of one attribute only the longest that fits.
    fn told_at(&self, at: u32, claims: &mut Vec<Claim>) {
        let (Some(lemma), word) = (self.lemma(at), self.view.word(at).to_lowercase()) else { return };
        let by_lemma = attribute_phrases(lemma);
        let by_word = if word == lemma { &[] } else { attribute_phrases(&word) };
        let mut told: Vec<&str> = Vec::new();
        for phrase in by_lemma.iter().chain(by_word) {
            if told.contains(&phrase.attribute.name.as_str()) || matches!(phrase.tells, Tells::Filler(_)) {
                continue;
            }
            let Some(end) = self.end(phrase, at).filter(|&end| self.fits(phrase, at, end)) else { continue };
            let count = claims.len();
            self.tell(phrase, at..end, claims);
            if claims.len() > count {
                told.push(&phrase.attribute.name);
            }
        }
    }

    fn lemma(&self, at: u32) -> Option<&str> {
        let index = at.checked_sub(self.view.tokens().start)?;
        self.lemmas.get(index as usize).map(SmolStr::as_str)
    }

    /// One past the last token of a phrase that begins at `at`, if all its words are there.
    fn end(&self, phrase: &Phrase, at: u32) -> Option<u32> {
        let mut end = at + 1;
        if self.view.upos(at) == Upos::Verb && !phrase.rest.is_empty() {
            // "found Lee Marsh guilty", "take him into custody"
            let passes = |i: &u32| self.view.upos(*i) == Upos::Pron || self.view.is_name(*i);
            end += (end..(end + NAME).min(self.view.tokens().end)).take_while(passes).count() as u32;
        }
        for word in &phrase.rest {
            let is = match word {
                PhraseWord::Is(word) => self.lemma(end) == Some(word) || self.view.is_any(end, &[word]),
                PhraseWord::Number => {
                    self.view.upos(end) == Upos::Num && !self.view.is_any(end, &["one", "1"])
                }
            };
            if !is {
                return None;
            }
            end += 1;
        }
        (end <= self.view.tokens().end).then_some(end)
    }

    /// Is the phrase told as the table wants it: as a verb, denied or not, with the words it needs and no others?
    fn fits(&self, phrase: &Phrase, at: u32, end: u32) -> bool {
        let view = self.view;
        let row = phrase.attribute;
        let verb = !phrase.verb || view.upos(at) == Upos::Verb;
        let near = view.tokens().start.max(at.saturating_sub(2))..(end + 2).min(view.tokens().end);
        let is =
            |i: u32, list: &[String]| list.iter().any(|w| self.lemma(i) == Some(w) || view.is_any(i, &[w]));
        // "offered to plead guilty", "urged him to resign"
        let infinitive = at > view.tokens().start && view.is_any(at - 1, &["to"]);
        let told = !infinitive || !matches!(phrase.tells, Tells::Value(_));
        verb && told
            && phrase.denied == is_denied(view, at)
            && !near.into_iter().any(|i| is(i, &row.not_with))
            && (row.with.is_empty() || view.tokens().any(|i| is(i, &row.with)))
    }

    fn tell(&self, phrase: &Phrase, range: Range<u32>, claims: &mut Vec<Claim>) {
        let (row, view) = (phrase.attribute, self.view);
        let verb = range.clone().find(|&i| view.upos(i) == Upos::Verb);
        let at = verb.unwrap_or(range.end - 1);
        let (answers, of) = match phrase.tells {
            Tells::Trigger(trigger) => (self.answers(row, trigger, range.clone()), trigger.of),
            Tells::Value(number) | Tells::Filler(number) => {
                (vec![value(view, row, number, range.clone(), at)], Of::Told)
            }
        };
        for mut answer in answers {
            let Some(detail) = self.detail(row, &range, at, &answer) else { continue };
            answer.detail = detail;
            let subjects = if row.holder == Holder::Event {
                vec![Subject { words: row.name.clone(), ..Subject::default() }]
            } else if phrase.object {
                holder::object(view, at).into_iter().collect()
            } else {
                holder::of(view, row, of, &range, at)
            };
            let event = verb.filter(|_| matches!(of, Of::Told | Of::Subject));
            for subject in subjects {
                claims.extend(
                    claim(view, row, &answer, subject, event).filter(|c| self.happened(phrase, at, c)),
                );
            }
        }
    }

    /// Returns whether a claim's event took place. What a title or a name tells holds whatever the sentence's verb does,
    /// and of a phrase it is known already whether it is denied.
    fn happened(&self, phrase: &Phrase, at: u32, claim: &Claim) -> bool {
        let by_itself = matches!(phrase.tells, Tells::Value(_));
        match claim.modality {
            _ if self.view.upos(at) != Upos::Verb => true,
            Modality::Asserted | Modality::Alleged => by_itself || !claim.negated,
            Modality::Denied => by_itself && self.lemma(at) == Some("deny"),
            Modality::Planned | Modality::Possible => false,
        }
    }

    /// The values beside a trigger.
    fn answers(&self, row: &Attribute, trigger: &Trigger, range: Range<u32>) -> Vec<Answer> {
        let places = filler::places(self.view, &trigger.role, &range);
        let found = places.into_iter().find_map(|place| filler::read(self, row, place, &trigger.role));
        found.into_iter().collect()
    }

    /// What tells this question from others of the attribute; nothing where it must be told and is not.
    fn detail(&self, row: &Attribute, range: &Range<u32>, at: u32, answer: &Answer) -> Option<SmolStr> {
        match row.detail {
            Detail::None => Some(SmolStr::default()),
            Detail::Figure => self.figure(range),
            Detail::Complement => self.complement(at),
            Detail::Trigger => self.lemma(at).map(SmolStr::new),
            Detail::Ending => Some(answer.detail.clone()),
        }
    }

    /// The figure behind the phrase, with the word that scales it ("41 million").
    fn figure(&self, range: &Range<u32>) -> Option<SmolStr> {
        let view = self.view;
        let end = (range.end + FIGURE).min(view.tokens().end);
        let at = (range.end..end).find(|&i| view.word(i).starts_with(|c: char| c.is_ascii_digit()))?;
        // A year or a day is no amount.
        let figure = view.word(at).trim_end_matches('%');
        let unit = self.lemma(at + 1).filter(|w| matches!(*w, "million" | "billion" | "trillion"));
        let money = at > view.tokens().start && view.is_any(at - 1, &["$", "£", "€"]);
        let percent = view.is_any(at + 1, &["%", "percent", "per"]) || view.word(at).ends_with('%');
        match unit {
            Some(unit) => Some(SmolStr::new(format!("{figure} {unit}"))),
            None if percent => Some(SmolStr::new(format!("{figure} %"))),
            None => money.then(|| SmolStr::new(figure)),
        }
    }

    /// The verb behind "to", or the noun behind a verb that says little ("to have | the fence painted").
    fn complement(&self, verb: u32) -> Option<SmolStr> {
        let view = self.view;
        let to = view.is_any(verb + 1, &["to"]).then_some(verb + 2)?;
        let hangs =
            |c: u32| matches!(view.deprel(c), DepRel::Xcomp | DepRel::Advcl | DepRel::Ccomp | DepRel::Obl);
        let done = view.children(verb).find(|&c| c >= to && hangs(c) && view.upos(c) == Upos::Verb)?;
        let is = |i: u32, class: &str| table::class_words(class).any(|w| self.lemma(i) == Some(w));
        let end = view.subtree(done).end.min(done + 8);
        let what =
            if is(done, "light") { (to..end).find(|&i| view.is_noun(i) && !view.is_name(i))? } else { done };
        (!is(what, "answering")).then(|| view.lemma(what))
    }
}

/// The value that a phrase is, with the words that belong to it.
fn value(view: &View<'_, '_>, row: &Attribute, number: u8, range: Range<u32>, verb: u32) -> Answer {
    let light = |i: u32| {
        matches!(view.upos(i), Upos::Aux | Upos::Part | Upos::Adv)
            || table::is_in_class(view.word(i), "negator")
    };
    let mut start = range.start;
    while start > view.tokens().start && light(start - 1) {
        start -= 1;
    }
    // The complement behind it, in short ("charged | with murder").
    let complement = view.children(verb).find(|&c| {
        c >= range.end
            && c < range.end + 3
            && matches!(view.deprel(c), DepRel::Obl | DepRel::Obj | DepRel::Xcomp | DepRel::Nmod)
    });
    let end = complement.map_or(range.end, |c| range.end.max(c + 1));
    let words = vec![SmolStr::new(row.value(number))];
    Answer { tokens: start..end, words, level: number, detail: SmolStr::default() }
}

fn claim(
    view: &View<'_, '_>,
    row: &'static Attribute,
    answer: &Answer,
    subject: Subject,
    verb: Option<u32>,
) -> Option<Claim> {
    let fact = Fact {
        matter: Matter::Attribute(&row.name),
        detail: answer.detail.clone(),
        level: answer.level,
        words: answer.words.clone(),
    };
    let found = Found { kind: row.kind, fact, tokens: answer.tokens.clone(), subject, event: verb };
    found.claim(view).filter(|_| !is_supposed(view, answer.tokens.start))
}

/// Returns whether a negator stands shortly before, with no comma between.
fn is_denied(view: &View<'_, '_>, at: u32) -> bool {
    let from = view.tokens().start.max(at.saturating_sub(REACH));
    (from..at)
        .rev()
        .take_while(|&i| view.upos(i) != Upos::Punct)
        .any(|i| table::is_in_class(view.word(i), "negator"))
}

/// Returns whether a condition or question opens the clause ("if he was convicted").
fn is_supposed(view: &View<'_, '_>, at: u32) -> bool {
    const SUPPOSED: &[&str] = &["if", "whether", "unless"];
    let from = view.tokens().start.max(at.saturating_sub(8));
    (from..at).rev().take_while(|&i| view.upos(i) != Upos::Punct).any(|i| view.is_any(i, SUPPOSED))
}
