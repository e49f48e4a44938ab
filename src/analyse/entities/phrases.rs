//! Parsed sentence → its noun phrases: everything that can stand for somebody or something, with what number, sex, kind
//! and words tell of it.
//!
//! A phrase is known by its head word and reaches from its article to its head, so that no phrase holds another.

use std::ops::Range;

use smol_str::SmolStr;

use super::evidence::gender_of;
use super::nouns::{Nouns, Sort};
use super::view::View;
use crate::english;
use crate::model::{DepRel, Gender, Penn, Upos};

/// How a phrase points to what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// "he", "her".
    HeShe,
    /// "it", "its".
    It,
    /// "they", "their".
    They,
    /// "I", "we", "you".
    Speaker,
    /// "this", "that", "those" alone, "one", "others".
    Pointer,
    /// "the suspect".
    Definite,
    /// "this bill".
    Demonstrative,
    /// "his brother".
    Owned,
    /// "a man", "officials".
    Other,
    /// "Karen Hale".
    Name,
}

/// The names of the classes in the file of weights, in their order.
pub const CLASSES: [&str; 10] =
    ["he", "it", "they", "I", "this", "the noun", "this noun", "his noun", "a noun", "name"];

/// What a phrase does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Object,
    Owner,
    OfNoun,
    Else,
}

/// A noun phrase.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) sentence: u32,
    pub(super) paragraph: u32,
    pub(super) head: u32,
    /// From its article to its head.
    pub(super) tokens: Range<u32>,
    pub(super) class: Class,
    /// The head's lemma, of a pronoun the word that all its forms share ("he").
    pub(super) lemma: SmolStr,
    /// Words before the head, but articles and owners.
    pub(super) modifiers: Vec<SmolStr>,
    pub(super) plural: Option<bool>,
    pub(super) gender: Option<Gender>,
    pub(super) sort: Sort,
    pub(super) age: Option<u32>,
    pub(super) part: Part,
    /// What it depends on, through coordination.
    pub(super) governor: u32,
    /// Head of the phrase that owns it.
    pub(super) owner: Option<u32>,
    /// The phrase that it says the same of by apposition or "is".
    pub(super) same_as: Option<u32>,
    /// Is that an apposition?
    pub(super) apposed: bool,
    /// Something behind the head that narrows it ("of …", "who …").
    pub(super) complement: bool,
    /// Number of the quotation it stands in.
    pub(super) quoted: Option<u32>,
    /// Number of the entity that it names.
    pub(super) entity: Option<usize>,
    pub(super) word: Option<english::Word>,
    pub(super) meaning: Option<english::Meaning>,
}

impl Phrase {
    pub(super) fn is_pronoun(&self) -> bool {
        matches!(self.class, Class::HeShe | Class::It | Class::They | Class::Speaker | Class::Pointer)
    }

    pub(super) fn number(&self) -> usize {
        self.class as usize
    }
}

/// What hangs on a token.
#[derive(Default, Clone, Copy)]
struct Below {
    owner: Option<u32>,
    subject: Option<u32>,
    complement: bool,
    copula: bool,
    /// Is the name the head's own ("spokesman Peter Low")?
    named: bool,
}

/// The phrases of a sentence in order of their heads, but names: those of entities are known already.
pub(super) fn phrases(
    sentence: u32,
    view: &View<'_, '_>,
    nouns: &Nouns,
    is_named: impl Fn(u32) -> bool,
) -> Vec<Phrase> {
    let all = below(view, &is_named);
    let start = view.sentence.tokens.start;
    let of = |at: u32| all.get((at - start) as usize).copied().unwrap_or_default();
    let heads =
        view.sentence.tokens.clone().filter(|&at| is_head(view, at) && !of(at).named && !is_named(at));
    let phrases = heads.filter_map(|at| {
        let mut phrase = phrase(sentence, view, at, of(at))?;
        if !phrase.is_pronoun() {
            describe(view, nouns, &mut phrase);
        }
        Some(phrase)
    });
    phrases.collect()
}

/// A name of an entity as a phrase.
pub(super) fn of_name(
    sentence: u32,
    view: &View<'_, '_>,
    tokens: Range<u32>,
    entity: usize,
) -> Option<Phrase> {
    let inside =
        tokens.clone().find(|&i| view.token(i).is_some_and(|t| !tokens.contains(&t.head) || t.head == i));
    let head = inside.unwrap_or(tokens.start);
    let below = below(view, &|_| false);
    let of = below.get((head - view.sentence.tokens.start) as usize).copied().unwrap_or_default();
    let mut phrase = phrase(sentence, view, head, of)?;
    phrase.class = Class::Name;
    phrase.lemma = SmolStr::new(view.word(tokens.end - 1).to_lowercase());
    phrase.modifiers.clear();
    phrase.tokens = tokens;
    phrase.entity = Some(entity);
    Some(phrase)
}

