//! A phrase and what it may stand for → the features by which the antecedent is chosen.
//!
//! All are signs that are there or not; the weights of a feature are learned for each class of phrase by itself
//! (`weights`).

use super::chains::{Chain, Walk};
use super::nouns::Sort;
use super::phrases::{Class, Part, Phrase};
use crate::english::{Meaning, Relation};

macro_rules! features {
    ($($name:ident = $words:literal,)*) => {
        /// A sign for or against an antecedent, or for a phrase's standing alone.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names in the file say what they are")]
        #[repr(u8)]
        pub enum Feature { $($name,)* }

        /// The names of the features in the file of weights, in their order.
        pub const FEATURES: &[&str] = &[$($words,)*];
    };
}

features! {
    SameSentence = "same sentence",
    OneBack = "one sentence back",
    TwoBack = "two sentences back",
    ThreeBack = "three sentences back",
    FewBack = "four to six sentences back",
    ManyBack = "seven to fifteen sentences back",
    FarBack = "further back",
    Latest = "spoken of last",
    Second = "spoken of last but one",
    Third = "spoken of last but two",
    Fourth = "spoken of last but three to five",
    Older = "spoken of last but six to eleven",
    Oldest = "spoken of earlier",
    FirstFit = "latest that agrees",
    SecondFit = "second latest that agrees",
    ThirdFit = "third latest that agrees",
    LaterFit = "earlier one that agrees",
    LastName = "last by name",
    LastNoun = "last by noun",
    LastPronoun = "last by another pronoun",
    LastSame = "last by this pronoun",
    LastIndefinite = "last by an indefinite noun",
    LastSubject = "last as subject",
    LastObject = "last as object",
    LastOwner = "last as owner",
    LastOfNoun = "last behind a noun",
    LastElse = "last elsewhere",
    SamePart = "in the same part",
    BothSubject = "both subjects",
    LastOpens = "last opened its sentence",
    Once = "spoken of once",
    Twice = "spoken of twice",
    Often = "spoken of three to five times",
    Throughout = "spoken of more often",
    NumbersAgree = "numbers agree",
    NumbersDiffer = "numbers differ",
    NumberOpen = "number open",
    SexesAgree = "sexes agree",
    SexesDiffer = "sexes differ",
    SexOpen = "sex open",
    NamedPerson = "named person",
    NamedGroup = "named organisation",
    NamedPlace = "named place",
    NamedThing = "named thing",
    PersonNoun = "noun of a person",
    GroupNoun = "noun of a group",
    PlaceNoun = "noun of a place",
    ThingNoun = "noun of a thing",
    PronounsOnly = "pronouns only",
    SortsAgree = "sorts agree",
    SortsDiffer = "sorts differ",
    SameHead = "same noun",
    SameWords = "same words",
    FewerModifiers = "same noun with fewer modifiers",
    MoreModifiers = "same noun with other modifiers",
    SameHeadNear = "same noun within two sentences",
    Synonym = "synonym",
    MoreGeneral = "more general or special",
    Sibling = "of one family",
    Near = "near in meaning",
    Akin = "akin in meaning",
    Apart = "far in meaning",
    NameHasNoun = "noun in the name",
    RoleIsNoun = "noun is a role",
    RoleAkin = "noun akin to a role",
    ModifierInName = "modifier in the name or home",
    AgeAgrees = "same age",
    AgeDiffers = "other age",
    Apposition = "apposition",
    Predicate = "is said to be",
    Within = "inside of it",
    Holds = "around it",
    SameVerb = "of the same verb",
    QuotedBoth = "in the same quotation",
    QuotedHere = "quoted here only",
    QuotedThere = "quoted there only",
    SameParagraph = "same paragraph",
    SameOwner = "same owner",
    OtherOwner = "other owner",
    Initials = "initials",
    NameWithin = "name within the name",
    Alone = "alone",
    AlonePlural = "alone: plural",
    AlonePerson = "alone: person",
    AloneGroup = "alone: group",
    AlonePlace = "alone: place",
    AloneThing = "alone: thing",
    AloneComplement = "alone: narrowed behind",
    AloneModified = "alone: modified",
    AloneRanked = "alone: first, last, most",
    AloneOpening = "alone: in the first sentences",
    AloneSubject = "alone: subject",
    AloneSeen = "alone: noun seen before",
    AloneQuoted = "alone: quoted",
    AloneUnknown = "alone: unknown word",
    AloneOwned = "alone: owned",
    AlonePredicate = "alone: apposition or predicate",
}

