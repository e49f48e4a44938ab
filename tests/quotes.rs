//! Quotations from article to finding: who speaks, which are one utterance, what differs. Every case that fires stands
//! beside near misses that must not.

use gainsay::model::{Article, Field, Kind, Value, Verdict};
use gainsay::{Config, analyse_story};

fn articles(texts: &[&str]) -> Vec<Article> {
    (b'a'..)
        .zip(texts)
        .map(|(letter, text)| Article {
            id: char::from(letter).to_string(),
            text: (*text).to_owned(),
            ..Article::default()
        })
        .collect()
}

/// The quotations of a text with their speakers, as "speaker: words".
fn spoken(text: &str) -> Vec<String> {
    let claims = gainsay::pipeline::claims(&articles(&[text]));
    let quotes = claims.iter().filter(|c| c.kind == Kind::Quote && c.span.field == Field::Text);
    quotes
        .map(|c| {
            let Value::Quote(words) = &c.value else { return String::new() };
            let speaker = c.source.as_ref().map_or("?", |s| s.words.as_str());
            format!("{speaker}: {}", words.join(" "))
        })
        .collect()
}

fn check_speakers(text: &str, expected: &[&str]) {
    assert_eq!(spoken(text), expected, "{text}");
}

/// The findings on quotations of a story, as "code verdict: explanation".
fn findings(texts: &[&str]) -> Vec<(Verdict, &'static str, String)> {
    let analysis = analyse_story(articles(texts), vec![], &Config::default());
    let quotes = analysis.findings.into_iter().filter(|f| f.kind == Kind::Quote);
    quotes.map(|f| (f.verdict, f.code, f.explanation)).collect()
}

/// Two quotations by one speaker: the verdict, or none where they are not one utterance.
fn check(a: &str, b: &str, expected: Option<Verdict>) {
    let first = format!("The harbour was shut for a week. “{a}” Ana Ruiz said on Monday.");
    let second = format!("Asked about the storm, Ana Ruiz said: “{b}”");
    let found: Vec<Verdict> = findings(&[&first, &second]).into_iter().map(|f| f.0).collect();
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{a} | {b}");
}

#[test]
fn speakers_stand_before_behind_and_between() {
    check_speakers("“The pier is lost,” said Ana Ruiz, the mayor.", &["Ana Ruiz: the pier is lost"]);
    check_speakers(
        "“The pier is lost,” port authority chief Ana Ruiz said.",
        &["Ana Ruiz: the pier is lost"],
    );
    check_speakers(
        "Tom Berg, a spokesman for the port, said, “We saw it coming.”",
        &["Tom Berg: we saw it coming"],
    );
    check_speakers(
        "A spokesman for the port, Tom Berg, said: “We saw it coming.”",
        &["Tom Berg: we saw it coming"],
    );
    check_speakers("“We will go,” Tom Berg said, “on Monday.”", &["Tom Berg: we will go on monday"]);
    check_speakers("“We saw it,” said Port of Oban spokesman Tom Berg.", &["Tom Berg: we saw it"]);
    check_speakers("According to Tom Berg, the pier was “beyond repair.”", &["Tom Berg: beyond repair"]);
    check_speakers("“They were warned,” two officials said.", &["two officials: they were warned"]);
    check_speakers("“They were warned,” the report said.", &["the report: they were warned"]);
}

#[test]
fn short_names_and_pronouns_are_completed_from_the_article() {
    let text = "Mayor Ana Ruiz walked along the shore. “The pier is lost,” she said.\n\n\
                Tom Berg runs the port. “We saw it coming,” Mr. Berg said. “Nobody listened.”";
    check_speakers(
        text,
        &["Ana Ruiz: the pier is lost", "Tom Berg: we saw it coming", "Tom Berg: nobody listened"],
    );
}

#[test]
fn a_quotation_over_paragraphs_keeps_its_speaker() {
    let text = "“The pier is lost,” said Ana Ruiz. “We begin again.\n\n“It will take years.”";
    check_speakers(
        text,
        &["Ana Ruiz: the pier is lost", "Ana Ruiz: we begin again", "Ana Ruiz: it will take years"],
    );
}

