//! Which numbers are no quantities: parts of words, list markers, years, idioms; "one" as a pronoun (names: see `names`).

use super::amount::Amount;
use super::names::{
    BEGINNINGS, address, compass_address, emergency, label_or_name, telephone, title_case, worded_label,
};
use super::number::{Number, Sense, Style};
use super::phrases::WordList;
use super::reader::{Atom, Kind, Reader};

/// Words joined by a hyphen before a number that stays a number ("then-18", "sub-7").
const JOINERS: &[&str] =
    &["sub", "then", "now", "under", "over", "non", "pre", "post", "mid", "to", "of", "plus", "age", "about"];

/// Is this number, with nothing read behind it if `bare`, part of something else than a quantity?
pub(crate) fn refuses(reader: &Reader<'_>, amount: &Amount, bare: bool) -> bool {
    let number = &Number { start: amount.start, ..amount.number };
    if working_day(reader, number) {
        return true;
    }
    match number.style {
        Style::Words => worded(reader, number, bare),
        Style::Plain | Style::Rich => {
            joined_left(reader, number, bare)
                || joined_right(reader, number, bare)
                || number.style == Style::Plain && compass_address(reader, number)
                || telephone(reader, number)
                || bare && number.style == Style::Plain && plain(reader, number)
                || bare && loose_hyphen(reader, number)
        }
    }
}

/// "a 9-to-5 job": hours, and no ratio.
fn working_day(reader: &Reader<'_>, number: &Number) -> bool {
    let (left, right) = (reader.before(number.start), reader.at(number.end));
    let (before, after) = (reader.before(left.start), reader.at(right.end));
    let from = right.is_dash() && right.glued && after.is("to") && reader.at(after.end).is_dash();
    let to = left.is_dash() && left.glued && before.is("to") && reader.before(before.start).is_dash();
    let nine = |a: &Atom<'_>| a.is_any(&["9", "nine"]);
    let five = |a: &Atom<'_>| a.is_any(&["5", "five"]);
    let own = reader.at(number.start);
    from && nine(&own) && five(&reader.at(reader.at(after.end).end))
        || to && five(&own) && nine(&reader.before(reader.before(before.start).start))
}

fn joined_left(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let left = reader.before(number.start);
    if reader.cut_from_word(number.start) {
        return true;
    }
    if !left.glued {
        return false;
    }
    match left.kind {
        Kind::End => false,
        Kind::Letters | Kind::Digits => true,
        Kind::Sign if left.is_dash() && !matches!(left.text, "—" | "–") => {
            let further = reader.before(left.start);
            let joins = further.is_any(JOINERS);
            let name = bare && further.kind == Kind::Letters && further.text.starts_with(char::is_uppercase);
            further.glued && (further.kind == Kind::Digits || further.kind == Kind::Letters && !joins)
                || name && !further.is_in(&BEGINNINGS)
        }
        Kind::Sign if matches!(left.text, ":" | "." | "," | "/") => {
            let further = reader.before(left.start);
            further.glued
                && (further.kind == Kind::Digits
                    || left.text != "," && left.text != ":" && further.kind == Kind::Letters)
        }
        Kind::Sign if left.text == "=" => {
            let name = reader.before(left.start);
            name.glued && matches!(name.kind, Kind::Letters | Kind::Digits)
        }
        Kind::Sign => matches!(left.text, "#" | "@" | "_" | "\\" | "&" | "^" | "{"),
    }
}

fn joined_right(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let next = reader.at(number.end);
    if !next.glued || !bare {
        return false;
    }
    let after = reader.at(next.end);
    match next.kind {
        // "20s" of persons and years are read elsewhere.
        Kind::Letters => true,
        Kind::Sign if matches!(next.text, ":" | "/" | "_" | "@") => after.glued && after.kind != Kind::Sign,
        Kind::Sign if matches!(next.text, "." | ",") => {
            after.glued && after.kind == Kind::Letters && number.sense == Sense::Cardinal
        }
        // A fraction's sign that was lost on the way.
        Kind::Sign if next.text == "\u{fffd}" => true,
        Kind::Sign => next.is_dash() && after.glued && after.kind == Kind::Digits,
        _ => false,
    }
}

/// "COVID -19": a hyphen that has come loose from a name.
fn loose_hyphen(reader: &Reader<'_>, number: &Number) -> bool {
    let left = reader.before(number.start);
    let dash = reader.at(number.start).is_dash();
    dash && left.kind == Kind::Letters && left.text.contains(char::is_uppercase) && !left.is_in(&BEGINNINGS)
}

/// Digits alone, without a unit.
fn plain(reader: &Reader<'_>, number: &Number) -> bool {
    let digits = reader.slice(number.start, number.end);
    digits.len() > 1 && digits.starts_with('0')
        || digits.len() >= 9 && !alone(reader, number)
        || marker(reader, number)
        || emergency(reader, digits, number.end)
        || year(reader, digits, number.end)
        || matches!(reader.at(number.end).text, "Pro" | "Max" | "Ultra" | "Mini" | "Plus")
        || label_or_name(reader, number)
        || address(reader, number.end)
}

/// Is the number all that is said?
fn alone(reader: &Reader<'_>, number: &Number) -> bool {
    let behind = reader.at(number.end);
    let end = behind.kind == Kind::End || behind.text == "." && reader.at(behind.end).kind == Kind::End;
    end && reader.before(number.start).kind == Kind::End
}

