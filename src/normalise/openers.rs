//! Word → may a quantity or a time begin here? One look for each word; nearly all are dismissed by it.
//!
//! A grammar's words either carry a value ("two", "$", "monday") or lead to one ("the", "more", "than"). A mention begins
//! at a word only if a run of words that lead ends in one that carries: "at least a dozen", but not "at the house". So
//! the grammars themselves are asked a few times in a sentence, not at every "the".

use std::sync::LazyLock;

use super::table::Table;
use super::words::Words;
use super::{numbers, times};

/// Beyond so many words that lead, a mention is supposed to come.
const REACH: usize = 16;

/// What can begin at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opens {
    /// A quantity.
    pub(crate) number: bool,
    /// A calendar time.
    pub(crate) time: bool,
}

/// What a word is to one of the two grammars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Role {
    /// Can something begin with it?
    pub(crate) opens: bool,
    /// Does it stand before a value or in one?
    pub(crate) leads: bool,
    /// Does it carry a value by itself?
    pub(crate) carries: bool,
}

impl Role {
    const NONE: Role = Role { opens: false, leads: false, carries: false };
    /// Begins a mention that needs more than this.
    pub(crate) const OPENER: Role = Role { opens: true, leads: true, carries: false };
    /// May be all of a mention, or its first word.
    pub(crate) const VALUE: Role = Role { opens: true, leads: true, carries: true };
    /// Stands behind an opener only.
    pub(crate) const LINK: Role = Role { opens: false, leads: true, carries: false };
    /// Is a value behind an opener only.
    pub(crate) const INNER: Role = Role { opens: false, leads: true, carries: true };

    fn or(self, other: Role) -> Role {
        Role {
            opens: self.opens || other.opens,
            leads: self.leads || other.leads,
            carries: self.carries || other.carries,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Roles {
    number: Role,
    time: Role,
}

const BOTH: Roles = Roles { number: Role::VALUE, time: Role::VALUE };

static WORDS: LazyLock<Table<Roles>> = LazyLock::new(|| {
    let words = numbers::vocabulary();
    let numbers = words.iter().map(|(w, role)| (w.as_str(), Roles { number: *role, time: Role::NONE }));
    let times = times::vocabulary().map(|(w, role)| (w, Roles { number: Role::NONE, time: role }));
    Table::new(numbers.chain(times), |a, b| Roles { number: a.number.or(b.number), time: a.time.or(b.time) })
});

/// What can begin at word `i`.
pub(crate) fn opens(words: &Words<'_>, i: usize) -> Opens {
    let Roles { number, time } = roles(words.get(i));
    Opens {
        number: number.opens && (number.carries || reaches(words, i + 1, |r| r.number)),
        time: time.opens && (time.carries || reaches(words, i + 1, |r| r.time)),
    }
}

/// What can begin at word `i` going by the word alone; `opens` must find no less.
#[cfg(test)]
pub(crate) fn opens_at_first_sight(words: &Words<'_>, i: usize) -> Opens {
    let Roles { number, time } = roles(words.get(i));
    Opens { number: number.opens, time: time.opens }
}

/// Does a run of words that lead, from `i` on, end in one that carries a value?
fn reaches(words: &Words<'_>, i: usize, of: impl Fn(Roles) -> Role) -> bool {
    for role in (i..words.len()).take(REACH).map(|j| of(roles(words.get(j)))) {
        if role.carries || !role.leads {
            return role.carries;
        }
    }
    i + REACH < words.len()
}

/// Anything that begins with a digit may be either; a sign or symbol may open a number.
fn roles(word: &str) -> Roles {
    let Some(first) = word.chars().next() else { return Roles::default() };
    match first {
        '0'..='9' => BOTH,
        'a'..='z' | 'A'..='Z' => WORDS.get(word).unwrap_or_else(|| unlisted(word)),
        _ if word.bytes().any(|b| b.is_ascii_digit()) => sign(first, Role::INNER),
        ',' | ';' | ':' | ')' | ']' | '"' | '!' | '?' | '.' | '(' | '[' | '\'' | '-' | '–' | '—' | '‐'
        | '‑' | '−' | '‘' | '’' | '“' | '”' | '/' | '*' | '…' => sign(first, Role::LINK),
        _ => sign(first, Role::INNER),
    }
}

/// A sign opens a number unless it parts or ends a clause; an apostrophe opens a year ("'90s").
fn sign(first: char, role: Role) -> Roles {
    let number = !matches!(first, ',' | ';' | ':' | ')' | ']' | '"' | '!' | '?' | '\'');
    Roles { number: Role { opens: number, ..role }, time: Role { opens: first == '\'', ..role } }
}

/// "PS8.1bn", "US$5", "FY2019", "c.1990" may open; of other words with signs in them ("mid-May") the parts may carry.
fn unlisted(word: &str) -> Roles {
    let plain = word.bytes().all(|b| b.is_ascii_alphabetic());
    if plain {
        return Roles::default();
    }
    // "approx."
    if let Some(roles) = word.strip_suffix('.').and_then(|stem| WORDS.get(stem)) {
        return roles;
    }
    // "mid-June", "late-1990s": what the part before the hyphen opens
    let head = word.split('-').next().and_then(|head| WORDS.get(head)).filter(|_| word.contains('-'));
    if head.is_some_and(|roles| roles.time.opens) {
        return Roles { number: Role::INNER, time: Role::VALUE };
    }
    let mixed = word.len() < 24 && word.bytes().any(|b| b.is_ascii_digit() || b == b'$');
    if mixed { BOTH } else { Roles { number: Role::INNER, time: Role::INNER } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Token;

    /// What the first word of a text opens.
    fn check(text: &str, number: bool, time: bool) {
        let mut at = 0;
        let mut tokens = Vec::new();
        for word in text.split(' ') {
            tokens.push(Token::bare(at, at + word.len() as u32, 0));
            at += word.len() as u32 + 1;
        }
        assert_eq!(opens(&Words::new(text, &tokens), 0), Opens { number, time }, "{text}");
    }

    #[test]
    fn words_that_lead_open_what_they_lead_to() {
        check("at least a dozen", true, false);
        check("at the house", false, false);
        check("in the region of 40", true, false);
        check("in the north of Wales", false, false);
        check("no later than Monday", false, true);
        check("the end of the year", false, true);
        check("the end of the road", false, false);
        check("the mayor", false, false);
        check("his early 20s", true, false);
        check("two", true, true);
        check("$ 5", true, false);
        check("in mid-May", true, true);
        check("- 5", true, false);
        check(". The", false, false);
    }
}
