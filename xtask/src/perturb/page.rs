//! docs/accuracy-perturb.md.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;

use super::{Args, Change, Outcome};
use crate::eval::{root, score};

const HEAD: &str = "\
# Altered copies

Written by `cargo xtask perturb`. Each copy is an example or a labelled story with one article altered. *figure*, *date*: a claim that the
program had linked to another outlet's and found in agreement is made untrue; *name*: a person's full name that two outlets print alike is
misspelled wherever one of them has it. A conflict with evidence at that place and in the other outlet's words counts as found. *comparator*: the bound is put in other words (\"more than\" for \"over\"), or a round figure called
\"about\" itself. *rewording*: words outside quotation marks are replaced by others of the same meaning. There a conflict is a false alarm.

";

pub(super) fn write(outcomes: &BTreeMap<Change, Outcome>, args: &Args) -> Result<(), Box<dyn Error>> {
    let mut page = HEAD.to_owned();
    writeln!(page, "| change | copies | conflict raised | update raised | |\n|---|---|---|---|---|")?;
    for (change, o) in outcomes {
        let meaning = if change.is_harmless() { "false alarms" } else { "found" };
        let share = match o.copies {
            0 => "nothing to alter".to_owned(),
            n => format!("{meaning}: {:.3}", score::share(o.conflicts, n)),
        };
        writeln!(page, "| {} | {} | {} | {} | {share} |", change.as_str(), o.copies, o.conflicts, o.updates)?;
    }
    writeln!(page, "\nSeed {}, at most {} copies of a story for each sort.", args.seed, args.copies)?;
    fs::write(root().join("docs/accuracy-perturb.md"), page)?;
    Ok(())
}
