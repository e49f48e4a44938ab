//! A value's place in the parse → what it counts, what happens to it, who, where and when.
//!
//! Heads follow Universal Dependencies: a number is `nummod` of the noun it counts, the noun an argument of its
//! predicate. Where a sentence is not parsed, the noun is the end of the noun chunk to the right and the predicate the
//! nearest verb.

use crate::english;
use std::ops::Range;

use crate::model::{DepRel, Document, Role, Sentence, SentenceView, Upos};

/// The tokens that play a part around one value.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Head noun of what the value is of.
    pub(crate) head: Option<u32>,
    /// Modifiers of the head, the value's own tokens left out.
    pub(crate) modifiers: Vec<u32>,
    /// The predicate, and whether the head undergoes it.
    pub(crate) predicate: Option<(u32, bool)>,
    /// Heads of the participants, places and times of the predicate.
    pub(crate) arguments: Vec<(Role, u32)>,
}

impl Frame {
    /// The head with its modifiers, in the text's words.
    pub(crate) fn words(&self, document: &Document<'_>, sentence: &Sentence) -> String {
        let mut all: Vec<u32> = self.modifiers.iter().copied().chain(self.head).collect();
        all.sort_unstable();
        all.iter().map(|&t| document.word(sentence, t)).collect::<Vec<_>>().join(" ")
    }
}

/// The frame around the value carried by `value` (absolute token indices).
pub(crate) fn around(document: &Document<'_>, sentence: &Sentence, value: Range<u32>) -> Frame {
    let tree = SentenceView::new(document, sentence);
    if sentence.parsed { tree.parsed_frame(&value) } else { tree.flat_frame(&value) }
}

/// The frame with another predicate, its participants those of that one.
pub(crate) fn around_predicate(
    document: &Document<'_>,
    sentence: &Sentence,
    value: &Range<u32>,
    predicate: Option<(u32, bool)>,
    frame: Frame,
) -> Frame {
    let tree = SentenceView::new(document, sentence);
    let arguments = predicate.map_or_else(Vec::new, |(token, _)| tree.arguments_of(token, value));
    Frame { predicate, arguments, ..frame }
}

impl SentenceView<'_, '_> {
    fn is_nominal(&self, i: u32) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// The token of a run whose head lies outside of it: the number itself rather than its "more than".
    pub(crate) fn root_of(&self, run: &Range<u32>) -> u32 {
        let outside =
            |&i: &u32| self.upos(i) != Upos::Punct && self.head(i).is_none_or(|h| !run.contains(&h));
        let counts = |&i: &u32| self.deprel(i) == DepRel::Nummod;
        let mut roots = run.clone().filter(outside);
        roots.clone().rev().find(counts).or_else(|| roots.next_back()).unwrap_or(run.start)
    }

    fn parsed_frame(&self, value: &Range<u32>) -> Frame {
        let mut frame = Frame::default();
        let root = self.root_of(value);
        let mut at = root;
        if let Some(noun) = self.counted_noun(root, value) {
            frame.head = Some(noun);
            frame.modifiers = self.modifiers(noun, value);
            at = noun;
        }
        frame.predicate = self.predicate_of(at);
        if let Some((predicate, _)) = frame.predicate {
            frame.arguments = self.arguments_of(predicate, value);
        }
        if let Some(head) = frame.head {
            frame.arguments.extend(self.complements(head, value));
        }
        frame
    }

    /// The noun that the value quantifies or modifies: its governor, or the complement of "of" behind it.
    fn counted_noun(&self, root: u32, value: &Range<u32>) -> Option<u32> {
        let modifies = matches!(
            self.deprel(root),
            DepRel::Nummod
                | DepRel::Amod
                | DepRel::Compound
                | DepRel::Appos
                | DepRel::Det
                | DepRel::NmodPoss
                | DepRel::Nmod
                | DepRel::NmodUnmarked
                | DepRel::Advmod
                | DepRel::Acl
                | DepRel::AclRelcl
                | DepRel::Dep
        );
        match self.head(root) {
            Some(h) if modifies && self.is_nominal(h) && !value.contains(&h) => Some(h),
            _ => self.children(root).find(|&c| {
                !value.contains(&c)
                    && matches!(self.deprel(c), DepRel::Nmod)
                    && c > root
                    && self.is_nominal(c)
            }),
        }
    }

