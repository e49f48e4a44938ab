//! The place of a time in its sentence → the word that tells what happened then.
//!
//! A parser hangs a time on the nearest clause, which often only says where somebody stood or where a bar is: "was shot
//! outside the bar, which is located on Elm Street, at 2 a.m.". The words around it say more: the event's noun that it
//! stands before or behind ("Tuesday's debate", "a shooting early Sunday"), the participle that it follows ("those
//! injured at 2 a.m."), the "when" behind it ("was walking home about 10 p.m. when he was shot").

use std::ops::Range;

use super::counted::group;
use super::frame::{self, Frame};
use super::tagged::Tagged;
use crate::english;
use crate::model::{DepRel, Document, Penn, Sentence, SentenceView, Upos};

/// Tokens behind a time in which "when" may tell what happened then.
const WHEN: u32 = 12;

/// The frame around the time that these tokens (of the document) give: its predicate is what happened then, its head a
/// noun that the time stands beside.
pub(crate) fn around(document: &Document<'_>, sentence: &Sentence, time: Range<u32>) -> Frame {
    let mut frame = frame::around(document, sentence, time.clone());
    let first = sentence.tokens.start;
    let tagged = Tagged::new(document, sentence);
    let place = Place { tagged, start: time.start - first, end: time.end - first };
    let predicate = event(&SentenceView::new(document, sentence), &place, &frame);
    if predicate.map(|p| p.0) != frame.predicate.map(|p| p.0) {
        frame = frame::around_predicate(document, sentence, &time, predicate, frame);
    }
    if frame.head.is_some_and(|h| !place.is_event(h - first) && !place.leads_to(h - first)) {
        frame.head = None;
        frame.modifiers.clear();
    }
    frame
}

/// The token of the document that tells what happened, and whether it is done to somebody.
fn event(tree: &SentenceView<'_, '_>, place: &Place<'_, '_>, frame: &Frame) -> Option<(u32, bool)> {
    let first = tree.sentence.tokens.start;
    let absolute = |i: u32| (first + i, false);
    if let Some(noun) = place.noun_behind() {
        return Some(absolute(noun));
    }
    if let Some(verb) = place.participle_before() {
        return Some(incident(tree, place, first + verb).unwrap_or(absolute(verb)));
    }
    let own = frame.head.filter(|h| place.is_event(h - first));
    // "arrested in the robbery Sunday" may speak of the day of the arrest.
    let apart = |noun: u32| {
        frame.predicate.is_some_and(|(v, _)| v < noun && has_own_time(&place.tagged.lemma(v - first)))
    };
    if let Some(noun) = own.filter(|&noun| !apart(noun)) {
        return Some((noun, false));
    }
    let Some((token, undergoes)) = frame.predicate else { return place.noun_before().map(absolute) };
    let verb = token - first;
    if place.is_background(verb)
        && let Some(event) = place.when_behind()
    {
        return Some(absolute(event));
    }
    if place.tells(verb) && !place.is_empty(verb) {
        return Some(incident(tree, place, token).unwrap_or((token, undergoes)));
    }
    if let Some(noun) = place.noun_before().or_else(|| place.described_by(verb)) {
        return Some(absolute(noun));
    }
    let above = above(tree, place, token, first);
    above
        .map(|(event, acted)| incident(tree, place, event).unwrap_or((event, acted)))
        .or(Some((token, undergoes)))
}

/// "The shooting happened", "injured in a shooting": the noun that names what a verb only says to have happened, or to
/// have hurt somebody.
fn incident(tree: &SentenceView<'_, '_>, place: &Place<'_, '_>, verb: u32) -> Option<(u32, bool)> {
    let first = tree.sentence.tokens.start;
    let lemma = place.tagged.lemma(verb - first);
    let class =
        if place.takes_place(verb - first) { "happen" } else { english::predicate_class(&lemma)?.name() };
    let event =
        |&i: &u32| place.is_event(i - first) && !english::same_event(&place.tagged.lemma(i - first), &lemma);
    let relation = |i: u32| tree.deprel(i);
    let found = match class {
        "happen" => {
            let subject = tree.children(verb).find(|&c| relation(c) == DepRel::Nsubj);
            let described = tree.head(verb).filter(|_| relation(verb) == DepRel::AclRelcl);
            let beside = verb.checked_sub(1).filter(|&b| b >= first);
            described
                .filter(event)
                .or(subject.filter(event))
                .or(beside.filter(|&b| place.names_event(b - first)))
        }
        "injure" | "die" if lemma != "die" => {
            let within = |&i: &u32| {
                let case =
                    |c: u32| relation(c) == DepRel::Case && place.tagged.is_any(c - first, &["in", "during"]);
                tree.children(i).any(case)
            };
            tree.children(verb).filter(|&c| relation(c) == DepRel::Obl).filter(within).find(event)
        }
        _ => None,
    };
    let hurts = matches!(class, "injure" | "die") && lemma != "die";
    let behind = || place.incident_behind().filter(|_| hurts).map(|i| first + i);
    found.or_else(behind).map(|noun| (noun, false))
}

