//! Dates, times of day, their ranges and distances in every listed wording.

use jiff::civil::{Date, DateTime, Time, date};
use jiff::{Span, ToSpan};

use super::{Meaning, Phrase, Random, WRITTEN};
use crate::normalise::tests::properties::in_words;

pub(super) const MAKERS: &[fn(&mut Random) -> Phrase] = &[
    day,
    day_named_by_place,
    month,
    year,
    quarter,
    clock,
    day_and_clock,
    hours,
    days_between,
    years_between,
    distance,
    last_and_next,
    limits,
    weekday_of_week,
    part_of_day,
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

fn time(words: String, from: Option<DateTime>, to: Option<DateTime>, sentence: &'static str) -> Phrase {
    Phrase { words, meaning: Meaning::Time(from, to), sentence }
}

fn days(words: String, from: Date, to: Date, sentence: &'static str) -> Phrase {
    time(words, Some(midnight(from)), Some(midnight(to)), sentence)
}

fn plus(day: Date, span: Span) -> Date {
    day.checked_add(span).expect("a date of our time")
}

fn random_day(random: &mut Random) -> Date {
    plus(date(1950, 1, 1), (random.in_range(0, 36_000) as i64).days())
}

fn month_name(day: Date) -> &'static str {
    MONTHS[(day.month() - 1) as usize]
}

fn ending(n: i8) -> &'static str {
    match (n % 10, n) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

const THEN: &[&str] = &["It happened on {}.", "They met on {} in Leeds.", "{} was a fine day."];

fn day(random: &mut Random) -> Phrase {
    let on = random_day(random);
    let (y, m, d) = (on.year(), on.month(), on.day());
    let (name, th) = (month_name(on), ending(d));
    let short = &name[..3];
    let words = match random.in_range(0, 13) {
        0 => format!("{name} {d}, {y}"),
        1 => format!("{name} {d}{th}, {y}"),
        2 => format!("{d} {name} {y}"),
        3 => format!("{d}{th} {name} {y}"),
        4 => format!("the {d}{th} of {name} {y}"),
        5 => format!("the {d}{th} of {name} of {y}"),
        6 => format!("{m}/{d}/{y}"),
        7 => format!("{y}-{m:02}-{d:02}"),
        8 => format!("{y}/{m:02}/{d:02}"),
        9 => format!("{d}-{short}-{y}"),
        10 => format!("{short}. {d}, {y}"),
        11 => format!("{}, {name} {d}, {y}", WEEKDAYS[on.weekday().to_monday_zero_offset() as usize]),
        _ => format!("{} {d} {name} {y}", WEEKDAYS[on.weekday().to_monday_zero_offset() as usize]),
    };
    // "May. 5" is none of the ways in which May is written.
    let words = if words.starts_with("May.") { format!("{name} {d}, {y}") } else { words };
    days(words, on, plus(on, 1.day()), random.pick(THEN))
}

/// "the 5th of next month", "June 5 last year", "the last Friday of this month".
fn day_named_by_place(random: &mut Random) -> Phrase {
    let written = WRITTEN.date();
    let (rel, n) = [("last", -1i64), ("this", 0), ("next", 1)][random.in_range(0, 3) as usize];
    let d = random.in_range(1, 28) as i8;
    let (words, on) = match random.in_range(0, 3) {
        0 => {
            let first = plus(written.first_of_month(), n.months());
            (format!("the {d}{} of {rel} month", ending(d)), date(first.year(), first.month(), d))
        }
        1 => {
            let m = random.in_range(1, 13) as i8;
            (format!("{} {d} {rel} year", MONTHS[(m - 1) as usize]), date(written.year() + n as i16, m, d))
        }
        _ => {
            let first = plus(written.first_of_month(), n.months());
            let w = random.in_range(0, 7) as i8;
            let last = first.last_of_month();
            let back = (last.weekday().to_monday_zero_offset() - w).rem_euclid(7);
            (format!("the last {} of {rel} month", WEEKDAYS[w as usize]), plus(last, -i64::from(back).days()))
        }
    };
    days(words, on, plus(on, 1.day()), "It was set for {}.")
}

