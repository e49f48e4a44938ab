//! What the pictures have in common: a sheet to draw on, letters, lines, colours that do on light and on dark paper.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::model::Verdict;
use crate::report::excerpt::visible;

pub(super) type Sheet<'s> = DrawingArea<SVGBackend<'s>, Shift>;

/// Nothing is done about a failure but to leave the picture out, so its reason is dropped.
#[derive(Debug)]
pub(super) struct Failed;

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for Failed {
    fn from(_: DrawingAreaErrorKind<E>) -> Failed {
        Failed
    }
}

/// Ink: the page's style sheet turns it into the colour of the text around.
pub(super) const INK: RGBColor = RGBColor(0, 0, 0);
/// Paper, likewise.
pub(super) const PAPER: RGBColor = RGBColor(255, 255, 255);
/// Lines that guide the eye.
const FAINT: RGBColor = RGBColor(136, 136, 136);

/// The first, the second, … answer to a question; then over again.
const ANSWERS: [RGBColor; 6] = [
    RGBColor(31, 119, 200),
    RGBColor(214, 96, 20),
    RGBColor(40, 140, 70),
    RGBColor(150, 90, 200),
    RGBColor(190, 50, 110),
    RGBColor(120, 110, 30),
];

pub(super) fn answer(number: usize) -> RGBColor {
    ANSWERS.get(number % ANSWERS.len()).copied().unwrap_or(INK)
}

pub(super) fn verdict(verdict: Verdict) -> RGBColor {
    match verdict {
        Verdict::Conflict => RGBColor(206, 50, 40),
        Verdict::Variant => RGBColor(168, 120, 0),
        Verdict::Update => RGBColor(40, 110, 190),
        Verdict::Compatible => RGBColor(30, 130, 130),
        Verdict::Agree => RGBColor(60, 130, 60),
    }
}

/// Draws on a sheet of so many units; `None` when that failed.
pub(super) fn sheet(size: (u32, u32), draw: impl FnOnce(&Sheet<'_>) -> Result<(), Failed>) -> Option<String> {
    let mut svg = String::new();
    {
        let sheet = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        draw(&sheet).ok()?;
        sheet.present().ok()?;
    }
    // plotters writes a line an element; between elements a page needs none.
    Some(svg.trim_end().to_owned())
}

/// A sheet with nothing but a sentence on it.
pub(super) fn empty(words: &str) -> String {
    sheet((400, 40), |s| text(s, words, (8, 20), INK, HPos::Left)).unwrap_or_default()
}

/// Letters, centred upon the height of their place.
pub(super) fn text(
    sheet: &Sheet<'_>,
    words: &str,
    at: (i32, i32),
    colour: RGBColor,
    side: HPos,
) -> Result<(), Failed> {
    let style = font().color(&colour).pos(Pos::new(side, VPos::Center));
    Ok(sheet.draw(&Text::new(visible(words), at, style))?)
}

pub(super) fn line(
    sheet: &Sheet<'_>,
    path: Vec<(i32, i32)>,
    colour: RGBColor,
    width: u32,
) -> Result<(), Failed> {
    Ok(sheet.draw(&PathElement::new(path, colour.stroke_width(width)))?)
}

/// A line that guides the eye.
pub(super) fn guide(sheet: &Sheet<'_>, path: Vec<(i32, i32)>) -> Result<(), Failed> {
    Ok(sheet.draw(&PathElement::new(path, FAINT.mix(0.4).stroke_width(1)))?)
}

/// A dot: filled where the value itself belongs to the answer, hollow where it does not.
pub(super) fn dot(sheet: &Sheet<'_>, at: (i32, i32), colour: RGBColor, filled: bool) -> Result<(), Failed> {
    sheet.draw(&Circle::new(at, 5, if filled { colour } else { PAPER }.filled()))?;
    Ok(sheet.draw(&Circle::new(at, 5, colour.stroke_width(2)))?)
}

/// plotters draws letters by a quarter smaller than they are named.
const LETTERS: i32 = 16;

/// The letters of all pictures.
pub(super) fn font() -> TextStyle<'static> {
    ("sans-serif", LETTERS).into_font().into()
}

/// Words that fit into so many letters.
pub(super) fn short(words: &str, letters: usize) -> String {
    match words.char_indices().nth(letters) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}
