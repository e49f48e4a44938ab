//! Scores the resolved times of the labelled stories: do the two sides of a question meet where the label says that they
//! agree, and exclude each other where it says that they conflict?

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;

use gainsay::compare::{Relation, relation};
use gainsay::model::{Claim, Kind};
use gainsay::pipeline;

use crate::gold::{self, Passage, Story};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with stories/ and labels/.
    #[arg(long, default_value = "../shared/gold")]
    gold: PathBuf,
    /// Print the pairs that come out against their label.
    #[arg(long)]
    errors: bool,
}

/// What the times of two passages say of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Meet,
    Exclude,
    /// Of two kinds, or without a day to compare.
    Open,
    /// No time was read in one of them.
    Unread,
}

pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut table: BTreeMap<(String, String), [usize; 4]> = BTreeMap::new();
    for story in gold::load(&args.gold)? {
        let claims = pipeline::claims(&story.articles);
        for slot in story.slots.iter().filter(|s| matches!(s.kind, Kind::Date | Kind::Time)) {
            for (n, a) in slot.claims.iter().enumerate() {
                for b in slot.claims.iter().skip(n + 1).filter(|b| b.a != a.a) {
                    let outcome = compare(&story, &claims, slot.kind, (a, b), slot.verdict == "conflict");
                    let row = table.entry((format!("{:?}", slot.kind), slot.verdict.clone())).or_default();
                    row[outcome as usize] += 1;
                    let against = match slot.verdict.as_str() {
                        "agree" | "compatible" => outcome == Outcome::Exclude,
                        "conflict" => outcome == Outcome::Meet,
                        _ => false,
                    };
                    if args.errors && against {
                        println!("{} {}: {} / {} ({outcome:?})", story.id, slot.verdict, a.quote, b.quote);
                    }
                }
            }
        }
    }
    println!("| kind | label | meet | exclude | open | unread |\n|---|---|--:|--:|--:|--:|");
    for ((kind, verdict), [meet, exclude, open, unread]) in table {
        println!("| {kind} | {verdict} | {meet} | {exclude} | {open} | {unread} |");
    }
    Ok(())
}

/// Compares every time of one passage with every time of the other; the pair that suits the label counts.
fn compare(
    story: &Story,
    claims: &[Claim],
    kind: Kind,
    (a, b): (&Passage, &Passage),
    conflict: bool,
) -> Outcome {
    let (x, y) = (times(story, claims, kind, a), times(story, claims, kind, b));
    if x.is_empty() || y.is_empty() {
        return Outcome::Unread;
    }
    let pairs = x.iter().flat_map(|x| y.iter().map(move |y| relation(kind, &x.value, &y.value)));
    let (mut meet, mut exclude) = (false, false);
    for relation in pairs {
        meet |= matches!(relation, Relation::Equal | Relation::Meet);
        exclude |= relation == Relation::Exclude;
    }
    match (meet, exclude) {
        (false, false) => Outcome::Open,
        (true, true) if conflict => Outcome::Exclude,
        (true, _) => Outcome::Meet,
        (false, true) => Outcome::Exclude,
    }
}

/// The times claimed in a passage.
fn times<'c>(story: &Story, claims: &'c [Claim], kind: Kind, passage: &Passage) -> Vec<&'c Claim> {
    let spans = story.spans(passage);
    let inside = |c: &&Claim| {
        c.kind == kind
            && spans.iter().any(|s| {
                (s.article, s.field) == (c.article, c.span.field)
                    && s.start < c.span.end
                    && c.span.start < s.end
            })
    };
    claims.iter().filter(inside).collect()
}
