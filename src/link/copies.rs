//! Articles → who repeats whose text: wire copies, and near copies with a few words changed.
//!
//! A word is repeated when it stands in a run of eight words that the other article has too (word shingles, Broder
//! 1997), so an index over the runs is all that is compared. Words between quotation marks do not count: two articles
//! that carry one statement are not copies. Each group of copies has one original.

use crate::english;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::Hasher;

use petgraph::unionfind::UnionFind;
use siphasher::sip::SipHasher24;

use crate::model::{Article, Claim, Field, Kind, Stamp};

/// Words in a run.
const RUN: usize = 8;
/// Share of an article's own words that must be repeated.
const SHARE: f64 = 0.4;
/// A run that more articles have than this proposes no pair of any two of them.
const COMMON: usize = 64;
/// An article with fewer words of its own is no copy of anything.
const WORDS: usize = 30;

/// An article that repeats another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Copy {
    pub(super) copy: u32,
    pub(super) original: u32,
    /// Share of the words of the shorter that both have.
    pub(super) share: f64,
}

/// An article's runs: their hashes with the places of their first words, sorted.
type Runs = Vec<(u64, u32)>;

/// Every copy, in order. The claims tell which words are quoted.
pub(super) fn copies(articles: &[Article], claims: &[Claim]) -> Vec<Copy> {
    let mut numbers = HashMap::new();
    let quoted = quoted(claims, articles.len());
    let texts: Vec<Vec<Option<u32>>> =
        articles.iter().zip(&quoted).map(|(a, quoted)| words(a, quoted, &mut numbers)).collect();
    let lengths: Vec<usize> = texts.iter().map(|t| t.iter().flatten().count()).collect();
    let runs: Vec<Runs> = texts.iter().map(|t| runs(t)).collect();
    let share = |words: usize, of: u32| {
        let length = lengths.get(of as usize).copied().unwrap_or_default();
        if length < WORDS { 0.0 } else { words as f64 / length as f64 }
    };
    let pairs: Vec<(u32, u32)> = repeated(&runs)
        .into_iter()
        .filter(|&((a, _), words)| share(words, a) >= SHARE)
        .map(|((a, b), _)| (a.min(b), a.max(b)))
        .collect();
    let none = Runs::new();
    let both = |a: u32, b: u32| {
        let of = |i: u32| runs.get(i as usize).unwrap_or(&none);
        let of_one = |a: u32, b: u32| share(covered(common(of(a), of(b))), a);
        of_one(a, b).max(of_one(b, a))
    };
    let mut copies = Vec::new();
    for group in groups(articles.len(), &pairs) {
        let Some(original) = original(articles, &group) else { continue };
        let others = group.into_iter().filter(|&i| i != original);
        let copy = |copy| Copy { copy, original, share: both(copy, original) };
        copies.extend(others.map(copy).filter(|c| c.share >= SHARE));
    }
    copies.sort_by_key(|c| (c.copy, c.original));
    copies
}

/// The quoted stretches of each article's text.
fn quoted(claims: &[Claim], articles: usize) -> Vec<Vec<(u32, u32)>> {
    let mut quoted = vec![Vec::new(); articles];
    for claim in claims.iter().filter(|c| c.kind == Kind::Quote && c.span.field == Field::Text) {
        if let Some(own) = quoted.get_mut(claim.article as usize) {
            own.push((claim.span.start, claim.span.end));
        }
    }
    quoted
}

/// The text's words by number; where quoted words stood, `None`.
fn words(article: &Article, quoted: &[(u32, u32)], numbers: &mut HashMap<String, u32>) -> Vec<Option<u32>> {
    let mut out = Vec::new();
    let mut at = 0u32;
    for word in article.text.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        // Every separator is one character; its length is found by walking the text along.
        at += word.len() as u32;
        at += article.text.get(at as usize..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8) as u32;
        if word.is_empty() {
            continue;
        }
        let after = quoted.partition_point(|q| q.0 <= start);
        let inside = after.checked_sub(1).and_then(|i| quoted.get(i)).is_some_and(|q| start < q.1);
        if inside {
            out.push(None);
        } else {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            out.push(Some(*numbers.entry(word.to_lowercase()).or_insert(next)));
        }
    }
    out
}

