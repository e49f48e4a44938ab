//! Whole numbers in words, or in digits and words ("two hundred and fifty thousand", "3 hundred and 21", "1.2 million").

use rust_decimal::Decimal;

use super::literal::literal;
use super::number::{Number, Sense, Style};
use super::numerals::{Numeral, numeral, power};
use super::reader::{Atom, Kind, Reader};

/// The last part of a number so far, which decides what may follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Last {
    Nothing,
    Digits,
    Small,
    Tens,
    Hundred,
    Power(u8),
    /// A dozen ends a number.
    Closed,
}

/// A whole number with what a following fraction needs to know of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole {
    pub(crate) number: Number,
    pub(crate) last: Last,
    /// The number without its last word ("one hundred" of "one hundred thirty"), where there is one.
    pub(crate) shorter: Option<Decimal>,
    /// The number before its last "and".
    pub(crate) before_and: Option<Decimal>,
}

#[derive(Debug, Clone, Copy)]
struct State {
    total: Decimal,
    group: Option<Decimal>,
    last: Last,
    step: Decimal,
    /// Is every part so far a whole number?
    whole: bool,
    /// A dozen or a score, once read.
    size: Option<Decimal>,
}

impl State {
    fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.group.unwrap_or_default())
    }

    /// Adds a part; `None` when it does not fit.
    fn add(self, part: Part) -> Option<State> {
        match part {
            Part::Digits(n) => self.digits(&n),
            Part::Word(Numeral::Small(n)) => self.small(n),
            Part::Word(Numeral::Tens(n)) => {
                let fits = self.group.is_none() || self.last == Last::Hundred;
                if fits { self.plus(Decimal::from(n), Last::Tens) } else { None }
            }
            Part::Word(Numeral::Hundred) => self.hundred(),
            Part::Word(Numeral::Power(p)) => self.power(p),
            Part::Word(Numeral::Dozen { .. }) => self.many(12),
            // "three score and ten"; "four scores" are goals, and so is "a score".
            Part::Word(Numeral::Score { plural: false }) if self.group != Some(Decimal::ONE) => self.many(20),
            Part::Word(_) => None,
        }
    }

    fn plus(self, n: Decimal, last: Last) -> Option<State> {
        let group = Some(self.group.unwrap_or_default().checked_add(n)?);
        Some(State { group, last, step: Decimal::ONE, ..self })
    }

    fn digits(self, n: &Number) -> Option<State> {
        let room = match self.last {
            Last::Nothing => {
                return Some(State {
                    step: n.step,
                    whole: n.value.is_integer(),
                    ..self.plus(n.value, Last::Digits)?
                });
            }
            Last::Hundred => Decimal::ONE_HUNDRED,
            Last::Power(p) => power(p),
            _ => return None,
        };
        let fits = n.value < room && n.value > Decimal::ZERO && n.value.is_integer() && self.whole;
        if fits { self.plus(n.value, Last::Digits) } else { None }
    }

    fn small(self, n: u8) -> Option<State> {
        let fits = match self.last {
            Last::Nothing => true,
            Last::Tens => (1..10).contains(&n),
            Last::Hundred | Last::Power(_) => n > 0,
            _ => false,
        };
        if fits && self.whole { self.plus(Decimal::from(n), Last::Small) } else { None }
    }

    fn hundred(self) -> Option<State> {
        let group = match (self.group, self.last) {
            (None, Last::Nothing) => Decimal::ONE,
            (Some(g), Last::Small | Last::Tens) if g < Decimal::ONE_HUNDRED => g,
            // "322 hundred"
            (Some(g), Last::Digits) if g < Decimal::from(10_000) => g,
            _ => return None,
        };
        Some(State {
            group: group.checked_mul(Decimal::ONE_HUNDRED),
            last: Last::Hundred,
            step: Decimal::ONE_HUNDRED,
            ..self
        })
    }

    fn power(self, p: u8) -> Option<State> {
        let factor = power(p);
        let step = self.step.checked_mul(factor)?;
        let (total, step) = match (self.group, self.last) {
            (Some(g), _) if self.total.is_zero() || self.total > factor => (
                self.total.checked_add(g.checked_mul(factor)?)?,
                if self.last == Last::Hundred { factor.checked_mul(Decimal::ONE_HUNDRED)? } else { step },
            ),
            // "three lakh crore"
            (None, Last::Power(_)) => (self.total.checked_mul(factor)?, step),
            _ => return None,
        };
        Some(State { total, group: None, last: Last::Power(p), step, ..self })
    }

    fn many(self, size: i64) -> Option<State> {
        let count = self.group.filter(|_| self.total.is_zero())?;
        let size = Decimal::from(size);
        let total = count.checked_mul(size)?;
        Some(State { total, group: None, last: Last::Closed, step: Decimal::ONE, size: Some(size), ..self })
    }
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Digits(Number),
    Word(Numeral),
}

fn part(reader: &Reader<'_>, atom: &Atom<'_>) -> Option<(Part, usize)> {
    match atom.kind {
        Kind::Letters => {
            let numeral = match numeral(atom.text)? {
                // "five hundreds", "2 millions"
                Numeral::Powers(2) if counted(reader, atom) => Numeral::Hundred,
                Numeral::Powers(p @ 3..) if counted(reader, atom) => Numeral::Power(p),
                numeral => numeral,
            };
            Some((Part::Word(numeral), atom.end))
        }
        Kind::Digits => literal(reader, atom.start).map(|n| (Part::Digits(n), n.end)),
        _ => literal(reader, atom.start).map(|n| (Part::Digits(n), n.end)),
    }
}

