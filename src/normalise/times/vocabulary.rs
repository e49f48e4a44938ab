//! The words that times are made of, each with its part.

use std::sync::LazyLock;

use super::super::openers::Role;
use super::super::table::Table;
use super::lexicon::{Lex, Limit, Part, Rel, Season, Share, Unit};

/// The word's part, `Other` when it has none.
pub(super) fn look(word: &str) -> Lex {
    WORDS.get(word).unwrap_or(Lex::Other)
}

/// The words of times, each with its role: may one begin with it, does it carry a value or only lead to one?
pub(super) fn roles() -> impl Iterator<Item = (&'static str, Role)> {
    let of = |lex: Lex| match lex {
        Lex::Of | Lex::On | Lex::To | Lex::And | Lex::Or => Role::LINK,
        Lex::Ago | Lex::Am | Lex::OClock | Lex::Pm => Role::INNER,
        Lex::A | Lex::The | Lex::In | Lex::At | Lex::Through | Lex::From | Lex::Between | Lex::For => {
            Role::OPENER
        }
        Lex::Within | Lex::During | Lex::About | Lex::Just | Lex::More | Lex::Less | Lex::Than => {
            Role::OPENER
        }
        Lex::Every | Lex::Few | Lex::Several | Lex::Couple | Lex::Half | Lex::Fiscal => Role::OPENER,
        Lex::Rel(_) | Lex::Share(_) | Lex::Limit(_) | Lex::Starting | Lex::Leads | Lex::Holiday => {
            Role::OPENER
        }
        _ => Role::VALUE,
    };
    let entries = ENTRIES.iter().flat_map(move |&(words, lex)| words.split(' ').map(move |w| (w, of(lex))));
    let links = LINKS.split(' ').map(|w| (w, Role::LINK));
    entries
        .chain(links)
        .chain(DOTTED.map(|w| (w, Role::VALUE)))
        .chain(["weekday", "date", "time", "moment"].map(|w| (w, Role::INNER)))
}

/// Words inside a time that are none of the grammar's by themselves ("as far back as May", "the next working day").
const LINKS: &str = "\
    little bit working work business far back other ending full whole short super s soon possible";

/// Abbreviations as tokens have them.
const DOTTED: [&str; 23] = [
    "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "mon.",
    "tue.", "tues.", "wed.", "thu.", "thur.", "thurs.", "fri.", "sat.", "sun.", "st.",
];

static WORDS: LazyLock<Table<Lex>> = LazyLock::new(|| {
    let all = ENTRIES.iter().flat_map(|&(words, lex)| words.split(' ').map(move |w| (w, lex)));
    Table::new(all, |first, _| first)
});