fn runs(text: &[Option<u32>]) -> Runs {
    let hash = |window: &[Option<u32>]| {
        let mut hasher = SipHasher24::new();
        for word in window {
            hasher.write_u32((*word)?);
        }
        Some(hasher.finish())
    };
    let mut runs: Runs =
        (0u32..).zip(text.windows(RUN)).filter_map(|(place, window)| Some((hash(window)?, place))).collect();
    runs.sort_unstable();
    runs
}

/// Places of the runs of the first that the second has, too.
fn common(a: &Runs, b: &Runs) -> Vec<u32> {
    let has = |run: u64| b.binary_search_by_key(&run, |r| r.0).is_ok();
    a.iter().filter(|r| has(r.0)).map(|r| r.1).collect()
}

/// For every ordered pair of articles that share a run, how many words of the first stand in shared runs. Where more
/// than `COMMON` articles have a run, each is compared with the first of them only: that still makes one group of them.
fn repeated(runs: &[Runs]) -> BTreeMap<(u32, u32), usize> {
    let mut all: Vec<(u64, u32)> =
        (0u32..).zip(runs).flat_map(|(article, own)| own.iter().map(move |r| (r.0, article))).collect();
    all.sort_unstable();
    all.dedup();
    let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
    // Copies share all their runs: each set of holders is looked at once.
    let mut known: HashSet<Vec<u32>> = HashSet::new();
    for holders in all.chunk_by(|x, y| x.0 == y.0).filter(|h| h.len() > 1) {
        if !known.insert(holders.iter().map(|h| h.1).collect()) {
            continue;
        }
        let firsts = if holders.len() > COMMON { 1 } else { holders.len() };
        for (n, &(_, a)) in holders.iter().enumerate().take(firsts) {
            pairs.extend(holders.iter().skip(n + 1).flat_map(|&(_, b)| [(a, b), (b, a)]));
        }
    }
    let words = |(a, b): (u32, u32)| {
        let (x, y) = (runs.get(a as usize)?, runs.get(b as usize)?);
        Some(((a, b), covered(common(x, y))))
    };
    pairs.into_iter().filter_map(words).collect()
}

/// How many words the runs at these places cover together.
fn covered(mut places: Vec<u32>) -> usize {
    places.sort_unstable();
    let mut end = 0;
    let mut words = 0;
    for place in places.into_iter().map(|p| p as usize) {
        words += (place + RUN).saturating_sub(end.max(place));
        end = end.max(place + RUN);
    }
    words
}

/// Articles that hang together by the pairs, each group sorted.
fn groups(articles: usize, pairs: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut sets = UnionFind::new(articles);
    for &(a, b) in pairs {
        sets.union(a as usize, b as usize);
    }
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (article, set) in (0u32..).zip(sets.into_labeling()) {
        groups.entry(set as u32).or_default().push(article);
    }
    let mut groups: Vec<Vec<u32>> = groups.into_values().filter(|g| g.len() > 1).collect();
    groups.sort_unstable();
    groups
}

/// The article published first; of equals an agency's own, then one that credits an agency, then the first given.
fn original(articles: &[Article], group: &[u32]) -> Option<u32> {
    let of = |i: &u32| articles.get(*i as usize);
    group.iter().copied().min_by(|a, b| match (of(a), of(b)) {
        (Some(x), Some(y)) => published(x, y).then_with(|| agency(x).cmp(&agency(y))).then(a.cmp(b)),
        _ => a.cmp(b),
    })
}

/// Earlier first; articles whose order the dates leave open are equal.
fn published(a: &Article, b: &Article) -> Ordering {
    let (Some(x), Some(y)) = (&a.published, &b.published) else { return Ordering::Equal };
    if x.has_time && y.has_time {
        let (m, n) = (minutes(x), minutes(y));
        return m.cmp(&n);
    }
    x.at.date().cmp(&y.at.date())
}

/// Minutes since year 1, in UTC where the offset is known.
fn minutes(stamp: &Stamp) -> i64 {
    let date = stamp.at.date();
    let days = i64::from(date.year()) * 366 + i64::from(date.day_of_year());
    let time = i64::from(stamp.at.hour()) * 60 + i64::from(stamp.at.minute());
    days * 1440 + time - i64::from(stamp.offset.unwrap_or(0))
}

/// Characters at the beginning of a text in which an agency is credited ("OBAN, Scotland (AP) —").
const DATELINE: usize = 80;

