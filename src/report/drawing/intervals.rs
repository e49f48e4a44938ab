//! A numeric disagreement as pictures: the answers as intervals on one axis, by outlet and by time of publication.

use plotters::style::text_anchor::HPos;

use super::super::excerpt::visible;
use super::super::voices::Voices;
use super::canvas::{self, Failed, INK, Sheet};
use super::scale::{self, End, Scale};
use crate::model::{Analysis, Claim, Finding, Verdict};

/// Answers drawn at most; more would be a carpet.
const ANSWERS: usize = 60;
/// Answers whose outlets are named in the picture by time; more names would cover each other.
const NAMED: usize = 8;

const WIDTH: u32 = 560;
const LINE: i32 = 22;
/// Room for names on the left, and for the ticks below.
const NAMES: i32 = 170;
const TICKS: i32 = 28;
const EDGE: i32 = 14;

/// A picture with what it shows, in words.
pub(in super::super) struct Picture {
    pub(in super::super) title: String,
    pub(in super::super) svg: String,
}

/// An answer of one article.
struct Answer<'a> {
    claim: &'a Claim,
    /// Number of the position.
    position: usize,
    low: End,
    high: End,
}

/// The pictures of a finding; none where its answers lie on no axis, or all in one place.
pub(in super::super) fn intervals(analysis: &Analysis, voices: &Voices, finding: &Finding) -> Vec<Picture> {
    if finding.verdict == Verdict::Agree {
        return Vec::new();
    }
    let Some((scale, answers)) = answers(analysis, finding) else { return Vec::new() };
    let places = || answers.iter().flat_map(|a| [a.low.at, a.high.at]).flatten();
    let Some(axis) = scale::reach(places()) else { return Vec::new() };
    let unit = scale.unit().map(|u| format!(", in {u}")).unwrap_or_default();
    let by_outlet = by_outlet(voices, &scale, axis, &answers)
        .map(|svg| Picture { title: format!("The answers by outlet{unit}"), svg });
    let by_time = by_time(analysis, voices, &scale, axis, &answers)
        .map(|svg| Picture { title: format!("The answers by time of publication{unit}"), svg });
    by_outlet.into_iter().chain(by_time).collect()
}

/// Every article's answers, when all of them lie on one scale.
fn answers<'a>(analysis: &'a Analysis, finding: &Finding) -> Option<(Scale, Vec<Answer<'a>>)> {
    let mut found: Vec<Answer<'a>> = Vec::new();
    let mut common = None;
    for (number, position) in finding.positions.iter().enumerate() {
        for claim in position.claims.iter().filter_map(|id| analysis.graph.claim(*id)) {
            let (scale, low, high) = scale::ends(claim)?;
            if *common.get_or_insert_with(|| scale.clone()) != scale {
                return None;
            }
            if !found.iter().any(|a| a.claim.article == claim.article && a.position == number) {
                found.push(Answer { claim, position: number, low, high });
            }
        }
    }
    found.sort_by_key(|a| (a.claim.article, a.position));
    found.truncate(ANSWERS);
    common.map(|scale| (scale, found))
}

