//! Denials of reports → conflict: what one outlet reports of its sources, somebody in another says is wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::is_same_speaker;
use crate::model::{Claim, ClaimId, Finding, Kind, Modality, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "report-denied",
    summary: "what outlets report is denied by somebody in another",
    docs: "One outlet gives figures of its sources, another quotes somebody who says that the report is wrong. Both \
           can be good reporting; a desk that prints one should know of the other.\n\n\
           Example: *three officials said that 50 migrants could not be found*, and a day later *\"That reporting is \
           incorrect,\" the secretary said*.",
    severity: Severity::Warning,
};

/// Share of the denied report's words that a sentence must have.
const SHARED: f64 = 0.4;
/// And at least so many.
const WORDS: usize = 5;
const CONFIDENCE: f64 = 0.6;

/// One finding for each article that carries a denial of what others report.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let mut denials: BTreeMap<u32, Vec<(ClaimId, &Claim)>> = BTreeMap::new();
    for (id, claim) in all(story).filter(|(_, c)| is_denial(c)) {
        denials.entry(claim.article).or_default().push((id, claim));
    }
    let reports = Reports::of(story);
    denials.iter().filter_map(|(&article, denials)| finding(story, &reports, article, denials)).collect()
}

/// The figures that articles give of their sources, by the words of their sentences.
struct Reports<'s> {
    all: Vec<(ClaimId, &'s Claim)>,
    /// How many words the sentence of each has.
    words: Vec<usize>,
    by_word: BTreeMap<&'s str, Vec<usize>>,
}

impl<'s> Reports<'s> {
    fn of(story: &Story<'s>) -> Reports<'s> {
        let all: Vec<(ClaimId, &'s Claim)> = all(story).filter(|(_, c)| is_report(story, c)).collect();
        let mut reports = Reports { words: Vec::with_capacity(all.len()), by_word: BTreeMap::new(), all };
        for (place, (_, claim)) in reports.all.iter().enumerate() {
            let own: BTreeSet<&str> = claim.context.iter().map(|w| w.lemma.as_str()).collect();
            reports.words.push(own.len());
            for word in own {
                reports.by_word.entry(word).or_default().push(place);
            }
        }
        reports
    }

    /// The reports, in order, whose sentence says what the denied report is said to say.
    fn told(&self, said: &BTreeSet<&str>) -> Vec<(ClaimId, &'s Claim)> {
        let mut shared = vec![0usize; self.all.len()];
        for &place in said.iter().filter_map(|word| self.by_word.get(word)).flatten() {
            if let Some(n) = shared.get_mut(place) {
                *n += 1;
            }
        }
        let enough = |n: usize, own: usize| n >= WORDS && n as f64 >= SHARED * own.min(said.len()) as f64;
        let told = self.all.iter().zip(&self.words).zip(shared);
        told.filter(|((_, own), n)| enough(*n, **own)).map(|((report, _), _)| *report).collect()
    }
}

fn all<'s>(story: &Story<'s>) -> impl Iterator<Item = (ClaimId, &'s Claim)> {
    (0u32..).map(ClaimId).zip(&story.graph.claims)
}

fn is_denial(claim: &Claim) -> bool {
    claim.kind == Kind::Status && matches!(&claim.value, Value::Words(w) if w == "denied")
}

fn finding(
    story: &Story<'_>,
    reports: &Reports<'_>,
    article: u32,
    denials: &[(ClaimId, &Claim)],
) -> Option<Finding> {
    let (_, spoken) = denials.iter().find(|(_, c)| c.source.is_some())?;
    let source = spoken.source.as_ref()?;
    let said: BTreeSet<&str> =
        denials.iter().flat_map(|(_, c)| &c.context).map(|w| w.lemma.as_str()).collect();
    let other = |c: &Claim| {
        c.article != article && c.source.as_ref().and_then(|s| is_same_speaker(s, source)) != Some(true)
    };
    let reported: Vec<(ClaimId, &Claim)> =
        reports.told(&said).into_iter().filter(|(_, c)| other(c)).collect();
    let (_, first) = reported.first()?;
    let told = first.source.as_ref().map_or_else(String::new, |s| format!(" on the word of {}", s.words));
    Some(
        FindingBuilder::new(&META, Kind::Status, Verdict::Conflict, CONFIDENCE)
            .question("Is the report right?".to_owned())
            .explanation(format!(
                "{} in {} says that it is wrong; {} reports it{told}",
                source.words,
                story.outlet(spoken),
                story.outlet(first)
            ))
            .positions(vec![
                Position { value: "denied".to_owned(), claims: denials.iter().map(|d| d.0).collect() },
                Position { value: "reported".to_owned(), claims: reported.iter().map(|r| r.0).collect() },
            ]),
    )
}

/// A figure that an article gives of its sources; not the "three" of "three officials".
fn is_report(story: &Story<'_>, claim: &Claim) -> bool {
    let figure = claim.kind.is_numeric() && !matches!(claim.kind, Kind::Date | Kind::Time);
    let told = claim.source.as_ref().is_some_and(|s| !s.words.contains(story.words(claim)));
    figure && told && !claim.negated && claim.modality != Modality::Denied
}
