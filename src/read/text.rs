//! Plain text → article: the first line is the title, the second perhaps `Outlet | 2024-06-25`, the rest the text.

use super::draft::Draft;
use super::item::Item;
use super::stamp::{self, Reading};

/// Longest line that can name an outlet and a date.
const LONGEST: usize = 120;

pub(super) fn read(text: &str) -> Vec<Item> {
    Item::whole(Ok(parse(text)))
}

/// The article of a text, its metadata and where they stand.
pub(super) fn parse(text: &str) -> Draft {
    let start = text.trim_start_matches(['\n', '\r', ' ', '\t']);
    let (title, rest) = start.split_once('\n').unwrap_or((start, ""));
    if rest.trim().is_empty() {
        // A lone line is a text without a title rather than a title without a text.
        return Draft { text: start.trim_end().to_owned(), ..Draft::default() };
    }
    let mut draft = Draft::default();
    let body = match credit(rest) {
        Some((credit, body)) => {
            draft.outlet = credit.outlet.to_owned();
            draft.byline = credit.byline.to_owned();
            draft.published = credit.date.to_owned();
            // The line after the title and whatever blank lines are around them.
            let before = text.len() - body.len();
            let lines = text.get(..before).unwrap_or_default().trim_end().matches('\n').count();
            draft.dated_in = Some(lines + 1);
            body
        }
        None => rest,
    };
    draft.title = title.trim_end().to_owned();
    draft.text = body.trim_start_matches(['\n', '\r']).trim_end().to_owned();
    draft
}

/// What the line under the title says.
struct Credit<'a> {
    outlet: &'a str,
    byline: &'a str,
    date: &'a str,
}

/// `Outlet | 2024-06-25` or `Outlet | By Ann Bo | 25 June 2024` at the head of what follows the title, and what follows.
fn credit(rest: &str) -> Option<(Credit<'_>, &str)> {
    let rest = rest.trim_start_matches(['\n', '\r']);
    let (line, body) = rest.split_once('\n').unwrap_or((rest, ""));
    let (before, date) = line.rsplit_once('|')?;
    let date = date.trim();
    let is_short = line.len() <= LONGEST && !line.trim_end().ends_with(['!', '?']);
    let is_date = match stamp::read(date, stamp::Order::Unknown) {
        Reading::Unknown => is_short && date.bytes().filter(u8::is_ascii_digit).count() >= 3,
        _ => true,
    };
    if !is_date {
        return None;
    }
    let (mut outlet, mut byline) = ("", "");
    for part in before.split('|').map(str::trim) {
        if part.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) {
            byline = part.get(3..).unwrap_or_default().trim_start();
        } else if outlet.is_empty() {
            outlet = part;
        }
    }
    Some((Credit { outlet, byline, date }, body))
}
