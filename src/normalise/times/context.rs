//! What stands around a time → which way the sentence looks, and the limits ("no later than") that open one.

use super::Reader;
use super::fields::Direction;
use super::lexicon::{Lex, Limit};

/// How many atoms away a verb still tells the direction.
const REACH: usize = 14;

impl Reader<'_> {
    /// Does the sentence look back or ahead at `p`? The nearest telling word before it decides; a time that opens its
    /// clause is told of by what follows ("On Tuesday, the Senate will vote").
    pub(super) fn direction(&self, p: usize) -> Direction {
        let before = (p.saturating_sub(REACH)..p).rev().find_map(|q| self.tense(q));
        let opens = p <= 2 || matches!(self.before(p).lex, Lex::On | Lex::Sign(b',' | b'"'));
        let after = || (p..p.saturating_add(REACH)).filter(|_| opens).find_map(|q| self.tense(q));
        before.or_else(after).unwrap_or(Direction::Unsaid)
    }

    /// What one word says of the direction.
    fn tense(&self, p: usize) -> Option<Direction> {
        const AHEAD: &[&str] =
            &["will", "ll", "shall", "upcoming", "forthcoming", "slated", "tomorrow", "wo"];
        const MODAL: &[&str] = &["would", "should", "might", "must"];
        const PLANNED: &[&str] = &[
            "set",
            "scheduled",
            "expected",
            "planned",
            "going",
            "plans",
            "plan",
            "planning",
            "hopes",
            "hope",
            "wants",
            "want",
            "likely",
            "poised",
            "intends",
            "intend",
            "aims",
            "supposed",
            "due",
            "ready",
            "promised",
            "ahead",
        ];
        const TOLD: &[&str] = &[
            "was", "were", "had", "did", "been", "said", "told", "died", "came", "began", "killed", "won",
            "took", "held", "made", "found", "left", "met", "went", "shot", "saw", "gave", "got", "broke",
            "ago", "struck",
        ];
        let word = self.word(p);
        if word.len() < 2 || word.len() > 12 {
            return None;
        }
        let next = self.lex(p + 1);
        if self.is_any(p, AHEAD) || self.is(p, "advance") && next == Lex::Of {
            return Some(Direction::Future);
        }
        if self.is_any(p, MODAL) || word == "may" {
            return Some(if self.is(p + 1, "have") { Direction::Past } else { Direction::Future });
        }
        if self.is_any(p, PLANNED) && matches!(next, Lex::To | Lex::For | Lex::On | Lex::Of) {
            return Some(Direction::Future);
        }
        // "is to be sentenced", "is running"
        if self.lex(p) == Lex::To && p > 0 && self.is_any(p - 1, &["is", "are"]) {
            return Some(Direction::Future);
        }
        if self.is_any(p, &["is", "are"]) && self.word(p + 1).ends_with("ing") {
            return Some(Direction::Unsaid);
        }
        let strong = self.is_any(p, TOLD);
        let weak = word.len() > 4 && word.ends_with("ed") && !self.atom(p).capital;
        if (strong || weak) && self.after_be(p) {
            return (p > 1 && self.lex(p - 2) == Lex::To).then_some(Direction::Future);
        }
        if strong {
            return Some(Direction::Past);
        }
        weak.then_some(Direction::PerhapsPast)
    }

    /// "be held", "be formally sentenced": no past for all its form.
    fn after_be(&self, p: usize) -> bool {
        p > 0 && (self.is(p - 1, "be") || p > 1 && self.is(p - 2, "be") && self.word(p - 1).ends_with("ly"))
    }

    /// A word that limits the time after it, and whether the time is only just beyond ("shortly before").
    pub(super) fn limit(&self, p: usize) -> Option<(usize, Limit, bool)> {
        let (q, near) = match self.lex(p) {
            Lex::Just => (p + 1, true),
            Lex::A if self.is_any(p + 1, &["little", "bit"]) => (p + 2, true),
            Lex::A | Lex::Few | Lex::Card(_) | Lex::Digits(..) => match self.amount(p) {
                Some((e, amount)) if amount.in_minutes() => (e, true),
                _ => return None,
            },
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
            return Some((p + 2, Limit::AsOf));
        }
        let limit = if self.is(p + 1, "early") { Limit::Since } else { Limit::Until };
        self.is(p + 2, "as").then_some((p + 3, limit))
    }
}
