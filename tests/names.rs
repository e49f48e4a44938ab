//! Names and addresses from article to finding: what is a slip, what house style, what somebody or somewhere else.

use gainsay::model::{Article, Kind, Verdict};
use gainsay::{Config, analyse_story};

/// The findings of one kind on two articles, as verdict and code.
fn findings(kind: Kind, a: &str, b: &str) -> Vec<(Verdict, &'static str)> {
    let article = |(letter, text): (u8, &&str)| Article {
        id: char::from(letter).to_string(),
        text: (*text).to_owned(),
        ..Article::default()
    };
    let articles = (b'a'..).zip(&[a, b]).map(article).collect();
    let all = analyse_story(articles, vec![], &Config::default()).findings;
    all.into_iter()
        .filter(|f| f.kind == kind && f.code != "fact-differs")
        .map(|f| (f.verdict, f.code))
        .collect()
}

/// Two outlets' names for one bearer in like sentences: the verdict, or none where they are not brought together.
fn check_names(a: &str, b: &str, expected: Option<Verdict>) {
    let first = format!("The storm broke the old pier on Monday. {a} watched it from the shore.");
    let second =
        format!("After the storm the harbour is closed. People saw {b} walk along the shore on Monday.");
    let found = findings(Kind::Name, &first, &second);
    assert_eq!(found, expected.map(|v| (v, "name-spelling")).into_iter().collect::<Vec<_>>(), "{a} | {b}");
}

#[test]
fn slips_are_conflicts() {
    let conflict = Some(Verdict::Conflict);
    check_names("Malcolm Hunter", "Malcom Hunter", conflict);
    check_names("Bettie Olsen", "Betty Olsen", conflict);
    check_names("Stacey Morgan", "Stacy Morgan", conflict);
    check_names("Gregg Milliote", "Gregg Miliote", conflict);
    check_names("the Committee to Save the Bay", "the Campaign to Save the Bay", conflict);
    check_names("Ana Ruiz-Marsh", "Ana Marsh-Coleman", conflict);
}

#[test]
fn surnames_that_look_like_other_words() {
    // A plural, a verb that opens a sentence, and a slip of the surname alone.
    check_names("Robyn Mendes", "Robin Mendes", Some(Verdict::Conflict));
    let named = "General manager Paul Treadwell spoke of the pier on Monday.";
    for (second, slips) in [
        ("Taedwell did not say when it would open.", false),
        ("Tredawell did not say when it would open.", true),
        ("Treadwell did not say when it would open.", false),
        ("The pier, Tredawell said, is closed.", true),
    ] {
        let found = findings(Kind::Name, named, &format!("{named} {second}"));
        let expected = if slips { vec![(Verdict::Conflict, "name-spelling")] } else { vec![] };
        assert_eq!(found, expected, "{second}");
    }
    // Somebody else of that name.
    let two = "Paul Hansen watched the pier fall on Monday. Mark Hanson did not. Hanson left.";
    assert_eq!(findings(Kind::Name, "Paul Hansen watched the pier fall.", two), []);
}

#[test]
fn forms_are_compatible() {
    let compatible = Some(Verdict::Compatible);
    check_names("Robert Olsen", "Bob Olsen", compatible);
    check_names("Zachary Olsen", "Zack Olsen", compatible);
    check_names("Ana Maria Quintero", "Ana Quintero", compatible);
    check_names("Luis Gerardo \"Jerry\" Quintero", "Jerry Quintero", compatible);
}

#[test]
fn others_are_others() {
    check_names("John Olsen", "Jane Olsen", None);
    check_names("Malcolm Hunter", "Malcolm Huxley", None);
    check_names("Mary Olsen", "Marie Olsen", None);
    // one spelling with two apostrophes
    check_names("Liam O'Leary", "Liam O’Leary", None);
}

#[test]
fn who_names_both_means_two() {
    let both = "Malcolm Hunter and his cousin Malcom Hunter watched the pier fall on Monday.";
    assert_eq!(findings(Kind::Name, both, "Malcolm Hunter watched the pier fall on Monday."), []);
    // but for endings of one familiar name, which nobody tells two people apart by
    let slipped = "Betty Olsen watched the pier fall on Monday. Bettie Olsen, 85, was born beside it.";
    let found = findings(Kind::Name, slipped, "Bettie Olsen watched the pier fall on Monday.");
    assert_eq!(found, [(Verdict::Conflict, "name-spelling")]);
}

/// Two outlets' addresses of one fire.
fn check_addresses(a: &str, b: &str, expected: Option<Verdict>) {
    let first = format!("A fire destroyed a bakery {a} on Monday night, killing the baker.");
    let second = format!("Firefighters said that the baker died when the bakery {b} burned down.");
    let found = findings(Kind::Place, &first, &second);
    let found: Vec<_> = found.into_iter().filter(|f| f.1 == "address-differs").map(|f| f.0).collect();
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{a} | {b}");
}

#[test]
fn one_address_in_other_words() {
    use Verdict::{Agree, Compatible};
    check_addresses(
        "in the 700 block of N. Kenwood Ave.",
        "in the 700 block of North Kenwood Avenue",
        Some(Agree),
    );
    check_addresses("at Vermont Avenue and 88th Street", "at 88th Street and Vermont Avenue", Some(Agree));
    check_addresses("in the 2100 block of Bell Street", "at 2111 Bell Street", Some(Compatible));
    check_addresses("in the 2100 block of Bell Street", "on Bell Street near Mill Road", Some(Compatible));
    check_addresses("near 2500 Bell Street", "in the 2300 block of Bell Street", Some(Compatible));
    check_addresses("off State Route 52", "on Route 52 near Interstate 805", Some(Compatible));
}

#[test]
fn other_streets_and_numbers_are_conflicts() {
    let conflict = Some(Verdict::Conflict);
    check_addresses("in the 5100 block of Bell Road", "at 5020 Bell Road", conflict);
    check_addresses("on Philip Street", "on Phillips Road", conflict);
    check_addresses("on Independent Street", "on Independence Street", conflict);
    check_addresses("on North Lane", "on North Lane Parkway", conflict);
    check_addresses("in the 2000 block of Mead St.", "in the 2000 block of Meadow", conflict);
}

#[test]
fn streets_that_only_look_alike_are_two() {
    check_addresses("on 83rd Street", "on 88th Street", None);
    check_addresses("on Fifth Street", "on Fifth Avenue", None);
    check_addresses("on Mead Street", "on Bell Road", None);
    check_addresses("on North Bell Street", "on South Bell Street", None);
    // nothing in the sentences says that they tell of one thing
    let home = "A fire destroyed a bakery at 5020 Bell Road on Monday night.";
    let office = "The council has its rooms in the 5100 block of Bell Road.";
    assert_eq!(findings(Kind::Place, home, office), []);
    let home = "The baker, who lived at 5020 Bell Road, died in the fire on Monday night.";
    let fire = "A baker died in a fire in the 5100 block of Bell Road on Monday night.";
    assert_eq!(findings(Kind::Place, home, fire), []);
    // who names both means two
    let both = "A fire destroyed a bakery on Philip Street; the baker lived on Phillips Road.";
    let one = "A fire destroyed a bakery on Phillips Road.";
    assert!(findings(Kind::Place, both, one).iter().all(|f| f.0 != Verdict::Conflict));
}
