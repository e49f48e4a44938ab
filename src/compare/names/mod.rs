//! Two names → whether they name one entity, and what differs.

mod familiar;
mod mixed;
mod plain;

use crate::english;
use strsim::{damerau_levenshtein, jaro_winkler};

use familiar::{short_form, stem_of_familiar};
use mixed::{half_shared, taken_for};
use plain::plain;

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameRelation<'n> {
    /// The same words, but for case, accents, spaces, stops and hyphens.
    Same,
    /// One is a shorter or more familiar form of the other: an initial, "Jr.", "Ben" for "Benjamin".
    Form,
    /// One word is spelled in two ways, or one is put for the other: these.
    Misspelt(&'n str, &'n str),
    /// Two names.
    Different,
}

/// Compares two names given as lower-case words.
#[must_use]
pub fn name_relation<'n>(a: &[&'n str], b: &[&'n str]) -> NameRelation<'n> {
    let (x, y) = (plain_words(a), plain_words(b));
    if joined(&x) == joined(&y) {
        return NameRelation::Same;
    }
    if let Some((p, q)) = half_shared(a, b) {
        return NameRelation::Misspelt(p, q);
    }
    let (x, y) = if x.len() == y.len() { (x, y) } else { (essential(x), essential(y)) };
    if joined(&x) == joined(&y) {
        return NameRelation::Form;
    }
    if let ([p], [q]) = (x.as_slice(), y.as_slice()) {
        let slip = slip_of_one_word(&p.plain, &q.plain) || is_beheaded(p.word, q.word);
        return if slip { NameRelation::Misspelt(p.word, q.word) } else { NameRelation::Different };
    }
    if x.len() != y.len() {
        return if shortened(&x, &y) { NameRelation::Form } else { middle_names(&x, &y) };
    }
    let mut differing = x.iter().zip(&y).enumerate().filter(|(_, (p, q))| p.plain != q.plain);
    let last = x.len().saturating_sub(1);
    match (differing.next(), differing.next()) {
        (Some((_, (p, q))), None) if other_ending(&p.plain, &q.plain) => {
            NameRelation::Misspelt(p.word, q.word)
        }
        // Nobody shortens a surname; "Tea Partiers" are not "Tea Party" in another form.
        (Some((at, (p, q))), None) if at < last && short_form(&p.plain, &q.plain) => NameRelation::Form,
        (Some((_, (p, q))), None) if misspelt(&p.plain, &q.plain) => NameRelation::Misspelt(p.word, q.word),
        (Some((_, (p, q))), None) if taken_for(&p.plain, &q.plain, last) => {
            NameRelation::Misspelt(p.word, q.word)
        }
        _ => NameRelation::Different,
    }
}

/// Returns whether a person's longer name begins or ends with the shorter one ("Pablo Villeda Estrada", "Luis "Jerry"
/// Ortiz").
/// `is_name` says whether the word can be part of a name, rather than a title before it or a headline's words behind.
#[must_use]
pub fn name_extends(a: &[&str], b: &[&str], is_name: impl Fn(&str) -> bool) -> bool {
    let (x, y) = (essential(plain_words(a)), essential(plain_words(b)));
    let (short, long) = if x.len() < y.len() { (&x, &y) } else { (&y, &x) };
    let same = |p: &[Word<'_>]| p.iter().zip(short).all(|(p, q)| p.plain == q.plain);
    let named =
        |p: &[Word<'_>]| p.iter().all(|w| w.plain.len() > 2 && !w.word.ends_with('.') && is_name(w.word));
    let rest = long.len() - short.len();
    let parts = [long.split_at(short.len()), long.split_at(rest)];
    let [(begin, tail), (head, end)] = parts;
    short.len() > 1 && rest > 0 && (same(begin) && named(tail) || same(end) && named(head))
}

/// What an index holds a name by, sorted: two names that are not [`NameRelation::Different`] have a key in common. The
/// keys are the words that both must share, the letters without the spaces, and, of a name that has but one word besides
/// initials and "Jr.", how that word begins.
#[must_use]
pub fn name_keys(words: &[&str]) -> Vec<String> {
    let words = plain_words(words);
    let all = joined(&words);
    let mut keys: Vec<String> = words.iter().map(|w| w.plain.clone()).collect();
    let core = essential(words);
    keys.extend([joined(&core), all]);
    if let [only] = core.as_slice() {
        // "O'Rourke" may stand as "Rourke".
        let beheaded = only.word.strip_prefix("o'").or(only.word.strip_prefix("o’"));
        let begins = |w: &str| format!("{} ", w.chars().take(2).collect::<String>());
        keys.extend([Some(only.plain.as_str()), beheaded].into_iter().flatten().map(begins));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[derive(Debug, Clone)]
struct Word<'n> {
    word: &'n str,
    /// Without accents, stops, apostrophes.
    plain: String,
}

fn plain_words<'n>(words: &[&'n str]) -> Vec<Word<'n>> {
    words.iter().map(|&word| Word { word, plain: plain(word) }).filter(|w| !w.plain.is_empty()).collect()
}

fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|w| w.plain.as_str()).collect()
}