fn month(random: &mut Random) -> Phrase {
    let first = random_day(random).first_of_month();
    let (name, y) = (month_name(first), first.year());
    let words = match random.in_range(0, 4) {
        0 => format!("{name} {y}"),
        1 => format!("{name} of {y}"),
        2 => format!("{name}, {y}"),
        _ => format!("{y}-{:02}", first.month()),
    };
    // "2018-19" is a season of two years, and so would be "2008-09".
    let words = if words == format!("{y}-{:02}", (y + 1) % 100) { format!("{name} {y}") } else { words };
    days(words, first, plus(first, 1.month()), "It began in {}.")
}

fn year(random: &mut Random) -> Phrase {
    let y = random.in_range(1901, 2049) as i16;
    let first = date(y, 1, 1);
    match random.in_range(0, 5) {
        0 => days(y.to_string(), first, plus(first, 1.year()), "It began in {}."),
        1 => days(format!("the year {y}"), first, plus(first, 1.year()), "It began in {}."),
        2 => days(format!("fiscal year {y}"), first, plus(first, 1.year()), "Sales fell in {}."),
        3 => days(format!("FY{y}"), first, plus(first, 1.year()), "Sales fell in {}."),
        _ => {
            let decade = date(y / 10 * 10, 1, 1);
            days(format!("the {}s", y / 10 * 10), decade, plus(decade, 10.years()), "It began in {}.")
        }
    }
}

fn quarter(random: &mut Random) -> Phrase {
    const NAMES: [&str; 4] = ["first", "second", "third", "fourth"];
    let y = random.in_range(1990, 2030) as i16;
    let n = random.in_range(0, 4) as i8;
    let from = date(y, n * 3 + 1, 1);
    let name = NAMES[n as usize];
    let q = n + 1;
    let (words, from) = match random.in_range(0, 5) {
        0 => (format!("the {name} quarter of {y}"), from),
        1 => (format!("Q{q} {y}"), from),
        2 => (format!("Q{q} of {y}"), from),
        3 => (format!("{y} Q{q}"), from),
        _ => (format!("the {name} quarter of last year"), date(WRITTEN.year() - 1, n * 3 + 1, 1)),
    };
    days(words, from, plus(from, 3.months()), "Sales rose in {}.")
}

/// A time of day that says which half it is of: words, hour and minute.
fn hour(random: &mut Random) -> (String, i8, i8) {
    let (h, m) = (random.in_range(1, 12) as i8, random.in_range(1, 60) as i8);
    let pm = random.in_range(0, 2) == 1;
    let half = if pm { 12 } else { 0 };
    let mark = random.pick(if pm { &["pm", " pm", " p.m.", "PM"] } else { &["am", " am", " a.m.", "AM"] });
    match random.in_range(0, 4) {
        0 => (format!("{h}{mark}"), h + half, 0),
        1 => (format!("{h}:{m:02}{mark}"), h + half, m),
        2 => (format!("{} {}", in_words(h as u64), if pm { "pm" } else { "am" }), h + half, 0),
        _ => (
            format!(
                "{h} in the {}",
                if pm && h < 5 {
                    "afternoon"
                } else if pm {
                    "evening"
                } else {
                    "morning"
                }
            ),
            h + half,
            0,
        ),
    }
}

fn at(day: Date, h: i8, m: i8) -> DateTime {
    day.at(h, m, 0, 0)
}

fn clock(random: &mut Random) -> Phrase {
    let (words, h, m) = hour(random);
    let from = at(WRITTEN.date(), h, m);
    time(words, Some(from), from.checked_add(1.minute()).ok(), "They met at {} there.")
}

