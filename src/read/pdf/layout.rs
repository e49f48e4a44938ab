//! Pieces of text with their places → paragraphs in reading order.
//!
//! The page is cut where white runs through it (the X-Y cut of Nagy and Seth 1984): first along a gutter between columns,
//! else across, below what spans the columns.

use super::content::Run;

/// A page's text.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) paragraphs: Vec<String>,
    /// Is the first paragraph in letters that are larger than the others'?
    pub(super) is_headed: bool,
}

/// A line of one column.
#[derive(Debug, Clone)]
struct Line {
    left: f32,
    right: f32,
    y: f32,
    size: f32,
    text: String,
}

/// How deep a page is cut.
const DEEPEST: usize = 24;

/// Lines of a page that are tried as the last above two columns.
const TRIED: usize = 40;

pub(super) fn paragraphs(mut runs: Vec<Run>) -> Page {
    runs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut lines = lines(runs);
    // A page's number stands in the gutter.
    lines.retain(|l| !l.text.trim().chars().all(|c| c.is_ascii_digit() || "-–—|. ".contains(c)));
    let usual = usual_size(&lines);
    let mut blocks = Vec::new();
    cut(lines, DEEPEST, &mut blocks);
    let mut page = Page::default();
    for block in blocks {
        for (size, paragraph) in joined(&block) {
            if page.paragraphs.is_empty() {
                page.is_headed = size > 1.15 * usual;
            }
            page.paragraphs.push(paragraph);
        }
    }
    page
}

/// Adds a page; a paragraph that has no end on one page goes on on the next.
pub(super) fn append(all: &mut Vec<String>, page: Vec<String>) {
    let mut page = page.into_iter();
    let has_text = all.len() > 1;
    if let Some(last) = all.last_mut().filter(|_| has_text) {
        let is_open = last.ends_with(|c: char| c.is_lowercase() || c == ',' || c == '-');
        if let Some(first) = page.next() {
            if is_open && first.starts_with(char::is_lowercase) {
                add_line(last, &first);
            } else {
                all.push(first);
            }
        }
    }
    all.extend(page);
}

/// Runs of one height that stand near each other are a line.
fn lines(runs: Vec<Run>) -> Vec<Line> {
    // First the runs of one height, for small shifts upset the order from left to right.
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|f| (f.y - run.y).abs() <= 0.35 * run.size.max(1.0)) => {
                row.push(run)
            }
            _ => rows.push(vec![run]),
        }
    }
    let mut lines: Vec<Line> = Vec::new();
    for mut row in rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        let from = lines.len();
        for run in row {
            let right = run.x + run.width;
            match lines.get_mut(from..).and_then(|of_row| of_row.last_mut()) {
                Some(line) if run.x - line.right < 1.2 * run.size => {
                    let is_apart = run.x - line.right > 0.15 * run.size;
                    if is_apart && !line.text.ends_with(' ') && !run.text.starts_with(' ') {
                        line.text.push(' ');
                    }
                    line.text.push_str(&run.text);
                    line.right = line.right.max(right);
                    line.size = line.size.max(run.size);
                }
                _ => lines.push(Line { left: run.x, right, y: run.y, size: run.size, text: run.text }),
            }
        }
    }
    lines
}

/// The size that most letters have.
fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines.iter().map(|l| (l.size, l.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|s| s.1).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, n)| {
        seen += n;
        seen > half
    });
    middle.map_or(0.0, |m| m.0)
}

/// Cuts lines into blocks in reading order.
fn cut(lines: Vec<Line>, depth: usize, blocks: &mut Vec<Vec<Line>>) {
    if depth == 0 || lines.len() < 4 {
        if !lines.is_empty() {
            blocks.push(lines);
        }
        return;
    }
    if let Some(at) = gutter(&lines) {
        let (left, right) = lines.into_iter().partition(|l| l.left < at);
        cut(left, depth - 1, blocks);
        return cut(right, depth - 1, blocks);
    }
    for above in 1..lines.len().min(TRIED) {
        let Some((head, rest)) = lines.split_at_checked(above) else { break };
        if gutter(rest).is_some() {
            blocks.push(head.to_vec());
            return cut(rest.to_vec(), depth - 1, blocks);
        }
    }
    blocks.push(lines);
}

/// Where white runs through all lines from top to bottom, with a column on either side.
fn gutter(lines: &[Line]) -> Option<f32> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|l| (l.left, l.right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let least = 0.6 * usual_size(lines).max(1.0);
    let (mut right, mut count, mut best) = (f32::MIN, 0, None);
    for (left, end) in spans {
        let gap = left - right;
        let is_column = count >= 2 && lines.len() - count >= 2;
        if is_column && gap >= least && best.is_none_or(|(widest, _)| gap > widest) {
            best = Some((gap, left - gap / 2.0));
        }
        right = right.max(end);
        count += 1;
    }
    best.map(|(_, at)| at)
}

