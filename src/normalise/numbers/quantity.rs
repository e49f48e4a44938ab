//! Comparators, amounts and what joins two of them → one quantity: "more than 12", "between 12 and 15", "$7-$9".

use rust_decimal::Decimal;

use super::amount::{Amount, amount};
use super::comparators::{self, Reserve};
use super::number::{Number, Sense, Style};
use super::numerals::numeral;
use super::reader::{Kind, Reader};
use super::reading::Reading;
use super::{ages, guards, names, tallies, told_ages, units};
use crate::model::{Bound, Comparator, Interval, MentionKind, Unit};

/// The quantity whose first word stands at `pos`.
pub(crate) fn quantity(reader: &Reader<'_>, pos: usize) -> Option<Reading> {
    let start = reader.at(pos).start;
    if let Some((reserve, at)) = comparators::before(reader, pos) {
        return ages::worded(reader, at, start, reserve).or_else(|| under(reader, at, start, reserve));
    }
    ages::worded(reader, pos, start, Reserve::NONE)
        .or_else(|| opened_range(reader, pos))
        .or_else(|| bare_percent(reader, pos))
        .or_else(|| under(reader, pos, start, Reserve::NONE))
}

/// Amounts behind a comparator or none.
fn under(reader: &Reader<'_>, pos: usize, start: usize, reserve: Reserve) -> Option<Reading> {
    let first = amount(reader, pos, false)?;
    let bare = first.unit.is_none();
    let start = start.min(first.start);
    if bare && told_ages::told(reader, &first.number, start, reserve) {
        return Some(Reading::of(&first, reserve, start, first.end).into_age(first.end));
    }
    if bare && first.number.sense == Sense::Cardinal {
        let tally = tallies::ratio(reader, &first).or_else(|| tallies::score_or_vote(reader, &first));
        if let Some(tally) = tally.filter(|_| !guards::refuses(reader, &first, false)) {
            return Some(Reading { start, ..tally });
        }
    }
    if let Some(range) = joined_range(reader, &first, start, reserve) {
        return (!guards::refuses(reader, &first, false)).then_some(range);
    }
    let first = with_shared_unit(reader, first);
    let bare = first.unit.is_none() && reserve.comparator == Comparator::Exact;
    if guards::refuses(reader, &first, bare) || ordinal_name(reader, &first) {
        return None;
    }
    let (reserve, end) = comparators::behind(reader, first.end, reserve.comparator)
        .map_or((reserve, first.end), |(r, e)| (reserve.and(r), e));
    let (first, end) = behind_reserve(reader, first, end);
    let reserve = if spread(reader, &first, start) { Reserve::NONE } else { reserve };
    let reading = Reading::of(&first, reserve, start, end);
    Some(match ages::behind(reader, &reading) {
        Some(end) => {
            let (reserve, end) = comparators::behind(reader, end, reserve.comparator)
                .map_or((reserve, end), |(r, e)| (reserve.and(r), e));
            Reading::of(&first, reserve, start, first.end).into_age(end)
        }
        None => bounded_twice(reader, &reading).unwrap_or(reading),
    })
}

/// "$14.2 billion over five years", "three shootings over three hours": the time that an amount is spread over, no bound.
fn spread(reader: &Reader<'_>, length: &Amount, start: usize) -> bool {
    let lasts = matches!(length.unit, Some(Unit::Duration { .. }));
    let mut word = reader.before(start);
    let mut amount_before = || {
        (0..3).any(|_| {
            let number = word.kind == Kind::Digits || numeral(word.text).is_some();
            word = reader.before(word.start);
            number
        })
    };
    lasts && reader.at(start).is("over") && !reader.at(length.end).is_any(&["ago", "old"]) && amount_before()
}

