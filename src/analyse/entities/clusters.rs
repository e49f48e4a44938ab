//! Names of all sentences → entities: full names first, then the short forms that go back to them, then headlines.

use smol_str::SmolStr;

use super::evidence::{Evidence, evidence, initials};
use super::names::names;
use super::typer::{self, KINDS, Scores, Typer};
use super::view::View;
use crate::model::{Entity, EntityKind, EntityMention, Form, Gender};

/// Longest name looked for in a headline.
const LONGEST: u32 = 5;

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
    let mut groups: Vec<Group> = Vec::new();
    for one in full.into_iter().chain(short) {
        match home(&groups, &one).and_then(|at| groups.get_mut(at)) {
            Some(group) => group.add(one),
            None => groups.push(Group::new(one)),
        }
    }
    for (i, view) in (0u32..).zip(views).filter(|(_, view)| view.title_case) {
        headline(i, view, &mut groups);
    }
    let mut entities: Vec<Entity> = groups.into_iter().map(Group::entity).collect();
    entities.sort_by_key(|e| e.mentions.iter().map(|m| (m.sentence, m.start)).min());
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
fn headline(sentence: u32, view: &View<'_, '_>, groups: &mut [Group]) {
    let mut at = view.sentence.tokens.start;
    while at < view.sentence.tokens.end {
        let hit = (1..=LONGEST).rev().find_map(|len| {
            let words = view.words(at, at + len);
            let fits = at + len <= view.sentence.tokens.end && view.is_capital(at);
            let group = groups.iter().position(|g| fits && g.is_called(words))?;
            Some((len, group))
        });
        let Some((len, group)) = hit else {
            at += 1;
            continue;
        };
        if let (Some(group), Some(mention)) =
            (groups.get_mut(group), mention(sentence, view, at, at + len, Form::Name))
        {
            group.mentions.push(mention);
        }
        at += len;
    }
}

/// The group that a name goes back to: one of the same name, else the nearest whose short form it can be.
fn home(groups: &[Group], one: &Found) -> Option<usize> {
    let same = groups.iter().position(|g| g.names.iter().any(|n| n.eq_ignore_ascii_case(&one.words)));
    if same.is_some() {
        return same;
    }
    let sentence = one.mention.sentence;
    if let Some(end) = one.alias_of {
        let ends = |m: &EntityMention| m.sentence == sentence && m.tokens.end == end;
        let bearer = groups.iter().position(|g| g.mentions.iter().any(ends));
        if bearer.is_some() {
            return bearer;
        }
    }
    let fits = |g: &Group| g.takes(one);
    let distance = |g: &Group| {
        let before = g.mentions.iter().map(|m| m.sentence).filter(|&s| s <= sentence).max();
        before.map_or((1, 0), |s| (0, sentence - s))
    };
    (0..).zip(groups).filter(|(_, g)| fits(g)).min_by_key(|(_, g)| distance(g)).map(|(i, _)| i)
}

/// An entity in the making.
struct Group {
    names: Vec<SmolStr>,
    /// Those that it is only said to be called as well.
    also: Vec<SmolStr>,
    votes: Vec<(EntityKind, bool)>,
    /// What the learned weights say, summed over the mentions.
    scores: Scores,
    roles: Vec<SmolStr>,
    age: Option<u32>,
    gender: Option<Gender>,
    home: Option<SmolStr>,
    mentions: Vec<EntityMention>,
}

impl Group {
    fn new(one: Found) -> Group {
        let mut group = Group {
            names: Vec::new(),
            also: Vec::new(),
            votes: Vec::new(),
            scores: Scores::default(),
            roles: Vec::new(),
            age: None,
            gender: None,
            home: None,
            mentions: Vec::new(),
        };
        group.add(one);
        group
    }

    fn add(&mut self, one: Found) {
        let Found { mention, words, evidence, scores, alias_of } = one;
        if alias_of.is_some() && !self.names.is_empty() {
            self.also.push(words.clone());
        }
        self.scores.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
        for name in std::iter::once(words).chain(evidence.acronym) {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        for role in evidence.roles {
            if !self.roles.contains(&role) {
                self.roles.push(role);
            }
        }
        self.votes.extend(evidence.kind);
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
        let sure = self.votes.iter().any(|v| v.1);
        let count = |kind| self.votes.iter().filter(|v| v.0 == kind && v.1 >= sure).count();
        let kinds = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
        kinds.into_iter().rev().max_by_key(|&k| count(k)).filter(|&k| count(k) > 0).map(|k| (k, sure))
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
