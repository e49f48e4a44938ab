//! `gainsay check` and `gainsay graph`: read a story or several, analyse, report.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::args::{Check, Graph};
use super::config::{Settings, Unmatched};
use super::progress::Progress;
use super::stories::{self, Plan, StoryPaths};
use super::{Failure, Outcome, baseline, complain, output, remarks};
use crate::model::{Analysis, Finding, Severity, Verdict};
use crate::pipeline;
use crate::read::{self, Story};
use crate::report::{self, Series, fingerprint};

pub(super) fn run(args: &Check, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let plan = stories::plan(&args.story);
    if matches!(plan, Plan::Several(_)) && Series::new(args.format).is_none() {
        return Err(Failure::OneStoryOnly { format: args.format.as_str() });
    }
    let mut run = Run::new(args)?;
    let mut out: Box<dyn Write> = match &args.target.output {
        None if args.quiet => Box::new(io::sink()),
        file => output::target(file.as_deref(), color)?,
    };
    match plan {
        Plan::One(story) => run.one(&story, &mut *out)?,
        Plan::Several(stories) => run.several(&stories, &mut *out)?,
    }
    out.flush()?;
    run.finish()
}

/// One call of `check`, over one story or several.
struct Run<'a> {
    args: &'a Check,
    /// Fingerprints of the findings that were known before; with `--write-baseline`, of all that were found.
    known: BTreeSet<String>,
    /// What `--write-baseline` writes: fingerprint and question.
    found: BTreeMap<String, String>,
    /// What of the settings has matched nothing yet.
    unmatched: Unmatched,
    tally: Tally,
}

/// What the stories came to.
#[derive(Default)]
struct Tally {
    stories: usize,
    with_conflicts: usize,
    conflicts: usize,
    /// Stories that could not be compared.
    failed: usize,
    /// Things that were named and are missing.
    unread: usize,
}

impl<'a> Run<'a> {
    fn new(args: &'a Check) -> Result<Run<'a>, Failure> {
        let known = match &args.baseline {
            Some(path) if !args.write_baseline => baseline::load(path)?,
            _ => BTreeSet::new(),
        };
        let (found, unmatched, tally) = (BTreeMap::new(), Unmatched::default(), Tally::default());
        Ok(Run { args, known, found, unmatched, tally })
    }

    fn one(&mut self, story: &StoryPaths, out: &mut dyn Write) -> Result<(), Failure> {
        let analysis = self.analyse(story)?;
        let options = self.options();
        report::write(&analysis, self.args.format, &options, out)?;
        // The program is at its end: to give back a big story's millions of small things one by one would take seconds.
        std::mem::forget(analysis);
        Ok(())
    }

    fn several(&mut self, stories: &[StoryPaths], out: &mut dyn Write) -> Result<(), Failure> {
        let Some(mut series) = Series::new(self.args.format) else { return Ok(()) };
        for story in stories {
            match self.analyse(story) {
                Ok(analysis) => series.story(&story.name, &analysis, &self.options(), out)?,
                Err(Failure::TooFewArticles { found }) => {
                    self.tally.failed += 1;
                    self.tally.unread += usize::from(story.is_named);
                    complain(&format!("{}: {}", story.name, Failure::TooFewArticles { found }));
                }
                Err(failure) => return Err(failure),
            }
        }
        series.end(out)?;
        let line = self.tally.line();
        match self.args.format {
            report::Format::Text => writeln!(out, "{line}")?,
            report::Format::Markdown => writeln!(out, "\n{line}")?,
            _ if !self.args.quiet => complain(&line),
            _ => {}
        }
        Ok(())
    }

    fn options(&self) -> report::Options<'_> {
        report::Options { all: self.args.all, width: output::width(), known: &self.known, why: self.args.why }
    }