fn below(view: &View<'_, '_>, is_named: &impl Fn(u32) -> bool) -> Vec<Below> {
    let start = view.sentence.tokens.start;
    let mut all = vec![Below::default(); view.sentence.tokens.len()];
    for at in view.sentence.tokens.clone() {
        let Some(token) = view.token(at).filter(|t| t.head != at) else { continue };
        let Some(head) = token.head.checked_sub(start).and_then(|h| all.get_mut(h as usize)) else {
            continue;
        };
        match token.deprel {
            DepRel::NmodPoss => head.owner = Some(at),
            DepRel::Nsubj | DepRel::NsubjOuter => head.subject = Some(at),
            DepRel::Cop => head.copula = true,
            DepRel::Nmod | DepRel::Acl | DepRel::AclRelcl if at > token.head => head.complement = true,
            DepRel::Flat | DepRel::NmodDesc => head.named |= is_named(at),
            _ => {}
        }
    }
    all
}

/// Does the token head a phrase?
fn is_head(view: &View<'_, '_>, at: u32) -> bool {
    let Some(token) = view.token(at) else { return false };
    let inner = matches!(
        token.deprel,
        DepRel::Compound
            | DepRel::Flat
            | DepRel::Fixed
            | DepRel::Goeswith
            | DepRel::Expl
            | DepRel::Amod
            | DepRel::NmodDesc
            | DepRel::Nummod
            | DepRel::Punct
            | DepRel::Reparandum
            | DepRel::Advmod
            | DepRel::Det
    );
    match token.upos {
        Upos::Noun | Upos::Propn => !inner,
        Upos::Pron => {
            !matches!(token.penn, Penn::Wdt | Penn::Wp | Penn::WpS | Penn::Ex) && token.deprel != DepRel::Expl
        }
        Upos::Adj | Upos::Num => !inner && is_aged(view, at),
        _ => false,
    }
}

/// "47-year-old" as a noun.
fn is_aged(view: &View<'_, '_>, at: u32) -> bool {
    view.word(at).eq_ignore_ascii_case("old")
        && view.word(at.wrapping_sub(1)) == "-"
        && view.word(at.wrapping_sub(2)).eq_ignore_ascii_case("year")
        && matches!(
            view.token(at).map(|t| t.deprel),
            Some(
                DepRel::Nsubj
                    | DepRel::NsubjPass
                    | DepRel::Obj
                    | DepRel::Obl
                    | DepRel::OblAgent
                    | DepRel::Nmod
                    | DepRel::NmodPoss
            )
        )
}

/// Pronouns: class, common form, plural, sex.
fn pronoun(word: &str) -> Option<(Class, &'static str, Option<bool>, Option<Gender>)> {
    let (one, many) = (Some(false), Some(true));
    Some(match word {
        "he" | "him" | "his" | "himself" => (Class::HeShe, "he", one, Some(Gender::Male)),
        "she" | "her" | "hers" | "herself" => (Class::HeShe, "she", one, Some(Gender::Female)),
        "it" | "its" | "itself" => (Class::It, "it", one, None),
        "they" | "them" | "their" | "theirs" | "themselves" | "'em" | "themself" => {
            (Class::They, "they", None, None)
        }
        "i" | "me" | "my" | "mine" | "myself" => (Class::Speaker, "i", one, None),
        "we" | "us" | "our" | "ours" | "ourselves" => (Class::Speaker, "we", many, None),
        "you" | "your" | "yours" | "yourself" | "yourselves" => (Class::Speaker, "you", None, None),
        "this" => (Class::Pointer, "this", one, None),
        "that" => (Class::Pointer, "that", one, None),
        "these" | "those" => (Class::Pointer, "those", many, None),
        _ => return None,
    })
}

fn phrase(sentence: u32, view: &View<'_, '_>, at: u32, below: Below) -> Option<Phrase> {
    let token = view.token(at)?;
    let (part, governor, conjoined) = part(view, at);
    let first = first(view, at);
    let mut phrase = Phrase {
        sentence,
        paragraph: view.sentence.paragraph,
        head: at,
        tokens: first..at + 1,
        class: Class::Other,
        lemma: token.lemma.clone(),
        modifiers: Vec::new(),
        plural: match token.penn {
            Penn::Nns | Penn::Nnps => Some(true),
            Penn::Nn | Penn::Nnp => Some(false),
            _ => None,
        },
        gender: None,
        sort: Sort::Thing,
        age: None,
        part,
        governor,
        owner: below.owner,
        same_as: same_as(view, at, below, conjoined),
        apposed: token.deprel == DepRel::Appos,
        complement: below.complement,
        quoted: None,
        entity: None,
        word: None,
        meaning: None,
    };
    if token.upos == Upos::Pron {
        match pronoun(&view.word(at).to_lowercase()) {
            Some((class, lemma, plural, gender)) => {
                phrase.sort =
                    if matches!(class, Class::HeShe | Class::Speaker) { Sort::Person } else { Sort::Thing };
                (phrase.class, phrase.lemma, phrase.plural, phrase.gender) =
                    (class, SmolStr::new_static(lemma), plural, gender);
            }
            None => phrase.class = Class::Pointer,
        }
    }
    Some(phrase)
}