#[test]
fn straight_single_and_nested_marks_are_read() {
    check_speakers("\"The pier is lost,\" Ana Ruiz said.", &["Ana Ruiz: the pier is lost"]);
    check_speakers("‘The pier’s lost,’ Ana Ruiz said.", &["Ana Ruiz: the pier's lost"]);
    check_speakers(
        "“He told me ‘the pier is lost’ and left,” Ana Ruiz said.",
        &["Ana Ruiz: he told me the pier is lost and left"],
    );
}

#[test]
fn figures_have_a_source_too() {
    let text = "The storm sank 14 boats, Tom Berg said. It also tore off 20 roofs.";
    let claims = gainsay::pipeline::claims(&articles(&[text]));
    let source = |words: &str| {
        let claim = claims.iter().find(|c| text[c.span.start as usize..].starts_with(words));
        claim.and_then(|c| c.source.as_ref()).map(|s| s.words.to_string())
    };
    assert_eq!(source("14"), Some("Tom Berg".to_owned()));
    assert_eq!(source("20"), None);
}

#[test]
fn cuts_and_house_style_agree() {
    let agree = Some(Verdict::Agree);
    check("The pier is lost but the town is not,", "The pier is lost but the town is not.", agree);
    check("The pier is lost but the town is not,", "the town is not", agree);
    check("We need ten cranes & a lot of luck,", "We need 10 cranes and a lot of luck.", agree);
    check("We waited all night and nobody came to help,", "We waited ... and nobody came to help.", agree);
    check("We asked the council to pay for the crane,", "We asked [them] to pay for the crane.", agree);
}

#[test]
fn words_changed_added_or_dropped_inside_are_variants() {
    let variant = Some(Verdict::Variant);
    check("I feel very badly for the crew of that boat,", "I feel badly for the crew of that boat.", variant);
    check(
        "We are not going to pay a single cent for it,",
        "We are not going to pay any single cent for it.",
        variant,
    );
    check(
        "I know that the things I've done hurt this town,",
        "I know that the things that I have done hurt this town.",
        variant,
    );
    check(
        "Yesterday I was stopped by an officer on the pier,",
        "This morning I was stopped by an officer on the pier.",
        variant,
    );
}

#[test]
fn other_utterances_on_the_same_thing_are_none() {
    check(
        "The pier is lost and we know it,",
        "Nobody can say yet whether the pier will open in spring.",
        None,
    );
    check("I want to thank the crew of the lifeboat,", "I want to know who closed the harbour gates.", None);
    check(
        "We had no warning at all from the weather service,",
        "The weather service has served us well for years.",
        None,
    );
    check("It is a sad day for the fishermen,", "It is a good day for the bank.", None);
}

#[test]
fn the_difference_is_shown_word_by_word() {
    let found = findings(&[
        "“I feel very badly for the crew of that boat,” Ana Ruiz said.",
        "“I feel badly for the crew of that boat,” Ana Ruiz said.",
    ]);
    assert_eq!(found.len(), 1);
    assert!(found[0].2.contains("“very” only in a"), "{found:?}");
}

#[test]
fn two_utterances_of_one_article_never_share_a_slot() {
    let found = findings(&[
        "“We lost the pier in one night,” Ana Ruiz said. “We lost the crane in one hour.”",
        "“We lost the pier in one night,” Ana Ruiz said. “We lost the crane in one hour.”",
    ]);
    assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [Verdict::Agree, Verdict::Agree]);
}

#[test]
fn a_rewording_in_another_mouth_is_a_variant_that_names_both() {
    let found = findings(&[
        "“The fact that the whereabouts were unknown is clearly alarming,” said Tom Berg, a former agent.",
        "“It is obviously concerning that the whereabouts were unknown,” the official said.",
    ]);
    assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [Verdict::Variant]);
    assert!(found[0].2.contains("a gives it to Tom Berg, b to the official"), "{found:?}");
    let other = findings(&[
        "“The fact that the whereabouts were unknown is clearly alarming,” said Tom Berg, a former agent.",
        "“Only five of the families were told that the whereabouts were unknown,” the official said.",
    ]);
    assert_eq!(other, []);
}

