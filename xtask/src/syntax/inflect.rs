//! Dictionary forms → their regular inflected forms, as English spells them.

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Does it end in a consonant and the letter?
fn behind_consonant(word: &str, last: char) -> bool {
    word.strip_suffix(last).and_then(|stem| stem.chars().next_back()).is_some_and(|c| !is_vowel(c))
}

/// "stop", "plan": one vowel and one consonant that may be doubled.
fn doubles(word: &str) -> bool {
    let mut ends = word.chars().rev();
    let (Some(last), Some(vowel), Some(first)) = (ends.next(), ends.next(), ends.next()) else {
        return false;
    };
    "bdgklmnprtz".contains(last) && is_vowel(vowel) && !is_vowel(first)
}

/// "cars", "watches", "cities"; the third person of verbs likewise.
pub(crate) fn with_s(word: &str) -> String {
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else if behind_consonant(word, 'y') {
        format!("{}ies", &word[..word.len() - 1])
    } else {
        format!("{word}s")
    }
}

/// The word with an ending that begins with "e" ("ed", "er", "est"); two forms where the last letter may be doubled.
pub(crate) fn with_e(word: &str, ending: &str) -> Vec<String> {
    if let Some(stem) = word.strip_suffix('e') {
        vec![format!("{stem}{ending}")]
    } else if behind_consonant(word, 'y') {
        vec![format!("{}i{ending}", &word[..word.len() - 1])]
    } else {
        doubled(word, ending)
    }
}

/// "going", "making", "stopping".
pub(crate) fn with_ing(word: &str) -> Vec<String> {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => vec![format!("{stem}ing")],
        _ => doubled(word, "ing"),
    }
}

fn doubled(word: &str, ending: &str) -> Vec<String> {
    let twice = word.chars().next_back().filter(|_| doubles(word));
    std::iter::once(format!("{word}{ending}"))
        .chain(twice.map(|last| format!("{word}{last}{ending}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (word, expected) in
            [("car", "cars"), ("watch", "watches"), ("city", "cities"), ("day", "days"), ("die", "dies")]
        {
            assert_eq!(with_s(word), expected);
        }
        for (word, ending, expected) in [
            ("close", "ed", &["closed"][..]),
            ("stop", "ed", &["stoped", "stopped"]),
            ("carry", "ed", &["carried"]),
            ("play", "ed", &["played"]),
            ("rain", "ed", &["rained"]),
            ("big", "est", &["bigest", "biggest"]),
        ] {
            assert_eq!(with_e(word, ending), expected);
        }
        for (word, expected) in [
            ("make", &["making"][..]),
            ("see", &["seeing"]),
            ("plan", &["planing", "planning"]),
            ("go", &["going"]),
        ] {
            assert_eq!(with_ing(word), expected);
        }
    }
}