/// "20-plus years", "100+ miles": the unit behind a comparator that stands behind the number.
fn behind_reserve(reader: &Reader<'_>, first: Amount, end: usize) -> (Amount, usize) {
    if first.unit.is_some() || end == first.end || first.number.sense != Sense::Cardinal {
        return (first, end);
    }
    match units::behind(reader, &Number { end, ..first.number }) {
        Some(found) => (Amount { unit: Some(found.unit), end: found.end, ..first }, found.end),
        None => (first, end),
    }
}

/// "Second World War", "Fifth Avenue": an ordinal that begins a name.
fn ordinal_name(reader: &Reader<'_>, first: &Amount) -> bool {
    let next = reader.at(first.end);
    first.number.sense == Sense::Ordinal && names::named_ordinal(reader, &first.number)
        || first.number.sense == Sense::Ordinal
            && reader.slice(first.start, first.end).starts_with(char::is_uppercase)
            && next.kind == Kind::Letters
            && next.text.starts_with(char::is_uppercase)
            && !names::title_case(reader)
}

/// "7- or 8-inch", "eight or nine euros", "four-, five- and six-cylinder": the unit stands behind the last number.
fn with_shared_unit(reader: &Reader<'_>, first: Amount) -> Amount {
    if first.unit.is_some() || first.number.sense != Sense::Cardinal {
        return first;
    }
    let mut at = reader.at(first.end);
    let hanging = at.is_dash() && at.glued && !reader.at(at.end).glued;
    if hanging {
        at = reader.at(at.end);
    }
    if hanging && at.text == "," {
        at = reader.at(at.end);
    }
    // "5 by 10 feet", "3 x 4 m"
    let by = (at.is("by") || matches!(at.text, "x" | "×")) && first.number.style != Style::Words;
    let joins = at.is("or") || by || hanging && at.is_any(&["and", "to"]);
    let next = if joins || hanging && at.kind == Kind::Digits || hanging && at.kind == Kind::Letters {
        amount(reader, if joins { at.end } else { at.start }, true)
    } else {
        None
    };
    match next {
        Some(next) if next.start > first.end => {
            let number =
                if at.is("or") { with_shared_size(first.number, &next.number) } else { first.number };
            let unit =
                if next.unit.is_none() && hanging { with_shared_unit(reader, next).unit } else { next.unit };
            Amount { number, unit: unit.filter(|u| *u != Unit::None), ..first }
        }
        _ => first,
    }
}

/// "two or three million", "five or six hundred": what multiplies the second number multiplies the first.
fn with_shared_size(first: Number, second: &Number) -> Number {
    size_of(second)
        .filter(|m| {
            first.magnitude.is_none() && second.value.checked_div(*m).is_some_and(|n| first.value < n)
        })
        .and_then(|m| first.times(m, first.end))
        .unwrap_or(first)
}

/// What multiplies a number: "million", "dozen", or the "hundred" of a number in words.
fn size_of(number: &Number) -> Option<Decimal> {
    let hundreds = number.style == Style::Words && number.step == Decimal::ONE_HUNDRED;
    number.magnitude.or(hundreds.then_some(Decimal::ONE_HUNDRED))
}

/// "from A to B", "between A and B".
fn opened_range(reader: &Reader<'_>, pos: usize) -> Option<Reading> {
    let mut word = reader.at(pos);
    let start = word.start;
    if word.is_any(&["anywhere", "somewhere", "ranging", "range", "ranges", "ranged"]) {
        word = reader.at(word.end);
    }
    let between = word.is("between");
    if !between && !word.is("from") {
        return None;
    }
    let (reserve, at) = comparators::before(reader, word.end).unwrap_or((Reserve::NONE, word.end));
    let at = if reader.at(at).is("the") { reader.at(at).end } else { at };
    // "between two hundred and forty and three hundred": the first "and" is the number's own where another follows
    let with_joint = |single: bool| {
        let low = amount(reader, at, single)?;
        let joint = join_behind(reader, &low, between)?;
        Some((low, joint))
    };
    let (low, joint) = with_joint(false).or_else(|| with_joint(true))?;
    let (second, at) = comparators::before(reader, joint).unwrap_or((Reserve::NONE, joint));
    let high = amount(reader, at, false)?;
    let (low, high) = agree(low, high)?;
    let years = low.unit.is_none()
        && [&low, &high].iter().all(|a| {
            let year = Decimal::from(1000)..Decimal::from(2100);
            a.number.style == Style::Plain && year.contains(&a.number.value)
        });
    if years && guards::refuses(reader, &low, true) || high.number.sense == Sense::Ordinal {
        return None;
    }
    let reading = Reading::between(&low.number, &high, reserve.approx || second.approx, start, high.end);
    Some(ages::behind(reader, &reading).map_or(reading.clone(), |end| reading.into_age(end)))
}

