//! Whole stories of two articles: what must be reported as a conflict, and near-misses that must not.

use gainsay::model::{Kind, Verdict};
use gainsay::{Config, analyse_story, read};

/// The kinds of the numeric conflicts between two articles of one day.
fn conflicts(a: &str, b: &str) -> Vec<Kind> {
    let article = |id: &str, outlet: &str, text: &str| {
        let bytes = format!("Shots on Mill Road\n{outlet} | 2023-05-09\n\n{text}\n");
        read::bytes(id, bytes.as_bytes(), Some(read::Format::Text)).articles
    };
    let articles = [article("a", "Harbor News", a), article("b", "Valley Post", b)].concat();
    let findings = analyse_story(articles, Vec::new(), &Config::default()).findings;
    findings
        .into_iter()
        .filter(|f| f.verdict == Verdict::Conflict && f.kind.is_numeric())
        .map(|f| f.kind)
        .collect()
}

#[test]
fn two_ages_of_one_person() {
    let a = "Tom Reyes, 35, was shot on Mill Road on Monday, police said.";
    assert_eq!(conflicts(a, "Police identified the victim as 25-year-old Tom Reyes."), [Kind::Age]);
    // A shorter name, a relation of the same surname, another man.
    assert_eq!(conflicts(a, "Police said that Reyes, 35, died."), []);
    assert_eq!(conflicts(a, "His mother, Ana Reyes, 61, saw the shooting on Monday."), []);
    assert_eq!(conflicts(a, "Police arrested 19-year-old Dan Cole on Tuesday."), []);
}

#[test]
fn one_sentence_in_two_papers() {
    let a = "\"We mourn the student killed today,\" the school board said in its letter to parents.";
    assert_eq!(conflicts(a, a), []);
}

#[test]
fn days_of_different_events() {
    let a = "Reyes was arraigned Wednesday in the county court.";
    assert_eq!(conflicts(a, "Reyes was sentenced Friday in the county court."), []);
}

#[test]
fn a_part_of_the_day_does_not_settle_what_two_clocks_say() {
    let a = "A man was shot early Sunday morning. The shooting took place at 2:30 a.m. on Mill Road, police said.";
    let b =
        "A man was shot on Mill Road early Sunday morning. The shooting happened at 3:15 a.m., police said.";
    assert_eq!(conflicts(a, b), [Kind::Time]);
    let b = "A man was shot on Mill Road early Sunday morning. The shooting happened about 2:30 a.m., police said.";
    assert_eq!(conflicts(a, b), []);
}

#[test]
fn ages_of_two_men_without_a_name() {
    let a = "A 25-year-old man and a 26-year-old man died at the scene on Mill Road.";
    let b = "Two men, a 26-year-old man and a 25-year-old man, died at the scene on Mill Road.";
    assert_eq!(conflicts(a, b), []);
}

#[test]
fn a_number_that_both_print_is_denied_by_neither() {
    let a = "Halvorsen will pay $47.50 a share, 28% over the closing price of $37.10 a share.";
    assert_eq!(conflicts(a, "Halvorsen would pay $47.50 in cash for each share."), []);
    assert_eq!(
        conflicts("Halvorsen will pay $47.50 a share in cash.", "Halvorsen will pay $45.70 a share in cash."),
        [Kind::Money]
    );
}

#[test]
fn tolls_that_agree_on_the_dead_and_differ_in_the_wounded() {
    let a = "One person was killed and 13 were injured, police said.";
    assert_eq!(
        conflicts(a, "The shooting killed one man and injured 11 others on Monday, police said."),
        [Kind::Count]
    );
}

#[test]
fn somebody_and_nobody_killed() {
    let a = "A bomb fell on the camp on Monday. At least 12 people were killed, an official said.";
    let b = "A bomb fell on the camp on Monday. There were no casualties, an aid worker said.";
    assert_eq!(conflicts(a, b), [Kind::Count]);
    assert_eq!(
        conflicts(a, "A bomb fell on the camp on Monday. No one was killed, a doctor said."),
        [Kind::Count]
    );
    // Of a part, where the whole is told, too.
    let b = "A bomb fell on the camp on Monday and killed at least 12 people. No one inside the school was killed.";
    assert_eq!(conflicts(a, b), []);
    assert_eq!(conflicts(a, "A bomb fell on the camp on Monday. No arrests were made."), []);
}

