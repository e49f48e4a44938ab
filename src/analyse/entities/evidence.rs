//! A name and the words around it → what sort of thing it names, and what else is said of the bearer in passing.

use smol_str::SmolStr;

use super::gazetteer;
use super::names::Name;
use super::view::View;
use crate::english;
use crate::model::{EntityKind, Gender, Upos};

/// What one mention by name tells of its bearer.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// The kind, if anything tells it, and whether it is beyond doubt.
    pub(super) kind: Option<(EntityKind, bool)>,
    pub(super) roles: Vec<SmolStr>,
    pub(super) age: Option<u32>,
    pub(super) gender: Option<Gender>,
    /// The place that stands with the party ("(D-N.C.)").
    pub(super) home: Option<SmolStr>,
    /// Does it stand after "in", "near" and the like?
    pub(super) located: bool,
    /// Short form in brackets behind the name ("Department of Homeland Security (DHS)").
    pub(super) acronym: Option<SmolStr>,
}

/// Weighs a name where it stands.
pub(super) fn evidence(view: &View<'_, '_>, name: &Name) -> Evidence {
    let before = view.word(name.tokens.start.wrapping_sub(1));
    let located = matches!(before, "in" | "near" | "at" | "from" | "In" | "Near" | "At" | "From");
    let mut found = Evidence { located, ..Evidence::default() };
    let title = view.words(name.title.start, name.title.end);
    if !name.title.is_empty() {
        found.roles.push(SmolStr::from(title.to_lowercase()));
        found.gender = gender_of(title);
        found.kind = Some((EntityKind::Person, true));
    }
    if let Some(role) = role_before(view, name) {
        found.gender = found.gender.or(gender_of(&role));
        found.roles.push(role);
        found.kind = Some((EntityKind::Person, true));
    }
    behind(view, name, &mut found);
    if found.kind.is_none() {
        found.kind = by_words(view, name).or_else(|| by_neighbours(view, name));
        // Somebody may be called like a place, but nobody is in somebody.
        if found.kind == Some((EntityKind::Place, false)) && matches!(before, "in" | "near" | "In" | "Near") {
            found.kind = Some((EntityKind::Place, true));
        }
    }
    // "Rose-Ortega" is a surname.
    let double = name.tokens.len() == 3 && view.word(name.tokens.start + 1) == "-";
    if found.gender.is_none() && !double {
        found.gender = gazetteer::first_name(view.word(name.tokens.start)).flatten();
    }
    found
}

/// The sex that a title or role tells by any of its words.
pub(super) fn gender_of(role: &str) -> Option<Gender> {
    role.split([' ', '-']).find_map(|w| gazetteer::word(w).gender)
}

/// "police spokesman" before "John Smith".
fn role_before(view: &View<'_, '_>, name: &Name) -> Option<SmolStr> {
    let end = name.title.start.min(name.tokens.start);
    let last = end.checked_sub(1)?;
    if view.upos(last) != Upos::Noun || view.is_capital(last) || !is_role(view, last) {
        return None;
    }
    let mut first = last;
    // "Police spokesman": a capital that only the beginning of the sentence asks for.
    let opens = |at: u32| at == 0 && english::Word::find(&view.word(at).to_lowercase()).is_some();
    while first > 0
        && end - first < 4
        && (matches!(view.upos(first - 1), Upos::Noun | Upos::Adj) || opens(first - 1))
    {
        first -= 1;
    }
    Some(SmolStr::from(view.words(first, end).to_lowercase()))
}

fn is_role(view: &View<'_, '_>, at: u32) -> bool {
    let singular = view.lemma(at).eq_ignore_ascii_case(view.word(at));
    singular && (english::is_person_noun(view.lemma(at)) || gazetteer::word(view.word(at)).title)
}

/// What stands behind a name: ", 42,", ", the mayor of Salem,", "(D-N.C.)", "(DHS)".
fn behind(view: &View<'_, '_>, name: &Name, found: &mut Evidence) {
    let end = name.tokens.end;
    match view.word(end) {
        "," => {
            let age = view.word(end + 1).parse::<u32>().ok().filter(|age| (1..115).contains(age));
            let closed = matches!(view.word(end + 2), "," | "." | ";" | "");
            let mut at = end + 1;
            if let (Some(age), true) = (age, closed) {
                found.age = Some(age);
                found.kind = Some((EntityKind::Person, true));
                at = end + 3;
            }
            if let Some(role) = apposition(view, at) {
                found.gender = found.gender.or(gender_of(&role));
                found.roles.push(role);
                found.kind = Some((EntityKind::Person, true));
            }
        }
        "(" if view.word(end + 2) == ")" => {
            let short = view.word(end + 1);
            let capitals = short.bytes().filter(u8::is_ascii_uppercase).count();
            if capitals > 1
                && capitals * 2 > short.len()
                && initials(view.words(name.tokens.start, end)) == short
            {
                found.acronym = Some(SmolStr::from(short));
                found.kind = found.kind.or(Some((EntityKind::Organisation, true)));
            }
        }
        "(" if matches!(view.word(end + 1), "D" | "R" | "I") && view.word(end + 2) == "-" => {
            found.kind = Some((EntityKind::Person, true));
            found.home =
                crate::english::places(view.word(end + 3)).first().map(|p| SmolStr::new_static(p.name));
        }
        _ => {}
    }
}

