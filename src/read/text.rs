//! Plain text → article: the first line is the title, the second perhaps `Outlet | 2024-06-25`, the rest the text.

use super::draft::Draft;
use super::stamp;

pub(super) fn parse(text: &str) -> Draft {
    let start = text.trim_start_matches(['\n', '\r', ' ', '\t']);
    let (title, rest) = start.split_once('\n').unwrap_or((start, ""));
    if rest.trim().is_empty() {
        // A lone line is a text without a title rather than a title without a text.
        return Draft { text: start.trim_end().to_owned(), ..Draft::default() };
    }
    let (outlet, published, body) = byline(rest).unwrap_or(("", "", rest));
    let body = body.trim_start_matches(['\n', '\r']).trim_end();
    Draft {
        title: title.trim_end().to_owned(),
        outlet: outlet.to_owned(),
        published: published.to_owned(),
        text: body.to_owned(),
        ..Draft::default()
    }
}

/// `Outlet | 2024-06-25` at the head of what follows the title: (outlet, date, what follows).
fn byline(rest: &str) -> Option<(&str, &str, &str)> {
    let rest = rest.trim_start_matches(['\n', '\r']);
    let (line, body) = rest.split_once('\n').unwrap_or((rest, ""));
    let (outlet, date) = line.split_once('|')?;
    let (outlet, date) = (outlet.trim(), date.trim());
    stamp::parse(date)?;
    Some((outlet, date, body))
}
