//! Numbers, ranges, bounds, shares, money and measures in every listed wording.

use rust_decimal::Decimal;

use super::{Meaning, Phrase, Random};
use crate::normalise::tests::properties::{in_words, with_commas};

pub(super) const MAKERS: &[fn(&mut Random) -> Phrase] = &[
    number,
    large,
    fraction,
    bound,
    twice_bound,
    range,
    shared_size,
    percent,
    money,
    cents,
    measure,
    lengths,
    age,
    ordinal,
];

fn quantity(
    words: String,
    lower: Option<Decimal>,
    upper: Option<Decimal>,
    unit: &str,
    sentence: &'static str,
) -> Phrase {
    let end = |v: Option<Decimal>| v.map(|v| v.round_dp(6).normalize());
    Phrase { words, meaning: Meaning::Quantity(end(lower), end(upper), unit.to_owned()), sentence }
}

fn point(words: String, value: Decimal, unit: &str, sentence: &'static str) -> Phrase {
    quantity(words, Some(value), Some(value), unit, sentence)
}

const COUNTS: &[&str] = &["They counted {} people.", "{} voters came", "There were {} homes left."];
const ALONE: &[&str] = &["It came to {}.", "The result was {} in the end."];

/// A count that is no year, written in digits, with commas, or in words.
fn count(random: &mut Random) -> (u64, String) {
    let n = match random.in_range(0, 3) {
        0 => random.in_range(2, 100),
        1 => random.in_range(100, 1000),
        _ => random.in_range(3000, 900_000),
    };
    let words = match random.in_range(0, 4) {
        0 if !(1000..10_000).contains(&n) => n.to_string(),
        1 => in_words(n),
        2 => in_words(n).replace(" and ", " "),
        _ => with_commas(n),
    };
    (n, words)
}

fn number(random: &mut Random) -> Phrase {
    let (n, words) = count(random);
    point(words, Decimal::from(n), "-", random.pick(COUNTS))
}

/// "2.5 million", "three and a half billion", "7bn", "12 lakh".
fn large(random: &mut Random) -> Phrase {
    let (name, power) = [
        ("thousand", 1_000u64),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000),
        ("lakh", 100_000),
        ("crore", 10_000_000),
    ][random.in_range(0, 6) as usize];
    let (n, tenth) = (random.in_range(2, 100), random.in_range(1, 10));
    let power = Decimal::from(power);
    let (words, value) = match random.in_range(0, 5) {
        0 => (format!("{n} {name}"), Decimal::from(n)),
        1 => (format!("{n}.{tenth} {name}"), Decimal::new((n * 10 + tenth) as i64, 1)),
        2 => (format!("{} {name}", in_words(n)), Decimal::from(n)),
        3 => (format!("{} and a half {name}", in_words(n)), Decimal::new((n * 10 + 5) as i64, 1)),
        _ => (
            format!("{} point {} {name}", in_words(n), in_words(tenth)),
            Decimal::new((n * 10 + tenth) as i64, 1),
        ),
    };
    point(words, value * power, "-", random.pick(COUNTS))
}

