//! Parts and wholes, end to end: sums that are too great, and near-misses that must not fire.

use gainsay::model::{Finding, Verdict};
use gainsay::{Config, analyse_story, read};

/// The findings of the check on articles of given days and texts.
fn found(articles: &[(&str, &str)]) -> Vec<Finding> {
    let article = |(number, (day, text)): (usize, &(&str, &str))| {
        let bytes = format!("Raid on Mill Road\nOutlet {number} | {day}\n\n{text}\n");
        read::bytes(&number.to_string(), bytes.as_bytes(), Some(read::Format::Text)).articles
    };
    let articles = articles.iter().enumerate().flat_map(article).collect();
    let mut findings = analyse_story(articles, vec![], &Config::default()).findings;
    findings.retain(|f| f.code == "parts-exceed-whole");
    findings
}

/// The sum that is reported, if any, between two articles of one day.
fn check(cases: &[(&str, &str, Option<&str>)]) {
    for &(a, b, expected) in cases {
        for texts in [[a, b], [b, a]] {
            let findings = found(&texts.map(|t| ("2023-05-09", t)));
            let sums: Vec<&str> = findings.iter().map(|f| f.positions[0].value.as_str()).collect();
            assert_eq!(sums, expected.into_iter().collect::<Vec<_>>(), "{texts:?}: {findings:?}");
            assert!(findings.iter().all(|f| f.verdict == Verdict::Conflict), "{findings:?}");
        }
    }
}

