//! `gainsay check`: read a story, analyse it, report.

use std::io::{self, Write};

use super::args::{Check, StoryArgs};
use super::{Failure, Outcome, complain, output};
use crate::model::{Analysis, Verdict};
use crate::pipeline::{self, Config};
use crate::read::{self, Story};
use crate::report;

pub(super) fn run(args: &Check, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let story = story(&args.story);
    if story.articles.len() < 2 {
        for problem in &story.problems {
            complain(&format!("{}: {}", problem.article, problem.message));
        }
        return Err(Failure::TooFewArticles { found: story.articles.len() });
    }
    let mut analysis = pipeline::analyse(story.articles, story.problems, &Config::default());
    select(&mut analysis, args);
    let options = report::Options { all: args.all, width: output::width() };
    let mut out = output::stdout(color);
    report::write(&analysis, args.format, &options, &mut out)?;
    out.flush()?;
    let conflict = analysis.findings.iter().any(|f| f.verdict == Verdict::Conflict);
    Ok(if conflict { Outcome::Objections } else { Outcome::Clean })
}

/// The articles that a command line names.
pub(super) fn story(args: &StoryArgs) -> Story {
    read::story(&args.paths, &mut io::stdin().lock())
}

/// Keeps the findings that the command line asks for; what is left out has no say in the exit code either.
fn select(analysis: &mut Analysis, args: &Check) {
    let wanted_kind = |kind| args.kind.is_empty() || args.kind.contains(&kind);
    analysis.findings.retain(|f| f.confidence >= args.min_confidence && wanted_kind(f.kind));
}