fn day_and_clock(random: &mut Random) -> Phrase {
    let on = random_day(random);
    let (words, h, m) = hour(random);
    let (y, d, name) = (on.year(), on.day(), month_name(on));
    let (words, on) = match random.in_range(0, 5) {
        0 => (format!("{name} {d}, {y} at {words}"), on),
        1 => (format!("{words} on {name} {d}, {y}"), on),
        2 => (format!("{words} on {d} {name} {y}"), on),
        3 => (format!("tomorrow at {words}"), plus(WRITTEN.date(), 1.day())),
        _ => (format!("{words} yesterday"), plus(WRITTEN.date(), (-1).day())),
    };
    let from = at(on, h, m);
    time(words, Some(from), from.checked_add(1.minute()).ok(), "They had met by then, {}.")
}

/// "from 2pm to 5:30pm", "between 9 and 11 am", "3-5pm".
fn hours(random: &mut Random) -> Phrase {
    let (a, m) = (random.in_range(1, 8) as i8, random.in_range(1, 60) as i8);
    let b = random.in_range(a as u64 + 1, 12) as i8;
    let today = WRITTEN.date();
    let (words, from, to) = match random.in_range(0, 5) {
        0 => (format!("from {a}pm to {b}:{m:02}pm"), at(today, a + 12, 0), at(today, b + 12, m)),
        1 => (format!("between {a} and {b} am"), at(today, a, 0), at(today, b, 0)),
        2 => (format!("{a} to {b} p.m."), at(today, a + 12, 0), at(today, b + 12, 0)),
        3 => (format!("{a}-{b}pm"), at(today, a + 12, 0), at(today, b + 12, 0)),
        _ => (format!("from {a}am until {b}pm"), at(today, a, 0), at(today, b + 12, 0)),
    };
    time(words, Some(from), Some(to), "It was open {} there")
}

fn days_between(random: &mut Random) -> Phrase {
    let a = random_day(random);
    let b = plus(a, (random.in_range(32, 300) as i64).days());
    let (one, two) = (format!("{} {}", month_name(a), a.day()), format!("{} {}", month_name(b), b.day()));
    let words = match random.in_range(0, 6) {
        0 => format!("from {one}, {} to {two}, {}", a.year(), b.year()),
        1 => format!("between {one}, {} and {two}, {}", a.year(), b.year()),
        2 => format!(
            "from {} {} {} to {} {} {}",
            a.day(),
            month_name(a),
            a.year(),
            b.day(),
            month_name(b),
            b.year()
        ),
        3 => format!("from {}/{}/{} to {}/{}/{}", a.month(), a.day(), a.year(), b.month(), b.day(), b.year()),
        4 => format!("{a} to {b}"),
        _ => {
            let first = a.first_of_month();
            let (d, e) = (random.in_range(1, 14) as i8, random.in_range(15, 28) as i8);
            let (from, to) = (date(first.year(), first.month(), d), date(first.year(), first.month(), e));
            let words = format!("from {} {d} to {e}, {}", month_name(first), first.year());
            return days(words, from, to, "It was shut {}.");
        }
    };
    days(words, a, b, "It was shut {}.")
}

fn years_between(random: &mut Random) -> Phrase {
    let a = random.in_range(1950, 2015) as i16;
    let b = random.in_range(a as u64 + 2, 2030) as i16;
    let words = match random.in_range(0, 4) {
        0 => format!("from {a} to {b}"),
        1 => format!("between {a} and {b}"),
        2 => format!("from {a} through {b}"),
        _ => format!("{a} to {b}"),
    };
    days(words, date(a, 1, 1), date(b, 1, 1), "It was shut {}.")
}

/// "two weeks ago", "in 3 months", "5 days from now", "2 years and 3 months ago".
fn distance(random: &mut Random) -> Phrase {
    let n = random.in_range(2, 60) as i64;
    let (name, span) =
        [("days", n.days()), ("weeks", n.weeks()), ("months", n.months()), ("years", n.years())]
            [random.in_range(0, 4) as usize];
    let number = if random.in_range(0, 2) == 0 { n.to_string() } else { in_words(n as u64) };
    let written = WRITTEN.date();
    let (words, on, sentence) = match random.in_range(0, 5) {
        0 => (format!("{number} {name} ago"), plus(written, -span), "It began {}."),
        1 => (format!("{number} {name} from now"), plus(written, span), "It will begin {}."),
        2 => (format!("in {number} {name}"), plus(written, span), "It will begin {}."),
        3 => (format!("{number} {name} from today"), plus(written, span), "It will begin {}."),
        _ => {
            let years = random.in_range(2, 9) as i64;
            let months = random.in_range(2, 12) as i64;
            let on = plus(written, -(years.years().months(months)));
            (format!("{years} years and {months} months ago"), on, "It began {}.")
        }
    };
    days(words, on, plus(on, 1.day()), sentence)
}

