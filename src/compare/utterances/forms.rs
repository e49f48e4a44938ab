//! Words as printed → the forms that are compared: contractions taken apart, numbers and titles spelled one way.

use crate::english;
use smol_str::SmolStr;

use super::words::ELLIPSIS;

/// One form of a word; a contraction has two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// What is compared.
    pub(super) text: SmolStr,
    /// Index of the word it comes from.
    pub(super) word: usize,
    /// Whether it comes from a contraction.
    pub(super) contracted: bool,
    /// Whether an editor put it in brackets.
    pub(super) bracketed: bool,
    /// The first bytes of the text: most pairs of words part there, and all pairs of two utterances are asked.
    key: u64,
    /// Whether it has stars that may hide letters.
    starred: bool,
    weight: i32,
}

/// What matching a word that carries meaning is worth, and one that everybody uses.
const TELLING: i32 = 140;
const COMMONPLACE: i32 = 65;

impl Form {
    fn new(text: &str, word: usize, contracted: bool, bracketed: bool) -> Form {
        let weight = match text {
            ELLIPSIS => 0,
            _ if is_common(text) => COMMONPLACE,
            _ => TELLING,
        };
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(text.bytes()) {
            *to = from;
        }
        let (key, starred) = (u64::from_le_bytes(first), text.contains('*'));
        Form { text: SmolStr::new(text), word, contracted, bracketed, key, starred, weight }
    }

    pub(super) fn is_ellipsis(&self) -> bool {
        self.text == ELLIPSIS
    }

    /// Returns whether the word carries meaning of its own.
    pub(super) fn tells(&self) -> bool {
        self.weight == TELLING
    }

    /// Matching a word that carries meaning says more than matching one that everybody uses.
    pub(super) fn weight(&self) -> i32 {
        self.weight
    }

    /// Returns whether the two stand for the same word ("f***ing" for the word it hides).
    pub(super) fn same(&self, other: &Form) -> bool {
        self.key == other.key && self.text == other.text
            || self.starred && masked(&self.text, &other.text)
            || other.starred && masked(&other.text, &self.text)
    }

    /// Returns whether they are two forms of one word ("duty", "duties").
    pub(super) fn kin(&self, other: &Form) -> bool {
        // Three characters are three bytes at least.
        if (self.key ^ other.key) & 0xff_ffff != 0 {
            return false;
        }
        let shared = self.text.chars().zip(other.text.chars()).take_while(|(a, b)| a == b).count();
        let longer = self.text.chars().count().max(other.text.chars().count());
        shared >= 3 && shared * 5 >= longer * 3
    }
}

/// Returns whether the word carries no meaning of its own.
fn is_common(word: &str) -> bool {
    english::words().common.contains(word)
}

/// Returns whether the first hides letters of the second behind stars.
fn masked(mask: &str, word: &str) -> bool {
    if !mask.contains('*') {
        return false;
    }
    if word.contains('*') {
        return mask.chars().next() == word.chars().next();
    }
    let head = mask.split('*').next().unwrap_or_default();
    let tail = mask.rsplit('*').next().unwrap_or_default();
    let letters = head.chars().count() + tail.chars().count();
    letters > 0 && word.chars().count() > letters && word.starts_with(head) && word.ends_with(tail)
}

/// The forms of an utterance's words.
pub(super) fn forms(words: &[SmolStr]) -> Vec<Form> {
    let mut out = Vec::with_capacity(words.len() + 4);
    for (index, word) in words.iter().enumerate() {
        let (bracketed, bare) = match word.strip_prefix('[') {
            Some(bare) => (true, bare),
            None => (false, word.as_str()),
        };
        let mut push = |text: &str, contracted| {
            out.push(Form::new(text, index, contracted, bracketed));
        };
        match contraction(bare) {
            Some((first, second)) => {
                push(first, true);
                push(second, true);
            }
            None => push(canonical(bare), false),
        }
    }
    out
}

/// What an index of utterances lists one under: its telling words, and every three forms in a row.
#[must_use]
pub fn index_terms(words: &[SmolStr]) -> Vec<SmolStr> {
    let forms: Vec<Form> = forms(words).into_iter().filter(|f| !f.is_ellipsis()).collect();
    let telling = forms.iter().filter(|f| f.tells()).map(|f| f.text.clone());
    let threes = forms.windows(3).map(|w| match w {
        [a, b, c] => SmolStr::new(format!("{} {} {}", a.text, b.text, c.text)),
        _ => SmolStr::default(),
    });
    let mut terms: Vec<SmolStr> = telling.chain(threes).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn contraction(word: &str) -> Option<(&str, &'static str)> {
    match word {
        "can't" | "cannot" => return Some(("can", "not")),
        "won't" => return Some(("will", "not")),
        "gonna" => return Some(("going", "to")),
        "let's" => return Some(("let", "us")),
        _ => {}
    }
    let (stem, end) = match word.strip_suffix("n't") {
        Some(stem) => return Some((stem, "not")),
        None => word.rsplit_once('\'')?,
    };
    let second = match end {
        "m" => "am",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "s" if english::words().before_is.contains(stem) => "is",
        _ => return None,
    };
    Some((stem, second))
}

/// One spelling for what houses spell in their own style.
fn canonical(word: &str) -> &str {
    english::words().spellings.get(word).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> String {
        forms(&super::super::words(text)).iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn contractions_come_apart_and_genitives_do_not() {
        assert_eq!(texts("It's the party's, and we won't"), "it is the party's and we will not");
        assert_eq!(texts("Sen. Ruiz & ten others"), "senator ruiz and 10 others");
    }

    #[test]
    fn tables_are_sorted() {
        for word in ["percent", "senator", "versus"] {
            assert_eq!(canonical(word), word);
        }
        assert_eq!((canonical("%"), canonical("vs"), canonical("doctor")), ("percent", "versus", "dr"));
    }

    #[test]
    fn stars_hide_letters() {
        assert!(masked("d**n", "damn") && masked("f***ing", "freaking"));
        assert!(!masked("d**n", "drag") && !masked("***", "damn") && !masked("damn", "damn"));
    }
}
