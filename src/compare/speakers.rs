//! Two sources → whether they are one speaker. Outlets print one person as "Mr. Ruiz", "Ana Ruiz" and "the mayor".

use crate::english::is_generational;
use crate::model::Source;

/// Returns whether the two are the same speaker; `None` where names do not decide it.
#[must_use]
pub fn is_same_speaker(a: &Source, b: &Source) -> Option<bool> {
    let (x, y) = (words(&a.words), words(&b.words));
    if x == y {
        return Some(true);
    }
    match (surname(&a.words), surname(&b.words)) {
        (Some(x), Some(y)) if x == y => Some(true),
        (Some(_), Some(_)) => Some(false),
        _ => None,
    }
}

fn words(source: &str) -> Vec<String> {
    source.split_whitespace().map(str::to_lowercase).filter(|w| w != "the" && w != "a" && w != "an").collect()
}

/// The last name of a person: all of its words have capitals, and it is not an abbreviation.
fn surname(source: &str) -> Option<String> {
    let words: Vec<&str> = source.split_whitespace().collect();
    let named =
        words.iter().all(|w| w.starts_with(char::is_uppercase) || matches!(*w, "de" | "van" | "von" | "bin"));
    let last = words.iter().rev().find(|w| **w != "," && !is_generational(w))?;
    let lettered = last.chars().any(char::is_lowercase);
    let plain: String = last.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    (named && lettered && words.len() <= 4).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Option<bool>) {
        let source = |w: &str| Source { words: w.into(), outlet: None, inferred: false };
        assert_eq!(is_same_speaker(&source(a), &source(b)), expected, "{a} | {b}");
        assert_eq!(is_same_speaker(&source(b), &source(a)), expected, "{b} | {a}");
    }

    #[test]
    fn names_decide_and_offices_do_not() {
        check("Ana Ruiz", "Ruiz", Some(true));
        check("the harbour police", "harbour police", Some(true));
        check("Ana Ruiz", "Tom Berg", Some(false));
        check("Ana Ruiz", "the mayor", None);
        check("a spokesman for the port", "Tom Berg", None);
        check("NAACP", "Ben Jealous", None);
        check("Lee Berg Jr.", "Berg", Some(true));
    }
}
