//! Words that answer "how many" or "how long" without a number → counts and durations: "twice", "no casualties", "a
//! single shot", "a pair of shootings", "multiple wounds", "more than an hour", "a few minutes".
//!
//! Outlets put such words and figures side by side: "shot twice" beside "two gunshot wounds", "there were no casualties"
//! beside "12 people were killed". What a recogniser of numbers covers already is left to it.

use crate::english;
use std::ops::Range;

use rust_decimal::Decimal;

use super::Input;
use super::context::claim_at;
use super::counted::group;
use super::tagged::Tagged;
use crate::model::{
    Bound, Claim, Comparator, Interval, Kind, Mention, Penn, Quantity, Sentence, Subject, Unit, Value,
};

/// A value that the words at these tokens (counted from the sentence's first) imply.
struct Implied {
    tokens: Range<u32>,
    kind: Kind,
    value: Quantity,
}

/// Appends a claim for every such word.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for (index, sentence) in input.document.sentences.iter().enumerate() {
        let tagged = Tagged::new(input.document, sentence);
        let mentions = input.mentions.get(index).map_or(&[][..], Vec::as_slice);
        let mut at = 0;
        while at < tagged.len() {
            let found = implied(&tagged, at).filter(|i| is_free(mentions, &i.tokens));
            let Some(Implied { tokens, kind, value }) = found else {
                at += 1;
                continue;
            };
            at = tokens.end.max(at + 1);
            let Some(bytes) = bytes(input, sentence, &tokens) else { continue };
            let first = sentence.tokens.start;
            let whole = first + tokens.start..first + tokens.end;
            let nobody = tagged.is_any(tokens.start, &["nobody"]) || tagged.is(tokens.start + 1, "one");
            let claim = claim_at(input.document, index, whole, bytes, kind, Value::Quantity(value));
            claims.extend(claim.map(|c| if nobody { Claim { subject: people(), ..c } } else { c }));
        }
    }
}

/// Whom "no one" counts.
fn people() -> Subject {
    Subject { head: "people".into(), words: "people".to_owned(), ..Subject::default() }
}

/// Returns whether no number or time stands in these tokens.
fn is_free(mentions: &[Mention], tokens: &Range<u32>) -> bool {
    mentions.iter().all(|m| m.tokens.end <= tokens.start || tokens.end <= m.tokens.start)
}

fn bytes(input: &Input<'_, '_>, sentence: &Sentence, tokens: &Range<u32>) -> Option<Range<u32>> {
    let token = |i: u32| input.document.tokens.get((sentence.tokens.start + i) as usize);
    Some(token(tokens.start)?.start..token(tokens.end.checked_sub(1)?)?.end)
}

fn implied(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    times(tagged, at)
        .or_else(|| none(tagged, at))
        .or_else(|| one(tagged, at))
        .or_else(|| two(tagged, at))
        .or_else(|| several(tagged, at))
        .or_else(|| rank(tagged, at))
        .or_else(|| single_unit(tagged, at))
        .or_else(|| several_units(tagged, at))
        .or_else(|| unit_long(tagged, at))
}

fn count(tokens: Range<u32>, interval: Interval, nominal: Option<u32>) -> Implied {
    let comparator = if nominal.is_some() { Comparator::Exact } else { Comparator::AtLeast };
    Implied { tokens, kind: Kind::Count, value: quantity(interval, nominal, comparator, Unit::None) }
}

fn exactly(tokens: Range<u32>, n: u32) -> Implied {
    count(tokens, Interval::point(Decimal::from(n)), Some(n))
}

fn quantity(interval: Interval, nominal: Option<u32>, comparator: Comparator, unit: Unit) -> Quantity {
    let nominal = nominal.map(Decimal::from);
    Quantity { interval, nominal, comparator, approx: false, unit, step: Decimal::ONE, against: None }
}

fn at_least(n: u32) -> Interval {
    Interval::new(Bound::Closed(Decimal::from(n)), Bound::Unbounded)
}

/// "was shot twice"
fn times(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let n = if tagged.is(at, "twice") { 2 } else { return None };
    let multiplies = tagged.is_any(at + 1, &["as", "the"]) || tagged.joined(at);
    let rate = tagged.is_any(at + 1, &["a", "per", "every"]);
    (!multiplies && !rate).then(|| exactly(at..at + 1, n))
}