const OFFICERS: &str = "Three officers and eleven civilians were killed in the raid.";

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn people_of_several_sorts() {
    check(&[
        (OFFICERS, "Twelve people were killed in the raid.", Some("3 + 11 = 14")),
        (OFFICERS, "The raid killed 12 people on Monday, the ministry said.", Some("3 + 11 = 14")),
        (OFFICERS, "The raid left 12 dead.", Some("3 + 11 = 14")),
        (
            "Four men, three women and two children died in the fire.",
            "Eight people died in the fire.",
            Some("4 + 3 + 2 = 9"),
        ),
        (
            "Two women and five others were injured in the crash.",
            "Six people were injured in the crash.",
            Some("2 + 5 = 7"),
        ),
        (
            "Police arrested two women and five men after the raid.",
            "Police arrested six people after the raid.",
            Some("2 + 5 = 7"),
        ),
        // They add up, or to less: not every part need be named.
        (OFFICERS, "Fourteen people were killed in the raid.", None),
        (OFFICERS, "Twenty people were killed in the raid.", None),
        // Another thing befell them.
        (OFFICERS, "Twelve people were injured in the raid.", None),
        (OFFICERS, "Police arrested 12 people after the raid.", None),
        // Not people in general, or not all of them.
        (OFFICERS, "Twelve miners were killed in the raid.", None),
        (OFFICERS, "Another 12 people were killed in the raid.", None),
        (OFFICERS, "At least 12 people were killed in the raid.", None),
        (OFFICERS, "About 12 people were killed in the raid.", None),
        (OFFICERS, "More than 12 people were killed in the raid.", None),
        (OFFICERS, "Dozens were hurt in the raid, 12 people were killed at the scene.", None),
        (OFFICERS, "Three of 12 people killed in the raid were sisters.", None),
        // The whole is greater elsewhere in the article.
        (
            OFFICERS,
            "Twelve people were killed in the raid. By night, 14 people were killed in the raid and the fire.",
            None,
        ),
        // The parts' article has a whole of its own: a matter of two wholes.
        (
            "Fourteen people were killed. Three officers and eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        // The parts may overlap, or are not exact.
        (
            "Fifteen were hurt, including three officers and eleven civilians.",
            "Twelve people were hurt.",
            None,
        ),
        (
            "At least three officers and eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        (
            "About three officers and eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        (
            "Three officers or eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        // The gunman is often left out of the whole.
        (
            "Two gunmen and eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        (
            "Two suspects and eleven civilians were killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        // Things are no people.
        ("The raid destroyed three cars and eleven houses.", "Twelve people were killed in the raid.", None),
        // Two places, two charges.
        ("Two boys and three girls were arrested in Ohio.", "Four people were arrested in Texas.", None),
        ("Two boys and three girls were arrested in Ohio.", "Four people were arrested.", Some("2 + 3 = 5")),
        ("Two men and three women were charged with arson.", "Four people were charged with murder.", None),
        // They did it.
        (
            "Three officers and eleven guards killed the men in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        // Planned or denied.
        (
            "Three officers and eleven civilians were not killed in the raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        // Another time.
        (
            "In 2019, three officers and eleven civilians were killed in a raid.",
            "Twelve people were killed in the raid.",
            None,
        ),
        (
            "On Monday, three officers and eleven civilians were killed in the raid.",
            "On Sunday, 12 people were killed in the raid.",
            None,
        ),
    ]);
}

#[test]
fn states_of_one_group() {
    let quiet = "The mill stands by the river.";
    check(&[
        ("Of the 400 migrants, 150 were arrested and 300 are missing.", quiet, Some("150 + 300 = 450")),
        ("Of the 90 passengers, 50 were rescued and 60 died.", quiet, Some("50 + 60 = 110")),
        ("Of the 400 migrants, 150 were arrested and 50 are missing.", quiet, None),
        // Those charged may be among those arrested.
        ("Of the 400 migrants, 300 were arrested and 150 were charged.", quiet, None),
        ("Of the 400 migrants, 300 were arrested and 150 were released.", quiet, None),
        ("Of the 400 migrants, about 150 were arrested and 300 are missing.", quiet, None),
        ("Of the 400 migrants, 150 were arrested and 300 officers are missing.", quiet, None),
    ]);
}

#[test]
fn shares_of_one_vote() {
    let quiet = "The mill stands by the river.";
    check(&[
        ("Reyes won 62 percent of the vote and Cole 45 percent.", quiet, Some("62 % + 45 % = 107 %")),
        (
            "Ana Reyes received 62% of the vote, while Tom Cole received 45%.",
            quiet,
            Some("62 % + 45 % = 107 %"),
        ),
        (
            "Reyes beat Cole with 62 percent of the vote to Marsh's 45 percent.",
            quiet,
            Some("62 % + 45 % = 107 %"),
        ),
        (
            "The poll found that 62 percent support the bill and 45 percent oppose it.",
            quiet,
            Some("62 % + 45 % = 107 %"),
        ),
        ("Reyes won 54 percent of the vote and Cole 45 percent.", quiet, None),
        // Rounded up.
        ("Reyes won 55.5 percent of the vote and Cole 45.5 percent.", quiet, None),
        // One candidate twice, two places, two groups.
        ("Reyes won 62 percent of the vote in May and Reyes 45 percent in June.", quiet, None),
        ("Reyes won 62 percent of the vote in the city and 45 percent in the county.", quiet, None),
        ("Reyes won 62 percent of the vote and Cole 45 percent in 2019.", quiet, None),
        (
            "The poll found that 62 percent of men support the bill and 45 percent of women oppose it.",
            quiet,
            None,
        ),
        ("The poll found that 62 percent support the tax and 45 percent oppose the wall.", quiet, None),
        ("Prices rose 62 percent and wages 45 percent.", quiet, None),
        ("Turnout was 62 percent of the vote and Cole about 45 percent.", quiet, None),
    ]);
}

#[test]
fn a_toll_grows() {
    let whole = "Twelve people were killed in the raid.";
    assert!(found(&[("2023-05-09", whole), ("2023-05-10", OFFICERS)]).is_empty());
    assert_eq!(found(&[("2023-05-10", whole), ("2023-05-09", OFFICERS)]).len(), 1);
}

#[test]
fn an_article_contradicts_itself_and_the_sum_is_shown() {
    let text = format!("Twelve people were killed in the raid. {OFFICERS}");
    let findings = found(&[("2023-05-09", &text), ("2023-05-09", "The mill stands by the river.")]);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.explanation, "the parts in Outlet 0 are 3 + 11 = 14, more than the 12 of the whole");
    assert_eq!(finding.question, "How many people were killed?");
}
