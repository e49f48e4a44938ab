//! The claims of one slot → how they stand to each other, why, and how sure that is.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rust_decimal::Decimal;

use super::{Story, quotes, voices};
use crate::compare::{Relation, relation};
use crate::english;
use crate::model::{Claim, ClaimId, Granularity, Kind, TimeForm, TimeValue, Value, Verdict};

/// What came of comparing a slot's claims.
pub(crate) struct Ruling {
    pub(crate) verdict: Verdict,
    pub(crate) confidence: f64,
    pub(crate) explanation: String,
}

/// How sure interval logic is that two sets it finds apart are apart, given that the question is one.
const EXCLUDES: f64 = 0.9;

/// A link below this is none between values that exclude each other.
const STRAY: f64 = 0.2;
/// From here on a link is taken for one when its values merely can both be true.
const SURE: f64 = 0.3;

/// Days between two articles from which a birthday is likelier than a slip: the chance grows by a 365th a day.
const BIRTHDAY: i32 = 30;

/// Compares the articles with each other. An article that gives several answers disagrees with another only if none of
/// them fits any of the other's. `None` where nothing is left to compare.
pub(crate) fn rule(story: &Story<'_>, claims: &[(ClaimId, &Claim)]) -> Option<Ruling> {
    let mut pairs = nearest(story, claims);
    // What a third claim alone brought together is no disagreement.
    pairs.retain(|p| p.how != Relation::Exclude || p.score >= STRAY);
    // Where some outlets agree, a vaguer claim that may be of another matter makes no difference.
    if pairs.iter().any(|p| p.how == Relation::Equal) {
        pairs.retain(|p| matches!(p.how, Relation::Equal | Relation::Exclude) || p.score >= SURE);
    }
    let revised = |p: &Pair<'_>| {
        p.how == Relation::Exclude && (grew(story, p.x, p.y) || voices::revised(story, p.x, p.y))
    };
    let new: Vec<[&Value; 2]> = pairs.iter().filter(|p| revised(p)).map(Pair::values).collect();
    // Two that differ in another way still do; an age that had its birthday elsewhere had it here, too.
    let updated = |p: &Pair<'_>| revised(p) || p.x.kind == Kind::Age && new.contains(&p.values());
    let worst = pairs.iter().max_by(|x, y| {
        x.how.cmp(&y.how).then(updated(y).cmp(&updated(x))).then(x.score.total_cmp(&y.score))
    })?;
    let mean = pairs.iter().map(|p| p.score).sum::<f64>() / pairs.len() as f64;
    let (verdict, confidence) = match worst.how {
        Relation::Equal => (Verdict::Agree, mean),
        Relation::Meet | Relation::Incomparable => (Verdict::Compatible, mean),
        Relation::Exclude if updated(worst) => (Verdict::Update, worst.score * EXCLUDES),
        Relation::Exclude if story.reprinted(worst.x, worst.y) => (Verdict::Conflict, voices::CHANGED),
        Relation::Exclude => (Verdict::Conflict, worst.score * EXCLUDES),
    };
    let mut explanation = explain(story, verdict, worst.x, worst.y);
    if let Some(remark) = voices::remark(story, verdict, claims, worst.x, worst.y) {
        explanation = format!("{explanation}; {remark}");
    }
    Some(Ruling { verdict, confidence, explanation })
}

/// Two claims of two articles.
struct Pair<'c> {
    how: Relation,
    score: f64,
    x: &'c Claim,
    y: &'c Claim,
}

/// A link so sure is not outweighed by one unlikelier than [`SURE`].
const SURER: f64 = 0.5;

impl<'c> Pair<'c> {
    /// The two values, the same in either order.
    fn values(&self) -> [&'c Value; 2] {
        let (x, y) = (&self.x.value, &self.y.value);
        if amount(self.x) <= amount(self.y) { [x, y] } else { [y, x] }
    }

    /// Is this rather what two articles say of one thing than the other? A likely link between values that exclude each
    /// other does not give way to an unlikely one between values that can both be true ("since 2003", "2016").
    fn fits_better(&self, other: &Self) -> bool {
        let stray = |p: &Self| p.how == Relation::Meet && p.score < SURE;
        let firm = |p: &Self| p.how == Relation::Exclude && p.score >= SURER;
        if stray(self) && firm(other) || firm(self) && stray(other) {
            return firm(self);
        }
        self.how < other.how || self.how == other.how && self.score > other.score
    }
}

