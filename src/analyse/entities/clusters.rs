//! Names of all sentences → entities: full names first, then the short forms that go back to them, then headlines.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::evidence::{Evidence, evidence, initials};
use super::names::names;
use super::typer::{self, KINDS, Scores, Typer};
use super::view::View;
use crate::model::{Entity, EntityKind, EntityMention, Form, Gender};

/// Longest name looked for in a headline.
const LONGEST: u32 = 5;
/// Different names, or roles, that an entity is remembered by.
const MOST_NAMES: usize = 50;
/// Entities looked at for a name that has no other in common than a word: the latest.
const MOST_BEARERS: usize = 60;

/// A name where it stands, with what the place tells.
struct Found {
    mention: EntityMention,
    words: SmolStr,
    evidence: Evidence,
    scores: Scores,
    /// Where the name ends that this one is said to be another of ("Tom Reyes, also known as Tommy Ray").
    alias_of: Option<u32>,
}

/// Gathers the names of a document by bearer.
pub(super) fn cluster(views: &[View<'_, '_>]) -> Vec<Entity> {
    let prose = (0u32..).zip(views).filter(|(_, view)| !view.title_case);
    let found: Vec<Found> = prose.flat_map(|(i, view)| in_sentence(i, view)).collect();
    let (full, short): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|f| f.words.contains(' '));
    let mut groups = Groups::default();
    for one in full.into_iter().chain(short) {
        groups.add(one);
    }
    for (i, view) in (0u32..).zip(views).filter(|(_, view)| view.title_case) {
        headline(i, view, &mut groups);
    }
    let mut entities: Vec<Entity> = groups.all.into_iter().map(Group::entity).collect();
    entities.sort_by_cached_key(|e| e.mentions.iter().map(|m| (m.sentence, m.start)).min());
    entities
}

fn in_sentence(sentence: u32, view: &View<'_, '_>) -> Vec<Found> {
    let found = |name| {
        let evidence = evidence(view, &name);
        let scores = Typer::embedded().scores(&typer::features(view, &name, &evidence));
        let mention = mention(sentence, view, name.tokens.start, name.tokens.end, Form::Name)?;
        let words = SmolStr::from(view.words(name.tokens.start, name.tokens.end));
        let alias_of = alias_of(view, name.tokens.start);
        Some(Found { mention, words, evidence, scores, alias_of })
    };
    names(view).into_iter().filter_map(found).collect()
}

/// Where the words begin that lead from one name to another of the same bearer.
fn alias_of(view: &View<'_, '_>, start: u32) -> Option<u32> {
    const LEADS: &[&str] = &["also known as", "better known as", "aka", "a.k.a.", "nicknamed"];
    let words = |n: u32| Some(view.words(start.checked_sub(n)?, start));
    let lead = |n: &u32| words(*n).is_some_and(|w| LEADS.iter().any(|l| w.eq_ignore_ascii_case(l)));
    let end = start - [3, 1].iter().find(|n| lead(n))?;
    let open = end.checked_sub(1).is_some_and(|at| matches!(view.word(at), "," | "("));
    Some(end - u32::from(open))
}

/// A run of tokens as a mention.
pub(super) fn mention(
    sentence: u32,
    view: &View<'_, '_>,
    from: u32,
    to: u32,
    form: Form,
) -> Option<EntityMention> {
    let (first, last) = (view.token(from)?, view.token(to.checked_sub(1)?)?);
    let field = view.sentence.field;
    Some(EntityMention {
        field,
        sentence,
        tokens: from..to,
        start: first.start,
        end: last.end,
        form,
        sure: true,
    })
}

/// In a headline in capitals only names that the text has are known.
fn headline(sentence: u32, view: &View<'_, '_>, groups: &mut Groups) {
    let mut at = view.sentence.tokens.start;
    while at < view.sentence.tokens.end {
        let hit = (1..=LONGEST).rev().find_map(|len| {
            let words = view.words(at, at + len);
            let fits = at + len <= view.sentence.tokens.end && view.is_capital(at);
            fits.then(|| groups.called(words)).flatten().map(|group| (len, group))
        });
        let Some((len, group)) = hit else {
            at += 1;
            continue;
        };
        if let (Some(group), Some(mention)) =
            (groups.all.get_mut(group), mention(sentence, view, at, at + len, Form::Name))
        {
            group.mentions.push(mention);
        }
        at += len;
    }
}

/// The entities in the making, found by what their names have in common with another.
#[derive(Default)]
struct Groups {
    all: Vec<Group>,
    /// By a name in small letters.
    named: HashMap<String, Vec<usize>>,
    /// By what another form of a name would have in common with it.
    keys: HashMap<Key, Vec<usize>>,
    /// The first of those with a mention that ends at this token.
    ending: HashMap<u32, usize>,
}

/// What two forms of one name have in common.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// A surname or a first word, alone.
    Word(SmolStr),
    /// The surname and the first letter of the first name.
    Person(SmolStr, Option<char>),
    /// The first letters of the words.
    Initials(String),
    /// The first two words.
    Beginning(SmolStr),
}

