//! What must hold of any text: spans in order and within it, intervals and times that do not invert, one number in
//! three spellings, words that are read again as they were read.

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{mentions, quantities, tokens};
use crate::model::{MentionKind, Value};
use crate::normalise::{mentions_at, openers};

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
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

pub(super) fn in_words(n: u64) -> String {
    let rest = |base: u64, join: &str| {
        if n.is_multiple_of(base) { String::new() } else { format!("{join}{}", in_words(n % base)) }
    };
    match n {
        0..20 => SMALL[n as usize].to_owned(),
        20..100 => format!("{}{}", TENS[(n / 10) as usize], rest(10, "-")),
        100..1000 => format!("{} hundred{}", in_words(n / 100), rest(100, " and ")),
        1000..1_000_000 => format!("{} thousand{}", in_words(n / 1000), rest(1000, " ")),
        1_000_000..1_000_000_000 => format!("{} million{}", in_words(n / 1_000_000), rest(1_000_000, " ")),
        _ => format!("{} billion{}", in_words(n / 1_000_000_000), rest(1_000_000_000, " ")),
    }
}

pub(super) fn with_commas(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

const PIECES: [&str; 24] = [
    "more than",
    "about",
    "$",
    "£",
    "5",
    "12",
    "3.5",
    "1,234",
    "million",
    "bn",
    "%",
    "percent",
    "to",
    "-",
    "and",
    "between",
    "miles",
    "km",
    "two",
    "hundred",
    "half",
    "of",
    "people",
    "years old",
];

/// Words that begin a mention or lead on to its value, and some that do neither.
const LEADING: [&str; 40] = [
    "the",
    "a",
    "an",
    "in",
    "at",
    "on",
    "from",
    "his",
    "early",
    "late",
    "mid",
    "the end of",
    "the beginning of",
    "as",
    "many",
    "no",
    "later than",
    "earlier",
    "just",
    "only",
    "over",
    "up to",
    "well",
    "north of",
    "a little",
    "aged",
    "age",
    "or",
    "before",
    "by",
    "every",
    "few",
    "couple",
    "several",
    "house",
    "(",
    "\"",
    "'",
    ",",
    "New",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_number_in_three_spellings(n in prop_oneof![2u64..1000, 1000u64..1_000_000, 1_000_000u64..900_000_000_000]) {
        let value = |words: &str| {
            let text = format!("they counted {words} miles");
            let found = quantities(&text);
            prop_assert_eq!(found.len(), 1, "{}", text);
            Ok(found[0].1.nominal)
        };
        let expected = Some(Decimal::from(n));
        prop_assert_eq!(value(&n.to_string())?, expected);
        prop_assert_eq!(value(&with_commas(n))?, expected);
        prop_assert_eq!(value(&in_words(n))?, expected);
    }

    #[test]
    fn any_text_is_read_in_order_and_within_itself(text in "\\PC{0,80}") {
        sound(&text)?;
    }

    #[test]
    fn anything_like_a_quantity_is_sound(pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..12), spaced in any::<bool>()) {
        sound(&pieces.join(if spaced { " " } else { "" }))?;
    }

    #[test]
    fn a_quantity_reads_its_own_words_again(n in 1u32..5000, comparator in 0usize..6, form in 0usize..FORMS.len()) {
        let comparator = ["", "more than ", "about ", "at least ", "nearly ", "up to "][comparator];
        let text = format!("{comparator}{}", FORMS[form].replace('N', &n.to_string()).replace('M', &(n + 3).to_string()));
        let first = quantities(&format!("They said it was {text} ."));
        prop_assert_eq!(first.len(), 1, "{}", text);
        let mention = &first[0].0;
        let words = &format!("They said it was {text} .")[mention.start as usize..mention.end as usize];
        let again = quantities(words);
        prop_assert_eq!(again.len(), 1, "{}", words);
        prop_assert_eq!(&first[0].1, &again[0].1);
    }

    #[test]
    fn no_word_is_dismissed_that_begins_a_mention(pieces in proptest::collection::vec(proptest::sample::select([&PIECES[..], &TIMES, &LEADING].concat()), 1..9)) {
        let text = pieces.join(" ");
        let tokens = tokens(&text);
        let patient = mentions_at(&text, &tokens, None, openers::opens_at_first_sight);
        prop_assert_eq!(mentions(&text, &tokens, None), patient, "{}", text);
    }

    #[test]
    fn times_never_end_before_they_begin(pieces in proptest::collection::vec(proptest::sample::select(TIMES.to_vec()), 0..8), day in 1i8..29, month in 1i8..13, hour in 0i8..24) {
        let text = pieces.join(" ");
        for anchor in [None, Some(date(2023, month, day).at(hour, 0, 0, 0))] {
            for m in mentions(&text, &tokens(&text), anchor) {
                if let Value::Time(t) = &m.value {
                    prop_assert!(t.from.zip(t.to).is_none_or(|(a, b)| a <= b), "{}: {:?}", text, t);
                    prop_assert!(t.earliest.zip(t.latest).is_none_or(|(a, b)| a <= b), "{}: {:?}", text, t);
                }
            }
        }
    }
}

/// Quantities; "N" and "M" stand for numbers.
const FORMS: [&str; 11] = [
    "$N",
    "N miles",
    "N%",
    "N years",
    "N to M km",
    "N.5 million",
    "$N-$M",
    "N percentage points",
    "N degrees Celsius",
    "N million euros",
    "N barrels per day",
];

/// Words of times, in any order.
const TIMES: [&str; 36] = [
    "Monday",
    "Friday",
    "last",
    "next",
    "this",
    "early",
    "late",
    "June",
    "Sept.",
    "12",
    "31",
    "2018",
    "2024",
    "the",
    "of",
    "from",
    "to",
    "between",
    "and",
    "until",
    "since",
    "before",
    "week",
    "month",
    "year",
    "two",
    "ago",
    "5 p.m.",
    "midnight",
    "noon",
    "night",
    "morning",
    "days",
    "hours",
    "first half",
    "-",
];

/// Spans lie in the text on character boundaries, in order, apart; token ranges are no longer than the sentence.
fn sound(text: &str) -> Result<(), TestCaseError> {
    let tokens = tokens(text);
    let mut last = 0;
    for m in mentions(text, &tokens, None) {
        prop_assert!(text.get(m.start as usize..m.end as usize).is_some_and(|w| !w.is_empty()));
        prop_assert!(
            m.start >= last && m.tokens.end as usize <= tokens.len() && m.tokens.start < m.tokens.end
        );
        last = m.end;
        if let Value::Quantity(q) = &m.value {
            let (low, high) = (q.interval.lower().value(), q.interval.upper().value());
            prop_assert!(low.zip(high).is_none_or(|(a, b)| a <= b));
            prop_assert!(m.kind != MentionKind::Time);
        }
    }
    Ok(())
}
