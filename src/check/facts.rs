//! Slots of facts → what outlets say of one person's office and home, of one matter's stage, of one event.

use std::collections::BTreeSet;

use super::fact_rules as rules;
use super::{Meta, Severity, Story};
use crate::english;
use crate::model::{Claim, ClaimId, Fact, Finding, Matter, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "fact-differs",
    summary: "outlets tell one event, place, office or stage in different ways",
    docs: "Offices, homes and schools are compared person by person, stages (*arrested*, *charged*, *convicted*) on one \
           ladder, a vehicle's colour by its make, events and their places where the sentences tell the same. Who is \
           called by a town only (*an Oak Hollow man was convicted*) is the one who is named for that part in the \
           story. Most differences are of detail and count as compatible; a later stage is an update. A conflict are \
           one person's wounds in different parts of the body, offices that nobody holds at once, homes in two towns, \
           two parties, two schools of one level, two colours of one vehicle, *fired* against *resigned*, one wound against \
           several, *agreed* against *refused* to do one thing, two sorts of gun or of place where one victim was hit, \
           two who drove one person to hospital, two towns of one case's court, and two names for the \
           holder of one office that share a first or last name where neither outlet has the other's.\n\n\
           Example: one outlet writes that the victim *was shot in the chest*, another *in the abdomen*.",
    severity: Severity::Error,
};

/// How sure a verdict on keyed facts is.
const KEYED: f64 = 0.6;

/// One finding for each slot of facts.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    story.graph.slots().iter().filter_map(|(_, members)| finding(story, members)).collect()
}

/// A claim with its fact.
#[derive(Clone, Copy)]
struct Told<'c> {
    id: ClaimId,
    claim: &'c Claim,
    fact: &'c Fact,
}

fn finding(story: &Story<'_>, members: &[ClaimId]) -> Option<Finding> {
    let told: Vec<Told<'_>> = members
        .iter()
        .filter_map(|&id| {
            let claim = story.graph.claim(id)?;
            let Value::Fact(fact) = &claim.value else { return None };
            Some(Told { id, claim, fact })
        })
        .collect();
    let first = told.first()?;
    let event = matches!(first.fact.matter, Matter::Scene | Matter::Cause | Matter::Event);
    let linked = || told.iter().skip(1).map(|t| story.linked(first.id, t.id)).fold(0.0, f64::max);
    let sure = if event { linked() } else { KEYED };
    let verdict = verdict(story, &told);
    // What is asked of somebody is asked by name where any outlet gives one.
    let asked = told.iter().find(|t| !event && is_name(&t.claim.subject.words)).unwrap_or(first);
    Some(Finding {
        id: String::new(),
        code: META.code,
        kind: first.claim.kind,
        verdict,
        confidence: sure,
        question: question(asked),
        explanation: explanation(story, verdict, &told),
        positions: positions(story, &told),
    })
}

fn verdict(story: &Story<'_>, told: &[Told<'_>]) -> Verdict {
    let Some(first) = told.first() else { return Verdict::Compatible };
    let all = |same: &dyn Fn(&Told<'_>) -> bool| told.iter().all(same);
    let excludes = |a: &Told<'_>, b: &Told<'_>| excludes(story, a, b);
    match first.fact.matter {
        Matter::Stage if first.fact.axis == "exit" => {
            if apart(told, &excludes) {
                Verdict::Conflict
            } else {
                Verdict::Compatible
            }
        }
        Matter::Stage if latest(told) => Verdict::Update,
        Matter::Home if homes_apart(story, told) => Verdict::Conflict,
        Matter::Holder => Verdict::Conflict,
        Matter::School
        | Matter::Colour
        | Matter::Wound
        | Matter::Hits
        | Matter::Spot
        | Matter::Consent
        | Matter::Ride
        | Matter::Court
        | Matter::Gun
            if apart(told, &excludes) =>
        {
            Verdict::Conflict
        }
        Matter::Office if offices_apart(told) || parties_apart(told) => Verdict::Conflict,
        Matter::Event if all(&|t| rules::alike(first.fact, t.fact)) => Verdict::Agree,
        _ if all(&|t| first.fact.words == t.fact.words) => Verdict::Agree,
        _ => Verdict::Compatible,
    }
}

/// Do two articles name other towns? A state or county holds them and says nothing against either.
fn homes_apart(story: &Story<'_>, told: &[Told<'_>]) -> bool {
    let towns: Vec<Told<'_>> =
        told.iter().filter(|t| rules::town(story.words(t.claim)).is_some()).copied().collect();
    apart(&towns, &|a, b| excludes(story, a, b))
}

