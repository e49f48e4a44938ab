//! Fractions and ordinals in words: "two thirds", "one and a half million", "twenty-first".

use rust_decimal::Decimal;

use super::number::{Number, Sense, Style};
use super::numerals::{Numeral, numeral, power};
use super::phrases::WordList;
use super::reader::{Kind, Reader};
use super::spelled::{Last, Whole, whole};

/// Words behind "a third" that show a fraction; before a noun it is an ordinal ("a third man").
static AFTER_FRACTION: WordList = WordList::new(
    "\
    of in by to from and more less as at on or but over the their its his her our since last this \
    compared were was are is have had said between during after before than for while who that higher \
    lower",
);

/// Continues a whole number with what makes it a fraction, a mixed number or an ordinal; as it is where nothing does.
pub(crate) fn continued(reader: &Reader<'_>, whole: Whole) -> Number {
    as_ordinal(reader, &whole)
        .or_else(|| over_plural(reader, &whole))
        .or_else(|| and_part(reader, &whole))
        .unwrap_or(whole.number)
}

/// "a third", "a half", "half a million", "quarter million", "a hundredth": what may follow an article or stand alone.
pub(crate) fn with_article(reader: &Reader<'_>, start: usize, pos: usize) -> Option<Number> {
    let (part, end) = part(reader, pos, true, start != pos)?;
    let number = fraction(part, start, end);
    Some(of_magnitude(reader, number).unwrap_or(number))
}

fn fraction(value: Decimal, start: usize, end: usize) -> Number {
    Number {
        value,
        step: Decimal::ZERO,
        start,
        end,
        style: Style::Words,
        sense: Sense::Cardinal,
        magnitude: None,
    }
}

/// "one hundred twenty" + "fifth", "twenty" + "first", "two" + "hundredth".
fn as_ordinal(reader: &Reader<'_>, whole: &Whole) -> Option<Number> {
    let (number, dash) = (whole.number, reader.at(whole.number.end));
    if number.style != Style::Words {
        return None;
    }
    let next = if dash.is_dash() { reader.at(dash.end) } else { dash };
    if dash.is_dash() && dash.glued != next.glued {
        return None;
    }
    let value = match (numeral(next.text)?, whole.last) {
        // "thirty second" is a time unless a hyphen joins the two
        (Numeral::Ordinal { value: 2, plural: false }, Last::Tens)
            if !dash.is_dash() && whole.shorter.is_none() =>
        {
            return None;
        }
        (Numeral::Ordinal { value: v @ 1..=9, plural: false }, Last::Tens) => {
            number.value.checked_add(Decimal::from(v))?
        }
        (Numeral::Ordinal { value: v, plural: false }, Last::Hundred | Last::Power(_)) => {
            number.value.checked_add(Decimal::from(v))?
        }
        (Numeral::OrdinalPower { power: p, plural: false }, _) if number.value != Decimal::ONE => {
            number.value.checked_mul(power(p))?
        }
        _ => return None,
    };
    Some(Number { value, step: Decimal::ONE, end: next.end, sense: Sense::Ordinal, ..number })
}

/// "two thirds", "one hundred thirty-fifths", "two hundred and fifty-four hundredths".
fn over_plural(reader: &Reader<'_>, whole: &Whole) -> Option<Number> {
    let number = whole.number;
    let one = number.value == Decimal::ONE;
    if number.style == Style::Rich {
        return None;
    }
    let (mut over, mut base) = (number.value, Decimal::ZERO);
    let dash = reader.at(number.end);
    let at = if dash.is_dash() && dash.glued == reader.at(dash.end).glued { dash.end } else { number.end };
    // "one half", "one-half of"
    if one && reader.at(at).is("half") && after_fraction(reader, reader.at(at).end) {
        let made = fraction(Decimal::new(5, 1), number.start, reader.at(at).end);
        return Some(of_magnitude(reader, made).unwrap_or(made));
    }
    let (mut under, plural, end) = denominator(reader, at)?;
    if plural == one && !(one && under > Decimal::from(2)) {
        return None;
    }
    // "one-eighth mile"
    let measures = || super::units::of_word(&reader.at(end).text.to_lowercase()).is_some();
    if one && (plural || !after_fraction(reader, end) && !measures()) {
        return None;
    }
    let joined = whole.before_and.is_none_or(|b| whole.shorter != Some(b));
    if let (Last::Tens, Some(shorter), true) = (whole.last, whole.shorter, under < Decimal::TEN && joined) {
        under = number.value.checked_sub(shorter)?.checked_add(under)?;
        over = shorter;
    }
    if let Some(before) = whole.before_and {
        over = over.checked_sub(before)?;
        base = before;
    }
    let value = base.checked_add(over.checked_div(under)?)?;
    let made = fraction(value, number.start, end);
    Some(of_magnitude(reader, made).unwrap_or(made))
}

