//! The wordings of quantities, each by itself: what is read, and what is left alone.

use super::{check, kinds};

#[test]
fn digits_and_words() {
    for (text, expected) in [
        ("40 000 people came", "[40 000] 40000..40000 -"),
        ("1 234 567 people", "[1 234 567] 1234567..1234567 -"),
        ("10 , 000 pianos", "[10 , 000] 10000..10000 -"),
        ("it is 3½ miles away", "[3½ miles] 3.5..3.5 mile"),
        ("a half of them", "[a half] 0.5..0.5 -"),
        ("one and a half million people", "[one and a half million] 1500000..1500000 -"),
        ("two hundred and fifty thousand", "[two hundred and fifty thousand] 250000..250000 -"),
        ("5.6bn people", "[5.6bn] 5600000000..5600000000 -"),
        ("a score of 1.2e6 people", "[1.2e6] 1200000..1200000 -"),
        ("12 lakh people", "[12 lakh] 1200000..1200000 -"),
        ("half a dozen men", "[half a dozen] 6..6 -"),
        ("half-a-dozen men", "[half-a-dozen] 6..6 -"),
        ("a half-dozen men", "[a half-dozen] 6..6 -"),
        ("three-quarters of voters", "[three-quarters] 0.75..0.75 -"),
        ("about 1 in 5", "[about 1 in 5] 0.2..0.2 ratio"),
        ("by a 2-to-1 margin", "[2-to-1] 2..2 ratio"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn intervals() {
    for (text, expected) in [
        ("a couple of men", "[a couple] 2..3 -"),
        ("a handful of voters", "[a handful] 3..9 -"),
        ("a few hundred people", "[a few hundred] 200..900 -"),
        ("several dozen shops", "[several dozen] 36..108 -"),
        ("several thousand dollars", "[several thousand dollars] 3000..9000 dollar"),
        ("a couple of days", "[a couple of days] 2..3 day"),
        ("scores of people", "[scores] 40..400 -"),
        ("hundreds of thousands of people", "[hundreds of thousands] 100000..1000000 -"),
        ("about 15 or 20 people", "[about 15 or 20] 15..20 -"),
        ("about five or six men", "[about five or six] 5..6 -"),
        ("five to six men", "[five to six] 5..6 -"),
        ("from $750,000 to $1 million", "[from $750,000 to $1 million] 750000..1000000 dollar"),
        ("a 20-something man", "[20-something] 20..29 year of age"),
        ("a thirty-something", "[thirty-something] 30..39 year of age"),
        ("they waited over five years", "[over five years] 5.. year"),
        ("she is in her mid-30s", "[her mid-30s] 34..36 year of age"),
        ("a man in his mid- to late 50s", "[his mid- to late 50s] 54..59 year of age"),
        ("in his early to mid 20s", "[his early to mid 20s] 20..26 year of age"),
        ("a man in his late forties", "[his late forties] 47..49 year of age"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn time_that_an_amount_is_spread_over() {
    let money = "[$14.2 billion] 14200000000..14200000000 dollar";
    check("a plan to spend $14.2 billion over five years", &[money, "[over five years] 5..5 year"]);
    check("three shootings over three hours", &["[three] 3..3 -", "[over three hours] 3..3 hour"]);
    check("two men over 30 years old", &["[two] 2..2 -", "[over 30 years old] 30.. year of age"]);
}

#[test]
fn comparators_and_units() {
    for (text, expected) in [
        ("approx. 50 people", "[approx. 50] 50..50 -"),
        ("300-some people", "[300-some] 300..300 -"),
        ("300-odd people", "[300-odd] 300..300 -"),
        ("100-plus people", "[100-plus] 100.. -"),
        ("a hundred or so people", "[a hundred or so] 100..100 -"),
        ("upwards of 300 people", "[upwards of 300] 300.. -"),
        ("more than a dozen", "[more than a dozen] 12.. -"),
        ("about C$5m", "[about C$5m] 5000000..5000000 canadian dollar"),
        ("it was 37.5 C", "[37.5 C] 37.5..37.5 degree celsius"),
        ("it fell to -40 F", "[-40 F] -40..-40 degree fahrenheit"),
        ("a $3-a-day wage", "[$3-a-day] 3..3 dollar per day"),
        ("two-and-a-half years", "[two-and-a-half years] 2.5..2.5 year"),
        ("five- to six-year-olds", "[five- to six-year-olds] 5..6 year of age"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn two_numbers_stay_two() {
    check("about 8 or $9", &["[about 8] 8..8 dollar", "[$9] 9..9 dollar"]);
    check("about 15 or 200 people", &["[about 15] 15..15 -", "[200] 200..200 -"]);
    check("of 4, 183 were hurt", &["[4] 4..4 -", "[183] 183..183 -"]);
    check("two or three men", &["[two] 2..2 -", "[three] 3..3 -"]);
}

#[test]
fn what_tells_no_number_is_left_alone() {
    for text in [
        "a 9-to-5 job",
        "working nine-to-five",
        "several people",
        "a few people",
        "both men",
        "none of the men",
        "the couple of the year",
        "a couple of the men",
        "in week 16 of the season",
    ] {
        check(text, &[]);
    }
    assert_eq!(kinds("in week 16 of the season"), Vec::<String>::new());
    assert_eq!(kinds("a couple of weeks ago"), ["time a couple of weeks ago"]);
}
