//! `gainsay check` and `gainsay graph`: read a story, analyse it, report.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::args::{Check, Graph, StoryArgs};
use super::config::Settings;
use super::progress::Progress;
use super::{Failure, Outcome, baseline, complain, output};
use crate::model::{Analysis, Finding, Severity};
use crate::pipeline;
use crate::read::{self, Story};
use crate::report::{self, fingerprint};

pub(super) fn run(args: &Check, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let settings = Settings::load(args.config.as_deref(), &args.story.paths)?;
    let mut analysis = analyse(&args.story, &settings)?;
    select(&mut analysis, args, &settings);
    let known = known(args, &analysis)?;
    let options = report::Options { all: args.all, width: output::width(), known: &known, why: args.why };
    let mut out = output::stdout(color);
    report::write(&analysis, args.format, &options, &mut out)?;
    out.flush()?;
    let is_new_conflict = |f: &Finding| {
        analysis.severity(f).is_some_and(|s| s != Severity::Note) && !known.contains(&fingerprint(f))
    };
    let objects = analysis.findings.iter().any(is_new_conflict);
    // The program is at its end: to give back a big story's millions of small things one by one would take seconds.
    std::mem::forget(analysis);
    Ok(if objects { Outcome::Objections } else { Outcome::Clean })
}

/// Draws the claim graph; that there are conflicts in it is no objection.
pub(super) fn graph(args: &Graph, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let settings = Settings::load(args.config.as_deref(), &args.story.paths)?;
    let analysis = analyse(&args.story, &settings)?;
    let known = BTreeSet::new();
    let options = report::Options { all: true, width: output::width(), known: &known, why: false };
    let mut out = output::stdout(color);
    report::write(&analysis, args.format, &options, &mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}

fn analyse(args: &StoryArgs, settings: &Settings) -> Result<Analysis, Failure> {
    let mut story = story(args);
    if story.articles.len() < 2 {
        for problem in &story.problems {
            complain(&format!("{}: {}", problem.article, problem.message));
        }
        return Err(Failure::TooFewArticles { found: story.articles.len() });
    }
    story.articles.iter_mut().for_each(|a| settings.rename(a));
    let mut progress = Progress::new(story.articles.len());
    let done = &mut |articles| progress.reach(articles);
    Ok(pipeline::analyse_with_progress(story.articles, story.problems, &settings.pipeline(), done))
}

/// The fingerprints of what is known; after `--write-baseline`, of all that was found.
fn known(args: &Check, analysis: &Analysis) -> Result<BTreeSet<String>, Failure> {
    let Some(path) = &args.baseline else { return Ok(BTreeSet::new()) };
    if args.write_baseline {
        baseline::save(path, analysis)?;
    }
    baseline::load(path)
}

/// The articles that a command line names.
pub(super) fn story(args: &StoryArgs) -> Story {
    read::story(&args.paths, &mut io::stdin().lock())
}

/// Keeps the findings that the command line and the settings ask for; what is left out has no say in the exit code
/// either.
fn select(analysis: &mut Analysis, args: &Check, settings: &Settings) {
    let least = args.min_confidence.or(settings.min_confidence()).unwrap_or_default();
    let kinds = if args.kind.is_empty() { &settings.kinds } else { &args.kind };
    let is_wanted = |f: &Finding| {
        f.confidence >= least
            && (kinds.is_empty() || kinds.contains(&f.kind))
            && (args.kind.contains(&f.kind) || !settings.kinds_off.contains(&f.kind))
            && !settings.ignores(&fingerprint(f))
    };
    analysis.findings.retain(is_wanted);
    let claims = &analysis.graph;
    let of_kind = |id| kinds.is_empty() || claims.claim(id).is_some_and(|c| kinds.contains(&c.kind));
    analysis.unmatched.retain(|u| args.unmatched && of_kind(u.claim));
}
