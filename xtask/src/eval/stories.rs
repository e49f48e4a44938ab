//! `cargo xtask eval stories`: the findings on the labelled stories and on the examples.

use std::error::Error;
use std::path::PathBuf;

use gainsay::model::Kind;
use gainsay::pipeline::{self, Config};

use super::Figures;
use super::funnel::{self, Funnel};
use super::score::{Counts, Tally, share};
use crate::gold::{self, Story};
use crate::linker;

/// What to score and to show.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with stories/ and labels/; the linker that scores a story was fitted without it
    #[arg(long, default_value = "../shared/gold")]
    gold: PathBuf,
    /// Score the examples only
    #[arg(long)]
    examples: bool,
    /// Only stories whose id starts so
    #[arg(long, default_value = "")]
    only: String,
    /// Print where on the way the numeric questions are lost
    #[arg(long)]
    funnel: bool,
    /// Print how the figures grow with the number of stories that the linker is fitted to
    #[arg(long)]
    curve: bool,
    /// Print as many mistakes
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

/// Scores and prints.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    if args.curve {
        curve(&gold::load(&args.gold)?, &args.only);
        return Ok(());
    }
    let examples = examples()?;
    show("examples", &examples, args.errors);
    if !args.examples {
        let stories = gold::load(&args.gold)?;
        show("labelled stories, cross-validated", &crossed(&stories, &args.only), args.errors);
        if args.funnel {
            let mut passed = Funnel::new();
            for (story, config) in stories.iter().zip(linker::configs(&stories)) {
                funnel::add(&mut passed, story, &config);
            }
            funnel::show(&passed);
        }
    }
    Ok(())
}

/// The examples with the shipped weights, which were fitted on other stories.
pub(crate) fn examples() -> Result<Tally, Box<dyn Error>> {
    let mut tally = Tally::default();
    for story in gold::examples(&super::root().join("examples"))? {
        tally.add(&story, &pipeline::analyse(story.articles.clone(), Vec::new(), &Config::default()));
    }
    Ok(tally)
}

/// The stories whose id starts with `only`, each with weights that it had no part in.
pub(crate) fn crossed(stories: &[Story], only: &str) -> Tally {
    tally(stories, linker::configs(stories), only)
}

/// The stories whose id starts with `only`, each as its own config has it.
fn tally(stories: &[Story], configs: Vec<Config>, only: &str) -> Tally {
    let mut tally = Tally::default();
    for (story, config) in stories.iter().zip(configs).filter(|(s, _)| s.id.starts_with(only)) {
        tally.add(story, &pipeline::analyse(story.articles.clone(), Vec::new(), &config));
    }
    tally
}

/// Stories that the linker is fitted to, along the curve; the last is all that cross-validation leaves.
const CURVE: [usize; 4] = [15, 30, 60, 108];

/// Prints the learning curve: every story is scored with weights fitted to so many others.
fn curve(stories: &[Story], only: &str) {
    let material = linker::Material::of(stories);
    println!("{:>8}  linked numeric  verdict  conflict precision  recall     F1", "stories");
    for most in CURVE {
        let tally = tally(stories, material.configs(most), only);
        let (n, of) = tally.linked_of(Kind::is_numeric);
        let c = tally.conflicts();
        println!(
            "{most:8}  {:14.3}  {:7.3}  {:18.3}  {:6.3}  {:5.3}",
            share(n, of),
            tally.verdicts(),
            c.precision(),
            c.recall(),
            c.f1()
        );
    }
}

/// The figures by name, for the floors and the page.
pub(crate) fn figures(set: &str, tally: &Tally, figures: &mut Figures) {
    let mut put = |name: &str, value: f64| figures.insert(format!("{set}.{name}"), value);
    for (name, (n, of)) in groups(tally) {
        put(&format!("linked.{name}"), share(n, of));
    }
    put("verdict", tally.verdicts());
    put("untrapped", 1.0 - share(tally.trapped, tally.traps));
    for (name, counts) in [("conflict", tally.conflicts()), ("variant", tally.variant)] {
        put(&format!("{name}.precision"), counts.precision());
        put(&format!("{name}.recall"), counts.recall());
        put(&format!("{name}.f1"), counts.f1());
    }
}

/// The three groups of questions that linking is measured on.
pub(crate) fn groups(tally: &Tally) -> [(&'static str, (usize, usize)); 3] {
    [
        ("numeric", tally.linked_of(Kind::is_numeric)),
        ("quote", tally.linked_of(|k| k == Kind::Quote)),
        ("other", tally.linked_of(|k| !k.is_numeric() && k != Kind::Quote)),
    ]
}

fn show(name: &str, tally: &Tally, errors: usize) {
    println!("{name}: {} stories", tally.stories);
    for (group, (n, of)) in groups(tally) {
        println!("  linked {group:8} {n:4} of {of:4} = {:.3}", share(n, of));
    }
    println!("  verdict right {:.3}", tally.verdicts());
    line("conflict", tally.conflicts());
    line("variant", tally.variant);
    println!("  traps reported as conflict {} of {}", tally.trapped, tally.traps);
    println!("  by kind: linked; conflicts");
    for (kind, (n, of)) in &tally.linked {
        let c = tally.conflict.get(kind).copied().unwrap_or_default();
        println!(
            "    {:9} {n:4} of {of:4} = {:.2}; reported {:3}, right {:3}; labelled {:3}, found {:3}",
            kind.as_str(),
            share(*n, *of),
            c.reported,
            c.right,
            c.labelled,
            c.found
        );
    }
    let confusion: Vec<String> =
        tally.confusion.iter().map(|((label, given), n)| format!("{label}→{given} {n}")).collect();
    println!("  label→given: {}", confusion.join(", "));
    for m in tally.mistakes.iter().take(errors) {
        println!("  {} · {} · {} · {}", m.what, m.story, m.question, m.evidence);
    }
}

fn line(name: &str, c: Counts) {
    println!(
        "  {name:9} precision {:.3} ({} of {}), recall {:.3} ({} of {}), F1 {:.3}",
        c.precision(),
        c.right,
        c.reported,
        c.recall(),
        c.found,
        c.labelled,
        c.f1()
    );
}
