//! Mentions → one JSON line a text: what `gainsay mentions` prints, and what the peers' cases are scored by.

use std::io::{self, Write};

use serde::Serialize;

use super::value::{QuantityView, quantity};
use crate::model::{Article, Claim, Field, Mention, MentionKind, TimeForm, Trend, Value};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    mentions: Vec<MentionView<'a>>,
}

#[derive(Serialize)]
struct MentionView<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: KindView,
    #[serde(flatten)]
    quantity: Option<QuantityView<'a>>,
    #[serde(flatten)]
    time: Option<TimeView<'a>>,
    trend: Option<Trend>,
    /// What the number says something about.
    concept: Option<&'a str>,
}

/// A number that counts something has a kind of its own here, and a time is of the kind of its form.
#[derive(Serialize)]
#[serde(untagged)]
enum KindView {
    Count(CountKind),
    Number(MentionKind),
    Time(TimeForm),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum CountKind {
    Count,
}

#[derive(Serialize)]
struct TimeView<'a> {
    from: Option<String>,
    to: Option<String>,
    /// All that the wording leaves possible.
    earliest: Option<String>,
    latest: Option<String>,
    zone: Option<&'a str>,
    timex: &'a str,
}

/// Writes one text's mentions as a JSON line. `claims` are those of the text: they know what a number counts.
///
/// # Errors
/// When `out` cannot be written to.
pub fn mentions(
    article: &Article,
    mentions: &[Mention],
    claims: &[Claim],
    out: &mut dyn Write,
) -> io::Result<()> {
    let views = mentions.iter().map(|m| {
        let claim = claims
            .iter()
            .find(|c| c.span.field == Field::Text && c.span.start <= m.start && m.end <= c.span.end);
        view(article, m, claim)
    });
    serde_json::to_writer(&mut *out, &Line { id: &article.id, mentions: views.collect() })?;
    writeln!(out)
}

fn view<'a>(article: &'a Article, mention: &'a Mention, claim: Option<&'a Claim>) -> MentionView<'a> {
    let concept = claim.map(|c| c.subject.words.as_str()).filter(|w| !w.is_empty());
    let counts = mention.kind == MentionKind::Number && concept.is_some();
    let mut view = MentionView {
        start: mention.start,
        end: mention.end,
        text: article.text.get(mention.start as usize..mention.end as usize).unwrap_or_default(),
        kind: if counts { KindView::Count(CountKind::Count) } else { KindView::Number(mention.kind) },
        quantity: None,
        time: None,
        trend: mention.trend,
        concept,
    };
    match &mention.value {
        Value::Quantity(q) => view.quantity = Some(quantity(q)),
        Value::Time(t) => {
            view.kind = KindView::Time(t.form);
            let iso = |t: jiff::civil::DateTime| t.to_string();
            view.time = Some(TimeView {
                from: t.from.map(iso),
                to: t.to.map(iso),
                earliest: t.earliest.map(iso),
                latest: t.latest.map(iso),
                zone: t.zone.as_deref(),
                timex: &t.timex,
            });
        }
        Value::Words(_) | Value::Quote(_) => {}
    }
    if let (true, Some(quantity)) = (counts, view.quantity.as_mut()) {
        quantity.unit = concept;
    }
    view
}