/// A block's paragraphs with the size of their letters: a new one begins after a gap, at an indent, in other letters, or
/// after a sentence that ends short of the margin.
fn joined(block: &[Line]) -> Vec<(f32, String)> {
    let left = block.iter().map(|l| l.left).fold(f32::MAX, f32::min);
    let right = block.iter().map(|l| l.right).fold(f32::MIN, f32::max);
    let mut steps: Vec<f32> =
        block.windows(2).filter_map(|w| Some(w.first()?.y - w.get(1)?.y)).filter(|s| *s > 0.5).collect();
    steps.sort_by(f32::total_cmp);
    let step = steps.get(steps.len() / 2).copied().unwrap_or(f32::MAX / 4.0);
    let mut paragraphs: Vec<(f32, String)> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in block {
        let is_new = before.is_none_or(|b| {
            let is_short = b.right < right - 0.15 * (right - left)
                && b.text.trim_end().ends_with(['.', '”', '"', '?', '!']);
            b.y - line.y > 1.35 * step
                || (line.left - left > 0.7 * line.size && b.left - left <= 0.7 * line.size)
                || (line.size - b.size).abs() > 0.12 * b.size
                || is_short
        });
        match paragraphs.last_mut() {
            Some((_, text)) if !is_new => add_line(text, &line.text),
            _ => paragraphs.push((line.size, squeezed(&line.text))),
        }
        before = Some(line);
    }
    paragraphs
}

/// Puts a line behind a text; a word that was divided at the margin is one again.
fn add_line(text: &mut String, line: &str) {
    let line = squeezed(line);
    let is_divided = text.ends_with('-') && line.starts_with(char::is_lowercase);
    let stem = text.trim_end_matches('-');
    if is_divided && stem.ends_with(char::is_alphabetic) {
        text.truncate(stem.len());
    } else if text.ends_with('\u{AD}') {
        text.pop();
    } else {
        text.push(' ');
    }
    text.push_str(&line);
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(x: f32, y: f32, size: f32, text: &str) -> Run {
        Run { x, y, width: 0.5 * size * text.len() as f32, size, text: text.to_owned() }
    }

    fn check(runs: Vec<Run>, expected: &[&str]) {
        assert_eq!(paragraphs(runs).paragraphs, expected);
    }

    #[test]
    fn two_columns_under_a_heading() {
        let mut runs = vec![run(50.0, 700.0, 20.0, "Ferry sinks in the fog off Oban")];
        for (n, (one, two)) in [
            ("The ferry sank on", "Two people died in"),
            ("Tuesday in thick", "the accident, the"),
            ("fog off the har-", "coast guard said"),
            ("bour of Oban.", "on Wednesday."),
        ]
        .into_iter()
        .enumerate()
        {
            let y = 660.0 - 12.0 * n as f32;
            runs.push(run(50.0, y, 10.0, one));
            runs.push(run(200.0, y, 10.0, two));
        }
        runs.push(run(180.0, 30.0, 10.0, "- 3 -"));
        check(
            runs,
            &[
                "Ferry sinks in the fog off Oban",
                "The ferry sank on Tuesday in thick fog off the harbour of Oban.",
                "Two people died in the accident, the coast guard said on Wednesday.",
            ],
        );
    }

    #[test]
    fn paragraphs_by_gap_and_indent() {
        let lines = [
            (50.0, 100.0, "One two three four five"),
            (50.0, 88.0, "six seven eight nine."),
            (60.0, 76.0, "Ten eleven twelve thirt"),
            (50.0, 64.0, "een fourteen."),
            (50.0, 40.0, "After a gap."),
        ];
        let runs = lines.iter().map(|(x, y, t)| run(*x, *y, 10.0, t)).collect();
        check(
            runs,
            &[
                "One two three four five six seven eight nine.",
                "Ten eleven twelve thirt een fourteen.",
                "After a gap.",
            ],
        );
    }

    #[test]
    fn pages_go_on() {
        let mut all = vec!["T".to_owned(), "the ferry had sunk when".to_owned()];
        append(&mut all, vec!["they came.".to_owned(), "New.".to_owned()]);
        assert_eq!(all, ["T", "the ferry had sunk when they came.", "New."]);
    }

    #[test]
    fn nothing_is_no_page() {
        check(vec![], &[]);
        check(vec![run(f32::MAX, 0.0, 0.0, "x")], &["x"]);
    }
}
