//! What standard error says of a story's reading: each problem, and what was left aside in one line.

use std::path::Path;

use super::{complain, complain_of};
use crate::read::{Aside, Story};

/// How many of what was left aside one line names.
const NAMED: usize = 12;

/// Says what could not be read. Problems always stand there, whatever the format of the report: a report that is piped
/// into a program is read by nobody.
pub(super) fn print(story: &Story, verbose: bool, quiet: bool) {
    story.problems.iter().for_each(complain_of);
    if quiet || story.aside.is_empty() {
        return;
    }
    if verbose {
        for aside in &story.aside {
            complain(&format!("left aside: {}: {}", aside.problem.article, aside.problem.message));
        }
    } else {
        complain(&line(&story.aside));
    }
}

/// "3 files left aside: notes.docx (empty), photo.jpg (unknown kind) and 1 more": what was meant for an article first.
fn line(aside: &[Aside]) -> String {
    let name = |a: &Aside| {
        let path = Path::new(&a.problem.article);
        let name =
            path.file_name().map_or_else(|| a.problem.article.clone(), |n| n.to_string_lossy().into_owned());
        format!("{name} ({})", a.brief)
    };
    let meant = aside.iter().filter(|a| !a.foreign).chain(aside.iter().filter(|a| a.foreign));
    let names: Vec<String> = meant.take(NAMED).map(name).collect();
    let files = if aside.len() == 1 { "file" } else { "files" };
    let more = match aside.len() - names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{} {files} left aside: {}{more}; -v says why", aside.len(), names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Problem;

    #[test]
    fn articles_that_are_missing_stand_before_pictures() {
        let aside = |name: &str, foreign| Aside {
            problem: Problem { article: format!("story/{name}"), message: "is empty".to_owned() },
            brief: if foreign { "unknown kind" } else { "empty" },
            foreign,
        };
        assert_eq!(
            line(&[aside("a.jpg", true), aside("b.txt", false)]),
            "2 files left aside: b.txt (empty), a.jpg (unknown kind); -v says why"
        );
        let many: Vec<Aside> = (0..20).map(|n| aside(&format!("{n}.txt"), false)).collect();
        assert!(line(&many).ends_with("11.txt (empty) and 8 more; -v says why"), "{}", line(&many));
    }
}
