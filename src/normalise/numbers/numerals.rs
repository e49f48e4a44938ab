//! Number words: what each of them is worth.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::normalise::table::Table;

/// The part that a word plays in a written-out number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// "zero" to "nineteen"
    Small(u8),
    /// "twenty" to "ninety"
    Tens(u8),
    /// "hundred"
    Hundred,
    /// "thousand" (3), "lakh" (5), "million" (6) …
    Power(u8),
    /// "dozen" and "dozens"
    Dozen { plural: bool },
    /// "score" and "scores" (twenty)
    Score { plural: bool },
    /// "tens", "hundreds", "thousands": ten to the power, in the plural
    Powers(u8),
    /// "first" to "nineteenth", "twentieth" to "ninetieth"; plural as in "two thirds"
    Ordinal { value: u8, plural: bool },
    /// "hundredth" (2), "thousandth" (3) …
    OrdinalPower { power: u8, plural: bool },
    /// "half", "halves"
    Half { plural: bool },
    /// "quarter", "quarters"
    Quarter { plural: bool },
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SMALL_ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENS_ORDINALS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];
const POWERS: [(&str, u8); 12] = [
    ("thousand", 3),
    ("lakh", 5),
    ("million", 6),
    ("crore", 7),
    ("billion", 9),
    ("trillion", 12),
    ("quadrillion", 15),
    ("quintillion", 18),
    ("sextillion", 21),
    ("lac", 5),
    ("milliard", 9),
    ("septillion", 24),
];
const OTHERS: [(&str, Numeral); 16] = [
    ("nought", Numeral::Small(0)),
    ("naught", Numeral::Small(0)),
    ("nil", Numeral::Small(0)),
    ("fourty", Numeral::Tens(40)),
    ("ninty", Numeral::Tens(90)),
    ("hundred", Numeral::Hundred),
    ("tens", Numeral::Powers(1)),
    ("hundreds", Numeral::Powers(2)),
    ("dozen", Numeral::Dozen { plural: false }),
    ("dozens", Numeral::Dozen { plural: true }),
    ("score", Numeral::Score { plural: false }),
    ("scores", Numeral::Score { plural: true }),
    ("half", Numeral::Half { plural: false }),
    ("halves", Numeral::Half { plural: true }),
    ("quarter", Numeral::Quarter { plural: false }),
    ("quarters", Numeral::Quarter { plural: true }),
];

/// Every number word with its part, plurals included.
pub(crate) fn all() -> Vec<(String, Numeral)> {
    let mut words: Vec<(String, Numeral)> = OTHERS.iter().map(|&(w, n)| (w.to_owned(), n)).collect();
    words.extend((0u8..).zip(SMALL).map(|(n, w)| (w.to_owned(), Numeral::Small(n))));
    words.extend((2u8..).zip(TENS).map(|(n, w)| (w.to_owned(), Numeral::Tens(n * 10))));
    let ordinals = (1u8..).zip(SMALL_ORDINALS).chain((2u8..).map(|n| n * 10).zip(TENS_ORDINALS));
    for (value, word) in ordinals {
        words.push((word.to_owned(), Numeral::Ordinal { value, plural: false }));
        words.push((format!("{word}s"), Numeral::Ordinal { value, plural: true }));
    }
    for (word, power) in POWERS {
        words.push((word.to_owned(), Numeral::Power(power)));
        words.push((format!("{word}s"), Numeral::Powers(power)));
    }
    for (word, power) in POWERS.into_iter().chain([("hundred", 2)]) {
        words.push((format!("{word}th"), Numeral::OrdinalPower { power, plural: false }));
        words.push((format!("{word}ths"), Numeral::OrdinalPower { power, plural: true }));
    }
    words
}

static WORDS: LazyLock<Table<Numeral>> =
    LazyLock::new(|| Table::new(all().iter().map(|(w, n)| (w.as_str(), *n)), |_, last| last));

/// The part that a word plays in a number, if it is a number word.
pub(crate) fn numeral(word: &str) -> Option<Numeral> {
    WORDS.get(word)
}

/// Ten to a power; one beyond what a decimal holds.
pub(crate) fn power(exponent: u8) -> Decimal {
    10i128
        .checked_pow(u32::from(exponent))
        .and_then(|n| Decimal::try_from_i128_with_scale(n, 0).ok())
        .unwrap_or_default()
}

/// A magnitude written as a letter or short form behind digits ("k", "bn").
pub(crate) fn suffix(word: &str) -> Option<u8> {
    Some(match word {
        "k" | "K" => 3,
        "m" | "M" | "mn" | "Mn" | "MN" | "mln" | "mil" | "mm" | "MM" => 6,
        "b" | "B" | "bn" | "Bn" | "BN" | "bln" | "bil" => 9,
        "tn" | "Tn" | "TN" | "trn" | "tln" | "tril" | "T" => 12,
        "cr" | "Cr" => 7,
        "G" => 9,
        _ => return None,
    })
}
