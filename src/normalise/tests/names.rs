//! Numbers of names, addresses and telephones, each beside a quantity that looks like it.

use super::{check, kinds};

#[test]
fn streets_and_districts_are_no_quantities() {
    for text in [
        "at 3025 W. Cedar Hill Ave., police said",
        "at 3025 W. Cedar Hill, police said",
        "the 1100 block of West 51st Street",
        "between 3rd and 4th streets",
        "in the state's 16th District",
        "the 9th Circuit ruled",
        "at 37th and Nash streets",
        "east of the 605 Freeway",
        "call 574-TIPS now",
    ] {
        check(text, &[]);
    }
    check("a 3025 W heater", &["[3025 W] 3025..3025 watt"]);
    check("their 51st straight win", &["[51st] 51..51 ordinal"]);
    check("the 16th victim", &["[16th] 16..16 ordinal"]);
}

#[test]
fn numbers_that_are_called_are_no_quantities() {
    for text in ["they called 911 at once", "a single 911 call came", "two-way (313) 224-0100"] {
        assert!(kinds(text).iter().all(|k| !k.contains("911") && !k.contains("313")), "{text}");
    }
    check("911 people signed", &["[911] 911..911 -"]);
}

#[test]
fn what_a_list_numbers_stays_numbered() {
    for text in ["on day two, three and four", "under Articles 5, 7 and 9", "between A.D. 1000 and 1260"] {
        check(text, &[]);
    }
    check("In Game 7, 12 fans were hurt", &["[12] 12..12 -"]);
    check("on day two, three people died", &["[three] 3..3 -"]);
    check("killed 2, 3 and 4 of them", &["[2] 2..2 -", "[3] 3..3 -", "[4] 4..4 -"]);
}

#[test]
fn idioms_of_one_and_zero_are_no_counts() {
    for text in ["at one point he stopped", "near ground zero", "all for naught", "a net zero economy"] {
        check(text, &[]);
    }
    check("one point behind", &["[one] 1..1 -"]);
    check("zero deaths", &["[zero] 0..0 -"]);
}

#[test]
fn one_more_of_a_kind_is_no_fraction() {
    check("two men died and a third was hurt", &["[two] 2..2 -", "[third] 3..3 ordinal"]);
    check("trying to kill a fifth during a robbery", &["[fifth] 5..5 ordinal"]);
    check("sales fell by a third", &["[a third] 0.3333..0.3333 -"]);
    check("a third of them", &["[a third] 0.3333..0.3333 -"]);
    check("nearly a fifth were empty", &["[nearly a fifth] ..0.2 -"]);
    check("in the second half of the game", &["[second] 2..2 ordinal"]);
    check("a second-half surge", &["[second] 2..2 ordinal"]);
    check("half of the game", &["[half] 0.5..0.5 -"]);
}

#[test]
fn goals_and_records_are_no_twenties_or_ranges() {
    check("440 yards and four scores", &["[440 yards] 440..440 yard", "[four] 4..4 -"]);
    check("games decided by one score or less", &["[one] 1..1 -"]);
    check("three score and ten years", &["[three score] 60..60 -", "[ten years] 10..10 year"]);
    check("the 0-14 team", &["[0-14] 0..0 score"]);
    check("they are 9-14 in their group", &["[9-14] 9..9 score"]);
    check("they are 9-14 metres deep", &["[9-14 metres] 9..14 metre"]);
    check("left the house and 10-15 shots rang out", &["[10-15] 10..15 -"]);
    check("0-5 points each", &["[0-5] 0..5 -"]);
}

#[test]
fn lost_signs_and_spaces_do_not_make_other_numbers() {
    check("served 4\u{fffd} months", &[]);
    check("a 2-1/2 year sentence", &["[2-1/2 year] 2.5..2.5 year"]);
    check("more than 22, 000 refugees", &["[more than 22, 000] 22000.. -"]);
    check("killed 22, 100 wounded", &["[22] 22..22 -", "[100] 100..100 -"]);
    check("an early 90s car", &[]);
    check("a .32-caliber gun", &["[.32-caliber] 0.32..0.32 caliber"]);
    check("a 45-caliber pistol", &["[45-caliber] 0.45..0.45 caliber"]);
}

#[test]
fn ages_share_their_words() {
    for (text, ages) in [
        ("two girls, aged 15 and 12, that", 2),
        ("ages 12, 14 and 15.", 3),
        ("ages 25, 26, and 33, were", 3),
        ("two women, 68 and 48-years-old", 2),
        ("Ann Lee, 35; Tom Baker Ray, 18; Daniel Sharp, 36", 3),
        ("Will O'Neil, 15, who lives there", 1),
        ("Ben Te'o, 15, who lives there", 1),
        ("another man, 26, police said", 1),
        ("Cesar Vale Jr., 56, of Leeds", 1),
        ("said Maral, 45, a baker", 1),
        ("on March 5, 45, 46", 0),
        ("she died Thursday at 91.", 1),
        ("they met at 91 sites", 0),
        ("children under 16.", 1),
        ("people over 65 who", 1),
        ("trade under 16.", 0),
        ("aged 15 and 12 others were hurt", 1),
        ("Ann Lee, 34, and 12 were hurt", 1),
        ("the Kings, 24; Denver, 20", 0),
    ] {
        let found = kinds(text).iter().filter(|k| k.starts_with("age")).count();
        assert_eq!(found, ages, "{text}: {:?}", kinds(text));
    }
}

#[test]
fn units_by_sign_before_their_number_or_behind_a_comparator() {
    check("he is 6'3\" tall", &["[6'3\"] 6.25..6.25 foot"]);
    check("5' 9\", 160 pounds", &["[5' 9\"] 5.75..5.75 foot", "[160 pounds] 160..160 pound"]);
    check("he said '5' then", &["[5] 5..5 -"]);
    check("a magnitude 6.1 earthquake", &["[6.1] 6.1..6.1 magnitude"]);
    check("a 6.1-magnitude quake", &["[6.1-magnitude] 6.1..6.1 magnitude"]);
    check("20-plus years", &["[20-plus years] 20.. year"]);
    check("100+ miles", &["[100+ miles] 100.. mile"]);
    check("20-plus others", &["[20-plus] 20.. -"]);
    check(
        "105 degrees Fahrenheit (41 C)",
        &["[105 degrees Fahrenheit] 105..105 degree fahrenheit", "[41 C] 41..41 degree celsius"],
    );
    check("two-and-a-half years", &["[two-and-a-half years] 2.5..2.5 year"]);
    check("a $2.5m-a-year job", &["[$2.5m-a-year] 2500000..2500000 dollar per year"]);
    check("a 20-something man", &["[20-something] 20..29 year of age"]);
    check("men in their 20s and 30s", &["[their 20s] 20..29 year of age"]);
    check("call 555-0199", &[]);
    check("a 30-ish crowd", &["[30-ish] 30..30 -"]);
}

#[test]
fn cents_and_currencies_of_any_spelling() {
    check("it costs 15 dollars and 50.", &["[15 dollars and 50] 15.5..15.5 dollar"]);
    check("15 dollars and 50 boxes", &["[15 dollars] 15..15 dollar", "[50] 50..50 -"]);
    check("nz$15", &["[nz$15] 15..15 new zealand dollar"]);
    check("aud$ 15", &["[aud$ 15] 15..15 australian dollar"]);
    check("five hundreds", &["[five hundreds] 500..500 -"]);
    check("2 millions", &["[2 millions] 2000000..2000000 -"]);
    check("1500 to 1503 km", &["[1500 to 1503 km] 1500..1503 kilometre"]);
}
