//! Numbers written with digits: separators of both kinds, decimals, fractions, powers.

use rust_decimal::Decimal;

use super::figures::{vulgar, with_fraction, with_power};
use super::number::{Number, Sense, Style};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};

/// The number in digits that begins at `pos`, without sign or magnitude.
pub(crate) fn literal(reader: &Reader<'_>, pos: usize) -> Option<Number> {
    let atom = reader.at(pos);
    let number = match atom.kind {
        Kind::Digits => integer_or_decimal(reader, &atom)?,
        Kind::Sign if atom.text == "." => leading_point(reader, &atom)?,
        Kind::Sign => {
            let value = vulgar(atom.text)?;
            return Some(made(value, Decimal::ZERO, atom.start, atom.end, Style::Rich));
        }
        _ => return None,
    };
    Some(with_power(reader, number).unwrap_or_else(|| with_fraction(reader, number)))
}

pub(super) fn made(value: Decimal, step: Decimal, start: usize, end: usize, style: Style) -> Number {
    Number { value: value.normalize(), step, start, end, style, sense: Sense::Cardinal, magnitude: None }
}

/// ".5"
fn leading_point(reader: &Reader<'_>, point: &Atom<'_>) -> Option<Number> {
    let before = reader.before(point.start);
    let digits = reader.at(point.end);
    let free =
        before.kind == Kind::End || !before.glued || matches!(before.text, "(" | "-" | "+" | "~" | "$");
    if !free || !digits.glued || digits.kind != Kind::Digits || !all_digits(digits.text) {
        return None;
    }
    let value = decimal("0", digits.text)?;
    Some(made(value, step_of(digits.text.len()), point.start, digits.end, Style::Rich))
}

pub(super) fn all_digits(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())
}

fn step_of(decimals: usize) -> Decimal {
    u32::try_from(decimals).ok().filter(|&d| d <= 28).map_or(Decimal::ZERO, |d| Decimal::new(1, d))
}

/// The decimal "whole.fraction", whole digits without separators.
fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    let mut buffer = String::with_capacity(whole.len() + fraction.len() + 1);
    buffer.extend(whole.chars().filter(char::is_ascii_digit));
    if !fraction.is_empty() {
        buffer.push('.');
        buffer.push_str(fraction);
    }
    if buffer.len() > 28 { None } else { buffer.parse().ok() }
}

/// "1,234.5", "1.111,11", "1 234 567", "0 . 95", "10 , 000"
fn integer_or_decimal(reader: &Reader<'_>, atom: &Atom<'_>) -> Option<Number> {
    let (len, whole, fraction) = separate(atom.text)?;
    let mut end = atom.start + len;
    let rich = whole.contains([',', '.']) || !fraction.is_empty();
    let style = if rich { Style::Rich } else { Style::Plain };
    if rich || end != atom.end {
        return Some(made(decimal(whole, fraction)?, step_of(fraction.len()), atom.start, end, style));
    }
    let mut all = whole.to_owned();
    if all.len() <= 3 && !all.starts_with('0') {
        let led = introduced(reader, atom.start);
        // "a 10, 764-square-foot hall"
        let one = reader.before(atom.start).is_any(&["a", "an"]);
        while let Some((group, next)) = spaced_group(reader, end, led, one) {
            all.push_str(group);
            end = next;
        }
    }
    if let Some((decimals, next)) = spaced_decimals(reader, end) {
        return Some(made(decimal(&all, decimals)?, step_of(decimals.len()), atom.start, next, Style::Rich));
    }
    let style = if end == atom.end { style } else { Style::Rich };
    Some(made(decimal(&all, "")?, Decimal::ONE, atom.start, end, style))
}

/// How much of a run of digits, points and commas is one number, with its whole and fractional digits.
fn separate(run: &str) -> Option<(usize, &str, &str)> {
    let commas = run.matches(',').count();
    let points = run.matches('.').count();
    match (commas, points) {
        (0, 0) => Some((run.len(), run, "")),
        (0, 1) => run.split_once('.').map(|(w, f)| (run.len(), w, f)),
        (0, _) => continental(run, None),
        (1, 1..) if run.find('.') < run.find(',') => {
            let (whole, fraction) = run.split_once(',')?;
            continental(whole, Some(fraction)).map(|(_, w, f)| (run.len(), w, f))
        }
        (_, 0 | 1) => {
            let (whole, fraction) = run.split_once('.').unwrap_or((run, ""));
            if grouped(whole) {
                Some((run.len(), whole, fraction))
            } else {
                // "22,24,26": a list, of which this is the first.
                let first = run.split(',').next().unwrap_or(run);
                Some((first.len(), first, ""))
            }
        }
        _ => None,
    }
}

/// "1.111.111,11"; anything else with several points is a version or an address.
fn continental<'a>(whole: &'a str, fraction: Option<&'a str>) -> Option<(usize, &'a str, &'a str)> {
    let mut groups = whole.split('.');
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
    let ok = first && groups.all(|g| g.len() == 3) && whole.contains('.');
    ok.then_some((whole.len(), whole, fraction.unwrap_or_default()))
}

/// Groups of three behind the first, or of two before the last three ("1,23,456").
fn grouped(whole: &str) -> bool {
    let mut groups: Vec<usize> = Vec::new();
    groups.extend(whole.split(',').map(str::len));
    let (Some((&last, rest)), Some(&first)) = (groups.split_last(), groups.first()) else { return false };
    let inner = rest.get(1..).unwrap_or_default();
    last == 3
        && (1..=3).contains(&first)
        && !whole.starts_with('0')
        && (inner.iter().all(|&n| n == 3) || (first <= 2 && inner.iter().all(|&n| n == 2)))
}

