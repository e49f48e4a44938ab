//! Words that limit the time after them: "no later than", "as of", "shortly before".

use super::Reader;
use super::lexicon::{Lex, Limit};

impl Reader<'_> {
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
            _ if self.is_any(q, &["no", "not"]) => self.no_later(q),
            Lex::On if self.lex(q + 1) == Lex::Or => match self.lex(q + 2) {
                Lex::Limit(Limit::Before) => Some((q + 3, Limit::By)),
                Lex::Limit(Limit::After) => Some((q + 3, Limit::Since)),
                _ => None,
            },
            _ if self.is(q, "as") && self.is_any(q + 1, &["of", "early", "late", "far"]) => self.as_early(q),
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
        let limit = if self.is(p + 1, "late") { Limit::Until } else { Limit::Since };
        let q = if self.is(p + 1, "far") && self.is(p + 2, "back") { p + 3 } else { p + 2 };
        self.is(q, "as").then_some((q + 1, limit))
    }
}
