//! The time in a sentence: what is said to have happened then.

use gainsay::model::{Article, Kind};

/// The event of each date and time of day in a sentence.
fn check(text: &str, expected: &[(&str, &str)]) {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let claims = gainsay::pipeline::claims(std::slice::from_ref(&article));
    let mut found: Vec<(&str, String)> = claims
        .iter()
        .filter(|c| matches!(c.kind, Kind::Date | Kind::Time))
        .map(|c| (article.quote(&c.span), c.predicate.as_ref().map_or("", |p| &p.lemma).to_owned()))
        .collect();
    found.dedup();
    let found: Vec<(&str, &str)> = found.iter().map(|(quote, event)| (*quote, event.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn an_events_noun() {
    check("Thursday's debate drew millions of viewers.", &[("Thursday", "debate")]);
    check("Voters heard little new in the Wednesday night debate.", &[("Wednesday night", "debate")]);
    check("The crash happened about 6 p.m. Monday near Elm Street.", &[("about 6 p.m. Monday", "crash")]);
    check(
        "Police are investigating a robbery that occurred around 11 p.m. Saturday.",
        &[("around 11 p.m. Saturday", "robbery")],
    );
    check(
        "Deputies released the names of those injured at 3 a.m. Saturday in a crash on Route 9.",
        &[("3 a.m. Saturday", "crash")],
    );
    check("She hoped Tuesday's hearing would settle the matter.", &[("Tuesday", "hearing")]);
    // near misses
    check("The mayor resigned Friday in protest of the cuts.", &[("Friday", "resign")]);
    check("Police said Monday that the suspect had surrendered.", &[("Monday", "say")]);
    check(
        "Officers were alerted to the shooting about 8:45 p.m. Sunday.",
        &[("about 8:45 p.m. Sunday", "alert")],
    );
    check("The driver remained in critical condition late Wednesday.", &[("late Wednesday", "remain")]);
}

#[test]
fn clauses_that_only_describe() {
    check(
        "A man was shot outside the Blue Lantern, which is located on Harbor Street, at 1:15 a.m. Friday.",
        &[("1:15 a.m. Friday", "shoot")],
    );
    check(
        "Ortiz was walking home about 10 p.m. Tuesday when he was stabbed.",
        &[("about 10 p.m. Tuesday", "stab")],
    );
    check(
        "Three neighbors were playing cards around 9:30 p.m. when a gunman opened fire.",
        &[("around 9:30 p.m.", "open fire")],
    );
    check("Reyes has three convictions, spanning from 1984 to 1986.", &[("from 1984 to 1986", "conviction")]);
    check("He has a prior conviction in Salem from 1987.", &[("1987", "conviction")]);
    // near misses
    check("Reyes was found guilty of murder last month.", &[("last month", "find guilty")]);
    check("Ortiz was arrested about 10 p.m. when he came home.", &[("about 10 p.m.", "arrest")]);
    check("He was playing cards about 10 p.m.", &[("about 10 p.m.", "play")]);
}