/// Does a word or sign stand before it that leads to one number rather than a list: "with 4, 183 yards", "$2, 500"?
fn introduced(reader: &Reader<'_>, start: usize) -> bool {
    let before = reader.before(start);
    before.is_in(&LEADS) || matches!(before.text, "$" | "£" | "€")
}

static LEADS: WordList = WordList::new(
    "than about around nearly almost over some least most only with roughly approximately to for",
);

/// A further group of exactly three digits behind one space, or behind a comma with spaces around it; behind a comma
/// and one space where the number is `led` to.
fn spaced_group<'a>(reader: &Reader<'a>, end: usize, led: bool, one: bool) -> Option<(&'a str, usize)> {
    let next = reader.at(end);
    let behind = reader.at(next.end);
    let after = reader.at(behind.end);
    let listed = after.text == "," && after.glued || after.is_any(&["and", "or"]);
    // "22, 000" can be no list: no number begins with zeros.
    let dash = after.is_dash() && after.glued && reader.at(after.end).kind == Kind::Letters;
    let comma =
        next.text == "," && (!next.glued || behind.text.starts_with('0') || led && !listed || one && dash);
    let group = if comma { behind } else { next };
    let apart = !group.glued && (comma || reader.slice(end, group.start).chars().count() == 1);
    let three = group.text.get(..3).filter(|g| all_digits(g))?;
    let tail = group.text.get(3..).unwrap_or_default();
    let whole = tail.is_empty() || tail.starts_with('.') || tail.starts_with(',') && tail.len() <= 3;
    // No group if something is joined to it ("the top 10 100m runners").
    let after = reader.at(group.end);
    // "3, 000ft" and "a 10, 764-square-foot hall" cannot be.
    let joined = after.glued
        && !comma
        && (after.kind == Kind::Letters || after.is_dash() || matches!(after.text, "%" | "/"));
    (apart && whole && !joined).then_some((three, group.start + 3))
}

/// " . 95" with spaces on both sides, or ".95" behind a spaced group.
fn spaced_decimals<'a>(reader: &Reader<'a>, end: usize) -> Option<(&'a str, usize)> {
    let point = reader.at(end);
    let digits = reader.at(point.end);
    // "1 234 567,89"
    let comma = point.text == "," && point.glued && digits.glued && digits.text.len() <= 2;
    let comma = comma && reader.before(reader.before(end).start).kind == Kind::Digits;
    let ok = (comma || point.text == ".") && point.glued == digits.glued && digits.kind == Kind::Digits;
    let short = digits.text.len() <= 2 + 2 * usize::from(point.glued) && all_digits(digits.text);
    (ok && short).then_some((digits.text, digits.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: &str, read: &str) {
        let reader = Reader::new(text, 0, text.len());
        let number = literal(&reader, 0).unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!(number.value.round_dp(9), value.parse::<Decimal>().unwrap(), "{text}");
        assert_eq!(&text[..number.end], read, "{text}");
    }

    #[test]
    fn reads_separators_and_decimals() {
        check("5.6bn", "5.6", "5.6");
        check("1,234.5 people", "1234.5", "1,234.5");
        check("1,23,456", "123456", "1,23,456");
        check("1.111,11 euros", "1111.11", "1.111,11");
        check("22,24,26", "22", "22");
        check("1 234 567 km", "1234567", "1 234 567");
        check("40 000", "40000", "40 000");
        check("10 , 000 pianos", "10000", "10 , 000");
        check("1, 234, 567", "1", "1");
        check("0 . 95 per cent", "0.95", "0 . 95");
        check(".500", "0.5", ".500");
        check("2019 300 people", "2019", "2019");
        check("10 100m runners", "10", "10");
        check("423 0000", "423", "423");
    }

    #[test]
    fn reads_a_group_behind_a_comma_and_a_space_where_no_list_can_stand() {
        for (text, value) in [
            ("with 4, 183 yards", "4183"),
            ("for 2, 500 people", "2500"),
            ("June 4, 183 people", "4"),
            ("with 4, 183 and 190", "4"),
            ("with 4, 183, 190 and 200", "4"),
            ("of 4, 183 were hurt", "4"),
            ("Lee, 34, 180 pounds", "34"),
        ] {
            let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
            let number = literal(&Reader::new(text, 0, text.len()), start).unwrap();
            assert_eq!(number.value, value.parse::<Decimal>().unwrap(), "{text}");
        }
    }

    #[test]
    fn reads_fractions_and_powers() {
        check("1/2 cup", "0.5", "1/2");
        check("7 3 / 4 %", "7.75", "7 3 / 4");
        check("10 1/2 miles", "10.5", "10 1/2");
        check("3½", "3.5", "3½");
        check("½ cup", "0.5", "½");
        check("9/11", "9", "9");
        check("24/7", "24", "24");
        check("1.3x10^6", "1300000", "1.3x10^6");
        check("12.32e+14", "1232000000000000", "12.32e+14");
        check("6e-4", "0.0006", "6e-4");
    }

    #[test]
    fn refuses_versions_and_addresses() {
        for text in ["192.168.0.1", "2.0.1", "x", ". 5", "a.5"] {
            let reader = Reader::new(text, 0, text.len());
            assert!(literal(&reader, 0).is_none(), "{text}");
        }
    }
}