/// What the phrase's standing for nothing before it has for itself.
pub(super) fn alone(phrase: &Phrase, seen: bool) -> Vec<Feature> {
    let sort = match phrase.sort {
        Sort::Person => Feature::AlonePerson,
        Sort::Group => Feature::AloneGroup,
        Sort::Place => Feature::AlonePlace,
        Sort::Thing => Feature::AloneThing,
    };
    let ranked = |m: &str| {
        matches!(
            m,
            "first"
                | "second"
                | "third"
                | "last"
                | "next"
                | "other"
                | "another"
                | "only"
                | "same"
                | "most"
                | "best"
                | "own"
        ) || m.ends_with("est") && m.len() > 5
    };
    let mut on = vec![Feature::Alone, sort];
    let signs = [
        (phrase.plural == Some(true), Feature::AlonePlural),
        (phrase.complement, Feature::AloneComplement),
        (!phrase.modifiers.is_empty(), Feature::AloneModified),
        (phrase.modifiers.iter().any(|m| ranked(m)), Feature::AloneRanked),
        (phrase.sentence < 3, Feature::AloneOpening),
        (phrase.part == Part::Subject, Feature::AloneSubject),
        (seen, Feature::AloneSeen),
        (phrase.quoted.is_some(), Feature::AloneQuoted),
        (phrase.word.is_none(), Feature::AloneUnknown),
        (phrase.owner.is_some(), Feature::AloneOwned),
        (phrase.same_as.is_some(), Feature::AlonePredicate),
    ];
    on.extend(signs.into_iter().filter(|(is, _)| *is).map(|(_, f)| f));
    on
}

/// What speaks for a chain as the antecedent of a phrase; `order` counts the chains spoken of since, `fits` those of them
/// that agree.
pub(super) fn of(walk: &Walk<'_>, phrase: &Phrase, chain: &Chain, order: usize, fits: usize) -> Vec<Feature> {
    let mut on = Vec::with_capacity(32);
    let Some(last) = walk.last(chain) else { return on };
    place(phrase, last, chain, order, &mut on);
    forms(walk, phrase, chain, last, &mut on);
    on.push(match chain.agreement(phrase) {
        None => Feature::NumberOpen,
        Some(true) => Feature::NumbersAgree,
        Some(false) => Feature::NumbersDiffer,
    });
    on.push(match phrase.gender.zip(chain.gender) {
        None => Feature::SexOpen,
        Some((a, b)) if a == b => Feature::SexesAgree,
        Some(_) => Feature::SexesDiffer,
    });
    if chain.agrees(phrase) {
        on.push(match fits {
            0 => Feature::FirstFit,
            1 => Feature::SecondFit,
            2 => Feature::ThirdFit,
            _ => Feature::LaterFit,
        });
    }
    on.push(chain.sort_feature());
    if !phrase.is_pronoun() {
        on.push(if chain.sort() == phrase.sort { Feature::SortsAgree } else { Feature::SortsDiffer });
        words(walk, phrase, chain, last, &mut on);
    }
    on
}

fn place(phrase: &Phrase, last: &Phrase, chain: &Chain, order: usize, on: &mut Vec<Feature>) {
    on.push(match phrase.sentence - last.sentence {
        0 => Feature::SameSentence,
        1 => Feature::OneBack,
        2 => Feature::TwoBack,
        3 => Feature::ThreeBack,
        4..=6 => Feature::FewBack,
        7..=15 => Feature::ManyBack,
        _ => Feature::FarBack,
    });
    on.push(match order {
        0 => Feature::Latest,
        1 => Feature::Second,
        2 => Feature::Third,
        3..=5 => Feature::Fourth,
        6..=11 => Feature::Older,
        _ => Feature::Oldest,
    });
    on.push(match chain.phrases.len() {
        1 => Feature::Once,
        2 => Feature::Twice,
        3..=5 => Feature::Often,
        _ => Feature::Throughout,
    });
    let signs = [
        (phrase.paragraph == last.paragraph, Feature::SameParagraph),
        (phrase.quoted.is_some() && phrase.quoted == last.quoted, Feature::QuotedBoth),
        (phrase.quoted.is_some() && phrase.quoted != last.quoted, Feature::QuotedHere),
        (phrase.quoted.is_none() && last.quoted.is_some(), Feature::QuotedThere),
    ];
    on.extend(signs.into_iter().filter(|(is, _)| *is).map(|(_, f)| f));
}

