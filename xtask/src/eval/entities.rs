//! Scores names, their kinds and what stands for them against GUM's entities, mention by mention at the head word, and
//! the chains of mentions as CoNLL 2012 does.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::ops::Range;
use std::path::PathBuf;

use clap::Args as ClapArgs;
use gainsay::analyse;
use gainsay::analyse::models::{Asked, Weights, choose, coreference};
use gainsay::model::{Document, Entity, EntityKind, EntityMention, Field, Form};

use super::coreference::{Chain, Coreference};
use super::corpus::{Gold, article, read};

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// Folder with the treebank.
    #[arg(long, default_value = "../shared/treebank")]
    treebank: PathBuf,
    /// The test files instead of the dev files.
    #[arg(long)]
    test: bool,
    /// Print this many errors of each file.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// A file of weights for nouns and pronouns instead of the embedded one.
    #[arg(long)]
    weights: Option<PathBuf>,
}

/// A mention as annotated: the places of its least words (head first), what it is and whose.
pub(crate) struct Mention {
    pub(crate) start: usize,
    least: Vec<usize>,
    pub(crate) kind: Option<EntityKind>,
    time: bool,
    penn: String,
    whose: String,
}

impl Mention {
    /// First bytes of its least words, the head's first.
    pub(crate) fn places(&self) -> &[usize] {
        &self.least
    }

    /// The chain it belongs to.
    pub(crate) fn whose(&self) -> &str {
        &self.whose
    }

    /// The head's Penn tag.
    pub(crate) fn penn(&self) -> &str {
        &self.penn
    }
}

/// Right ones among those found and those annotated.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    gold: usize,
}

impl Score {
    fn row(&self) -> String {
        let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
        let (p, r) = (share(self.right, self.found), share(self.right, self.gold));
        format!("{p:.1} | {r:.1} | {:.1}", 200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64)
    }
}

pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    println!("| file | what | P | R | F1 |\n|---|---|--:|--:|--:|");
    let weights = args.weights.as_ref().map(std::fs::read_to_string).transpose()?.map(|f| Weights::read(&f));
    let files = if args.test { ["gum-test", "gum-test-news"] } else { ["gum-dev", "gum-dev-news"] };
    for name in files {
        let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
        let (mut every, mut named) = (Coreference::default(), Coreference::default());
        let mut left = args.errors;
        for gold in read(&args.treebank.join(format!("{name}.conllu")))? {
            let article = article(&gold.text);
            let mut document = analyse::segment(&article, 0);
            analyse::annotate(&mut document, |_| true);
            if let Some(weights) = &weights {
                let mut judge = |asked: &Asked<'_>| choose(weights, asked);
                let (named, unnamed) = coreference(&document, &weights.nouns, &mut judge);
                document.set_entities(named, unnamed);
            }
            let mentions = mentions(&gold);
            compare(&document, &mentions, &mut scores, &mut left);
            let all = document.entities.iter().chain(&document.unnamed);
            every.add(&gold_chains(&mentions, |_| true), &found_chains(&document, all, &mentions));
            let with_name = gold_chains(&mentions, |m| is_name(m) && m.kind.is_some());
            named.add(&with_name, &found_chains(&document, document.entities.iter(), &mentions));
        }
        for (what, score) in &scores {
            println!("| {name} | {what} | {} |", score.row());
        }
        for (of, scores) in [("people, organisations, places with a name", named), ("everything", every)] {
            for (what, [p, r, f]) in scores.rows() {
                println!("| {name} | {of}: {what} | {p:.1} | {r:.1} | {f:.1} |");
            }
        }
    }
    Ok(())
}

/// The annotated chains of which some mention passes the test.
fn gold_chains(gold: &[Mention], test: impl Fn(&Mention) -> bool) -> Vec<Chain> {
    let mut chains: BTreeMap<&str, (Chain, bool)> = BTreeMap::new();
    for mention in gold {
        let (chain, passed) = chains.entry(&mention.whose).or_default();
        chain.insert(mention.start);
        *passed |= test(mention);
    }
    chains.into_values().filter(|(_, passed)| *passed).map(|(chain, _)| chain).collect()
}

/// The chains found; a mention is the annotated one that has its head word, else a number of its own.
fn found_chains<'e>(
    document: &Document<'_>,
    entities: impl Iterator<Item = &'e Entity>,
    gold: &[Mention],
) -> Vec<Chain> {
    let number = |m: &EntityMention| {
        let tokens = || m.tokens.clone().filter_map(|i| document.tokens.get(i as usize));
        let head = tokens().find(|t| !m.tokens.contains(&t.head)).or_else(|| tokens().next());
        let start = head.map_or(m.start, |t| t.start) as usize;
        gold.iter()
            .find(|g| g.least.contains(&start))
            .map_or(document.article.text.len() + start, |g| g.start)
    };
    entities.map(|e| e.mentions.iter().map(number).collect()).collect()
}

