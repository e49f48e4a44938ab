//! Tables of quantities and near-misses (`names`: those of names; `phrases`: every
//! wording by itself), what a grammar of wordings generates (`generated`), and what must hold of any text
//! (`properties`).

mod generated;
mod names;
mod phrases;
mod properties;

use super::mentions;
use crate::model::{Bound, Comparator, Mention, Quantity, Token, Unit, Value};

/// Tokens as an analyser might cut them: words and numbers with inner points, signs alone.
fn tokens(text: &str) -> Vec<Token> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (i, c) in text.char_indices() {
        let next_digit = text[i + c.len_utf8()..].starts_with(|d: char| d.is_ascii_digit());
        let inner = c.is_alphanumeric() || open && matches!(c, '.' | ',') && next_digit;
        match cuts.last_mut() {
            Some(last) if inner && open => last.1 = i + c.len_utf8(),
            _ if !c.is_whitespace() => cuts.push((i, i + c.len_utf8())),
            _ => {}
        }
        open = inner;
    }
    cuts.into_iter().map(|(a, b)| Token::bare(a as u32, b as u32, 0)).collect()
}

fn read(text: &str) -> Vec<Mention> {
    mentions(text, &tokens(text), None)
}

fn quantities(text: &str) -> Vec<(Mention, Quantity)> {
    let quantity = |m: Mention| match m.value.clone() {
        Value::Quantity(q) => Some((m, q)),
        _ => None,
    };
    read(text).into_iter().filter_map(quantity).collect()
}

fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Money { name, per: Some(per), .. } => format!("{name} per {per}"),
        Unit::Money { name, .. } | Unit::Measure { name, .. } | Unit::Duration { name, .. } => {
            name.to_string()
        }
        Unit::Age { name, .. } => format!("{name} of age"),
        Unit::None => "-".into(),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// Each quantity as "[words] lower..upper unit".
fn shown(text: &str) -> Vec<String> {
    let end = |b: Bound| b.value().map_or(String::new(), |v| v.round_dp(4).normalize().to_string());
    let show = |(m, q): (Mention, Quantity)| {
        let words = &text[m.start as usize..m.end as usize];
        format!("[{words}] {}..{} {}", end(q.interval.lower()), end(q.interval.upper()), unit(&q.unit))
    };
    quantities(text).into_iter().map(show).collect()
}

/// Each mention as "kind words".
fn kinds(text: &str) -> Vec<String> {
    let show =
        |m: &Mention| format!("{:?} {}", m.kind, &text[m.start as usize..m.end as usize]).to_lowercase();
    read(text).iter().map(show).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn reads_money() {
    check("It cost $5.6bn.", &["[$5.6bn] 5600000000..5600000000 dollar"]);
    check(
        "worth HK $2.5 billion (US $320 million)",
        &[
            "[HK $2.5 billion] 2500000000..2500000000 hong kong dollar",
            "[US $320 million] 320000000..320000000 dollar",
        ],
    );
    check("sold for AUD1.5m", &["[AUD1.5m] 1500000..1500000 australian dollar"]);
    check("12 lakh rupees", &["[12 lakh rupees] 1200000..1200000 indian rupee"]);
    check("$62 per share", &["[$62 per share] 62..62 dollar per share"]);
    check("fined 300 pounds", &["[300 pounds] 300..300 pound sterling"]);
    check("a catch of 300 pounds", &["[300 pounds] 300..300 pound"]);
    check("eleven dollars and twenty cents", &["[eleven dollars and twenty cents] 11.2..11.2 dollar"]);
    check("$ 500 million", &["[$ 500 million] 500000000..500000000 dollar"]);
}

#[test]
fn reads_measures() {
    check("6.2 miles (10 km)", &["[6.2 miles] 6.2..6.2 mile", "[10 km] 10..10 kilometre"]);
    check("170 miles an hour", &["[170 miles an hour] 170..170 mile per hour"]);
    check("a 30 - year bond", &["[30 - year] 30..30 year"]);
    check("he is 5 feet 6 inches tall", &["[5 feet 6 inches] 5.5..5.5 foot"]);
    check("45m2 of floor", &["[45m2] 45..45 square metre"]);
    check("100° Celsius", &["[100° Celsius] 100..100 degree celsius"]);
    check("600,000 barrels a day", &["[600,000 barrels a day] 600000..600000 barrel per day"]);
    check("half an hour", &["[half an hour] 0.5..0.5 hour"]);
    check("20m of its phones", &["[20m] 20000000..20000000 -"]);
}

#[test]
fn reads_ranges() {
    check("between 12 and 15 people", &["[between 12 and 15] 12..15 -"]);
    check("$7-$9", &["[$7-$9] 7..9 dollar"]);
    check("from $600,000 to $2 million", &["[from $600,000 to $2 million] 600000..2000000 dollar"]);
    check("four to five thousand", &["[four to five thousand] 4000..5000 -"]);
    check("rose 3% to 12", &["[3%] 3..3 percent", "[12] 12..12 -"]);
    check("in his early 20s", &["[his early 20s] 20..23 year of age"]);
    check("dozens of people", &["[dozens] 24..120 -"]);
    check("greater than 30 and less than 40", &["[greater than 30 and less than 40] 30..40 -"]);
}

#[test]
fn reads_comparators() {
    check("more than 400 people", &["[more than 400] 400.. -"]);
    check("no fewer than 12", &["[no fewer than 12] 12.. -"]);
    check("up to about 90", &["[up to about 90] ..90 -"]);
    check("18 or older", &["[18 or older] 18.. -"]);
    check("more than 100 km (60 miles)", &["[more than 100 km] 100.. kilometre", "[60 miles] 60.. mile"]);
    let nearly = &quantities("nearly 150 people")[0].1;
    assert_eq!((nearly.comparator, nearly.approx), (Comparator::LessThan, true));
}

#[test]
fn reads_shares_tallies_and_ages() {
    check("one in five adults", &["[one in five] 0.2..0.2 ratio"]);
    check("two-thirds of voters", &["[two-thirds] 0.6667..0.6667 -"]);
    check("the Senate voted 61-38", &["[61-38] 61..61 vote"]);
    check("the game ended 21-14", &["[21-14] 21..21 score"]);
    check("the 68-year-old man", &["[68-year-old] 68..68 year of age"]);
    check("Ann Lee, 34, of Leeds", &["[34] 34..34 year of age"]);
    check("aged 18 to 34", &["[aged 18 to 34] 18..34 year of age"]);
    check("two percentage points", &["[two percentage points] 2..2 point"]);
}

#[test]
fn trends_hold_for_the_same_change_in_other_words() {
    for (text, trends) in [
        ("it was up 17 points, or 0.2%", 2),
        ("it grew by 600 jobs or 2 per cent", 2),
        ("it grew by 600 jobs and 2 per cent", 1),
        ("it rose 3% to 12%", 1),
    ] {
        let found = read(text).iter().filter(|m| m.trend.is_some()).count();
        assert_eq!(found, trends, "{text}");
    }
}

#[test]
fn leaves_what_is_no_quantity() {
    let none = [
        "call 555-1234",
        "a Boeing 737",
        "on Route 66",
        "under Section 427",
        "1. Open the door",
        "No one was hurt",
        "the one who left",
        "at 1200 Pine Street",
        "her iPhone 11",
        "COVID-19",
        "the S&P 500 fell",
        "at half-staff",
        "the 400 block of Elm",
        "version 2.0.1",
        "page 12",
        "No. 7",
        "Formula One",
    ];
    for text in none {
        check(text, &[]);
    }
}
