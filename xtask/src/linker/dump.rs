//! Stories → their claims and candidate pairs with features and labels, as JSON lines: what experiments outside this
//! crate and the training of trees read.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use gainsay::model::{Article, Claim, Field, Span};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::data::{Examples, Pair, examples};
use crate::gold;

/// Writes every labelled story, and every story of the rival pairs where there are any.
pub(crate) fn write(gold: &Path, pairs: Option<&Path>, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(fs::File::create(out)?);
    let stories = gold::load(gold)?;
    for story in &stories {
        let Some(Examples { real, .. }) = examples(std::slice::from_ref(story)).pop() else { continue };
        let claims = gainsay::pipeline::claims(&story.articles);
        let slots: Vec<Json> = story
            .slots
            .iter()
            .map(|s| {
                let members: Vec<Json> = (0..)
                    .zip(&claims)
                    .filter_map(|(n, c): (u32, &Claim)| {
                        let at = s.claims.iter().position(|p| story.spans(p).iter().any(|x| x.overlaps(&c.span)))?;
                        Some(json!([n, at]))
                    })
                    .collect();
                json!({"q": s.q, "kind": format!("{:?}", s.kind), "verdict": s.verdict, "members": members,
                       "passages": s.claims.iter().map(|p| json!([p.a, p.quote, p.value])).collect::<Vec<_>>()})
            })
            .collect();
        let line = line(&story.id, &story.articles, &claims, &real, json!(slots));
        writeln!(out, "{line}")?;
    }
    if let Some(pairs) = pairs {
        rivals(pairs, &mut out)?;
    }
    Ok(())
}

fn line(id: &str, articles: &[Article], claims: &[Claim], pairs: &[Pair], slots: Json) -> Json {
    let claims: Vec<Json> = claims
        .iter()
        .map(|c| {
            let article = &articles[c.article as usize];
            json!({
                "article": c.article, "kind": format!("{:?}", c.kind), "words": article.quote(&c.span),
                "sentence": if c.kind.is_numeric() { article.quote(&c.sentence) } else { "" },
                "s": c.sentence_index, "title": c.span.field == Field::Title,
                "head": c.subject.head, "subject": c.subject.words,
                "predicate": c.predicate.as_ref().map(|p| p.lemma.as_str()),
                "args": c.arguments.iter().map(|a| format!("{:?}:{}", a.role, a.words)).collect::<Vec<_>>(),
                "standing": c.standing.map(|s| format!("{s:?}")),
                "start": c.span.start, "end": c.span.end,
            })
        })
        .collect();
    let of = |p: &Pair| {
        let same = match p.same {
            Some(true) => 1,
            Some(false) => 0,
            None => -1,
        };
        let vector: Vec<f64> = p.vector.iter().map(|v| (v * 1e4).round() / 1e4).collect();
        json!([p.claims.0, p.claims.1, same, vector])
    };
    let pairs: Vec<Json> = pairs.iter().map(of).collect();
    let published: Vec<String> =
        articles.iter().map(|a| a.published.as_ref().map(|s| s.at.to_string()).unwrap_or_default()).collect();
    json!({"id": id, "articles": articles.iter().map(|a| a.outlet.as_str()).collect::<Vec<_>>(),
           "titles": articles.iter().map(|a| a.title.as_str()).collect::<Vec<_>>(),
           "published": published, "claims": claims, "pairs": pairs, "slots": slots})
}

#[derive(Deserialize)]
struct Side {
    article: String,
    field: String,
    start: u32,
    end: u32,
}

#[derive(Deserialize)]
struct Labelled {
    story: String,
    a: Side,
    b: Side,
    question: String,
    relation: Option<String>,
}

fn rivals(folder: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut labelled: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
    for text in fs::read_to_string(folder.join("pairs.jsonl"))?.lines() {
        let pair: Labelled = serde_json::from_str(text)?;
        labelled.entry(pair.story.clone()).or_default().push(pair);
    }
    for (id, pairs) in &labelled {
        let articles = gold::list(&folder.join(format!("stories/{id}.json")))?;
        let claims = gainsay::pipeline::claims(&articles);
        let find = |side: &Side| -> Vec<u32> {
            let Some(article) = articles.iter().position(|a| a.id == side.article) else { return Vec::new() };
            let field = if side.field == "title" { Field::Title } else { Field::Text };
            let span = Span { article: article as u32, field, start: side.start, end: side.end };
            (0..)
                .zip(&claims)
                .filter(|(_, c)| c.kind.is_numeric() && c.span.overlaps(&span))
                .map(|(n, _)| n)
                .collect()
        };
        let mut real: Vec<Pair> = super::data::unlabelled(&claims);
        let labels: Vec<Json> =
            pairs.iter().map(|p| json!([find(&p.a), find(&p.b), p.question, p.relation])).collect();
        for p in &mut real {
            p.same = None;
        }
        writeln!(out, "{}", line(id, &articles, &claims, &real, json!({"labels": labels})))?;
    }
    Ok(())
}