/// Does a number stand before "millions", and no "of" behind?
fn counted(reader: &Reader<'_>, plural: &Atom<'_>) -> bool {
    let before = reader.before(plural.start);
    let number = before.kind == Kind::Digits
        || matches!(
            numeral(before.text),
            Some(Numeral::Small(_) | Numeral::Tens(_) | Numeral::Hundred | Numeral::Power(_))
        );
    number && !reader.at(plural.end).is("of")
}

/// The whole number at `pos`; `article` says that "a" stands before it ("a hundred thousand").
/// With `single`, no "and" is read ("between two hundred and three hundred").
pub(crate) fn whole(reader: &Reader<'_>, pos: usize, article: bool, single: bool) -> Option<Whole> {
    let start = reader.at(pos).start;
    let group = article.then_some(Decimal::ONE);
    let last = if article { Last::Small } else { Last::Nothing };
    let mut state = State { total: Decimal::ZERO, group, last, step: Decimal::ONE, whole: true, size: None };
    let (mut end, mut style, mut parts) = (pos, Style::Words, 0);
    let (mut shorter, mut before_and) = (None, None);
    while let Some((next, next_end, first, and)) = step(reader, end, &state, single) {
        shorter = state.value().filter(|v| !v.is_zero());
        if and {
            before_and = state.value();
        }
        if parts == 0 {
            if let Part::Digits(n) = first {
                style = n.style;
            }
        } else if style == Style::Plain {
            style = Style::Rich;
        }
        (state, end, parts) = (next, next_end, parts + 1);
    }
    if parts == 0 {
        return None;
    }
    let magnitude = match state.last {
        Last::Power(p) => Some(power(p)),
        // "four to five dozen"
        Last::Closed => state.size,
        _ => None,
    };
    let (value, sense) = (state.value()?.normalize(), Sense::Cardinal);
    let number = Number { value, step: state.step.normalize(), start, end, style, sense, magnitude };
    Some(Whole { number, last: state.last, shorter, before_and })
}

/// The state after the next part, where it ends, the part, and whether "and" stood before it.
fn step(reader: &Reader<'_>, end: usize, state: &State, single: bool) -> Option<(State, usize, Part, bool)> {
    let mut atom = reader.at(end);
    let mut and = false;
    if state.last != Last::Nothing {
        if atom.is_dash() {
            let next = reader.at(atom.end);
            let close = atom.glued == next.glued;
            let joins = matches!(
                numeral(next.text),
                Some(Numeral::Hundred | Numeral::Power(_) | Numeral::Dozen { plural: false })
            ) || state.last == Last::Tens
                && matches!(numeral(next.text), Some(Numeral::Small(1..=9)));
            if !close || !joins {
                return None;
            }
            atom = next;
        } else if atom.is("and") && matches!(state.last, Last::Hundred | Last::Power(_)) && !single {
            atom = reader.at(atom.end);
            and = true;
        }
    }
    let (part, part_end) = part(reader, &atom)?;
    // "4 thousand 3 hundred", but "8 million 250 ml bottles"
    let counts = matches!(numeral(reader.at(part_end).text), Some(Numeral::Hundred | Numeral::Power(_)));
    if matches!((part, state.last), (Part::Digits(_), Last::Power(_))) && !and && !counts {
        return None;
    }
    let next = state.add(part)?;
    let fits = !and || fits_after_and(reader, state, &next, part_end);
    // "hundred" and "million" need a number or article before them; digits glued to letters are names.
    let opens = state.last != Last::Nothing
        || matches!(part, Part::Digits(_) | Part::Word(Numeral::Small(_) | Numeral::Tens(_)));
    (fits && opens).then_some((next, part_end, part, and))
}

/// "two thousand and twenty" is one number, "5 million and two others" is two.
fn fits_after_and(reader: &Reader<'_>, before: &State, after: &State, end: usize) -> bool {
    match before.last {
        Last::Hundred => matches!(after.last, Last::Small | Last::Tens | Last::Digits),
        Last::Power(..=3) => true,
        _ => matches!(numeral(reader.at(end).text), Some(Numeral::Hundred | Numeral::Power(_))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: i64, read: &str) {
        let reader = Reader::new(text, 0, text.len());
        let found = whole(&reader, 0, false, false).unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!(found.number.value, Decimal::from(value), "{text}");
        assert_eq!(&text[..found.number.end], read, "{text}");
    }

    #[test]
    fn reads_words_of_any_size() {
        check("twenty-two men", 22, "twenty-two");
        check("Two hundred and fifty thousand people", 250_000, "Two hundred and fifty thousand");
        check("one thousand and five hundred", 1500, "one thousand and five hundred");
        check(
            "twenty - eight thousand six hundred forty - two",
            28_642,
            "twenty - eight thousand six hundred forty - two",
        );
        check("ninety-five hundred", 9500, "ninety-five hundred");
        check("three lakh crore", 3_000_000_000_000, "three lakh crore");
        check("6 crore and two hundred", 60_000_200, "6 crore and two hundred");
        check("two dozen", 24, "two dozen");
    }

    #[test]
    fn reads_digits_with_words() {
        check("1.2 million", 1_200_000, "1.2 million");
        check("3 hundred and 21 yuan", 321, "3 hundred and 21");
        check("4 hundred million people", 400_000_000, "4 hundred million");
    }

    #[test]
    fn stops_where_another_number_begins() {
        check("5 million and two others", 5_000_000, "5 million");
        check("five six", 5, "five");
        check("twenty fifty", 20, "twenty");
        check("4 thousand 3 hundred and 0", 4300, "4 thousand 3 hundred");
        check("one and two", 1, "one");
    }
}