/// "five" + "and a quarter", "3 million" + "and a half", "one" + "and a half million".
fn and_part(reader: &Reader<'_>, whole: &Whole) -> Option<Number> {
    let number = whole.number;
    // "two-and-a-half"
    let behind_dash = |pos: usize| {
        let dash = reader.at(pos);
        if dash.is_dash() && dash.glued { dash.end } else { pos }
    };
    let and = reader.at(behind_dash(number.end));
    if !and.is("and") || number.style == Style::Rich && number.magnitude.is_none() {
        return None;
    }
    let next = reader.at(behind_dash(and.end));
    let (value, end) = if next.is_any(&["a", "an"]) {
        part(reader, behind_dash(next.end), true, true)?
    } else {
        let over = super::spelled::whole(reader, and.end, false, true)?;
        let half = reader.at(over.number.end);
        let one = over.number.value == Decimal::ONE;
        let (under, plural, end) = if one && half.is("half") {
            (Decimal::from(2), false, half.end)
        } else {
            denominator(reader, over.number.end)?
        };
        if plural == one {
            return None;
        }
        (over.number.value.checked_div(under)?, end)
    };
    let behind = reader.at(end);
    let larger = match numeral(behind.text) {
        Some(Numeral::Power(p)) => Some((power(p), behind.end)),
        Some(Numeral::Dozen { plural: false }) => Some((Decimal::from(12), behind.end)),
        Some(Numeral::Hundred) => Some((Decimal::ONE_HUNDRED, behind.end)),
        _ => None,
    };
    let (value, end, magnitude) = match (number.magnitude, larger) {
        (Some(_), Some((m, end))) => (number.value.checked_add(value.checked_mul(m)?)?, end, m),
        (Some(m), None) => (number.value.checked_add(value.checked_mul(m)?)?, end, m),
        (None, Some((m, end))) => (number.value.checked_add(value)?.checked_mul(m)?, end, m),
        (None, None) => {
            return Some(Number {
                value: number.value.checked_add(value)?,
                step: Decimal::ZERO,
                end,
                style: Style::Words,
                ..number
            });
        }
    };
    Some(Number {
        value,
        step: Decimal::ZERO,
        end,
        magnitude: Some(magnitude),
        style: Style::Words,
        ..number
    })
}

/// One part of something: "half", "quarter", "third", "hundredth", "twenty-first"; `article` says that "a" precedes.
fn part(reader: &Reader<'_>, pos: usize, free: bool, article: bool) -> Option<(Decimal, usize)> {
    let atom = reader.at(pos);
    match numeral(atom.text)? {
        Numeral::Half { plural: false } => Some((Decimal::new(5, 1), atom.end)),
        Numeral::Quarter { plural: false } => {
            let next = reader.at(atom.end);
            let shows = next.is_any(&["of", "the"]) || matches!(numeral(next.text), Some(Numeral::Power(_)));
            let after_and = reader.before(pos).is("a") && reader.before(reader.before(pos).start).is("and");
            (shows || after_and || article && next.kind != Kind::Letters)
                .then_some((Decimal::new(25, 2), atom.end))
        }
        _ if article => {
            let (under, plural, end) = denominator(reader, pos)?;
            let ok = !plural && under > Decimal::from(2) && (!free || is_share(reader, pos, end));
            if ok { Some((Decimal::ONE.checked_div(under)?, end)) } else { None }
        }
        _ => None,
    }
}

