//! Words behind a number → its unit: a measure, a currency, a rate of either.

use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::catalogue::{Currency, Entry, Measure, catalogue};
use super::number::{Number, Style};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};
use crate::model::Unit;

/// A unit at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) unit: Unit,
    pub(crate) end: usize,
}

/// Symbols that are words or letters of other senses unless they are joined to the number.
const GLUED: &[&str] = &["in", "t", "h", "s", "B", "mt", "Mt", "MP", "L", "V", "N", "VA", "cal", "bu", "bp"];
/// Those of them that may also stand apart where nothing else can be meant ("816 000 t", "5 L of water").
const APART: &[&str] = &["t", "L", "V", "N"];
/// Short forms that stand before an amount only.
const PREFIXES: &[&str] =
    &["PS", "R", "RM", "Sh", "SR", "QR", "LE", "Tk", "Rp", "Dh", "Dhs", "SFr", "Sfr", "TL", "NIS"];
/// Currencies whose names are also other words: they need a large or exact number before them.
const DOUBTFUL: &[&str] = &["won", "rand", "lei", "som", "sol", "real", "lev", "kip", "pula"];
/// Words of which a price is told "a piece".
const PIECES: &[&str] = &[
    "share", "barrel", "head", "person", "piece", "night", "game", "ticket", "bottle", "dozen", "unit",
    "pop", "pack", "plate", "seat", "bag", "box", "vote", "word", "page", "bushel", "gallon", "ounce",
    "pound", "ton", "tonne",
];

/// The unit behind a number, a hyphen or bracket between them skipped ("45-acre", "20 (kg)").
pub(crate) fn behind(reader: &Reader<'_>, number: &Number) -> Option<Found> {
    let mut at = reader.at(number.end);
    let next = reader.at(at.end);
    let mut close = None;
    if at.is_dash() && at.glued == next.glued {
        at = next;
    } else if matches!(at.text, "(" | "{" | "[" | "<") && next.kind == Kind::Letters {
        let end = reader.at(next.end);
        close = matches!(end.text, ")" | "}" | "]" | ">").then_some(end.end);
        close?;
        at = next;
    }
    let found = named(reader, &at).or_else(|| short(reader, &at, number));
    let (entry, end) = found.or_else(|| of_country(reader, &at))?;
    if !trusted(&at, entry, number) {
        return None;
    }
    let end = close.unwrap_or(end);
    if at.is_any(&["pound", "pounds"])
        && sterling(reader, number)
        && let Some(pound) = catalogue().by_code("GBP")
    {
        return Some(money(reader, pound, end));
    }
    match entry {
        Entry::Measure(i) => catalogue().measure(i).map(|m| measured(reader, m, end)),
        Entry::Money(i) => catalogue().currency(i).map(|c| money(reader, c, end)),
    }
}

/// "US fluid ounces", "imperial gallons": the country's units count as the unit itself.
fn of_country(reader: &Reader<'_>, at: &Atom<'_>) -> Option<(Entry, usize)> {
    let country = at.is_any(&["us", "u.s.", "imperial", "british", "american"]);
    if country { named(reader, &reader.at(at.end)) } else { None }
}

/// Are the word and the number such that the word is a unit?
fn trusted(at: &Atom<'_>, entry: Entry, number: &Number) -> bool {
    // "half a turn", but four turns of a track
    if at.is_any(&["turn", "turns"]) {
        return number.step.is_zero();
    }
    // "1080p" is a screen
    if at.text == "p"
        && at.glued
        && [480, 720, 1080, 1440, 2160].iter().any(|&n| number.value == Decimal::from(n))
    {
        return false;
    }
    if matches!(entry, Entry::Money(_)) && at.is_any(DOUBTFUL) {
        return number.magnitude.is_some() || number.style == Style::Rich;
    }
    true
}

