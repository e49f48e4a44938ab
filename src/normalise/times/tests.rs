//! Cases of times: a sentence, its date, the times that are read in it. Every case is read under two cuttings.

use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::Reader;
use crate::model::{Granularity, Mention, TimeForm, TimeValue, Token, Value};
use crate::normalise::words::Words;

/// Words as spaces divide them, closing punctuation apart.
fn coarse(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let body = word.trim_end_matches([',', '?', '!', ')']);
        let open = body.len() - body.trim_start_matches('(').len();
        for (a, b) in [(0, open), (open, body.len()), (body.len(), word.len())] {
            if a < b {
                tokens.push(Token::bare((start + a) as u32, (start + b) as u32, 0));
            }
        }
    }
    tokens
}

/// Every run of letters or digits and every sign a word of its own.
fn fine(text: &str) -> Vec<Token> {
    super::lex::atoms(text, 0, text.len() as u32).iter().map(|a| Token::bare(a.start, a.end, 0)).collect()
}

fn read(text: &str, tokens: &[Token], anchor: Option<DateTime>) -> Vec<Mention> {
    let words = Words::new(text, tokens);
    let reader = Reader::new(text, words, anchor);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < words.len() {
        match reader.at(i) {
            Some(mention) => {
                i = mention.tokens.end as usize;
                found.push(mention);
            }
            None => i += 1,
        }
    }
    found
}

fn value(mention: &Mention) -> &TimeValue {
    match &mention.value {
        Value::Time(time) => time,
        other => panic!("{other:?} is no time"),
    }
}

fn words<'t>(text: &'t str, mention: &Mention) -> &'t str {
    text[mention.start as usize..mention.end as usize].trim_end_matches('.')
}

