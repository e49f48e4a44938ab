//! Words per second of every stage, on the example stories; run with `cargo bench --bench stages`.
//!
//! `link` and `check` are measured on one story of growing size, because their work depends on how many articles there are.

use std::path::PathBuf;
use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use gainsay::model::{Article, Claim, ClaimGraph, Document, Mention};
use gainsay::{Config, analyse, check, extract, link, normalise, pipeline, read};

static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let stories = ["smuggling-network", "commuter-train", "bridge-bill", "grain-deal", "treasurer-trial"];
    stories.iter().flat_map(|s| story(s)).collect()
});

fn main() {
    divan::main();
}

fn story(name: &str) -> Vec<Article> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    read::story(&[folder], &mut std::io::empty()).articles
}

/// The accident's articles, `times` over: as many outlets that each say nearly the same.
fn crowd(times: usize) -> Vec<Article> {
    let original = story("commuter-train");
    let mut articles = Vec::new();
    for copy in 0..times {
        articles.extend(original.iter().cloned().map(|mut article| {
            article.id = format!("{}-{copy}", article.id);
            article.outlet = format!("{} {copy}", article.outlet);
            article
        }));
    }
    articles
}

fn words(articles: &[Article]) -> ItemsCount {
    ItemsCount::new(articles.iter().map(|a| a.text.split_whitespace().count()).sum::<usize>())
}

fn mentions(document: &Document<'_>) -> Vec<Vec<Mention>> {
    let anchor = document.article.published.as_ref().map(|s| s.at);
    let sentences = document.sentences.iter();
    sentences
        .map(|s| normalise::mentions(document.article.field(s.field), document.tokens_of(s), anchor))
        .collect()
}

fn annotated(article: &Article) -> Document<'_> {
    let mut document = analyse::segment(article, 0);
    analyse::annotate(&mut document, |_| true);
    document
}

fn linked(articles: &[Article], claims: Vec<Claim>) -> ClaimGraph {
    link::link(articles, claims, link::embedded(), link::facts::embedded())
}

#[divan::bench]
fn segment(bencher: Bencher<'_, '_>) {
    bencher.counter(words(&ARTICLES)).bench(|| {
        ARTICLES.iter().for_each(|a| drop(black_box(analyse::segment(a, 0))));
    });
}

#[divan::bench]
fn tag_and_parse(bencher: Bencher<'_, '_>) {
    let documents = || ARTICLES.iter().map(|a| analyse::segment(a, 0)).collect::<Vec<_>>();
    bencher.counter(words(&ARTICLES)).with_inputs(documents).bench_local_refs(|documents| {
        documents.iter_mut().for_each(|d| analyse::annotate(d, |_| true));
    });
}

#[divan::bench]
fn normalise_all(bencher: Bencher<'_, '_>) {
    let documents: Vec<Document<'_>> = ARTICLES.iter().map(annotated).collect();
    bencher.counter(words(&ARTICLES)).bench_local(|| {
        documents.iter().for_each(|d| drop(black_box(mentions(d))));
    });
}

#[divan::bench]
fn extract_all(bencher: Bencher<'_, '_>) {
    let documents: Vec<_> = ARTICLES.iter().map(annotated).map(|d| (mentions(&d), d)).collect();
    bencher.counter(words(&ARTICLES)).bench_local(|| {
        documents.iter().for_each(|(m, d)| drop(black_box(extract::claims(d, m))));
    });
}

#[divan::bench(args = [1, 4, 16])]
fn link_story(bencher: Bencher<'_, '_>, times: usize) {
    let articles = crowd(times);
    let claims = pipeline::claims(&articles);
    bencher
        .counter(words(&articles))
        .with_inputs(|| claims.clone())
        .bench_local_values(|claims| linked(&articles, claims));
}

#[divan::bench(args = [1, 4, 16])]
fn check_story(bencher: Bencher<'_, '_>, times: usize) {
    let articles = crowd(times);
    let graph = linked(&articles, pipeline::claims(&articles));
    bencher.counter(words(&articles)).bench_local(|| check::run(&articles, &graph).0);
}

#[divan::bench(args = [1, 4, 16])]
fn whole_way(bencher: Bencher<'_, '_>, times: usize) {
    let articles = crowd(times);
    let config = Config::default();
    bencher
        .counter(words(&articles))
        .with_inputs(|| articles.clone())
        .bench_local_values(|articles| pipeline::analyse(articles, Vec::new(), &config));
}
