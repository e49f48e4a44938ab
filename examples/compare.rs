//! gainsay as a library: two articles in memory, compared.
//!
//!     cargo run --release --example compare

#![allow(clippy::print_stdout, reason = "an example talks to a terminal")]

use gainsay::model::{Article, Verdict};
use gainsay::{Config, analyse_story};

fn article(id: &str, outlet: &str, text: &str) -> Article {
    Article { id: id.to_owned(), outlet: outlet.to_owned(), text: text.to_owned(), ..Article::default() }
}

fn main() {
    let articles = vec![
        article(
            "gull",
            "The Gull",
            "Fourteen people died when the ferry Morning Star sank off Oban, police said.",
        ),
        article(
            "post",
            "Harbour Post",
            "Twelve people died when the ferry Morning Star sank off Oban on Tuesday.",
        ),
    ];
    let analysis = analyse_story(articles, Vec::new(), &Config::default());
    for finding in analysis.findings.iter().filter(|f| f.verdict != Verdict::Agree) {
        println!("{} ({:.0} %): {}", finding.verdict, finding.confidence * 100.0, finding.question);
        for position in &finding.positions {
            let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
            for (claim, article) in
                claims.filter_map(|c| Some((c, analysis.articles.get(c.article as usize)?)))
            {
                // Every claim has its words and its sentence, to the letter.
                println!(
                    "  {}: {} in “{}”",
                    article.name(),
                    article.quote(&claim.span),
                    article.quote(&claim.sentence)
                );
            }
        }
        println!("  {}", finding.explanation);
    }
}