/// "three fifths", "2/3", "five and a quarter", "two-thirds".
fn fraction(random: &mut Random) -> Phrase {
    const PARTS: [(&str, u64); 7] = [
        ("third", 3),
        ("quarter", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("eighth", 8),
        ("tenth", 10),
        ("hundredth", 100),
    ];
    let (name, under) = PARTS[random.in_range(0, 7) as usize];
    let over = random.in_range(2, under.min(12));
    let share = Decimal::from(over) / Decimal::from(under);
    let whole = random.in_range(2, 20);
    let (words, value) = match random.in_range(0, 4) {
        0 => (format!("{} {name}s", in_words(over)), share),
        1 => (format!("{}-{name}s", in_words(over)), share),
        2 => (format!("{} and a half", in_words(whole)), Decimal::new((whole * 10 + 5) as i64, 1)),
        _ => (format!("{} and {} {name}s", in_words(whole), in_words(over)), Decimal::from(whole) + share),
    };
    point(words, value, "-", random.pick(ALONE))
}

/// A comparator before or behind a number.
fn bound(random: &mut Random) -> Phrase {
    const HEDGES: &[&str] = &["", "just ", "slightly ", "well ", "far ", "a little ", "significantly "];
    const MORE: &[&str] = &["more", "greater", "higher", "larger", "bigger"];
    const LESS: &[&str] = &["less", "fewer", "lower", "smaller"];
    let (n, number) = count(random);
    let n = Some(Decimal::from(n));
    let hedge = random.pick(HEDGES);
    let (more, less) = (random.pick(MORE), random.pick(LESS));
    let lower = |words: String| (words, n, None);
    let upper = |words: String| (words, None, n);
    let (words, from, to) = match random.in_range(0, 16) {
        0 => lower(format!("{hedge}{more} than {number}")),
        1 => upper(format!("{hedge}{less} than {number}")),
        2 => lower(format!("{hedge}over {number}")),
        3 => upper(format!("{hedge}under {number}")),
        4 => lower(format!("{more} than or equal to {number}")),
        5 => upper(format!("{less} than or equal to {number}")),
        6 => lower(format!("equal to or {more} than {number}")),
        7 => upper(format!("{less} or equal to {number}")),
        8 => lower(format!("no {less} than {number}")),
        9 => upper(format!("not {more} than {number}")),
        10 => lower(format!("at least {number}")),
        11 => upper(format!("up to {number}")),
        12 => lower(format!("{number} or {more}")),
        13 => upper(format!("{number} or {less}")),
        14 => lower(format!("{number} and above")),
        _ => upper(format!("{number} or below")),
    };
    quantity(words, from, to, "-", "The count was {}.")
}

/// "more than A but less than B", in either order.
fn twice_bound(random: &mut Random) -> Phrase {
    let (a, b) = two(random);
    let joint = random.pick(&["and", "but"]);
    let words = match random.in_range(0, 4) {
        0 => format!("more than {a} {joint} less than {b}"),
        1 => format!("greater than {a} {joint} less than or equal to {b}"),
        2 => format!("at least {a} {joint} at most {b}"),
        _ => format!("less than {b} and more than {a}"),
    };
    quantity(words, Some(a.into()), Some(b.into()), "-", "The count was {}.")
}

/// Two whole numbers, the second at least one above the first, neither a year.
fn two(random: &mut Random) -> (u64, u64) {
    let a = random.in_range(11, 400);
    (a, a + random.in_range(1, 400))
}

fn range(random: &mut Random) -> Phrase {
    let (a, b) = two(random);
    let (from, to) = (Decimal::from(a), Decimal::from(b));
    let words = match random.in_range(0, 7) {
        0 => format!("between {a} and {b}"),
        1 => format!("from {a} to {b}"),
        2 => format!("between {} and {}", in_words(a), in_words(b)),
        3 => format!("from {} to {}", in_words(a), in_words(b)),
        4 => format!("{a} to {b}"),
        5 => format!("{} to {}", in_words(a), in_words(b)),
        _ => format!("anywhere from {a} to {b}"),
    };
    quantity(words, Some(from), Some(to), "-", "They counted {} people.")
}

/// "four to five dozen", "$2 to $3 million": what multiplies the second number multiplies the first.
fn shared_size(random: &mut Random) -> Phrase {
    let (name, size) = [
        ("dozen", 12u64),
        ("hundred", 100),
        ("thousand", 1000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
    ][random.in_range(0, 5) as usize];
    let a = random.in_range(2, 9);
    let b = random.in_range(a + 1, 11);
    let (from, to) = (Some(Decimal::from(a * size)), Some(Decimal::from(b * size)));
    let words = match random.in_range(0, 2) {
        0 => format!("{} to {} {name}", in_words(a), in_words(b)),
        _ => format!("between {} and {} {name}", in_words(a), in_words(b)),
    };
    quantity(words, from, to, "-", "They counted {} people.")
}

/// A value in digits or words.
fn small(random: &mut Random) -> (Decimal, String) {
    let (n, tenth) = (random.in_range(2, 90), random.in_range(1, 10));
    match random.in_range(0, 3) {
        0 => (Decimal::from(n), n.to_string()),
        1 => (Decimal::from(n), in_words(n)),
        _ => (Decimal::new((n * 10 + tenth) as i64, 1), format!("{n}.{tenth}")),
    }
}

fn percent(random: &mut Random) -> Phrase {
    let (value, words) = small(random);
    let name = random.pick(&["%", " %", " percent", " per cent", " pct", " percentage points"]);
    let unit = if name.ends_with("points") { "point" } else { "percent" };
    let words = if words.starts_with(|c: char| c.is_alphabetic()) && name.contains('%') {
        format!("{words} percent")
    } else {
        format!("{words}{name}")
    };
    point(words, value, unit, "The share was {} then.")
}

fn money(random: &mut Random) -> Phrase {
    const SIGNS: [(&str, &str); 8] = [
        ("$", "dollar"),
        ("US$", "dollar"),
        ("£", "pound sterling"),
        ("€", "euro"),
        ("¥", "japanese yen"),
        ("C$", "canadian dollar"),
        ("HK$", "hong kong dollar"),
        ("₹", "indian rupee"),
    ];
    const NAMES: [(&str, &str); 12] = [
        ("dollars", "dollar"),
        ("US dollars", "dollar"),
        ("euros", "euro"),
        ("yen", "japanese yen"),
        ("Swiss francs", "swiss franc"),
        ("Canadian dollars", "canadian dollar"),
        ("Mexican pesos", "mexican peso"),
        ("Danish kroner", "danish krone"),
        ("rupees", "indian rupee"),
        ("pounds sterling", "pound sterling"),
        ("Fijian dollars", "fijian dollar"),
        ("yuan", "chinese yuan"),
    ];
    const CODES: [(&str, &str); 5] = [
        ("USD", "dollar"),
        ("EUR", "euro"),
        ("GBP", "pound sterling"),
        ("CHF", "swiss franc"),
        ("SEK", "swedish krona"),
    ];
    let (value, words) = small(random);
    let digits = value.to_string();
    let (sign, signed) = SIGNS[random.in_range(0, 8) as usize];
    let (name, named) = NAMES[random.in_range(0, 12) as usize];
    let (code, coded) = CODES[random.in_range(0, 5) as usize];
    let million = Decimal::from(1_000_000);
    let (words, value, unit) = match random.in_range(0, 7) {
        0 => (format!("{sign}{digits}"), value, signed),
        1 => (format!("{sign}{digits} million"), value * million, signed),
        2 => (format!("{sign}{digits}bn"), value * million * Decimal::from(1000), signed),
        3 => (format!("{words} {name}"), value, named),
        4 => (format!("{words} million {name}"), value * million, named),
        5 => (format!("{code} {digits}"), value, coded),
        _ => (format!("{digits} {code}"), value, coded),
    };
    point(words, value, unit, "It cost {} then.")
}

/// "13 dollars and 45 cents".
fn cents(random: &mut Random) -> Phrase {
    let (whole, part) = (random.in_range(2, 100), random.in_range(2, 100));
    let value = Decimal::new((whole * 100 + part) as i64, 2);
    let words = match random.in_range(0, 3) {
        0 => format!("{whole} dollars {part} cents"),
        1 => format!("{} dollars and {} cents", in_words(whole), in_words(part)),
        _ => format!("${whole} and {part} cents"),
    };
    point(words, value, "dollar", "It cost {} then.")
}

fn measure(random: &mut Random) -> Phrase {
    const UNITS: [(&str, &str); 30] = [
        ("miles", "mile"),
        ("km", "kilometre"),
        ("kilometers", "kilometre"),
        ("metres", "metre"),
        ("feet", "foot"),
        ("inches", "inch"),
        ("nanometres", "nanometre"),
        ("acres", "acre"),
        ("square miles", "square mile"),
        ("sq ft", "square foot"),
        ("cubic metres", "cubic metre"),
        ("litres", "litre"),
        ("gallons", "gallon"),
        ("tonnes", "tonne"),
        ("kg", "kilogram"),
        ("kilos", "kilogram"),
        ("ounces", "ounce"),
        ("mph", "mile per hour"),
        ("kilometres per hour", "kilometre per hour"),
        ("degrees Celsius", "degree celsius"),
        ("degrees Fahrenheit", "degree fahrenheit"),
        ("megawatts", "megawatt"),
        ("kWh", "kilowatt hour"),
        ("GB", "gigabyte"),
        ("megabits per second", "megabit per second"),
        ("kilopascals", "kilopascal"),
        ("millivolts", "millivolt"),
        ("gigahertz", "gigahertz"),
        ("lux", "lux"),
        ("atmospheres", "atmosphere"),
    ];
    let (value, words) = small(random);
    let (name, unit) = UNITS[random.in_range(0, 30) as usize];
    let (words, lower, upper) = match random.in_range(0, 3) {
        0 => (format!("{words} {name}"), Some(value), Some(value)),
        1 => (format!("more than {words} {name}"), Some(value), None),
        _ => {
            let (a, b) = two(random);
            (format!("between {a} and {b} {name}"), Some(a.into()), Some(b.into()))
        }
    };
    quantity(words, lower, upper, unit, "It measured {} then.")
}

/// "5 feet 7 inches", "six-foot-two".
fn lengths(random: &mut Random) -> Phrase {
    let (feet, inches) = (random.in_range(2, 10), random.in_range(1, 12));
    let value = Decimal::from(feet) + Decimal::from(inches) / Decimal::from(12);
    let words = match random.in_range(0, 3) {
        0 => format!("{feet} feet {inches} inches"),
        1 => format!("{} feet and {} inches", in_words(feet), in_words(inches)),
        _ => format!("{feet} ft {inches} in"),
    };
    point(words, value, "foot", "It measured {}.")
}

fn age(random: &mut Random) -> Phrase {
    let n = random.in_range(2, 100);
    let words = match random.in_range(0, 3) {
        0 => format!("{n} years old"),
        1 => format!("{}-year-old", in_words(n)),
        _ => format!("{n}-year-old"),
    };
    point(words, Decimal::from(n), "year of age", "We met the {} there.")
}

fn ordinal(random: &mut Random) -> Phrase {
    const NAMES: [&str; 20] = [
        "",
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
    let n = random.in_range(3, 400);
    let digits = match (n % 10, n % 100) {
        (_, 11..=13) => format!("{n}th"),
        (1, _) => format!("{n}st"),
        (2, _) => format!("{n}nd"),
        (3, _) => format!("{n}rd"),
        _ => format!("{n}th"),
    };
    let name = NAMES[(n % 10) as usize];
    let words = match n {
        3..20 => NAMES[n as usize].to_owned(),
        20..100 if !n.is_multiple_of(10) => {
            in_words(n).rsplit_once('-').map_or(digits.clone(), |(tens, _)| format!("{tens}-{name}"))
        }
        _ => digits,
    };
    point(words, Decimal::from(n), "ordinal", "They came {} there.")
}
