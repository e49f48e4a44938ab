//! Streets with a number, block or crossing → place claims: "the 700 block of N. Kenwood Ave.", "120 Washington Ave.",
//! "First Street near Tenny Avenue", "at 22nd and Bragg", "State Route 94".
//!
//! A street is known by its kind ("Street", "Blvd."), by the block it is said to have, or by a crossing of which one
//! street is numbered. Capitals that go on behind the kind make the name of something else ("Wall Street Journal").

mod words;

use std::ops::Range;

use smol_str::SmolStr;

use self::words::{is_function, is_name, ordinal, road, side, sort};
use super::Input;
use super::context::claim_at;
use crate::model::{Address, Claim, Field, Kind, Street, Value};

/// Most words of a street's name.
const LONGEST: usize = 4;

/// Appends a claim for every address in the text.
pub(super) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let document = input.document;
    for (index, sentence) in document.sentences.iter().enumerate().filter(|(_, s)| s.field == Field::Text) {
        let words: Vec<&str> = sentence.tokens.clone().map(|t| document.word(sentence, t)).collect();
        let tokens = document.tokens_of(sentence);
        for (place, address) in addresses(&words) {
            let (Some(first), Some(last)) = (tokens.get(place.start), tokens.get(place.end - 1)) else {
                continue;
            };
            let at = |i: usize| sentence.tokens.start + u32::try_from(i).unwrap_or(u32::MAX);
            let bytes = first.start..last.end;
            let value = Value::Address(address);
            claims.extend(claim_at(
                document,
                index,
                at(place.start)..at(place.end),
                bytes,
                Kind::Place,
                value,
            ));
        }
    }
}

/// The addresses among the words of a sentence, with their places.
fn addresses(words: &[&str]) -> Vec<(Range<usize>, Address)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match address(words, at) {
            Some((end, address)) => {
                found.push((at..end, address));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The address that begins at a word, and where it ends.
fn address(words: &[&str], at: usize) -> Option<(usize, Address)> {
    if let Some((number, from)) = block(words, at) {
        let (street, end) = street(words, from, true)?;
        return Some(crossed(
            words,
            end,
            Address { street, number: Some(number), block: true, ..near(words, at) },
        ));
    }
    if let Some(number) = house(words, at) {
        let (street, end) = street(words, at + 1, side(word(words, at + 1)).is_some())?;
        return Some(crossed(words, end, Address { street, number: Some(number), ..near(words, at) }));
    }
    // What begins with capitals before is another name's end ("Intelligence Surveillance Court").
    if at.checked_sub(1).is_some_and(|i| is_part(words, i) && side(word(words, i)).is_none()) {
        return None;
    }
    let (street, end) = match street(words, at, false) {
        Some(known) => known,
        None => return crossing_only(words, at),
    };
    Some(crossed(words, end, Address { street, ..near(words, at) }))
}

/// An address of which nothing is known yet but whether it is near to what follows.
fn near(words: &[&str], at: usize) -> Address {
    let before = |n: usize| at.checked_sub(n).map_or("", |i| word(words, i));
    let near =
        before(1) == "near" || matches!(before(1), "the" | "of") && matches!(before(2), "near" | "area");
    let street = Street { name: SmolStr::default(), sort: SmolStr::default(), side: SmolStr::default() };
    Address { street, number: None, block: false, near, crossing: None }
}

fn word<'w>(words: &[&'w str], at: usize) -> &'w str {
    words.get(at).copied().unwrap_or_default()
}

/// "700 block of", "700-block": the number, and where the street begins.
fn block(words: &[&str], at: usize) -> Option<(u32, usize)> {
    let number = digits(word(words, at))?;
    let next = if word(words, at + 1) == "-" { at + 2 } else { at + 1 };
    if !word(words, next).eq_ignore_ascii_case("block") {
        return None;
    }
    let from = if word(words, next + 1).eq_ignore_ascii_case("of") { next + 2 } else { next + 1 };
    Some((number, from))
}

/// A house number: no year ("in 2012 Main Street was closed") and no sum.
fn house(words: &[&str], at: usize) -> Option<u32> {
    let number = digits(word(words, at))?;
    let before = at.checked_sub(1).map_or("", |i| word(words, i));
    let year = (1900..2100).contains(&number) && !matches!(before, "at" | "of" | "near" | "to");
    (!year && !matches!(before, "$" | "£" | "€" | "-" | "No.")).then_some(number)
}

