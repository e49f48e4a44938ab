//! One number of any form at a place: sign, digits or words, magnitude, fraction; or a vague plural ("dozens").

use rust_decimal::Decimal;

use super::fraction::{article_whole, continued, ordinal_alone, with_article};
use super::number::{Number, Sense, Style};
use super::numerals::{Numeral, numeral, power, suffix};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};
use super::spelled::whole;
use super::vague::plural;

/// What the surroundings say about the number to be read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around {
    /// A currency sign stands before it: "m" is a million.
    pub(crate) money: bool,
    /// "and" joins it to another number ("between 200 and 300").
    pub(crate) single: bool,
}

/// The number at `pos`.
pub(crate) fn number(reader: &Reader<'_>, pos: usize, around: Around) -> Option<Number> {
    let atom = reader.at(pos);
    if let Some(sign) = negative(reader, &atom) {
        let positive = unsigned(reader, sign, around).filter(|n| n.sense == Sense::Cardinal)?;
        return Some(Number {
            value: -positive.value,
            start: atom.start,
            style: rich(positive.style),
            ..positive
        });
    }
    let plus = atom.text == "+" && reader.at(atom.end).glued && !reader.before(atom.start).glued;
    let number = unsigned(reader, if plus { atom.end } else { pos }, around)?;
    Some(if plus { Number { start: atom.start, style: rich(number.style), ..number } } else { number })
}

fn rich(style: Style) -> Style {
    if style == Style::Plain { Style::Rich } else { style }
}

/// Where the number behind a minus begins.
fn negative(reader: &Reader<'_>, atom: &Atom<'_>) -> Option<usize> {
    let next = reader.at(atom.end);
    let digit = matches!(next.kind, Kind::Digits) || next.text == ".";
    let free = |a: &Atom<'_>| {
        a.kind == Kind::End
            || !a.glued
            || matches!(a.text, "(" | "$" | "£" | "€" | "=" | "<" | ">" | "≤" | "≥" | "~")
    };
    let minus = atom.is_any(&["minus", "negative"]) && (digit || numeral(next.text).is_some());
    // "- 10" in text with spaces around every sign is a minus only at the start.
    let before = reader.before(atom.start);
    let sign = matches!(atom.text, "-" | "−" | "–") && digit && free(&before);
    let tight = next.glued || before.kind == Kind::End;
    (minus || sign && tight).then_some(atom.end)
}

fn unsigned(reader: &Reader<'_>, pos: usize, around: Around) -> Option<Number> {
    let atom = reader.at(pos);
    match atom.kind {
        Kind::Letters => worded(reader, &atom, around),
        Kind::Digits | Kind::Sign => digits(reader, pos, around),
        Kind::End => None,
    }
}

fn worded(reader: &Reader<'_>, atom: &Atom<'_>, around: Around) -> Option<Number> {
    if let Some(few) = super::vague::few(reader, atom) {
        return Some(few);
    }
    if atom.is_any(&["a", "an"]) {
        return article_whole(reader, atom.start, atom.end)
            .or_else(|| with_article(reader, atom.start, atom.end));
    }
    match numeral(atom.text)? {
        Numeral::Half { plural: false } | Numeral::Quarter { plural: false } => {
            with_article(reader, atom.start, atom.start)
        }
        Numeral::Powers(_) | Numeral::Dozen { plural: true } | Numeral::Score { plural: true } => {
            plural(reader, atom)
        }
        Numeral::Ordinal { .. } | Numeral::OrdinalPower { .. } => ordinal_alone(reader, atom.start),
        Numeral::Hundred | Numeral::Power(_) | Numeral::Dozen { .. } => None,
        _ => {
            let found = whole(reader, atom.start, false, around.single)?;
            if let Some(share) = over(reader, &found.number) {
                return Some(share);
            }
            point(reader, &found.number)
                .or_else(|| Some(if around.single { found.number } else { continued(reader, found) }))
        }
    }
}

