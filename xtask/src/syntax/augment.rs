//! Copies of training sentences as headlines and with typographic marks, which the treebanks have few of.

use gainsay::model::{DepRel, Penn, Upos};

use super::random::Random;
use super::treebank::{Sentence, Word};

/// The sentences with copies of some of them: title case, capitals, small letters, typographic marks.
pub(crate) fn augmented(sentences: &[Sentence], random: &mut Random) -> Vec<Sentence> {
    let mut all = Vec::new();
    for sentence in sentences {
        let mut plain = sentence.clone();
        if random.below(2) == 0 {
            typographic(&mut plain);
        }
        all.push(plain);
        let change: fn(&Word) -> String = match random.below(100) {
            0..10 => title,
            10..15 => |w| w.form.to_uppercase(),
            15..18 => |w| w.form.to_lowercase(),
            _ => continue,
        };
        let mut copy = sentence.clone();
        if copy.words.len() > 4 && random.below(3) > 0 {
            headline(&mut copy);
        }
        typographic(&mut copy);
        copy.words.iter_mut().for_each(|w| w.form = change(w));
        all.push(copy);
    }
    all
}

/// Words of four letters or more and all that are no function words get a capital.
fn title(word: &Word) -> String {
    let small = matches!(word.upos, Upos::Adp | Upos::Cconj | Upos::Det | Upos::Part | Upos::Sconj);
    let mut chars = word.form.chars();
    match chars.next() {
        Some(first) if !(small && word.form.len() < 5) => first.to_uppercase().chain(chars).collect(),
        _ => word.form.clone(),
    }
}

/// Headlines drop the full stop.
fn headline(sentence: &mut Sentence) {
    let last = sentence.words.len() - 1;
    let stop = sentence.words.last().is_some_and(|w| w.deprel == DepRel::Punct && w.form == ".");
    if stop && sentence.words.iter().all(|w| w.head != last) {
        sentence.words.pop();
    }
}

/// Straight marks become curly ones.
fn typographic(sentence: &mut Sentence) {
    for word in &mut sentence.words {
        match (word.form.as_str(), word.penn) {
            ("\"" | "``" | "''", Penn::OpenQuote) => word.form = "\u{201C}".into(),
            ("\"" | "''", Penn::CloseQuote) => word.form = "\u{201D}".into(),
            ("'", Penn::OpenQuote) => word.form = "\u{2018}".into(),
            ("'", Penn::CloseQuote | Penn::Pos) => word.form = "\u{2019}".into(),
            ("--", Penn::Colon | Penn::Comma) => word.form = "\u{2014}".into(),
            _ => {}
        }
    }
}
