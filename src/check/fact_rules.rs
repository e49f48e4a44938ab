//! Two facts → do they exclude each other, or say the same?

use smol_str::SmolStr;

use crate::english;
use crate::model::{Fact, is_lower_office};

/// Ranks of which one person holds one.
const RANKS: &[&[&str]] = &[
    &["cpl.", "corporal"],
    &["sgt.", "sergeant"],
    &["lt.", "lieutenant"],
    &["capt.", "captain"],
    &["maj.", "major"],
    &["col.", "colonel"],
    &["gen.", "general"],
    &["adm.", "admiral"],
];

/// Parts of the body of which outlets call one wound by either: they hold each other, or nothing marks where one ends.
const NEAR: &[(&str, &str)] = &[
    ("torso", "chest"),
    ("torso", "abdomen"),
    ("torso", "back"),
    ("torso", "shoulder"),
    ("torso", "groin"),
    ("head", "neck"),
    ("arm", "hand"),
    ("leg", "foot"),
    ("leg", "hip"),
    ("hip", "buttock"),
    ("hip", "groin"),
    ("abdomen", "groin"),
    ("back", "buttock"),
];

/// Are two wounds in different parts of the body?
pub(super) fn hit_apart(a: &Fact, b: &Fact) -> bool {
    let meets = |x: &str, y: &str| x == y || NEAR.contains(&(x, y)) || NEAR.contains(&(y, x));
    !a.words.iter().any(|x| b.words.iter().any(|y| meets(x, y)))
}

/// Words of quarters, regions and streets.
const WIDE: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "upstate",
    "county",
    "area",
    "island",
    "valley",
    "bay",
    "metro",
    "region",
    "side",
    "coast",
    "street",
    "avenue",
    "road",
    "university",
    "block",
];

/// The town that a home is in, if it is one: no county, state, region, street.
pub(super) fn town(home: &str) -> Option<&str> {
    let town = home.split(',').next().unwrap_or_default().trim();
    let wide = |w: &str| WIDE.contains(&w.to_lowercase().as_str());
    (!town.is_empty() && english::places(town).is_empty() && !town.split_whitespace().any(wide))
        .then_some(town)
}

/// Are two homes different towns? One that everybody knows takes in quarters and suburbs that few know.
pub(super) fn homes_apart(a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (town(a), town(b)) else { return false };
    let shared = x.split_whitespace().any(|w| y.split_whitespace().any(|v| v.eq_ignore_ascii_case(w)));
    let suburb = english::is_city(x) != english::is_city(y);
    !shared && !suburb
}

/// Are two towns of courts two? As with homes, one that everybody knows takes in suburbs that few know.
pub(super) fn courts_apart(a: &str, b: &str) -> bool {
    let within = |x: &str, y: &str| format!(" {x} ").contains(&format!(" {y} "));
    !within(a, b) && !within(b, a) && english::is_city(a) == english::is_city(b)
}

/// Sorts of places of which one may stand in or beside the other.
const BESIDE: &[(&str, &str)] = &[
    ("car", "lot"),
    ("car", "driveway"),
    ("car", "yard"),
    ("yard", "driveway"),
    ("yard", "porch"),
    ("driveway", "porch"),
    ("bathroom", "bedroom"),
];

/// Are two places of one event of different sorts, neither in or beside the other?
pub(super) fn spots_apart(a: &Fact, b: &Fact) -> bool {
    let beside = |x: &str, y: &str| x == y || BESIDE.contains(&(x, y)) || BESIDE.contains(&(y, x));
    a.rung == b.rung && !a.words.iter().any(|x| b.words.iter().any(|y| beside(x, y)))
}

/// Are two who brought somebody not one? Any of the family is a relative.
pub(super) fn bringers_apart(a: &Fact, b: &Fact) -> bool {
    const STRANGERS: &[&str] = &["friend", "stranger", "neighbor"];
    let family = |f: &Fact| !f.words.iter().any(|w| STRANGERS.contains(&w.as_str()));
    let relative = |f: &Fact| f.words.iter().any(|w| w == "relative");
    a.words != b.words && !(family(a) && family(b) && (relative(a) || relative(b)))
}

/// Are two schools of one level two? The words that only say what it is are nothing to go by.
pub(super) fn schools_apart(a: &Fact, b: &Fact) -> bool {
    const PLAIN: &[&str] = &[
        "high",
        "middle",
        "elementary",
        "senior",
        "junior",
        "school",
        "university",
        "college",
        "state",
        "city",
        "county",
        "community",
        "area",
        "public",
        "of",
        "saint",
        "st.",
    ];
    let shared = a.words.iter().any(|w| !PLAIN.contains(&w.as_str()) && b.words.contains(w));
    a.axis == b.axis && !shared
}

/// Can two descriptions of a colour not be one vehicle's? "Dark" is many, and who saw "silver or green" says either.
pub(super) fn colours_apart(a: &Fact, b: &Fact) -> bool {
    let fits = |x: &str, y: &str| match x {
        "dark" => !matches!(y, "white" | "silver" | "yellow" | "light"),
        "light" => !matches!(y, "black" | "dark"),
        _ => x == y,
    };
    !a.words.iter().any(|x| b.words.iter().any(|y| fits(x, y) || fits(y, x)))
}

/// Are two offices not one person's at once: an assistant and the head, two ranks, an older and a younger sister?
pub(super) fn offices_apart(a: &Fact, b: &Fact) -> bool {
    let (Some(x), Some(y)) = (a.words.last(), b.words.last()) else { return false };
    let rank = |f: &Fact| match f.words.as_slice() {
        [word] => RANKS.iter().position(|r| r.contains(&word.as_str())),
        _ => None,
    };
    if let (Some(p), Some(q)) = (rank(a), rank(b)) {
        return p != q;
    }
    let (first, second) = (heads_firm(a), heads_firm(b));
    let heads = first.is_some() && second.is_some() && first != second;
    heads || x == y && (lowered(a, b) || lowered(b, a) || opposed(a, b))
}