/// "zero point zero eight"
fn point(reader: &Reader<'_>, number: &Number) -> Option<Number> {
    let mut at = reader.at(number.end);
    if !at.is("point") || number.magnitude.is_some() {
        return None;
    }
    let mut digits = String::from("0.");
    let mut end = None;
    while digits.len() < 20 {
        at = reader.at(at.end);
        match numeral(at.text) {
            Some(Numeral::Small(n)) if n < 10 || end.is_none() => digits.push_str(&n.to_string()),
            // "point seventy-one"
            Some(Numeral::Tens(tens)) if end.is_none() => {
                let dash = reader.at(at.end);
                let unit = if dash.is_dash() && dash.glued { reader.at(dash.end) } else { dash };
                let ones = match numeral(unit.text) {
                    Some(Numeral::Small(n @ 1..=9)) => Some(n),
                    _ => None,
                };
                digits.push_str(&(tens + ones.unwrap_or(0)).to_string());
                end = Some(if ones.is_some() { unit.end } else { at.end });
                break;
            }
            _ => break,
        }
        end = Some(at.end);
    }
    let fraction: Decimal = digits.parse().ok()?;
    let step = Decimal::new(1, fraction.scale());
    let made = Number { value: number.value.checked_add(fraction)?, step, end: end?, ..*number };
    // "two point two million", "one point five hundred"
    let large = reader.at(made.end);
    let factor = match numeral(large.text) {
        Some(Numeral::Power(p)) => Some(power(p)),
        Some(Numeral::Hundred) => Some(Decimal::ONE_HUNDRED),
        _ => None,
    };
    Some(factor.and_then(|f| made.times(f, large.end)).unwrap_or(made))
}

fn digits(reader: &Reader<'_>, pos: usize, around: Around) -> Option<Number> {
    let found = whole(reader, pos, false, around.single)?;
    let number = found.number;
    let next = reader.at(number.end);
    if next.glued && next.kind == Kind::Letters {
        if next.is_any(&["st", "nd", "rd", "th"]) {
            return ordinal_digits(reader, &number, &next);
        }
        return Some(magnitude(reader, number, around).unwrap_or(number));
    }
    if let Some(share) = over(reader, &number) {
        return Some(share);
    }
    Some(
        magnitude(reader, number, around)
            .unwrap_or_else(|| if around.single { number } else { continued(reader, found) }),
    )
}

/// "1 over 20", if nothing is counted behind it ("one over three years").
fn over(reader: &Reader<'_>, number: &Number) -> Option<Number> {
    let word = reader.at(number.end);
    let opens = || reader.before(number.start).kind == Kind::End;
    if !word.is("over") || number.value != Decimal::ONE && !opens() {
        return None;
    }
    let under = whole(reader, word.end, false, false)?.number;
    let next = reader.at(under.end);
    let ends = next.kind == Kind::End || matches!(next.text, "." | "," | ";" | "?" | "!" | ")");
    let value = number.value.checked_div(under.value)?;
    ends.then_some(Number {
        value,
        step: Decimal::ZERO,
        end: under.end,
        style: rich(number.style),
        ..*number
    })
}

fn ordinal_digits(reader: &Reader<'_>, number: &Number, suffix: &Atom<'_>) -> Option<Number> {
    let joined = reader.at(suffix.end);
    let free = !(joined.glued && joined.kind == Kind::Digits);
    (free && number.value.is_integer()).then_some(Number {
        end: suffix.end,
        sense: Sense::Ordinal,
        style: Style::Rich,
        ..*number
    })
}

/// "5.6bn", "35m", "10 k": a short magnitude behind digits.
fn magnitude(reader: &Reader<'_>, number: Number, around: Around) -> Option<Number> {
    let short = reader.at(number.end);
    let exponent = suffix(short.text)?;
    let next = reader.at(short.end);
    if next.glued && (next.kind == Kind::Digits || next.is_dash() && short.is("m") && !around.money) {
        return None;
    }
    let allowed = match short.text {
        "m" => around.money || short.glued && is_million(&next),
        "mm" => around.money,
        // "4K" is a screen, "10K" a run; "8 B people", "10 k"
        "T" | "MM" | "M" => around.money || short.glued,
        // "5G" is a network
        "G" => number.style != Style::Plain,
        // "2 mil", but "2 mil thick"
        "mil" | "bil" => !next.is_any(&["thick", "film", "plastic", "specs"]),
        _ => short.glued || number.style != Style::Plain || next.is_lower() || next.kind == Kind::End,
    };
    if allowed { number.times(power(exponent), short.end) } else { None }
}

