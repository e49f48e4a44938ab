//! The words before a quantity → does it tell a rise or a fall?

use super::phrases::WordList;
use super::reader::{Kind, Reader};
use super::reading::Reading;
use crate::model::{Comparator, MentionKind, Trend};

static UP: WordList = WordList::new(
    "\
    rose rise rises risen rising increased increases increasing grew grow grows grown growing climbed \
    climbs climbing jumped jumps jumping surged surges surging soared soars soaring rallied spiked \
    swelled rebounded ballooned skyrocketed leapt",
);
/// Verbs that tell a rise of shares and prices only.
const UP_MONEY: &[&str] = &[
    "up", "gained", "gains", "gain", "gaining", "advanced", "advances", "added", "adds", "adding", "jump",
    "climb", "surge", "higher", "upward", "upwards", "raised", "increase",
];
static DOWN: WordList = WordList::new(
    "\
    fell fall falls fallen falling declined declines declining dropped drops dropping decreased \
    decreases decreasing plunged plunges plunging tumbled tumbles tumbling plummeted slumped slumps slid \
    slides sank shrank shrunk dipped dips dwindled collapsed sagged contracted",
);
static DOWN_MONEY: WordList = WordList::new(
    "\
    down lost loses losing shed sheds shedding slipped slips eased lower cut drop retreated decline",
);

/// Words between the verb and the quantity.
static BETWEEN: WordList = WordList::new(
    "\
    by another an a additional further extra as much just only about some from more than nearly between \
    sharply steadily slightly around",
);

/// The trend that the words before give the reading; none for the level that is reached ("rose 3% to 12").
pub(crate) fn before(reader: &Reader<'_>, reading: &Reading) -> Option<Trend> {
    let sign = reader.slice(reading.start, reading.end);
    let moving = matches!(reading.kind, MentionKind::Percent | MentionKind::Money | MentionKind::Measure);
    if reading.kind == MentionKind::Percent {
        if sign.starts_with('+') {
            return Some(Trend::Up);
        }
        if sign.starts_with(['-', '−']) {
            return Some(Trend::Down);
        }
    }
    if matches!(
        reading.kind,
        MentionKind::Age | MentionKind::Ordinal | MentionKind::Score | MentionKind::Vote | MentionKind::Ratio
    ) {
        return None;
    }
    // "from 240 to 273" tells both ends itself.
    if reading.quantity.comparator == Comparator::Between && reader.at(reading.start).kind == Kind::Letters {
        return None;
    }
    let points = reader.at(reading.end).is_any(&["point", "points"]);
    let moving = moving || points;
    let mut word = reader.before(reading.start);
    for _ in 0..4 {
        if word.kind != Kind::Letters {
            return None;
        }
        if word.is_in(&UP) || moving && word.is_any(UP_MONEY) && !noun(reader, word.start) {
            return Some(Trend::Up);
        }
        if word.is_in(&DOWN) || moving && word.is_in(&DOWN_MONEY) && !noun(reader, word.start) {
            return Some(Trend::Down);
        }
        if !word.is_in(&BETWEEN) {
            return None;
        }
        word = reader.before(word.start);
    }
    None
}

/// Does an article or adjective make the word a noun ("an increase of")?
fn noun(reader: &Reader<'_>, start: usize) -> bool {
    reader
        .before(start)
        .is_any(&["a", "an", "the", "this", "that", "its", "their", "average", "largest", "biggest"])
}
