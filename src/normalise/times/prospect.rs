//! The atoms at a place → can a time, a calendar time, a time of day begin here at all?
//!
//! The grammar tries many readings at every word that might open a time; these looks at one or two atoms spare it most.

use super::Reader;
use super::lexicon::{Lex, Unit};

impl Reader<'_> {
    /// Small words open a time only before another of its words.
    pub(super) fn hopeless(&self, p: usize) -> bool {
        let nothing = |lex: Lex| matches!(lex, Lex::Other | Lex::Sign(_));
        match self.lex(p) {
            Lex::In
            | Lex::At
            | Lex::From
            | Lex::For
            | Lex::Limit(_)
            | Lex::Between
            | Lex::During
            | Lex::About
            | Lex::Share(_) => {
                let next = self.lex(p + 1);
                nothing(next)
                    && !matches!(next, Lex::Sign(b'-' | b'\''))
                    && !self.is_any(p + 1, &["noon", "as", "no", "year", "date", "recent"])
                    || next == Lex::The && nothing(self.lex(p + 2)) && !self.sign(p + 2, b'\'')
            }
            Lex::The | Lex::A | Lex::More | Lex::Less | Lex::Just | Lex::Rel(_) => {
                nothing(self.lex(p + 1))
                    && !self.is_any(
                        p + 1,
                        &[
                            "little",
                            "bit",
                            "working",
                            "work",
                            "business",
                            "wee",
                            "recent",
                            "rest",
                            "remainder",
                        ],
                    )
                    && !self.sign(p + 1, b'\'')
            }
            Lex::Card(_) | Lex::Ordinal(_) | Lex::Digits(_, 1..=3 | 5..) => self.counts_other(p + 1),
            Lex::Unit(unit, _) => unit != Unit::Weekend && self.counts_other(p + 1),
            _ => false,
        }
    }

    /// Is the word at `p`, behind a number, in lower case and none that a time may go on with?
    fn counts_other(&self, p: usize) -> bool {
        const OURS: &[&str] = &[
            "business",
            "working",
            "full",
            "whole",
            "short",
            "o",
            "a",
            "p",
            "m",
            "local",
            "eastern",
            "hence",
            "beginning",
            "ending",
            "onwards",
            "onward",
        ];
        let atom = self.atom(p);
        atom.lex == Lex::Other && !atom.glued && !atom.capital && !self.is_any(p, OURS)
    }

    /// Does one of these parts stand among the next atoms, as far as a time may reach?
    pub(super) fn comes(&self, p: usize, test: impl Fn(Lex) -> bool) -> bool {
        const REACH: usize = 24;
        self.atoms().iter().skip(p).take(REACH).any(|a| test(a.lex))
    }

    /// Can nothing of the calendar begin with this part?
    pub(super) fn closed(&self, p: usize) -> bool {
        match self.lex(p) {
            Lex::Other => !self.atom(p + 1).glued,
            Lex::Sign(sign) => sign != b'\'',
            Lex::Of | Lex::On | Lex::To | Lex::And | Lex::Or | Lex::Than | Lex::Ago | Lex::Am | Lex::Pm => {
                true
            }
            Lex::At | Lex::Noon | Lex::Midnight | Lex::OClock | Lex::Through => true,
            _ => false,
        }
    }

    /// Can no time of day begin with this part?
    pub(super) fn no_hour(&self, p: usize) -> bool {
        matches!(
            self.lex(p),
            Lex::Other
                | Lex::Sign(_)
                | Lex::Of
                | Lex::On
                | Lex::To
                | Lex::And
                | Lex::Or
                | Lex::Than
                | Lex::Ago
                | Lex::Month(..)
                | Lex::Weekday(..)
                | Lex::Season(_)
                | Lex::Holiday
                | Lex::Decade(_)
                | Lex::Daily
                | Lex::Rel(_)
        )
    }
}
