//! Findings against labelled questions: what was linked, ruled rightly, reported rightly.
//!
//! The same rules as ../shared/eval/score.py, whose head states them, so that the figures can be compared.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::model::{Analysis, ClaimGraph, ClaimId, Finding, Kind, Span, Verdict};

use crate::gold::{Slot, Story};

/// Evidence longer than this is a passage, not the words that carry a value; quotes apart.
const EVIDENCE: usize = 400;

/// Precision and recall of one verdict.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) reported: usize,
    pub(crate) right: usize,
    pub(crate) labelled: usize,
    pub(crate) found: usize,
}

impl Counts {
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.reported)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.found, self.labelled)
    }

    pub(crate) fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

/// `n` of `of`, nought where there is nothing.
pub(crate) fn share(n: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { n as f64 / of as f64 }
}

/// A mistake, for the list of errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) what: &'static str,
    pub(crate) story: String,
    pub(crate) question: String,
    pub(crate) evidence: String,
}

/// The score of one or more stories.
#[derive(Debug, Default, Clone)]
pub(crate) struct Tally {
    pub(crate) stories: usize,
    /// Of each kind of question: those that some finding answers, and all.
    pub(crate) linked: BTreeMap<Kind, (usize, usize)>,
    /// Conflicts by the kind of question; false ones by the kind of the finding.
    pub(crate) conflict: BTreeMap<Kind, Counts>,
    pub(crate) variant: Counts,
    pub(crate) right: usize,
    pub(crate) trapped: usize,
    pub(crate) traps: usize,
    /// Label's verdict, given verdict.
    pub(crate) confusion: BTreeMap<(String, String), usize>,
    pub(crate) mistakes: Vec<Mistake>,
}

/// A finding with the question it answers.
struct Answer<'a> {
    finding: &'a Finding,
    slot: Option<(usize, BTreeSet<String>)>,
}

impl Tally {
    /// Adds one story's findings.
    pub(crate) fn add(&mut self, story: &Story, analysis: &Analysis) {
        self.stories += 1;
        let places: Vec<Vec<Vec<Span>>> =
            story.slots.iter().map(|s| s.claims.iter().map(|c| story.spans(c)).collect()).collect();
        let answers: Vec<Answer<'_>> = analysis
            .findings
            .iter()
            .map(|f| Answer { finding: f, slot: best(f, &analysis.graph, &story.slots, &places) })
            .collect();
        for answer in &answers {
            self.reported(story, analysis, answer);
        }
        for (index, slot) in story.slots.iter().enumerate() {
            let got: Vec<&Answer<'_>> =
                answers.iter().filter(|a| a.slot.as_ref().is_some_and(|s| s.0 == index)).collect();
            self.labelled(story, slot, &got);
        }
    }

    fn reported(&mut self, story: &Story, analysis: &Analysis, answer: &Answer<'_>) {
        let verdict = answer.finding.verdict;
        let slot = answer.slot.as_ref().map(|(i, _)| &story.slots[*i]);
        let right = slot.is_some_and(|s| s.verdict == verdict.as_str());
        let (counts, what) = match verdict {
            Verdict::Conflict => {
                let kind = slot.map_or(answer.finding.kind, |s| s.kind);
                (self.conflict.entry(kind).or_default(), "false conflict")
            }
            Verdict::Variant => (&mut self.variant, "false variant"),
            _ => return,
        };
        counts.reported += 1;
        counts.right += usize::from(right);
        if !right {
            let question = slot.map_or("no such question".to_owned(), |s| format!("{}: {}", s.verdict, s.q));
            let evidence = evidence(answer.finding, analysis);
            self.mistakes.push(Mistake { what, story: story.id.clone(), question, evidence });
        }
    }