/// "no children", "no one", "no dead"
fn none(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    if tagged.is_any(at, &["nobody"]) {
        return Some(exactly(at..at + 1, 0));
    }
    if !tagged.is(at, "no") || tagged.penn(at) != Penn::Dt {
        return None;
    }
    if tagged.is(at + 1, "one") {
        return Some(exactly(at..at + 2, 0));
    }
    if tagged.is_any(at + 1, &["dead", "wounded", "injured"]) && !tagged.is_noun(at + 2) {
        return Some(exactly(at..at + 1, 0));
    }
    let noun = group(tagged, at + 1)?;
    let head = noun.end.checked_sub(1)?;
    matches!(tagged.penn(head), Penn::Nns).then(|| exactly(at..at + 1, 0))
}

/// "a single shot", "the lone debate", "the only party"
fn one(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let sole = tagged.is_any(at, &["single", "lone", "sole"]);
    let determined = at.checked_sub(1).is_some_and(|d| matches!(tagged.penn(d), Penn::Dt | Penn::PrpS));
    let only = tagged.is(at, "only") && determined;
    if !(sole || only) || tagged.joined(at) || tagged.penn(at) == Penn::Nnp {
        return None;
    }
    let noun = group(tagged, at + 1)?;
    let head = noun.end.checked_sub(1)?;
    (tagged.penn(head) == Penn::Nn && noun.start == at + 1).then(|| exactly(at..at + 1, 1))
}

/// "a pair of shootings", "both charges"
fn two(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let plural = |start: u32| {
        group(tagged, start).and_then(|n| n.end.checked_sub(1)).is_some_and(|h| tagged.penn(h) == Penn::Nns)
    };
    if tagged.is(at, "pair") && tagged.is(at + 1, "of") && plural(at + 2) {
        let start = at.checked_sub(1).filter(|&i| tagged.penn(i) == Penn::Dt).unwrap_or(at);
        return Some(exactly(start..at + 1, 2));
    }
    (tagged.is(at, "both") && tagged.penn(at) == Penn::Dt && plural(at + 1)).then(|| exactly(at..at + 1, 2))
}

/// "multiple gunshot wounds", "several shots"
fn several(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let least = if tagged.is(at, "multiple") {
        2
    } else if tagged.is(at, "several") {
        3
    } else {
        return None;
    };
    let head = group(tagged, at + 1)?.end.checked_sub(1)?;
    let counts = tagged.penn(head) == Penn::Nns && unit(&tagged.lemma(head)).is_none();
    counts.then(|| count(at..at + 1, at_least(least), None))
}

/// "the No. 5 seed"
fn rank(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let mark = tagged.word(at) == "No." || tagged.word(at) == "No" && tagged.is(at + 1, ".");
    let digits = if tagged.word(at) == "No." { at + 1 } else { at + 2 };
    let n: u32 = tagged.word(digits).parse().ok().filter(|&n| n > 0 && mark)?;
    let value = quantity(Interval::point(Decimal::from(n)), Some(n), Comparator::Exact, Unit::Ordinal);
    Some(Implied { tokens: at..digits + 1, kind: Kind::Ordinal, value })
}

/// "a monthslong investigation", "an hours-long standoff": from two of the unit up to where one speaks of the next.
fn unit_long(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let word = tagged.word(at).to_lowercase();
    let (plural, end) = match word.strip_suffix("long") {
        Some(plural) => (plural.trim_end_matches(['-', '‑']).to_owned(), at + 1),
        None if tagged.joined(at) && tagged.is(at + 2, "long") => (word, at + 3),
        None => return None,
    };
    let name = plural.strip_suffix('s')?;
    let most = match name {
        "minute" => Some(90),
        "hour" => Some(36),
        "day" => Some(14),
        "week" => Some(13),
        "month" => Some(18),
        "year" => Some(30),
        _ => None,
    };
    let upper = most.map_or(Bound::Unbounded, |n| Bound::Open(Decimal::from(n)));
    let interval = Interval::new(Bound::Closed(Decimal::TWO), upper);
    duration(at..end, name, interval, None, Comparator::AtLeast)
}