/// Does one of the least words begin inside the range?
pub(crate) fn touches(mention: &Mention, range: &Range<usize>) -> bool {
    mention.least.iter().any(|start| range.contains(start))
}

/// Kind, form and place of a mention found.
type Spoken = (EntityKind, Form, usize, usize);

pub(crate) fn is_name(mention: &Mention) -> bool {
    mention.penn.starts_with("NNP") && !mention.time
}

fn compare(
    document: &Document<'_>,
    gold: &[Mention],
    scores: &mut BTreeMap<&'static str, Score>,
    left: &mut usize,
) {
    let spoken =
        |e: &Entity, m: &EntityMention| -> Spoken { (e.kind, m.form, m.start as usize, m.end as usize) };
    let found: Vec<Spoken> =
        document.entities.iter().flat_map(|e| e.mentions.iter().map(move |m| spoken(e, m))).collect();
    let named: Vec<&Spoken> = found.iter().filter(|f| f.1 == Form::Name).collect();
    let covering = |m: &Mention| named.iter().find(|f| touches(m, &(f.2..f.3)));
    let mut add = |what, right: usize, found: usize, gold: usize| {
        let score = scores.entry(what).or_default();
        score.right += right;
        score.found += found;
        score.gold += gold;
    };
    let names: Vec<&Mention> = gold.iter().filter(|m| is_name(m)).collect();
    add("names", names.iter().filter(|m| covering(m).is_some()).count(), named.len(), names.len());
    for (what, kind) in [
        ("person", EntityKind::Person),
        ("organisation", EntityKind::Organisation),
        ("place", EntityKind::Place),
    ] {
        let of_kind: Vec<&&Mention> = names.iter().filter(|m| m.kind == Some(kind)).collect();
        let right = of_kind.iter().filter(|m| covering(m).is_some_and(|f| f.0 == kind)).count();
        // A name whose annotated head is a noun ("actor John Low") is not among the gold names; it counts for nothing.
        let known = |f: &&&Spoken| names.iter().any(|m| touches(m, &(f.2..f.3)));
        add(what, right, named.iter().filter(|f| f.0 == kind).filter(known).count(), of_kind.len());
    }
    show(document, gold, left);
    let owners: HashMap<usize, &str> = gold.iter().map(|m| (m.start, m.whose.as_str())).collect();
    let by_name: Vec<&str> = names.iter().map(|m| m.whose.as_str()).collect();
    for (what, form, sure) in [
        ("pronouns", Form::Pronoun, false),
        ("pronouns, sure", Form::Pronoun, true),
        ("nouns", Form::Nominal, false),
        ("nouns, sure", Form::Nominal, true),
    ] {
        let (mut right, mut all) = (0, 0);
        for entity in &document.entities {
            let owner = owner(entity, gold);
            for m in entity.mentions.iter().filter(|m| m.form == form && (m.sure || !sure)) {
                all += 1;
                let heads = m.start as usize..m.end as usize;
                let whose = owners.iter().filter(|(start, _)| heads.contains(start)).min_by_key(|(s, _)| **s);
                right += usize::from(owner.is_some() && whose.map(|(_, w)| *w) == owner);
            }
        }
        let pronoun = |m: &&Mention| {
            let word = document.slice(Field::Text, m.start as u32, m.start as u32 + 4).to_lowercase();
            let word = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
            matches!(
                word.as_str(),
                "he" | "she" | "his" | "him" | "her" | "hers" | "it" | "its" | "they" | "them" | "their"
            ) && m.penn.starts_with("PRP")
        };
        let sought = gold.iter().filter(|m| by_name.contains(&m.whose.as_str()));
        let sought = match form {
            Form::Pronoun => sought.filter(pronoun).count(),
            _ => sought.filter(|m| m.kind.is_some() && m.penn.starts_with("NN") && !is_name(m)).count(),
        };
        add(what, right, all, sought);
    }
    let (right, found_links, gold_links) = links(document, gold);
    add("links of names", right, found_links, gold_links);
}

