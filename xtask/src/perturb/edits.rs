//! Changes to a few words of an article: some make them untrue, some say the same in other words.

use std::ops::Range;

use fastrand::Rng;

/// Words to put in the place of a byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) words: String,
}

const NUMERALS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Words that leave more than one value possible: a change of the figure need not contradict anything.
const LOOSE: [&str; 21] = [
    "about",
    "around",
    "some",
    "roughly",
    "nearly",
    "almost",
    "approximately",
    "over",
    "under",
    "than",
    "least",
    "most",
    "up",
    "close",
    "estimated",
    "dozens",
    "between",
    "or",
    "past",
    "to",
    "as",
];

/// Pairs of wordings that say the same of any number.
const COMPARATORS: [(&str, &str); 10] = [
    ("more than ", "over "),
    ("over ", "more than "),
    ("at least ", "no fewer than "),
    ("about ", "around "),
    ("around ", "about "),
    ("roughly ", "about "),
    ("nearly ", "almost "),
    ("almost ", "nearly "),
    ("less than ", "under "),
    ("fewer than ", "under "),
];

/// Pairs of words that say the same in news.
pub(crate) const REWORDINGS: [(&str, &str); 16] = [
    (" percent", "%"),
    (" said ", " stated "),
    (" said ", " told reporters "),
    (" also ", " "),
    ("did not ", "didn't "),
    ("does not ", "doesn't "),
    (" U.S. ", " US "),
    ("Rep. ", "Representative "),
    ("Sen. ", "Senator "),
    (" a.m.", " am"),
    (" p.m.", " pm"),
    (" on Monday", " Monday"),
    (" on Tuesday", " Tuesday"),
    (" on Thursday", " Thursday"),
    (" billion", "bn"),
    (" However, ", " But "),
];

/// The first number of `words`, made another one; with it the number that stood there. Nothing where the wording is
/// loose.
pub(crate) fn figure(words: &str, rng: &mut Rng) -> Option<(Edit, String)> {
    let mut tokens = tokens(words);
    if tokens.clone().any(|t| LOOSE.contains(&words[t].to_lowercase().as_str())) {
        return None;
    }
    tokens.find_map(|range| {
        let word = words.get(range.clone())?;
        let (new, old) = other_number(word, rng)?;
        Some((Edit { range, words: new }, old))
    })
}

/// Another number in the same form, and the plain digits of this one.
fn other_number(word: &str, rng: &mut Rng) -> Option<(String, String)> {
    if let Some(n) = NUMERALS.iter().position(|w| *w == word.to_lowercase()) {
        let other = NUMERALS.get(if n > 8 { n - 3 } else { n + 2 + rng.usize(0..2) })?;
        return (n > 1).then(|| (capital(word, other), n.to_string()));
    }
    let whole: String = word.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let rest = word.get(whole.len()..)?;
    let clean = whole.replace(',', "");
    let n: u64 = clean.parse().ok().filter(|_| rest.is_empty() || rest.starts_with(['.', '-', '–']))?;
    let other = match n {
        0..=1 => return None,
        2..=12 => (n + rng.u64(2..4)).to_string(),
        13..=99 => (n + rng.u64(7..16)).to_string(),
        _ => {
            let first = n.to_string().bytes().next()? - b'0';
            format!("{}{}", (first + 1 + rng.u8(0..2)) % 9 + 1, whole.get(1..)?)
        }
    };
    let decimals: String = rest
        .strip_prefix('.')
        .map(|d| d.chars().take_while(char::is_ascii_digit).collect())
        .unwrap_or_default();
    let old = if decimals.is_empty() { clean } else { format!("{clean}.{decimals}") };
    Some((format!("{other}{rest}"), old))
}

/// The first day, year or hour of `words`, made another one.
pub(crate) fn date(words: &str, rng: &mut Rng) -> Option<Edit> {
    let tokens: Vec<Range<usize>> = tokens(words).collect();
    for (i, range) in tokens.iter().enumerate() {
        let word = words.get(range.clone())?;
        let next = tokens.get(i + 1).and_then(|r| words.get(r.clone())).unwrap_or_default();
        if let Some(n) = WEEKDAYS.iter().position(|d| *d == word) {
            let other = WEEKDAYS[(n + 2 + rng.usize(0..3)) % 7];
            return Some(Edit { range: range.clone(), words: other.to_owned() });
        }
        let day = next.parse().ok().filter(|d| (1..=31u32).contains(d));
        if let (true, Some(day)) = (MONTHS.iter().any(|m| word.starts_with(m)), day) {
            let range = tokens.get(i + 1)?.clone();
            return Some(Edit { range, words: ((day + rng.u32(5..9)) % 28 + 1).to_string() });
        }
        if let Some(year) = word.parse::<u32>().ok().filter(|y| word.len() == 4 && (1900..2100).contains(y)) {
            return Some(Edit { range: range.clone(), words: (year - rng.u32(2..5)).to_string() });
        }
        let clock = word.split_once(':').map_or(word, |(hour, _)| hour);
        let timed = word.contains(':') || next.starts_with("a.m") || next.starts_with("p.m");
        if let Some(hour) = clock.parse::<u32>().ok().filter(|h| timed && (1..=12).contains(h)) {
            let range = range.start..range.start + clock.len();
            return Some(Edit { range, words: ((hour + rng.u32(2..5)) % 12 + 1).to_string() });
        }
    }
    None
}

