//! The command line's grammar.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

use crate::model::Kind;
use crate::report::Format;

/// Checks news articles on one story against each other: what each outlet claims, and where they disagree.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(super) color: clap::ColorChoice,
}

const EXIT_CODES: &str = "\
Exit codes: 0 no conflict, 1 conflicts found, 2 could not run or could not read all that was named.\n\
`gainsay test`: 0 as expected, 1 not as expected, 2 could not run.\n\n\
Example: gainsay check story/";

const CHECK: &str = "\
Examples:
  gainsay check story/                      all articles of a folder
  gainsay check gull.txt post.html wire.pdf
  gainsay check stories/                    a folder of story folders, one after the other
  gainsay check -f html -o story.html story/
  gainsay check --kind count,money --min-confidence 0.8 story/
  cat articles.jsonl | gainsay check -      one article a line";

const EXTRACT: &str = "\
Examples:
  gainsay extract gull.txt
  gainsay extract story/ -o claims.jsonl";

const GRAPH: &str = "\
Examples:
  gainsay graph story/ | dot -Tpdf > story.pdf
  gainsay graph -f svg -o story.svg story/";

const TEST: &str = "\
Examples:
  gainsay test --bless stories/   write each story's expected.json
  gainsay test stories/           compare with it";

const MENTIONS: &str = "\
Example:
  echo '{\"id\": \"1\", \"text\": \"Nearly $6 billion.\", \"date\": \"2024-11-11\"}' | gainsay mentions";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the articles of one story and report where they disagree
    #[command(after_help = CHECK)]
    Check(Check),
    /// Print what each article claims, one JSON line per claim
    #[command(after_help = EXTRACT)]
    Extract(Extract),
    /// Print the claim graph of a story: who claims what in answer to which question
    #[command(after_help = GRAPH)]
    Graph(Graph),
    /// Check story folders against their expected.json
    #[command(after_help = TEST)]
    Test(Test),
    /// List the kinds of file that articles are read from
    #[command(after_help = "Example:\n  gainsay formats")]
    Formats,
    /// List the checks
    #[command(after_help = "Example:\n  gainsay checks")]
    Checks,
    /// Say what a check looks for
    #[command(after_help = "Example:\n  gainsay explain value-differs")]
    Explain {
        /// The check's code, as it stands behind each finding
        #[arg(value_parser = code())]
        code: String,
    },
    /// Find the numbers and times of texts: JSON lines {"id", "text", "date"} in, their mentions out
    #[command(after_help = MENTIONS)]
    Mentions,
    /// Print the JSON Schema of the report or of gainsay.toml
    #[command(after_help = "Example:\n  gainsay schema config > gainsay.schema.json")]
    Schema {
        #[arg(value_enum, default_value_t)]
        which: Schema,
    },
    /// Print a shell's completion script
    #[command(
        after_help = "Example:\n  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay"
    )]
    Completions { shell: clap_complete::Shell },
    /// Print the manual page (gainsay man | man -l -)
    #[command(after_help = "Example:\n  gainsay man | man -l -")]
    Man,
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(super) enum Schema {
    /// What `check --format json` prints
    #[default]
    Report,
    /// What gainsay.toml may hold
    Config,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) story: StoryArgs,
    /// What to print
    #[arg(long, short, value_name = "FORMAT", default_value = "text", value_parser = format())]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) target: Target,
    /// Print no report and no remarks: only errors, and the exit code
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// Leave out findings that are less sure than this, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_confidence: Option<f64>,
    /// Only findings of these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind())]
    pub(super) kind: Vec<Kind>,
    /// Show what the outlets agree on, too
    #[arg(long)]
    pub(super) all: bool,
    /// List what only one article says, and what could not be compared, too (text, json, html, markdown)
    #[arg(long)]
    pub(super) unmatched: bool,
    /// Show which features linked the claims of each finding, and how much each counted (text, json, jsonl)
    #[arg(long)]
    pub(super) why: bool,
    /// Mark the findings in this file as known; only new conflicts decide the exit code
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write what is found to the baseline file, as known from now on
    #[arg(long, requires = "baseline")]
    pub(super) write_baseline: bool,
    /// Settings other than the gainsay.toml next to the articles or in a folder above them
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Graph {
    #[command(flatten)]
    pub(super) story: StoryArgs,
    /// dot (Graphviz) and graphml have the whole graph, svg is a picture of the disagreements
    #[arg(long, short, value_name = "FORMAT", default_value = "dot", value_parser = graph_format())]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) target: Target,
    /// Settings other than the gainsay.toml next to the articles or in a folder above them
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) story: StoryArgs,
    #[command(flatten)]
    pub(super) target: Target,
    /// Settings other than the gainsay.toml next to the articles or in a folder above them
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Test {
    /// Story folders with an expected.json, or folders of such folders
    #[arg(required = true, value_name = "DIR")]
    pub(super) folders: Vec<PathBuf>,
    /// Write what is found as what is expected
    #[arg(long)]
    pub(super) bless: bool,
    /// Write the results as JUnit XML, too
    #[arg(long, value_name = "FILE")]
    pub(super) junit: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct StoryArgs {
    /// Article files (`gainsay formats` lists the kinds), folders of them, or - for standard input
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(super) paths: Vec<PathBuf>,
    /// Take everything for one story; by default each folder is one
    #[arg(long)]
    pub(super) one_story: bool,
    /// List each file that was left aside, and why
    #[arg(long, short)]
    pub(super) verbose: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// Write to this file rather than to standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

fn format() -> impl TypedValueParser<Value = Format> {
    named(Format::ALL, Format::as_str)
}

fn graph_format() -> impl TypedValueParser<Value = Format> {
    named([Format::Dot, Format::Graphml, Format::Svg], Format::as_str)
}

fn code() -> PossibleValuesParser {
    let checks = crate::check::metas().into_iter().map(|m| PossibleValue::new(m.code));
    let attributes = crate::english::attributes::attributes().iter().map(|a| a.name.as_str());
    let attributes = attributes.chain(["attributes"]).map(|name| PossibleValue::new(name).hide(true));
    PossibleValuesParser::new(checks.chain(attributes))
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    named(Kind::ALL, Kind::as_str)
}

/// Offers the values by their names.
fn named<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.map(name)).try_map(move |s| {
        all.into_iter().find(|v| name(*v) == s).ok_or_else(|| format!("unknown value `{s}`"))
    })
}

fn probability(words: &str) -> Result<f64, String> {
    match words.parse::<f64>() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