#[test]
fn the_first_and_the_other_shooting() {
    let a = "The first shooting happened at 7 p.m. Monday on Mill Road, police said.";
    let b = "The second shooting happened about 7:40 p.m. Monday on Mill Road, police said.";
    assert_eq!(conflicts(a, b), []);
    let b = "The first shooting happened about 7:40 p.m. Monday on Mill Road, police said.";
    assert_eq!(conflicts(a, b), [Kind::Time]);
}

#[test]
fn figures_of_a_season_and_of_a_part_of_it() {
    let a = "Oduya finished the season with 33 homers and 121 runs.";
    assert_eq!(conflicts(a, "Oduya hit 13 homers and 43 runs after the trade."), []);
    assert_eq!(conflicts(a, "Oduya finished the season with 33 homers and 112 runs."), [Kind::Count]);
}

#[test]
fn two_ages_by_the_same_full_name() {
    let a =
        "The 76-year-old Ana Tolland vowed for months to win back the chamber in the elections of November.";
    let b = "Leaders of the coast define the party, among them Ana Tolland, 67, of the harbour district.";
    assert_eq!(conflicts(a, b), [Kind::Age]);
}

#[test]
fn a_train_leaves_before_it_derails() {
    let a =
        "The Lakeland train left Harbor City at 6:55 a.m. Monday and derailed on a curve near Alder Creek.";
    assert_eq!(
        conflicts(a, "The Lakeland train derailed at 7:42 a.m. Monday near Alder Creek, police said."),
        []
    );
    let a = "The Lakeland train derailed at 6:55 a.m. Monday on a curve near Alder Creek.";
    assert_eq!(
        conflicts(a, "The Lakeland train derailed at 7:42 a.m. Monday near Alder Creek, police said."),
        [Kind::Time]
    );
    let a = "The shots were fired at 9 p.m. Monday. About an hour after that shooting, at 10:05 p.m., a man died.";
    assert_eq!(conflicts(a, "The shots on Mill Road were fired at 9 p.m. Monday, police said."), []);
}

#[test]
fn ages_of_a_man_and_a_woman() {
    let a = "The driver, a 43-year-old man from Harbor City, was hurt on Mill Road.";
    assert_eq!(
        conflicts(a, "The driver, a 34-year-old man from Harbor City, was hurt on Mill Road."),
        [Kind::Age]
    );
    assert_eq!(conflicts(a, "Denise Okafor, 29, was hurt on Mill Road."), []);
}

#[test]
fn an_outlet_behind_the_times_does_not_excuse_two_that_differ() {
    let article = |id: &str, date: &str, text: &str| {
        let bytes = format!("Shots on Mill Road\n{id} | {date}\n\n{text}\n");
        read::bytes(id, bytes.as_bytes(), Some(read::Format::Text)).articles
    };
    let early = article("a", "2022-05-09", "Tom Reyes, 24, was shot on Mill Road.");
    let late = article("b", "2023-05-09", "Tom Reyes, 25, was convicted of firing on Mill Road.");
    let other = article("c", "2023-05-09", "Tom Reyes, 28, was convicted of firing on Mill Road.");
    let verdicts = |articles: Vec<gainsay::model::Article>| -> Vec<Verdict> {
        let findings = analyse_story(articles, Vec::new(), &Config::default()).findings;
        findings.into_iter().filter(|f| f.kind == Kind::Age).map(|f| f.verdict).collect()
    };
    assert_eq!(verdicts([early.clone(), late.clone()].concat()), [Verdict::Update]);
    assert_eq!(verdicts([early, late, other].concat()), [Verdict::Conflict]);
}

#[test]
fn when_one_thing_began() {
    let a = "She moved to the coast after school and began painting in 1950, her niece said.";
    let b = "After leaving her first husband Okafor started painting in the 1940s in a cellar by the harbor.";
    assert_eq!(conflicts(a, b), [Kind::Date]);
    // Another thing; the same time said more loosely.
    let b = "After leaving her first husband Okafor started teaching in the 1940s in a cellar by the harbor.";
    assert_eq!(conflicts(a, b), []);
    let b = "After leaving her first husband Okafor started painting in the 1950s in a cellar by the harbor.";
    assert_eq!(conflicts(a, b), []);
}
