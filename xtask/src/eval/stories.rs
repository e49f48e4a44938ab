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
    /// Print as many mistakes
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

/// Scores and prints.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
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
    let mut tally = Tally::default();
    for (story, config) in
        stories.iter().zip(linker::configs(stories)).filter(|(s, _)| s.id.starts_with(only))
    {
        tally.add(story, &pipeline::analyse(story.articles.clone(), Vec::new(), &config));
    }
    tally
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
