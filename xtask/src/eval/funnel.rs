//! Where the labelled questions are lost on the way: claims not extracted, pairs not proposed, probability too low, slots parted.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::link;
use gainsay::model::{Claim, ClaimId, Kind, Span};
use gainsay::pipeline::{self, Config};

use crate::gold::{Slot, Story};
use crate::linker;

/// Probability from which a pair counts as likely.
const LIKELY: f64 = 0.5;

/// Questions that got as far as each stage.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Passed {
    pub(crate) labelled: usize,
    /// Two articles or more have a claim of a fitting kind in a labelled passage.
    pub(crate) extracted: usize,
    /// Two such claims were proposed as a pair.
    pub(crate) proposed: usize,
    /// Such a pair was scored likely.
    pub(crate) likely: usize,
    /// Two such claims stand in one slot.
    pub(crate) kept: usize,
}

/// By kind, and whether the label is a conflict.
pub(crate) type Funnel = BTreeMap<(Kind, bool), Passed>;

/// Adds the numeric questions of one story.
pub(crate) fn add(funnel: &mut Funnel, story: &Story, config: &Config) {
    let claims = pipeline::claims(&story.articles);
    let linker = config.linker.as_ref().unwrap_or(link::embedded());
    let proposed: Vec<(ClaimId, ClaimId, f64)> =
        link::links(&claims, linker).into_iter().map(|(l, _)| (l.a, l.b, l.score)).collect();
    let analysis = pipeline::analyse(story.articles.clone(), Vec::new(), config);
    let slots: Vec<Vec<ClaimId>> = analysis.graph.slots().into_iter().map(|(_, m)| m).collect();
    for slot in story.slots.iter().filter(|s| s.kind.is_numeric() && s.verdict != "different") {
        let answers = answers(story, slot, &claims);
        let across = |a: &ClaimId, b: &ClaimId| {
            let article = |id: &ClaimId| claims.get(id.0 as usize).map(|c| c.article);
            answers.contains(a) && answers.contains(b) && article(a) != article(b)
        };
        let articles: BTreeSet<u32> =
            answers.iter().filter_map(|id| claims.get(id.0 as usize)).map(|c| c.article).collect();
        let pairs: Vec<f64> = proposed.iter().filter(|(a, b, _)| across(a, b)).map(|p| p.2).collect();
        let kept = slots.iter().any(|m| m.iter().any(|a| m.iter().any(|b| across(a, b))));
        let passed = funnel.entry((slot.kind, slot.verdict == "conflict")).or_default();
        passed.labelled += 1;
        passed.extracted += usize::from(articles.len() > 1);
        passed.proposed += usize::from(!pairs.is_empty());
        passed.likely += usize::from(pairs.iter().any(|p| *p >= LIKELY));
        passed.kept += usize::from(kept);
    }
}

/// The claims of a fitting kind in the labelled passages.
fn answers(story: &Story, slot: &Slot, claims: &[Claim]) -> BTreeSet<ClaimId> {
    let passages: Vec<Span> = slot.claims.iter().flat_map(|c| story.spans(c)).collect();
    let fits = |c: &Claim| linker::fits(slot.kind, c.kind) && passages.iter().any(|p| p.overlaps(&c.span));
    (0u32..).zip(claims).filter(|(_, c)| fits(c)).map(|(i, _)| ClaimId(i)).collect()
}

/// Prints the table.
pub(crate) fn show(funnel: &Funnel) {
    println!("  numeric questions that pass: labelled, extracted, proposed, likely, kept in one slot");
    for ((kind, conflict), p) in funnel {
        let what = if *conflict { "conflicts" } else { "" };
        println!(
            "    {:9} {what:9} {:4} {:4} {:4} {:4} {:4}",
            kind.as_str(),
            p.labelled,
            p.extracted,
            p.proposed,
            p.likely,
            p.kept
        );
    }
}