/// For every two articles the claims that fit best, the surest link first.
fn nearest<'c>(story: &Story<'_>, claims: &[(ClaimId, &'c Claim)]) -> Vec<Pair<'c>> {
    let mut pairs: BTreeMap<(u32, u32), Pair<'c>> = BTreeMap::new();
    for (i, &(a, x)) in claims.iter().enumerate() {
        for &(b, y) in claims.iter().skip(i + 1).filter(|(_, y)| y.article != x.article) {
            let how = compare(story, x, y);
            let pair = Pair { how, score: story.linked(a, b), x, y };
            match pairs.entry((x.article.min(y.article), x.article.max(y.article))) {
                Entry::Vacant(free) => {
                    free.insert(pair);
                }
                Entry::Occupied(mut known) if pair.fits_better(known.get()) => {
                    known.insert(pair);
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    pairs.into_values().collect()
}

/// How the values of two claims stand to each other, the words they are in taken into account: *several months ago* in
/// papers of neighbouring days is one answer, and shares that fill up to a whole are its parts.
pub(super) fn compare(story: &Story<'_>, x: &Claim, y: &Claim) -> Relation {
    match relation(x.kind, &x.value, &y.value) {
        Relation::Meet | Relation::Incomparable if story.words(x).eq_ignore_ascii_case(story.words(y)) => {
            Relation::Equal
        }
        Relation::Meet if one_clock(x, y) => Relation::Equal,
        Relation::Meet if begin_apart(x, y) => Relation::Exclude,
        Relation::Incomparable => Relation::Meet,
        Relation::Exclude if fill_up(x, y) => Relation::Meet,
        Relation::Exclude
            if quotes::in_one_utterance(story, x, y)
                || same_text(story, x, y)
                || one_sentence(story, x, y) =>
        {
            Relation::Equal
        }
        other => other,
    }
}

/// The same words at one place of one text: "Monday" in a copy printed a week later is still that Monday.
fn same_text(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    story.words(x).eq_ignore_ascii_case(story.words(y)) && story.reprinted(x, y)
}

/// Is it one sentence that both print ("the student killed today"), so that the same words mean the same day, whatever
/// the dates of the papers?
fn one_sentence(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    let text = |c: &Claim| story.article(c).map_or("", |a| a.quote(&c.sentence));
    let words = |s: &'_ str| -> Vec<String> {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    story.words(x).eq_ignore_ascii_case(story.words(y)) && words(text(x)) == words(text(y))
}

/// "7:15 p.m." and "around 7:15 p.m.": nobody looks at the clock, so the two say the same.
fn one_clock(x: &Claim, y: &Claim) -> bool {
    let clock = |c: &Claim| match &c.value {
        Value::Time(t) if matches!(t.form, TimeForm::Time | TimeForm::DateTime) => {
            t.from.filter(|_| t.granularity <= Granularity::Hour).map(|at| (at.hour(), at.minute()))
        }
        _ => None,
    };
    x.kind == Kind::Time && clock(x).is_some() && clock(x) == clock(y)
}

/// "began in July" and "since June": the beginnings differ, though July is in the time since June.
fn begin_apart(x: &Claim, y: &Claim) -> bool {
    let begins = |c: &Claim| c.predicate.as_ref().is_some_and(|p| english::same_event(&p.lemma, "begin"));
    let open = |c: &Claim| matches!(&c.value, Value::Time(t) if t.from.is_some() && t.to.is_none());
    let opened = |c: &Claim| match &c.value {
        Value::Time(t) => Some(Value::Time(TimeValue { to: None, latest: None, ..t.clone() })),
        _ => None,
    };
    let apart = |beginning: &Claim, since: &Claim| {
        begins(beginning)
            && open(since)
            && opened(beginning)
                .is_some_and(|from| relation(Kind::Date, &from, &since.value) == Relation::Exclude)
    };
    x.kind == Kind::Date && (apart(x, y) || apart(y, x))
}

/// Are these the two shares of one whole?
fn fill_up(x: &Claim, y: &Claim) -> bool {
    let sum = || amount(x)?.checked_add(amount(y)?);
    x.kind == Kind::Percent && sum() == Some(Decimal::ONE_HUNDRED)
}

/// Did a count grow from an earlier article to a later one, as tolls do, or somebody have a birthday between them?
fn grew(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    let at = |c: &Claim| story.article(c).and_then(|a| a.published.as_ref()).map(|s| s.at);
    let (Some(a), Some(b)) = (at(x), at(y)) else { return aged(x, y) };
    let (earlier, later, days) = if a <= b { (x, y, a.until(b)) } else { (y, x, b.until(a)) };
    let (Some(before), Some(after)) = (amount(earlier), amount(later)) else { return false };
    let years = (days.map_or(0, |d| d.get_days()) + 365 - BIRTHDAY) / 365;
    match x.kind {
        Kind::Count => a != b && before < after,
        Kind::Age => a.date() != b.date() && before < after && after - before <= Decimal::from(years),
        _ => false,
    }
}

/// Most birthdays that may lie between articles of which one has no date.
const BIRTHDAYS: u32 = 2;

/// May a person have grown older between two articles of unknown date?
fn aged(x: &Claim, y: &Claim) -> bool {
    let apart = || Some((amount(x)? - amount(y)?).abs());
    x.kind == Kind::Age && apart().is_some_and(|years| years <= Decimal::from(BIRTHDAYS))
}

fn amount(claim: &Claim) -> Option<Decimal> {
    match &claim.value {
        Value::Quantity(q) => q.nominal.or(q.interval.lower().value()),
        _ => None,
    }
}

fn explain(story: &Story<'_>, verdict: Verdict, x: &Claim, y: &Claim) -> String {
    let words = |c: &Claim| story.words(c);
    let (a, b) = (story.outlet(x), story.outlet(y));
    match verdict {
        Verdict::Agree => "all give the same value".to_owned(),
        Verdict::Compatible => {
            format!("{a} says “{}”, {b} “{}”: both can be true", words(x), words(y))
        }
        Verdict::Update if x.kind == Kind::Age => {
            format!("{a} says “{}”, {b} “{}”: a birthday may lie between the articles", words(x), words(y))
        }
        Verdict::Update => {
            format!("{a} says “{}”, {b} “{}”: the later article has the newer figure", words(x), words(y))
        }
        _ => format!("{a} says “{}”, {b} “{}”: no value satisfies both", words(x), words(y)),
    }
}