/// Where the second amount of an opened range begins.
fn join_behind(reader: &Reader<'_>, low: &Amount, between: bool) -> Option<usize> {
    let mut at = reader.at(low.end);
    let ends = |a: &super::reader::Atom<'_>| {
        a.is_any(&["to", "till", "through", "thru", "until"])
            || a.is_dash()
            || a.is("up") && reader.at(a.end).is("to")
            || between && a.is("and")
    };
    // "from 20 miles per gallon in 2008 to 29": a few words may stand between where a unit has been named.
    let room = if between || low.unit.is_none() { 1 } else { 4 };
    for step in 0..room {
        if ends(&at) && !(step > 0 && at.is_dash()) {
            return Some(if at.is("up") { reader.at(at.end).end } else { at.end });
        }
        if at.kind == Kind::Sign || at.kind == Kind::End {
            return None;
        }
        at = reader.at(at.end);
    }
    None
}

/// "12 to 15", "$7-$9", "5-10 years", "200,000 to-260,000".
fn joined_range(reader: &Reader<'_>, low: &Amount, start: usize, reserve: Reserve) -> Option<Reading> {
    let mut joint = reader.at(low.end);
    // "about 15 or 20": of two numbers that are no estimate each may be meant
    let or = joint.is("or") && reserve.comparator == Comparator::Approx && low.number.magnitude.is_none();
    let to = or
        || joint.is_any(&["to", "through", "thru", "till"])
        || joint.is_dash() && reader.at(joint.end).is("to");
    let dash = (joint.is_dash() && joint.text != "—" || joint.text == "~") && !to;
    if joint.is_dash() && to {
        joint = reader.at(joint.end);
    }
    if !to && !dash || low.number.sense != Sense::Cardinal {
        return None;
    }
    let mut pos = joint.end;
    if to && reader.at(pos).is_dash() && reader.at(pos).glued {
        pos = reader.at(pos).end;
    }
    let high = amount(reader, pos, false)?;
    // "about 8 or $9" tells two prices
    let far = high.number.value > low.number.value + low.number.value;
    if or && (far || low.unit.is_some() || matches!(high.unit, Some(Unit::Money { .. }))) {
        return None;
    }
    // "1990-01", "555-1234", "1-2-3", "9 -5"
    let uneven =
        dash && joint.glued != (high.start == joint.end) && !(low.unit.is_some() || high.unit.is_some());
    let further = reader.at(high.end);
    let code = dash && further.is_dash() && further.glued && reader.at(further.end).kind == Kind::Digits;
    let zero = reader.slice(high.number.start, high.number.end).starts_with('0')
        && high.number.style == Style::Plain;
    let telephone = dash
        && low.unit.is_none()
        && high.unit.is_none()
        && high.number.style == Style::Plain
        && high.number.value >= Decimal::from(1000)
        && low.number.value < Decimal::from(1000);
    let address = dash && high.unit.is_none() && names::address(reader, high.end);
    if address || uneven || code || zero || telephone || high.number.sense != Sense::Cardinal {
        return None;
    }
    let level = matches!(low.unit, Some(Unit::Percent | Unit::Point))
        && high.unit != low.unit
        && !(dash && high.unit.is_none());
    let (low, high) = agree(low.clone(), high)?;
    let rising = low.number.value < high.number.value;
    if level || !rising {
        return None;
    }
    let reading = Reading::between(&low.number, &high, reserve.approx, start, high.end);
    Some(ages::behind(reader, &reading).map_or(reading.clone(), |end| reading.into_age(end)))
}