impl Groups {
    fn add(&mut self, one: Found) {
        let at = self.home(&one).unwrap_or(self.all.len());
        let end = one.mention.tokens.end;
        if at == self.all.len() {
            self.all.push(Group::default());
        }
        let Some(group) = self.all.get_mut(at) else { return };
        let known = group.names.len();
        group.add(one);
        let first = self.ending.entry(end).or_insert(at);
        *first = at.min(*first);
        for name in group.names.get(known..).unwrap_or_default() {
            push(self.named.entry(name.to_ascii_lowercase()).or_default(), at);
            for key in keys(name) {
                push(self.keys.entry(key).or_default(), at);
            }
        }
    }

    /// The group that a name goes back to: one of the same name, else the nearest whose short form it can be.
    fn home(&self, one: &Found) -> Option<usize> {
        if let Some(same) = self.named.get(&one.words.to_ascii_lowercase()) {
            return same.iter().copied().min();
        }
        if let Some(bearer) = one.alias_of.and_then(|end| self.ending.get(&end)) {
            return Some(*bearer);
        }
        let keys = match one.words.contains(' ') {
            true => vec![person_key(&one.words), Key::Beginning(beginning(&one.words))],
            false => vec![Key::Word(one.words.clone())],
        };
        let initials = std::iter::once(Key::Initials(one.words.replace('.', "")));
        let mut near: Vec<usize> =
            keys.into_iter().chain(initials).flat_map(|key| self.sharing(key)).collect();
        near.sort_unstable();
        near.dedup();
        let groups = near.into_iter().filter_map(|i| Some((i, self.all.get(i)?)));
        let sentence = one.mention.sentence;
        groups.filter(|(_, g)| g.takes(one)).min_by_key(|(_, g)| g.distance(sentence)).map(|(i, _)| i)
    }

    /// The first group that is called so.
    fn called(&self, words: &str) -> Option<usize> {
        let named = self.named.get(&words.to_ascii_lowercase()).into_iter().flatten().copied();
        let parts =
            (!words.contains(' ')).then(|| self.sharing(Key::Word(words.into()))).into_iter().flatten();
        let fits = |i: &usize| self.all.get(*i).is_some_and(|g| g.is_called(words));
        named.take(MOST_BEARERS).chain(parts).filter(fits).min()
    }

    /// The latest groups with a name that has this in common with another.
    fn sharing(&self, key: Key) -> impl Iterator<Item = usize> + use<'_> {
        self.keys.get(&key).into_iter().flat_map(|list| list.iter().rev().take(MOST_BEARERS).copied())
    }
}

/// Adds a group to a list unless it was added last.
fn push(list: &mut Vec<usize>, group: usize) {
    if list.last() != Some(&group) {
        list.push(group);
    }
}

/// What another form of a name of several words would have in common with it.
fn keys(name: &str) -> Vec<Key> {
    let Some((first, _)) = name.split_once(' ') else { return Vec::new() };
    let word = |w: &str| Key::Word(w.into());
    vec![
        word(surname(name)),
        word(first),
        person_key(name),
        Key::Initials(initials(name)),
        Key::Beginning(beginning(name)),
    ]
}

fn person_key(name: &str) -> Key {
    Key::Person(surname(name).into(), name.chars().next())
}

fn beginning(name: &str) -> SmolStr {
    let end = name.match_indices(' ').nth(1).map_or(name.len(), |(at, _)| at);
    name.get(..end).unwrap_or(name).into()
}

/// An entity in the making.
#[derive(Default)]
struct Group {
    names: Vec<SmolStr>,
    /// Those that it is only said to be called as well.
    also: Vec<SmolStr>,
    /// How many signs, unsure and sure ones, tell each of [`TOLD`].
    votes: [[u32; 2]; TOLD.len()],
    /// Is any sign of any kind sure?
    sure: bool,
    /// What the learned weights say, summed over the mentions.
    scores: Scores,
    roles: Vec<SmolStr>,
    age: Option<u32>,
    gender: Option<Gender>,
    home: Option<SmolStr>,
    mentions: Vec<EntityMention>,
    /// How many of the mentions, the first, are by a full name.
    full: usize,
}

/// The kinds that signs tell.
const TOLD: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