/// Is "a third" a share ("by a third", "a third of them"), not one more of a kind ("wounded two men and a third")?
fn is_share(reader: &Reader<'_>, pos: usize, end: usize) -> bool {
    static BEFORE: WordList = WordList::new(
        "\
        by about almost nearly roughly around some only just than over under least most up down cut lost \
        rose rise risen fell fall fallen grew grown drop dropped increased increase reduced reduce shrunk \
        slashed approximately another exactly and",
    );
    let (article, next) = (reader.before(pos), reader.at(end));
    let left = reader.before(article.start);
    let whole = next.is_any(&["of", "more", "less", "higher", "lower", "fewer", "as", "off"]);
    let many = next.is_any(&["were", "are", "have"]);
    let alone = left.kind == Kind::End && next.kind == Kind::End;
    let before = reader.before(left.start);
    let one_more = left.is("and") && before.kind != Kind::Digits && numeral(before.text).is_none();
    after_fraction(reader, end) && (whole || many || alone || left.is_in(&BEFORE) && !one_more)
}

fn after_fraction(reader: &Reader<'_>, end: usize) -> bool {
    let next = reader.at(end);
    match next.kind {
        Kind::Letters => next.is_in(&AFTER_FRACTION),
        _ => !(next.is_dash() && next.glued),
    }
}

/// The denominator at `pos`, whether it is in the plural, and where it ends.
fn denominator(reader: &Reader<'_>, pos: usize) -> Option<(Decimal, bool, usize)> {
    let atom = reader.at(pos);
    Some(match numeral(atom.text)? {
        Numeral::Ordinal { value, plural } if value > 2 => (Decimal::from(value), plural, atom.end),
        Numeral::OrdinalPower { power: p, plural } => (power(p), plural, atom.end),
        Numeral::Half { plural: true } => (Decimal::from(2), true, atom.end),
        Numeral::Quarter { plural } => (Decimal::from(4), plural, atom.end),
        Numeral::Tens(tens) => {
            let dash = reader.at(atom.end);
            let unit = if dash.is_dash() { reader.at(dash.end) } else { dash };
            match numeral(unit.text)? {
                Numeral::Ordinal { value: v @ 1..=9, plural } => (Decimal::from(tens + v), plural, unit.end),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// "two thirds of a million", "half a million", "quarter million", "half a dozen".
fn of_magnitude(reader: &Reader<'_>, number: Number) -> Option<Number> {
    let mut at = reader.at(number.end);
    // "half-a-dozen"
    let hyphen = at.is_dash() && at.glued && reader.at(at.end).is("a");
    if hyphen || at.is("of") && reader.at(at.end).is_any(&["a", "one"]) {
        at = reader.at(at.end);
    }
    if at.is_any(&["a", "an"]) {
        at = reader.at(at.end);
    }
    let dash = at.is_dash() && at.glued;
    if dash {
        at = reader.at(at.end);
    }
    match numeral(at.text)? {
        Numeral::Power(p) => number.times(power(p), at.end),
        Numeral::Hundred => number.times(Decimal::ONE_HUNDRED, at.end),
        Numeral::Dozen { plural: false } => number.times(Decimal::from(12), at.end),
        _ => None,
    }
}

/// "third", "hundredth" without a number before it.
pub(crate) fn ordinal_alone(reader: &Reader<'_>, pos: usize) -> Option<Number> {
    let atom = reader.at(pos);
    let value = match numeral(atom.text)? {
        Numeral::Ordinal { value, plural: false } => Decimal::from(value),
        Numeral::OrdinalPower { power: p, plural: false } => power(p),
        _ => return None,
    };
    let sense = Sense::Ordinal;
    Some(Number { step: Decimal::ONE, sense, ..fraction(value, atom.start, atom.end) })
}

/// "a hundred thousand", "a dozen", "a million and a half": an article and a whole number of one magnitude.
pub(crate) fn article_whole(reader: &Reader<'_>, start: usize, pos: usize) -> Option<Number> {
    let found = whole(reader, pos, true, false)?;
    Some(Number { start, ..continued(reader, found) })
}
