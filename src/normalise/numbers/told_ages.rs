//! A bare number among words that make it an age: "Ann Lee, 34,", "she was 72", "children under 16".

use rust_decimal::Decimal;

use super::ages;
use super::amount::amount;
use super::comparators::Reserve;
use super::number::{Number, Sense, Style};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};
use super::reading::Reading;
use crate::english;

/// Do the words around the number, which begins at `start` with its comparator, make it an age?
pub(crate) fn told(reader: &Reader<'_>, number: &Number, start: usize, reserve: Reserve) -> bool {
    reserve == Reserve::NONE && apposed(reader, number)
        || bounded(reader, number, start)
        || shared(reader, number)
        || predicated(reader, number, start)
}

/// "Ann Lee, 34, of Leeds": digits between commas behind a name.
fn apposed(reader: &Reader<'_>, number: &Number) -> bool {
    let comma = reader.before(number.start);
    let name = name_before(reader, comma.start);
    let open = matches!(comma.text, "," | "(");
    let next = reader.at(number.end);
    let more = reader.at(next.end);
    let capital = |a: &Atom<'_>| a.kind == Kind::Letters && a.text.starts_with(char::is_uppercase);
    let first = reader.before(name.start);
    let first = if first.text == "." { reader.before(first.start) } else { first };
    let someone = name.is_in(&PERSONS);
    let closed = match comma.text {
        "(" => next.text == ")",
        _ => {
            next.text == "," && more.kind != Kind::Digits
                || next.text == ";" && capital(&first)
                || matches!(next.text, "." | ")") && more.kind == Kind::End
                || next.kind == Kind::End && capital(&first)
                || next.is_any(&["of", "from", "and", "was", "were", "who"])
        }
    };
    let person = capital(&name) && name.text.len() > 1 || someone;
    let human =
        number.style == Style::Plain && number.end - number.start == 2 && number.value >= Decimal::TEN;
    open && !comma.text.is_empty() && person && closed && human && !english::is_month(name.text)
}

static PERSONS: WordList = WordList::new(
    "\
    man woman boy girl teen teenager student driver suspect officer deputy brother sister son daughter \
    husband wife mother father friend neighbor neighbour resident grandson granddaughter nephew niece cousin",
);

/// The name that ends at `pos`, "Te'o" as a whole.
fn name_before<'a>(reader: &Reader<'a>, pos: usize) -> Atom<'a> {
    let name = reader.before(pos);
    let title = reader.before(name.start);
    if name.text == "." && title.is_any(&["Jr", "Sr"]) {
        return title;
    }
    let mark = reader.before(name.start);
    let front = reader.before(mark.start);
    let joined = matches!(mark.text, "'" | "’") && mark.glued && front.glued && front.kind == Kind::Letters;
    if joined && name.is_lower() { front } else { name }
}

/// "68 and 48-year-old women": an age that shares the words behind the second.
fn shared(reader: &Reader<'_>, number: &Number) -> bool {
    let joint = reader.at(number.end);
    let human =
        number.style == Style::Plain && number.value > Decimal::ZERO && number.value < Decimal::from(120);
    if !human || !joint.is_any(&["and", "or"]) {
        return false;
    }
    let Some(second) = amount(reader, joint.end, true) else { return false };
    let reading = Reading::of(&second, Reserve::NONE, second.start, second.end);
    second.number.style == Style::Plain && ages::behind(reader, &reading).is_some()
}

/// "She was 72", "he will be 35 by": a number that is said of a person.
fn predicated(reader: &Reader<'_>, number: &Number, start: usize) -> bool {
    let verb = reader.before(start);
    let mut who = reader.before(verb.start);
    while who.is_any(&["will", "would", "only", "just", "already", "now", "then"]) {
        who = reader.before(who.start);
    }
    let next = reader.at(number.end);
    let ends = next.kind != Kind::Letters
        || next.is_any(&[
            "when",
            "at",
            "by",
            "in",
            "and",
            "but",
            "last",
            "this",
            "on",
            "or",
            "yesterday",
            "today",
        ]);
    let said = verb.is_any(&["is", "was", "be", "s"]) && who.is_any(&["he", "she", "i", "who"])
        || verb.is("s") && reader.before(who.start).is_any(&["he", "she"]);
    let human = number.magnitude.is_none() && years(number, 10);
    let died = verb.is("at") && {
        let mut word = reader.before(verb.start);
        (0..4).any(|_| {
            let found = word.is_any(&["died", "dies", "dead"]);
            word = reader.before(word.start);
            found
        })
    };
    (said || died)
        && ends
        && human
        && !matches!(next.text, "%" | "-" | "–" | ":" | "/")
        && number.sense == Sense::Cardinal
}

/// "children under 16", "people over 65": how old they are, not how many.
fn bounded(reader: &Reader<'_>, number: &Number, start: usize) -> bool {
    static GROUPS: WordList = WordList::new(
        "\
        children people adults kids those persons minors anyone everyone men women boys girls drivers voters \
        youths teens teenagers americans residents patients students citizens person child",
    );
    let (bound, group) = (reader.at(start), reader.before(start));
    let next = reader.at(number.end);
    let ends = next.kind != Kind::Letters
        || next.is_any(&["and", "or", "who", "are", "were", "is", "in", "from", "to"]);
    let human = number.style == Style::Plain && years(number, 1);
    human
        && ends
        && !matches!(next.text, "%" | "-" | "–" | ":" | "/" | "$")
        && bound.is_any(&["under", "over", "above", "below"])
        && group.is_in(&GROUPS)
}

/// Is it a whole number of years, from `least` up, that a person may be old?
fn years(number: &Number, least: i64) -> bool {
    number.value.is_integer() && (Decimal::from(least)..=Decimal::from(110)).contains(&number.value)
}