/// Returns whether the lemma tells that somebody was called or came, or what a court or the police did about a deed. Such has a time of its
/// own, whatever noun it speaks of ("alerted to the shooting", "found guilty of murder").
fn has_own_time(lemma: &str) -> bool {
    english::predicate_classes(lemma).iter().any(|class| english::incidents().own_time.contains(class.name()))
}

/// Up from a clause that only describes a noun: the predicate of that noun, if it tells something that happens.
fn above(tree: &SentenceView<'_, '_>, place: &Place<'_, '_>, from: u32, first: u32) -> Option<(u32, bool)> {
    let mut at = from;
    if !matches!(tree.deprel(at), DepRel::Acl | DepRel::AclRelcl) {
        return None;
    }
    for _ in 0..6 {
        at = tree.head(at)?;
        let verb = tree.token(at).is_some_and(|t| t.upos == Upos::Verb);
        if (verb || place.is_event(at - first)) && place.tells(at - first) {
            return Some((at, matches!(tree.deprel(at), DepRel::Acl)));
        }
    }
    None
}

/// A time in its sentence, tokens counted from the sentence's first.
struct Place<'d, 'a> {
    tagged: Tagged<'d, 'a>,
    start: u32,
    end: u32,
}

impl Place<'_, '_> {
    /// The same of a noun that the tagger takes for a participle ("says shooting happened at 2").
    fn names_event(&self, at: u32) -> bool {
        let participle = self.tagged.penn(at) == Penn::Vbg && is_event_noun(self.tagged.word(at));
        participle || self.is_event(at)
    }

    /// Returns whether the word is a noun for something that happens.
    fn is_event(&self, at: u32) -> bool {
        matches!(self.tagged.penn(at), Penn::Nn | Penn::Nns) && is_event_noun(&self.tagged.lemma(at))
    }

    /// "Tuesday's debate", "a Thursday night protest", "in Friday shooting".
    fn noun_behind(&self) -> Option<u32> {
        let tagged = &self.tagged;
        let possessive = tagged.penn(self.end) == Penn::Pos;
        let before = self.start.checked_sub(1);
        let opened = before.is_some_and(|b| {
            matches!(tagged.penn(b), Penn::Dt | Penn::PrpS | Penn::Jj)
                || tagged.is_any(b, &["in", "after", "during", "from", "of"])
        });
        // "the 2 a.m. shooting": the article may be counted in
        let inside = matches!(tagged.penn(self.start), Penn::Dt | Penn::PrpS);
        if !(possessive || opened || inside) {
            return None;
        }
        let from = self.end + u32::from(possessive);
        // "the 4 a.m. shooting that killed two": a participle to the tagger
        if tagged.penn(from) == Penn::Vbg && is_event_noun(tagged.word(from)) && !tagged.is_noun(from + 1) {
            return Some(from);
        }
        let noun = group(tagged, from)?;
        // "the 2016 election and possible ties"
        let head = noun.clone().find(|&i| tagged.penn(i) == Penn::Cc).unwrap_or(noun.end).checked_sub(1)?;
        (noun.len() < 6 && self.is_event(head)).then_some(head)
    }

