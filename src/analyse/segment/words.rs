//! Closed lists of English that cutting needs: abbreviations, prefixes, clitics, words that open a sentence.

use super::tokens::leading;

/// Longest entry of any list here.
const LONGEST: usize = 12;

/// Titles and other abbreviations that stand before a name or number and so never end a sentence.
const TITLES: [&str; 55] = [
    "adm", "asst", "atty", "brig", "capt", "cmdr", "cmsgt", "col", "cpl", "cpt", "det", "dr", "drs", "ens",
    "esq", "fr", "ft", "gen", "gov", "govs", "hon", "insp", "lt", "ltc", "maj", "messrs", "mfg", "mlle",
    "mme", "mmes", "mr", "mrs", "ms", "msgr", "msgt", "mt", "ofc", "pfc", "pres", "prof", "profs", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sgt", "sp", "spc", "sr", "ssgt", "st", "supt", "vs",
];

/// Abbreviations that keep their stop wherever they stand, and may end a sentence.
const KEEPERS: [&str; 71] = [
    "approx", "apr", "apt", "assn", "assoc", "aug", "ave", "bldg", "blvd", "bros", "cir", "co", "comm",
    "cont", "corp", "cos", "ct", "dec", "dept", "dist", "div", "est", "etc", "excl", "ext", "feb", "fri",
    "gal", "govt", "hr", "hrs", "hts", "hwy", "inc", "incl", "intl", "jan", "jr", "lb", "lbs", "ln", "ltd",
    "mfr", "mgmt", "misc", "natl", "nov", "oct", "orig", "oz", "ph", "pkwy", "pl", "pt", "rd", "sept", "seq",
    "sq", "tel", "temp", "thu", "thur", "thurs", "tsp", "tue", "tues", "univ", "wed", "yd", "yr", "yrs",
];

/// Short forms of states and provinces.
const REGIONS: [&str; 25] = [
    "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "kan", "ky", "md", "mich", "minn", "mo",
    "mont", "neb", "nev", "okla", "pa", "tenn", "tex", "va", "vt", "wis", "wyo",
];

/// Those that are also words, and so abbreviations only after a comma, bracket or hyphen ("Spokane, Wash.").
const STATES: [&str; 15] = [
    "az", "cal", "dak", "del", "ill", "ind", "la", "mass", "miss", "nebr", "oh", "ore", "penn", "wash",
    "wisc",
];

/// Abbreviations of what a number or numbered thing follows ("No. 5", "pp. 3", "Mar. 4").
const NUMBERED: [&str; 26] = [
    "art", "b", "c", "ca", "ch", "chap", "cl", "d", "eq", "fig", "figs", "jul", "jun", "mar", "no", "nos",
    "p", "para", "pp", "r", "sat", "sec", "sun", "v", "vol", "vols",
];

/// Prefixes that a hyphen does not part from their word.
const PREFIXES: [&str; 37] = [
    "anti", "arch", "bi", "co", "counter", "cross", "de", "dis", "e", "ex", "extra", "hyper", "inter",
    "intra", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "pan", "post",
    "pre", "pro", "psycho", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un",
];

/// Units that are parted from the number before them ("7pm", "50ft").
const UNITS: [&str; 42] = [
    "am", "b", "bn", "c", "cc", "cm", "f", "fps", "ft", "g", "gb", "ghz", "hp", "hr", "hrs", "hz", "in", "k",
    "kg", "kgs", "km", "kms", "kph", "kw", "lb", "lbs", "m", "mb", "mg", "mhz", "min", "mins", "ml", "mm",
    "mn", "mph", "mw", "oz", "pm", "sq", "tn", "yds",
];

/// Ends of web addresses and file names: a stop before them is no full stop.
const ENDINGS: [&str; 30] = [
    "au", "biz", "ca", "co", "com", "de", "doc", "edu", "eu", "fm", "fr", "gov", "htm", "html", "info", "io",
    "jpg", "ly", "me", "mil", "net", "org", "pdf", "php", "ru", "tv", "txt", "uk", "us", "xls",
];

/// Words that, capitalised, open a sentence far more often than they begin a name.
const STARTERS: [&str; 97] = [
    "a",
    "according",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "at",
    "authorities",
    "because",
    "before",
    "both",
    "but",
    "by",
    "can",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "each",
    "even",
    "every",
    "few",
    "for",
    "from",
    "had",
    "has",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "its",
    "just",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "nobody",
    "not",
    "now",
    "of",
    "officials",
    "on",
    "once",
    "only",
    "or",
    "others",
    "our",
    "people",
    "police",
    "several",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "two",
    "under",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "while",
    "why",
    "with",
];

/// Times and zones that follow "a.m." or "p.m." inside a sentence.
const AFTER_HOUR: [&str; 30] = [
    "apr",
    "april",
    "aug",
    "august",
    "cst",
    "ct",
    "dec",
    "december",
    "est",
    "et",
    "feb",
    "february",
    "friday",
    "gmt",
    "jan",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "mst",
    "november",
    "october",
    "pst",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
];