    fn modifiers(&self, noun: u32, value: &Range<u32>) -> Vec<u32> {
        let first = self.head(noun).filter(|_| self.deprel(noun) == DepRel::Flat);
        self.children(first.unwrap_or(noun))
            .chain(first)
            .filter(|&c| c != noun && !value.contains(&c) && c.abs_diff(noun) < 8)
            .filter(|&c| {
                let relation = self.deprel(c);
                Some(c) == first
                    || matches!(
                        relation,
                        DepRel::Amod | DepRel::Compound | DepRel::Flat | DepRel::NmodDesc | DepRel::NmodPoss
                    )
            })
            .collect()
    }

    /// The verb (or predicative word) that a token is an argument of, climbing through nominal dependents.
    fn predicate_of(&self, start: u32) -> Option<(u32, bool)> {
        let mut at = start;
        for _ in 0..6 {
            let relation = self.deprel(at);
            if self.upos(at) == Upos::Verb && at != start {
                return Some((at, false));
            }
            let head = self.head(at)?;
            if matches!(self.upos(head), Upos::Verb | Upos::Aux) || self.has_subject(head) {
                let undergoes = matches!(relation, DepRel::Obj | DepRel::NsubjPass | DepRel::Acl);
                return Some((head, undergoes));
            }
            if let Some(acl) = self.children(at).find(|&c| self.deprel(c) == DepRel::Acl) {
                return Some((acl, true));
            }
            at = head;
        }
        None
    }

    fn has_subject(&self, i: u32) -> bool {
        self.children(i).any(|c| matches!(self.deprel(c), DepRel::Nsubj | DepRel::NsubjPass))
    }

    fn arguments_of(&self, predicate: u32, value: &Range<u32>) -> Vec<(Role, u32)> {
        let mut found = Vec::new();
        for c in self.children(predicate).filter(|c| !value.contains(c)) {
            let role = match self.deprel(c) {
                DepRel::Nsubj | DepRel::NsubjPass | DepRel::Obj | DepRel::Iobj | DepRel::OblAgent => {
                    Role::Who
                }
                DepRel::OblUnmarked => Role::When,
                DepRel::Obl => self.oblique_role(c),
                _ => continue,
            };
            found.push((role, c));
        }
        found
    }

    fn complements(&self, noun: u32, value: &Range<u32>) -> Vec<(Role, u32)> {
        self.children(noun)
            .filter(|c| !value.contains(c) && self.deprel(*c) == DepRel::Nmod)
            .map(|c| (if self.case_is(c, &["of", "from"]) { Role::Of } else { self.oblique_role(c) }, c))
            .collect()
    }

    fn oblique_role(&self, i: u32) -> Role {
        if self.case_is(i, &english::words().place_prepositions) {
            if self.upos(i) == Upos::Num { Role::When } else { Role::Where }
        } else {
            Role::Of
        }
    }

    fn case_is(&self, i: u32, words: &[&str]) -> bool {
        self.children(i).any(|c| {
            let word = self.document.word(self.sentence, c);
            self.deprel(c) == DepRel::Case && words.iter().any(|w| word.eq_ignore_ascii_case(w))
        })
    }

    /// Without a parse: the last noun of the chunk to the right, and the nearest verb.
    fn flat_frame(&self, value: &Range<u32>) -> Frame {
        let mut frame = Frame::default();
        let mut i = value.end;
        while self.token(i).is_some() && matches!(self.upos(i), Upos::Noun | Upos::Propn | Upos::Adj) {
            frame.modifiers.extend(frame.head.replace(i));
            i += 1;
        }
        let verb = |i: &u32| self.upos(*i) == Upos::Verb;
        let left = (self.sentence.tokens.start..value.start).rev().find(verb);
        let right = (i..self.sentence.tokens.end).find(verb);
        frame.predicate = match (left, right) {
            (Some(l), Some(r)) if value.start - l < r - i => Some((l, true)),
            (_, Some(r)) => Some((r, false)),
            (Some(l), None) => Some((l, true)),
            (None, None) => None,
        };
        frame
    }
}
