//! An article's byline, dateline and last lines → the agency whose copy it carries.

use crate::model::Article;

/// Agencies by the names that credit lines give them, the longest first where one stands in another.
const AGENCIES: [(&str, &str); 34] = [
    ("The Associated Press", "AP"),
    ("Associated Press", "AP"),
    ("AP", "AP"),
    ("Thomson Reuters", "Reuters"),
    ("Reuters", "Reuters"),
    ("REUTERS", "Reuters"),
    ("Agence France-Presse", "AFP"),
    ("Agence France Presse", "AFP"),
    ("AFP", "AFP"),
    ("United Press International", "UPI"),
    ("UPI", "UPI"),
    ("PA Media", "PA"),
    ("Press Association", "PA"),
    ("PA", "PA"),
    ("The Canadian Press", "The Canadian Press"),
    ("Canadian Press", "The Canadian Press"),
    ("Australian Associated Press", "AAP"),
    ("AAP", "AAP"),
    ("Deutsche Presse-Agentur", "dpa"),
    ("dpa", "dpa"),
    ("DPA", "dpa"),
    ("ANSA", "ANSA"),
    ("EFE", "EFE"),
    ("Xinhua", "Xinhua"),
    ("TASS", "TASS"),
    ("Interfax", "Interfax"),
    ("Kyodo", "Kyodo"),
    ("Yonhap", "Yonhap"),
    ("Press Trust of India", "PTI"),
    ("PTI", "PTI"),
    ("ANI", "ANI"),
    ("Bloomberg News", "Bloomberg"),
    ("States Newsroom", "States Newsroom"),
    ("Kyiv Independent news desk", "Kyiv Independent"),
];

/// How far into a text a dateline reaches.
const DATELINE: usize = 160;

/// How much of a text's end can hold its credits.
const TAIL: usize = 600;

/// The agency that an article credits; `None` when it credits none.
pub(super) fn of(article: &Article) -> Option<String> {
    let byline = article.byline.as_deref().and_then(in_byline);
    byline.or_else(|| in_dateline(&article.text)).or_else(|| in_credits(&article.text)).map(str::to_owned)
}

/// The name by which an agency is known here.
pub(super) fn known(words: &str) -> Option<&'static str> {
    let words = words.trim().trim_start_matches("By ").trim_end_matches('.');
    AGENCIES.iter().find(|(name, _)| *name == words).map(|(_, short)| *short)
}

/// "By The Associated Press", "Ann Bo, Reuters", "Ann Bo (AFP)", "AP Staff", "Staff and agencies" being none in particular.
fn in_byline(byline: &str) -> Option<&'static str> {
    let parts =
        byline.split([',', ';', '|', '/', '(', ')']).flat_map(|p| p.split(" and ").chain(p.split(" for ")));
    parts.into_iter().find_map(|part| known(part).or_else(|| known(part.trim().trim_end_matches(" Staff"))))
}

/// "OBAN, Scotland (AP) — Two people …", "(Reuters) - …", "PARIS, May 5 (AFP) –".
fn in_dateline(text: &str) -> Option<&'static str> {
    let head = head(text, DATELINE).lines().next().unwrap_or_default();
    let mut rest = head;
    while let Some((_, inner)) = rest.split_once('(') {
        let (name, after) = inner.split_once(')')?;
        let has_dash =
            after.trim_start().starts_with(['—', '–', '-', ':']) || after.trim_start().starts_with("--");
        if let Some(agency) = known(name).filter(|_| has_dash) {
            return Some(agency);
        }
        rest = after;
    }
    None
}

/// A line of credit at the end: "Reuters contributed to this report.", "With AFP", "Additional reporting by Reuters",
/// "— AP", "Source: Reuters".
fn in_credits(text: &str) -> Option<&'static str> {
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..).unwrap_or_default();
    tail.lines().rev().take(6).find_map(|line| credit_line(line.trim()))
}

fn credit_line(line: &str) -> Option<&'static str> {
    if line.is_empty() || line.len() > 240 {
        return None;
    }
    let bare = line.trim_matches(['(', ')', '[', ']', '—', '–', '-', '*', ' ', '.']);
    if let Some(agency) = known(bare).filter(|_| bare.len() < line.len()) {
        return Some(agency);
    }
    let lower = bare.to_ascii_lowercase();
    let starts = [
        "with ",
        "source: ",
        "sources: ",
        "agencies: ",
        "additional reporting by ",
        "reporting by ",
        "with reporting by ",
        "with additional reporting by ",
        "with input from ",
        "with inputs from ",
        "with information from ",
        "(with ",
    ];
    let after = starts
        .iter()
        .filter(|s| lower.starts_with(**s))
        .max_by_key(|s| s.len())
        .and_then(|s| bare.get(s.len()..));
    let is_list = |names: &str| {
        let mut names = names.split([',', '/']).flat_map(|n| n.split(" and "));
        names.find_map(|n| known(n.trim().trim_start_matches("the ")))
    };
    if let Some(agency) = after.filter(|a| a.len() <= 80).and_then(is_list) {
        return Some(agency);
    }
    let contributed = lower.find(" contributed").or_else(|| lower.find(" also contributed"))?;
    is_list(bare.get(..contributed).unwrap_or_default().trim_end_matches(" also"))
}

fn head(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(byline: &str, text: &str, expected: Option<&str>) {
        let article = Article {
            byline: (!byline.is_empty()).then(|| byline.to_owned()),
            text: text.to_owned(),
            ..Article::default()
        };
        assert_eq!(of(&article).as_deref(), expected, "of {byline:?}, {text:?}");
    }

    #[test]
    fn credits() {
        check("", "OBAN, Scotland (AP) — Two people died.", Some("AP"));
        check("", "OBAN, May 5 (Reuters) - Two people died.", Some("Reuters"));
        check("", "Two died.\n\nReuters contributed to this report.", Some("Reuters"));
        check("", "Two died.\n\nThe Associated Press contributed to this report.", Some("AP"));
        check("", "Two died.\n\nAnn Bo and AFP contributed.", Some("AFP"));
        check("", "Two died.\n\nWith AFP", Some("AFP"));
        check("", "Two died.\n\nAdditional reporting by Reuters.", Some("Reuters"));
        check("", "Two died.\n\n— AP", Some("AP"));
        check("", "Two died.\n\n(With inputs from PTI and ANI)", Some("PTI"));
        check("By The Associated Press", "Two died.", Some("AP"));
        check("Ann Bo, Reuters", "Two died.", Some("Reuters"));
        check("Ann Bo and Associated Press", "Two died.", Some("AP"));
    }

    #[test]
    fn what_is_no_credit() {
        check("", "Two died, Reuters reported (AP) and others.", None);
        check("", "Two died.\n\nShe spoke with AFP on Tuesday about the accident, and wept.", None);
        check("", "He donated, and AFP Corp contributed.", None);
        check("Ann Bo", "The AP course was full.", None);
        check("", "", None);
    }
}
