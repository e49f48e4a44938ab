//! What an event is told by: verbs with the words that make one event of them.

use gainsay::{pipeline, read};

#[test]
fn phrases_that_tell_one_event() {
    for (text, expected) in [
        ("Police took 12 people into custody on Monday.", "take into custody"),
        ("On Monday 12 people were taken into custody.", "take into custody"),
        ("On Monday they took him into custody.", "take into custody"),
        ("The shooting took place at 2:40 a.m. on Mill Road.", "take place"),
        ("Two men opened fire at 2:40 a.m. on Mill Road.", "open fire"),
        ("The mayor took a strong place on Monday.", "take"),
        ("Reyes opened the shop at 2:40 a.m. on Mill Road.", "open"),
    ] {
        let article = read::bytes("a", text.as_bytes(), Some(read::Format::Text)).articles;
        let claims = pipeline::claims(&article);
        let found: Vec<&str> =
            claims.iter().filter_map(|c| c.predicate.as_ref()).map(|p| p.lemma.as_str()).collect();
        assert!(found.contains(&expected), "{text}: {found:?}");
    }
}