/// Are "pounds" money? They are in millions, and where the words before speak of paying.
fn sterling(reader: &Reader<'_>, number: &Number) -> bool {
    static PAYING: WordList = WordList::new(
        "\
        cost costs costing paid pay pays paying worth price priced spent spend spending fine fined fee \
        profit profits revenue sales tax debt debts loan grant fund funding salary wage wages sold \
        bought buy sell raised raise earn earned earns invest invested budget compensation damages prize \
        bill bills saved save stole stolen owed valued bid offer",
    );
    if number.magnitude.is_some_and(|m| m > Decimal::ONE_THOUSAND) || pence_behind(reader, number.end) {
        return true;
    }
    let mut word = reader.before(number.start);
    for _ in 0..8 {
        if word.is_in(&PAYING) {
            return true;
        }
        word = reader.before(word.start);
    }
    false
}

/// "five pounds 50 pence", "5 pounds and 20p"
fn pence_behind(reader: &Reader<'_>, pos: usize) -> bool {
    let mut word = reader.at(reader.at(pos).end);
    (0..4).any(|_| {
        let found = word.is_any(&["pence", "penny"]) || word.text == "p" && word.glued;
        word = reader.at(word.end);
        found
    })
}

/// A unit by its words, at most four.
fn named(reader: &Reader<'_>, first: &Atom<'_>) -> Option<(Entry, usize)> {
    if first.kind == Kind::Letters && !catalogue().begins(first.text) {
        return None;
    }
    let mut phrase = String::new();
    let mut best = None;
    let mut atom = *first;
    for _ in 0..4 {
        let word = if matches!(atom.text, "°" | "º" | "˚") { "degrees" } else { atom.text };
        let degrees = word == "degrees";
        if !(atom.kind == Kind::Letters || degrees) || atom.text.len() > 16 {
            break;
        }
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.extend(word.chars().flat_map(char::to_lowercase));
        if let Some(entry) = catalogue().word(&phrase) {
            best = Some((entry, atom.end));
        }
        atom = reader.at(atom.end);
        // "sq. ft.", "foot-pounds"
        let inner = atom.text == "." && phrase.len() <= 3 || atom.is_dash() && atom.glued;
        if inner {
            atom = reader.at(atom.end);
        }
    }
    best
}

/// A unit by its symbol: "km", "mph", "€", "km2", "MGBP".
fn short(reader: &Reader<'_>, at: &Atom<'_>, number: &Number) -> Option<(Entry, usize)> {
    let after = reader.at(at.end);
    // "105 degrees Fahrenheit (41 C)"
    let bracket = after.text == ")" && reader.before(number.start).text == "(";
    // "37.5 C", "-40 F"
    let fine = number.step < Decimal::ONE && !number.step.is_zero() || number.value.is_sign_negative();
    let joined = after.glued && matches!(after.kind, Kind::Letters | Kind::Digits);
    let alone = !joined && (after.kind != Kind::Letters || after.is_lower());
    let weather =
        || temperature_near(reader, number.start, at.end) && number.value.abs() < Decimal::from(500);
    if matches!(at.text, "C" | "F" | "c" | "f")
        && (bracket
            || alone
                && !after.is_dash()
                && (fine && (at.text < "a" || at.text == "f" || number.value.is_sign_negative())
                    || weather()))
    {
        let scale = if at.is("C") { "celsius" } else { "fahrenheit" };
        return catalogue().word(scale).map(|entry| (entry, at.end));
    }
    let joins = at.glued && number.end == at.start;
    if at.kind == Kind::Letters && GLUED.contains(&at.text) && !joins {
        let ends = after.kind == Kind::End || after.is("of") || matches!(after.text, "." | "," | ";" | ")");
        if !(APART.contains(&at.text) && number.style != Style::Words && ends) {
            return None;
        }
    }
    if PREFIXES.contains(&at.text) {
        return None;
    }
    // "$" behind a number belongs to the next one if that is joined to it.
    if at.kind == Kind::Sign && after.kind == Kind::Digits && after.glued {
        return None;
    }
    if let Some(power) = power_of(&after) {
        let entry = catalogue().word(&format!("{power} {}", at.text))?;
        return Some((entry, after.end));
    }
    if after.kind == Kind::Digits && after.glued {
        return None;
    }
    // "3.14 US$"
    if after.kind == Kind::Sign && after.glued && reader.at(after.end).kind != Kind::Digits {
        let sign = catalogue().symbol(reader.slice(at.start, after.end));
        if let Some(entry @ Entry::Money(_)) = sign {
            return Some((entry, after.end));
        }
    }
    let entry = catalogue().symbol(at.text).or_else(|| catalogue().loose_symbol(at.text));
    let entry = entry.or_else(|| lower_code(at));
    entry.or_else(|| plural_symbol(at)).map(|entry| (entry, at.end))
}

