//! Slots of quotations → agree or variant: the same words, cut as each outlet likes, or words changed inside.

use std::borrow::Cow;

use smol_str::SmolStr;

use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::{Comparison, Difference, Forms, compare_forms, is_same_speaker};
use crate::model::{Article, Claim, ClaimId, Finding, Kind, Position, Span, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "quote-differs",
    summary: "outlets give one utterance in different words",
    docs: "Words between quotation marks are compared one by one. A quotation may be cut at its ends, shortened with \
           an ellipsis, or explained in brackets; capitals, punctuation, *ten* and *10*, *&* and *and* are the \
           house's own. What is left are words changed, added or dropped inside.\n\n\
           Example: one outlet quotes *\"I feel badly for the crew\"*, another *\"I feel very badly for the crew\"*.",
    severity: Severity::Warning,
};

/// How sure a finding is whose quotations do not differ.
const AGREED: f64 = 0.95;
/// Most words of an utterance in a question.
pub(super) const EXCERPT: usize = 9;

/// One finding for each slot of quotations.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let slots = story.graph.slots();
    slots.iter().filter_map(|(_, members)| finding(story, members)).collect()
}

/// A quotation of the slot: a sentence, or two of one quotation that another outlet makes one of.
#[derive(Clone)]
pub(super) struct Quoted<'s> {
    pub(super) ids: Vec<ClaimId>,
    pub(super) claim: &'s Claim,
    pub(super) words: Cow<'s, [SmolStr]>,
    /// From the first word to the last.
    span: Span,
}

/// The quotations of a slot; `None` for a slot of other claims.
pub(super) fn quoted<'s>(story: &Story<'s>, members: &[ClaimId]) -> Option<Vec<Quoted<'s>>> {
    let mut quotations: Vec<Quoted<'_>> = Vec::new();
    for &id in members {
        let claim = story.graph.claim(id)?;
        let Value::Quote(words) = &claim.value else { return None };
        match quotations.last_mut().filter(|last| last.goes_on(claim)) {
            Some(last) => last.take_in(id, claim, words),
            None => {
                let words = Cow::Borrowed(words.as_slice());
                quotations.push(Quoted { ids: vec![id], claim, words, span: claim.span });
            }
        }
    }
    Some(quotations)
}

impl Quoted<'_> {
    /// Returns whether the claim is the next sentence of the same quotation, with no mark between.
    fn goes_on(&self, claim: &Claim) -> bool {
        let (a, b) = (&self.span, &claim.span);
        a.article == b.article && a.field == b.field && b.start >= a.end && b.start - a.end <= 3
    }

    fn take_in(&mut self, id: ClaimId, claim: &Claim, words: &[SmolStr]) {
        self.ids.push(id);
        self.words.to_mut().extend_from_slice(words);
        self.span.end = claim.span.end;
    }
}

/// Returns whether two values stand, in the same words, in quotations that give one utterance. Then "tomorrow" is the speaker's own,
/// whenever the papers came out.
pub(super) fn in_one_utterance(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    let around = |value: &Claim| -> Vec<ClaimId> {
        let holds = |q: &Claim| {
            let (a, b) = (&q.span, &value.span);
            q.kind == Kind::Quote && a.field == b.field && a.start <= b.start && b.end <= a.end
        };
        story.claims_of(value.article).iter().filter(|(_, q)| holds(q)).map(|q| q.0).collect()
    };
    let alike = story.words(x).eq_ignore_ascii_case(story.words(y));
    let (left, right) = if alike { (around(x), around(y)) } else { return false };
    left.iter().any(|&a| right.iter().any(|&b| story.linked(a, b) > 0.0))
}

fn finding(story: &Story<'_>, members: &[ClaimId]) -> Option<Finding> {
    let quotations = quoted(story, members)?;
    let differing = differing(story, &quotations);
    let (verdict, explanation) = match &differing {
        Some(d) => (Verdict::Variant, explain(story.articles, d)),
        None => (Verdict::Agree, agreement(&quotations)),
    };
    Some(
        FindingBuilder::new(&META, Kind::Quote, verdict, differing.map_or(AGREED, |d| d.score))
            .question(question(&quotations))
            .explanation(explanation)
            .positions(positions(story.articles, &quotations)),
    )
}

/// Two quotations that differ.
struct Differing<'s> {
    a: Quoted<'s>,
    b: Quoted<'s>,
    comparison: Comparison,
    /// Probability that they are one utterance.
    score: f64,
}

/// A quotation with its forms.
type Formed<'q, 's> = (&'q Quoted<'s>, Forms);

/// All pairs of a slot are compared, so the forms are made once.
fn formed<'q, 's>(quotations: &'q [Quoted<'s>]) -> Vec<Formed<'q, 's>> {
    quotations.iter().map(|q| (q, Forms::of(&q.words))).collect()
}