    /// Reads and analyses a story, keeps what is asked for, and counts it.
    fn analyse(&mut self, paths: &StoryPaths) -> Result<Analysis, Failure> {
        let settings = Settings::load(self.args.config.as_deref(), &paths.paths)?;
        let mut story = read::story(&paths.paths, &mut io::stdin().lock());
        remarks::print(&story, self.args.story.verbose, self.args.quiet);
        self.tally.unread += story.unread;
        self.unmatched.of_articles(&settings, &story.articles);
        story.articles.iter_mut().for_each(|a| settings.rename(a));
        let mut analysis = analyse(story, &settings, self.args.quiet)?;
        self.unmatched.of_findings(&settings, analysis.findings.iter().map(fingerprint).collect());
        select(&mut analysis, self.args, &settings);
        if self.args.write_baseline {
            let told = analysis.findings.iter().filter(|f| f.verdict != Verdict::Agree);
            self.found.extend(told.map(|f| (fingerprint(f), f.question.clone())));
            self.known.extend(self.found.keys().cloned());
        }
        self.count(&analysis);
        Ok(analysis)
    }

    fn count(&mut self, analysis: &Analysis) {
        let is_new_conflict = |f: &&Finding| {
            analysis.severity(f).is_some_and(|s| s != Severity::Note) && !self.known.contains(&fingerprint(f))
        };
        let conflicts = analysis.findings.iter().filter(is_new_conflict).count();
        self.tally.stories += 1;
        self.tally.with_conflicts += usize::from(conflicts > 0);
        self.tally.conflicts += conflicts;
    }

    fn finish(self) -> Result<Outcome, Failure> {
        if let (Some(path), true) = (&self.args.baseline, self.args.write_baseline) {
            baseline::save(path, self.found)?;
        }
        if !self.args.quiet {
            let paths = &self.args.story.paths;
            self.unmatched.warnings(self.args.config.is_some(), paths).iter().for_each(|w| complain(w));
        }
        Ok(match self.tally {
            Tally { unread: 1.., .. } => Outcome::Incomplete,
            Tally { conflicts: 1.., .. } => Outcome::Objections,
            _ => Outcome::Clean,
        })
    }
}

impl Tally {
    /// "12 stories: 3 with conflicts (7 in all), 9 without; 1 more could not be compared".
    fn line(&self) -> String {
        let stories = if self.stories == 1 { "story" } else { "stories" };
        let conflicts = match self.with_conflicts {
            0 => "no conflicts".to_owned(),
            n => format!("{n} with conflicts ({} in all), {} without", self.conflicts, self.stories - n),
        };
        let failed = match self.failed {
            0 => String::new(),
            n => format!("; {n} more could not be compared"),
        };
        format!("{} {stories}: {conflicts}{failed}", self.stories)
    }
}

/// Draws the claim graph; that there are conflicts in it is no objection.
pub(super) fn graph(args: &Graph, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let paths = match stories::plan(&args.story) {
        Plan::One(paths) => paths,
        Plan::Several(_) => return Err(Failure::OneStoryOnly { format: args.format.as_str() }),
    };
    let settings = Settings::load(args.config.as_deref(), &paths.paths)?;
    let mut story = read::story(&paths.paths, &mut io::stdin().lock());
    remarks::print(&story, args.story.verbose, false);
    let unread = story.unread;
    story.articles.iter_mut().for_each(|a| settings.rename(a));
    let analysis = analyse(story, &settings, false)?;
    let known = BTreeSet::new();
    let options = report::Options { all: true, width: output::width(), known: &known, why: false };
    let mut out = output::target(args.target.output.as_deref(), color)?;
    report::write(&analysis, args.format, &options, &mut out)?;
    out.flush()?;
    Ok(if unread > 0 { Outcome::Incomplete } else { Outcome::Clean })
}

fn analyse(mut story: Story, settings: &Settings, quiet: bool) -> Result<Analysis, Failure> {
    if story.articles.len() < 2 {
        return Err(Failure::TooFewArticles { found: story.articles.len() });
    }
    // What was found and could not be read belongs to the report; a picture beside the articles does not.
    let meant = story.aside.into_iter().filter(|a| !a.foreign);
    story.problems.extend(meant.map(|a| a.problem));
    let mut progress = (!quiet).then(|| Progress::new(story.articles.len()));
    let done = &mut |articles| {
        if let Some(progress) = &mut progress {
            progress.reach(articles);
        }
    };
    Ok(pipeline::analyse_with_progress(story.articles, story.problems, &settings.pipeline(), done))
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
