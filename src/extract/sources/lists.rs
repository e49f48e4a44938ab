//! Words that introduce a speaker, and words that show what a capital stands for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

type List = LazyLock<BTreeSet<&'static str>>;

macro_rules! list {
    ($words:literal) => {
        LazyLock::new(|| $words.split_whitespace().collect())
    };
}

/// Finite verbs of saying.
static SAYS: List = list!(
    "accused acknowledged added adds admits admitted advised agreed alleged alleges announced announces \
     answered argued argues asked asks asserted asserts believes blamed boasted called calls cautioned \
     charged cited claimed claims commented complained conceded concluded condemned confirmed confirms \
     continued countered cried criticized declared declares denied denies denounced described describes \
     disclosed dismissed disputed disputes emphasized estimated estimates exclaimed explained explains expressed hailed indicated \
     insisted insists joked lamented maintained maintains mentioned mused noted notes observed pledged \
     pointed posted praised predicted proclaimed promised quipped read reads recalled recalls referred \
     refuted reiterated rejected rejects remarked repeated replied reported reports responded revealed said says screamed shouted \
     stated states stressed suggested suggests tells testified thanked threatened told tweeted tweets urged \
     urges vowed vows warned warns wondered writes wrote yelled"
);

/// The same as participles, whose subject is that of the clause before.
static SAYING: List = list!(
    "accusing acknowledging adding admitting arguing asking asserting blaming calling claiming condemning \
     confirming declaring denouncing denying describing explaining insisting noting praising quoting \
     referring saying stating stressing suggesting telling tweeting urging vowing warning writing"
);

/// Words that begin a sentence or clause with a capital or not, and are never part of a name.
static STARTERS: List = list!(
    "a about according after all also although am an and another any are as asked at be because before both \
     but by despite during each earlier even every few finally for friday from had has have he her here his \
     how however i if in indeed instead into is it its just last later like many meanwhile monday more most \
     my no not now of on once one only or other our saturday several she since so some still such sunday than \
     that the their then there these they this those though through thursday to today tuesday two under until \
     was we wednesday were what when where whether which while who why with yes yesterday yet you your"
);

/// Titles before a name.
static TITLES: List = list!(
    "adm ambassador attorney capt captain chairman chancellor chief col colonel congressman congresswoman \
     coroner deputy det detective director doctor dr ex-president former gen general gov governor judge \
     justice king lady leader lieutenant lord lt madam major mayor minister miss mr mrs ms officer pope \
     premier president prime prince princess prof professor prosecutor queen rep representative rev reverend \
     secretary sen senator sergeant sgt sheriff sir speaker superintendent vice"
);

/// Prepositions that hang a name on a noun ("a spokesman for the White House").
static LINKS: List = list!("at by for from in of on to with");

/// Words of the names of those who publish.
static PRESS: List = list!(
    "abc afp ap associated axios bbc bloomberg cbs chronicle cnn daily dispatch fox gazette guardian herald \
     journal magazine msnbc nbc news newspaper npr pbs politico post press radio reuters television times \
     tribune tv"
);

/// Adverbs and auxiliaries between a subject and its verb.
static BETWEEN: List =
    list!("again ago also both did does even had has have indeed later never not now often once then who");

fn has(list: &List, word: &str) -> bool {
    list.contains(word.to_lowercase().trim_end_matches('.'))
}

/// A finite verb of saying?
pub(super) fn says(word: &str) -> bool {
    has(&SAYS, word)
}

/// Its participle?
pub(super) fn saying(word: &str) -> bool {
    has(&SAYING, word)
}

/// A word that is never part of a name?
pub(super) fn starter(word: &str) -> bool {
    has(&STARTERS, word)
}

/// A title before a name?
pub(super) fn title(word: &str) -> bool {
    has(&TITLES, word)
}

/// A preposition that hangs a name on a noun?
pub(super) fn link(word: &str) -> bool {
    has(&LINKS, word)
}

/// Part of the name of somebody who publishes?
pub(super) fn press(word: &str) -> bool {
    has(&PRESS, word)
}

/// An adverb or auxiliary between a subject and its verb?
pub(super) fn between(word: &str) -> bool {
    has(&BETWEEN, word) || (word.ends_with("ly") && word.starts_with(char::is_lowercase))
}

/// A day of the week, as in "Ruiz on Monday said"?
pub(super) fn day(word: &str) -> bool {
    word.ends_with("day") && word.starts_with(char::is_uppercase) && starter(word)
}

/// A pronoun that may stand for a speaker?
pub(super) fn pronoun(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "he" | "she" | "they" | "it")
}