fn forms(walk: &Walk<'_>, phrase: &Phrase, chain: &Chain, last: &Phrase, on: &mut Vec<Feature>) {
    on.push(match last.class {
        Class::Name => Feature::LastName,
        Class::Other => Feature::LastIndefinite,
        _ if !last.is_pronoun() => Feature::LastNoun,
        _ if last.lemma == phrase.lemma => Feature::LastSame,
        _ => Feature::LastPronoun,
    });
    on.push(match last.part {
        Part::Subject => Feature::LastSubject,
        Part::Object => Feature::LastObject,
        Part::Owner => Feature::LastOwner,
        Part::OfNoun => Feature::LastOfNoun,
        Part::Else => Feature::LastElse,
    });
    let here = last.sentence == phrase.sentence;
    let same_as = |p: &Phrase| p.sentence == phrase.sentence && phrase.same_as == Some(p.head);
    let same = chain.phrases.iter().rev().take(4).filter_map(|&p| walk.phrase(p)).any(same_as);
    let signs = [
        (last.part == phrase.part, Feature::SamePart),
        (last.part == Part::Subject && phrase.part == Part::Subject, Feature::BothSubject),
        (walk.opens(last), Feature::LastOpens),
        (same && phrase.apposed, Feature::Apposition),
        (same && !phrase.apposed, Feature::Predicate),
        (here && phrase.governor == last.head, Feature::Within),
        (here && last.governor == phrase.head, Feature::Holds),
        (here && phrase.governor == last.governor, Feature::SameVerb),
    ];
    on.extend(signs.into_iter().filter(|(is, _)| *is).map(|(_, f)| f));
}

/// What the words of a noun phrase and of the chain have in common.
fn words(walk: &Walk<'_>, phrase: &Phrase, chain: &Chain, last: &Phrase, on: &mut Vec<Feature>) {
    let nouns = || chain.lemmas.iter().filter_map(|(_, p)| walk.phrase(*p));
    if let Some(same) = chain.last_by(&phrase.lemma).and_then(|p| walk.phrase(p)) {
        on.push(Feature::SameHead);
        if phrase.sentence - last.sentence < 3 {
            on.push(Feature::SameHeadNear);
        }
        let fewer = phrase.modifiers.iter().all(|m| chain.modifiers.contains(m));
        on.push(match fewer {
            true if same.modifiers == phrase.modifiers => Feature::SameWords,
            true => Feature::FewerModifiers,
            false => Feature::MoreModifiers,
        });
        let owners = walk.owner(phrase).zip(walk.owner(same));
        on.extend(owners.map(|(a, b)| if a == b { Feature::SameOwner } else { Feature::OtherOwner }));
    } else if chain.names.is_empty() || !chain.nouns.is_empty() {
        let relations = nouns().filter_map(|n| n.word?.relation(phrase.word?));
        on.extend(relations.min().and_then(|r| match r {
            Relation::Same | Relation::Synonym | Relation::Derived => Some(Feature::Synonym),
            Relation::Hypernym => Some(Feature::MoreGeneral),
            Relation::Sibling => Some(Feature::Sibling),
            Relation::Antonym => None,
        }));
        let near = nouns().filter_map(|n| Some(Meaning::similarity(n.meaning?, phrase.meaning?)));
        on.extend(near.reduce(f32::max).and_then(|near| match near {
            n if n > 0.6 => Some(Feature::Near),
            n if n > 0.4 => Some(Feature::Akin),
            n if n < 0.2 => Some(Feature::Apart),
            _ => None,
        }));
    }
    if !chain.names.is_empty() || !chain.roles.is_empty() {
        named(walk, phrase, chain, on);
    }
    on.extend(
        phrase.age.zip(chain.age).map(|(a, b)| if a == b { Feature::AgeAgrees } else { Feature::AgeDiffers }),
    );
}

fn named(walk: &Walk<'_>, phrase: &Phrase, chain: &Chain, on: &mut Vec<Feature>) {
    if let Some(entity) = phrase.entity {
        on.extend(walk.likeness(entity, chain));
        return;
    }
    let in_name = |word: &str| chain.names.iter().any(|n| n.split(' ').any(|w| w == word));
    if in_name(&phrase.lemma) {
        on.push(Feature::NameHasNoun);
    }
    if chain.roles.contains(&phrase.lemma) {
        on.push(Feature::RoleIsNoun);
    } else if phrase.word.is_some_and(|w| {
        let akin = |r: &str| crate::english::Word::find(r).and_then(|r| r.relation(w));
        chain.roles.iter().any(|r| akin(r).is_some_and(|r| r <= Relation::Hypernym && r != Relation::Antonym))
    }) {
        on.push(Feature::RoleAkin);
    }
    if phrase.modifiers.iter().any(|m| in_name(m) || chain.homes.iter().any(|h| h == m)) {
        on.push(Feature::ModifierInName);
    }
}
