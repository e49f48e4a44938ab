//! A number with its unit: money with the sign before or behind, percent, measures, "times".

use rust_decimal::Decimal;

use super::money;
use super::number::{Number, Sense, Style};
use super::numerals::{Numeral, numeral};
use super::parse::{Around, number};
use super::reader::{Atom, Kind, Reader};
use super::units;
use crate::model::Unit;

/// A number and what it is measured in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) number: Number,
    /// `Some(Unit::None)` where a word such as "times" has been read.
    pub(crate) unit: Option<Unit>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The amount at `pos`.
pub(crate) fn amount(reader: &Reader<'_>, pos: usize, single: bool) -> Option<Amount> {
    if let Some(debt) = negative_money(reader, pos, single) {
        return Some(debt);
    }
    if let Some(prefix) = money::prefix(reader, pos) {
        let number = number(reader, prefix.end, Around { money: true, single })?;
        if number.sense == Sense::Ordinal {
            return None;
        }
        let (currency, end) = money::suffix(reader, number.end, prefix.currency);
        let found = units::money(reader, currency, end);
        let amount = Amount { number, unit: Some(found.unit), start: prefix.start, end: found.end };
        // "$5 and 50 cents", where cents are named
        let whole = number.style == Style::Plain || number.style == Style::Words;
        return Some(if whole { compound(reader, &amount, true).unwrap_or(amount) } else { amount });
    }
    if let Some(number) = fold(reader, pos) {
        return Some(Amount { number, unit: Some(Unit::None), start: number.start, end: number.end });
    }
    let number = number(reader, pos, Around { money: false, single })?;
    let plain = Amount { number, unit: None, start: number.start, end: number.end };
    if number.sense == Sense::Ordinal {
        return Some(plain);
    }
    Some(with_unit(reader, plain))
}

fn with_unit(reader: &Reader<'_>, plain: Amount) -> Amount {
    let number = plain.number;
    if let Some(tall) =
        primes(reader, &plain).or_else(|| prime(reader, &plain)).or_else(|| magnitude(reader, &plain))
    {
        return tall;
    }
    // "half a percent", "three quarters of a percentage point", "half of one percent"
    let part = || {
        let moved = before_unit(reader, &number).filter(|_| number.step.is_zero())?;
        let one = reader.at(moved.end);
        percent(reader, if one.is("one") { one.end } else { moved.end })
    };
    if let Some((unit, end)) = percent(reader, number.end).or_else(part).or_else(|| times(reader, &number)) {
        return Amount { unit: Some(unit), end, ..plain };
    }
    if let Some(frost) = below_zero(reader, &plain) {
        return frost;
    }
    let number = millions_of_code(reader, &number).unwrap_or(number);
    let found =
        units::behind(reader, &number).or_else(|| units::behind(reader, &before_unit(reader, &number)?));
    match found {
        Some(found) => {
            let number = caliber(number, &found.unit);
            let amount = Amount { number, unit: Some(found.unit), end: found.end, ..plain };
            compound(reader, &amount, false).unwrap_or(amount)
        }
        None => plain,
    }
}

/// "five below zero", "4 degrees below freezing"
fn below_zero(reader: &Reader<'_>, plain: &Amount) -> Option<Amount> {
    let found = units::behind(reader, &plain.number);
    let degrees = |unit: &Unit| matches!(unit, Unit::Measure { dimension, .. } if dimension == "temperature" || dimension == "angle");
    let (unit, end) = match found {
        Some(found) if degrees(&found.unit) => (found.unit, found.end),
        Some(_) => return None,
        None => (units::of_word("degree")?, plain.end),
    };
    let below = reader.at(end);
    let zero = reader.at(below.end);
    if !below.is("below") || !(zero.is("zero") || zero.text == "0") || plain.number.value.is_sign_negative() {
        return None;
    }
    let number = Number { value: -plain.number.value, ..plain.number };
    Some(Amount { number, unit: Some(unit), end: zero.end, ..plain.clone() })
}

/// "a 45-caliber" is ".45 caliber": calibres are told in hundredths of an inch with the point or without.
fn caliber(number: Number, unit: &Unit) -> Number {
    let told =
        matches!(unit, Unit::Measure { name, .. } if name == "caliber") && number.value >= Decimal::TEN;
    match number.value.checked_div(Decimal::ONE_HUNDRED) {
        Some(value) if told => Number { value, step: Decimal::new(1, 2), ..number },
        _ => number,
    }
}

/// "hundreds of miles", "half an hour", "two thirds of a mile": the number moved up to its unit.
fn before_unit(reader: &Reader<'_>, number: &Number) -> Option<Number> {
    let mut at = reader.at(number.end);
    let vague = matches!(number.sense, Sense::Vague(..));
    let part = number.step.is_zero();
    if !vague && !part {
        return None;
    }
    let mut end = number.end;
    if at.is("of") {
        end = at.end;
        at = reader.at(end);
    }
    if part && at.is_any(&["a", "an"]) {
        end = at.end;
    }
    (end != number.end).then_some(Number { end, ..*number })
}

