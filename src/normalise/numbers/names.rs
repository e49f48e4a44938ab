//! Numbers that belong to names: labels and their lists, streets, districts, telephones.

use super::number::{Number, Style};
use super::numerals::numeral;
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};

/// Words before a number that number a thing instead of counting it.
static LABELS: WordList = WordList::new(
    "\
    no nos nr nrs number numbers section sections sec article articles chapter page pages paragraph \
    clause verse line volume vol figure fig table step level grade phase stage round game match lap \
    episode season part act scene room gate terminal platform highway route interstate flight bus train \
    channel category type class group area zone district ward precinct lot apartment apt suite building \
    hall tier version chromosome title rule proposition prop amendment resolution bill decree exit mile \
    pier station unit block engine ladder seat row hole race heat lane psalm appendix exhibit count item \
    question point sonnet symphony opus studio track slot sp ftse nikkei russell stoxx nasdaq fortune \
    asx csi topix cac dax",
);

/// Words with which a sentence may begin before a count; other capitalised words before digits make a name.
pub(super) static BEGINNINGS: WordList = WordList::new(
    "\
    about some nearly in at all the of these those another only just over more with among after and but \
    for from on to up by their its his her our my your between an a around almost roughly approximately \
    under within during when while as if than or both every each any other additional there that this \
    police officials authorities at is are was were have has had be it he she they we i killed killing \
    including until since before through per via least less fewer most last next first second third past \
    so not yes then an combined total up down minus plus meanwhile yet out into without where",
);

/// Street names end in these.
static STREETS: WordList = WordList::new(
    "\
    street st avenue ave road rd drive dr boulevard blvd lane ln way court ct place pl highway hwy \
    parkway pkwy freeway fwy turnpike expressway pike trail plaza loop square terrace circle alley crescent close row",
);

/// The number that one calls for help ("called 911", "a 911 call").
pub(super) fn emergency(reader: &Reader<'_>, digits: &str, end: usize) -> bool {
    const CALLS: &[&str] = &["calls", "callers", "operators", "dispatchers", "services", "records", "tapes"];
    // "999 or fewer" counts
    let counts = counts_on(reader, end) || reader.at(end).is("or");
    matches!(digits, "911" | "999") && (!counts || reader.at(end).is_any(CALLS))
}

/// "(313) 224-0100": what stands in brackets before digits, and what stands behind such brackets.
pub(super) fn telephone(reader: &Reader<'_>, number: &Number) -> bool {
    let three = |a: &Atom<'_>| a.kind == Kind::Digits && a.text.len() == 3;
    let (left, next) = (reader.before(number.start), reader.at(number.end));
    let code = reader.before(left.start);
    let area = left.text == "(" && next.text == ")" && number.end - number.start == 3;
    // "574-TIPS"
    let letters = reader.at(next.end);
    let spelled = next.is_dash() && next.glued && letters.glued && number.end - number.start == 3;
    let capitals = letters.text.len() >= 4 && letters.text.bytes().all(|b| b.is_ascii_uppercase());
    spelled && capitals && number.style == Style::Plain
        || area && three(&reader.at(next.end)) && reader.at(reader.at(next.end).end).is_dash()
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
        let number = before.kind == Kind::Digits || numeral(before.text).is_some();
        if !joins || !number {
            break;
        }
        head = before.start;
    }
    head
}

pub(super) fn label_or_name(reader: &Reader<'_>, number: &Number) -> bool {
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
    if left.is_in(&LABELS) && !counts_on(reader, number.end) {
        return true;
    }
    // "in week 16", but not "last week 16"
    if left.is_any(&["week", "day"])
        && reader.before(left.start).is_any(&["in", "by", "through", "until", "since", "to"])
    {
        return true;
    }
    if !left.text.contains(char::is_uppercase)
        || left.is_in(&BEGINNINGS)
        || left.text.len() < 2 && left.is("I")
    {
        return false;
    }
    let first = reader.before(left.start).kind == Kind::End;
    !(title_case(reader) || first && counts_on(reader, number.end))
}

/// Does a plural noun in lower case follow?
pub(super) fn counts_on(reader: &Reader<'_>, end: usize) -> bool {
    let next = reader.at(end);
    next.is_lower()
        && (next.text.len() > 3 && next.text.ends_with('s')
            || next.is_any(&["people", "men", "women", "children", "police"]))
}

/// "3025 W. Van Buren Ave.", where "W" could be a unit.
pub(super) fn compass_address(reader: &Reader<'_>, number: &Number) -> bool {
    let side = reader.at(number.end);
    let point = reader.at(side.end);
    let street = reader.at(point.end);
    let compass = matches!(side.text, "N" | "S" | "E" | "W" | "NE" | "NW" | "SE" | "SW");
    let named = point.text == "." && street.kind == Kind::Letters && !street.is_lower();
    compass && !side.glued && (named || address(reader, number.end))
}

/// "51st Street", "between 3rd and 4th streets", "the 16th District": the ordinal is part of a name.
pub(super) fn named_ordinal(reader: &Reader<'_>, number: &Number) -> bool {
    static NAMED: WordList =
        WordList::new("circuit congress congressional precinct regiment battalion brigade infantry judicial");
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
        if street || capital && (next.is_in(&STREETS) || next.is_in(&NAMED) || next.is_in(&LABELS)) {
            return true;
        }
        let other = reader.at(next.end);
        // "37th and Nash": where two streets cross
        if next.is("and") && other.kind == Kind::Letters && !other.is_lower() && numeral(other.text).is_none()
        {
            return true;
        }
        let suffix = reader.at(other.end);
        if !next.is_any(&["and", "or", "to"]) || other.kind != Kind::Digits || !suffix.glued {
            break;
        }
        next = reader.at(suffix.end);
    }
    SIDES.contains(&side.text)
}

/// "1200 Pine Street", "the 400 block of"
pub(super) fn address(reader: &Reader<'_>, end: usize) -> bool {
    let mut atom = reader.at(end);
    if atom.is_any(&["block", "zip"]) {
        return true;
    }
    for _ in 0..5 {
        let name = atom.kind == Kind::Letters && atom.text.starts_with(char::is_uppercase);
        if !name && atom.kind != Kind::Digits {
            return false;
        }
        if atom.is_in(&STREETS) {
            return true;
        }
        let point = reader.at(atom.end);
        atom = if point.text == "." { reader.at(point.end) } else { point };
    }
    false
}

/// Are nearly all longer words of the sentence capitalised, as in a headline?
pub(super) fn title_case(reader: &Reader<'_>) -> bool {
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

/// "day two", "rounds one, two and three"
pub(super) fn worded_label(reader: &Reader<'_>, number: &Number) -> bool {
    static WORDED: WordList =
        WordList::new("number chapter phase formula day round part days rounds parts phases chapters");
    let head = head_of_list(reader, number.start);
    let listed = head != number.start;
    reader.before(head).is_in(&WORDED) && !(listed && counts_on(reader, number.end))
}
