//! A tagged sentence and the mentions in it → the noun groups around a mention: what it is of, and the subject before.
//!
//! Noun groups never reach into another quantity; a time within one ("sales in 2018") is passed over.

use crate::english;
use std::ops::Range;

use super::tagged::Tagged;
use crate::model::{Mention, MentionKind, Penn, Value};

/// One sentence with its mentions.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'d, 'a, 'm> {
    pub(crate) tagged: Tagged<'d, 'a>,
    pub(crate) mentions: &'m [Mention],
}

impl Clause<'_, '_, '_> {
    /// The mention that covers a token.
    pub(super) fn mention_at(&self, at: u32) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.tokens.contains(&at) && m.kind != MentionKind::Ordinal)
    }

    pub(super) fn in_quantity(&self, at: u32) -> bool {
        self.mention_at(at).is_some_and(|m| !matches!(m.value, Value::Time(_)) && !self.is_person(m))
    }

    /// "A 60-year-old might": an age that stands for who is that old, as the subject of a verb.
    fn is_person(&self, mention: &Mention) -> bool {
        let (tagged, end) = (&self.tagged, mention.tokens.end);
        let article = mention.tokens.start.checked_sub(1).is_some_and(|a| tagged.penn(a) == Penn::Dt);
        mention.kind == MentionKind::Age && article && tagged.is(end - 1, "old") && self.is_finite(end)
    }

    /// The end of the ages behind a noun that say which people are meant ("men aged 18 to 34").
    pub(super) fn with_ages(&self, end: u32) -> u32 {
        self.mention_at(end)
            .filter(|m| self.is_aged(m) && m.tokens.start == end)
            .map_or(end, |m| m.tokens.end)
    }

    fn is_aged(&self, mention: &Mention) -> bool {
        mention.kind == MentionKind::Age && self.tagged.is_any(mention.tokens.start, &["aged", "ages"])
    }

    /// "a market worth $2 billion": no word of the noun group, for all that the tagger thinks.
    fn is_worth(&self, at: u32) -> bool {
        self.tagged.is(at, "worth") && self.in_quantity(at + 1)
    }

    pub(super) fn in_time(&self, at: u32) -> bool {
        self.mention_at(at).is_some_and(|m| matches!(m.value, Value::Time(_)))
    }

    /// The content words of a range, quantities left out.
    pub(crate) fn content(&self, mut range: Range<u32>) -> String {
        while !range.is_empty() && self.in_time(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && self.in_time(range.end - 1) {
            range.end -= 1;
        }
        let mut parts: Vec<String> = Vec::new();
        let mut start = range.start;
        for at in range.clone().chain(std::iter::once(range.end)) {
            let apart = self.in_quantity(at) && !self.mention_at(at).is_some_and(|m| self.is_aged(m));
            if at == range.end || apart || self.is_worth(at) {
                parts.push(self.tagged.content(start..at));
                start = at + 1;
            }
        }
        parts.retain(|p| !p.is_empty());
        parts.join(" ")
    }

    /// The noun groups that end before `end`, joined by prepositions.
    pub(super) fn chain_left(&self, end: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let (mut start, mut noun, mut first) = (end, false, end);
        while let Some(at) = start.checked_sub(1) {
            // A determiner opens its group: what stands before it belongs to another, unless it is joined.
            if noun
                && start < end
                && self.opens_group(start)
                && !tagged.is_any(at, &english::words().noun_joints)
            {
                break;
            }
            let joint = tagged.is_any(at, &english::words().noun_joints)
                && (self.nominal(at + 1) || self.mention_at(at + 1).is_some())
                && self.ends_noun(at);
            let participle = matches!(tagged.penn(at), Penn::Vbg | Penn::Vbn)
                && noun
                && self.nominal(at + 1)
                && !self.ends_noun(at);
            if noun && let Some(front) = self.attribute(at, start) {
                start = front;
                continue;
            }
            if self.in_quantity(at) {
                // "homes from $750,000 to $1 million stay": only what the quantity describes is the subject
                if noun || !self.quantity_describes(at) {
                    break;
                }
            } else if self.in_time(at) {
                start = at;
                continue;
            } else if !(self.nominal(at) || participle || joint && (noun || start < end) || tagged.joined(at))
            {
                break;
            }
            noun |= tagged.is_noun(at);
            start = at;
            if !joint && !self.in_quantity(at) {
                first = at;
            }
        }
        noun.then_some(first..end)
    }

    /// "a turbocharged 1.6 liter engine": where an amount begins that stands between adjectives and their noun.
    fn attribute(&self, at: u32, noun: u32) -> Option<u32> {
        let mention = self.mention_at(at).filter(|m| m.tokens.end == noun)?;
        let measured =
            matches!(mention.kind, MentionKind::Measure | MentionKind::Money | MentionKind::Duration);
        let before = mention.tokens.start.checked_sub(1)?;
        let described = matches!(self.tagged.penn(before), Penn::Jj | Penn::Jjr | Penn::Jjs | Penn::Vbn);
        (measured && described).then_some(mention.tokens.start)
    }

    fn opens_group(&self, at: u32) -> bool {
        matches!(self.tagged.penn(at), Penn::Dt | Penn::PrpS) && self.nominal(at + 1)
    }

    /// Returns whether the quantity is joined by a preposition to a noun before it.
    fn quantity_describes(&self, at: u32) -> bool {
        let Some(mention) = self.mention_at(at) else { return false };
        let before = mention.tokens.start.checked_sub(1);
        let opens =
            self.tagged.is_any(mention.tokens.start, &["from", "between", "over", "under", "aged", "with"]);
        let joined =
            before.is_some_and(|b| self.tagged.is_any(b, &english::words().noun_joints) && self.ends_noun(b));
        // "the MacBook Pro 16 inch is"
        let sized = mention.kind == MentionKind::Measure && before.is_some_and(|b| self.tagged.is_noun(b));
        joined || sized || opens && self.ends_noun(mention.tokens.start)
    }

    fn nominal(&self, at: u32) -> bool {
        self.mention_at(at).is_some_and(|m| self.is_person(m))
            || self.tagged.is_noun(at)
            || matches!(
                self.tagged.penn(at),
                Penn::Jj
                    | Penn::Jjs
                    | Penn::Jjr
                    | Penn::Cd
                    | Penn::Dt
                    | Penn::PrpS
                    | Penn::Pos
                    | Penn::Hyph
                    | Penn::Fw
            )
    }

    /// Returns whether the word before `at` ends a noun group.
    fn ends_noun(&self, at: u32) -> bool {
        at.checked_sub(1)
            .is_some_and(|b| self.tagged.is_noun(b) || self.tagged.penn(b) == Penn::Cd || self.in_time(b))
    }

    pub(super) fn is_verb(&self, at: u32) -> bool {
        matches!(
            self.tagged.penn(at),
            Penn::Vb | Penn::Vbd | Penn::Vbp | Penn::Vbz | Penn::Md | Penn::Vbn | Penn::Vbg
        ) && self.mention_at(at).is_none()
            && !self.tagged.joined(at)
            && !(self.tagged.glued(at) && at.checked_sub(1).is_some_and(|b| self.tagged.joined(b)))
    }

    pub(super) fn is_finite(&self, at: u32) -> bool {
        matches!(self.tagged.penn(at), Penn::Vbd | Penn::Vbp | Penn::Vbz | Penn::Md)
    }

    /// The subject of the clause that `edge` stands in: the noun groups before its verb, or before a bare "up".
    pub(crate) fn subject_before(&self, edge: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        if let Some(topic) = self.moved(edge) {
            return Some(topic);
        }
        let mut at = edge;
        let mut spare = None;
        while let Some(verb) = (0..at).rev().find(|&i| self.is_verb(i)) {
            let mut left = verb;
            while left > 0
                && (self.is_verb(left - 1) || matches!(tagged.penn(left - 1), Penn::Rb | Penn::To | Penn::Rp))
            {
                left -= 1;
            }
            // "people earning between $48,000 and": what they do is part of who they are
            let doing = tagged.penn(verb) == Penn::Vbg
                && left == verb
                && verb + 1 == edge
                && self.in_quantity(edge)
                && !tagged.is(verb, "including");
            if doing && left.checked_sub(1).is_some_and(|n| tagged.is_noun(n)) {
                return self.chain_left(left).map(|r| r.start..verb + 1);
            }
            // "the year ending in May, projecting": the first tells which year, and has no subject of its own
            if at != edge && tagged.penn(verb) == Penn::Vbg && left == verb {
                at = left;
                continue;
            }
            let infinitive = tagged.penn(left) == Penn::To;
            left = self.before_relative(left);
            let pronoun = left.checked_sub(1).is_some_and(|p| tagged.penn(p) == Penn::Prp);
            if pronoun && !tagged.is_any(left - 1, &["it", "he", "she", "they"]) {
                return spare;
            }
            match self.chain_left(left).or_else(|| self.appositive(left)) {
                Some(range) if infinitive => spare = spare.or(Some(range)),
                Some(range) if !pronoun => return Some(range),
                _ => {}
            }
            at = left.min(verb);
        }
        spare.or_else(|| if at == edge { self.topic_before(edge) } else { None })
    }

    /// "Acme — The boat builder gained 2%": a subject with the name that heads the sentence, set off by a dash.
    pub(crate) fn with_heading(&self, subject: Range<u32>) -> Range<u32> {
        let tagged = &self.tagged;
        let Some(dash) = subject.start.checked_sub(1).filter(|&d| d > 0) else { return subject };
        let sets_off =
            matches!(tagged.word(dash), "—" | "–" | "--") && tagged.penn(subject.start) == Penn::Dt;
        let name = (0..dash).all(|i| tagged.is_noun(i) || matches!(tagged.word(i), "&" | "." | "'s" | "’s"));
        if sets_off && name && dash <= 6 { 0..subject.end } else { subject }
    }

    /// "Unite Group, down 68p", "Blackmores up 9.4 per cent": the noun right before "up" or "down".
    fn moved(&self, edge: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let mut left = edge.checked_sub(1).filter(|&w| tagged.is_any(w, &["up", "down"]))?;
        if left > 0 && tagged.penn(left - 1) == Penn::Comma {
            left -= 1;
        }
        self.chain_left(left)
    }

    /// Moves from a verb over "which" or "that", a comma or a bracket before it.
    fn before_relative(&self, mut left: u32) -> u32 {
        let tagged = &self.tagged;
        if left > 0 && matches!(tagged.penn(left - 1), Penn::Wdt | Penn::Wp) {
            left -= 1;
            if left > 0 && tagged.penn(left - 1) == Penn::Comma {
                left -= 1;
            }
        }
        if left > 0 && tagged.penn(left - 1) == Penn::CloseBracket {
            let open = (0..left).rev().take(10).find(|&i| tagged.penn(i) == Penn::OpenBracket);
            left = open.unwrap_or(left);
        }
        left
    }

    /// "Frankel, an investor in real estate, acquired": the noun before the words set off by commas.
    fn appositive(&self, left: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let close = left.checked_sub(1).filter(|&c| tagged.penn(c) == Penn::Comma)?;
        // "A day, called a sol, is": the tagger takes such a participle for a past tense
        let opened = |i: u32| i > 0 && tagged.penn(i) == Penn::Vbd && tagged.penn(i - 1) == Penn::Comma;
        let stops = |&i: &u32| tagged.penn(i) == Penn::Comma || self.is_finite(i) && !opened(i);
        let open = (0..close).rev().take(14).find(stops)?;
        let named = tagged.penn(open) == Penn::Comma;
        let subject = self.chain_left(open).filter(|_| named)?;
        // "A day, called a sol, is": both are its names
        let called = tagged.is_any(open + 1, &["called", "named", "dubbed"]);
        Some(if called { subject.start..close } else { subject })
    }

    /// Without a verb: the noun before "up", a comma, a colon ("Unite Group, down 68p").
    fn topic_before(&self, edge: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let mut left = edge;
        let passes = |i: u32| {
            matches!(
                tagged.penn(i),
                Penn::Rb | Penn::Comma | Penn::Colon | Penn::In | Penn::Rp | Penn::Dt | Penn::OpenBracket
            ) || tagged.is_any(i, &["up", "down"])
        };
        while left > 0 && passes(left - 1) {
            left -= 1;
        }
        self.chain_left(left)
    }
}
