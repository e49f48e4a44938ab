//! What stands around a time → which way the sentence looks, and the limits ("no later than") that open one.

use super::Reader;
use super::fields::Direction;
use super::lexicon::{Lex, Limit};

/// How many atoms away a verb still tells the direction.
const REACH: usize = 14;

impl Reader<'_> {
    /// Does the sentence look back or ahead at `p`? The nearest telling word before it decides, else the nearest after.
    pub(super) fn direction(&self, p: usize) -> Direction {
        let before = (p.saturating_sub(REACH)..p).rev().find_map(|q| self.tense(q));
        let after = || (p..p.saturating_add(REACH)).find_map(|q| self.tense(q));
        before.or_else(after).unwrap_or(Direction::Unsaid)
    }

    /// What one word says of the direction.
    fn tense(&self, p: usize) -> Option<Direction> {
        let word = self.word(p);
        if word.len() < 2 || word.len() > 12 {
            return None;
        }
        let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
        if is(&["will", "ll", "shall", "upcoming", "forthcoming", "slated", "tomorrow", "due", "wo"]) {
            return Some(Direction::Future);
        }
        if is(&[
            "set",
            "scheduled",
            "expected",
            "planned",
            "going",
            "plans",
            "hopes",
            "wants",
            "likely",
            "poised",
        ]) || is(&["hope", "want", "plan", "intend", "intends", "aims", "planning", "next"])
        {
            let leads =
                self.lex(p + 1) == Lex::To || self.lex(p + 1) == Lex::For || self.lex(p + 1) == Lex::On;
            return leads.then_some(Direction::Future);
        }
        if is(&[
            "was", "were", "had", "did", "been", "said", "told", "died", "came", "began", "killed", "won",
            "took",
        ]) || is(&[
            "held", "made", "found", "left", "met", "went", "shot", "saw", "gave", "got", "broke", "ago",
            "struck",
        ]) {
            return Some(Direction::Past);
        }
        let past = word.len() > 4 && word.ends_with("ed") && !self.atom(p).capital;
        past.then_some(Direction::Past)
    }

    /// A word that limits the time after it, and whether the time is only just beyond ("shortly before").
    pub(super) fn limit(&self, p: usize) -> Option<(usize, Limit, bool)> {
        let (q, near) = match self.lex(p) {
            Lex::Just => (p + 1, true),
            Lex::A if self.is_any(p + 1, &["little", "bit"]) => (p + 2, true),
            _ => (p, false),
        };
        let found = match self.lex(q) {
            Lex::Limit(limit) => Some((q + 1, limit)),
            Lex::Starting => Some((self.skip(q + 1, Lex::On), Limit::Since)),
            Lex::Other if self.is(q, "beginning") => Some((q + 1, Limit::Since)),
            Lex::Share(_) | Lex::More => self.compared(q),
            _ if self.is(q, "no") => self.no_later(q),
            _ if self.is(q, "as") && self.is_any(q + 1, &["of", "early", "late"]) => self.as_early(q),
            _ if self.is(q, "prior") && self.lex(q + 1) == Lex::To => Some((q + 2, Limit::Before)),
            _ if self.is(q, "greater") && self.lex(q + 1) == Lex::Than => Some((q + 2, Limit::After)),
            _ if self.is(q, "anytime") || self.lex(q) == Lex::Every && self.lex(q + 1) == Lex::Time => {
                let from = if self.is(q, "anytime") { q + 1 } else { q + 2 };
                match self.lex(from) {
                    Lex::From => Some((from + 1, Limit::Since)),
                    Lex::Limit(limit) => Some((from + 1, limit)),
                    _ => None,
                }
            }
            _ => None,
        };
        let (e, limit) = found?;
        let e = if self.lex(e) == Lex::Sign(b'-') { return None } else { e };
        Some((e, limit, near)).filter(|_| !near || matches!(limit, Limit::Before | Limit::After))
    }

    /// "later than", "earlier than", "beginning on".
    fn compared(&self, p: usize) -> Option<(usize, Limit)> {
        if self.lex(p + 1) == Lex::Than {
            return match self.word(p) {
                w if w.eq_ignore_ascii_case("later") => Some((p + 2, Limit::After)),
                w if w.eq_ignore_ascii_case("earlier") => Some((p + 2, Limit::Before)),
                _ => None,
            };
        }
        (self.is(p, "beginning") && self.lex(p + 1) != Lex::Of)
            .then(|| (self.skip(p + 1, Lex::On), Limit::Since))
    }

    /// "no later than", "no earlier than".
    fn no_later(&self, p: usize) -> Option<(usize, Limit)> {
        (self.lex(p + 2) == Lex::Than).then_some(())?;
        match self.word(p + 1) {
            w if w.eq_ignore_ascii_case("later") => Some((p + 3, Limit::By)),
            w if w.eq_ignore_ascii_case("earlier") => Some((p + 3, Limit::Since)),
            _ => None,
        }
    }

    /// "as early as", "as late as", "as of".
    fn as_early(&self, p: usize) -> Option<(usize, Limit)> {
        if self.lex(p + 1) == Lex::Of {
            return Some((p + 2, Limit::Since));
        }
        let limit = if self.is(p + 1, "early") { Limit::Since } else { Limit::Until };
        self.is(p + 2, "as").then_some((p + 3, limit))
    }
}