/// The party that somebody is said to be of; nothing where it may be another's or another time's.
pub(super) fn party(office: &Fact) -> Option<&'static str> {
    const OPEN: &[&str] =
        &["former", "ex", "turn", "then", "independent", "opponent", "rival", "anti", "appointee", "non"];
    let has = |words: &[&str]| office.words.iter().any(|w| words.contains(&w.as_str()));
    match (has(&["democrat", "democratic"]), has(&["republican", "gop"])) {
        (true, false) if !has(OPEN) => Some("democrat"),
        (false, true) if !has(OPEN) => Some("republican"),
        _ => None,
    }
}

/// Are two people of different parties?
pub(super) fn parties_apart(a: &Fact, b: &Fact) -> bool {
    party(a).zip(party(b)).is_some_and(|(x, y)| x != y)
}

/// Is it the office of who heads a firm, and which of the two? Outlets that give one and no more contradict each other;
/// many heads of firms are both, and are then called both somewhere.
fn heads_firm(office: &Fact) -> Option<bool> {
    let words: Vec<&str> = office.words.iter().map(SmolStr::as_str).collect();
    match words.as_slice() {
        [.., "vice", "president"] | [.., "deputy", "president"] => None,
        [.., "president"] => Some(true),
        [.., "ceo"] | [.., "chief", "executive"] | [.., "chief", "executive", "officer"] => Some(false),
        _ => None,
    }
}

/// Is one office the other's words with "assistant" or the like among them?
fn lowered(low: &Fact, high: &Fact) -> bool {
    let lower = |w: &&SmolStr| is_lower_office(w);
    let rest: Vec<&SmolStr> = low.words.iter().filter(|w| !lower(w)).collect();
    rest.len() + 1 == low.words.len() && high.words.len() > 1 && high.words.iter().eq(rest)
}

/// Do the words before the same noun contradict each other ("older", "younger")?
fn opposed(a: &Fact, b: &Fact) -> bool {
    let only = |x: &Fact, y: &Fact| {
        let mut own = x.words.iter().filter(|w| !y.words.contains(w)).cloned();
        own.next().filter(|_| own.next().is_none())
    };
    only(a, b)
        .zip(only(b, a))
        .is_some_and(|(x, y)| english::relation(&x, &y) == Some(english::Relation::Antonym))
}

/// Share of the words that two events have in common when they are told alike.
const ALIKE: f64 = 0.6;

/// Most words in common, and no number in one that the other has not.
pub(super) fn alike(a: &Fact, b: &Fact) -> bool {
    let common = a.words.iter().filter(|w| b.words.contains(w)).count() as f64;
    let all = (a.words.len() + b.words.len()) as f64 - common;
    let number = |w: &&SmolStr| w.starts_with(|c: char| c.is_ascii_digit());
    let numbers = |x: &Fact, y: &Fact| x.words.iter().filter(number).all(|w| y.words.contains(w));
    common >= ALIKE * all && numbers(a, b) && numbers(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Matter;

    fn fact(words: &str) -> Fact {
        let words = words.split_whitespace().map(SmolStr::new).collect();
        Fact { matter: Matter::Office, axis: SmolStr::default(), rung: 0, words }
    }

    fn check(rule: fn(&Fact, &Fact) -> bool, cases: &[(&str, &str, bool)]) {
        for &(a, b, expected) in cases {
            assert_eq!(rule(&fact(a), &fact(b)), expected, "{a} | {b}");
            assert_eq!(rule(&fact(b), &fact(a)), expected, "{b} | {a}");
        }
    }

    #[test]
    fn offices() {
        check(
            offices_apart,
            &[
                ("district attorney", "assistant district attorney", true),
                ("sgt.", "lieutenant", true),
                ("sgt.", "sergeant", false),
                ("old sister", "young sister", true),
                ("president", "vice president", false),
                ("acme president", "ceo", true),
                ("chairman", "ceo", false),
                ("police chief", "chief", false),
                ("attorney", "assistant district attorney", false),
                ("spokesman", "police spokesman", false),
                ("president", "owner", false),
            ],
        );
    }

    #[test]
    fn parties() {
        for (words, expected) in [
            ("republican ohio", Some("republican")),
            ("democratic congressman", Some("democrat")),
            ("former republican", None),
            ("bipartisan democratic republican group", None),
            ("mayor", None),
        ] {
            assert_eq!(party(&fact(words)), expected, "{words}");
        }
    }

    #[test]
    fn homes() {
        for (a, b, expected) in [
            ("Salem", "Dayton", true),
            ("Salem, Ore.", "Dayton, Ore.", true),
            ("Salem, Ore.", "Salem", false),
            ("Salem", "Oregon", false),
            ("Dayton", "South Dayton", false),
            ("Salem", "Marion County", false),
            ("Oak Hollow", "Elk Ridge", true),
            ("Chicago", "Elk Ridge", false),
        ] {
            assert_eq!(homes_apart(a, b), expected, "{a} | {b}");
            assert_eq!(homes_apart(b, a), expected, "{b} | {a}");
        }
    }

    #[test]
    fn wounds() {
        check(
            hit_apart,
            &[
                ("chest", "abdomen", true),
                ("chest", "torso", false),
                ("arm chest", "chest", false),
                ("leg", "arm", true),
            ],
        );
    }

    #[test]
    fn events() {
        check(
            alike,
            &[
                ("shoot two man", "shoot two man", true),
                ("shoot man", "arrest man", false),
                ("win 3 game", "win 4 game", false),
            ],
        );
    }
}
