//! Copies of training sentences as headlines and with typographic marks, which the treebanks have few of.
//!
//! Some copies only change how words are written, others the grammar too: headlines leave out articles and forms of
//! "be", and tell what happened in the present tense ("Man, 21, dies after shot fired at club").

use gainsay::model::{DepRel, Penn, Upos};

use super::inflect::with_s;
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
        let (change, terse): (fn(&Word) -> String, bool) = match random.below(100) {
            0..9 => (title, false),
            9..13 => (title, true),
            13..17 => (|w| w.form.to_uppercase(), false),
            17..20 => (|w| w.form.to_lowercase(), false),
            20..26 => (|w| w.form.clone(), true),
            _ => continue,
        };
        let mut copy = sentence.clone();
        if copy.words.len() > 4 && (terse || random.below(3) > 0) {
            headline(&mut copy);
        }
        if terse {
            shorten(&mut copy);
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
    if small && word.form.len() < 5 { word.form.clone() } else { capital(&word.form) }
}

/// Headlines drop the full stop.
fn headline(sentence: &mut Sentence) {
    let last = sentence.words.len() - 1;
    let stop = sentence.words.last().is_some_and(|w| w.deprel == DepRel::Punct && w.form == ".");
    if stop && sentence.words.iter().all(|w| w.head != last) {
        sentence.words.pop();
    }
}

/// Headlines drop articles and forms of "be", and have the present tense for what has just happened.
fn shorten(sentence: &mut Sentence) {
    present(sentence);
    let words = &sentence.words;
    let article = |w: &Word| w.deprel == DepRel::Det && matches!(w.lemma.as_str(), "the" | "a");
    let being = |w: &Word| w.lemma == "be" && matches!(w.deprel, DepRel::AuxPass | DepRel::Aux | DepRel::Cop);
    let leaf = |at: usize| words.iter().enumerate().all(|(other, w)| w.head != at || other == at);
    let kept: Vec<bool> =
        words.iter().enumerate().map(|(at, w)| !((article(w) || being(w)) && leaf(at))).collect();
    let place: Vec<usize> = kept
        .iter()
        .scan(0, |n, kept| {
            *n += usize::from(*kept);
            Some(*n)
        })
        .collect();
    let mut at = 0;
    sentence.words.retain(|_| {
        at += 1;
        kept[at - 1]
    });
    for word in &mut sentence.words {
        word.head = place[word.head] - 1;
    }
    if let Some(first) = sentence.words.first_mut() {
        first.form = capital(&first.form);
    }
}

/// The main verb of a past event in the present tense.
fn present(sentence: &mut Sentence) {
    let words = &sentence.words;
    let subject = |root: usize| words.iter().find(|w| w.head == root && w.deprel == DepRel::Nsubj);
    let told = (0..words.len()).find(|&at| words[at].head == at && words[at].penn == Penn::Vbd);
    let Some((root, subject)) = told.and_then(|root| Some((root, subject(root)?.penn))) else { return };
    let Some(word) = sentence.words.get_mut(root).filter(|w| w.lemma != "be" && w.upos == Upos::Verb) else {
        return;
    };
    (word.penn, word.form) = match subject {
        Penn::Nn | Penn::Nnp if word.lemma == "have" => (Penn::Vbz, "has".into()),
        Penn::Nn | Penn::Nnp if word.lemma.ends_with('o') => (Penn::Vbz, format!("{}es", word.lemma)),
        Penn::Nn | Penn::Nnp => (Penn::Vbz, with_s(&word.lemma)),
        Penn::Nns | Penn::Nnps => (Penn::Vbp, word.lemma.clone()),
        _ => return,
    };
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence from lines of form, lemma, tags, number of the head (0 for the root) and relation.
    fn sentence(rows: &[(&str, &str, Upos, Penn, usize, DepRel)]) -> Sentence {
        let word = |(at, row): (usize, &(&str, &str, Upos, Penn, usize, DepRel))| Word {
            form: row.0.to_owned(),
            lemma: row.1.to_owned(),
            upos: row.2,
            penn: row.3,
            head: row.4.checked_sub(1).unwrap_or(at),
            deprel: row.5,
        };
        Sentence { document: 0, words: rows.iter().enumerate().map(word).collect() }
    }

    fn shown(sentence: &Sentence) -> String {
        let head = |w: &Word| sentence.words[w.head].form.clone();
        let words = sentence.words.iter().map(|w| format!("{}/{}<{}", w.form, w.penn.as_str(), head(w)));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headlines_are_short_and_in_the_present() {
        let mut told = sentence(&[
            ("A", "a", Upos::Det, Penn::Dt, 2, DepRel::Det),
            ("man", "man", Upos::Noun, Penn::Nn, 3, DepRel::Nsubj),
            ("watched", "watch", Upos::Verb, Penn::Vbd, 0, DepRel::Root),
            ("the", "the", Upos::Det, Penn::Dt, 5, DepRel::Det),
            ("fire", "fire", Upos::Noun, Penn::Nn, 3, DepRel::Obj),
        ]);
        shorten(&mut told);
        assert_eq!(shown(&told), "Man/NN<watches watches/VBZ<watches fire/NN<watches");
        let mut passive = sentence(&[
            ("Two", "two", Upos::Num, Penn::Cd, 2, DepRel::Nummod),
            ("men", "man", Upos::Noun, Penn::Nns, 4, DepRel::NsubjPass),
            ("were", "be", Upos::Aux, Penn::Vbd, 4, DepRel::AuxPass),
            ("held", "hold", Upos::Verb, Penn::Vbn, 0, DepRel::Root),
        ]);
        shorten(&mut passive);
        assert_eq!(shown(&passive), "Two/CD<men men/NNS<held held/VBN<held");
    }
}
