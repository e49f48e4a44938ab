//! A count or time of day in its sentence → which standing question of an incident it answers, if any.
//!
//! A parser joins "killed one woman and injured 11 others" in one way today and in another tomorrow; the words beside a
//! number say plainly which of the two it tells. So the words are read first, and the predicate only where they are silent.

use crate::english::{self, Word, predicate_classes};
use crate::model::{Claim, Document, Granularity, Kind, Modality, Penn, Sentence, Standing, TimeForm, Value};

use super::tagged::Tagged;

/// Tokens behind a number that are looked at for what happened to the counted.
const AFTER: u32 = 10;
/// Tokens behind a number in which the incidents may be named that it is the toll of.
const CLAUSE: u32 = 16;
/// Tokens around a time of day that are looked at for what happened then.
const AROUND: u32 = 14;

/// Which standing question a claim answers.
pub(super) fn of(document: &Document<'_>, claim: &Claim) -> Option<Standing> {
    let sentence = document.sentences.get(claim.sentence_index as usize)?;
    let tagged = Tagged::new(document, sentence);
    let (start, end) = place(document, sentence, claim)?;
    match (claim.kind, &claim.value) {
        (Kind::Duration, _) => served(&tagged, start, end).then_some(Standing::Served),
        (Kind::Count, _) => counted(&tagged, claim, start, end),
        (Kind::Time, Value::Time(time))
            if time.form != TimeForm::Set && time.granularity <= Granularity::Hour =>
        {
            timed(&tagged, claim, start, end)
        }
        _ => None,
    }
}

/// The tokens of a claim's words, counted from the sentence's first.
fn place(document: &Document<'_>, sentence: &Sentence, claim: &Claim) -> Option<(u32, u32)> {
    let first = sentence.tokens.start;
    let inside = |i: &u32| {
        let token = document.tokens.get(*i as usize);
        token.is_some_and(|t| t.start < claim.span.end && claim.span.start < t.end)
    };
    let mut own = sentence.tokens.clone().filter(inside);
    let start = own.next()?;
    Some((start - first, own.next_back().unwrap_or(start) + 1 - first))
}

fn counted(tagged: &Tagged<'_, '_>, claim: &Claim, start: u32, end: u32) -> Option<Standing> {
    if !counts_people(claim) || is_partial(tagged, claim, start, end) {
        return None;
    }
    behind(tagged, end).or_else(|| before(tagged, start)).or_else(|| {
        let predicate = claim.predicate.as_ref().filter(|p| p.lemma != "shoot")?;
        matches!(predicate.lemma.as_str(), "die" | "perish").then_some(Standing::Killed)
    })
}

/// "shot three times", "a mother of 12", "one of the officers killed", "meant to kill one": no toll of the incident.
fn is_partial(tagged: &Tagged<'_, '_>, claim: &Claim, start: u32, end: u32) -> bool {
    let times = tagged.is_any(end.saturating_sub(1), &["times", "twice", "once"]);
    let belongs = start.checked_sub(1).is_some_and(|b| tagged.is(b, "of"));
    let single = tagged.is(start, "one") && tagged.is(end, "of");
    times
        || belongs
        || single
        || is_summand(tagged, start, end)
        || is_of_several(tagged, end)
        || matches!(claim.modality, Modality::Planned | Modality::Possible)
}

/// "at least 11 were wounded in shootings across the city": the toll of several incidents.
fn is_of_several(tagged: &Tagged<'_, '_>, end: u32) -> bool {
    let incidents = |i: u32| {
        let several = matches!(tagged.lemma(i).as_str(), "shooting" | "incident" | "stabbing" | "crash");
        several && tagged.penn(i) == Penn::Nns
    };
    let clause = end..(end + CLAUSE).min(tagged.len());
    let within = |i: &u32| !matches!(tagged.word(*i), ";" | "." | "—");
    clause.take_while(within).any(incidents)
}

/// "nine officers and two civilians were injured": each is a part of those to whom it happened.
fn is_summand(tagged: &Tagged<'_, '_>, start: u32, end: u32) -> bool {
    let noun = |i: &u32| {
        (tagged.is_noun(*i) || matches!(tagged.penn(*i), Penn::Jj | Penn::Hyph))
            && happening(tagged, *i).is_none()
    };
    let group = (end..end + 4).take_while(noun).count() as u32;
    let next = end + group;
    let before = start.checked_sub(1).filter(|&b| group > 0 && tagged.is(b, "and"));
    let nouns = before.map_or(0, |and| (and.saturating_sub(4)..and).rev().take_while(noun).count() as u32);
    let first = before.and_then(|and| and.checked_sub(nouns + 1));
    let number = |i: u32| tagged.penn(i) == Penn::Cd;
    group > 0 && tagged.is(next, "and") && number(next + 1) && tagged.is_noun(next + 2)
        || nouns > 0 && first.is_some_and(number)
}