/// A long word of a name, misspelled: two unlike letters inside it exchanged. With it the word as it was.
pub(crate) fn misspelled(name: &str) -> Option<(String, String)> {
    let word =
        name.split_whitespace().rfind(|w| w.len() >= 5 && w.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let bytes = word.as_bytes();
    let at = (2..bytes.len() - 1).find(|&i| bytes[i] != bytes[i + 1])?;
    let (head, tail) = (word.get(..at)?, word.get(at + 2..)?);
    Some((word.to_owned(), format!("{head}{}{}{tail}", bytes[at + 1] as char, bytes[at] as char)))
}

/// The same bound in other words; a bare number of two digits or more becomes "about" itself.
pub(crate) fn comparator(words: &str) -> Option<Edit> {
    let lower = words.to_ascii_lowercase();
    for (from, to) in COMPARATORS {
        if let Some(at) = lower.find(from).filter(|at| *at == 0 || lower.as_bytes()[at - 1] == b' ') {
            let old = words.get(at..at + from.len())?;
            return Some(Edit { range: at..at + from.len(), words: capital(old, to) });
        }
    }
    let plain =
        words.split_once(' ').is_some_and(|(n, _)| n.len() > 1 && n.bytes().all(|b| b.is_ascii_digit()));
    plain.then(|| Edit { range: 0..0, words: "about ".to_owned() })
}

/// Runs of letters, digits and what holds numbers together.
fn tokens(words: &str) -> impl Iterator<Item = Range<usize>> + Clone {
    let inside = |c: char| c.is_alphanumeric() || ".,:-–'’".contains(c);
    words.split(move |c: char| !inside(c)).filter(|w| !w.is_empty()).map(move |w| {
        let start = w.as_ptr() as usize - words.as_ptr() as usize;
        start..start + w.trim_end_matches(['.', ',', ':']).len()
    })
}

fn capital(like: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if like.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(words: &str, edit: &Edit) -> String {
        format!("{}{}{}", &words[..edit.range.start], edit.words, &words[edit.range.end..])
    }

    #[test]
    fn figures_change_and_keep_their_form() {
        let check = |words: &str, old: &str, form: &str| {
            let (edit, was) = figure(words, &mut Rng::with_seed(1)).unwrap();
            let now = apply(words, &edit);
            let shape: String = now.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
            assert_eq!((was.as_str(), shape.as_str()), (old, form));
            assert_ne!(now, words);
        };
        check("42,400 bridges", "42400", "99,999 bridges");
        check("$5.9 billion", "5.9", "$9.9 billion");
        check("381-46", "381", "999-99");
        for none in ["about 12 people", "more than 400", "dozens", "one man", "a man"] {
            assert_eq!(figure(none, &mut Rng::with_seed(1)), None, "{none}");
        }
        assert_ne!(figure("Three dead", &mut Rng::with_seed(1)).unwrap().0.words, "Three");
    }

    #[test]
    fn dates_change() {
        for words in ["on Tuesday", "Jan. 9, 2023", "in 2017", "at 7:42 a.m.", "at 10 p.m."] {
            let edit = date(words, &mut Rng::with_seed(1)).unwrap();
            assert_ne!(apply(words, &edit), words);
        }
        assert_eq!(date("last month", &mut Rng::with_seed(1)), None);
        assert_eq!(date("12 people", &mut Rng::with_seed(1)), None);
    }

    #[test]
    fn names_and_bounds() {
        assert_eq!(misspelled("Sandra Lindqvist"), Some(("Lindqvist".into(), "Lidnqvist".into())));
        assert_eq!(misspelled("Bo Li"), None);
        let check = |words: &str, expected: &str| {
            assert_eq!(comparator(words).map(|e| apply(words, &e)).as_deref(), Some(expected));
        };
        check("More than 150", "Over 150");
        check("14 counts", "about 14 counts");
        assert_eq!(comparator("three counts"), None);
        assert_eq!(comparator("moreover 12"), None);
    }
}
