//! Stories beyond every cap: nothing is lost without a word.

use gainsay::model::{Article, Kind, Verdict};
use gainsay::{Config, analyse_story};

/// Articles of one sentence each.
fn articles(count: usize, sentence: impl Fn(usize) -> String) -> Vec<Article> {
    let article = |n: usize| Article {
        id: format!("a{n}"),
        outlet: format!("o{n}"),
        text: sentence(n),
        ..Article::default()
    };
    (0..count).map(article).collect()
}

#[test]
fn a_conflict_of_very_many_articles_is_found_and_the_sample_is_named() {
    for count in [390, 401, 900] {
        let toll =
            |n: usize| format!("The fire killed {} people.", if n.is_multiple_of(2) { 12 } else { 15 });
        let analysis = analyse_story(articles(count, toll), vec![], &Config::default());
        let found = analysis.findings.iter().any(|f| f.verdict == Verdict::Conflict && f.kind == Kind::Count);
        assert!(found, "{count}");
        let told = analysis.problems.iter().any(|p| p.message.contains("sample"));
        assert_eq!(told, count > 400, "{count}");
    }
}