/// "per cent", "percentage points"
fn percent(reader: &Reader<'_>, pos: usize) -> Option<(Unit, usize)> {
    let mut at = reader.at(pos);
    if at.is_dash() && at.glued == reader.at(at.end).glued {
        at = reader.at(at.end);
    }
    let end = match at.text {
        "%" | "％" => at.end,
        "pc" | "pct" => at.end,
        "pp" | "ppt" | "ppts" if at.glued => return Some((Unit::Point, at.end)),
        _ if at.is_any(&["percent", "percents", "percentage"]) => at.end,
        _ if at.is_any(&["p.c.", "p.c"]) => at.end,
        _ if at.is("per") => {
            let cent = reader.at(at.end);
            let cent = if cent.is_dash() && cent.glued { reader.at(cent.end) } else { cent };
            if !cent.is("cent") {
                return None;
            }
            cent.end
        }
        _ => return None,
    };
    let points = reader.at(end);
    let points = if points.is_dash() && points.glued { reader.at(points.end) } else { points };
    if points.is_any(&["point", "points"]) {
        Some((Unit::Point, points.end))
    } else {
        Some((Unit::Percent, end))
    }
}

/// "four times", "10-fold"
fn times(reader: &Reader<'_>, number: &Number) -> Option<(Unit, usize)> {
    let at = reader.at(number.end);
    let word = if at.is_dash() { reader.at(at.end) } else { at };
    let fold = word.is("fold");
    let times =
        !at.is_dash() && word.text == "times" || at.glued && at.text == "x" && number.step <= Decimal::ONE;
    let next = reader.at(word.end);
    (fold || times && !(next.glued && next.kind == Kind::Digits)).then_some((Unit::None, word.end))
}

/// "sixfold"
fn fold(reader: &Reader<'_>, pos: usize) -> Option<Number> {
    let atom = reader.at(pos);
    let stem = atom.text.strip_suffix("fold")?;
    let Numeral::Small(n) = numeral(stem)? else { return None };
    Some(Number {
        value: Decimal::from(n),
        step: Decimal::ONE,
        start: atom.start,
        end: atom.end,
        style: Style::Words,
        sense: Sense::Cardinal,
        magnitude: None,
    })
}

/// "48.5 MGBP": the "M" belongs to the number.
fn millions_of_code(reader: &Reader<'_>, number: &Number) -> Option<Number> {
    let atom = reader.at(number.end);
    let code =
        atom.text.strip_prefix('M').filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase()))?;
    super::catalogue::catalogue().by_code(code)?;
    number.times(Decimal::new(1_000_000, 0), atom.start + 1)
}

/// "5 feet 2 inches", "12 ft 2 in", "thirteen dollars and forty-five cents": the smaller unit added to the larger.
/// Where the larger has its sign before it (`signed`), the smaller must be named.
fn compound(reader: &Reader<'_>, large: &Amount, signed: bool) -> Option<Amount> {
    let (name, share) = smaller(large.unit.as_ref()?)?;
    let mut pos = large.end;
    let joint = reader.at(pos);
    // "5 ft. 10 in."
    let dotted = joint.text == "." && joint.glued && reader.at(joint.end).kind == Kind::Digits && !signed;
    if joint.is("and") || joint.text == "," || joint.is_dash() && joint.glued || dotted {
        pos = joint.end;
    }
    let part =
        number(reader, pos, Around { single: true, money: false }).filter(|n| n.sense == Sense::Cardinal)?;
    let cents = if signed { None } else { bare_cents(reader, &joint, &part, share) };
    let unit = units::behind(reader, &part).or_else(|| inches(reader, &part, name)).or(cents)?;
    let same = match (&unit.unit, name) {
        (Unit::Measure { name: n, .. }, name) => n == name,
        (Unit::Money { code, .. }, name) => code == name,
        (Unit::None, _) => true,
        _ => false,
    };
    if !same || part.value >= share || part.value < Decimal::ZERO {
        return None;
    }
    let value = large.number.value.checked_add(part.value.checked_div(share)?)?;
    let number = Number { value, step: Decimal::ONE.checked_div(share)?, end: part.end, ..large.number };
    Some(Amount { number, end: unit.end, ..large.clone() })
}

/// "15 dollars and 50" with nothing behind: cents.
fn bare_cents(reader: &Reader<'_>, joint: &Atom<'_>, part: &Number, share: Decimal) -> Option<units::Found> {
    let next = reader.at(part.end);
    let ends = next.kind == Kind::End || matches!(next.text, "." | "!" | "?" | ";" | ")");
    let two = part.style == Style::Plain && part.end - part.start == 2;
    let spelled = part.style == Style::Words && joint.is("and");
    let digits = (two || spelled) && joint.text != ",";
    (ends && digits && share == Decimal::ONE_HUNDRED)
        .then_some(units::Found { unit: Unit::None, end: part.end })
}

