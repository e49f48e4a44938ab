//! WordNet's words with their inflected forms, and lists of names → what a word can be, a set of bits per form.
//!
//! The treebanks know a tenth of the words of the language; a dictionary tells of the others which parts of speech
//! they can be. Names count by what is usually written with a capital.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::read_to_string;
use std::path::Path;

use gainsay::analyse::models::Word;

use super::inflect::{with_e, with_ing, with_s};
use super::tables;
use crate::lex::debian;

/// One bit each, in the order of their numbers.
#[derive(Clone, Copy)]
enum Class {
    Noun,
    Plural,
    Verb,
    ThirdPerson,
    Past,
    Gerund,
    Adjective,
    Compared,
    Adverb,
    FirstName,
    Place,
    Proper,
    /// A word of a longer name.
    InName,
}

type Classes = BTreeMap<String, u16>;
/// Dictionary form → irregular forms.
type Irregular = BTreeMap<String, Vec<String>>;

/// The table that the tagger looks into, as the bytes of a section.
pub(crate) fn table() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut buffers = [String::new(), String::new()];
    let hashed = classes()?.into_iter().map(|(form, bits)| {
        let key = Word::new(&form, &mut buffers).lower;
        (key, bits.to_le_bytes().to_vec())
    });
    Ok(tables::table(&hashed.collect()))
}

fn classes() -> Result<Classes, Box<dyn Error>> {
    let folder = debian("wordnet-base")?.join("usr/share/wordnet");
    let mut classes = Classes::new();
    nouns(&folder, &mut classes)?;
    verbs(&folder, &mut classes)?;
    let irregular = irregular(&folder, "adj")?;
    for word in lemmas(&folder, "adj")? {
        add(&mut classes, &word, Class::Adjective);
        // Longer ones are compared by "more".
        if word.len() < 7 {
            let regular = || [with_e(&word, "er"), with_e(&word, "est")].concat();
            let forms = irregular.get(&word).cloned().unwrap_or_else(regular);
            forms.iter().for_each(|form| add(&mut classes, form, Class::Compared));
        }
    }
    lemmas(&folder, "adv")?.iter().for_each(|word| add(&mut classes, word, Class::Adverb));
    names(&mut classes)?;
    Ok(classes)
}

fn add(classes: &mut Classes, form: &str, class: Class) {
    *classes.entry(form.to_lowercase()).or_default() |= 1 << class as u16;
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'\'' | b'-'))
}

/// The single words of one part of speech.
fn lemmas(folder: &Path, pos: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let text = read_to_string(folder.join(format!("index.{pos}")))?;
    let words = text.lines().filter_map(|line| line.split(' ').next());
    Ok(words.filter(|w| is_word(w)).map(str::to_owned).collect())
}

fn irregular(folder: &Path, pos: &str) -> Result<Irregular, Box<dyn Error>> {
    let mut all = Irregular::new();
    for line in read_to_string(folder.join(format!("{pos}.exc")))?.lines() {
        let mut words = line.split(' ');
        let Some(form) = words.next() else { continue };
        words.for_each(|lemma| all.entry(lemma.to_owned()).or_default().push(form.to_owned()));
    }
    Ok(all)
}

/// Nouns as the data file writes them: those with a capital are names.
fn nouns(folder: &Path, classes: &mut Classes) -> Result<(), Box<dyn Error>> {
    let mut common = BTreeSet::new();
    for line in read_to_string(folder.join("data.noun"))?.lines().filter(|l| !l.starts_with(' ')) {
        let mut fields = line.split(' ').skip(3);
        let count = usize::from_str_radix(fields.next().unwrap_or_default(), 16)?;
        for word in fields.step_by(2).take(count) {
            let capital = |part: &str| part.starts_with(|c: char| c.is_ascii_uppercase());
            let named =
                |part: &&str| capital(part) && part.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase());
            match word.contains('_') {
                true if capital(word) => {
                    word.split('_').filter(named).for_each(|part| add(classes, part, Class::InName));
                }
                true => {}
                false if capital(word) => add(classes, word, Class::Proper),
                false => _ = common.insert(word.to_lowercase()),
            }
        }
    }
    let irregular = irregular(folder, "noun")?;
    for word in common.iter().filter(|w| is_word(w)) {
        add(classes, word, Class::Noun);
        let forms = irregular.get(word).cloned().unwrap_or_else(|| vec![with_s(word)]);
        forms.iter().for_each(|form| add(classes, form, Class::Plural));
    }
    Ok(())
}

fn verbs(folder: &Path, classes: &mut Classes) -> Result<(), Box<dyn Error>> {
    let irregular = irregular(folder, "verb")?;
    for word in lemmas(folder, "verb")? {
        add(classes, &word, Class::Verb);
        add(classes, &with_s(&word), Class::ThirdPerson);
        let odd = irregular.get(&word).cloned().unwrap_or_default();
        let (mut gerunds, mut pasts): (Vec<String>, Vec<String>) =
            odd.into_iter().partition(|form| form.ends_with("ing"));
        if gerunds.is_empty() {
            gerunds = with_ing(&word);
        }
        if pasts.is_empty() {
            pasts = with_e(&word, "ed");
        }
        gerunds.iter().for_each(|form| add(classes, form, Class::Gerund));
        pasts.iter().for_each(|form| add(classes, form, Class::Past));
    }
    Ok(())
}

/// First names, cities, countries and their parts, from the project's own tables.
fn names(classes: &mut Classes) -> Result<(), Box<dyn Error>> {
    let read = |name: &str| read_to_string(crate::eval::root().join("data").join(name));
    let lines = |text: &str| -> Vec<String> {
        text.lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect()
    };
    for line in lines(&read("first-names.tsv")?) {
        add(classes, line.split('\t').next().unwrap_or_default(), Class::FirstName);
    }
    for city in lines(&read("cities.txt")?).iter().filter(|city| !city.contains(' ')) {
        add(classes, city, Class::Place);
    }
    for line in lines(&read("places.tsv")?) {
        let name = line.split('\t').nth(1).unwrap_or_default().to_owned();
        name.split(' ').for_each(|word| add(classes, word, Class::Place));
    }
    Ok(())
}
