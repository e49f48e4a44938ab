//! Two numbers with a mark between them → votes ("396-9"), scores ("beat them 3-1"), ratios ("one in five", "2-to-1").

use rust_decimal::Decimal;

use super::amount::{Amount, amount};
use super::number::{Number, Sense, Style};
use super::parse::{Around, number};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};
use super::reading::Reading;
use crate::model::{Comparator, Interval, MentionKind, Quantity, Unit};

static VOTING: WordList = WordList::new(
    "\
    vote votes voted voting ruled ruling rules decision approved passed senate house court committee \
    council board justices lawmakers parliament commission jury assembly referendum",
);
static RATIOS: WordList = WordList::new("ratio odds scale proportion");
static PLAYING: WordList = WordList::new(
    "\
    win won wins winning victory beat beats beating lost loss lose lead led leads leading defeat \
    defeated draw drew tie tied score scored scoreline final aggregate game games match halftime half \
    season playoff record set sets inning quarter deficit advantage trailed trailing thrashed thrashing \
    edged comeback goal goals unbeaten champions cup league series",
);

fn tally(
    first: &Number,
    second: &Number,
    unit: Unit,
    kind: MentionKind,
    start: usize,
    end: usize,
) -> Reading {
    let quantity = Quantity {
        interval: Interval::point(first.value),
        nominal: Some(first.value),
        comparator: Comparator::Exact,
        approx: false,
        unit,
        step: Decimal::ONE,
        against: Some(second.value),
    };
    Reading { quantity, kind, start, end }
}

/// "396-9", "21 - 14", "2-2": two plain numbers with a hyphen, where the words around speak of a vote or a game, or
/// the second is not the larger.
pub(crate) fn score_or_vote(reader: &Reader<'_>, first: &Amount) -> Option<Reading> {
    let dash = reader.at(first.end);
    let to = dash.is("to");
    if first.unit.is_some() || !whole(&first.number) || !(dash.is_dash() || to) || dash.text == "—" {
        return None;
    }
    let second = number(reader, dash.end, Around { single: true, money: false }).filter(whole)?;
    let next = reader.at(second.end);
    let behind = reader.at(next.end);
    let more = next.is_dash() && behind.kind == Kind::Digits && behind.glued;
    let joined = next.glued && (next.kind == Kind::Letters || matches!(next.text, "%" | "/" | ":"));
    if (second.start == dash.end) != dash.glued && !to
        || more
        || joined
        || amount(reader, second.start, true)?.unit.is_some()
    {
        return None;
    }
    let sides = [&first.number, &second].map(|n| n.style == Style::Plain);
    let spelled = [&first.number, &second].map(|n| n.style == Style::Words);
    // "10-15 shots" near a house, which could be one of parliament
    let next = reader.at(second.end);
    if first.number.value < second.value && next.is_lower() && next.text.len() > 3 && next.text.ends_with('s')
    {
        return None;
    }
    // "555-0199"
    let written = reader.slice(second.start, second.end);
    if sides[1] && written.len() > 1 && written.starts_with('0') {
        return None;
    }
    if sides != [true, true] && spelled != [true, true] {
        return None;
    }
    let (votes, plays) =
        (near(reader, first.start, second.end, &VOTING), near(reader, first.start, second.end, &PLAYING));
    // "the 0-14 Lions": a record, unless it is told of what
    let counts = reader.at(second.end).is_lower() && reader.at(second.end).text.ends_with('s');
    let falling = first.number.value >= second.value || first.number.value.is_zero() && dash.glued && !counts;
    if to && !(votes || plays) {
        return None;
    }
    let falling = falling || dash.glued && sides == [true, true] && is_record(reader, &first.number, &second);
    match (votes && (!plays || first.number.value > Decimal::from(30)), plays || falling) {
        (true, _) => {
            Some(tally(&first.number, &second, Unit::Vote, MentionKind::Vote, first.start, second.end))
        }
        (false, true) if !half_and_half(&first.number, &second) => {
            Some(tally(&first.number, &second, Unit::Score, MentionKind::Score, first.start, second.end))
        }
        _ => None,
    }
}