fn digits(word: &str) -> Option<u32> {
    let plain = (1..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if plain { word.parse().ok() } else { None }
}

/// The street whose name begins at a word, and where it ends; `bare` says whether it is one even without its kind.
fn street(words: &[&str], at: usize, bare: bool) -> Option<(Street, usize)> {
    if let Some((number, end)) = road(words, at) {
        let street = Street { name: number, sort: "route".into(), side: SmolStr::default() };
        return Some((street, end));
    }
    let end = (at..words.len().min(at + LONGEST + 3)).take_while(|&i| is_part(words, i)).last()? + 1;
    let kind = (at + 1..end).rev().find(|&i| sort(word(words, i)).is_some());
    let (name, kind, end) = match kind {
        Some(kind) => {
            let tail = side(word(words, kind + 1)).filter(|_| kind + 1 < end);
            let stop = if tail.is_some() { kind + 2 } else { kind + 1 };
            // A name that goes on is not a street's ("Wall Street Journal"), unless a block was spoken of.
            if stop < end && !bare {
                return None;
            }
            (at..kind, sort(word(words, kind))?, stop)
        }
        None if bare => (at..end, "", end),
        None => return None,
    };
    named(words, name, kind, end)
}

/// The street of these words, its side before or behind.
fn named(words: &[&str], mut name: Range<usize>, sort: &str, end: usize) -> Option<(Street, usize)> {
    let mut heading = "";
    if name.len() > 1 {
        // "North Lane Parkway" is no parkway on the north side of a lane.
        heading = side(word(words, name.start))
            .filter(|_| words::sort(word(words, name.start + 1)).is_none())
            .unwrap_or_default();
        name.start += usize::from(!heading.is_empty());
    }
    let last = word(words, end.checked_sub(1)?);
    if heading.is_empty() && end > name.end + 1 {
        heading = side(last).unwrap_or_default();
    } else if name.len() > 1 && sort.is_empty() && side(last).is_some() {
        heading = side(last).unwrap_or_default();
        name.end -= 1;
    }
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let first = word(words, name.start);
    let before = name.start.checked_sub(1).map_or("", |i| word(words, i));
    let article = matches!(before, "the" | "The" | "a" | "A") && words::is_building(sort);
    let court = sort == "court" && words::is_of_justice(word(words, name.end - 1));
    if is_function(first) || court || article {
        return None;
    }
    let spelled = |i: usize| ordinal(word(words, i)).unwrap_or_else(|| word(words, i).to_lowercase());
    let name = name.map(spelled).collect::<Vec<_>>().join(" ");
    Some((Street { name: name.into(), sort: sort.into(), side: heading.into() }, end))
}

/// Returns whether the word may be part of a street's name.
fn is_part(words: &[&str], at: usize) -> bool {
    let word = word(words, at);
    (is_name(word) || ordinal(word).is_some()) && !is_function(word)
}

/// The address with the street that crosses behind it, where one is named.
fn crossed(words: &[&str], end: usize, mut address: Address) -> (usize, Address) {
    let link = word(words, end);
    if !matches!(link, "and" | "&" | "near" | "at") {
        return (end, address);
    }
    let plain = |at: usize| {
        let ordinal = ordinal(word(words, at)).is_some() || side(word(words, at)).is_some();
        let (street, end) = street(words, at, ordinal)?;
        (street.sort != "route" || link != "and").then_some((street, end))
    };
    match plain(end + 1) {
        Some((street, end)) => {
            address.crossing = Some(street);
            (end, address)
        }
        None => (end, address),
    }
}

/// "at 22nd and Bragg", "the corner of Mill and Harbour", "near 37th and Nash streets".
fn crossing_only(words: &[&str], at: usize) -> Option<(usize, Address)> {
    let before = |n: usize| at.checked_sub(n).map_or("", |i| word(words, i));
    let told = before(1) == "of" && matches!(before(2), "corner" | "intersection");
    if !told && !matches!(before(1), "at" | "near" | "off") {
        return None;
    }
    let (first, and) = street(words, at, true)?;
    if !matches!(word(words, and), "and" | "&") {
        return None;
    }
    let (second, mut end) = street(words, and + 1, true)?;
    let plural = word(words, end).strip_suffix('s').filter(|w| w.starts_with(char::is_lowercase));
    let kind = plural.and_then(sort);
    end += usize::from(kind.is_some());
    let numbered = |s: &Street| s.name.starts_with(|c: char| c.is_ascii_digit()) || !s.side.is_empty();
    // Nothing but streets is "off Mill and Harbour".
    let told = told || before(1) == "off";
    if !told && kind.is_none() && !numbered(&first) && !numbered(&second) {
        return None;
    }
    let known = |street: Street| match kind {
        Some(kind) if street.sort.is_empty() => Street { sort: kind.into(), ..street },
        _ => street,
    };
    Some((end, Address { street: known(first), crossing: Some(known(second)), ..near(words, at) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let spaced = text.replace(',', " ,");
        let words: Vec<&str> = spaced.split(' ').collect();
        let found: Vec<String> = addresses(&words).into_iter().map(|(_, a)| a.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn blocks_and_numbers() {
        check("in the 700 block of N. Kenwood Ave. on Monday", &["700 block n kenwood avenue"]);
        check("in the 3200 block of West Polk , police", &["3200 block w polk"]);
        check("the 2800 block Auburn Way North", &["2800 block n auburn way"]);
        check("at 2401 University Ave. , near", &["2401 university avenue"]);
        check("a bar near 2500 W. Washington St. burned", &["near 2500 w washington street"]);
        check("lives at 3025 W. Van Buren with", &["3025 w van buren"]);
        check("the 1600 block of NW Seventh Lane", &["1600 block nw 7th lane"]);
    }

    #[test]
    fn streets_and_crossings() {
        check("on Bay Road near University Avenue", &["bay road at university avenue"]);
        check("at South Vermont Avenue and West 88th Street", &["s vermont avenue at w 88th street"]);
        check("shot at 22nd and Bragg on", &["22nd at bragg"]);
        check("found near 37th and Nash streets in", &["near 37th street at nash street"]);
        check("the corner of Mill and Harbour .", &["mill at harbour"]);
        check("it happened off Mill and Harbour .", &["mill at harbour"]);
        check("on North Lane Parkway", &["north lane parkway"]);
        check("on North Lane near Pine Hills Road", &["north lane at pine hills road"]);
        check("on State Route 94 and off Highway 253", &["94 route", "253 route"]);
    }

    #[test]
    fn other_names_and_figures() {
        for text in [
            "the Wall Street Journal said",
            "the Supreme Court ruled",
            "the Foreign Intelligence Surveillance Court said",
            "in East St. Louis , Ill.",
            "the Main Street Bridge fell",
            "In 2012 he came to Oban",
            "a block of flats",
            "about 200 block parties",
            "at Oban and Fort William",
            "Dr. Smith and Dr. Ruiz",
        ] {
            check(text, &[]);
        }
    }
}