/// Verbs of saying, as they follow a name after a quotation ("Will he go?" Smith asked).
const SAYING: [&str; 16] = [
    "added",
    "adds",
    "asked",
    "asks",
    "cried",
    "exclaimed",
    "joked",
    "recalled",
    "replied",
    "said",
    "says",
    "shouted",
    "tells",
    "told",
    "wondered",
    "wrote",
];

/// Beginnings that an apostrophe before a word stands for ("'em").
const ELIDED: [&str; 11] = ["bout", "cause", "cuz", "em", "n", "nuff", "round", "til", "till", "tis", "twas"];

fn listed(list: &[&str], word: &str) -> bool {
    let mut buffer = [0u8; LONGEST];
    let Some(lower) = buffer.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    list.binary_search_by(|entry| entry.as_bytes().cmp(lower)).is_ok()
}

fn capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A title or the like, without its stop ("Mr", "Sen").
pub(super) fn is_title(word: &str) -> bool {
    word == "vs" || (capitalised(word) && listed(&TITLES, word))
}

/// An abbreviation that keeps its stop wherever it stands.
pub(super) fn is_keeper(word: &str) -> bool {
    let small =
        matches!(word, "al" | "etc" | "approx" | "oz" | "lb" | "lbs" | "ext" | "incl" | "seq" | "sq" | "hwy");
    small || (capitalised(word) && (listed(&KEEPERS, word) || listed(&REGIONS, word)))
}

/// A state's short form.
pub(super) fn is_region(word: &str) -> bool {
    capitalised(word) && (listed(&REGIONS, word) || listed(&STATES, word))
}

/// A state's short form that is also a word.
pub(super) fn is_state(word: &str) -> bool {
    capitalised(word) && listed(&STATES, word)
}

/// An abbreviation before numbers.
pub(super) fn is_numbered(word: &str) -> bool {
    listed(&NUMBERED, word)
}

/// A prefix that a hyphen does not part from its word.
pub(super) fn is_prefix(word: &str) -> bool {
    listed(&PREFIXES, word)
}

/// A unit that is parted from its number.
pub(super) fn is_unit(word: &str) -> bool {
    listed(&UNITS, word)
}

/// The end of a web address or file name.
pub(super) fn is_ending(word: &str) -> bool {
    listed(&ENDINGS, word)
}

/// A word that opens a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    capitalised(word) && listed(&STARTERS, word)
}

/// Is a single letter before a stop an initial, going by what follows? A word that opens sentences tells against it.
pub(super) fn is_initial(letter: &str, after: &str) -> bool {
    let next = leading(after, char::is_alphanumeric);
    let another = after.get(next.len()..).is_some_and(|rest| rest.starts_with('.'));
    capitalised(letter) && capitalised(next) && (another || !is_starter(next))
}

/// A time or zone after "a.m.".
pub(super) fn follows_hour(word: &str) -> bool {
    listed(&AFTER_HOUR, word)
        || matches!(word, "Wednesday" | "UTC" | "PDT" | "EDT" | "CDT" | "MDT" | "PT" | "BST")
}

/// A verb of saying.
pub(super) fn is_saying(word: &str) -> bool {
    listed(&SAYING, word)
}

/// A word that has lost its beginning to an apostrophe.
pub(super) fn is_elided(word: &str) -> bool {
    listed(&ELIDED, word)
}

/// Where two words written as one are parted ("cannot", "gonna", "dont").
pub(super) fn fused(word: &str) -> Option<usize> {
    const FUSED: [(&str, usize); 17] = [
        ("arent", 3),
        ("cannot", 3),
        ("cant", 2),
        ("couldnt", 5),
        ("didnt", 3),
        ("doesnt", 4),
        ("dont", 2),
        ("gimme", 3),
        ("gonna", 3),
        ("gotta", 3),
        ("hasnt", 3),
        ("havent", 4),
        ("isnt", 2),
        ("lemme", 3),
        ("wanna", 3),
        ("wasnt", 3),
        ("wouldnt", 5),
    ];
    // Their length and last letter dismiss most words.
    if !(4..=7).contains(&word.len()) || !word.ends_with(['t', 'a', 'e', 'T', 'A', 'E']) {
        return None;
    }
    FUSED.iter().find(|(entry, _)| entry.eq_ignore_ascii_case(word)).map(|(_, at)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_short_enough() {
        let lists: [&[&str]; 12] = [
            &REGIONS,
            &TITLES,
            &KEEPERS,
            &STATES,
            &NUMBERED,
            &PREFIXES,
            &UNITS,
            &ENDINGS,
            &STARTERS,
            &AFTER_HOUR,
            &SAYING,
            &ELIDED,
        ];
        for list in lists {
            assert!(list.is_sorted(), "{list:?}");
            assert!(list.iter().all(|w| w.len() <= LONGEST));
        }
    }
}
