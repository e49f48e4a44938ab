//! "aged 34", "in his early 20s", "68-year-old", "eight months of age", "Ann Lee, 34," → ages.

use rust_decimal::Decimal;

use super::comparators::{self, Reserve};
use super::number::{Number, Sense};
use super::parse::{Around, number};
use super::reader::{Kind, Reader};
use super::reading::{Reading, years_of_age};
use crate::model::{Comparator, Interval, MentionKind, Quantity, Unit};

/// An age that begins with a word: "aged 34", "age of 21", "mid-20s", "early thirties".
pub(crate) fn worded(reader: &Reader<'_>, pos: usize, start: usize, reserve: Reserve) -> Option<Reading> {
    aged(reader, pos, start, reserve).or_else(|| decade(reader, pos, start))
}

fn aged(reader: &Reader<'_>, pos: usize, start: usize, reserve: Reserve) -> Option<Reading> {
    let mut word = reader.at(pos);
    let article = word.is("the") && reader.at(word.end).is_any(&["age", "ages"]);
    if article {
        word = reader.at(word.end);
    }
    if !word.is_any(&["age", "ages", "aged", "turned", "turning", "turns"]) {
        return None;
    }
    let mut at = word.end;
    if reader.at(at).is("of") {
        at = reader.at(at).end;
    } else if article {
        return None;
    }
    let inner = comparators::before(reader, at);
    let (reserve, at) = inner.map_or((reserve, at), |(r, end)| (reserve.and(r), end));
    if reader.at(at).is("between") {
        at_range(reader, reader.at(at).end, start)
    } else {
        let found = plausible(number(reader, at, Around { single: true, money: false })?)?;
        if word.text.starts_with('t') && followed_by_noun(reader, found.end) {
            return None;
        }
        if let Some(range) = at_range(reader, at, start) {
            return Some(range);
        }
        let mut end = found.end;
        let unit = reader.at(end);
        let mut age = years_of_age();
        if let Some(units::Found { unit: Unit::Duration { name, seconds }, end: unit_end }) =
            units::behind(reader, &found)
        {
            age = Unit::Age { name, seconds };
            end = unit_end;
        } else if unit.glued && unit.kind == Kind::Letters {
            return None;
        }
        let (reserve, end) = comparators::behind(reader, end, reserve.comparator)
            .map_or((reserve, end), |(r, e)| (reserve.and(r), e));
        Some(single(&found, age, reserve, start, end))
    }
}

use super::units;

fn single(number: &Number, unit: Unit, reserve: Reserve, start: usize, end: usize) -> Reading {
    let quantity = Quantity {
        interval: super::reading::interval(number.value, reserve.comparator),
        nominal: Some(number.value),
        comparator: reserve.comparator,
        approx: reserve.approx,
        unit,
        step: number.step,
        against: None,
    };
    Reading { quantity, kind: MentionKind::Age, start, end }
}

fn range(low: Decimal, high: Decimal, step: Decimal, start: usize, end: usize) -> Reading {
    let quantity = Quantity {
        interval: Interval::closed(low, high),
        nominal: None,
        comparator: Comparator::Between,
        approx: false,
        unit: years_of_age(),
        step,
        against: None,
    };
    Reading { quantity, kind: MentionKind::Age, start, end }
}

/// "18 to 34", "18-34", "18 and 34"
fn at_range(reader: &Reader<'_>, pos: usize, start: usize) -> Option<Reading> {
    let around = Around { single: true, money: false };
    let low = plausible(number(reader, pos, around)?)?;
    let joint = reader.at(low.end);
    if !joint.is_dash() && !joint.is_any(&["to", "and", "through"]) {
        return None;
    }
    let high = plausible(number(reader, joint.end, around)?)?;
    (low.value < high.value && !joint.is("and")
        || joint.is("and") && low.value < high.value && reader.before(pos).is("between"))
    .then(|| range(low.value, high.value, Decimal::ONE, start, high.end))
}

fn plausible(number: Number) -> Option<Number> {
    let human =
        number.value >= Decimal::ZERO && number.value < Decimal::from(130) && number.magnitude.is_none();
    (human && number.sense == Sense::Cardinal).then_some(number)
}

