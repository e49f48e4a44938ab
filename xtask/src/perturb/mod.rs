//! `cargo xtask perturb`: altered copies of the labelled stories. An untrue figure, date or name must raise a conflict at its
//! place; the same in other words must not.

mod edits;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::PathBuf;

use fastrand::Rng;
use gainsay::model::{Analysis, Article, Claim, Field, Kind, Span, Value, Verdict};
use gainsay::pipeline::{self, Config};

use crate::eval::{Figures, check_floors, score};
use crate::gold::{self, Slot, Story};
use edits::Edit;

/// What to alter.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with stories/ and labels/; the linker that reads a story was fitted without it
    #[arg(long, default_value = "../shared/gold")]
    gold: PathBuf,
    /// Copies of a story for each sort of change
    #[arg(long, default_value_t = 2)]
    copies: usize,
    /// Start of the random numbers
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Print as many copies on which the program failed
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

/// A sort of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Figure,
    Date,
    Name,
    Comparator,
    Rewording,
}

impl Change {
    const ALL: [Change; 5] =
        [Change::Figure, Change::Date, Change::Name, Change::Comparator, Change::Rewording];

    fn as_str(self) -> &'static str {
        match self {
            Change::Figure => "figure",
            Change::Date => "date",
            Change::Name => "name",
            Change::Comparator => "comparator",
            Change::Rewording => "rewording",
        }
    }

    /// Does the change leave the truth as it was?
    fn is_harmless(self) -> bool {
        matches!(self, Change::Comparator | Change::Rewording)
    }
}

/// An altered copy of one article of a story.
struct Copy {
    change: Change,
    article: u32,
    field: Field,
    /// From last to first, so that each leaves the places of the others alone.
    edits: Vec<Edit>,
    /// The other articles' passages on the same question.
    rivals: Vec<Span>,
}

/// How many copies of a sort were made, and what came of them.
#[derive(Debug, Default, Clone, Copy)]
struct Outcome {
    copies: usize,
    conflicts: usize,
    updates: usize,
}

/// Alters, measures, writes docs/accuracy-perturb.md, and fails below the floors.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let labelled = gold::load(&args.gold)?;
    let mut outcomes: BTreeMap<Change, Outcome> = Change::ALL.map(|c| (c, Outcome::default())).into();
    let mut failures = Vec::new();
    let mut rng = Rng::with_seed(args.seed);
    let examples = gold::examples(&crate::eval::root().join("examples"))?;
    let configs = crate::linker::configs(&labelled);
    let both = examples.iter().map(|s| (s, Config::default())).chain(labelled.iter().zip(configs));
    for (story, config) in both {
        let before = pipeline::analyse(story.articles.clone(), Vec::new(), &config);
        for copy in copies(story, &before, args.copies, &mut rng) {
            let outcome = outcomes.entry(copy.change).or_default();
            measure(story, &before, &copy, &config, outcome, &mut failures);
        }
    }
    for failure in failures.iter().take(args.errors) {
        println!("{failure}");
    }
    let figures = figures(&outcomes);
    page::write(&outcomes, args)?;
    for (name, value) in &figures {
        println!("{name} {value:.3}");
    }
    check_floors("perturb.", &figures)
}

/// Shares that should be high: changes found, harmless copies left in peace.
fn figures(outcomes: &BTreeMap<Change, Outcome>) -> Figures {
    let share = |c: &Change, o: &Outcome| {
        let conflicts = score::share(o.conflicts, o.copies);
        if c.is_harmless() { 1.0 - conflicts } else { conflicts }
    };
    let made = outcomes.iter().filter(|(_, o)| o.copies > 0);
    made.map(|(c, o)| (format!("perturb.{}", c.as_str()), share(c, o))).collect()
}

/// At most `n` copies of each sort, picked at random.
fn copies(story: &Story, before: &Analysis, n: usize, rng: &mut Rng) -> Vec<Copy> {
    let mut all: Vec<Copy> = linked(story, before).iter().flat_map(|p| changed(story, p, rng)).collect();
    all.extend(renamed(story, before));
    all.extend((0..story.articles.len()).flat_map(|a| reworded(&story.articles[a], a as u32)));
    rng.shuffle(&mut all);
    let mut made: BTreeMap<Change, usize> = BTreeMap::new();
    all.retain(|copy| {
        let count = made.entry(copy.change).or_default();
        *count += 1;
        *count <= n
    });
    all
}