/// "6'2\"", "5' 9\"": feet and inches by their signs.
fn primes(reader: &Reader<'_>, feet: &Amount) -> Option<Amount> {
    let sign = reader.at(feet.end);
    let inches = reader.at(sign.end);
    let mark = reader.at(inches.end);
    let signs = matches!(sign.text, "'" | "’" | "′") && matches!(mark.text, "\"" | "”" | "″" | "''");
    let part: Decimal = inches.text.parse().ok().filter(|n: &Decimal| *n < Decimal::from(12))?;
    if !signs || !sign.glued || !mark.glued || feet.number.value >= Decimal::TEN {
        return None;
    }
    let value = feet.number.value.checked_add(part.checked_div(Decimal::from(12))?)?;
    let step = Decimal::ONE.checked_div(Decimal::from(12))?;
    let number = Number { value, step, end: mark.end, style: Style::Rich, ..feet.number };
    Some(Amount { number, unit: Some(units::of_word("foot")?), end: mark.end, ..feet.clone() })
}

/// "an altitude of 30'", "a 6\" pipe": one sign behind a number, if it closes no quotation.
fn prime(reader: &Reader<'_>, plain: &Amount) -> Option<Amount> {
    let sign = reader.at(plain.end);
    let after = reader.at(sign.end);
    let before = reader.slice(reader.first(), plain.start);
    let (word, quotes): (&str, &[char]) = match sign.text {
        "'" | "’" | "′" => ("foot", &['\'', '‘', '’']),
        "\"" | "″" => ("inch", &['"', '“', '”']),
        _ => return None,
    };
    let digits = matches!(plain.number.style, Style::Plain | Style::Rich);
    let free = sign.glued && digits && !before.contains(quotes) && !(after.glued && after.kind != Kind::Sign);
    let year = plain.number.style == Style::Plain && plain.number.end - plain.number.start > 3;
    if !free || year || plain.number.magnitude.is_some() {
        return None;
    }
    Some(Amount { unit: Some(units::of_word(word)?), end: sign.end, ..plain.clone() })
}

/// "-$5", "minus $5"
fn negative_money(reader: &Reader<'_>, pos: usize, single: bool) -> Option<Amount> {
    let sign = reader.at(pos);
    let next = reader.at(sign.end);
    let word = sign.is_any(&["minus", "negative"]);
    let before = reader.before(sign.start);
    let tight = matches!(sign.text, "-" | "−" | "–") && next.glued && !before.glued;
    if !(word || tight) || next.kind != Kind::Sign || next.is_dash() || next.text == "+" {
        return None;
    }
    money::prefix(reader, next.start)?;
    let found = amount(reader, next.start, single)?;
    let number = Number { value: -found.number.value, ..found.number };
    (number.value.is_sign_negative()).then_some(Amount { number, start: sign.start, ..found })
}

/// "magnitude 6.1", "a magnitude of 5.4": the unit stands before its number.
fn magnitude(reader: &Reader<'_>, plain: &Amount) -> Option<Amount> {
    let left = reader.before(plain.start);
    let word = if left.is_dash() || left.is("of") { reader.before(left.start) } else { left };
    let fits =
        word.is("magnitude") && plain.number.value <= Decimal::TEN && !reader.at(plain.end).is("magnitude");
    if fits { Some(Amount { unit: Some(units::of_word("magnitude")?), ..plain.clone() }) } else { None }
}

/// "in" is a unit behind feet only.
fn inches(reader: &Reader<'_>, part: &Number, name: &str) -> Option<units::Found> {
    let word = reader.at(part.end);
    // "6 ft 2", "six-foot-two", with nothing behind that the number could count
    let ends = word.kind == Kind::End || matches!(word.text, "." | "," | ";" | ")" | "?" | "!");
    if name == "inch" && ends && part.step == Decimal::ONE && part.magnitude.is_none() {
        return Some(units::Found { unit: Unit::None, end: part.end });
    }
    let next = reader.at(word.end);
    if name != "inch" || word.text != "in" || next.is_any(&["the", "a", "his", "her", "their"]) {
        return None;
    }
    units::behind(reader, &Number { end: word.start, ..*part })
}

/// The smaller unit that is told behind a larger one, and how many make one.
fn smaller(unit: &Unit) -> Option<(&'static str, Decimal)> {
    match unit {
        Unit::Measure { name, .. } => match name.as_str() {
            "foot" => Some(("inch", Decimal::from(12))),
            "pound" => Some(("ounce", Decimal::from(16))),
            "stone" => Some(("pound", Decimal::from(14))),
            _ => None,
        },
        Unit::Money { code, per: None, .. } => match code.as_str() {
            "USD" => Some(("USX", Decimal::ONE_HUNDRED)),
            "GBP" => Some(("GBX", Decimal::ONE_HUNDRED)),
            "EUR" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" => Some(("USX", Decimal::ONE_HUNDRED)),
            "INR" => Some(("INX", Decimal::ONE_HUNDRED)),
            _ => None,
        },
        _ => None,
    }
}