/// Returns whether people are counted, or the text leaves open what is.
fn counts_people(claim: &Claim) -> bool {
    let head = claim.subject.head.as_str();
    head.is_empty()
        || english::incidents().open_people.contains(head)
        || is_toll(head)
        || Word::find(head).is_some_and(Word::is_person)
}

/// Nouns that count those to whom it happened.
fn is_toll(head: &str) -> bool {
    english::incidents().toll_nouns.contains(head)
}

/// "13 were injured", "3 people dead", "11 others wounded": what is said right behind the counted.
fn behind(tagged: &Tagged<'_, '_>, end: u32) -> Option<Standing> {
    for at in end..(end + AFTER).min(tagged.len()) {
        if let Some(standing) = happening(tagged, at) {
            return Some(standing);
        }
        let passes = match tagged.penn(at) {
            Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps | Penn::Jj | Penn::Jjr | Penn::Rb => true,
            Penn::Vbd | Penn::Vbp | Penn::Vbz | Penn::Vb | Penn::Vbn => {
                is_auxiliary(tagged, at) || is_suffering(tagged, at)
            }
            // "non-life-threatening injuries"
            Penn::Vbg | Penn::Hyph => {
                tagged.joined(at) || at.checked_sub(1).is_some_and(|b| tagged.joined(b))
            }
            Penn::In => tagged.is_any(at, &["of", "in", "into"]),
            Penn::Dt | Penn::Prp | Penn::PrpS => true,
            _ => false,
        };
        if !passes {
            return None;
        }
    }
    None
}

/// What leads to the word that tells: "were", "have been", "taken (into custody)".
fn is_auxiliary(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    tagged.is_any(at, &english::words().be_forms)
        || tagged.is_any(at, &["have", "has", "had", "got", "taken", "held"])
}

/// "three of them had gunshot wounds", "two suffered injuries"
fn is_suffering(tagged: &Tagged<'_, '_>, at: u32) -> bool {
    let wound = |i: u32| matches!(tagged.lemma(i).as_str(), "wound" | "injury");
    matches!(tagged.lemma(at).as_str(), "suffer" | "sustain" | "receive" | "have")
        && (at + 1..at + AFTER).take_while(|&i| !matches!(tagged.penn(i), Penn::In | Penn::Comma)).any(wound)
}