/// A claim whose question is labelled, and which the program linked to that of another article, both giving one answer.
struct Linked<'a> {
    slot: &'a Slot,
    span: Span,
    rivals: Vec<Span>,
}

fn linked<'a>(story: &'a Story, before: &Analysis) -> Vec<Linked<'a>> {
    let mut found = Vec::new();
    for slot in story.slots.iter().filter(|s| s.verdict == "agree") {
        let passages: Vec<Span> = slot.claims.iter().flat_map(|c| story.spans(c)).collect();
        for finding in
            before.findings.iter().filter(|f| matches!(f.verdict, Verdict::Agree | Verdict::Compatible))
        {
            let spans: Vec<Span> = score::spans(finding, &before.graph).collect();
            let on_it: Vec<Span> =
                spans.iter().filter(|s| passages.iter().any(|p| p.overlaps(s))).copied().collect();
            for span in &on_it {
                let rivals: Vec<Span> = on_it.iter().filter(|s| s.article != span.article).copied().collect();
                if !rivals.is_empty() {
                    found.push(Linked { slot, span: *span, rivals });
                }
            }
        }
    }
    found
}

/// The changes that can be made to one claim.
fn changed(story: &Story, claim: &Linked<'_>, rng: &mut Rng) -> Vec<Copy> {
    let span = claim.span;
    let article = &story.articles[span.article as usize];
    let words = article.quote(&span);
    let at = |mut edit: Edit| {
        edit.range = edit.range.start + span.start as usize..edit.range.end + span.start as usize;
        edit
    };
    let copy = |change, edits: Vec<Edit>| Copy {
        change,
        article: span.article,
        field: span.field,
        edits,
        rivals: claim.rivals.clone(),
    };
    let labelled = claim.slot.claims.iter().find(|c| story.spans(c).iter().any(|s| s.overlaps(&span)));
    let label = labelled.and_then(|c| c.value.as_str()).unwrap_or_default().replace(',', "");
    let mut made = Vec::new();
    match claim.slot.kind {
        Kind::Date | Kind::Time => {
            made.extend(edits::date(words, rng).map(|e| copy(Change::Date, vec![at(e)])))
        }
        kind if kind.is_numeric() => {
            let figure = edits::figure(words, rng).filter(|(_, old)| label.contains(old.as_str()));
            made.extend(figure.map(|(e, _)| copy(Change::Figure, vec![at(e)])));
            made.extend(edits::comparator(words).map(|e| copy(Change::Comparator, vec![at(e)])));
        }
        _ => {}
    }
    made
}

/// Each name of several words that two articles print alike, misspelled wherever the text of one of them has it.
fn renamed(story: &Story, before: &Analysis) -> Vec<Copy> {
    let full =
        |c: &&Claim| matches!(&c.value, Value::Words(words) if c.kind == Kind::Name && words.contains(' '));
    let names: Vec<&Claim> = before.graph.claims.iter().filter(full).collect();
    let mut made = Vec::new();
    let mut seen = BTreeSet::new();
    for own in names.iter().filter(|c| c.span.field == Field::Text) {
        let alike = |c: &&&Claim| c.article != own.article && c.value == own.value;
        let rivals: Vec<Span> = names.iter().filter(alike).map(|c| c.span).collect();
        let article = &story.articles[own.article as usize];
        let Some((old, new)) = edits::misspelled(article.quote(&own.span)) else { continue };
        if rivals.is_empty() || !seen.insert((own.article, old.clone())) {
            continue;
        }
        let places = article.text.rmatch_indices(&old);
        let edits = places.map(|(at, w)| Edit { range: at..at + w.len(), words: new.clone() }).collect();
        made.push(Copy { change: Change::Name, article: own.article, field: Field::Text, edits, rivals });
    }
    made
}

