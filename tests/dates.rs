//! Dates beside numbers that are none of theirs.

use gainsay::model::Value;
use gainsay::{pipeline, read};

/// The words of the times in a text, with the TIMEX3 value of each.
fn check(text: &str, expected: &[(&str, &str)]) {
    let article =
        read::bytes("a", format!("Title\nOutlet | 2022-03-04\n\n{text}").as_bytes(), None).articles.remove(0);
    let mentions = pipeline::mentions(&article);
    let got: Vec<(&str, &str)> = mentions
        .iter()
        .filter_map(|(m, _)| match &m.value {
            Value::Time(t) => Some((&article.text[m.start as usize..m.end as usize], t.timex.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(got, expected, "in {text:?}");
}

#[test]
fn a_number_after_of_is_a_year_only_at_the_end() {
    check("He was found guilty Dec. 10 of 14 counts of fraud.", &[("Dec. 10", "XXXX-12-10")]);
    check("She was convicted on Dec. 10 of 11 counts.", &[("Dec. 10", "XXXX-12-10")]);
    check("The vote was on Dec. 10 of 2021.", &[("Dec. 10 of 2021", "2021-12-10")]);
}
