//! Two rows of forms → their best local alignment (Smith–Waterman): the stretch of each that repeats the other's.
//!
//! Local, because quotations are cut at their ends as each outlet likes; whole numbers, because the result must be
//! the same on every machine.

use super::forms::Form;

const CHANGED: i32 = -60;
const KIN: i32 = 20;
const GAP: i32 = -35;

/// One step through both rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The same form on both sides.
    Same(usize, usize),
    /// One form in the other's place.
    Changed(usize, usize),
    /// Only on the left.
    Left(usize),
    /// Only on the right.
    Right(usize),
}

/// The best local alignment and its score; no steps when nothing is shared.
pub(super) fn align(left: &[Form], right: &[Form]) -> (i32, Vec<Step>) {
    let width = right.len() + 1;
    let mut grid = vec![(0i32, None::<Step>); (left.len() + 1) * width];
    let (mut best, mut best_at) = (0, 0);
    for (i, a) in left.iter().enumerate() {
        for (j, b) in right.iter().enumerate() {
            let at = (i + 1) * width + j + 1;
            let score = |index: usize| grid.get(index).map_or(0, |c| c.0);
            let diagonal = score(at - width - 1);
            let pair = if a.same(b) {
                (diagonal + a.weight(), Step::Same(i, j))
            } else if a.kin(b) {
                (diagonal + KIN, Step::Changed(i, j))
            } else {
                (diagonal + CHANGED, Step::Changed(i, j))
            };
            let gap = |form: &Form| if form.is_ellipsis() { 0 } else { GAP };
            let skips =
                [(score(at - width) + gap(a), Step::Left(i)), (score(at - 1) + gap(b), Step::Right(j))];
            let cell = skips.into_iter().fold(pair, |top, next| if next.0 > top.0 { next } else { top });
            if cell.0 <= 0 {
                continue;
            }
            if cell.0 > best {
                (best, best_at) = (cell.0, at);
            }
            if let Some(slot) = grid.get_mut(at) {
                *slot = (cell.0, Some(cell.1));
            }
        }
    }
    (best, steps(&grid, width, best_at))
}

fn steps(grid: &[(i32, Option<Step>)], width: usize, mut at: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    while let Some(&(_, Some(step))) = grid.get(at) {
        steps.push(step);
        at -= match step {
            Step::Same(..) | Step::Changed(..) => width + 1,
            Step::Left(_) => width,
            Step::Right(_) => 1,
        };
    }
    steps.reverse();
    steps
}
