//! The people and bodies an article names: short forms completed, pronouns resolved.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use smol_str::SmolStr;

use super::lists;
use super::view::View;
use crate::model::Source;

/// A name in full.
struct Known {
    /// Its last word, in lower case.
    last: String,
    /// Its fullest form.
    full: String,
    /// Whether it is a person's: printed with a title, or by the last word alone elsewhere.
    person: bool,
}

/// What is known of the names so far.
pub(super) struct Names {
    known: Vec<Known>,
    /// The place of each last word among them.
    by_last: HashMap<String, usize>,
    /// The full names of people.
    people: HashSet<String>,
    /// The person who was the subject of the last sentence that had one.
    subject: Option<String>,
    /// The person who spoke last.
    speaker: Option<String>,
}

impl Names {
    /// Collects the full names of all sentences.
    pub(super) fn read(views: &[View<'_>]) -> Names {
        let mut known: Vec<Known> = Vec::new();
        let mut by_last: HashMap<String, usize> = HashMap::new();
        let mut alone: HashSet<String> = HashSet::new();
        for view in views {
            let mut at = 0;
            while at < view.words.len() {
                let name = view.name_from(at);
                at = name.end.max(at + 1);
                let bare = untitled(view, name.clone());
                let Some(last) = bare.end.checked_sub(1).filter(|_| !bare.is_empty()) else { continue };
                let last = view.word(last).to_lowercase();
                if bare.len() == 1 {
                    alone.insert(last);
                } else if bare.len() <= 4 {
                    let titled = bare.start > name.start;
                    match by_last.get(&last).and_then(|at| known.get_mut(*at)) {
                        Some(k) => k.person |= titled,
                        None => {
                            by_last.insert(last.clone(), known.len());
                            known.push(Known { last, full: view.phrase(bare), person: titled });
                        }
                    }
                }
            }
        }
        for k in &mut known {
            k.person |= alone.contains(&k.last);
        }
        let people = known.iter().filter(|k| k.person).map(|k| k.full.clone()).collect();
        Names { known, by_last, people, subject: None, speaker: None }
    }

    /// The source that a phrase names; `verb` is the verb of saying beside it.
    pub(super) fn source(&mut self, view: &View<'_>, phrase: Range<usize>, verb: usize) -> Option<Source> {
        let mut source = self.resolve(view, phrase)?;
        if matches!(view.word(verb), "told" | "tells") {
            source.outlet = outlet(view, verb + 1);
        }
        if self.is_person(&source.words) {
            self.speaker = Some(source.words.to_string());
        }
        Some(source)
    }

    /// The phrase with its pronoun or short name resolved.
    pub(super) fn resolve(&self, view: &View<'_>, phrase: Range<usize>) -> Option<Source> {
        let first = view.word(phrase.start);
        let (words, inferred) = if phrase.len() == 1 && lists::pronoun(first) {
            let here = view.subject(phrase.start).and_then(|p| self.person(view, p));
            (here.or_else(|| self.subject.clone()).or_else(|| self.speaker.clone())?, true)
        } else {
            let name = view.name_from(phrase.start);
            let name = if name == phrase { Some(name) } else { behind_role(view, phrase.clone()) };
            let full = name.and_then(|n| self.completed(view, n));
            (full.unwrap_or_else(|| view.phrase(phrase)), false)
        };
        let outlet = words.split(' ').any(lists::press).then(|| SmolStr::new(&words));
        Some(Source { words: SmolStr::new(words), outlet, inferred })
    }

    /// The fullest form of a name that the article gives; titles fall away.
    fn completed(&self, view: &View<'_>, name: Range<usize>) -> Option<String> {
        let bare = untitled(view, name);
        let last = view.word(bare.end.checked_sub(1)?).to_lowercase();
        let known = self.by_last.get(&last).filter(|_| bare.len() == 1).and_then(|at| self.known.get(*at));
        Some(known.map_or_else(|| view.phrase(bare), |k| k.full.clone()))
    }

    fn is_person(&self, full: &str) -> bool {
        self.people.contains(full)
    }

    /// The name in full, where it is a person's.
    fn person(&self, view: &View<'_>, name: Range<usize>) -> Option<String> {
        let full = self.completed(view, name.clone())?;
        let titled = untitled(view, name.clone()).start > name.start;
        (titled || self.is_person(&full)).then_some(full)
    }

    /// Remembers who was spoken of when a sentence ends.
    pub(super) fn leave(&mut self, view: &View<'_>, speaker: Option<&Source>) {
        let subject = view.subject(view.words.len()).and_then(|p| self.person(view, p));
        let speaker = speaker.map(|s| s.words.to_string()).filter(|s| self.is_person(s));
        if let Some(name) = subject.or(speaker) {
            self.subject = Some(name);
        }
    }
}

/// The full name that ends a phrase, behind what the person is ("survivor Ana Ruiz", "state Rep. Tom Berg"). Where an
/// article or a preposition stands, somebody else may be meant ("a spokesman for Ana Ruiz").
fn behind_role(view: &View<'_>, phrase: Range<usize>) -> Option<Range<usize>> {
    let small = |w: &str| w.chars().all(|c| c.is_lowercase() || c == '-');
    let role = |w: &str| small(w) && !lists::link(w) && !lists::starter(w);
    let start = phrase.clone().find(|&i| !role(view.word(i))).filter(|&i| i > phrase.start)?;
    let name = view.name_from(start);
    (name.end == phrase.end && name.len() > 1).then_some(name)
}

/// A name without what stands before its last title ("Mr.", "GOP Rep.", "Former President"); a title alone stays.
fn untitled(view: &View<'_>, name: Range<usize>) -> Range<usize> {
    let last = name.clone().rev().skip(1).find(|&i| lists::title(view.word(i)));
    let Some(last) = last else { return name };
    let start = match (view.word(last + 1), view.word(last + 2)) {
        ("of", "the") => last + 4, // "Speaker of the House Ruiz"
        ("of", _) => last + 3,     // "Secretary of State Ruiz"
        _ => last + 1,
    };
    if start < name.end { start..name.end } else { name }
}

/// The outlet that was told, where one was.
fn outlet(view: &View<'_>, at: usize) -> Option<SmolStr> {
    let at = if view.word(at).eq_ignore_ascii_case("the") { at + 1 } else { at };
    let name = view.name_from(at);
    let press = name.clone().any(|i| lists::press(view.word(i)));
    press.then(|| SmolStr::new(view.phrase(name)))
}
