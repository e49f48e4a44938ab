//! Which numbers are no quantities: parts of names, addresses, telephone numbers, list markers; "one" as a pronoun.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::number::{Number, Sense, Style};
use super::reader::{Atom, Kind, Reader};

/// Words before a number that number a thing instead of counting it.
const LABELS: &str = "\
    no nos nr nrs number numbers section sections sec article articles chapter page pages paragraph \
    clause verse line volume vol figure fig table step level grade phase stage round game match lap \
    episode season part act scene room gate terminal platform highway route interstate flight bus train \
    channel category type class group area zone district ward precinct lot apartment apt suite building \
    hall tier version chromosome title rule proposition prop amendment resolution bill decree exit mile \
    pier station unit block engine ladder seat row hole race heat lane psalm appendix exhibit count item \
    question point sonnet symphony opus studio track slot sp ftse nikkei russell stoxx nasdaq fortune \
    asx csi topix cac dax";

/// Words with which a sentence may begin before a count; other capitalised words before digits make a name.
const BEGINNINGS: &str = "\
    about some nearly in at all the of these those another only just over more with among after and but \
    for from on to up by their its his her our my your between an a around almost roughly approximately \
    under within during when while as if than or both every each any other additional there that this \
    police officials authorities at is are was were have has had be it he she they we i killed killing \
    including until since before through per via least less fewer most last next first second third past \
    so not yes then an combined total up down minus plus meanwhile yet out into without where";

/// Street names end in these.
const STREETS: &str = "\
    street st avenue ave road rd drive dr boulevard blvd lane ln way court ct place pl highway hwy \
    parkway pkwy square terrace circle alley crescent close row";

/// Words joined by a hyphen before a number that stays a number ("then-18", "sub-7").
const JOINERS: &[&str] =
    &["sub", "then", "now", "under", "over", "non", "pre", "post", "mid", "to", "of", "plus", "age", "about"];

/// Is this number, with nothing read behind it if `bare`, part of something else than a quantity?
pub(crate) fn refuses(reader: &Reader<'_>, amount: &Amount, bare: bool) -> bool {
    let number = &Number { start: amount.start, ..amount.number };
    match number.style {
        Style::Words => worded(reader, number, bare),
        Style::Plain | Style::Rich => {
            joined_left(reader, number, bare)
                || joined_right(reader, number, bare)
                || number.style == Style::Plain && compass_address(reader, number)
                || telephone(reader, number)
                || bare && number.style == Style::Plain && plain(reader, number)
                || bare && loose_hyphen(reader, number)
        }
    }
}

fn joined_left(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let left = reader.before(number.start);
    if reader.cut_from_word(number.start) {
        return true;
    }
    if !left.glued {
        return false;
    }
    match left.kind {
        Kind::End => false,
        Kind::Letters | Kind::Digits => true,
        Kind::Sign if left.is_dash() && !matches!(left.text, "—" | "–") => {
            let further = reader.before(left.start);
            let joins = further.is_any(JOINERS);
            let name = bare && further.kind == Kind::Letters && further.text.starts_with(char::is_uppercase);
            further.glued && (further.kind == Kind::Digits || further.kind == Kind::Letters && !joins)
                || name && !further.is_in(BEGINNINGS)
        }
        Kind::Sign if matches!(left.text, ":" | "." | "," | "/") => {
            let further = reader.before(left.start);
            further.glued
                && (further.kind == Kind::Digits
                    || left.text != "," && left.text != ":" && further.kind == Kind::Letters)
        }
        Kind::Sign => matches!(left.text, "#" | "@" | "_" | "\\" | "=" | "&" | "^" | "{"),
    }
}

