//! Cases for names, their bearers, and what stands for them.

use proptest::prelude::*;

use super::{CLASSES, Sort, Weights};
use crate::analyse::{annotate, segment};
use crate::model::{Article, Entity, EntityKind, Form, Gender};

fn entities(title: &str, text: &str) -> Vec<Entity> {
    let article = Article { title: title.to_owned(), text: text.to_owned(), ..Article::default() };
    let mut document = segment(&article, 0);
    annotate(&mut document, |_| true);
    document.entities
}

/// Expected: "K name" or "K name = alias", K being P, O, L (place) or - (other).
fn check(text: &str, expected: &[&str]) {
    let letter = |kind| match kind {
        EntityKind::Person => 'P',
        EntityKind::Organisation => 'O',
        EntityKind::Place => 'L',
        EntityKind::Other => '-',
    };
    let shown = |e: &Entity| {
        let names: Vec<&str> = e.names().map(|n| n.as_str()).collect();
        format!("{} {}", letter(e.kind), names.join(" = "))
    };
    let found: Vec<String> = entities("", text).iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn kinds_and_short_forms() {
    check(
        "Sheriff Karen Hale spoke in Boston on Friday. Hale said nothing of Ohio.",
        &["P Karen Hale = Hale", "L Boston", "L Ohio"],
    );
    check(
        "The Department of Homeland Security (DHS) sued Robert Lowell. Lowell said DHS was wrong.",
        &["O Department of Homeland Security = DHS", "P Robert Lowell = Lowell"],
    );
    check(
        "The Federal Aviation Administration closed the field. The FAA gave no reason.",
        &["O Federal Aviation Administration = FAA"],
    );
    check("The Harrow Act passed.", &["- Harrow Act"]);
    check("President Vera Fox spoke to Fox News.", &["P Vera Fox", "O Fox News"]);
    check(
        "Police named Martin Cole, also known as Martin Cole-Foster, as the victim.",
        &["P Martin Cole = Martin Cole-Foster"],
    );
    check("Rep. John F. Dole (D-N.C.) met John Dole.", &["P John F. Dole = John Dole"]);
}

#[test]
fn kinds_are_learned_where_no_sign_is_sure() {
    check("Okonkwo walked home because he was tired.", &["P Okonkwo"]);
    check("Zelkova hired him, and he moved to Brannock in the spring.", &["P Zelkova", "L Brannock"]);
    check("The Brannock Fund paid for it.", &["O Brannock Fund"]);
    check("They moved to Brannock in the spring.", &["L Brannock"]);
}

#[test]
fn different_people_stay_apart() {
    check("Mary Dole met Peter Dole. They left.", &["P Mary Dole", "P Peter Dole"]);
    check("Mary Jackson lives in Jackson with her son.", &["P Mary Jackson", "L Jackson"]);
}

#[test]
fn titles_roles_and_ages() {
    let found = entities("", "Police spokesman Peter Low, 42, and Karen Hale, the mayor of Salem, came.");
    let low = &found[0];
    assert_eq!((low.name.as_str(), low.age, low.gender), ("Peter Low", Some(42), Some(Gender::Male)));
    assert_eq!(low.roles, ["police spokesman"]);
    let hale = &found[1];
    assert_eq!((hale.name.as_str(), hale.roles[0].as_str()), ("Karen Hale", "mayor of salem"));
}

/// Who the pronouns and nouns surely stand for, as "word: name".
fn check_stands(text: &str, expected: &[&str]) {
    let mut found = Vec::new();
    for e in entities("", text) {
        for m in e.mentions.iter().filter(|m| m.form != Form::Name && m.sure) {
            let words = &text[m.start as usize..m.end as usize];
            found.push((m.start, format!("{words}: {}", e.name)));
        }
    }
    found.sort();
    assert_eq!(found.into_iter().map(|f| f.1).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn pronouns_and_nouns() {
    check_stands("Karen Hale met Peter Low. She left. He stayed.", &["She: Karen Hale", "He: Peter Low"]);
    check_stands("Sen. Karen Hale spoke. The senator left.", &["The senator: Karen Hale"]);
    check_stands("Peter Low, 47, ran. The 47-year-old was hurt.", &["The 47-year-old: Peter Low"]);
    check_stands("Peter Low spoke. \"He lied,\" a man said.", &[]);
    check_stands("Peter Low spoke. She was not there. The 50-year-old ran.", &[]);
    check_stands("Peter Low spoke. The bridge was closed on Monday.", &[]);
}

/// What is spoken of more than once without a name, as phrases in order.
fn check_unnamed(text: &str, expected: &[&[&str]]) {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let mut document = segment(&article, 0);
    annotate(&mut document, |_| true);
    let words = |e: &Entity| -> Vec<&str> {
        e.mentions.iter().map(|m| &text[m.start as usize..m.end as usize]).collect()
    };
    let found: Vec<Vec<&str>> = document.unnamed.iter().map(words).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_has_no_name_is_followed_too() {
    check_unnamed(
        "A 22-year-old man was shot on Friday. He died on Sunday, and police know his killer.",
        &[&["A 22-year-old man", "He", "his"]],
    );
    check_unnamed("A man was shot. A woman was stabbed.", &[]);
    let article = Article { text: "A 22-year-old man was shot. He died.".to_owned(), ..Article::default() };
    let mut document = segment(&article, 0);
    annotate(&mut document, |_| true);
    let told: Vec<_> = document.unnamed.iter().map(|e| (e.age, e.gender, e.kind)).collect();
    assert_eq!(told, [(Some(22), Some(Gender::Male), EntityKind::Person)]);
}

#[test]
fn nouns_have_sorts() {
    let nouns = &super::weights::embedded().nouns;
    let check = |lemmas: &[&str], sort: Sort| {
        for lemma in lemmas {
            assert_eq!(nouns.sort(lemma), sort, "{lemma}");
        }
    };
    check(&["senator", "suspect", "gunman", "nurse"], Sort::Person);
    check(&["company", "agency", "government"], Sort::Group);
    check(&["city", "village"], Sort::Place);
    check(&["car", "proposal", "qzxv"], Sort::Thing);
}

#[test]
fn weights_survive_their_file() {
    let (classes, nouns) = (super::weights::embedded().classes.clone(), vec![vec![1, -2, 0]; 4]);
    assert!(classes.len() == CLASSES.len() && classes.iter().flatten().any(|w| *w != 0));
    assert_eq!(Weights::read(&Weights::file(&classes, &nouns)).classes, classes);
    assert!(Weights::read("nonsense\tthere\n\n:").classes.iter().flatten().all(|w| *w == 0));
}

#[test]
fn headlines_in_capitals_know_the_names_of_the_text() {
    let found = entities("Hale Visits Salem After Big Fire", "Karen Hale came to Salem.");
    let titles =
        found.iter().flat_map(|e| e.mentions.iter().map(move |m| (e.name.as_str(), m.field, m.start)));
    let titles: Vec<_> = titles.filter(|t| t.1 == crate::model::Field::Title).map(|t| (t.0, t.2)).collect();
    assert_eq!(titles, [("Karen Hale", 0), ("Salem", 12)]);
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_inside(text in "((Mr\\.|Sen\\.|Hale|Low|Ohio|the|of|-|,|\\.|\\(|\\)|DHS|she|He|42|é|said|\"|and|al|de) ?){0,40}") {
        for e in entities("", &text) {
            prop_assert!(!e.name.is_empty() && e.mentions.iter().any(|m| m.form == Form::Name));
            prop_assert!(e.mentions.is_sorted_by_key(|m| (m.sentence, m.start)));
            for m in &e.mentions {
                prop_assert!(text.get(m.start as usize..m.end as usize).is_some_and(|w| !w.is_empty()));
            }
        }
    }
}

/// How many antecedents all phrases of a text are offered, with the features of each.
fn offers(text: &str) -> usize {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let mut document = crate::analyse::segment(&article, 0);
    crate::analyse::annotate(&mut document, |_| true);
    let mut offered = 0;
    let nouns = &super::weights::embedded().nouns;
    super::coreference(&document, nouns, &mut |asked| {
        offered += asked.options.iter().map(|o| 1 + o.features.len()).sum::<usize>();
        super::coreference::judge(asked)
    });
    offered
}

#[test]
fn antecedents_grow_with_the_text_alone() {
    let names = |n: usize| (0..n).map(|i| format!("Karen Hale{i} told him. ")).collect::<String>();
    let nouns = |n: usize| "The mayor met the chief. She left. ".repeat(n);
    for text in [&names as &dyn Fn(usize) -> String, &nouns] {
        let (once, twice) = (offers(&text(300)), offers(&text(600)));
        assert!(once > 0 && 10 * twice <= 23 * once, "{once}, {twice}");
    }
}

#[test]
fn of_many_of_one_surname_the_nearest_is_meant() {
    let many: String = (0..200).map(|i| format!("Karen{} Hale left. ", "x".repeat(i % 7 + 1))).collect();
    let found = entities("", &format!("{many} Tom Berger spoke. Berger left."));
    let berger = found.iter().find(|e| e.name == "Tom Berger").expect("an entity");
    assert_eq!(berger.mentions.iter().filter(|m| m.form == Form::Name).count(), 2);
}
