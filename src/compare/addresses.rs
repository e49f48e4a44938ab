//! Two addresses → how they stand to each other.
//!
//! Outlets name one place as "the 700 block of N. Kenwood Ave.", "712 North Kenwood Avenue" or "Kenwood near 8th
//! Street". The street is therefore compared first, its kind and side only where both give them, and numbers within the
//! block.

use strsim::damerau_levenshtein;

use crate::model::{Address, Street};

/// How two addresses stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressRelation {
    /// The same as far as both go.
    Same,
    /// Of one street; both can be true.
    Meet,
    /// Of one street, at numbers that are not of one block.
    OtherNumber,
    /// One street under two names, of which one is a slip or another kind of street.
    OtherName,
    /// Two streets.
    Apart,
}

/// How the names of two streets stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    One,
    Slip,
    Two,
}

/// Compares two addresses.
#[must_use]
pub fn address_relation(a: &Address, b: &Address) -> AddressRelation {
    let same_number = a.number.is_some() && a.number == b.number;
    match naming(&a.street, &b.street, same_number) {
        Naming::One => numbers(a, b),
        Naming::Slip => AddressRelation::OtherName,
        Naming::Two if swapped(a, b) => AddressRelation::Same,
        Naming::Two if crosswise(a, b) => AddressRelation::Meet,
        Naming::Two if crossing_slips(a, b) => AddressRelation::OtherName,
        Naming::Two => AddressRelation::Apart,
    }
}

/// Returns whether the two are the same street, however fully each gives it.
#[must_use]
pub fn is_one_street(a: &Street, b: &Street) -> bool {
    naming(a, b, false) == Naming::One
}

/// "Vermont and 88th" and "88th and Vermont": returns whether each crosses the other's street.
fn swapped(a: &Address, b: &Address) -> bool {
    let meets = |x: &Option<Street>, y: &Street| x.as_ref().is_some_and(|s| is_one_street(s, y));
    meets(&a.crossing, &b.street) && meets(&b.crossing, &a.street)
}

/// Returns whether the crossing street of one is the other's own.
fn crosswise(a: &Address, b: &Address) -> bool {
    let meets = |x: &Option<Street>, y: &Street| x.as_ref().is_some_and(|s| is_one_street(s, y));
    meets(&a.crossing, &b.street) || meets(&b.crossing, &a.street)
}

/// "Mill Road near Harbour Place" and "Harbour Court": returns whether one's crossing street is the other's own under
/// another kind.
fn crossing_slips(a: &Address, b: &Address) -> bool {
    let slips = |x: &Option<Street>, y: &Address| {
        let other = |s: &Street| s.name == y.street.name && naming(s, &y.street, false) == Naming::Slip;
        y.crossing.is_none() && x.as_ref().is_some_and(other)
    };
    slips(&a.crossing, b) || slips(&b.crossing, a)
}

fn numbers(a: &Address, b: &Address) -> AddressRelation {
    let crossings = match (&a.crossing, &b.crossing) {
        (Some(x), Some(y)) => is_one_street(x, y),
        (None, None) => true,
        // A number leaves nothing for a crossing to tell.
        _ => a.number.is_some() && b.number.is_some(),
    };
    match (a.number, b.number) {
        (Some(x), Some(y)) if x == y && a.block == b.block && crossings => AddressRelation::Same,
        (Some(x), Some(y)) if x == y || a.near || b.near => AddressRelation::Meet,
        (Some(x), Some(y)) if (a.block || b.block) && x / 100 == y / 100 => AddressRelation::Meet,
        (Some(_), Some(_)) => AddressRelation::OtherNumber,
        (None, None) if crossings => AddressRelation::Same,
        _ => AddressRelation::Meet,
    }
}