fn joined_right(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let next = reader.at(number.end);
    if !next.glued || !bare {
        return false;
    }
    let after = reader.at(next.end);
    match next.kind {
        Kind::Letters => {
            let tens = number.value % Decimal::TEN == Decimal::ZERO;
            let decade = reader.before(number.start).is_any(&["early", "mid", "late", "-"]);
            !(next.is("s") && tens) || decade || after.glued && after.kind == Kind::Digits
        }
        Kind::Sign if matches!(next.text, ":" | "/" | "_" | "@") => after.glued && after.kind != Kind::Sign,
        Kind::Sign if matches!(next.text, "." | ",") => {
            after.glued && after.kind == Kind::Letters && number.sense == Sense::Cardinal
        }
        // A fraction's sign that was lost on the way.
        Kind::Sign if next.text == "\u{fffd}" => true,
        Kind::Sign => next.is_dash() && after.glued && after.kind == Kind::Digits,
        _ => false,
    }
}

/// "COVID -19": a hyphen that has come loose from a name.
fn loose_hyphen(reader: &Reader<'_>, number: &Number) -> bool {
    let left = reader.before(number.start);
    let dash = reader.at(number.start).is_dash();
    dash && left.kind == Kind::Letters && left.text.contains(char::is_uppercase) && !left.is_in(BEGINNINGS)
}

/// Digits alone, without a unit.
fn plain(reader: &Reader<'_>, number: &Number) -> bool {
    let digits = reader.slice(number.start, number.end);
    digits.len() > 1 && digits.starts_with('0')
        || digits.len() >= 9
        || marker(reader, number)
        || emergency(reader, digits, number.end)
        || year(reader, digits, number.end)
        || matches!(reader.at(number.end).text, "Pro" | "Max" | "Ultra" | "Mini" | "Plus")
        || label_or_name(reader, number)
        || address(reader, number.end)
}

/// "1. Open the door", "2) close it"
fn marker(reader: &Reader<'_>, number: &Number) -> bool {
    let next = reader.at(number.end);
    let more = reader.at(next.end).kind != Kind::End;
    let small = number.end - number.start <= 2;
    let left = reader.before(number.start);
    let opens = left.kind == Kind::End && matches!(next.text, "." | ")" | ":");
    let bracket = next.text == ")" && !reader.slice(reader.first(), number.start).contains('(');
    let both = left.text == "(" && next.text == ")";
    small && more && (opens || bracket || both)
}

/// Four digits that are most likely a year which the reader of times did not want.
fn year(reader: &Reader<'_>, digits: &str, end: usize) -> bool {
    let like = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    like && !reader
        .at(end)
        .is_any(&["people", "men", "women", "children", "workers", "units", "points", "votes"])
}

/// The number that one calls for help ("called 911", "a 911 call").
fn emergency(reader: &Reader<'_>, digits: &str, end: usize) -> bool {
    const CALLS: &[&str] = &["calls", "callers", "operators", "dispatchers", "services", "records", "tapes"];
    matches!(digits, "911" | "999") && !(counts_on(reader, end) && !reader.at(end).is_any(CALLS))
}

/// "(313) 224-0100": what stands in brackets before digits, and what stands behind such brackets.
fn telephone(reader: &Reader<'_>, number: &Number) -> bool {
    let three = |a: &Atom<'_>| a.kind == Kind::Digits && a.text.len() == 3;
    let (left, next) = (reader.before(number.start), reader.at(number.end));
    let code = reader.before(left.start);
    let area = left.text == "(" && next.text == ")" && number.end - number.start == 3;
    area && three(&reader.at(next.end)) && reader.at(reader.at(next.end).end).is_dash()
        || left.text == ")" && three(&code) && reader.before(code.start).text == "(" && next.is_dash()
}

/// Where the list begins that the number ends or continues ("Articles 5, 7 and 9": at the 5).
fn head_of_list(reader: &Reader<'_>, start: usize) -> usize {
    let mut head = start;
    for _ in 0..6 {
        let mut joint = reader.before(head);
        if joint.is_any(&["and", "or", "&"]) && reader.before(joint.start).text == "," {
            joint = reader.before(joint.start);
        }
        let before = reader.before(joint.start);
        let joins = joint.is_any(&["and", "or", "&", ",", "to", "through"]);
        let number = before.kind == Kind::Digits || super::numerals::numeral(before.text).is_some();
        if !joins || !number {
            break;
        }
        head = before.start;
    }
    head
}