/// Each pair of wordings, wherever the text has the first outside quotation marks.
fn reworded(article: &Article, index: u32) -> Vec<Copy> {
    let quotations = gainsay::analyse::segment(article, index).quotations;
    let quoted = |at: usize| {
        quotations.iter().any(|q| q.field == Field::Text && (q.start as usize..q.end as usize).contains(&at))
    };
    let mut made = Vec::new();
    for (from, to) in edits::REWORDINGS {
        let places = article.text.rmatch_indices(from).filter(|(at, _)| !quoted(*at));
        let edits: Vec<Edit> =
            places.map(|(at, w)| Edit { range: at..at + w.len(), words: to.to_owned() }).collect();
        if !edits.is_empty() {
            let (change, field) = (Change::Rewording, Field::Text);
            made.push(Copy { change, article: index, field, edits, rivals: Vec::new() });
        }
    }
    made
}

/// Analyses a copy and counts what it raised.
fn measure(
    story: &Story,
    before: &Analysis,
    copy: &Copy,
    config: &Config,
    outcome: &mut Outcome,
    failures: &mut Vec<String>,
) {
    let mut articles = story.articles.clone();
    let Some(article) = articles.get_mut(copy.article as usize) else { return };
    let field = if copy.field == Field::Title { &mut article.title } else { &mut article.text };
    copy.edits.iter().for_each(|e| field.replace_range(e.range.clone(), &e.words));
    let after = pipeline::analyse(articles, Vec::new(), config);
    outcome.copies += 1;
    let raised = |verdict| {
        if copy.change == Change::Rewording {
            new(before, &after, verdict)
        } else {
            at(copy, &after, verdict)
        }
    };
    let conflict = raised(Verdict::Conflict);
    outcome.conflicts += usize::from(conflict);
    outcome.updates += usize::from(!conflict && !copy.change.is_harmless() && raised(Verdict::Update));
    if conflict == copy.change.is_harmless() {
        failures.push(describe(story, copy));
    }
}

/// Does a finding with the verdict have evidence at the change and in a rival passage?
fn at(copy: &Copy, after: &Analysis, verdict: Verdict) -> bool {
    let mut shift = 0i64;
    let mut places = Vec::new();
    for edit in copy.edits.iter().rev() {
        let start = (edit.range.start as i64 + shift) as u32;
        let end = start + edit.words.len() as u32;
        places.push(Span { article: copy.article, field: copy.field, start, end });
        shift += edit.words.len() as i64 - edit.range.len() as i64;
    }
    after.findings.iter().filter(|f| f.verdict == verdict).any(|f| {
        let spans: Vec<Span> = score::spans(f, &after.graph).collect();
        let any = |of: &[Span]| spans.iter().any(|s| of.iter().any(|p| p.overlaps(s)));
        any(&places) && any(&copy.rivals)
    })
}

/// Is there a finding with the verdict that shares fewer than two sentences with every such finding of before?
fn new(before: &Analysis, after: &Analysis, verdict: Verdict) -> bool {
    let old = sentences(before, verdict);
    sentences(after, verdict).iter().any(|s| old.iter().all(|o| o.intersection(s).count() < 2))
}

/// Of each finding with the verdict, the sentences of its evidence.
fn sentences(analysis: &Analysis, verdict: Verdict) -> Vec<BTreeSet<(u32, u32)>> {
    let place = |id| analysis.graph.claim(id).map(|c| (c.article, c.sentence_index));
    let findings = analysis.findings.iter().filter(|f| f.verdict == verdict);
    findings
        .map(|f| f.positions.iter().flat_map(|p| &p.claims).filter_map(|id| place(*id)).collect())
        .collect()
}

fn describe(story: &Story, copy: &Copy) -> String {
    let article = &story.articles[copy.article as usize];
    let edit = copy.edits.first();
    let old = edit.and_then(|e| article.field(copy.field).get(e.range.clone())).unwrap_or_default();
    let new = edit.map(|e| e.words.as_str()).unwrap_or_default();
    let rivals: Vec<String> = copy
        .rivals
        .iter()
        .filter_map(|s| Some(story.articles.get(s.article as usize)?.quote(s).to_owned()))
        .collect();
    let what = copy.change.as_str();
    format!("{what} · {} · {} · {old} → {new} · against {}", story.id, article.id, rivals.join(" | "))
}