fn naming(a: &Street, b: &Street, same_number: bool) -> Naming {
    let sides = a.side.is_empty() || b.side.is_empty() || a.side == b.side;
    let sorts = a.sort.is_empty() || b.sort.is_empty() || a.sort == b.sort;
    if a.name == b.name && sorts {
        return if sides { Naming::One } else { Naming::Two };
    }
    let numbered = |s: &Street| s.name.starts_with(|c: char| c.is_ascii_digit());
    if numbered(a) || numbered(b) || !sides {
        return Naming::Two;
    }
    let full = |s: &Street| format!("{} {}", s.name, s.sort);
    let (x, y) = (full(a), full(b));
    let longer = x.starts_with(&format!("{y} ")) || y.starts_with(&format!("{x} "));
    if a.name == b.name || longer || slip(&a.name, &b.name) || (same_number && begins(&a.name, &b.name)) {
        Naming::Slip
    } else {
        Naming::Two
    }
}

/// Two spellings of one name: they begin alike and differ by a letter or two.
fn slip(a: &str, b: &str) -> bool {
    let short = a.chars().count().min(b.chars().count());
    let reach = if short < 6 { 1 } else { 2 };
    short >= 4 && a.chars().take(2).eq(b.chars().take(2)) && damerau_levenshtein(a, b) <= reach
}

/// Returns whether one name begins with the other ("Mead", "Meadow").
fn begins(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= 4 && (a.starts_with(b) || b.starts_with(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "5100 block | north cleveland road | 8th street", parts that are missing left empty; a side is one of n, s, e, w.
    fn address(words: &str) -> Address {
        let parts: Vec<&str> = words.split('|').map(str::trim).collect();
        let street = |words: &str| {
            let (side, rest) = match words.split_once(' ') {
                Some((side @ ("n" | "s" | "e" | "w"), rest)) => (side, rest),
                _ => ("", words),
            };
            let (name, sort) = rest.rsplit_once(' ').unwrap_or((rest, ""));
            Street { name: name.into(), sort: sort.into(), side: side.into() }
        };
        let number = parts[0].trim_start_matches("near ").split(' ').next().and_then(|n| n.parse().ok());
        Address {
            street: street(parts[1]),
            number,
            block: parts[0].ends_with("block"),
            near: parts[0].starts_with("near"),
            crossing: parts.get(2).map(|p| street(p)),
        }
    }

    fn check(a: &str, b: &str, expected: AddressRelation) {
        let (x, y) = (address(a), address(b));
        assert_eq!(address_relation(&x, &y), expected, "{a} / {b}");
        assert_eq!(address_relation(&y, &x), expected, "{b} / {a}");
    }

    #[test]
    fn one_place_in_other_words() {
        use AddressRelation::{Meet, Same};
        check("700 block | n kenwood avenue", "700 block | kenwood avenue", Same);
        check("700 block | kenwood avenue | 8th street", "700 block | kenwood avenue", Same);
        check("700 block | kenwood avenue", "712 | kenwood avenue", Meet);
        check("| bay road | university avenue", "2401 | university avenue", Meet);
        check("700 block | kenwood avenue", "| kenwood avenue | 8th street", Meet);
        check("2300 block | bell street", "near 2500 | bell street", Meet);
        check("| vermont avenue | 88th street", "| 88th street | vermont avenue", Same);
        check("2100 block | bragg street", "| 22nd street | bragg", Meet);
    }

    #[test]
    fn other_numbers_and_other_names() {
        use AddressRelation::{Apart, OtherName, OtherNumber};
        check("5100 block | cliff road", "5020 | cliff road", OtherNumber);
        check("14 | cliff road", "16 | cliff road", OtherNumber);
        check("14 | philip street", "| phillips road", OtherName);
        check("| harbour court", "| harbour place", OtherName);
        check("| north lane", "| north lane parkway", OtherName);
        check("| mill road | harbour place", "| harbour court", OtherName);
        check("2000 block | mead street", "2000 block | meadow", OtherName);
        // near misses
        check("| mead street", "| meadow", Apart);
        check("| 83rd street", "| 88th street", Apart);
        check("| 5th street", "| 5th avenue", Apart);
        check("| n harbour street", "| s harbour street", Apart);
        check("| harbour court", "| mill road", Apart);
        check("| mill road | harbour place", "| harbour court | bell street", Apart);
        check("| mill road | 5th avenue", "| 5th street", Apart);
    }
}