fn followed_by_noun(reader: &Reader<'_>, end: usize) -> bool {
    let next = reader.at(end);
    next.kind == Kind::Letters
        && !next.is_any(&["in", "on", "last", "this", "and", "but", "when", "years", "year", "months"])
        || matches!(next.text, "%" | "-")
}

/// "20s" of persons: "in his early 20s", "mid- to late 50s", "in their forties", "20-something".
fn decade(reader: &Reader<'_>, pos: usize, start: usize) -> Option<Reading> {
    let word = reader.at(pos);
    let owner = word.is_any(&["his", "her", "their", "my", "our", "your", "the"]);
    let first = if owner { word.end } else { word.start };
    let place = place_in_decade(reader, first);
    let ((low, high), at) = place.unwrap_or(((0, 9), first));
    if let Some((low, end)) = something(reader, at) {
        return Some(range(low, low + Decimal::from(9), Decimal::ONE, start, end));
    }
    let (tens, end) = tens(reader, at)?;
    let before = reader.before(start).is_any(&["his", "her", "their", "in"]);
    let human = owner && !word.is("the") || before && place.is_some();
    human.then(|| range(tens + Decimal::from(low), tens + Decimal::from(high), Decimal::ONE, start, end))
}

/// "early", "mid-", "mid- to late": the first and last year of a decade, and where the words end.
fn place_in_decade(reader: &Reader<'_>, pos: usize) -> Option<((i64, i64), usize)> {
    let word = reader.at(pos);
    let years = match () {
        () if word.is("early") => (0, 3),
        () if word.is_any(&["mid", "middle"]) => (4, 6),
        () if word.is("late") => (7, 9),
        () if word.is("young") => (0, 9),
        () => return None,
    };
    let next = reader.at(word.end);
    let end = if next.is_dash() { next.end } else { word.end };
    let joint = reader.at(end);
    let further = joint.is_any(&["to", "or"]).then(|| place_in_decade(reader, joint.end)).flatten();
    Some(further.map_or((years, end), |((_, last), end)| ((years.0, last), end)))
}

/// "20-something", "thirty-something"
fn something(reader: &Reader<'_>, pos: usize) -> Option<(Decimal, usize)> {
    let dash = reader.at(reader.at(pos).end);
    let word = reader.at(dash.end);
    if !dash.is_dash() || !word.is_any(&["something", "somethings"]) {
        return None;
    }
    let low = number(reader, pos, Around { single: true, money: false }).filter(|n| n.end == dash.start)?;
    let tens = (2..10).any(|n| low.value == Decimal::from(n * 10));
    tens.then_some((low.value, word.end))
}

/// "20s", "20's", "twenties"
fn tens(reader: &Reader<'_>, pos: usize) -> Option<(Decimal, usize)> {
    const NAMES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let atom = reader.at(pos);
    if let Some((n, _)) = (2i64..).zip(NAMES).find(|(_, name)| atom.is(name)) {
        return Some((Decimal::from(n * 10), atom.end));
    }
    let mut s = reader.at(atom.end);
    if matches!(s.text, "'" | "’") {
        s = reader.at(s.end);
    }
    let value: i64 = atom.text.parse().ok().filter(|n| (10..100).contains(n) && n % 10 == 0)?;
    (s.text == "s" && s.glued).then_some((Decimal::from(value), s.end))
}

/// "-year-old", "years old", "years of age", "yo" behind a duration; "-something" behind tens. Where the age ends.
pub(crate) fn behind(reader: &Reader<'_>, reading: &Reading) -> Option<usize> {
    let mut at = reader.at(reading.end);
    if reading.kind == MentionKind::Number {
        let yo = at.is_any(&["yo", "y.o.", "y.o"]) && reading.quantity.nominal.is_some();
        return yo.then_some(at.end);
    }
    if reading.kind != MentionKind::Duration {
        return None;
    }
    if at.is_dash() {
        at = reader.at(at.end);
    }
    if at.is_any(&["old", "olds"]) {
        return Some(at.end);
    }
    reader.phrase(at.start, "of age")
}
