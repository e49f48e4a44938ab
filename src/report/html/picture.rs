//! The answers to a numeric question as intervals on one axis, a line an article.

use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::excerpt::visible;
use super::Page;
use crate::model::{Bound, Claim, Finding, Quantity, Unit, Value, Verdict};

/// Height of a line, and the axis' left and right ends, in the picture's units.
const LINE: f64 = 18.0;
const LEFT: f64 = 170.0;
const RIGHT: f64 = 580.0;

/// A picture, when the finding is a disagreement about quantities of one unit.
pub(super) fn intervals(page: &Page<'_>, finding: &Finding) -> Markup {
    let ids = finding.positions.iter().flat_map(|p| &p.claims);
    let claims: Vec<&Claim> = ids.filter_map(|id| page.analysis.graph.claim(*id)).collect();
    let quantities: Vec<(&Claim, &Quantity)> =
        claims.iter().filter_map(|c| Some((*c, quantity(c)?))).collect();
    let one_unit = quantities.windows(2).all(|w| matches!(w, [a, b] if a.1.unit == b.1.unit));
    let Some(axis) = Axis::over(&quantities) else { return Markup::default() };
    if finding.verdict == Verdict::Agree || quantities.len() != claims.len() || !one_unit {
        return Markup::default();
    }
    let height = LINE * (quantities.len() as f64 + 1.0);
    html! {
        svg viewBox={ "0 0 600 " (height) } role="img" aria-label={ "The answers on one axis, from " (axis.low) " to " (axis.high) } {
            @for (number, (claim, quantity)) in (0u32..).zip(&quantities) {
                (line(page, &axis, number, claim, quantity))
            }
            text.tick x=(LEFT) y=(height - 4.0) { (axis.low) }
            text.tick.end x=(RIGHT) y=(height - 4.0) { (axis.high) }
        }
    }
}

fn quantity(claim: &Claim) -> Option<&Quantity> {
    match &claim.value {
        Value::Quantity(q) if !matches!(q.unit, Unit::Score | Unit::Vote) => Some(q),
        _ => None,
    }
}

fn line(page: &Page<'_>, axis: &Axis, number: u32, claim: &Claim, quantity: &Quantity) -> Markup {
    let y = LINE * (f64::from(number) + 0.7);
    let (lower, upper) = (quantity.interval.lower(), quantity.interval.upper());
    let (from, to) =
        (lower.value().map_or(LEFT, |v| axis.place(v)), upper.value().map_or(RIGHT, |v| axis.place(v)));
    let dot = |bound: Bound, x: f64| {
        html! {
            @match bound {
                Bound::Closed(_) => circle.closed cx=(x) cy=(y) r="4" {},
                Bound::Open(_) => circle.open cx=(x) cy=(y) r="4" {},
                Bound::Unbounded => {}
            }
        }
    };
    html! {
        text x="0" y=(y + 4.0) { (short(&visible(page.voices.name(claim.article)))) }
        line x1=(from) y1=(y) x2=(to) y2=(y) {}
        (dot(lower, from)) (dot(upper, to))
    }
}

/// A name that fits beside the axis.
fn short(name: &str) -> String {
    const WIDTH: usize = 24;
    match name.char_indices().nth(WIDTH) {
        Some((at, _)) => format!("{}…", name.get(..at).unwrap_or_default()),
        None => name.to_owned(),
    }
}

struct Axis {
    low: Decimal,
    high: Decimal,
}

impl Axis {
    /// From the lowest to the highest end that is named; `None` when these are one.
    fn over(quantities: &[(&Claim, &Quantity)]) -> Option<Axis> {
        let ends =
            quantities.iter().flat_map(|(_, q)| [q.interval.lower().value(), q.interval.upper().value()]);
        let ends: Vec<Decimal> = ends.flatten().map(|d| d.normalize()).collect();
        let (low, high) = (*ends.iter().min()?, *ends.iter().max()?);
        (low < high).then_some(Axis { low, high })
    }

    /// Floating point is good enough for a place on the screen.
    fn place(&self, value: Decimal) -> f64 {
        let share = value.checked_sub(self.low).zip(self.high.checked_sub(self.low));
        let share = share.and_then(|(a, b)| Some(a.to_f64()? / b.to_f64()?)).unwrap_or_default();
        // An end at the edge keeps its distance, so that an arrow beyond it can be seen.
        ((LEFT + 20.0 + share * (RIGHT - LEFT - 40.0)) * 10.0).round() / 10.0
    }
}
