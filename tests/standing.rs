//! Which standing questions of an incident the claims of a sentence answer.

use gainsay::model::{Article, Standing};

/// The standing questions that the claims of a sentence answer, with their words.
fn check(text: &str, expected: &[(&str, Standing)]) {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let claims = gainsay::pipeline::claims(std::slice::from_ref(&article));
    let found: Vec<(&str, Standing)> =
        claims.iter().filter_map(|c| Some((article.quote(&c.span), c.standing?))).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn tolls() {
    use Standing::{Arrested, Hurt, Killed, Struck};
    check("13 people were injured and two were killed.", &[("13", Hurt), ("two", Killed)]);
    check("The blast killed one woman and injured 11 others.", &[("one", Killed), ("11", Hurt)]);
    check(
        "The shooting killed one man and injured 11 others on Monday, police said.",
        &[("one", Killed), ("11", Hurt)],
    );
    check("One person was killed and 13 were injured, police said.", &[("One", Killed), ("13", Hurt)]);
    check("The attack left two dead and two more wounded.", &[("two", Killed), ("two", Hurt)]);
    check("Five people were shot, police said.", &[("Five", Struck)]);
    check("More than 150 people were arrested.", &[("More than 150", Arrested)]);
    check("Over 150 have been taken into custody.", &[("Over 150", Arrested)]);
    check("Nine of them are in custody.", &[("Nine", Arrested)]);
    // near misses
    check("He was shot three times.", &[]);
    check("The mother of 12 was killed.", &[]);
    check("One of the officers killed was 43.", &[]);
    check("They fired 13 shots.", &[]);
    check("Three people in the house were asleep.", &[]);
}

#[test]
fn tolls_in_other_words() {
    use Standing::{Hurt, Killed, Struck};
    check("Two teenagers were fatally shot at the scene.", &[("Two", Killed)]);
    check("Three people were shot to death.", &[("Three", Killed)]);
    check("Three people were shot at the lake.", &[("Three", Struck)]);
    check("Five of them had minor gunshot wounds.", &[("Five", Hurt)]);
    check("Four people suffered non-life-threatening injuries.", &[("Four", Hurt)]);
    check("He had three broken ribs.", &[]);
    // parts of a toll, and the toll of more than one incident
    check("Nine officers and two civilians were injured.", &[]);
    check("One man was killed and three others were injured.", &[("One", Killed), ("three", Hurt)]);
    check("At least 11 people were wounded in shootings across the city.", &[]);
    check("At least 11 people were wounded in a shooting downtown.", &[("At least 11", Hurt)]);
}

#[test]
fn moments() {
    use Standing::{Happened, Reported};
    check("The shooting happened around 2:40 a.m.", &[("around 2:40 a.m.", Happened)]);
    check("They were called to the area about 2 p.m. after a shooting.", &[("about 2 p.m.", Reported)]);
    check(
        "Authorities were first alerted to the shooting about 8:30 a.m. Sunday.",
        &[("about 8:30 a.m. Sunday", Reported)],
    );
    check("Officers were called about 2 p.m.", &[("about 2 p.m.", Reported)]);
    // near misses
    check("The first shooting happened at 7 p.m.", &[]);
    check("He died at 7 p.m.", &[]);
    check("A vigil will be held at 6 p.m.", &[]);
}

#[test]
fn service() {
    check("Reyes, a 15-year veteran, was hurt.", &[("15-year", Standing::Served)]);
    check("Reyes had served the city for 16 years.", &[("16 years", Standing::Served)]);
    check("Reyes waited for 16 minutes.", &[]);
}