fn label_or_name(reader: &Reader<'_>, number: &Number) -> bool {
    let head = head_of_list(reader, number.start);
    if head != number.start && counts_on(reader, number.end) {
        return false;
    }
    let mut left = reader.before(head);
    if left.text == "." && left.kind == Kind::Sign {
        left = reader.before(left.start);
        // "A.D. 1000", "J. 5"
        if left.text.len() == 1 && left.text.starts_with(char::is_uppercase) {
            return true;
        }
        return left.is_any(&["no", "nos", "nr", "nrs", "sec", "fig", "vol", "art", "hwy", "rt"]);
    }
    if left.kind != Kind::Letters {
        return false;
    }
    if left.is_in(LABELS) && !counts_on(reader, number.end) {
        return true;
    }
    if !left.text.contains(char::is_uppercase)
        || left.is_in(BEGINNINGS)
        || left.text.len() < 2 && left.is("I")
    {
        return false;
    }
    let first = reader.before(left.start).kind == Kind::End;
    !(title_case(reader) || first && counts_on(reader, number.end))
}

/// Does a plural noun in lower case follow?
fn counts_on(reader: &Reader<'_>, end: usize) -> bool {
    let next = reader.at(end);
    next.is_lower()
        && (next.text.len() > 3 && next.text.ends_with('s')
            || next.is_any(&["people", "men", "women", "children", "police"]))
}

/// "3025 W. Van Buren Ave.", where "W" could be a unit.
fn compass_address(reader: &Reader<'_>, number: &Number) -> bool {
    let side = reader.at(number.end);
    let point = reader.at(side.end);
    let street = reader.at(point.end);
    let compass = matches!(side.text, "N" | "S" | "E" | "W" | "NE" | "NW" | "SE" | "SW");
    let named = point.text == "." && street.kind == Kind::Letters && !street.is_lower();
    compass && !side.glued && (named || address(reader, number.end))
}

/// "51st Street", "between 3rd and 4th streets", "the 16th District": the ordinal is part of a name.
pub(crate) fn named_ordinal(reader: &Reader<'_>, number: &Number) -> bool {
    const NAMED: &str =
        "circuit congress congressional precinct regiment battalion brigade infantry judicial";
    const SIDES: &[&str] = &["East", "West", "North", "South", "E", "W", "N", "S"];
    let left = reader.before(number.start);
    let side = if left.text == "." { reader.before(left.start) } else { left };
    if number.style != Style::Rich {
        return false;
    }
    let mut next = reader.at(number.end);
    for _ in 0..3 {
        let capital = next.kind == Kind::Letters && !next.is_lower();
        let street = next.is_any(&["street", "streets", "avenue", "avenues", "ave", "st"]);
        if street || capital && (next.is_in(STREETS) || next.is_in(NAMED) || next.is_in(LABELS)) {
            return true;
        }
        let other = reader.at(next.end);
        let suffix = reader.at(other.end);
        if !next.is_any(&["and", "or", "to"]) || other.kind != Kind::Digits || !suffix.glued {
            break;
        }
        next = reader.at(suffix.end);
    }
    SIDES.contains(&side.text)
}

/// "1200 Pine Street", "the 400 block of"
pub(crate) fn address(reader: &Reader<'_>, end: usize) -> bool {
    let mut atom = reader.at(end);
    if atom.is_any(&["block", "zip"]) {
        return true;
    }
    for _ in 0..5 {
        let name = atom.kind == Kind::Letters && atom.text.starts_with(char::is_uppercase);
        if !name && atom.kind != Kind::Digits {
            return false;
        }
        if atom.is_in(STREETS) {
            return true;
        }
        let point = reader.at(atom.end);
        atom = if point.text == "." { reader.at(point.end) } else { point };
    }
    false
}