fn is_name(words: &str) -> bool {
    words.contains(' ') && words.split(' ').all(|w| w.starts_with(char::is_uppercase))
}

/// Is there an article of which every answer excludes every answer of another's?
fn apart(told: &[Told<'_>], excludes: &dyn Fn(&Told<'_>, &Told<'_>) -> bool) -> bool {
    let of = |article: u32| told.iter().filter(move |t| t.claim.article == article);
    let articles: BTreeSet<u32> = told.iter().map(|t| t.claim.article).collect();
    articles.iter().any(|&a| articles.iter().any(|&b| a < b && of(a).all(|x| of(b).all(|y| excludes(x, y)))))
}

/// Do two articles put one person into different parties?
fn parties_apart(told: &[Told<'_>]) -> bool {
    let members: Vec<Told<'_>> = told.iter().filter(|t| rules::party(t.fact).is_some()).copied().collect();
    apart(&members, &|a, b| rules::parties_apart(a.fact, b.fact))
}

/// Do two articles give offices of which nobody holds both, neither giving the other's? A person has many offices.
fn offices_apart(told: &[Told<'_>]) -> bool {
    let gives = |article: u32, office: &Fact| {
        told.iter().any(|t| t.claim.article == article && t.fact.words == office.words)
    };
    told.iter().any(|a| {
        told.iter().filter(|b| b.claim.article != a.claim.article).any(|b| {
            rules::offices_apart(a.fact, b.fact)
                && !gives(a.claim.article, b.fact)
                && !gives(b.claim.article, a.fact)
        })
    })
}

/// Do the articles differ in the last stage that they tell?
fn latest(told: &[Told<'_>]) -> bool {
    let last = |article: u32| told.iter().filter(|t| t.claim.article == article).map(|t| t.fact.rung).max();
    told.iter().any(|t| told.first().is_some_and(|f| last(f.claim.article) != last(t.claim.article)))
}

fn question(told: &Told<'_>) -> String {
    let who = told.claim.subject.words.as_str();
    let named = who.starts_with(char::is_uppercase);
    match (told.fact.matter, told.fact.axis.as_str()) {
        (Matter::Office, _) => format!("What is {who}?"),
        (Matter::Home, _) => format!("Where is {who} from?"),
        (Matter::School, _) => format!("Where does {who} go to school?"),
        (Matter::Colour, _) => format!("What colour is the {who}?"),
        (Matter::Stage, "custody") if named => format!("How far is the case against {who}?"),
        (Matter::Stage, "custody") => "How far is the case?".to_owned(),
        (Matter::Stage, "exit") => format!("How did {who} leave?"),
        (Matter::Holder, _) => format!("Who is the {}?", told.fact.office().join(" ")),
        (Matter::Stage, "life") => format!("How is {who}?"),
        (Matter::Stage, _) => format!("Is it known who the {who} is?"),
        (Matter::Wound, _) => format!("Where was {who} hit?"),
        (Matter::Hits, _) => format!("How often was {who} hit?"),
        (Matter::Spot, _) => format!("Where exactly was {who}?"),
        (Matter::Consent, asked) => format!("Did {who} agree ({asked})?"),
        (Matter::Ride, _) => format!("Who brought {who} to hospital?"),
        (Matter::Court, _) => format!("Where is the case of {who} heard?"),
        (Matter::Gun, _) => "What sort of gun was it?".to_owned(),
        (Matter::Scene, _) => about("Where", told),
        (Matter::Cause, _) => about("Why", told),
        (Matter::Event, _) => about("What happened", told),
    }
}

/// The question with the words that name its matter, in brackets.
fn about(opening: &str, told: &Told<'_>) -> String {
    let about = [told.claim.subject.words.as_str(), predicate(told.claim)];
    let about: Vec<&str> = about.into_iter().filter(|w| !w.is_empty()).collect();
    if about.is_empty() { format!("{opening}?") } else { format!("{opening} ({})?", about.join(", ")) }
}

fn predicate(claim: &Claim) -> &str {
    claim.predicate.as_ref().map_or("", |p| p.form.as_str())
}

fn explanation(story: &Story<'_>, verdict: Verdict, told: &[Told<'_>]) -> String {
    let Some(first) = told.first() else { return String::new() };
    let other = told.iter().find(|t| t.claim.article != first.claim.article && t.fact != first.fact);
    let opposed = if verdict == Verdict::Conflict { opposed(story, told) } else { None };
    let (a, b) = opposed.unwrap_or((first, other.unwrap_or(first)));
    let says = |t: &Told<'_>| format!("{} says “{}”", story.outlet(t.claim), value(story, t));
    let reason = match (verdict, first.fact.matter) {
        (Verdict::Agree, _) => return "all tell the same".to_owned(),
        (Verdict::Conflict, Matter::Office) => "nobody is both at once",
        (Verdict::Conflict, Matter::Holder) => "one office, and neither outlet knows the other's name for it",
        (Verdict::Conflict, Matter::Ride) => "these are different people",
        (Verdict::Conflict, Matter::Gun) => "these are different guns",
        (Verdict::Conflict, Matter::Consent) => "who agrees has not refused",
        (Verdict::Conflict, Matter::Home | Matter::Court | Matter::Spot) => "these are different places",
        (Verdict::Conflict, Matter::School) => "these are different schools",
        (Verdict::Conflict, Matter::Colour) => "these are different colours",
        (Verdict::Conflict, Matter::Stage) => "who is fired has not resigned",
        (Verdict::Conflict, Matter::Hits) => "who was hit several times has more than one wound",
        (Verdict::Conflict, _) => "these are different parts of the body",
        (Verdict::Update, _) => "one tells a later stage than the other",
        (_, Matter::Event) => return "the same event in different words".to_owned(),
        _ => "both can be true",
    };
    format!("{}, {}: {reason}", says(a), says(b))
}

/// Can two answers not both be true?
fn excludes(story: &Story<'_>, a: &Told<'_>, b: &Told<'_>) -> bool {
    match a.fact.matter {
        Matter::Office => rules::offices_apart(a.fact, b.fact) || rules::parties_apart(a.fact, b.fact),
        Matter::Home => rules::homes_apart(story.words(a.claim), story.words(b.claim)),
        Matter::School => rules::schools_apart(a.fact, b.fact),
        Matter::Colour => rules::colours_apart(a.fact, b.fact),
        Matter::Wound => rules::hit_apart(a.fact, b.fact),
        Matter::Stage => a.fact.rung != b.fact.rung,
        Matter::Hits | Matter::Gun | Matter::Consent => a.fact.words != b.fact.words,
        Matter::Spot => rules::spots_apart(a.fact, b.fact),
        Matter::Ride => rules::bringers_apart(a.fact, b.fact),
        Matter::Court => rules::courts_apart(story.words(a.claim), story.words(b.claim)),
        _ => a.claim.subject.words != b.claim.subject.words,
    }
}

/// The first two answers of two articles that exclude each other.
fn opposed<'t, 'c>(story: &Story<'_>, told: &'t [Told<'c>]) -> Option<(&'t Told<'c>, &'t Told<'c>)> {
    let rival = |a: &'t Told<'c>| {
        let others = told.iter().filter(move |b| b.claim.article != a.claim.article);
        others.map(move |b| (a, b)).find(|(a, b)| excludes(story, a, b))
    };
    told.iter().find_map(rival)
}

/// The words of an answer; of a stage its name.
fn value(story: &Story<'_>, told: &Told<'_>) -> String {
    match told.fact.matter {
        Matter::Stage => english::stage_name(&told.fact.axis, told.fact.rung).to_owned(),
        _ => story.words(told.claim).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Claims that say the same together, in order of their first.
fn positions(story: &Story<'_>, told: &[Told<'_>]) -> Vec<Position> {
    let mut groups: Vec<(&Told<'_>, Position)> = Vec::new();
    let same = |a: &Told<'_>, b: &Told<'_>| match a.fact.matter {
        Matter::Holder => a.claim.subject.words == b.claim.subject.words,
        _ => a.fact.words == b.fact.words,
    };
    for t in told {
        match groups.iter_mut().find(|(f, _)| same(f, t)) {
            Some((_, position)) => position.claims.push(t.id),
            None => {
                groups.push((t, Position { value: value(story, t), claims: vec![t.id] }));
            }
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}
