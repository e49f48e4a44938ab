//! How far things come in the news: the words of a sentence in, the rung of a ladder out ("was arraigned" is *charged*,
//! above *arrested*).
//!
//! data/en/stages.tsv, whose head says what its columns are.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rows;

/// A rung of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// The ladder ("custody").
    pub axis: &'static str,
    /// The number of the rung, from 0.
    pub rung: u8,
    /// Its name ("charged").
    pub name: &'static str,
    /// Whether the words are to be denied ("no arrest").
    pub denied: bool,
    /// Whether the word must be a verb.
    pub verb: bool,
    /// Whether a person must be the object ("look for the suspect").
    pub somebody: bool,
    /// How many words tell it.
    pub length: usize,
}

struct Phrase {
    words: Vec<&'static str>,
    stage: Stage,
}

/// Phrases by their first word, the longest first.
static STAGES: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: HashMap<_, Vec<Phrase>> = HashMap::new();
    for ([axis, rung, name], phrases) in rows(include_str!("../../data/en/stages.tsv")) {
        let Ok(rung) = rung.parse() else { continue };
        for phrase in phrases {
            let marked = |mark: char| phrase.chars().take_while(|c| "!~@".contains(*c)).any(|c| c == mark);
            let words: Vec<&str> = phrase.trim_start_matches(['!', '~', '@']).split(' ').collect();
            let Some(&first) = words.first() else { continue };
            let stage = Stage {
                axis,
                rung,
                name,
                denied: marked('!'),
                verb: words.len() == 1 && !marked('~'),
                somebody: marked('@'),
                length: words.len(),
            };
            table.entry(first).or_default().push(Phrase { words, stage });
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    table
});

/// The stages that the words from `at` on tell, given as lemmas in lower case: for each ladder the longest phrase,
/// told and denied apart.
#[must_use]
pub fn stages(lemmas: &[&str], at: usize) -> Vec<Stage> {
    let Some(list) = lemmas.get(at).and_then(|first| STAGES.get(first)) else { return Vec::new() };
    let mut found: Vec<Stage> = Vec::new();
    for phrase in list {
        let fits = lemmas.get(at..at + phrase.words.len()).is_some_and(|l| l == phrase.words.as_slice());
        let known = |s: &Stage| {
            (s.axis, s.denied, s.verb) == (phrase.stage.axis, phrase.stage.denied, phrase.stage.verb)
        };
        if fits && !found.iter().any(known) {
            found.push(phrase.stage);
        }
    }
    found
}

/// The name of a rung.
#[must_use]
pub fn stage_name(axis: &str, rung: u8) -> &'static str {
    let all = STAGES.values().flatten().map(|p| p.stage);
    all.filter(|s| s.axis == axis && s.rung == rung).map(|s| s.name).min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &[(&str, &str, bool)]) {
        let lemmas: Vec<&str> = words.split(' ').collect();
        let found: Vec<_> = (0..lemmas.len())
            .flat_map(|at| stages(&lemmas, at))
            .map(|s| (s.axis, s.name, s.denied))
            .collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn phrases_tell_stages() {
        check("he be find guilty", &[("custody", "convicted", false)]);
        check("be in critical condition", &[("life", "in critical condition", false)]);
        check("the cat sit", &[]);
        check("plead not guilty", &[("custody", "pleaded", false)]);
        check(
            "arrest",
            &[("custody", "at large", true), ("custody", "at large", true), ("custody", "arrested", false)],
        );
    }

    #[test]
    fn rungs_have_names() {
        assert_eq!(stage_name("custody", 3), "charged");
        assert_eq!(stage_name("custody", 99), "");
    }
}