/// The role in "the Montgomery police chief," or "a student at Salem High School.", without its article.
fn apposition(view: &View<'_, '_>, at: u32) -> Option<SmolStr> {
    let article = matches!(view.word(at), "a" | "an" | "the" | "his" | "her" | "its" | "their");
    let first = if article { at + 1 } else { at };
    let near = |i: &u32| !matches!(view.word(*i), "," | "." | ";" | "" | "who" | "which" | "and" | "(" | "—");
    let end = (first..first + 9).take_while(near).last()? + 1;
    let noun = (first..end).take_while(|&i| {
        matches!(view.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num) || view.word(i) == "-"
    });
    let head = noun.last()?;
    let stops = matches!(view.word(end), "," | "." | ";" | "" | "who");
    let fits = stops
        && is_role(view, head)
        && view.upos(head) == Upos::Noun
        && (article || head + 1 == end || head > first);
    fits.then(|| SmolStr::from(view.words(first, end).to_lowercase()))
}

/// The capitals of a name's words, small words left out ("Department of Homeland Security" → "DHS").
pub(super) fn initials(name: &str) -> String {
    let words = name.split([' ', '-']).filter(|w| !matches!(*w, "of" | "the" | "and" | "for" | "&" | "in"));
    words.filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// What the words of the name tell.
fn by_words(view: &View<'_, '_>, name: &Name) -> Option<(EntityKind, bool)> {
    let words = || name.tokens.clone().map(|i| view.word(i));
    let whole = view.words(name.tokens.start, name.tokens.end);
    let count = name.tokens.len();
    let (first, last) = (words().next()?, words().next_back()?);
    // Only people have nicknames (Luis "Jerry" Ortiz).
    if words().any(|w| matches!(w, "\"" | "“" | "‘" | "``" | "'")) {
        return Some((EntityKind::Person, true));
    }
    if gazetteer::is_place(whole) {
        return Some((EntityKind::Place, false));
    }
    let (head, tail) = (gazetteer::word(first), gazetteer::word(last));
    let person =
        gazetteer::first_name(first).is_some() && (2..5).contains(&count) && !tail.org && !tail.place;
    if person {
        return Some((EntityKind::Person, false));
    }
    let of = whole.contains(" of ");
    if count > 1 && (tail.org || of && head.org) {
        return Some((EntityKind::Organisation, true));
    }
    if count > 1 && (tail.place || of && head.place) {
        return Some((EntityKind::Place, true));
    }
    if words().any(|w| gazetteer::word(w).org) || head.company {
        return Some((EntityKind::Organisation, false));
    }
    let capitals = whole.len() > 1 && whole.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&' | '-'));
    if capitals && count == 1 && whole.len() < 7 && !view.title_case {
        return Some((EntityKind::Organisation, false));
    }
    let initial = (2..5).contains(&count) && words().any(|w| w.len() == 2 && w.ends_with('.'));
    initial.then_some((EntityKind::Person, false))
}

/// What the words around a name tell that says nothing itself.
fn by_neighbours(view: &View<'_, '_>, name: &Name) -> Option<(EntityKind, bool)> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let state = view.word(end) == "," && view.is_capital(end + 1) && gazetteer::is_place(view.word(end + 1));
    if state {
        return Some((EntityKind::Place, true));
    }
    let saying = |i: u32| gazetteer::word(view.word(i)).saying;
    if saying(end) || (start > 0 && saying(start - 1)) || view.word(end) == "who" {
        return Some((EntityKind::Person, false));
    }
    let at = view.word(start.wrapping_sub(1));
    if name.tokens.len() == 1 && matches!(at, "in" | "near" | "across" | "throughout") {
        return Some((EntityKind::Place, false));
    }
    // People have no article, unless the name only tells of the noun behind it ("the Clinton campaign").
    let definite = matches!(at, "the" | "The") && view.upos(end) != Upos::Noun;
    match name.tokens.len() {
        1 => None,
        _ if definite => Some((EntityKind::Organisation, false)),
        _ => matches!(at, "in" | "near").then_some((EntityKind::Place, false)),
    }
}