/// Without initials and "Jr.".
fn essential(words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let kept = |w: &Word<'_>| w.plain.chars().count() > 1 && !is_optional(&w.plain);
    words.into_iter().filter(kept).collect()
}

/// Returns whether a name has or has not the word by house style.
fn is_optional(word: &str) -> bool {
    let names = english::names();
    word == "the" || names.generational.contains(word) || names.company_forms.contains(word)
}

/// "Anaiya Denise Montgomery" and "Aniaya Montgomery": first and last words decide.
fn middle_names<'n>(x: &[Word<'n>], y: &[Word<'n>]) -> NameRelation<'n> {
    let (Some(f), Some(l), Some(g), Some(m)) = (x.first(), x.last(), y.first(), y.last()) else {
        return NameRelation::Different;
    };
    if x.len().min(y.len()) < 2 || x.len().max(y.len()) > 3 {
        return NameRelation::Different;
    }
    match (f.plain == g.plain, l.plain == m.plain) {
        (true, true) => NameRelation::Form,
        (false, true) if short_form(&f.plain, &g.plain) => NameRelation::Form,
        (false, true) if misspelt(&f.plain, &g.plain) => NameRelation::Misspelt(f.word, g.word),
        (true, false) if misspelt(&l.plain, &m.plain) => NameRelation::Misspelt(l.word, m.word),
        _ => NameRelation::Different,
    }
}

/// "Medical Association of Alabama" for "Medical Association of the State of Alabama": the first and the last word are
/// the same, and the longer has all others in their order.
fn shortened(x: &[Word<'_>], y: &[Word<'_>]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let ends = |w: &[Word<'_>]| w.first().zip(w.last()).map(|(f, l)| (f.plain.clone(), l.plain.clone()));
    let mut rest = long.iter();
    let in_order = short.iter().all(|s| rest.any(|l| l.plain == s.plain));
    short.len() > 2 && ends(short) == ends(long) && in_order
}

/// Returns whether the two are one familiar name under two endings ("Stacy", "Stacey"; "Betty", "Bettie").
fn other_ending(a: &str, b: &str) -> bool {
    stem_of_familiar(a).is_some() && stem_of_familiar(a) == stem_of_familiar(b) && misspelt(a, b)
}

/// Returns whether one of two different words is near enough to be a slip for the other.
fn misspelt(a: &str, b: &str) -> bool {
    let (short, long) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    if short < 4 || a.chars().any(|c| c.is_ascii_digit()) || b.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let edits = damerau_levenshtein(a, b);
    let allowed = if long < 6 {
        1
    } else if long < 10 {
        2
    } else {
        3
    };
    edits <= allowed && jaro_winkler(a, b) >= 0.8
}

/// A name of one word has no other word to vouch for it: it must be long, begin alike and not be an inflection.
fn slip_of_one_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let reach = if short.chars().count() < 8 { 1 } else { 2 };
    short.chars().count() >= 6
        && !long.starts_with(short)
        && a.chars().take(2).eq(b.chars().take(2))
        && misspelt(a, b)
        && damerau_levenshtein(a, b) <= reach
        && jaro_winkler(a, b) >= 0.93
}

/// The two words, the first name's first, where a name of one word is a slip of the last word of the other, a full name
/// ("Whitlcok said", "Karen Whitlock"). One edit is
/// taken for a slip and no more.
#[must_use]
pub fn surname_slip<'n>(a: &[&'n str], b: &[&'n str]) -> Option<(&'n str, &'n str)> {
    let (x, y) = (essential(plain_words(a)), essential(plain_words(b)));
    let (p, q) = match (x.as_slice(), y.as_slice()) {
        ([one], [_, .., last]) => (one, last),
        ([_, .., last], [one]) => (last, one),
        _ => return None,
    };
    let slip = slip_of_one_word(&p.plain, &q.plain);
    (slip && damerau_levenshtein(&p.plain, &q.plain) == 1).then_some((p.word, q.word))
}

/// Returns whether two spellings are surely one name's, even where one article has both: one lacks the head of the other ("Rourke",
/// "O'Rourke"), or they are one familiar name ("Betty", "Bettie").
#[must_use]
pub fn is_one_name(a: &str, b: &str) -> bool {
    is_beheaded(a, b) || other_ending(a, b)
}