    /// The word before the time and its preposition.
    fn before(&self) -> Option<u32> {
        let tagged = &self.tagged;
        let mut at = self.start.checked_sub(1)?;
        if tagged.is_any(at, &english::words().time_openers) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// "those injured at 2 a.m.", "a report released Tuesday".
    fn participle_before(&self) -> Option<u32> {
        let at = self.before().filter(|_| self.tagged.penn(self.end) != Penn::Pos)?;
        let tagged = &self.tagged;
        // A tagger takes "was fatally shot" for a noun now and then.
        let shot = tagged.is(at, "shot")
            && at
                .checked_sub(1)
                .is_some_and(|b| tagged.penn(b) == Penn::Rb || tagged.is_any(b, &["was", "were"]));
        let verb = matches!(tagged.penn(at), Penn::Vbn | Penn::Vbd);
        if shot {
            return Some(at);
        }
        (verb && self.tells(at) && english::predicate_class(&self.tagged.lemma(at)).is_some()).then_some(at)
    }

    /// "injured early Saturday in a shooting"
    fn incident_behind(&self) -> Option<u32> {
        let tagged = &self.tagged;
        if !tagged.is_any(self.end, &["in", "during"]) {
            return None;
        }
        let article = tagged.penn(self.end + 1) == Penn::Dt;
        let noun = group(tagged, self.end + 1 + u32::from(article))?;
        noun.end.checked_sub(1).filter(|&head| self.is_event(head))
    }

    /// "a shooting early Sunday", where no verb is near.
    fn noun_before(&self) -> Option<u32> {
        let of = self.start.checked_sub(1).filter(|&i| self.tagged.is_any(i, &["from", "of"]));
        let at = of.map_or_else(|| self.before(), |i| i.checked_sub(1))?;
        // "a conviction in Salem from 1992"
        let names = (0..=at).rev().take_while(|&i| self.tagged.penn(i) == Penn::Nnp).count() as u32;
        let place =
            at.checked_sub(names).filter(|&i| names > 0 && self.tagged.is_any(i, &["in", "at", "near"]));
        let at = place.map_or(Some(at), |i| i.checked_sub(1))?;
        self.is_event(at).then_some(at)
    }

    /// "convictions, spanning from 1990 to 1991": the noun that a participle describes.
    fn described_by(&self, verb: u32) -> Option<u32> {
        let before = verb.checked_sub(1)?;
        let comma = self.tagged.penn(before) == Penn::Comma;
        let at = if comma { before.checked_sub(1)? } else { before };
        (self.tagged.penn(verb) == Penn::Vbg && self.is_event(at)).then_some(at)
    }

    /// Returns whether only words of its own phrase stand between the noun and the time.
    fn leads_to(&self, noun: u32) -> bool {
        noun < self.start && self.before() == Some(noun) || noun >= self.end && noun - self.end < 6
    }

    /// "was walking home", "were standing outside": what was going on when it happened.
    fn is_background(&self, verb: u32) -> bool {
        let lemma = self.tagged.lemma(verb);
        self.tagged.penn(verb) == Penn::Vbg || is_state(&lemma)
    }

    /// The verb of the "when" clause behind the time.
    fn when_behind(&self) -> Option<u32> {
        let tagged = &self.tagged;
        let reach = self.end..(self.end + WHEN).min(tagged.len());
        let when = reach.clone().find(|&i| tagged.is(i, "when"))?;
        let verb = (when + 1..(when + WHEN).min(tagged.len())).find(|&i| is_verb(tagged, i))?;
        // "began firing", "started shooting"
        let begun = tagged.is_any(verb, &["began", "started"]) && tagged.penn(verb + 1) == Penn::Vbg;
        Some(if begun { verb + 1 } else { verb })
    }

    /// Verbs that say nothing by themselves: "had a bad night in his debate last week".
    fn is_empty(&self, verb: u32) -> bool {
        let empty =
            matches!(self.tagged.lemma(verb).as_str(), "be" | "have" | "make" | "take" | "get" | "do");
        empty && !self.takes_place(verb)
    }

    fn takes_place(&self, verb: u32) -> bool {
        self.tagged.lemma(verb) == "take" && self.tagged.is(verb + 1, "place")
    }

    /// Returns whether the word tells something that happens, rather than how things are.
    fn tells(&self, at: u32) -> bool {
        let verb = matches!(
            self.tagged.penn(at),
            Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbn | Penn::Vbp | Penn::Vbz
        );
        (verb || self.is_event(at)) && !is_state(&self.tagged.lemma(at))
    }
}

fn is_verb(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    matches!(tagged.penn(at), Penn::Vbd | Penn::Vbn | Penn::Vbg | Penn::Vbp | Penn::Vbz)
        && !matches!(tagged.lemma(at).as_str(), "be" | "have" | "get" | "do")
}

/// Verbs that say where or when something is, and not what happens.
fn is_state(lemma: &str) -> bool {
    english::incidents().states.contains(lemma)
}

/// Nouns for what has a time of its own.
fn is_event_noun(lemma: &str) -> bool {
    english::incidents().gatherings.contains(lemma)
        || english::predicate_class(lemma).is_some()
            && !english::incidents().event_like.contains(lemma)
            && !english::is_person_noun(lemma)
}
