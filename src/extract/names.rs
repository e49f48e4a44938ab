//! Runs of proper nouns → name claims: how the article writes a person, organisation, place or thing.
//!
//! Every mention is a claim of its own, so that a name written in two ways inside one article shows as such. Titles
//! before a name ("Sen.", "Capt.") go to the subject's modifiers, not into the name.

use smol_str::SmolStr;

use super::Input;
use super::context::claim_at;
use crate::model::{Claim, Document, Field, Kind, Sentence, Upos, Value};

/// Words before a name that say what somebody is, not who.
const TITLES: &[&str] = &[
    "mr.",
    "mrs.",
    "ms.",
    "miss",
    "mr",
    "mrs",
    "ms",
    "dr.",
    "dr",
    "prof.",
    "professor",
    "sir",
    "lord",
    "lady",
    "president",
    "vice",
    "premier",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "senator",
    "sen.",
    "sen",
    "rep.",
    "rep",
    "representative",
    "congressman",
    "congresswoman",
    "gov.",
    "gov",
    "governor",
    "lt.",
    "lt",
    "mayor",
    "councilman",
    "councilwoman",
    "minister",
    "secretary",
    "ambassador",
    "attorney",
    "judge",
    "justice",
    "chief",
    "sheriff",
    "deputy",
    "officer",
    "detective",
    "det.",
    "sgt.",
    "sgt",
    "sergeant",
    "capt.",
    "capt",
    "captain",
    "lieutenant",
    "maj.",
    "major",
    "col.",
    "colonel",
    "gen.",
    "general",
    "cmdr.",
    "commander",
    "cpl.",
    "pvt.",
    "spc.",
    "adm.",
    "admiral",
    "inspector",
    "constable",
    "trooper",
    "agent",
    "coach",
    "pastor",
    "rev.",
    "rev",
    "reverend",
    "bishop",
    "archbishop",
    "cardinal",
    "father",
    "sister",
    "brother",
    "rabbi",
    "imam",
    "sheikh",
    "ceo",
    "chairman",
    "chairwoman",
    "chair",
    "speaker",
    "spokesman",
    "spokeswoman",
    "director",
    "superintendent",
    "coroner",
    "prosecutor",
    "assistant",
    "former",
    "acting",
    "district",
    "leader",
    "sgt",
    "uncle",
    "aunt",
];

/// Longest run taken as one name.
const LONGEST: usize = 7;

/// Appends a claim for every name.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let document = input.document;
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.field == Field::Title && title_case(document, sentence) {
            continue;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = run_end(document, sentence, at);
            for (from, to) in parts(document, sentence, at, end) {
                claims.extend(name(document, sentence, index, from, to));
            }
            at = end.max(at) + 1;
        }
    }
}

/// Does the headline write every word with a capital, so that capitals say nothing?
fn title_case(document: &Document<'_>, sentence: &Sentence) -> bool {
    let words = sentence.tokens.clone().map(|i| document.word(sentence, i));
    let (mut capitals, mut all) = (0, 0);
    for word in words.filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic)) {
        all += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    capitals * 4 > all * 3
}

/// One past the last token of the name that starts at `at`; `at` itself when none does.
fn run_end(document: &Document<'_>, sentence: &Sentence, at: u32) -> u32 {
    let mut end = at;
    while end < sentence.tokens.end && is_name_word(document, sentence, end) {
        end += 1;
        // "Rose-Robinson": the hyphen and what follows it are the same name.
        if document.word(sentence, end) == "-" && glued(document, end) && glued(document, end + 1) {
            let next = document.word(sentence, end + 1);
            if end + 1 < sentence.tokens.end && next.starts_with(char::is_uppercase) {
                end += 1;
            }
        }
    }
    end
}

/// A run cut before every title: "Menlo Park Fire | Chief Harold Weiss".
fn parts(document: &Document<'_>, sentence: &Sentence, at: u32, end: u32) -> Vec<(u32, u32)> {
    let title = |i: u32| TITLES.contains(&document.word(sentence, i).to_lowercase().as_str());
    let mut cuts: Vec<u32> = (at + 1..end.saturating_sub(1)).filter(|&i| title(i) && !title(i - 1)).collect();
    cuts.insert(0, at);
    cuts.push(end);
    cuts.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?))).filter(|(a, b)| a < b).collect()
}

fn is_name_word(document: &Document<'_>, sentence: &Sentence, i: u32) -> bool {
    document.tokens.get(i as usize).is_some_and(|t| t.upos == Upos::Propn)
        && document.word(sentence, i).contains(char::is_uppercase)
}

/// Does no space stand between a token and the one before?
fn glued(document: &Document<'_>, i: u32) -> bool {
    let before = i.checked_sub(1).and_then(|p| document.tokens.get(p as usize));
    matches!((before, document.tokens.get(i as usize)), (Some(a), Some(b)) if a.end == b.start)
}

fn name(document: &Document<'_>, sentence: &Sentence, index: usize, at: u32, end: u32) -> Option<Claim> {
    let lower = |i: u32| document.word(sentence, i).to_lowercase();
    let first = (at..end - 1).find(|&i| !TITLES.contains(&lower(i).as_str())).unwrap_or(end - 1);
    let words: Vec<String> = (first..end).map(lower).collect();
    let letters: usize = words.iter().map(String::len).sum();
    if words.is_empty() || words.len() > LONGEST || letters < 4 {
        return None;
    }
    let (start, stop) =
        (document.tokens.get(first as usize)?.start, document.tokens.get(end as usize - 1)?.end);
    let value = Value::Words(SmolStr::new(words.join(" ")));
    let mut claim = claim_at(document, index, first..end, start..stop, Kind::Name, value)?;
    claim.subject.head = SmolStr::default();
    claim.subject.modifiers = (at..first).map(|i| SmolStr::new(lower(i))).collect();
    claim.subject.words = document.slice(sentence.field, start, stop).to_owned();
    Some(claim)
}
