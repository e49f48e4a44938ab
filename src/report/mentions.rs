//! Mentions → one JSON line a text: what `gainsay mentions` prints, and what the peers' cases are scored by.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::value::{QuantityView, quantity};
use crate::model::{About, Article, Comparator, Mention, MentionKind, Quantity, TimeForm, Trend, Value};

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

/// Writes one text's mentions as a JSON line, each with what it is about.
///
/// # Errors
/// When `out` cannot be written to.
pub fn mentions(article: &Article, mentions: &[(Mention, About)], out: &mut dyn Write) -> io::Result<()> {
    let views = mentions.iter().map(|(mention, about)| view(article, mention, about));
    serde_json::to_writer(&mut *out, &Line { id: &article.id, mentions: views.collect() })?;
    writeln!(out)
}

fn view<'a>(article: &'a Article, mention: &'a Mention, about: &'a About) -> MentionView<'a> {
    let counts = mention.kind == MentionKind::Number && about.counted.is_some();
    let mut view = MentionView {
        start: mention.start,
        end: mention.end,
        text: article.text.get(mention.start as usize..mention.end as usize).unwrap_or_default(),
        kind: if counts { KindView::Count(CountKind::Count) } else { KindView::Number(mention.kind) },
        quantity: None,
        time: None,
        trend: mention.trend,
        concept: about.concept.as_deref(),
    };
    match &mention.value {
        Value::Quantity(q) => {
            view.quantity = Some(plain(q, view.text));
            // The bound says more of the change than its direction ("rose more than 3%").
            if matches!(q.comparator, Comparator::MoreThan | Comparator::AtLeast) {
                view.trend = None;
            }
        }
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
        Value::Words(_) | Value::Quote(_) | Value::Address(_) | Value::Fact(_) => {}
    }
    if let (true, Some(quantity)) = (counts, view.quantity.as_mut()) {
        quantity.unit = about.counted.as_deref().map(Cow::Borrowed);
    }
    view
}

/// Is a value close by worded as a bound from below?
fn below(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        ["under", "below", "less", "fewer", "short", "shy"].iter().any(|w| word.eq_ignore_ascii_case(w))
    })
}

/// A quantity with the six comparators of this format: a range is exact, an estimate is a single value ("nearly 90").
/// unless it is worded as lying below ("just under 90").
fn plain<'a>(q: &'a Quantity, text: &str) -> QuantityView<'a> {
    let mut view = quantity(q);
    match (q.comparator, q.approx, q.nominal) {
        (Comparator::Between, true, _) => view.comparator = Comparator::Approx,
        (Comparator::Between, ..) => view.comparator = Comparator::Exact,
        (Comparator::LessThan, true, Some(nominal)) if !below(text) => {
            let value = nominal.normalize().to_string();
            (view.lower, view.upper) = (Some(value.clone()), Some(value));
            view.comparator = Comparator::Approx;
        }
        _ => {}
    }
    view
}