/// Pairs of neighbouring mentions by name of one bearer: those found and right, found, annotated.
fn links(document: &Document<'_>, gold: &[Mention]) -> (usize, usize, usize) {
    let (mut right, mut found) = (0, 0);
    let whose = |m: &EntityMention| {
        let heads = m.start as usize..m.end as usize;
        gold.iter().find(|g| is_name(g) && touches(g, &heads)).map(|g| g.whose.as_str())
    };
    for entity in &document.entities {
        let owners: Vec<_> = entity.mentions.iter().filter(|m| m.form == Form::Name).map(whose).collect();
        found += owners.len().saturating_sub(1);
        right += owners.windows(2).filter(|w| w[0].is_some() && w[0] == w[1]).count();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    gold.iter().filter(|m| is_name(m)).for_each(|m| *counts.entry(m.whose.as_str()).or_default() += 1);
    (right, found, counts.values().map(|n| n - 1).sum())
}

/// Whom the annotation names where the entity is named.
fn owner<'g>(entity: &Entity, gold: &'g [Mention]) -> Option<&'g str> {
    let heads = entity.mentions.iter().filter(|m| m.form == Form::Name);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for m in heads {
        let range = m.start as usize..m.end as usize;
        for g in gold.iter().filter(|g| is_name(g) && touches(g, &range)) {
            *counts.entry(g.whose.as_str()).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, n)| *n).map(|(whose, _)| whose)
}

fn show(document: &Document<'_>, gold: &[Mention], left: &mut usize) {
    for entity in &document.entities {
        for m in entity.mentions.iter().filter(|m| m.form == Form::Name) {
            let range = m.start as usize..m.end as usize;
            let hit = gold.iter().find(|g| is_name(g) && touches(g, &range));
            let right = hit.is_some_and(|g| g.kind == Some(entity.kind));
            if !right && *left > 0 {
                *left -= 1;
                let around = document.slice(m.field, document.sentences[m.sentence as usize].start, m.end);
                let tail: String =
                    around.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                let kind = hit.map(|g| format!("{:?}", g.kind));
                println!(
                    "{:?} [{}] gold {kind:?}: {tail}",
                    entity.kind,
                    document.slice(m.field, m.start, m.end)
                );
            }
        }
    }
    for g in gold.iter().filter(|g| is_name(g)) {
        let covered =
            |m: &EntityMention| m.form == Form::Name && touches(g, &(m.start as usize..m.end as usize));
        if *left > 0 && !document.entities.iter().any(|e| e.mentions.iter().any(covered)) {
            *left -= 1;
            let from = g.start.saturating_sub(40);
            let from = (from..=g.start).find(|&i| article_boundary(document, i)).unwrap_or(g.start);
            let to = (g.start + 15..g.start + 20).find(|&i| article_boundary(document, i)).unwrap_or(g.start);
            println!("missed {:?}: {}", g.kind, document.slice(Field::Text, from as u32, to as u32));
        }
    }
}

fn article_boundary(document: &Document<'_>, at: usize) -> bool {
    document.article.text.is_char_boundary(at)
}

/// The annotated mentions, one for each head word (the innermost).
pub(crate) fn mentions(gold: &Gold) -> Vec<Mention> {
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut all: BTreeMap<usize, Mention> = BTreeMap::new();
    let mut close = |first: usize, parts: &str| {
        let fields: Vec<&str> = parts.split('-').collect();
        let (Some(&whose), Some(&kind), Some(&least)) = (fields.first(), fields.get(1), fields.get(5)) else {
            return;
        };
        let places = least.split(',').filter_map(|n| n.parse::<usize>().ok());
        let words: Vec<_> = places.filter_map(|n| gold.words.get(first + n - 1)).collect();
        let Some(word) = words.first() else { return };
        let least = words.iter().map(|w| w.start).collect();
        let kind_of = match kind {
            "person" => Some(EntityKind::Person),
            "organization" => Some(EntityKind::Organisation),
            "place" => Some(EntityKind::Place),
            _ => None,
        };
        let (time, penn, whose) = (kind == "time", word.penn.clone(), whose.to_owned());
        all.entry(word.start).or_insert(Mention {
            start: word.start,
            least,
            kind: kind_of,
            time,
            penn,
            whose,
        });
    };
    for (index, word) in gold.words.iter().enumerate() {
        let Some(entity) = word.misc.split('|').find_map(|f| f.strip_prefix("Entity=")) else { continue };
        let mut rest = entity;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('(') {
                let len = inner.find(['(', ')']).unwrap_or(inner.len());
                let parts = &inner[..len];
                if inner[len..].starts_with(')') {
                    close(index, parts);
                    rest = &inner[len + 1..];
                } else {
                    open.push((parts.to_owned(), index));
                    rest = &inner[len..];
                }
            } else {
                let len = rest.find([')', '(']).unwrap_or(rest.len());
                let id = rest[..len].split('-').next().unwrap_or_default();
                let at = open.iter().rposition(|(p, _)| p.split('-').next() == Some(id));
                if let Some((parts, first)) = at.map(|at| open.remove(at)) {
                    close(first, &parts);
                }
                rest = rest[len..].strip_prefix(')').unwrap_or(&rest[len..]);
            }
        }
    }
    all.into_values().collect()
}
