//! "a silver Toyota Camry" → claims of a vehicle's colour. Only of vehicles with their make: "a white van" may be any.

use std::ops::Range;

use smol_str::SmolStr;

use super::Found;
use super::view::View;
use crate::english;
use crate::extract::Input;
use crate::model::{Claim, Kind, Matter, Subject, Upos};

/// Colours as they are written, each with the one it is compared as.
const COLOURS: &[(&str, &str)] = &[
    ("black", "black"),
    ("white", "white"),
    ("red", "red"),
    ("maroon", "red"),
    ("burgundy", "red"),
    ("blue", "blue"),
    ("navy", "blue"),
    ("green", "green"),
    ("silver", "silver"),
    ("gray", "gray"),
    ("grey", "gray"),
    ("gold", "tan"),
    ("tan", "tan"),
    ("beige", "tan"),
    ("champagne", "tan"),
    ("brown", "brown"),
    ("orange", "orange"),
    ("yellow", "yellow"),
    ("purple", "purple"),
    ("dark", "dark"),
    ("light", "light"),
];
const MAKES: &[&str] = &[
    "acura",
    "audi",
    "bmw",
    "buick",
    "cadillac",
    "chevrolet",
    "chevy",
    "chrysler",
    "dodge",
    "fiat",
    "ford",
    "gmc",
    "honda",
    "hummer",
    "hyundai",
    "infiniti",
    "jaguar",
    "jeep",
    "kia",
    "lexus",
    "lincoln",
    "mazda",
    "mercedes",
    "mercury",
    "mini",
    "mitsubishi",
    "nissan",
    "oldsmobile",
    "peugeot",
    "plymouth",
    "pontiac",
    "porsche",
    "renault",
    "saab",
    "saturn",
    "scion",
    "subaru",
    "suzuki",
    "tesla",
    "toyota",
    "vauxhall",
    "volkswagen",
    "volvo",
    "yamaha",
];
/// Most tokens between a colour and the make ("gray, four-door 2013").
const BETWEEN: u32 = 6;

/// Appends the claims of vehicles of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    for view in View::all(input.document) {
        for at in view.tokens() {
            claims.extend(claim(&view, at));
        }
    }
}

/// The claim of the vehicle whose make stands at a token.
fn claim(view: &View<'_, '_>, at: u32) -> Option<Claim> {
    let make = view.word(at).to_lowercase();
    if !MAKES.contains(&make.as_str()) || !view.is_name(at) {
        return None;
    }
    let mut end = at + 1;
    let day = |i: u32| english::is_day_or_month(view.word(i));
    while (view.is_name(end) && !day(end)) || view.upos(end) == Upos::Num || view.word(end) == "-" {
        end += 1;
    }
    let (start, colours) = colours(view, at)?;
    let named: Vec<&str> = (at..end).map(|i| view.word(i)).collect();
    // The make and the model, where one is given.
    let model = named.iter().filter(|w| **w != "-").take(2).map(|w| w.to_lowercase()).collect::<Vec<_>>();
    let subject = Subject { head: model.join(" ").into(), words: named.join(" "), ..Subject::default() };
    let mut found = Found::new(Kind::Other, Matter::Colour, start..end, colours, subject);
    found.axis = "colour";
    found.claim(view)
}

/// The colours before a make, back to the article of the phrase: where they begin, and what they are compared as.
fn colours(view: &View<'_, '_>, make: u32) -> Option<(u32, Vec<SmolStr>)> {
    let first = view.tokens().start.max(make.saturating_sub(BETWEEN));
    let phrase: Range<u32> = (first..make)
        .rev()
        .take_while(|&i| {
            let passes = matches!(
                view.upos(i),
                Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adv | Upos::Cconj
            );
            passes || matches!(view.word(i), "-" | ",") || colour(view.word(i)).is_some()
        })
        .last()
        .map_or(make..make, |start| start..make);
    let start = phrase.clone().find(|&i| colour(view.word(i)).is_some())?;
    let colours = (start..make).filter_map(|i| colour(view.word(i))).map(SmolStr::new_static).collect();
    Some((start, colours))
}

fn colour(word: &str) -> Option<&'static str> {
    COLOURS.iter().find(|(c, _)| c.eq_ignore_ascii_case(word)).map(|(_, colour)| *colour)
}