/// "the team is 9-14 in its last games": what one is from so many to so many is no range of anything.
fn is_record(reader: &Reader<'_>, first: &Number, second: &Number) -> bool {
    let (left, next) = (reader.before(first.start), reader.at(second.end));
    let left = if left.is("just") { reader.before(left.start) } else { left };
    let ends = next.is_any(&["in", "this", "since", "against", "under", "at"]);
    left.is_any(&["is", "are", "was", "were", "went", "opened"]) && ends && second.value < Decimal::from(200)
}

fn half_and_half(a: &Number, b: &Number) -> bool {
    a.value == b.value && a.value >= Decimal::from(20)
}

fn whole(n: &Number) -> bool {
    n.sense == Sense::Cardinal
        && n.value.is_integer()
        && n.magnitude.is_none()
        && n.value >= Decimal::ZERO
        && n.value < Decimal::from(1000)
}

/// Does one of the words stand within eight atoms of the range?
fn near(reader: &Reader<'_>, start: usize, end: usize, words: &WordList) -> bool {
    let mut left = reader.before(start);
    let mut right = reader.at(end);
    for _ in 0..8 {
        if left.is_in(words) || right.is_in(words) {
            return true;
        }
        left = reader.before(left.start);
        right = reader.at(right.end);
    }
    false
}

/// "one in five", "two out of three", "2-to-1".
pub(crate) fn ratio(reader: &Reader<'_>, first: &Amount) -> Option<Reading> {
    let a = first.number;
    if first.unit.is_some() || !whole(&a) || a.value.is_zero() {
        return None;
    }
    let joint = reader.at(first.end);
    let dashed = joint.is_dash() && joint.glued;
    let word = if dashed { reader.at(joint.end) } else { joint };
    let share = word.is("in") || word.is("out") && reader.at(word.end).is("of");
    let mut at = if word.is("out") { reader.at(word.end).end } else { word.end };
    if share && reader.at(at).is("every") {
        at = reader.at(at).end;
    }
    let told = || near(reader, first.start, word.end, &RATIOS);
    let odds = dashed && word.is("to") || word.text == ":" && word.glued && told();
    if dashed && reader.at(at).is_dash() {
        at = reader.at(at).end;
    }
    if !share && !odds {
        return None;
    }
    let second =
        amount(reader, at, true).filter(|b| b.unit.is_none() && b.number.sense == Sense::Cardinal)?;
    let b = second.number;
    let fits = if share {
        a.value < b.value && denominates(word, &a, &b)
    } else {
        !b.value.is_zero() && b.value.is_integer() && reader.at(at).glued
    };
    let next = reader.at(second.end);
    if !fits || next.glued && (next.kind == Kind::Letters || next.text == ":") {
        return None;
    }
    let value = a.value.checked_div(b.value)?;
    let quantity = Quantity {
        interval: Interval::point(value),
        nominal: Some(value),
        comparator: Comparator::Exact,
        approx: false,
        unit: Unit::Ratio,
        step: Decimal::ZERO,
        against: None,
    };
    Some(Reading { quantity, kind: MentionKind::Ratio, start: first.start, end: second.end })
}

/// Is "A in B" a share rather than so many in a place or time?
fn denominates(word: Atom<'_>, a: &Number, b: &Number) -> bool {
    const USUAL: [u32; 13] = [2, 3, 4, 5, 6, 7, 8, 10, 20, 50, 100, 1000, 1_000_000];
    let round = USUAL.iter().any(|&n| b.value == Decimal::from(n));
    match (word.is("in"), a.value == Decimal::ONE) {
        (true, true) => b.value.is_integer() && (b.value < Decimal::from(1900) || b.style != Style::Plain),
        (true, false) => round && b.value > a.value && a.value < Decimal::TEN,
        (false, _) => true,
    }
}
