//! The words before a quantity → does it tell a rise or a fall?

use super::phrases::WordList;
use super::reader::{Kind, Reader};
use super::reading::Reading;
use crate::model::{Comparator, MentionKind, Trend};

/// Verbs of rising, whatever rises.
static UP: WordList = WordList::new(
    "\
    rose rise rises risen rising increased increases increasing grew grow grows grown growing climbed \
    climbs climbing jumped jumps jumping surged surges surging soared soars soaring rallied rallies rallying \
    spiked spikes swelled swells swelling rebounded rebounds ballooned balloons skyrocketed skyrocketing leapt \
    leaped leaps rocketed rocketing mushroomed bounced appreciated strengthened",
);
/// Verbs and adverbs that tell a rise of shares, prices and measures only.
static UP_MONEY: WordList = WordList::new(
    "\
    up gained gains gain gaining advanced advances advancing added adds adding jump climb surge higher upward \
    upwards raised raises increase soar spike rally firmed recovered improved boosted lifted hiked",
);
/// Verbs of falling.
static DOWN: WordList = WordList::new(
    "\
    fell fall falls fallen falling declined declines declining dropped drops dropping decreased \
    decreases decreasing plunged plunges plunging tumbled tumbles tumbling plummeted plummets plummeting slumped \
    slumps slumping slid slides sliding sank sinks sinking shrank shrinks shrunk shrinking dipped dips dipping \
    dwindled dwindles collapsed sagged contracted contracts crashed cratered nosedived tanked skidded weakened \
    depreciated retreated retreats",
);
static DOWN_MONEY: WordList = WordList::new(
    "\
    down lost loses losing shed sheds shedding slipped slips slipping eased eases easing lower cut cuts cutting \
    drop decline lowered reduced slashed trimmed pared downward downwards softened narrowed",
);
/// Verbs that raise or lower what stands behind them ("boosted output by 3%").
static RAISING: WordList = WordList::new(
    "\
    raised raise raises raising increased increase increases increasing boosted boost boosts boosting grew grow \
    grows growing lifted lift lifts lifting hiked hike hikes expanded expand expands pushed push",
);
static LOWERING: WordList = WordList::new(
    "\
    cut cuts cutting reduced reduce reduces reducing lowered lower lowers lowering slashed slash slashes trimmed \
    trim trims shrank shrink decreased decrease decreases pared dropped drop dragged drag",
);

/// Words between the verb and the quantity.
static BETWEEN: WordList = WordList::new(
    "\
    by another an a additional further extra as much just only about some from more than nearly between \
    sharply steadily slightly around almost roughly over under approximately nearly modestly marginally strongly \
    dramatically rapidly",
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
        if word.is_in(&UP) || moving && word.is_in(&UP_MONEY) && !noun(reader, word.start) {
            return Some(Trend::Up);
        }
        if word.is_in(&DOWN) || moving && word.is_in(&DOWN_MONEY) && !noun(reader, word.start) {
            return Some(Trend::Down);
        }
        if !word.is_in(&BETWEEN) {
            return None;
        }
        if word.is("by") {
            return moved(reader, word.start);
        }
        word = reader.before(word.start);
    }
    None
}

/// "boosted its output by", "expected to grow sales by": a verb with what it moves between it and "by"; the verb may
/// also stand right before, or a noun of change that is none ("a rise in sales by").
fn moved(reader: &Reader<'_>, by: usize) -> Option<Trend> {
    let mut word = reader.before(by);
    for _ in 0..6 {
        if word.kind != Kind::Letters && !matches!(word.text, "'" | "’" | "-") {
            return None;
        }
        if noun(reader, word.start) && (word.is_in(&RAISING) || word.is_in(&LOWERING)) {
            return None;
        }
        if word.is_in(&UP) || word.is_in(&RAISING) {
            return Some(Trend::Up);
        }
        if word.is_in(&DOWN) || word.is_in(&DOWN_MONEY) || word.is_in(&LOWERING) {
            return Some(Trend::Down);
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