/// Seconds in the unit of a length of time.
pub(crate) fn unit(lemma: &str) -> Option<i64> {
    Some(match lemma {
        "minute" => 60,
        "hour" => 3_600,
        "day" => 86_400,
        "week" => 604_800,
        "month" => 2_629_746,
        "year" => 31_556_952,
        "decade" => 315_569_520,
        _ => return None,
    })
}

fn duration(
    tokens: Range<u32>,
    name: &str,
    interval: Interval,
    nominal: Option<u32>,
    comparator: Comparator,
) -> Option<Implied> {
    let unit = Unit::Duration { name: name.into(), seconds: Decimal::from(unit(name)?) };
    Some(Implied { tokens, kind: Kind::Duration, value: quantity(interval, nominal, comparator, unit) })
}

/// "an hour", "more than a month"; not "$10 an hour", "half an hour", "a year ago", "a day after".
fn single_unit(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    if !tagged.is_any(at, &["a", "an"]) || tagged.penn(at + 1) != Penn::Nn || tagged.joined(at + 1) {
        return None;
    }
    if tagged.is_any(at + 2, &english::words().unit_continuations) || tagged.is_noun(at + 2) {
        return None;
    }
    let before = at.checked_sub(1)?;
    let rate = matches!(tagged.penn(before), Penn::Nn | Penn::Nns | Penn::Cd | Penn::Sym | Penn::Pdt)
        || tagged.is_any(before, &["half", "once", "twice", "thrice", "such", "quite"]);
    if rate {
        return None;
    }
    let (start, comparator) = comparator(tagged, at);
    let one = Decimal::ONE;
    let interval = match comparator {
        Comparator::MoreThan => Interval::new(Bound::Open(one), Bound::Unbounded),
        Comparator::AtLeast => at_least(1),
        Comparator::LessThan => Interval::new(Bound::Unbounded, Bound::Open(one)),
        _ => Interval::point(one),
    };
    duration(start..at + 2, &tagged.lemma(at + 1), interval, Some(1), comparator)
}

fn comparator(tagged: &Tagged<'_, '_>, at: u32) -> (u32, Comparator) {
    let word = |back: u32, words: &[&str]| at.checked_sub(back).is_some_and(|i| tagged.is_any(i, words));
    if word(1, &["than"]) && word(2, &["more", "longer"]) {
        (at - 2, Comparator::MoreThan)
    } else if word(1, &["than"]) && word(2, &["less"]) {
        (at - 2, Comparator::LessThan)
    } else if word(1, &["least"]) && word(2, &["at"]) {
        (at - 2, Comparator::AtLeast)
    } else if word(1, &["over"]) {
        (at - 1, Comparator::MoreThan)
    } else if word(1, &["under", "nearly", "almost"]) {
        (at - 1, Comparator::LessThan)
    } else if word(1, &["about", "around", "roughly"]) {
        (at - 1, Comparator::Approx)
    } else {
        (at, Comparator::Exact)
    }
}

/// "a few minutes", "several hours", "hours of talks", "decades of war"; not "weeks later"
fn several_units(tagged: &Tagged<'_, '_>, at: u32) -> Option<Implied> {
    let few = tagged.is_any(at, &["few", "several"]);
    let noun = if few { at + 1 } else { at };
    let name = tagged.lemma(noun);
    if tagged.penn(noun) != Penn::Nns || unit(&name).is_none() || tagged.is(noun + 1, "ago") {
        return None;
    }
    let lone = noun.checked_sub(1).is_none_or(|i| matches!(tagged.penn(i), Penn::In | Penn::Comma));
    if !(few || tagged.is(noun + 1, "of") && lone) {
        return None;
    }
    let tens = Decimal::TEN;
    let interval = if tagged.is(at, "few") {
        Interval::new(Bound::Closed(Decimal::TWO), Bound::Open(tens))
    } else {
        at_least(if few { 3 } else { 2 })
    };
    let start = if few && at.checked_sub(1).is_some_and(|i| tagged.is(i, "a")) { at - 1 } else { at };
    duration(start..noun + 1, &name, interval, None, Comparator::AtLeast)
}