/// Are nearly all longer words of the sentence capitalised, as in a headline?
pub(crate) fn title_case(reader: &Reader<'_>) -> bool {
    let (mut upper, mut lower) = (0, 0);
    let mut atom = reader.at(reader.first());
    while atom.kind != Kind::End && upper + lower < 24 {
        if atom.kind == Kind::Letters && atom.text.len() >= 5 {
            if atom.is_lower() { lower += 1 } else { upper += 1 }
        }
        atom = reader.at(atom.end);
    }
    upper >= 3 && upper > 4 * lower
}

fn worded(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let words = reader.slice(number.start, number.end);
    let left = reader.before(number.start);
    let capital = words.starts_with(char::is_uppercase)
        && !matches!(left.text, "\"" | "“" | ":" | "'" | "‘" | "—" | "–" | "(" | ".");
    if capital && bare && left.kind != Kind::End && !title_case(reader) {
        return true;
    }
    if left.glued && left.is_dash() {
        // "thirty-one" was read as a whole; what hangs on another word ("Catch-twenty", "one-on-one") is no count.
        let further = reader.before(left.start);
        let counting = super::numerals::numeral(further.text).is_some();
        return further.glued && further.kind == Kind::Letters && !further.is_any(JOINERS) && !counting;
    }
    if bare
        && number.sense == Sense::Cardinal
        && (worded_label(reader, number) || zero_of_name(number, &left))
    {
        return true;
    }
    bare && (words.eq_ignore_ascii_case("one") && pronoun(reader, number, &left)
        || words.eq_ignore_ascii_case("half") && other_half(reader, number))
}

/// "day two", "rounds one, two and three"
fn worded_label(reader: &Reader<'_>, number: &Number) -> bool {
    const WORDED: &str = "number chapter phase formula day round part days rounds parts phases chapters";
    let head = head_of_list(reader, number.start);
    let listed = head != number.start;
    reader.before(head).is_in(WORDED) && !(listed && counts_on(reader, number.end))
}

/// "ground zero", "for naught"
fn zero_of_name(number: &Number, left: &Atom<'_>) -> bool {
    number.value.is_zero() && left.is_any(&["ground", "patient", "net", "absolute", "for", "hour", "year"])
}

/// "half-staff", "this half", "the first half": no share of anything.
fn other_half(reader: &Reader<'_>, number: &Number) -> bool {
    const WHOLES: &[&str] = &[
        "of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "these", "those", "all", "that",
        "this",
    ];
    let left = reader.before(number.start);
    let ordinal =
        matches!(super::numerals::numeral(left.text), Some(super::numerals::Numeral::Ordinal { .. }));
    ordinal || !reader.at(number.end).is_any(WHOLES) && !left.is_any(&["by", "only"])
}

/// Words before "one" that make it stand for a noun.
const ONE_AFTER: &str = "\
    this that which each every any no the another some other same such day last next first second third \
    good bad new old big whichever what square air force level is loved anyone or week year tier \
    division game title channel bbc it him her them us";

/// Words behind "one" that no counted noun begins with.
const ONE_BEFORE: &str = "\
    is was are were be been has have had can could will would should may might must does did do that \
    which who whom whose where when why how in on at by to from with for as if than then but and or not \
    i you he she it we they the a an this these those there here another after before again says said \
    knows wants gets goes makes needs seems always never ever also even just only so too because while \
    until since about above over under into out up down off more less else each per day way thing cannot \
    takes looks thinks feels finds came comes went got still already now once like through during \
    between without within around against its his her their my our your no time or both";

fn pronoun(reader: &Reader<'_>, number: &Number, left: &Atom<'_>) -> bool {
    let next = reader.at(number.end);
    let moment = left.is("at") && next.is_any(&["point", "time", "stage", "moment"]);
    if left.is_in(ONE_AFTER) || next.kind != Kind::Letters || moment {
        return true;
    }
    if next.is("of") {
        let whole = reader.at(next.end);
        return whole.is_any(&["a", "an"]) || whole.kind != Kind::Letters && whole.kind != Kind::Digits;
    }
    next.is_in(ONE_BEFORE)
}