/// Does the word behind "35m" show that these are millions, not metres?
fn is_million(next: &Atom<'_>) -> bool {
    static METRES: WordList = WordList::new(
        "\
        tall high long wide deep away above below from apart sprint race dash freestyle hurdles final \
        runner x by north south east west to and or distance swim relay butterfly backstroke \
        breaststroke medley radius exclusion off in at on behind into ahead before after diameter title \
        record telescope",
    );
    next.kind == Kind::Letters && !next.glued && !next.is_in(&METRES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Decimal, &str)> {
        let reader = Reader::new(text, 0, text.len());
        let n = number(&reader, 0, Around::default())?;
        Some((n.value, &text[n.start..n.end]))
    }

    fn check(text: &str, value: &str, words: &str) {
        let (found, read) = read(text).unwrap_or_else(|| panic!("no number in {text}"));
        let off = (found - value.parse::<Decimal>().unwrap()).abs();
        assert!(off < Decimal::new(5, 8), "{text}: {found}");
        assert_eq!(read, words, "{text}");
    }

    #[test]
    fn reads_fractions() {
        check("two thirds of them", "0.66666667", "two thirds");
        check("two-thirds", "0.66666667", "two-thirds");
        check("one and a half million people", "1500000", "one and a half million");
        check("3 million and a half", "3500000", "3 million and a half");
        check("one hundred and three and two thirds", "103.66666667", "one hundred and three and two thirds");
        check("two hundred and fifty-four hundredths", "200.54", "two hundred and fifty-four hundredths");
        check("one hundred thirty-fifths", "2.85714286", "one hundred thirty-fifths");
        check("twenty twenty fifths", "0.8", "twenty twenty fifths");
        check("a hundred thousand trillionths", "0.0000001", "a hundred thousand trillionths");
        check("half a million", "500000", "half a million");
        check("two thirds of a million", "666666.66666667", "two thirds of a million");
        check("a third of voters", "0.33333333", "a third");
        check("five and a quarter", "5.25", "five and a quarter");
        check("half a dozen", "6", "half a dozen");
        check("nought point nought three", "0.03", "nought point nought three");
    }

    #[test]
    fn reads_ordinals() {
        for (text, value) in [
            ("a third man", 3),
            ("twenty-first", 21),
            ("one hundred twenty fifth", 125),
            ("two hundredth", 200),
            ("21st", 21),
        ] {
            let text_at = text.trim_start_matches("a ");
            let reader = Reader::new(text_at, 0, text_at.len());
            let n = number(&reader, 0, Around::default()).unwrap();
            assert_eq!((n.sense, n.value), (Sense::Ordinal, Decimal::from(value)), "{text}");
        }
    }

    #[test]
    fn reads_magnitudes_and_signs() {
        check("5.6bn", "5600000000", "5.6bn");
        check("35m people", "35000000", "35m");
        check("35m away", "35", "35");
        check("10k", "10000", "10k");
        check("8 B people", "8000000000", "8 B");
        check("-4/5", "-0.8", "-4/5");
        check("minus five", "-5", "minus five");
        check("+0.2", "0.2", "+0.2");
        check("a dozen eggs", "12", "a dozen");
        check("a hundred thousand", "100000", "a hundred thousand");
    }

    #[test]
    fn vague_plurals_are_intervals() {
        let text = "tens of thousands of people";
        let reader = Reader::new(text, 0, text.len());
        let n = number(&reader, 0, Around::default()).unwrap();
        assert_eq!(n.sense, Sense::Vague(Decimal::from(10_000), Decimal::from(100_000)));
        assert_eq!(&text[..n.end], "tens of thousands");
    }

    #[test]
    fn leaves_other_words() {
        for text in ["a man", "million", "hundred", "quarter final", "scores", "second-hand"] {
            assert!(read(text).is_none_or(|(_, w)| w == "second"), "{text}");
        }
    }
}
