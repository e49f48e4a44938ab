//! Signs and codes of money before a number: "$", "US$", "HK $", "EUR", "Y=", "PS" (a £ that lost its encoding).

use super::catalogue::{Currency, Entry, catalogue};
use super::reader::{Kind, Reader};

/// A currency sign before a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefix {
    pub(crate) currency: &'static Currency,
    /// Where the sign begins, letters before "$" included.
    pub(crate) start: usize,
    /// Where the number should begin.
    pub(crate) end: usize,
}

/// Codes that are also words in capitals, or parts of names.
const WORDS: &[&str] = &[
    "ALL", "COP", "BOB", "TRY", "PEN", "MAD", "CUP", "RON", "GEL", "LAK", "ETH", "SAR", "TL", "SR", "NIS",
    "R", "TOP", "MOP", "GIP", "LSL", "SOS", "SHP", "SIT", "MTL", "ANG", "WST", "STD",
];

/// The sign at `pos`, if a number can follow it.
pub(crate) fn prefix(reader: &Reader<'_>, pos: usize) -> Option<Prefix> {
    let first = reader.at(pos);
    let found = match first.kind {
        Kind::Letters => lettered(reader, pos),
        Kind::Sign => signed(reader, pos),
        _ => None,
    }?;
    let number = reader.at(found.end);
    let minus = number.is_dash() || number.text == ".";
    (number.kind != Kind::End && (number.kind != Kind::Sign || minus)).then_some(found)
}

fn currency(symbol: &str) -> Option<&'static Currency> {
    match catalogue().symbol(symbol)? {
        Entry::Money(i) => catalogue().currency(i),
        Entry::Measure(_) => None,
    }
}

/// "US$", "Rs.", "EUR50m", "Y=100", "PS6m"
fn lettered(reader: &Reader<'_>, pos: usize) -> Option<Prefix> {
    let letters = reader.at(pos);
    if !catalogue().begins_sign(letters.text) {
        return None;
    }
    let sign = reader.at(letters.end);
    let with = |end: usize, currency| Some(Prefix { currency, start: letters.start, end });
    if sign.kind == Kind::Sign {
        let dollar = sign.text == "$" && (sign.glued || !letters.is("a"));
        let tight = matches!(sign.text, "=" | ".") && sign.glued;
        let joined = format!("{}{}", letters.text, sign.text);
        let found = currency(&joined).or_else(|| currency(&joined.to_uppercase()).filter(|_| dollar));
        if let Some(currency) = found.filter(|_| dollar || tight) {
            return with(sign.end, currency);
        }
    }
    let currency = currency(letters.text).or_else(|| {
        // "usd 15"
        (letters.text.len() == 3 && letters.is_lower())
            .then(|| currency(&letters.text.to_uppercase()))
            .flatten()
    })?;
    let number = reader.at(letters.end);
    let short = letters.text.len() <= 2 && currency.code != "INR" || letters.is_lower();
    // "usd 5"
    let common = matches!(
        letters.text,
        "usd"
            | "eur"
            | "gbp"
            | "jpy"
            | "cny"
            | "inr"
            | "cad"
            | "aud"
            | "nzd"
            | "hkd"
            | "sgd"
            | "chf"
            | "mxn"
            | "brl"
    );
    let ok =
        number.kind == Kind::Digits && (number.glued || common || !short && !WORDS.contains(&letters.text));
    let code = !WORDS.contains(&letters.text) || number.text.contains([',', '.']) || number.text.len() > 3;
    if ok && code { with(letters.end, currency) } else { None }
}

/// "$", "£", or the "$" of "HK $" and the "=" of "Y=".
fn signed(reader: &Reader<'_>, pos: usize) -> Option<Prefix> {
    let sign = reader.at(pos);
    let letters = reader.before(sign.start);
    let reaches = letters.kind == Kind::Letters
        && (letters.glued || sign.text == "$" && !letters.is("a"))
        && catalogue().begins_sign(letters.text);
    if reaches {
        let joined = format!("{}{}", letters.text, sign.text);
        if let Some(currency) = currency(&joined).or_else(|| currency(&joined.to_uppercase())) {
            return Some(Prefix { currency, start: letters.start, end: sign.end });
        }
    }
    if sign.text == "%" {
        return None;
    }
    currency(sign.text).map(|currency| Prefix { currency, start: sign.start, end: sign.end })
}

/// "US", "Canadian" and the like behind an amount that has its sign before it: the currency it makes of "$".
pub(crate) fn suffix(reader: &Reader<'_>, pos: usize, sign: &'static Currency) -> (&'static Currency, usize) {
    let word = reader.at(pos);
    if word.kind != Kind::Letters {
        return (sign, pos);
    }
    let dollar = sign.name.ends_with("dollar");
    let code = match word.text {
        "US" | "U.S." | "U.S" | "USD" if dollar => "USD",
        "Canadian" | "CAD" if dollar => "CAD",
        "Australian" | "AUD" if dollar => "AUD",
        "NZD" if dollar => "NZD",
        "HKD" if dollar => "HKD",
        _ if sign.name.split(' ').next_back().is_some_and(|n| {
            word.is(n) || word.text.strip_suffix('s').is_some_and(|w| w.eq_ignore_ascii_case(n))
        }) =>
        {
            return (sign, word.end);
        }
        _ => return (sign, pos),
    };
    // "$5 US companies" is not told from "$5 US" here; a lower-case word behind shows it.
    let next = reader.at(word.end);
    let ends = next.kind != Kind::Letters
        || next.is_any(&["per", "a", "an", "to", "for", "and", "on", "in", "from", "at", "or"]);
    match catalogue().by_code(code) {
        Some(currency) if ends => (currency, word.end),
        _ => (sign, pos),
    }
}