/// "killing 49", "injured at least 11": what is said right before the number.
fn before(tagged: &Tagged<'_, '_>, start: u32) -> Option<Standing> {
    let mut at = start.checked_sub(1)?;
    for _ in 0..3 {
        let verb =
            matches!(tagged.penn(at), Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbn | Penn::Vbp | Penn::Vbz);
        // "injured 11 others": before a number no adjective.
        let misread = tagged.penn(at) == Penn::Jj && at + 1 == start;
        if (verb || misread)
            && let Some(standing) = happening(tagged, at)
        {
            return Some(standing);
        }
        if !matches!(tagged.penn(at), Penn::Dt | Penn::Jj | Penn::Rb | Penn::In | Penn::Jjs | Penn::Jjr) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// What a word says happened to people.
fn happening(tagged: &Tagged<'_, '_>, at: u32) -> Option<Standing> {
    match tagged.lemma(at).as_str() {
        lemma if english::incidents().killed.contains(lemma) => Some(Standing::Killed),
        "injure" | "injured" | "wound" | "wounded" | "hurt" | "injury" => Some(Standing::Hurt),
        "shoot" | "shot" if matches!(tagged.penn(at), Penn::Vbn | Penn::Vbd | Penn::Vbg | Penn::Nn) => {
            let fatally = at.checked_sub(1).is_some_and(|b| tagged.is(b, "fatally"));
            let to_death = tagged.is(at + 1, "to") && tagged.is(at + 2, "death");
            let killed = tagged.is(at + 1, "and") && tagged.is(at + 2, "killed");
            let dead = fatally || to_death || killed || tagged.is(at + 1, "dead");
            Some(if dead { Standing::Killed } else { Standing::Struck })
        }
        "arrest" | "arrested" | "detain" | "detained" | "custody" => Some(Standing::Arrested),
        _ => None,
    }
}

/// "a 15-year veteran", "an eight-year department employee", "had served for 16 years", "was with the force for nine years".
fn served(tagged: &Tagged<'_, '_>, start: u32, end: u32) -> bool {
    let noun = |i: u32| tagged.is_noun(i) || tagged.penn(i) == Penn::Jj || tagged.is(i, "-");
    let behind = (end..end + 5)
        .take_while(|&i| noun(i))
        .any(|i| english::incidents().servants.contains(&tagged.lemma(i)));
    let clause: Vec<u32> = (start.saturating_sub(10)..start).collect();
    let verb = |i: &u32| matches!(tagged.lemma(*i).as_str(), "serve" | "work");
    let with = |i: &u32| {
        tagged.is_any(*i, &["with", "on", "at"]) && tagged.is_any(i.wrapping_sub(1), &["been", "was", "is"])
    };
    let body = || clause.iter().any(|&i| english::incidents().services.contains(&tagged.lemma(i)));
    let lasts = start.checked_sub(1).is_some_and(|b| tagged.is(b, "for")) || tagged.is(start, "for");
    behind || lasts && (clause.iter().any(verb) || clause.iter().any(with) && body())
}

/// "opened fire about 10 p.m.", "called around 7:15 a.m.": the nearest word that tells an incident or its report; the
/// verb before any other where it tells a report ("alerted to the shooting at 8:30").
fn timed(tagged: &Tagged<'_, '_>, claim: &Claim, start: u32, end: u32) -> Option<Standing> {
    let predicate = claim.predicate.as_ref().map(|p| p.lemma.as_str());
    if predicate.is_some_and(tells_report) {
        return Some(Standing::Reported);
    }
    // "left Harbor City at 6:55 a.m. and derailed"
    if predicate.is_some_and(|p| moment(p) == Some(None)) {
        return None;
    }
    let low = start.saturating_sub(AROUND);
    let high = (end + AROUND).min(tagged.len());
    let distance = |i: u32| if i < start { start - i } else { i + 1 - end };
    let mut near: Vec<u32> = (low..start).chain(end..high).collect();
    near.sort_by_key(|&i| (distance(i), i));
    near.retain(|&i| !is_landmark(tagged, i, start));
    let told = near.into_iter().find_map(|i| Some((i, moment(&tagged.lemma(i))?)));
    told.filter(|&(i, _)| !is_one_of_several(tagged, i)).and_then(|(_, standing)| standing)
}

/// "about an hour after that shooting, at 7:35 p.m.": an event from which the time of another is told. Not "after the
/// shooting at 7:35 p.m.".
fn is_landmark(tagged: &Tagged<'_, '_>, event: u32, time: u32) -> bool {
    let leads = |i: u32| {
        matches!(tagged.penn(i), Penn::Dt | Penn::PrpS | Penn::Jj | Penn::Nn | Penn::Nns | Penn::Nnp)
    };
    let noun = (event.saturating_sub(4)..event).rev().find(|&i| !leads(i));
    let before = noun.is_some_and(|i| tagged.is_any(i, &["after", "before", "following"]));
    let adjoined =
        event < time && (event + 1..time).all(|i| tagged.penn(i) == Penn::In || tagged.penn(i) == Penn::Rb);
    before && tagged.is_noun(event) && event < time && !adjoined
}

/// "the first shooting", "another crash": there are several of them, and none is the incident.
fn is_one_of_several(tagged: &Tagged<'_, '_>, event: u32) -> bool {
    (event.saturating_sub(3)..event).any(|i| {
        tagged.is_any(i, &english::incidents().one_of_several) && (i..event).all(|n| !tagged.is(n, ","))
    })
}

/// What a word says of a moment: an incident, its report, or (inner `None`) something else that has a time of its own.
fn moment(lemma: &str) -> Option<Option<Standing>> {
    let class = predicate_classes(lemma).first()?.name();
    if english::incidents().incident_classes.contains(class) {
        Some(Some(Standing::Happened))
    } else if tells_report(lemma) || lemma == "arrive" {
        Some(Some(Standing::Reported))
    } else {
        english::incidents().later_classes.contains(class).then_some(None)
    }
}

/// Returns whether the verb tells that an incident was reported, or that somebody answered the report.
fn tells_report(lemma: &str) -> bool {
    predicate_classes(lemma).iter().any(|class| matches!(class.name(), "report" | "respond"))
}
