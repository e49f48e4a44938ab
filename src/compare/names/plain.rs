//! A word of a name → its letters as house styles agree on them: no accents, stops and apostrophes, American spelling.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::english;

/// The word without what house style decides.
pub(super) fn plain(word: &str) -> String {
    let letters =
        word.nfd().filter(|c| !is_combining_mark(*c)).map(unstroked).filter(|c| c.is_alphanumeric());
    english::names().british.iter().fold(letters.collect(), |word: String, &(british, american)| {
        if word.contains(british) { word.replace(british, american) } else { word }
    })
}

/// The plain letter of one whose stroke or missing dot is no accent of its own to Unicode.
fn unstroked(c: char) -> char {
    match c {
        'đ' => 'd',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_spellings() {
        for (word, expected) in [
            ("sánchez", "sanchez"),
            ("nguyễn", "nguyen"),
            ("ødegård", "odegard"),
            ("łódź", "lodz"),
            ("erdoğan", "erdogan"),
            ("o’rourke", "orourke"),
            ("labour", "labor"),
            ("laboring", "laboring"),
        ] {
            assert_eq!(plain(word), expected, "{word}");
        }
    }
}