/// Adds what the words of a phrase with a noun tell.
fn describe(view: &View<'_, '_>, nouns: &Nouns, phrase: &mut Phrase) {
    let (head, range) = (phrase.head, phrase.tokens.clone());
    phrase.class = Class::Other;
    for at in range.start..head {
        let word = view.word(at).to_lowercase();
        match word.as_str() {
            "the" => phrase.class = Class::Definite,
            "this" | "that" | "these" | "those" | "such" => phrase.class = Class::Demonstrative,
            "a" | "an" | "-" | "," | "\"" | "“" => {}
            _ if view.upos(at) == Upos::Det => phrase.modifiers.push(SmolStr::new(word)),
            _ => phrase.modifiers.push(SmolStr::new(view.lemma(at).to_lowercase())),
        }
    }
    if phrase.owner.is_some() && phrase.class == Class::Other {
        phrase.class = Class::Owned;
    }
    phrase.age = (range.start..head).find_map(|at| {
        let old =
            ["-", "year", "-", "old"].iter().zip(at + 1..).all(|(w, i)| view.word(i).eq_ignore_ascii_case(w));
        view.word(at).parse::<u32>().ok().filter(|age| old && (1..115).contains(age))
    });
    if phrase.age.is_some() && view.word(head).eq_ignore_ascii_case("old") {
        phrase.lemma = SmolStr::new_static("person");
        phrase.modifiers.clear();
    }
    phrase.lemma = SmolStr::new(phrase.lemma.to_lowercase());
    phrase.gender = gender_of(&phrase.lemma);
    phrase.word = english::Word::find(&phrase.lemma);
    phrase.meaning = english::Meaning::of(&phrase.lemma);
    phrase.sort = nouns.sort(&phrase.lemma);
}

/// Part of the sentence and governor, those of the first of several that are coordinated; is it a later one?
fn part(view: &View<'_, '_>, at: u32) -> (Part, u32, bool) {
    let mut top = at;
    for _ in 0..4 {
        match view.token(top) {
            Some(t) if t.deprel == DepRel::Conj && t.head != top => top = t.head,
            _ => break,
        }
    }
    let Some(token) = view.token(top) else { return (Part::Else, at, false) };
    let part = match token.deprel {
        DepRel::Nsubj | DepRel::NsubjPass | DepRel::NsubjOuter => Part::Subject,
        DepRel::Obj | DepRel::Iobj => Part::Object,
        DepRel::NmodPoss => Part::Owner,
        DepRel::Nmod => Part::OfNoun,
        _ => Part::Else,
    };
    (part, token.head, top != at)
}

/// What it is in apposition to, or the subject that it is said of.
fn same_as(view: &View<'_, '_>, at: u32, below: Below, conjoined: bool) -> Option<u32> {
    let token = view.token(at)?;
    match token.deprel {
        DepRel::Appos if !conjoined => Some(token.head),
        _ if below.copula => below.subject,
        _ => None,
    }
}

/// The first token of the phrase: back over what belongs to the head without an owner or a preposition between.
fn first(view: &View<'_, '_>, head: u32) -> u32 {
    let belongs = |mut at: u32| {
        for _ in 0..5 {
            let Some(token) = view.token(at) else { return false };
            let inner = matches!(
                token.deprel,
                DepRel::Det
                    | DepRel::DetPredet
                    | DepRel::Amod
                    | DepRel::Compound
                    | DepRel::Nummod
                    | DepRel::Advmod
                    | DepRel::NmodUnmarked
                    | DepRel::OblUnmarked
                    | DepRel::Flat
                    | DepRel::Punct
                    | DepRel::NmodDesc
            );
            if !inner || token.head == at {
                return false;
            }
            if token.head == head {
                return true;
            }
            at = token.head;
        }
        false
    };
    let mut first = head;
    while first > view.sentence.tokens.start && belongs(first - 1) {
        first -= 1;
    }
    while first < head
        && matches!(view.word(first), "," | ";" | "-" | "\"" | "“" | "(" | "'" | "‘" | "–" | "—")
    {
        first += 1;
    }
    first
}