/// Words of one part, divided by spaces.
const ENTRIES: &[(&str, Lex)] = &[
    ("january", Lex::Month(1, true)),
    ("february feb", Lex::Month(2, true)),
    ("march mar", Lex::Month(3, false)),
    ("april apr", Lex::Month(4, true)),
    ("may", Lex::Month(5, false)),
    ("june", Lex::Month(6, true)),
    ("july jul", Lex::Month(7, true)),
    ("august", Lex::Month(8, true)),
    ("september sept", Lex::Month(9, true)),
    ("october oct", Lex::Month(10, true)),
    ("november", Lex::Month(11, true)),
    ("december", Lex::Month(12, true)),
    ("jan", Lex::Month(1, false)),
    ("jun", Lex::Month(6, false)),
    ("aug", Lex::Month(8, false)),
    ("sep", Lex::Month(9, false)),
    ("nov", Lex::Month(11, false)),
    ("dec", Lex::Month(12, false)),
    ("monday", Lex::Weekday(1, true)),
    ("tuesday tues tue", Lex::Weekday(2, true)),
    ("wednesday weds", Lex::Weekday(3, true)),
    ("thursday thurs thur", Lex::Weekday(4, true)),
    ("friday fri", Lex::Weekday(5, true)),
    ("saturday", Lex::Weekday(6, true)),
    ("sunday", Lex::Weekday(7, true)),
    ("mon", Lex::Weekday(1, false)),
    ("wed", Lex::Weekday(3, false)),
    ("thu", Lex::Weekday(4, false)),
    ("sat", Lex::Weekday(6, false)),
    ("sun", Lex::Weekday(7, false)),
    ("mondays", Lex::Weekdays(1)),
    ("tuesdays", Lex::Weekdays(2)),
    ("wednesdays", Lex::Weekdays(3)),
    ("thursdays", Lex::Weekdays(4)),
    ("fridays", Lex::Weekdays(5)),
    ("saturdays", Lex::Weekdays(6)),
    ("sundays", Lex::Weekdays(7)),
    ("sec", Lex::Unit(Unit::Second, false)),
    ("seconds secs", Lex::Unit(Unit::Second, true)),
    ("minute min", Lex::Unit(Unit::Minute, false)),
    ("minutes mins", Lex::Unit(Unit::Minute, true)),
    ("hour hr h", Lex::Unit(Unit::Hour, false)),
    ("hours hrs", Lex::Unit(Unit::Hour, true)),
    ("day", Lex::Unit(Unit::Day, false)),
    ("days", Lex::Unit(Unit::Day, true)),
    ("weekend", Lex::Unit(Unit::Weekend, false)),
    ("weekends", Lex::Unit(Unit::Weekend, true)),
    ("week wk workweek", Lex::Unit(Unit::Week, false)),
    ("weeks wks", Lex::Unit(Unit::Week, true)),
    ("fortnight", Lex::Unit(Unit::Fortnight, false)),
    ("fortnights", Lex::Unit(Unit::Fortnight, true)),
    ("month", Lex::Unit(Unit::Month, false)),
    ("months", Lex::Unit(Unit::Month, true)),
    ("quarter", Lex::Unit(Unit::Quarter, false)),
    ("quarters", Lex::Unit(Unit::Quarter, true)),
    ("year yr", Lex::Unit(Unit::Year, false)),
    ("years yrs", Lex::Unit(Unit::Year, true)),
    ("decade", Lex::Unit(Unit::Decade, false)),
    ("decades", Lex::Unit(Unit::Decade, true)),
    ("century", Lex::Unit(Unit::Century, false)),
    ("centuries", Lex::Unit(Unit::Century, true)),
    ("dawn daybreak sunrise predawn", Lex::Part(Part::Dawn)),
    ("morning", Lex::Part(Part::Morning)),
    ("daytime", Lex::Part(Part::Daytime)),
    ("afternoon", Lex::Part(Part::Afternoon)),
    ("evening", Lex::Part(Part::Evening)),
    ("dusk sunset nightfall", Lex::Part(Part::Dusk)),
    ("night", Lex::Part(Part::Night)),
    ("nighttime", Lex::Part(Part::Nighttime)),
    ("mornings", Lex::Parts(Part::Morning)),
    ("afternoons", Lex::Parts(Part::Afternoon)),
    ("evenings", Lex::Parts(Part::Evening)),
    ("nights", Lex::Parts(Part::Night)),
    ("breakfast brunch", Lex::Part(Part::Breakfast)),
    ("lunch lunchtime", Lex::Part(Part::Lunch)),
    ("dinner dinnertime", Lex::Part(Part::Dinner)),
    ("spring springtime", Lex::Season(Season::Spring)),
    ("summer summertime", Lex::Season(Season::Summer)),
    ("fall autumn", Lex::Season(Season::Fall)),
    ("winter wintertime", Lex::Season(Season::Winter)),
    ("this current same", Lex::Rel(Rel::This)),
    ("last previous preceding", Lex::Rel(Rel::Last)),
    ("past", Lex::Rel(Rel::Past)),
    ("next following", Lex::Rel(Rel::Next)),
    ("coming upcoming", Lex::Rel(Rel::Coming)),
    ("early earlier", Lex::Share(Share::Early)),
    ("mid", Lex::Share(Share::Mid)),
    ("late later", Lex::Share(Share::Late)),
    ("beginning start", Lex::Share(Share::Beginning)),
    ("middle midst", Lex::Share(Share::Middle)),
    ("end close", Lex::Share(Share::End)),
    ("before", Lex::Limit(Limit::Before)),
    ("until till til", Lex::Limit(Limit::Until)),
    ("by", Lex::Limit(Limit::By)),
    ("after", Lex::Limit(Limit::After)),
    ("since", Lex::Limit(Limit::Since)),
    ("starting commencing", Lex::Starting),
    ("nineties", Lex::Decade(90)),
    ("eighties", Lex::Decade(80)),
    ("seventies", Lex::Decade(70)),
    ("sixties", Lex::Decade(60)),
    ("fifties", Lex::Decade(50)),
    ("forties", Lex::Decade(40)),
    ("thirties", Lex::Decade(30)),
    ("twenties", Lex::Decade(20)),
    ("noon midday noonish noontime", Lex::Noon),
    ("midnight", Lex::Midnight),
    ("today", Lex::Today),
    ("tomorrow tmr", Lex::Tomorrow),
    ("yesterday", Lex::Yesterday),
    ("tonight", Lex::Tonight),
    ("overnight", Lex::Overnight),
    ("now", Lex::Now),
    ("ago", Lex::Ago),
    ("am", Lex::Am),
    ("pm", Lex::Pm),
    ("oclock", Lex::OClock),
    ("a an", Lex::A),
    ("the", Lex::The),
    ("of", Lex::Of),
    ("in", Lex::In),
    ("on", Lex::On),
    ("at", Lex::At),
    ("to", Lex::To),
    ("through thru", Lex::Through),
    ("from", Lex::From),
    ("between", Lex::Between),
    ("and", Lex::And),
    ("or", Lex::Or),
    ("for", Lex::For),
    ("within", Lex::Within),
    ("during over throughout", Lex::During),
    ("about around approximately roughly circa nearly almost some", Lex::About),
    ("just shortly soon", Lex::Just),
    ("more", Lex::More),
    ("less fewer", Lex::Less),
    ("than", Lex::Than),
    ("every each any", Lex::Every),
    ("few", Lex::Few),
    ("several", Lex::Several),
    ("couple", Lex::Couple),
    ("half", Lex::Half),
    ("fiscal financial school academic calendar", Lex::Fiscal),
    ("daily weekly monthly quarterly yearly annually nightly hourly everyday", Lex::Daily),
    ("time", Lex::Time),
    ("q fy sy cy", Lex::Q),
    ("recent no not as prior greater anytime right wee small once twice rest remainder asap", Lex::Leads),
    (
        "christmas xmas easter thanksgiving halloween new independence memorial labor labour veterans",
        Lex::Holiday,
    ),
    (
        "valentine valentines mother mothers father fathers mlk martin presidents president columbus",
        Lex::Holiday,
    ),
    ("good ash palm maundy black cyber boxing st saint juneteenth ramadan eid hanukkah diwali", Lex::Holiday),
    ("bastille cinco canada australia anzac guy bonfire earth groundhog election inauguration", Lex::Holiday),
    (
        "mardi remembrance armistice all freedom jubilee whit pentecost ascension kwanzaa fool fools",
        Lex::Holiday,
    ),
    ("women womens washington indigenous patriots flag workers", Lex::Holiday),
    ("one", Lex::Card(1)),
    ("two", Lex::Card(2)),
    ("three", Lex::Card(3)),
    ("four", Lex::Card(4)),
    ("five", Lex::Card(5)),
    ("six", Lex::Card(6)),
    ("seven", Lex::Card(7)),
    ("eight", Lex::Card(8)),
    ("nine", Lex::Card(9)),
    ("ten", Lex::Card(10)),
    ("eleven", Lex::Card(11)),
    ("twelve", Lex::Card(12)),
    ("thirteen", Lex::Card(13)),
    ("fourteen", Lex::Card(14)),
    ("fifteen", Lex::Card(15)),
    ("sixteen", Lex::Card(16)),
    ("seventeen", Lex::Card(17)),
    ("eighteen", Lex::Card(18)),
    ("nineteen", Lex::Card(19)),
    ("twenty", Lex::Card(20)),
    ("thirty", Lex::Card(30)),
    ("forty", Lex::Card(40)),
    ("fifty", Lex::Card(50)),
    ("sixty", Lex::Card(60)),
    ("seventy", Lex::Card(70)),
    ("eighty", Lex::Card(80)),
    ("ninety", Lex::Card(90)),
    ("hundred", Lex::Card(100)),
    ("thousand", Lex::Card(1000)),
    ("first", Lex::Ordinal(1)),
    ("second", Lex::Ordinal(2)),
    ("third", Lex::Ordinal(3)),
    ("fourth", Lex::Ordinal(4)),
    ("fifth", Lex::Ordinal(5)),
    ("sixth", Lex::Ordinal(6)),
    ("seventh", Lex::Ordinal(7)),
    ("eighth", Lex::Ordinal(8)),
    ("ninth", Lex::Ordinal(9)),
    ("tenth", Lex::Ordinal(10)),
    ("eleventh", Lex::Ordinal(11)),
    ("twelfth", Lex::Ordinal(12)),
    ("thirteenth", Lex::Ordinal(13)),
    ("fourteenth", Lex::Ordinal(14)),
    ("fifteenth", Lex::Ordinal(15)),
    ("sixteenth", Lex::Ordinal(16)),
    ("seventeenth", Lex::Ordinal(17)),
    ("eighteenth", Lex::Ordinal(18)),
    ("nineteenth", Lex::Ordinal(19)),
    ("twentieth", Lex::Ordinal(20)),
    ("thirtieth", Lex::Ordinal(30)),
];