impl Group {
    fn add(&mut self, one: Found) {
        let Found { mention, words, evidence, scores, alias_of } = one;
        self.full += usize::from(words.contains(' '));
        if alias_of.is_some() && !self.names.is_empty() && self.also.len() < MOST_NAMES {
            self.also.push(words.clone());
        }
        self.scores.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
        for name in std::iter::once(words).chain(evidence.acronym) {
            if self.names.len() < MOST_NAMES && !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        for role in evidence.roles {
            if self.roles.len() < MOST_NAMES && !self.roles.contains(&role) {
                self.roles.push(role);
            }
        }
        if let Some((kind, sure)) = evidence.kind {
            self.sure |= sure;
            let told = TOLD.iter().zip(&mut self.votes).find(|(k, _)| **k == kind);
            if let Some((_, votes)) = told {
                votes[usize::from(sure)] += 1;
            }
        }
        self.age = self.age.or(evidence.age);
        self.gender = self.gender.or(evidence.gender);
        self.home = self.home.take().or(evidence.home);
        self.mentions.push(mention);
    }

    /// The kind that sure signs tell, else the learned one, else what unsure signs tell.
    fn kind(&self) -> EntityKind {
        match (self.told(), self.learned()) {
            (Some((kind, true)), _) => kind,
            // What only looks like an organisation mostly is none where the learned weights see a thing.
            (Some((kind, _)), EntityKind::Other) if kind != EntityKind::Organisation => kind,
            (_, learned) => learned,
        }
    }

    fn learned(&self) -> EntityKind {
        let best = KINDS.into_iter().zip(self.scores).rev().max_by_key(|(_, score)| *score);
        best.map_or(EntityKind::Other, |(kind, _)| kind)
    }

    /// The kind most rules tell, by sure signs if there are any, and whether there are.
    fn told(&self) -> Option<(EntityKind, bool)> {
        let count = |[unsure, sure]: [u32; 2]| if self.sure { sure } else { unsure };
        let told = TOLD.into_iter().zip(self.votes.map(count)).rev().max_by_key(|(_, count)| *count);
        told.filter(|(_, count)| *count > 0).map(|(kind, _)| (kind, self.sure))
    }

    /// How far before a sentence it was last named; after all others, if only behind it.
    fn distance(&self, sentence: u32) -> (u32, u32) {
        // Full names come first, then short ones: two runs, each in order.
        let (full, short) = self.mentions.split_at(self.full.min(self.mentions.len()));
        let last = |run: &[EntityMention]| {
            let after = run.partition_point(|m| m.sentence <= sentence);
            after.checked_sub(1).and_then(|i| run.get(i)).map(|m| m.sentence)
        };
        last(full).max(last(short)).map_or((1, 0), |s| (0, sentence - s))
    }

    /// Can the name be another form of this group's?
    fn takes(&self, one: &Found) -> bool {
        let sexes = one.evidence.gender.zip(self.gender).is_none_or(|(a, b)| a == b);
        let kind = one.evidence.kind;
        let single = !one.words.contains(' ');
        match self.kind() {
            EntityKind::Person if single => {
                let person = kind.is_none_or(|(k, sure)| k == EntityKind::Person || !sure);
                person && !one.evidence.located && sexes && self.is_called(&one.words)
            }
            EntityKind::Person => {
                let person = kind.is_none_or(|(k, _)| k == EntityKind::Person);
                person && sexes && self.names.iter().any(|n| same_person(n, &one.words))
            }
            EntityKind::Organisation => {
                let capitals = one.words.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
                let plain = one.words.replace('.', "");
                self.names.iter().any(|n| capitals && n.contains(' ') && initials(n) == plain)
                    || (!single && self.names.iter().any(|n| extends(n, &one.words)))
            }
            _ => false,
        }
    }

    /// Is the word or phrase a name of this group, or of a person the surname or first name?
    fn is_called(&self, words: &str) -> bool {
        let person = self.kind() == EntityKind::Person;
        let told = self.told().is_some();
        let is_part = |name: &str| {
            person
                && name.contains(' ')
                && (surname(name) == words || told && name.split(' ').next() == Some(words))
        };
        self.names.iter().any(|name| name == words || is_part(name))
    }

    fn entity(self) -> Entity {
        let kind = self.kind();
        let own = self.names.iter().filter(|n| !self.also.contains(n));
        let longest = own.max_by_key(|n| n.len()).cloned().unwrap_or_default();
        let aliases = self.names.into_iter().filter(|n| *n != longest).collect();
        let gender = self.gender.filter(|_| kind == EntityKind::Person);
        let Group { roles, age, home, mentions, .. } = self;
        Entity { kind, name: longest, aliases, roles, age, gender, home, mentions }
    }
}

/// The last name, without "Jr." and the like.
pub(super) fn surname(name: &str) -> &str {
    let suffix = |w: &&str| matches!(w.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV");
    let last = name.rsplit(' ').find(|w| !suffix(w)).unwrap_or_default();
    last.trim_end_matches(',')
}

/// Same last name, and first names that are equal or one the other's initial?
fn same_person(a: &str, b: &str) -> bool {
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let (x, y) = (first(a), first(b));
    let initial = |short: &str, long: &str| {
        short.len() <= 2 && short.ends_with('.') && long.starts_with(short.trim_end_matches('.'))
    };
    surname(a) == surname(b) && (x == y || initial(&x, &y) || initial(&y, &x))
}

/// Does one name of several words begin the other?
fn extends(a: &str, b: &str) -> bool {
    let begins = |long: &str, short: &str| {
        short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    begins(a, b) || begins(b, a)
}
