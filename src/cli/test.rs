//! `gainsay test`: stories against their `expected.json`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use similar::{ChangeTag, TextDiff};

use super::args::Test;
use super::config::Settings;
use super::{Failure, Outcome, output};
use crate::{pipeline, read, report};

const EXPECTED: &str = "expected.json";

const OK: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// What became of one story.
enum Verdict {
    Same,
    Blessed,
    /// What is found in place of what is expected: (expected, found).
    Different(String, String),
    /// There is nothing to compare, or nothing to compare with.
    Broken(String),
}

pub(super) fn run(args: &Test, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let folders = stories(&args.folders, args.bless)?;
    let mut out = output::stdout(color);
    let mut suite = TestSuite::new("gainsay");
    let mut bad = 0;
    for folder in &folders {
        let verdict = judge(folder, args.bless)?;
        bad += u32::from(matches!(verdict, Verdict::Different(..) | Verdict::Broken(_)));
        show(folder, &verdict, &mut out)?;
        suite.add_test_case(case(folder, &verdict));
    }
    let stories = if folders.len() == 1 { "story" } else { "stories" };
    writeln!(out, "{} {stories}, {bad} not as expected", folders.len())?;
    out.flush()?;
    if let Some(path) = &args.junit {
        let mut report = Report::new("gainsay");
        report.add_test_suite(suite);
        fs::write(path, report.to_string().map_err(io::Error::other)?).map_err(|e| Failure::file(path, e))?;
    }
    Ok(if bad > 0 { Outcome::Objections } else { Outcome::Clean })
}

/// The story folders: those given, or else their sub-folders, that have an `expected.json` (or are to get one).
fn stories(folders: &[PathBuf], bless: bool) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    // `gainsay test examples/*` names the folder's README, too.
    let named_readme =
        |p: &&PathBuf| p.is_file() && p.file_stem().is_some_and(|n| n.eq_ignore_ascii_case("readme"));
    for folder in folders.iter().filter(|p| !named_readme(p)) {
        if folder.join(EXPECTED).is_file() || (bless && holds_story(folder)) {
            found.push(folder.clone());
            continue;
        }
        let entries = fs::read_dir(folder).map_err(|e| Failure::file(folder, e))?;
        let mut inner: Vec<PathBuf> =
            entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()).collect();
        inner.retain(|p| p.join(EXPECTED).is_file() || (bless && holds_story(p)));
        inner.sort();
        found.extend(inner);
    }
    if found.is_empty() { Err(Failure::NoStory) } else { Ok(found) }
}

fn holds_story(folder: &Path) -> bool {
    read::story(&[folder.to_owned()], &mut io::empty()).articles.len() > 1
}

fn judge(folder: &Path, bless: bool) -> Result<Verdict, Failure> {
    let settings = Settings::load(None, &[folder.to_owned()])?;
    let mut story = read::story(&[folder.to_owned()], &mut io::empty());
    story.articles.iter_mut().for_each(|a| settings.rename(a));
    if story.articles.len() < 2 {
        let problems: Vec<String> =
            story.problems.iter().map(|p| format!("{}: {}", p.article, p.message)).collect();
        return Ok(Verdict::Broken(format!("fewer than two readable articles; {}", problems.join("; "))));
    }
    let analysis = pipeline::analyse(story.articles, story.problems, &settings.pipeline());
    let found = report::expected(&analysis).map_err(io::Error::other)?;
    let path = folder.join(EXPECTED);
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if expected == found {
        return Ok(Verdict::Same);
    }
    if bless {
        fs::write(&path, &found).map_err(|e| Failure::file(&path, e))?;
        return Ok(Verdict::Blessed);
    }
    Ok(Verdict::Different(expected, found))
}

fn show(folder: &Path, verdict: &Verdict, out: &mut dyn Write) -> io::Result<()> {
    let name = folder.display();
    match verdict {
        Verdict::Same => writeln!(out, "{OK}ok{OK:#}    {name}"),
        Verdict::Blessed => writeln!(out, "{OK}bless{OK:#} {name}"),
        Verdict::Broken(reason) => writeln!(out, "{BAD}FAIL{BAD:#}  {name}: {}", report::printable(reason)),
        Verdict::Different(expected, found) => {
            writeln!(out, "{BAD}FAIL{BAD:#}  {name}: {BAD}- expected{BAD:#} {OK}+ found{OK:#}")?;
            difference(expected, found, out)
        }
    }
}

/// The changed lines with a few around them.
fn difference(expected: &str, found: &str, out: &mut dyn Write) -> io::Result<()> {
    let diff = TextDiff::from_lines(expected, found);
    for (number, group) in diff.grouped_ops(3).iter().enumerate() {
        if number > 0 {
            writeln!(out, "      …")?;
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', BAD),
                ChangeTag::Insert => ('+', OK),
                ChangeTag::Equal => (' ', Style::new()),
            };
            writeln!(out, "    {style}{sign} {}{style:#}", report::printable(change.value().trim_end()))?;
        }
    }
    Ok(())
}

fn case(folder: &Path, verdict: &Verdict) -> TestCase {
    let failure = |kind, message: &str, text: Option<String>| {
        let mut status = TestCaseStatus::non_success(kind);
        status.set_message(report::printable(message));
        if let Some(text) = text {
            status.set_description(report::printable(&text));
        }
        status
    };
    let status = match verdict {
        Verdict::Same | Verdict::Blessed => TestCaseStatus::success(),
        Verdict::Broken(reason) => failure(NonSuccessKind::Error, reason, None),
        Verdict::Different(expected, found) => {
            let diff =
                TextDiff::from_lines(expected, found).unified_diff().header("expected", "found").to_string();
            failure(NonSuccessKind::Failure, "the findings are not those expected", Some(diff))
        }
    };
    TestCase::new(report::printable(&folder.display().to_string()), status)
}