/// The times of a sentence as "words | from → to", under both cuttings.
fn check(anchor: &str, text: &str, expected: &[&str]) {
    let anchor: Option<DateTime> = (!anchor.is_empty()).then(|| anchor.parse().unwrap());
    for tokens in [coarse(text), fine(text)] {
        let bound =
            |at: Option<DateTime>| at.map(|at| at.to_string().replace("T00:00:00", "")).unwrap_or_default();
        let shown: Vec<String> = read(text, &tokens, anchor)
            .iter()
            .map(|m| format!("{} | {} → {}", words(text, m), bound(value(m).from), bound(value(m).to)))
            .collect();
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn days() {
    // a Thursday
    let check = |text, expected| check("2018-06-14T12:00", text, expected);
    check("Police arrested him Tuesday.", &["Tuesday | 2018-06-12 → 2018-06-13"]);
    check("The vote is scheduled for Tuesday.", &["Tuesday | 2018-06-19 → 2018-06-20"]);
    check("On Monday, the court will rule.", &["Monday | 2018-06-18 → 2018-06-19"]);
    check("She was seen last Tuesday.", &["last Tuesday | 2018-06-05 → 2018-06-06"]);
    check("He died on May 29, 2013, in Ohio.", &["May 29, 2013 | 2013-05-29 → 2013-05-30"]);
    check("He died on the 3rd of March 1994.", &["the 3rd of March 1994 | 1994-03-03 → 1994-03-04"]);
    check("Born 22 April 1923.", &["22 April 1923 | 1923-04-22 → 1923-04-23"]);
    check("It was found on Nov. 30.", &["Nov. 30 | 2017-11-30 → 2017-12-01"]);
    check("He will be sentenced Nov. 30.", &["Nov. 30 | 2018-11-30 → 2018-12-01"]);
    check("Published 2018-06-11.", &["2018-06-11 | 2018-06-11 → 2018-06-12"]);
    check("It closed yesterday.", &["yesterday | 2018-06-13 → 2018-06-14"]);
    check("It closed two Sundays ago.", &["two Sundays ago | 2018-06-03 → 2018-06-04"]);
    check(
        "since 9/11 and the Sept. 11 attacks",
        &["since 9/11 | 2001-09-11 → ", "Sept. 11 | 2001-09-11 → 2001-09-12"],
    );
    check("the first Monday of May 2018", &["the first Monday of May 2018 | 2018-05-07 → 2018-05-08"]);
    check("on Monday of next week", &["Monday of next week | 2018-06-18 → 2018-06-19"]);
}

#[test]
fn stretches() {
    let check = |text, expected| check("2018-06-14T12:00", text, expected);
    check("He resigned last week.", &["last week | 2018-06-04 → 2018-06-11"]);
    check("earlier this month", &["earlier this month | 2018-06-01 → 2018-06-16"]);
    check("It fell over the weekend.", &["the weekend | 2018-06-16 → 2018-06-18"]);
    check("Sales fell in late 2017.", &["late 2017 | 2017-09-01 → 2018-01-01"]);
    check("in the early 1990s", &["the early 1990s | 1990-01-01 → 1994-01-01"]);
    check("in the '90s", &["the '90s | 1990-01-01 → 2000-01-01"]);
    check("in the 19th century", &["the 19th century | 1800-01-01 → 1900-01-01"]);
    check("in the third quarter of 2012", &["the third quarter of 2012 | 2012-07-01 → 2012-10-01"]);
    check("in the 2008-09 season", &["2008-09 | 2008-01-01 → 2010-01-01"]);
    check("She left last fall.", &["last fall | 2017-09-01 → 2017-12-01"]);
    check("in June 2005", &["June 2005 | 2005-06-01 → 2005-07-01"]);
    check("the June-August 1992 drought", &["June-August 1992 | 1992-06-01 → 1992-08-01"]);
    check("from June 26 to 28, 2017", &["from June 26 to 28, 2017 | 2017-06-26 → 2017-06-28"]);
    check("Governor from 1996 to 2007.", &["from 1996 to 2007 | 1996-01-01 → 2007-01-01"]);
    check("since March 2017", &["since March 2017 | 2017-03-01 → "]);
    check("It will close by the end of the year.", &["by the end of the year |  → 2019-01-01"]);
    check("after 2016", &["after 2016 | 2017-01-01 → "]);
    check("in the past three years", &["the past three years | 2015-06-14 → 2018-06-14"]);
    check("over the last 24 hours", &["the last 24 hours | 2018-06-13T12:00:00 → 2018-06-14T12:00:00"]);
    check("He won two years ago.", &["two years ago | 2016-06-14 → 2016-06-15"]);
    check("more than two years ago", &["more than two years ago |  → 2016-06-14"]);
}

#[test]
fn hours() {
    let check = |text, expected| check("2018-06-14T12:00", text, expected);
    check("at 11 a.m. today", &["11 a.m. today | 2018-06-14T11:00:00 → 2018-06-14T11:01:00"]);
    check(
        "Shots rang out at 10:30 p.m. Tuesday.",
        &["10:30 p.m. Tuesday | 2018-06-12T22:30:00 → 2018-06-12T22:31:00"],
    );
    check("Thursday night", &["Thursday night | 2018-06-14T20:00:00 → 2018-06-14T23:59:59"]);
    check("late Tuesday", &["late Tuesday | 2018-06-12T12:00:00 → 2018-06-13"]);
    check(
        "He died early Saturday morning.",
        &["early Saturday morning | 2018-06-09T08:00:00 → 2018-06-09T10:00:00"],
    );
    check(
        "just before 10 p.m. on Monday",
        &["just before 10 p.m. on Monday | 2018-06-11T21:40:00 → 2018-06-11T22:00:00"],
    );
    check("It began midnight Dec. 21.", &["midnight Dec. 21 | 2017-12-21 → 2017-12-21T00:01:00"]);
    check(
        "from 5 to 6pm on June 3",
        &["from 5 to 6pm on June 3 | 2018-06-03T17:00:00 → 2018-06-03T18:00:00"],
    );
    check("the night of June 5", &["the night of June 5 | 2018-06-05T20:00:00 → 2018-06-05T23:59:59"]);
    check("last night at 8", &["last night at 8 | 2018-06-13T20:00:00 → 2018-06-13T20:01:00"]);
    check(
        "just before 10 last night",
        &["just before 10 last night | 2018-06-13T21:40:00 → 2018-06-13T22:00:00"],
    );
    check(
        "half past eight in the evening",
        &["half past eight in the evening | 2018-06-14T20:30:00 → 2018-06-14T20:31:00"],
    );
    check("Christmas Day at 9 a.m.", &["Christmas Day at 9 a.m | 2017-12-25T09:00:00 → 2017-12-25T09:01:00"]);
}

#[test]
fn zones_are_kept() {
    let text = "at 2:30 p.m. ET on Friday";
    let found = read(text, &coarse(text), Some(date(2018, 6, 14).at(12, 0, 0, 0)));
    assert_eq!(found.iter().map(|m| value(m).zone.as_deref()).collect::<Vec<_>>(), [Some("ET")]);
}

#[test]
fn no_times() {
    for text in [
        "May said she may march on.",
        "They march on Washington.",
        "Theresa May met June Carter.",
        "He read The Sun and the Sunday Times.",
        "She sat down and wed him.",
        "about 2,012 people and 2012 people",
        "at 1900 Main Street",
        "It cost $2012.",
        "a second term and a second chance",
        "in his thirties",
        "He had a fall in spring water.",
        "Call 138-2010-2015.",
        "a 4:3 ratio",
        "two-thirds of 1/2 cup",
        "20th Century Fox",
        "The Colts won in Week 16.",
        "Hours will last two days.",
        "an end of the line",
        "It may not be new.",
    ] {
        check("2018-06-14T12:00", text, &[]);
    }
}

#[test]
fn events_are_no_limits() {
    check("2018-06-14T12:00", "after Monday's attack", &["Monday | 2018-06-11 → 2018-06-12"]);
    check("2018-06-14T12:00", "He was shot after Monday.", &["after Monday | 2018-06-11 → "]);
}

#[test]
fn articles_without_a_date_keep_what_they_say() {
    let timex = |text: &str| {
        let found = read(text, &coarse(text), None);
        found.iter().map(|m| (value(m).from, value(m).timex.clone())).collect::<Vec<_>>()
    };
    assert_eq!(timex("He left Wednesday."), [(None, "XXXX-WXX-3".to_owned())]);
    assert_eq!(timex("on May 29"), [(None, "XXXX-05-29".to_owned())]);
    assert_eq!(timex("He left yesterday."), timex("It was yesterday."));
    assert_eq!(
        timex("at 7 p.m. Wednesday"),
        [(Some(date(1, 1, 1).at(19, 0, 0, 0)), "XXXX-WXX-3T19".to_owned())]
    );
    assert_eq!(timex("on May 29, 2013")[0].1, "2013-05-29");
}

#[test]
fn stories_own_times_leave_their_day_open() {
    for text in ["She died the next day.", "He was freed two weeks later.", "It fell the following Friday."] {
        let found = read(text, &coarse(text), Some(date(2018, 6, 14).at(12, 0, 0, 0)));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((value(&found[0]).earliest, value(&found[0]).latest), (None, None), "{text}");
    }
}

#[test]
fn granularity_is_as_worded() {
    for (text, granularity, form) in [
        ("on May 29, 2013", Granularity::Day, TimeForm::Date),
        ("in May 2013", Granularity::Month, TimeForm::DateRange),
        ("in 2013", Granularity::Year, TimeForm::DateRange),
        ("at 7 p.m.", Granularity::Hour, TimeForm::Time),
        ("at 7:05 p.m. Friday", Granularity::Minute, TimeForm::DateTime),
        ("Friday night", Granularity::DayPart, TimeForm::DateTimeRange),
        ("every Monday", Granularity::Day, TimeForm::Set),
    ] {
        let found = read(text, &coarse(text), Some(date(2018, 6, 14).at(12, 0, 0, 0)));
        let read: Vec<_> = found.iter().map(|m| (value(m).granularity, value(m).form)).collect();
        assert_eq!(read, [(granularity, form)], "{text}");
    }
}

/// Words that times are made of, and some others.
const PIECES: &str = "the a of in on at to by from between and or for since until before after last next this past early \
    late mid end beginning first second 1st 21st 31 12 2012 0 9999 10:30 p.m. a.m. noon midnight May March Feb. 29 30 \
    Monday Sun night morning weekend week day days month quarter year years hours decade century ago later 1990s '90s \
    spring fall every Christmas Easter weekdays today tomorrow tonight now - / , . ( ) ' s two twenty thousand few half \
    1/1/2015 5/12 q3 FY18 about just more than will was ET 12/31/9999 1500 century 24:00 999 . .";

proptest! {
    #[test]
    fn whatever_is_written_no_time_runs_backwards(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..14),
        glue in any::<u16>(),
        year in -9999i16..=9999,
        dated in any::<bool>(),
    ) {
        let pieces: Vec<&str> = PIECES.split_whitespace().collect();
        let mut text = String::new();
        for (k, pick) in picks.iter().enumerate() {
            text.push_str(pieces[pick.index(pieces.len())]);
            if glue >> (k % 16) & 1 == 0 {
                text.push(' ');
            }
        }
        let anchor = dated.then(|| date(year, 12, 31).at(23, 59, 59, 0));
        for tokens in [coarse(&text), fine(&text)] {
            for mention in read(&text, &tokens, anchor) {
                let time = value(&mention);
                if let (Some(from), Some(to)) = (time.from, time.to) {
                    prop_assert!(from <= to, "{text}: {time:?}");
                }
                if let (Some(earliest), Some(latest)) = (time.earliest, time.latest) {
                    prop_assert!(earliest <= latest, "{text}: {time:?}");
                }
                prop_assert!(mention.start < mention.end && text.is_char_boundary(mention.end as usize));
            }
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,60}", year in -9999i16..=9999) {
        for tokens in [coarse(&text), fine(&text)] {
            read(&text, &tokens, Some(date(year, 1, 1).at(0, 0, 0, 0)));
        }
    }
}