/// The pair of different articles that differs most tellingly: the longest shared stretch, the first of equals. Only
/// linked quotations are compared; others show different parts of the utterance.
fn differing<'s>(story: &Story<'_>, quotations: &[Quoted<'s>]) -> Option<Differing<'s>> {
    let mut best: Option<Differing<'s>> = None;
    let formed = formed(quotations);
    for (i, (a, own)) in formed.iter().enumerate() {
        for (b, other) in formed.iter().skip(i + 1).filter(|b| b.0.claim.article != a.claim.article) {
            let links = a.ids.iter().flat_map(|&x| b.ids.iter().map(move |&y| story.linked(x, y)));
            let score = links.fold(0.0, f64::max);
            if score <= 0.0 {
                continue;
            }
            let comparison = compare_forms((&a.words, own), (&b.words, other));
            let more = best.as_ref().is_none_or(|d| d.comparison.matched < comparison.matched);
            if more && !comparison.differences.is_empty() {
                best = Some(Differing { a: (*a).clone(), b: (*b).clone(), comparison, score });
            }
        }
    }
    best
}

/// Quotations without a difference together, in order of their first.
fn positions(articles: &[Article], quotations: &[Quoted<'_>]) -> Vec<Position> {
    let mut groups: Vec<Vec<&Formed<'_, '_>>> = Vec::new();
    let same = |(a, x): &Formed<'_, '_>, (b, y): &Formed<'_, '_>| {
        a.words == b.words || compare_forms((&a.words, x), (&b.words, y)).differences.is_empty()
    };
    let formed = formed(quotations);
    for quotation in &formed {
        match groups.iter_mut().find(|g| g.iter().all(|other| same(other, quotation))) {
            Some(group) => group.push(quotation),
            None => groups.push(vec![quotation]),
        }
    }
    let position = |group: &Vec<&Formed<'_, '_>>| {
        let group: Vec<&Quoted<'_>> = group.iter().map(|f| f.0).collect();
        let fullest = group.iter().rev().max_by_key(|q| q.words.len())?;
        let article = articles.get(fullest.claim.article as usize)?;
        let words: Vec<&str> = article.quote(&fullest.span).split_whitespace().collect();
        let value = words.join(" ").trim_end_matches(',').to_owned();
        Some(Position { value, claims: group.iter().flat_map(|q| q.ids.clone()).collect() })
    };
    groups.iter().filter_map(position).collect()
}

/// The question, with the words of the shortest quotation that says something.
fn question(quotations: &[Quoted<'_>]) -> String {
    let length = |q: &&Quoted<'_>| (q.words.len() < 4, q.words.len());
    let shortest = quotations.iter().min_by_key(length).map_or(&[][..], |q| &q.words);
    let excerpt = shortest.iter().take(EXCERPT).map(SmolStr::as_str).collect::<Vec<_>>().join(" ");
    let more = if shortest.len() > EXCERPT { " …" } else { "" };
    let named = quotations.iter().filter_map(|q| q.claim.source.as_ref());
    match named.clone().find(|s| !s.inferred).or_else(|| named.clone().next()) {
        Some(source) => format!("What exactly did {} say: “{excerpt}{more}”?", source.words),
        None => format!("What exactly was said: “{excerpt}{more}”?"),
    }
}

fn agreement(quotations: &[Quoted<'_>]) -> String {
    let whole = quotations.iter().map(|q| q.words.len()).max();
    let cut = quotations.iter().any(|q| Some(q.words.len()) != whole);
    if cut {
        "The same words, some of them cut at the ends.".to_owned()
    } else {
        "The same words.".to_owned()
    }
}

/// Every difference between two quotations, word by word.
fn explain(articles: &[Article], differing: &Differing<'_>) -> String {
    let Differing { a, b, comparison, .. } = differing;
    let name = |q: &Quoted<'_>| articles.get(q.claim.article as usize).map_or("", Article::name);
    let differences: Vec<String> = comparison
        .differences
        .iter()
        .map(|d| describe(d, (name(a), &a.words), (name(b), &b.words)))
        .collect();
    let speakers = speakers(a, b).map(|(x, y)| format!(" {} gives it to {x}, {} to {y}.", name(a), name(b)));
    format!("The same utterance in other words: {}.{}", differences.join("; "), speakers.unwrap_or_default())
}

/// The speakers of two quotations, where both are named beside them and are not the same words.
fn speakers<'s>(a: &Quoted<'s>, b: &Quoted<'s>) -> Option<(&'s str, &'s str)> {
    let (x, y) = (a.claim.source.as_ref()?, b.claim.source.as_ref()?);
    let differ = !x.inferred && !y.inferred && is_same_speaker(x, y) != Some(true);
    differ.then_some((x.words.as_str(), y.words.as_str()))
}

fn describe(difference: &Difference, left: (&str, &[SmolStr]), right: (&str, &[SmolStr])) -> String {
    let words = |words: &[SmolStr], range: &std::ops::Range<usize>| {
        words.get(range.clone()).unwrap_or_default().join(" ")
    };
    let (a, b) = (words(left.1, &difference.left), words(right.1, &difference.right));
    match (a.is_empty(), b.is_empty()) {
        (false, true) => format!("“{a}” only in {}", left.0),
        (true, false) => format!("“{b}” only in {}", right.0),
        _ => format!("“{a}” in {}, “{b}” in {}", left.0, right.0),
    }
}