/// "10 usd": a currency's code in lower case, where it is no word.
fn lower_code(at: &Atom<'_>) -> Option<Entry> {
    const WORDS: &[&str] = &[
        "all", "top", "try", "pen", "cup", "mad", "bob", "ron", "cop", "sos", "sit", "gel", "lak", "eth",
        "sar", "mop", "gip", "ang", "std", "mob", "bam", "ern", "mur", "lit", "kid", "isk", "pab", "bif",
        "zar",
    ];
    let code = at.text.len() == 3 && at.text.bytes().all(|b| b.is_ascii_lowercase()) && !at.is_any(WORDS);
    let found = if code { catalogue().symbol(&at.text.to_uppercase())? } else { return None };
    matches!(found, Entry::Money(_)).then_some(found)
}

/// "5 kms", "3 kgs": symbols of two letters or more that take the plural's "s" as words do.
fn plural_symbol(at: &Atom<'_>) -> Option<Entry> {
    let stem = at.text.strip_suffix('s').filter(|stem| stem.len() > 1 && at.is_lower())?;
    let entry @ Entry::Measure(index) = catalogue().symbol(stem)? else { return None };
    let dimension = &catalogue().measure(index)?.dimension;
    matches!(dimension.as_str(), "length" | "mass" | "volume").then_some(entry)
}

/// Do the words around speak of warmth, so that "C" and "F" are its scales?
fn temperature_near(reader: &Reader<'_>, start: usize, end: usize) -> bool {
    static WARMTH: WordList = WordList::new(
        "\
        temperature temperatures degree degrees deg weather warm warmer warming hot hotter heat cold colder \
        cool cooler chill freezing frost thermometer celsius fahrenheit centigrade oven boil boils boiling \
        melt melts melting fever forecast outside convert thermostat heatwave",
    );
    let (mut left, mut right) = (reader.before(start), reader.at(end));
    for _ in 0..8 {
        if left.is_in(&WARMTH) || right.is_in(&WARMTH) {
            return true;
        }
        left = reader.before(left.start);
        right = reader.at(right.end);
    }
    false
}