/// The codes of the conflicts between two articles.
fn conflicts(a: &str, b: &str) -> Vec<&'static str> {
    findings(&[a, b]).into_iter().filter(|f| f.0 == Verdict::Conflict).map(|f| f.1).collect()
}

#[test]
fn the_same_words_in_another_mouth_are_a_conflict() {
    let words = "We saw the storm coming and nobody in the harbour listened to us";
    let by = |speaker: &str| format!("“{words},” {speaker} said on Monday.");
    assert_eq!(conflicts(&by("Ana Ruiz"), &by("Tom Berg")), ["quote-other-speaker"]);
    // one of them unnamed, a spelling, a spokesman, a common saying
    assert_eq!(conflicts(&by("Ana Ruiz"), &by("the mayor")), [""; 0]);
    assert_eq!(conflicts(&by("Anna Ruiz"), &by("Ana Ruis")), [""; 0]);
    assert_eq!(conflicts(&by("Ana Ruiz"), &format!("“{words},” Tom Berg said for Ana Ruiz.")), [""; 0]);
    assert_eq!(
        conflicts("“No comment today,” Ana Ruiz said.", "“No comment today,” Tom Berg said."),
        [""; 0]
    );
}

#[test]
fn split_and_open_quotations_are_whole() {
    check_speakers(
        "“We will go,” Tom Berg, a spokesman for the port, said, “on Monday.”",
        &["Tom Berg: we will go on monday"],
    );
    check_speakers(
        "“We will go on Monday,” Tom Berg said. “And we will stay.”",
        &["Tom Berg: we will go on monday", "Tom Berg: and we will stay"],
    );
    // No mark closes a paragraph whose quotation goes on in the next, which may be the speaker's third.
    let text = "“The pier is lost,” said Ana Ruiz. “We begin again.\n\n“It will take years.\n\n“Nobody is to blame.”";
    check_speakers(
        text,
        &[
            "Ana Ruiz: the pier is lost",
            "Ana Ruiz: we begin again",
            "Ana Ruiz: it will take years",
            "Ana Ruiz: nobody is to blame",
        ],
    );
}

#[test]
fn two_sentences_made_one_are_a_variant() {
    let variant = Some(Verdict::Variant);
    check(
        "We went much too far. We made a mistake and we were wrong about the crane,",
        "We went much too far and we were wrong about the crane.",
        variant,
    );
    check(
        "We have rebuilt the pier before. We will rebuild it again with the money of the port,",
        "We have rebuilt the pier before and we'll rebuild it again.",
        variant,
    );
    // the first of two sentences alone, and another second one
    check("We went much too far. The crane fell,", "We went much too far.", Some(Verdict::Agree));
    check("The pier is lost. The town is not,", "Nobody asked the town about the harbour gates.", None);
}

#[test]
fn a_short_piece_with_a_word_more_is_a_variant() {
    check("this is a very dangerous harbour for ships,", "a dangerous harbour", Some(Verdict::Variant));
    check("this is a very good day,", "a sad day", None);
}

#[test]
fn the_speakers_own_day_is_no_conflict_of_the_papers() {
    let dated = |day: &str, text: &str| Article {
        id: day.to_owned(),
        published: Some(gainsay::model::Stamp {
            at: day.parse().unwrap_or_default(),
            has_time: false,
            offset: None,
            words: day.to_owned(),
        }),
        text: text.to_owned(),
        ..Article::default()
    };
    let text = "“We will open the harbour gates tomorrow at noon,” Ana Ruiz said.";
    let articles = vec![dated("2024-03-05", text), dated("2024-03-07", text)];
    let found = analyse_story(articles, vec![], &Config::default()).findings;
    assert!(!found.is_empty() && found.iter().all(|f| f.verdict == Verdict::Agree), "{found:?}");
}