/// "1. Open the door", "2) close it"
fn marker(reader: &Reader<'_>, number: &Number) -> bool {
    let next = reader.at(number.end);
    let alone = next.text == "." && number.start == reader.first();
    let more = alone || reader.at(next.end).kind != Kind::End;
    let small = number.end - number.start <= 2;
    let left = reader.before(number.start);
    let opens = left.kind == Kind::End && matches!(next.text, "." | ")" | ":");
    let bracket = next.text == ")" && !reader.slice(reader.first(), number.start).contains('(');
    let both = left.text == "(" && next.text == ")";
    small && more && (opens || bracket || both)
}

/// Four digits that are most likely a year which the reader of times did not want.
fn year(reader: &Reader<'_>, digits: &str, end: usize) -> bool {
    let like = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    like && !reader
        .at(end)
        .is_any(&["people", "men", "women", "children", "workers", "units", "points", "votes"])
}

fn worded(reader: &Reader<'_>, number: &Number, bare: bool) -> bool {
    let words = reader.slice(number.start, number.end);
    let left = reader.before(number.start);
    // A dateline ends in a dash with a space behind it: "SALEM - Six people".
    let dateline = left.is_dash() && !left.glued;
    let capital = words.starts_with(char::is_uppercase)
        && !dateline
        && !matches!(left.text, "\"" | "“" | ":" | "'" | "‘" | "—" | "–" | "(" | ".");
    if capital && bare && left.kind != Kind::End && !title_case(reader) {
        return true;
    }
    let part = words.eq_ignore_ascii_case("half") || words.eq_ignore_ascii_case("quarter");
    if part && part_in_order(reader, number) {
        return true;
    }
    if left.glued && left.is_dash() {
        // "thirty-one" was read as a whole; what hangs on another word ("Catch-twenty", "one-on-one") is no count.
        let further = reader.before(left.start);
        let counting = super::numerals::numeral(further.text).is_some();
        return further.glued && further.kind == Kind::Letters && !further.is_any(JOINERS) && !counting;
    }
    if bare
        && number.sense == Sense::Cardinal
        && (worded_label(reader, number) || zero_of_name(number, &left))
    {
        return true;
    }
    bare && (words.eq_ignore_ascii_case("one") && pronoun(reader, number, &left)
        || words.eq_ignore_ascii_case("half") && other_half(reader, number))
}

/// "ground zero", "for naught"
fn zero_of_name(number: &Number, left: &Atom<'_>) -> bool {
    number.value.is_zero() && left.is_any(&["ground", "patient", "net", "absolute", "for", "hour", "year"])
}

/// "half-staff", "this half", "the first half": no share of anything.
fn other_half(reader: &Reader<'_>, number: &Number) -> bool {
    if alone(reader, number) {
        return false;
    }
    const WHOLES: &[&str] = &[
        "of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "these", "those", "all", "that",
        "this",
    ];
    let left = reader.before(number.start);
    let next = reader.at(number.end);
    // "half were children", "half or more", "nearly half."
    let told = next.is_any(&["were", "are", "have", "had", "said", "say"])
        || next.is("or") && reader.at(next.end).is_any(&["more", "less"]);
    !next.is_any(WHOLES)
        && !told
        && !left.is_any(&["by", "only", "about", "around", "over", "under", "than", "nearly", "almost"])
}

/// "the second half", "first-quarter sales"
fn part_in_order(reader: &Reader<'_>, number: &Number) -> bool {
    let dash = reader.before(number.start);
    let left = if dash.is_dash() { reader.before(dash.start) } else { dash };
    matches!(super::numerals::numeral(left.text), Some(super::numerals::Numeral::Ordinal { .. }))
}

/// Words before "one" that make it stand for a noun.
static ONE_AFTER: WordList = WordList::new(
    "\
    this that which each every any no the another some other same such day last next first second third \
    good bad new old big whichever what square air force level is loved anyone or week year tier \
    division game title channel bbc it him her them us",
);

/// Words behind "one" that no counted noun begins with.
static ONE_BEFORE: WordList = WordList::new(
    "\
    is was are were be been has have had can could will would should may might must does did do that \
    which who whom whose where when why how in on at by to from with for as if than then but and or not \
    i you he she it we they the a an this these those there here another after before again says said \
    knows wants gets goes makes needs seems always never ever also even just only so too because while \
    until since about above over under into out up down off more less else each per day way thing cannot \
    takes looks thinks feels finds came comes went got still already now once like through during \
    between without within around against its his her their my our your no time or both",
);

fn pronoun(reader: &Reader<'_>, number: &Number, left: &Atom<'_>) -> bool {
    let next = reader.at(number.end);
    let moment = left.is("at") && next.is_any(&["point", "time", "stage", "moment"]);
    // "one or two", "one to three"
    let other = reader.at(next.end);
    if next.is_any(&["or", "to"])
        && (other.kind == Kind::Digits || super::numerals::numeral(other.text).is_some())
        && !left.is_in(&ONE_AFTER)
    {
        return false;
    }
    if left.is_in(&ONE_AFTER) || next.kind != Kind::Letters || moment {
        return true;
    }
    if next.is("of") {
        let whole = reader.at(next.end);
        return whole.is_any(&["a", "an"]) || whole.kind != Kind::Letters && whole.kind != Kind::Digits;
    }
    next.is_in(&ONE_BEFORE)
}
