//! A page's tags, counted before a tree is built from them: what no page has costs a parser time that grows with its
//! square.

use super::error::Fault;

/// Browsers build no deeper trees.
const DEEPEST: usize = 512;

/// Attributes of one tag; each new one is compared with those before it.
const MOST_ATTRIBUTES: usize = 500;

/// Refuses a page that is nested too deep, or has a tag with too many attributes.
pub(super) fn check(page: &str) -> Result<(), Fault> {
    let bytes = page.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| *b == b'<')) {
        at += found + 1;
        let is_end = bytes.get(at) == Some(&b'/');
        let name_at = at + usize::from(is_end);
        let length = name_length(bytes, name_at);
        if length == 0 {
            continue;
        }
        let name = bytes.get(name_at..name_at + length).unwrap_or_default().to_ascii_lowercase();
        let (end, attributes) = rest_of_tag(bytes, name_at + length);
        if attributes > MOST_ATTRIBUTES {
            return Err(Fault::not_an_article(format!(
                "a tag of the page has more than {MOST_ATTRIBUTES} attributes"
            )));
        }
        let closes_itself = bytes.get(end.saturating_sub(2)) == Some(&b'/');
        match (is_end, stays_open(&name) && !closes_itself) {
            (true, true) => depth = depth.saturating_sub(1),
            (false, true) => depth += 1,
            (_, false) => {}
        }
        if depth > DEEPEST {
            return Err(Fault::not_an_article(format!("the page is nested more than {DEEPEST} levels deep")));
        }
        at = end;
        if !is_end && matches!(name.as_slice(), b"script" | b"style") {
            at = after_raw_text(bytes, at, &name);
        }
    }
    Ok(())
}

fn name_length(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    rest.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/')).unwrap_or(rest.len())
}

/// Where a tag ends, and how many attributes it has, at most: words outside quotation marks.
fn rest_of_tag(bytes: &[u8], from: usize) -> (usize, usize) {
    let (mut attributes, mut quote, mut in_word) = (0, None, false);
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (Some(mark), b) if mark == *b => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (at + 1, attributes),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b) if b.is_ascii_whitespace() || *b == b'/' => in_word = false,
            (None, _) if !in_word => (attributes, in_word) = (attributes + 1, true),
            (None, _) => {}
        }
    }
    (bytes.len(), attributes)
}

/// Where the contents of a script end: in them `<` is no tag.
fn after_raw_text(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let is_end = |w: &[u8]| w.starts_with(b"</") && w.get(2..).is_some_and(|n| n.eq_ignore_ascii_case(name));
    rest.windows(name.len() + 2).position(is_end).map_or(bytes.len(), |at| from + at)
}

/// Elements that stay open until they are closed, other than those which writers of HTML leave open.
fn stays_open(name: &[u8]) -> bool {
    !matches!(
        name,
        b"p" | b"li"
            | b"td"
            | b"tr"
            | b"th"
            | b"dt"
            | b"dd"
            | b"option"
            | b"br"
            | b"img"
            | b"hr"
            | b"input"
            | b"meta"
            | b"link"
            | b"source"
            | b"area"
            | b"base"
            | b"col"
            | b"embed"
            | b"param"
            | b"track"
            | b"wbr"
            | b"path"
            | b"thead"
            | b"tbody"
            | b"tfoot"
            | b"html"
            | b"body"
            | b"head"
            | b"colgroup"
            | b"optgroup"
            | b"rp"
            | b"rt"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_page() {
        let deep = "<div>".repeat(12_000);
        assert!(check(&deep).unwrap_err().to_string().contains("levels deep"));
        let wide = format!("<div {}>", (0..80_000).map(|n| format!("a{n}=1 ")).collect::<String>());
        assert!(check(&wide).unwrap_err().to_string().contains("attributes"));
    }

    #[test]
    fn what_is_one() {
        for page in [
            "<p>".repeat(5_000),
            "<div a='<div>' b=\"x y z\"></div>".repeat(5_000),
            format!("<script>{}</script>", "if (a<b) '<div>';".repeat(2_000)),
            "<br/><svg/>".repeat(2_000),
            "a < b ".repeat(2_000),
            "</div>".repeat(2_000),
            "<div".to_owned(),
            "<script>".to_owned(),
            "<".to_owned(),
        ] {
            assert!(check(&page).is_ok(), "{:.40}", page);
        }
    }
}