/// Gives both ends the unit and magnitude of either; `None` where they measure different things.
fn agree(mut low: Amount, mut high: Amount) -> Option<(Amount, Amount)> {
    if low.number.sense == Sense::Ordinal || high.number.sense == Sense::Ordinal {
        return None;
    }
    match (&low.unit, &high.unit) {
        (None, Some(_)) => low.unit = high.unit.clone(),
        (Some(unit), None) => high.unit = Some(unit.clone()),
        (Some(Unit::Money { code: a, .. }), Some(Unit::Money { code: b, .. })) if a == b => {
            low.unit = high.unit.clone()
        }
        (a, b) if a != b => return None,
        _ => {}
    }
    // "four to five thousand", "$10 to $15 billion"
    low.number = with_shared_size(low.number, &high.number);
    Some((low, high))
}

/// "greater than 30 and less than or equal to 40"
fn bounded_twice(reader: &Reader<'_>, first: &Reading) -> Option<Reading> {
    let and = reader.at(first.end);
    if !and.is_any(&["and", "but"]) {
        return None;
    }
    let (reserve, at) = comparators::before(reader, and.end)?;
    let second = amount(reader, at, false)?;
    let own = first.quantity.interval;
    let other = super::reading::interval(second.number.value, reserve.comparator);
    // "less than 40 and greater than 30"
    let turned = own.lower() == Bound::Unbounded && other.upper() == Bound::Unbounded;
    let (lower, upper) = if turned { (other.lower(), own.upper()) } else { (own.lower(), other.upper()) };
    let (low, high) = (lower.value()?, upper.value()?);
    let open = turned
        || own.upper() == Bound::Unbounded
            && matches!(reserve.comparator, Comparator::LessThan | Comparator::AtMost);
    if !open || low >= high {
        return None;
    }
    let mut reading = Reading::of(&second, reserve, first.start, second.end);
    reading.quantity.interval = Interval::new(lower, upper);
    reading.quantity.comparator = Comparator::Between;
    reading.quantity.nominal = None;
    Some(reading)
}

/// "percent of 10", "a small percent": a percentage without a number before it.
fn bare_percent(reader: &Reader<'_>, pos: usize) -> Option<Reading> {
    let word = reader.at(pos);
    let scale = temperature_scale(&word);
    // "per cent of twenty"
    let cent = reader.at(word.end);
    let parted = word.is("per") && cent.is("cent");
    let word = if parted {
        super::reader::Atom { text: reader.slice(word.start, cent.end), end: cent.end, ..word }
    } else {
        word
    };
    if !parted && !word.is_any(&["percent", "percents", "percentage", "%"]) && scale.is_none() {
        return None;
    }
    let of = reader.at(word.end);
    let plain = |a: &Amount| a.unit.is_none() && a.number.sense == Sense::Cardinal;
    if of.is("of")
        && scale.is_none()
        && let Some(found) = amount(reader, of.end, false).filter(plain)
    {
        let amount = Amount { unit: Some(Unit::Percent), ..found };
        return Some(Reading::of(&amount, Reserve::NONE, word.start, amount.end));
    }
    if of.is_dash() || of.is_any(&["point", "points"]) || reader.before(word.start).glued {
        return None;
    }
    let unit = scale.unwrap_or(Unit::Percent);
    let kind = if unit == Unit::Percent { MentionKind::Percent } else { MentionKind::Measure };
    Some(Reading::unknown(unit, kind, word.start, word.end))
}

fn temperature_scale(word: &super::reader::Atom<'_>) -> Option<Unit> {
    let scale = word.is_any(&["celsius", "fahrenheit", "farenheit", "centigrade"]);
    if scale { super::units::of_word(&word.text.to_lowercase()) } else { None }
}
