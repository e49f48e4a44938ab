//! Analysis → one line that says what was compared and what came of it.

use super::voices::Voices;
use crate::model::{Analysis, Finding, Verdict};

/// "5 articles, 4 independent; 3 conflicts, 2 rewordings, 1 update, 14 agreed"
pub(super) fn line(analysis: &Analysis, voices: &Voices) -> String {
    let articles = analysis.articles.len();
    let mut parts = vec![plural(articles, "article", "articles")];
    if voices.independent() < articles {
        parts.push(format!("{} independent", voices.independent()));
    }
    let counts = Verdict::ALL.into_iter().filter_map(|verdict| {
        // What is only told in other words is agreed.
        let shown = |f: &&Finding| if f.is_quiet() { Verdict::Agree } else { f.verdict };
        let n = analysis.findings.iter().filter(|f| shown(f) == verdict).count();
        (n > 0 || verdict == Verdict::Conflict).then(|| count(n, verdict))
    });
    format!("{}; {}", parts.join(", "), counts.collect::<Vec<_>>().join(", "))
}

fn count(n: usize, verdict: Verdict) -> String {
    match verdict {
        Verdict::Conflict if n == 0 => "no conflicts".to_owned(),
        Verdict::Conflict => plural(n, "conflict", "conflicts"),
        Verdict::Variant => plural(n, "rewording", "rewordings"),
        Verdict::Update => plural(n, "update", "updates"),
        Verdict::Compatible => format!("{n} compatible"),
        Verdict::Agree => format!("{n} agreed"),
    }
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