fn by_outlet(voices: &Voices, scale: &Scale, axis: (f64, f64), answers: &[Answer<'_>]) -> Option<String> {
    let rows = i32::try_from(answers.len()).ok()?;
    let height = rows * LINE + TICKS + 6;
    canvas::sheet((WIDTH, u32::try_from(height).ok()?), |sheet| {
        let plot = Plot { from: NAMES + EDGE, to: WIDTH as i32 - EDGE, axis };
        let bottom = rows * LINE + 4;
        for (at, place) in plot.ticks(scale) {
            canvas::guide(sheet, vec![(place, 4), (place, bottom)])?;
            let words = scale.tick(at, axis.1 - axis.0);
            canvas::text(sheet, &words, (place, bottom + 12), INK, HPos::Center)?;
        }
        for (row, answer) in (0..).zip(answers) {
            let y = row * LINE + LINE / 2 + 4;
            let name = canvas::short(&visible(voices.name(answer.claim.article)), 23);
            canvas::text(sheet, &name, (NAMES, y), INK, HPos::Right)?;
            let stretch = |place: i32| (place, y);
            span(sheet, answer, &plot, stretch, [(6, -4), (6, 4)])?;
        }
        Ok(())
    })
}

/// `None` where the articles do not stand apart in time.
fn by_time(
    analysis: &Analysis,
    voices: &Voices,
    scale: &Scale,
    axis: (f64, f64),
    answers: &[Answer<'_>],
) -> Option<String> {
    let time = |a: &Answer<'_>| {
        let article = analysis.articles.get(a.claim.article as usize)?;
        scale::moment(article.published.as_ref()?.at)
    };
    let times: Vec<f64> = answers.iter().map(time).collect::<Option<_>>()?;
    let across = scale::reach(times.iter().copied())?;
    let height = 210;
    canvas::sheet((WIDTH, 210), |sheet| {
        // Screens count downwards: the plot's lower end is its bottom.
        let up = Plot { from: height - TICKS, to: 18, axis };
        let along = Plot { from: NAMES / 2 + EDGE + 10, to: WIDTH as i32 - EDGE - 120, axis: across };
        for (at, place) in up.ticks(scale) {
            canvas::guide(sheet, vec![(along.from, place), (along.to, place)])?;
            let words = scale.tick(at, axis.1 - axis.0);
            canvas::text(sheet, &words, (along.from - 8, place), INK, HPos::Right)?;
        }
        for (at, place) in along.ticks(&Scale::Calendar) {
            canvas::guide(sheet, vec![(place, up.from), (place, up.from + 5)])?;
            let words = Scale::Calendar.tick(at, across.1 - across.0);
            canvas::text(sheet, &words, (place, up.from + 16), INK, HPos::Center)?;
        }
        let mut named: Vec<(i32, i32)> = Vec::new();
        for (answer, &time) in answers.iter().zip(&times) {
            let x = along.place(time);
            span(sheet, answer, &up, |place| (x, place), [(-4, -6), (4, -6)])?;
            let at = scale::nominal(answer.claim).or(answer.low.at).or(answer.high.at);
            let free = at.and_then(|at| free(&named, (x + 6, up.place(at))));
            if let Some(at) = free.filter(|_| answers.len() <= NAMED) {
                let name = canvas::short(&visible(voices.name(answer.claim.article)), 22);
                canvas::text(sheet, &name, at, INK, HPos::Left)?;
                named.push(at);
            }
        }
        Ok(())
    })
}

/// A place for a name above or below a dot that no other name covers.
fn free(named: &[(i32, i32)], (x, y): (i32, i32)) -> Option<(i32, i32)> {
    let covers = |at: &(i32, i32), y: i32| (at.0 - x).abs() < NAMES && (at.1 - y).abs() < 13;
    [-11, 11, -25, 25]
        .into_iter()
        .map(|aside| y + aside)
        .find(|y| !named.iter().any(|at| covers(at, *y)))
        .map(|y| (x, y))
}

/// An interval with its ends: a dot where it stops, an arrow where it goes on. `wings` are the arrow's tips, seen from
/// its point, for an arrow towards the axis' lower end.
fn span(
    sheet: &Sheet<'_>,
    answer: &Answer<'_>,
    plot: &Plot,
    at: impl Fn(i32) -> (i32, i32),
    wings: [(i32, i32); 2],
) -> Result<(), Failed> {
    let colour = canvas::answer(answer.position);
    let from = answer.low.at.map_or(plot.from, |v| plot.place(v));
    let to = answer.high.at.map_or(plot.to, |v| plot.place(v));
    canvas::line(sheet, vec![at(from), at(to)], colour, 3)?;
    for (end, place, sign) in [(answer.low, from, 1), (answer.high, to, -1)] {
        let (x, y) = at(place);
        if end.at.is_some() {
            canvas::dot(sheet, (x, y), colour, end.closed)?;
        } else {
            let tip = |(dx, dy): (i32, i32)| (x + sign * dx, y + sign * dy);
            let [first, second] = wings.map(tip);
            canvas::line(sheet, vec![first, (x, y), second], colour, 2)?;
        }
    }
    Ok(())
}

/// An axis on the sheet.
struct Plot {
    from: i32,
    to: i32,
    axis: (f64, f64),
}

impl Plot {
    fn place(&self, at: f64) -> i32 {
        let share = (at - self.axis.0) / (self.axis.1 - self.axis.0);
        self.from + (f64::from(self.to - self.from) * share).round() as i32
    }

    /// Round values along the axis with their places.
    fn ticks(&self, scale: &Scale) -> Vec<(f64, i32)> {
        let room = usize::try_from((self.to - self.from).abs() / 100).unwrap_or(4).clamp(2, 6);
        scale.ticks(self.axis, room).into_iter().map(|at| (at, self.place(at))).collect()
    }
}