fn power_of(atom: &Atom<'_>) -> Option<&'static str> {
    match atom.text {
        "2" | "²" if atom.glued => Some("sq"),
        "3" | "³" if atom.glued => Some("cu"),
        _ => None,
    }
}

/// A measure with the rate behind it, if any: "barrels a day", "kV/cm".
fn measured(reader: &Reader<'_>, unit: &Measure, end: usize) -> Found {
    let time = unit.dimension == "time";
    let rate = if time { None } else { per(reader, end, false) };
    if let Some((under, end)) = rate
        && let Some(factor) = unit.factor.checked_div(under.factor)
    {
        let name = SmolStr::new(format!("{} per {}", unit.name, under.name));
        let known = catalogue().by_name(&name).map(|m| (m.dimension.clone(), m.factor));
        let own = || (SmolStr::new(format!("{}/{}", unit.dimension, under.dimension)), factor);
        let (dimension, factor) = known.unwrap_or_else(own);
        return Found { unit: Unit::Measure { name, dimension, factor, offset: Decimal::ZERO }, end };
    }
    let name = unit.name.clone();
    let unit = if time {
        Unit::Duration { name, seconds: unit.factor }
    } else {
        Unit::Measure { name, dimension: unit.dimension.clone(), factor: unit.factor, offset: unit.offset }
    };
    Found { unit, end }
}

/// An amount of money with the rate behind it, if any: "dollars per barrel", "a year", "a share".
pub(crate) fn money(reader: &Reader<'_>, currency: &Currency, end: usize) -> Found {
    let (per, end) = match per(reader, end, true)
        .map(|(u, end)| (u.name.clone(), end))
        .or_else(|| per_word(reader, end))
    {
        Some((name, end)) => (Some(name), end),
        None => (None, end),
    };
    Found { unit: Unit::Money { code: currency.code.clone(), name: currency.name.clone(), per }, end }
}

/// "per second", "/cm", "an hour": a unit of the table. Articles go before times only, and before pieces for money.
pub(crate) fn per(reader: &Reader<'_>, pos: usize, money: bool) -> Option<(&'static Measure, usize)> {
    let mut mark = reader.at(pos);
    let dash = mark.is_dash() && mark.glued;
    if dash {
        mark = reader.at(mark.end);
    }
    let article = mark.is_any(&["a", "an", "each", "every"]);
    let slash = mark.text == "/" && mark.glued;
    if !(article || slash || mark.is("per")) {
        return None;
    }
    let mut unit = reader.at(mark.end);
    if unit.is_dash() && unit.glued && mark.glued {
        unit = reader.at(unit.end);
    }
    let (entry, end) = named(reader, &unit).or_else(|| under_slash(reader, &unit, slash))?;
    let Entry::Measure(index) = entry else { return None };
    let found = catalogue().measure(index)?;
    let singular = !unit.text.ends_with('s') || unit.text.len() < 3 || found.dimension != "time";
    let fits =
        if article { singular && (found.dimension == "time" || money && unit.is_any(PIECES)) } else { true };
    (fits && unit.kind == Kind::Letters).then_some((found, end))
}

/// A unit's symbol behind "per" or a slash: "kg/m3", "m/s".
fn under_slash(reader: &Reader<'_>, unit: &Atom<'_>, slash: bool) -> Option<(Entry, usize)> {
    let power = reader.at(unit.end);
    let raised = power_of(&power).and_then(|p| catalogue().word(&format!("{p} {}", unit.text)));
    if let Some(entry) = raised {
        return Some((entry, power.end));
    }
    if slash && unit.text == "s" {
        return catalogue().word("second").map(|entry| (entry, unit.end));
    }
    catalogue().symbol(unit.text).map(|entry| (entry, unit.end))
}

/// "per share", "a head", "apiece" is not read: a word that is no unit of the table.
fn per_word(reader: &Reader<'_>, pos: usize) -> Option<(SmolStr, usize)> {
    let mut mark = reader.at(pos);
    let dashed = mark.is_dash();
    if dashed {
        mark = reader.at(mark.end);
    }
    let mut word = reader.at(mark.end);
    if dashed && word.is_dash() {
        word = reader.at(word.end);
    }
    let fits = match mark.kind {
        Kind::Letters if mark.is("per") => word.is_lower() && word.text.len() > 2,
        Kind::Letters => mark.is("a") && word.is_any(PIECES),
        _ => mark.text == "/" && mark.glued && word.is_any(PIECES),
    };
    fits.then(|| (SmolStr::new(word.text.to_lowercase()), word.end))
}

/// The unit of a word in lower case.
pub(crate) fn of_word(word: &str) -> Option<Unit> {
    let Entry::Measure(index) = catalogue().word(word)? else { return None };
    let m = catalogue().measure(index)?;
    let (name, dimension) = (m.name.clone(), m.dimension.clone());
    Some(Unit::Measure { name, dimension, factor: m.factor, offset: m.offset })
}