    fn labelled(&mut self, story: &Story, slot: &Slot, got: &[&Answer<'_>]) {
        let gives = |verdict: &str| got.iter().any(|a| a.finding.verdict.as_str() == verdict);
        if slot.verdict == "different" {
            self.traps += 1;
            self.trapped += usize::from(gives("conflict"));
            return;
        }
        let linked = self.linked.entry(slot.kind).or_default();
        linked.1 += 1;
        if let Some(first) = got.first() {
            linked.0 += 1;
            let given =
                if gives(&slot.verdict) { slot.verdict.as_str() } else { first.finding.verdict.as_str() };
            self.right += usize::from(given == slot.verdict);
            *self.confusion.entry((slot.verdict.clone(), given.to_owned())).or_default() += 1;
        }
        let (counts, what) = match slot.verdict.as_str() {
            "conflict" => (self.conflict.entry(slot.kind).or_default(), "missed conflict"),
            "variant" => (&mut self.variant, "missed variant"),
            _ => return,
        };
        let differ = slot.claims.iter().map(|c| c.value.to_string()).collect::<BTreeSet<_>>().len() > 1;
        let found = got.iter().any(|a| {
            let values = a.slot.as_ref().map_or(0, |(_, values)| values.len());
            a.finding.verdict.as_str() == slot.verdict && (values > 1 || !differ)
        });
        counts.labelled += 1;
        counts.found += usize::from(found);
        if !found {
            let evidence =
                slot.claims.iter().map(|c| format!("{}: {}", c.a, c.quote)).collect::<Vec<_>>().join(" | ");
            let (story, question) = (story.id.clone(), slot.q.clone());
            self.mistakes.push(Mistake { what, story, question, evidence });
        }
    }

    /// Conflicts of every kind.
    pub(crate) fn conflicts(&self) -> Counts {
        self.conflict.values().fold(Counts::default(), |a, b| Counts {
            reported: a.reported + b.reported,
            right: a.right + b.right,
            labelled: a.labelled + b.labelled,
            found: a.found + b.found,
        })
    }

    /// Linked and all questions of the kinds that `of` picks.
    pub(crate) fn linked_of(&self, of: impl Fn(Kind) -> bool) -> (usize, usize) {
        self.linked.iter().filter(|(k, _)| of(**k)).fold((0, 0), |a, (_, b)| (a.0 + b.0, a.1 + b.1))
    }

    /// Share of the linked questions whose finding gives the label's verdict.
    pub(crate) fn verdicts(&self) -> f64 {
        share(self.right, self.linked_of(|_| true).0)
    }
}

/// Where the evidence of a finding stands.
pub(crate) fn spans<'a>(finding: &'a Finding, graph: &'a ClaimGraph) -> impl Iterator<Item = Span> + 'a {
    let long = finding.kind == Kind::Quote;
    let claim = |id: &ClaimId| graph.claim(*id).map(|c| c.span);
    let claims = finding.positions.iter().flat_map(|p| &p.claims);
    claims.filter_map(claim).filter(move |s| long || s.len() <= EVIDENCE)
}

/// Overlaps, values hit, same verdict: the greatest wins.
type Rank = (usize, usize, bool);

/// The question that a finding answers: its evidence overlaps the passages of two or more articles, and of several such
/// questions those of the one it overlaps most. With it the values of the passages that it hits.
fn best(
    finding: &Finding,
    graph: &ClaimGraph,
    slots: &[Slot],
    places: &[Vec<Vec<Span>>],
) -> Option<(usize, BTreeSet<String>)> {
    let evidence: Vec<Span> = spans(finding, graph).collect();
    let mut best: Option<(Rank, usize, BTreeSet<String>)> = None;
    for (index, (slot, passages)) in slots.iter().zip(places).enumerate() {
        let (mut articles, mut values, mut overlaps) = (BTreeSet::new(), BTreeSet::new(), 0);
        for (claim, spans) in slot.claims.iter().zip(passages) {
            let n = spans.iter().flat_map(|s| evidence.iter().filter(move |e| s.overlaps(e))).count();
            overlaps += n;
            if n > 0 {
                articles.insert(claim.a.as_str());
                values.insert(claim.value.to_string());
            }
        }
        let rank = (overlaps, values.len(), slot.verdict == finding.verdict.as_str());
        if articles.len() >= 2 && best.as_ref().is_none_or(|b| rank > b.0) {
            best = Some((rank, index, values));
        }
    }
    best.map(|(_, index, values)| (index, values))
}

fn evidence(finding: &Finding, analysis: &Analysis) -> String {
    let words = spans(finding, &analysis.graph).filter_map(|s| {
        let article = analysis.articles.get(s.article as usize)?;
        Some(format!("{}: {}", article.id, article.quote(&s)))
    });
    words.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay::model::{Claim, Field, Modality, Position, Subject, Value};
    use gainsay::read;

    fn story(verdict: &str) -> Story {
        let text = |id: &str, text: &str| {
            read::bytes(id, text.as_bytes(), Some(read::Format::Text)).articles.remove(0)
        };
        let slots = format!(
            r#"[{{"q": "dead?", "kind": "count", "verdict": "{verdict}", "claims": [
            {{"a": "a", "quote": "Two died", "value": "2"}}, {{"a": "b", "quote": "three dead", "value": "3"}}]}}]"#
        );
        Story {
            id: "s".into(),
            articles: vec![text("a", "Two died. Six hurt."), text("b", "They counted three dead.")],
            keys: vec!["a".into(), "b".into()],
            slots: serde_json::from_str(&slots).unwrap(),
        }
    }

    fn claim(story: &Story, article: u32, words: &str) -> Claim {
        let start = story.articles[article as usize].text.find(words).unwrap() as u32;
        let span = Span { article, field: Field::Text, start, end: start + words.len() as u32 };
        Claim {
            article,
            kind: Kind::Count,
            value: Value::Words(words.into()),
            span,
            sentence: span,
            sentence_index: 0,
            subject: Subject::default(),
            predicate: None,
            arguments: Vec::new(),
            context: Vec::new(),
            negated: false,
            modality: Modality::Asserted,
            source: None,
            trend: None,
            standing: None,
        }
    }

    /// (linked, verdicts right, conflicts reported, right, found, trapped)
    fn check(label: &str, words: [&str; 2], verdict: Verdict, expected: [usize; 6]) {
        let story = story(label);
        let claims = vec![claim(&story, 0, words[0]), claim(&story, 1, words[1])];
        let position = |id: u32| Position { value: String::new(), claims: vec![ClaimId(id)] };
        let finding = Finding {
            id: "f1".into(),
            code: "count",
            kind: Kind::Count,
            verdict,
            confidence: 1.0,
            question: String::new(),
            explanation: String::new(),
            positions: vec![position(0), position(1)],
        };
        let graph = ClaimGraph { claims, ..ClaimGraph::default() };
        let mut tally = Tally::default();
        let articles = story.articles.clone();
        tally.add(
            &story,
            &Analysis {
                articles,
                graph,
                findings: vec![finding],
                unmatched: Vec::new(),
                problems: Vec::new(),
                rules: Vec::new(),
            },
        );
        let c = tally.conflicts();
        let got = [tally.linked_of(|_| true).0, tally.right, c.reported, c.right, c.found, tally.trapped];
        assert_eq!(got, expected, "{label} {words:?} {verdict}");
    }

    #[test]
    fn a_finding_counts_where_its_evidence_meets_the_labels() {
        check("conflict", ["Two", "three"], Verdict::Conflict, [1, 1, 1, 1, 1, 0]);
        check("conflict", ["Two", "three"], Verdict::Update, [1, 0, 0, 0, 0, 0]);
        check("update", ["Two", "three"], Verdict::Conflict, [1, 0, 1, 0, 0, 0]);
        // One article's evidence alone answers nothing.
        check("conflict", ["Six", "three"], Verdict::Conflict, [0, 0, 1, 0, 0, 0]);
        check("different", ["Two", "three"], Verdict::Conflict, [0, 0, 1, 0, 0, 1]);
    }
}
