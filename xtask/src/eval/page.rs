//! docs/accuracy.md: the figures as tables, with links to the parts that have pages of their own.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::score::{Counts, Tally, share};
use super::specs::Specs;
use super::stories::groups;

const HEAD: &str = "\
# Accuracy

Written by `cargo xtask eval`; `accuracy-floors.toml` holds the figures below which it fails.

## Stories

The labelled stories are 120 real ones: 40 of national politics, 50 of gun incidents, 30 of every kind. Every question that two
or more articles answer was labelled by hand with its answers and a verdict. A finding answers a question when its evidence
overlaps the labelled passages of two articles or more. The linker that scores a story was fitted to other stories only (ten
folds). The examples are the five stories of `examples/`, scored with the shipped weights.

On twelve of these stories a second careful reader reached: linked numeric 0.92, verdicts 0.95, conflicts precision 0.88, recall
0.65, F1 0.75, rewordings F1 0.97.

";

/// Writes the page.
pub(crate) fn write(examples: &Tally, labelled: &Tally, specs: &Specs) -> Result<(), Box<dyn Error>> {
    let mut page = HEAD.to_owned();
    summary(&mut page, examples, labelled)?;
    kinds(&mut page, labelled)?;
    confusion(&mut page, labelled)?;
    mentions(&mut page, specs)?;
    parts(&mut page)?;
    fs::write(super::root().join("docs/accuracy.md"), page)?;
    Ok(())
}

fn summary(page: &mut String, examples: &Tally, labelled: &Tally) -> Result<(), Box<dyn Error>> {
    writeln!(page, "| | labelled stories | examples |\n|---|---|---|")?;
    writeln!(page, "| stories | {} | {} |", labelled.stories, examples.stories)?;
    for ((name, a), (_, b)) in groups(labelled).into_iter().zip(groups(examples)) {
        writeln!(page, "| questions linked: {name} | {} | {} |", of(a), of(b))?;
    }
    writeln!(
        page,
        "| verdict right, of the linked | {:.3} | {:.3} |",
        labelled.verdicts(),
        examples.verdicts()
    )?;
    let pairs = [
        ("conflicts", labelled.conflicts(), examples.conflicts()),
        ("rewordings", labelled.variant, examples.variant),
    ];
    for (name, a, b) in pairs {
        writeln!(page, "| {name}: precision | {} | {} |", precision(a), precision(b))?;
        writeln!(page, "| {name}: recall | {} | {} |", recall(a), recall(b))?;
        writeln!(page, "| {name}: F1 | {:.3} | {:.3} |", a.f1(), b.f1())?;
    }
    let traps = |t: &Tally| of((t.trapped, t.traps));
    writeln!(page, "| look-alikes reported as conflict | {} | {} |", traps(labelled), traps(examples))?;
    Ok(())
}

fn kinds(page: &mut String, tally: &Tally) -> Result<(), Box<dyn Error>> {
    writeln!(page, "\n### By kind of question, labelled stories\n")?;
    writeln!(page, "| kind | linked | conflicts: precision | recall |\n|---|---|---|---|")?;
    for (kind, &linked) in &tally.linked {
        let c = tally.conflict.get(kind).copied().unwrap_or_default();
        writeln!(page, "| {kind} | {} | {} | {} |", of(linked), precision(c), recall(c))?;
    }
    Ok(())
}

fn confusion(page: &mut String, tally: &Tally) -> Result<(), Box<dyn Error>> {
    const VERDICTS: [&str; 5] = ["agree", "compatible", "update", "conflict", "variant"];
    writeln!(page, "\n### Verdicts, labelled stories\n\nRows: the label; columns: the verdict given.\n")?;
    writeln!(page, "| | {} |\n|---|---|---|---|---|---|", VERDICTS.join(" | "))?;
    for label in VERDICTS {
        let count = |given: &str| tally.confusion.get(&(label.to_owned(), given.to_owned())).unwrap_or(&0);
        let row: Vec<String> = VERDICTS.iter().map(|given| count(given).to_string()).collect();
        writeln!(page, "| {label} | {} |", row.join(" | "))?;
    }
    Ok(())
}

fn mentions(page: &mut String, specs: &Specs) -> Result<(), Box<dyn Error>> {
    writeln!(page, "\n## Numbers and times\n")?;
    writeln!(
        page,
        "`gainsay mentions` on the development halves of the peers' test cases, in per cent. Best published on all of NewsQuant \
         (CQE): value 92.0, value+unit 85.6, value+change 88.1, value+concept partial 76.1, exact 57.0.\n"
    )?;
    writeln!(page, "| cases | measure | precision | recall | F1 |\n|---|---|---|---|---|")?;
    for ((set, measure), l) in specs {
        let measure = if measure.is_empty() { "value" } else { measure };
        writeln!(page, "| {set} | {measure} | {:.1} | {:.1} | {:.1} |", l.precision, l.recall, l.f1)?;
    }
    Ok(())
}

/// Links every docs/accuracy-*.md under its own title.
fn parts(page: &mut String) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir(super::root().join("docs"))?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    let links: Vec<String> = files.iter().filter_map(|f| link(f)).collect();
    if !links.is_empty() {
        writeln!(page, "\n## More\n\n{}", links.join("\n"))?;
    }
    Ok(())
}

fn link(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str().filter(|n| n.starts_with("accuracy-") && n.ends_with(".md"))?;
    let text = fs::read_to_string(path).ok()?;
    let title = text.lines().find_map(|l| l.strip_prefix("# "))?;
    Some(format!("- [{title}]({name})"))
}

fn of((n, of): (usize, usize)) -> String {
    if of == 0 { "–".to_owned() } else { format!("{n} of {of} = {:.3}", share(n, of)) }
}

fn precision(c: Counts) -> String {
    of((c.right, c.reported))
}

fn recall(c: Counts) -> String {
    of((c.found, c.labelled))
}
