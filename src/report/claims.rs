//! Claims → JSON Lines, one claim each: what `gainsay extract` prints.

use std::io::{self, Write};

use serde::Serialize;
use smol_str::SmolStr;

use super::value::{QuantityView, quantity};
use crate::model::{
    Argument, Article, Claim, Field, Granularity, Kind, Modality, Predicate, Role, Subject, TimeForm,
    TimeValue, Trend, Value,
};

#[derive(Serialize)]
struct ClaimLine<'a> {
    article: &'a str,
    kind: Kind,
    field: Field,
    start: u32,
    end: u32,
    quote: &'a str,
    value: ValueView<'a>,
    subject: SubjectView<'a>,
    predicate: Option<PredicateView<'a>>,
    arguments: Vec<ArgumentView<'a>>,
    negated: bool,
    modality: Modality,
    source: Option<&'a str>,
    trend: Option<Trend>,
    sentence: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ValueView<'a> {
    Quantity(QuantityView<'a>),
    Time(TimeView<'a>),
    Words(&'a str),
    Quote(String),
    Fact(String),
    Address(String),
}

#[derive(Serialize)]
struct TimeView<'a> {
    form: TimeForm,
    from: Option<String>,
    to: Option<String>,
    granularity: Granularity,
    approx: bool,
    relative: bool,
    timex: &'a str,
}

#[derive(Serialize)]
struct SubjectView<'a> {
    head: &'a str,
    modifiers: &'a [SmolStr],
    words: &'a str,
}

#[derive(Serialize)]
struct PredicateView<'a> {
    lemma: &'a str,
    undergoes: bool,
}

#[derive(Serialize)]
struct ArgumentView<'a> {
    role: Role,
    words: &'a str,
}

/// Writes claims as JSON Lines.
///
/// # Errors
/// When `out` cannot be written to.
pub fn claims(articles: &[Article], claims: &[Claim], out: &mut dyn Write) -> io::Result<()> {
    for claim in claims {
        let Some(article) = articles.get(claim.article as usize) else { continue };
        serde_json::to_writer(&mut *out, &line(article, claim))?;
        writeln!(out)?;
    }
    Ok(())
}

fn line<'a>(article: &'a Article, claim: &'a Claim) -> ClaimLine<'a> {
    ClaimLine {
        article: &article.id,
        kind: claim.kind,
        field: claim.span.field,
        start: claim.span.start,
        end: claim.span.end,
        quote: article.quote(&claim.span),
        value: value(&claim.value),
        subject: subject(&claim.subject),
        predicate: claim.predicate.as_ref().map(predicate),
        arguments: claim.arguments.iter().map(argument).collect(),
        negated: claim.negated,
        modality: claim.modality,
        source: claim.source.as_ref().map(|s| s.words.as_str()),
        trend: claim.trend,
        sentence: article.quote(&claim.sentence),
    }
}

fn value(value: &Value) -> ValueView<'_> {
    match value {
        Value::Quantity(q) => ValueView::Quantity(quantity(q)),
        Value::Time(t) => ValueView::Time(time(t)),
        Value::Words(words) => ValueView::Words(words),
        Value::Quote(words) => ValueView::Quote(words.join(" ")),
        Value::Fact(fact) => ValueView::Fact(fact.words.join(" ")),
        Value::Address(address) => ValueView::Address(address.to_string()),
    }
}

fn time(time: &TimeValue) -> TimeView<'_> {
    TimeView {
        form: time.form,
        from: time.from.map(|t| t.to_string()),
        to: time.to.map(|t| t.to_string()),
        granularity: time.granularity,
        approx: time.approx,
        relative: time.relative,
        timex: &time.timex,
    }
}

fn subject(subject: &Subject) -> SubjectView<'_> {
    SubjectView { head: &subject.head, modifiers: &subject.modifiers, words: &subject.words }
}

fn predicate(predicate: &Predicate) -> PredicateView<'_> {
    PredicateView { lemma: &predicate.lemma, undergoes: predicate.undergoes }
}

fn argument(argument: &Argument) -> ArgumentView<'_> {
    ArgumentView { role: argument.role, words: &argument.words }
}
