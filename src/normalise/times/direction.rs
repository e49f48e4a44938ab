//! The verbs around a time → whether its sentence looks back or ahead there.

use std::sync::LazyLock;

use super::super::table::Table;
use super::Reader;
use super::fields::Direction;
use super::lexicon::Lex;

/// How many atoms away a verb still tells the direction.
const REACH: usize = 14;

/// What a word may say of the direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// "will"
    Ahead,
    /// "would", unless "would have"
    Modal,
    /// "scheduled", before "to", "for" or "on"
    Planned,
    /// "said", "was"
    Told,
}

const CUES: &[(&str, Cue)] = &[
    ("will ll shall upcoming forthcoming slated tomorrow wo", Cue::Ahead),
    ("would should might must", Cue::Modal),
    (
        "set scheduled expected planned going plans plan planning hopes hope wants want likely poised",
        Cue::Planned,
    ),
    ("intends intend aims supposed due ready promised ahead advance", Cue::Planned),
    ("was were had did been said told died came began killed won took held made found left met", Cue::Told),
    ("went shot saw gave got broke ago struck", Cue::Told),
];

static TABLE: LazyLock<Table<Cue>> = LazyLock::new(|| {
    let all = CUES.iter().flat_map(|&(words, cue)| words.split(' ').map(move |w| (w, cue)));
    Table::new(all, |first, _| first)
});

impl Reader<'_> {
    /// Does the sentence look back or ahead at `p`? The nearest telling word before it decides; a time that opens its
    /// clause is told of by what follows ("On Tuesday, the Senate will vote").
    pub(super) fn direction(&self, p: usize) -> Direction {
        let before = (p.saturating_sub(REACH)..p).rev().find_map(|q| self.tense(q));
        let on = self.before(p).lex == Lex::On;
        let first = if on { p - 1 } else { p };
        let opens = first <= 1 || matches!(self.before(first).lex, Lex::Sign(b',' | b'"' | b';'));
        let after = || (p..p.saturating_add(REACH)).filter(|_| opens).find_map(|q| self.tense(q));
        before.or_else(after).unwrap_or(Direction::Unsaid)
    }

    /// What one word says of the direction.
    fn tense(&self, p: usize) -> Option<Direction> {
        let word = self.word(p);
        let next = self.lex(p + 1);
        // "is to be sentenced", "is running"
        if self.lex(p) == Lex::To && p > 0 && self.is_any(p - 1, &["is", "are"]) {
            return Some(Direction::Future);
        }
        if self.is_any(p, &["is", "are"]) && self.word(p + 1).ends_with("ing") {
            return Some(Direction::Unsaid);
        }
        let strong = match TABLE.get(word) {
            Some(Cue::Ahead) => return Some(Direction::Future),
            Some(Cue::Modal) if self.is(p + 1, "have") => true,
            Some(Cue::Modal) => return Some(Direction::Future),
            Some(Cue::Planned) if matches!(next, Lex::To | Lex::For | Lex::On | Lex::Of) => {
                return Some(Direction::Future);
            }
            Some(Cue::Told) => true,
            _ if word == "may" => return Some(Direction::Future),
            _ => false,
        };
        let weak = (5..=12).contains(&word.len()) && word.ends_with("ed") && !self.atom(p).capital;
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
}