/// Returns whether one has lost the "O'" of the other.
fn is_beheaded(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let rest = long.strip_prefix("o'").or(long.strip_prefix("o’"));
    short.len() >= 5 && rest == Some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: &str) {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        for (a, b) in [(&a, &b), (&b, &a)] {
            let found = match name_relation(a, b) {
                NameRelation::Same => "same",
                NameRelation::Form => "form",
                NameRelation::Misspelt(..) => "misspelt",
                NameRelation::Different => "different",
            };
            assert_eq!(found, expected, "{a:?} / {b:?}");
            let (keys, others) = (name_keys(a), name_keys(b));
            let met = keys.iter().any(|key| others.contains(key));
            assert!(met || found == "different", "no key of {a:?} is one of {b:?}");
        }
    }

    #[test]
    fn spellings() {
        check("reince priebus", "reince preibus", "misspelt");
        check("malcolm hunt", "malcom hunt", "misspelt");
        check("catherine moreau", "katherine moreau", "misspelt");
        check("sport page tavern", "sports page tavern", "misspelt");
        check("adline ann king", "adeline king", "misspelt");
        check("mundelein", "mudelein", "misspelt");
        check("rourke", "o’rourke", "misspelt");
        check("stacy walker", "stacey walker", "misspelt");
        check("bettie mae olsen", "betty mae olsen", "misspelt");
        check("harbour medical service", "harbour medical services", "misspelt");
        check("senate naval affairs committee", "senate naval relations committee", "misspelt");
        check("campaign to protect the bay", "committee to protect the bay", "misspelt");
        check("ana ruiz-marsh", "ana marsh-cole", "misspelt");
        check("ana ruiz - marsh", "ana cole - marsh", "misspelt");
    }

    #[test]
    fn forms_and_style() {
        check("robert mueller", "bob mueller", "form");
        check("benjamin jealous", "ben jealous", "form");
        check("jimmy carter", "james carter", "form");
        check("brian g. nichols", "brian nichols", "form");
        check("john smith jr.", "john smith", "form");
        check("linda sánchez", "linda sanchez", "same");
        check("zack barth", "zachary barth", "form");
        check("society of friends of oban", "society of the friends of oban", "form");
        check("kate smith", "katie smith", "form");
        check("annie smith", "ann smith", "form");
        check("labour party", "labor party", "same");
        check("world health organisation", "world health organization", "same");
        check("vincent delgiudice", "vincent del giudice", "same");
    }

    #[test]
    fn different_people() {
        check("linda sanchez", "loretta sanchez", "different");
        check("john smith", "jane smith", "different");
        check("barack obama", "michelle obama", "different");
        check("new york", "new jersey", "different");
        check("democrat", "democrats", "different");
        check("mexico", "mexican", "different");
        check("america", "americans", "different");
        check("warner", "warren", "different");
        check("north carolina", "south carolina", "different");
        check("mary walker", "marie walker", "different");
        check("tea party", "tea partiers", "different");
        check("oban harbour committee", "oban harbour council", "different");
        check("senate naval affairs committee", "senate rural affairs committee", "different");
        check("ana ruiz-marsh", "ana hale-cole", "different");
        check("ana ruiz-marsh", "eva marsh-cole", "different");
        check("police department", "police department of oban", "different");
    }

    #[test]
    fn surnames_that_slip() {
        let slip = |a: &str, b: &str| {
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
            assert_eq!(surname_slip(&a, &b).is_some(), surname_slip(&b, &a).is_some());
            surname_slip(&a, &b).is_some()
        };
        assert!(slip("whitlcok", "karen whitlock") && slip("mathews", "john d. matthews jr."));
        assert!(!slip("whitlock", "karen whitlock") && !slip("whitlcok", "whitlock"));
        assert!(
            !slip("roberts", "jay rogers") && !slip("nichol", "ann nichols") && !slip("hale", "ann hall")
        );
    }

    #[test]
    fn longer_names_of_one_person() {
        let extends = |a: &str, b: &str| {
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
            let is_name = |w: &str| w != "democrat";
            assert_eq!(name_extends(&a, &b, is_name), name_extends(&b, &a, is_name));
            name_extends(&a, &b, is_name)
        };
        assert!(extends("pablo ruiz", "pablo ruiz estrada"));
        assert!(extends("jerry ruiz", "luis gerardo \" jerry \" ruiz"));
        assert!(!extends("pablo", "pablo ruiz"), "one word may be anybody's");
        assert!(!extends("pablo ruiz", "pablo estrada ruiz ortiz"));
        assert!(!extends("pablo ruiz", "democrat pablo ruiz") && !extends("pablo ruiz", "sens. pablo ruiz"));
    }
}