/// "the past 3 weeks", "the next two months", "last year", "next month".
fn last_and_next(random: &mut Random) -> Phrase {
    let n = random.in_range(2, 40) as i64;
    let written = WRITTEN.date();
    let (name, span) =
        [("days", n.days()), ("weeks", n.weeks()), ("months", n.months()), ("years", n.years())]
            [random.in_range(0, 4) as usize];
    let past = random.pick(&["last", "past", "previous"]);
    let ahead = random.pick(&["next", "coming"]);
    let tomorrow = plus(written, 1.day());
    match random.in_range(0, 6) {
        0 => days(format!("the {past} {n} {name}"), plus(written, -span), written, "It changed over {}."),
        1 => {
            days(format!("the {ahead} {n} {name}"), tomorrow, plus(tomorrow, span), "It will change over {}.")
        }
        2 => days("last year".to_owned(), date(2020, 1, 1), date(2021, 1, 1), "It changed {}."),
        3 => days("next month".to_owned(), date(2021, 7, 1), date(2021, 8, 1), "It will change {}."),
        4 => days("last week".to_owned(), date(2021, 6, 7), date(2021, 6, 14), "It changed {}."),
        _ => {
            days("the week after next".to_owned(), date(2021, 6, 28), date(2021, 7, 5), "It will change {}.")
        }
    }
}

fn limits(random: &mut Random) -> Phrase {
    let on = random_day(random);
    let named = format!("{} {}, {}", month_name(on), on.day(), on.year());
    let y = on.year();
    let from = |words: String, at: Date| time(words, Some(midnight(at)), None, "They stayed there {}.");
    let to = |words: String, at: Date| time(words, None, Some(midnight(at)), "They stayed there {}.");
    match random.in_range(0, 8) {
        0 => to(format!("before {named}"), on),
        1 => to(format!("until {named}"), on),
        2 => to(format!("no later than {named}"), on),
        3 => from(format!("after {named}"), on),
        4 => from(format!("since {named}"), on),
        5 => from(format!("since {y}"), date(y, 1, 1)),
        6 => to(format!("before {y}"), date(y, 1, 1)),
        _ => from(format!("after {y}"), date(y + 1, 1, 1)),
    }
}

/// "next week on Tuesday", "Friday last week".
fn weekday_of_week(random: &mut Random) -> Phrase {
    let w = random.in_range(0, 7) as i64;
    let name = WEEKDAYS[w as usize];
    let (rel, n) = [("last", -1i64), ("next", 1)][random.in_range(0, 2) as usize];
    let on = plus(date(2021, 6, 14), (7 * n + w).days());
    let words = match random.in_range(0, 3) {
        0 => format!("{rel} week on {name}"),
        1 => format!("{name} {rel} week"),
        _ => format!("{name} of {rel} week"),
    };
    days(words, on, plus(on, 1.day()), "The date is {}.")
}

/// "Monday morning" of a date, "tomorrow night".
fn part_of_day(random: &mut Random) -> Phrase {
    const PARTS: [(&str, i8, i8); 3] = [("morning", 8, 12), ("afternoon", 12, 16), ("evening", 16, 20)];
    let (part, from, to) = PARTS[random.in_range(0, 3) as usize];
    let (name, n) = [("yesterday", -1i64), ("tomorrow", 1), ("this", 0)][random.in_range(0, 3) as usize];
    let on = plus(WRITTEN.date(), n.days());
    time(format!("{name} {part}"), Some(at(on, from, 0)), Some(at(on, to, 0)), "It was shut {}.")
}