/// How near an article is to an agency's own text: 0 is the agency itself.
fn agency(article: &Article) -> u8 {
    let own = english::names().agencies.contains(&article.outlet.trim().to_lowercase());
    let end = article.text.char_indices().nth(DATELINE).map_or(article.text.len(), |(at, _)| at);
    let dateline = article.text.get(..end).unwrap_or_default();
    let credited = ["(AP)", "(AFP)", "(Reuters)", "(REUTERS)", "(UPI)"].iter().any(|c| dateline.contains(c));
    match (own, article.agency.is_some() || credited) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Modality, Span, Subject, Value};

    const WIRE: &str = "The ferry left the old harbour shortly after six on Monday evening and struck a sandbank two \
        miles out, the coast guard said. All of the 112 passengers were taken off by small boats before midnight, and \
        nobody was hurt. The company that runs the line has stopped its night service until divers have looked at the \
        hull.";

    fn article(outlet: &str, text: &str, published: Option<&str>) -> Article {
        let stamp = |words: &str| Stamp {
            at: words.parse().expect("a date"),
            has_time: words.contains('T'),
            offset: None,
            words: words.to_owned(),
        };
        Article {
            id: outlet.to_owned(),
            outlet: outlet.to_owned(),
            text: text.to_owned(),
            published: published.map(stamp),
            ..Article::default()
        }
    }

    fn check(articles: &[Article], claims: &[Claim], expected: &[(u32, u32)]) {
        let found: Vec<(u32, u32)> = copies(articles, claims).iter().map(|c| (c.copy, c.original)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_changed_figure_and_a_cut_end_leave_a_copy() {
        let changed = WIRE.replace("112", "121").replace("Monday evening", "Monday night");
        let cut = WIRE.split_once(" The company").map_or("", |(head, _)| head);
        check(&[article("Post", WIRE, None), article("Star", &changed, None)], &[], &[(1, 0)]);
        check(&[article("Post", WIRE, None), article("Star", cut, None)], &[], &[(1, 0)]);
    }

    #[test]
    fn another_report_of_the_same_thing_is_none() {
        let own = "A ferry with 112 people on board ran onto a sandbank on Monday evening. Fishermen brought the \
            passengers ashore in their own boats, one of them said, and by midnight the last was safe. Divers are to \
            look for damage before the line's night boats sail again, according to the company.";
        check(&[article("Post", WIRE, None), article("Star", own, None)], &[], &[]);
    }

    #[test]
    fn a_shared_statement_is_no_copy() {
        let own = "Nobody at the harbour had an answer for the families who waited there all night in the rain \
            with blankets and flasks of tea, hoping that one more boat would come.";
        let text = format!("{own} \u{201c}{WIRE}\u{201d} {}", own.to_uppercase().replace("THE", "a"));
        let other = format!(
            "A short statement was read out at noon today. \u{201c}{WIRE}\u{201d} No questions were taken."
        );
        let quote = |article: u32, text: &str| {
            let start = text.find('\u{201c}').map_or(0, |i| i as u32 + 3);
            let span = Span { article, field: Field::Text, start, end: start + WIRE.len() as u32 };
            Claim {
                article,
                kind: Kind::Quote,
                value: Value::Quote(Vec::new()),
                span,
                sentence: span,
                sentence_index: 0,
                subject: Subject::default(),
                predicate: None,
                arguments: Vec::new(),
                context: Vec::new(),
                negated: false,
                modality: Modality::Asserted,
                source: None,
                trend: None,
                standing: None,
            }
        };
        let claims = [quote(0, &text), quote(1, &other)];
        let articles = [article("Post", &text, None), article("Star", &other, None)];
        check(&articles, &claims, &[]);
        check(&articles, &[], &[(1, 0)]);
    }

    #[test]
    fn the_original_is_the_earlier_then_the_agency() {
        let at = |when| Some(when);
        let late = article("Post", WIRE, at("2024-03-02T10:00:00"));
        let early = article("Star", WIRE, at("2024-03-02T08:00:00"));
        let agency = article("Reuters", WIRE, at("2024-03-02T00:00:00"));
        let dateless = Article { published: None, ..agency.clone() };
        check(&[late.clone(), early.clone()], &[], &[(0, 1)]);
        check(&[late.clone(), dateless], &[], &[(0, 1)]);
        check(&[late.clone(), early, agency], &[], &[(0, 2), (1, 2)]);
        let credited = Article { text: format!("OBAN (AP) — {WIRE}"), ..late.clone() };
        check(&[late, credited], &[], &[(0, 1)]);
    }
}
