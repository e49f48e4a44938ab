//! The claim graph as a picture: outlets on the left, their answers in the middle, the questions on the right.
//!
//! Only disagreements are drawn, the gravest first: with everything that is agreed it would be a ball of wool. The whole
//! graph is in DOT and GraphML.

use plotters::style::text_anchor::HPos;

use super::super::excerpt::visible;
use super::super::voices::Voices;
use super::canvas::{self, Failed, INK, Sheet};
use crate::model::{Analysis, Finding};

/// Questions drawn at most.
const QUESTIONS: usize = 14;
/// Height of a line.
const LINE: i32 = 22;
/// Where the names end, the answers begin and end, the questions begin; the width of the sheet.
const NAMES: i32 = 190;
const ANSWERS: (i32, i32) = (330, 560);
const ASKED: i32 = 620;
const WIDTH: u32 = 1080;

/// An answer with its place on the sheet.
struct Answer<'a> {
    finding: &'a Finding,
    words: String,
    articles: Vec<u32>,
    y: i32,
}

/// The picture; `None` where there is no disagreement.
pub(in super::super) fn claims(analysis: &Analysis, voices: &Voices) -> Option<String> {
    let drawn: Vec<&Finding> = analysis.findings.iter().filter(|f| !f.is_quiet()).take(QUESTIONS).collect();
    let answers = answers(analysis, &drawn);
    let mut names: Vec<u32> = answers.iter().flat_map(|a| a.articles.iter().copied()).collect();
    names.sort_unstable();
    names.dedup();
    let bottom = answers.last()?.y.max(LINE * i32::try_from(names.len()).ok()?) + LINE;
    let place = |article: u32| {
        let row = names.binary_search(&article).ok().and_then(|r| i32::try_from(r).ok()).unwrap_or_default();
        let rows = i32::try_from(names.len()).unwrap_or(1).max(1);
        bottom * (2 * row + 1) / (2 * rows)
    };
    canvas::sheet((WIDTH, u32::try_from(bottom).ok()?), |sheet| {
        for answer in &answers {
            strands(sheet, answer, place)?;
        }
        for &article in &names {
            let name = canvas::short(&visible(voices.name(article)), 25);
            canvas::text(sheet, &name, (NAMES, place(article)), INK, HPos::Right)?;
        }
        drawn.iter().try_for_each(|finding| question(sheet, finding, &answers))
    })
}

/// The answers, a line each, with a gap between two questions.
fn answers<'a>(analysis: &Analysis, drawn: &[&'a Finding]) -> Vec<Answer<'a>> {
    let mut y = 0;
    let mut placed = Vec::new();
    for finding in drawn {
        for position in &finding.positions {
            y += LINE;
            let claims = position.claims.iter().filter_map(|id| analysis.graph.claim(*id));
            let mut articles: Vec<u32> = claims.map(|c| c.article).collect();
            articles.sort_unstable();
            articles.dedup();
            let words = canvas::short(&visible(&position.value), 31);
            placed.push(Answer { finding, words, articles, y });
        }
        y += LINE / 2;
    }
    placed
}

/// An answer and the lines from those who give it.
fn strands(sheet: &Sheet<'_>, answer: &Answer<'_>, place: impl Fn(u32) -> i32) -> Result<(), Failed> {
    let colour = canvas::verdict(answer.finding.verdict);
    for &article in &answer.articles {
        let path = curve((NAMES + 8, place(article)), (ANSWERS.0 - 6, answer.y));
        canvas::line(sheet, path, colour, 1)?;
    }
    canvas::text(sheet, &answer.words, (ANSWERS.0, answer.y), INK, HPos::Left)
}

/// A question beside its answers, with a bracket around them.
fn question(sheet: &Sheet<'_>, finding: &Finding, answers: &[Answer<'_>]) -> Result<(), Failed> {
    let own = || answers.iter().filter(|a| std::ptr::eq(a.finding, finding)).map(|a| a.y);
    let (Some(top), Some(bottom)) = (own().min(), own().max()) else { return Ok(()) };
    let (colour, middle) = (canvas::verdict(finding.verdict), (top + bottom) / 2);
    let edge = ANSWERS.1 + 20;
    let bracket = vec![(ANSWERS.1 + 8, top), (edge, top), (edge, bottom), (ANSWERS.1 + 8, bottom)];
    canvas::line(sheet, bracket, colour, 2)?;
    canvas::line(sheet, vec![(edge, middle), (ASKED - 8, middle)], colour, 2)?;
    let words = format!("{}: {}", finding.verdict, visible(&finding.question));
    canvas::text(sheet, &canvas::short(&words, 64), (ASKED, middle), colour, HPos::Left)
}

/// A line that leaves and arrives level.
fn curve(from: (i32, i32), to: (i32, i32)) -> Vec<(i32, i32)> {
    const STEPS: i32 = 12;
    let height = f64::from(to.1 - from.1);
    let point = |step: i32| {
        let share = f64::from(step) / f64::from(STEPS);
        let rise = share * share * (3.0 - 2.0 * share);
        (from.0 + (to.0 - from.0) * step / STEPS, from.1 + (height * rise).round() as i32)
    };
    (0..=STEPS).map(point).collect()
}
