//! Phrases made by a grammar, with random values → each must be read whole, alone, and with its value.
//!
//! Tables of cases show what was once seen; these show that the rule behind a wording holds for any number in it. The
//! generator is seeded, so that a failure comes again.

mod amounts;
mod times;

use jiff::civil::{DateTime, date};
use rust_decimal::Decimal;

use super::{tokens, unit};
use crate::model::{Bound, Mention, Value};
use crate::normalise::mentions;

/// Phrases read in all.
const PHRASES: usize = 100_000;

/// The day on which all of them are written: a Wednesday.
const WRITTEN: DateTime = date(2021, 6, 16).at(10, 0, 0, 0);

/// A small generator of pseudorandom numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in `from..to`.
    fn in_range(&mut self, from: u64, to: u64) -> u64 {
        from + self.next() % (to - from)
    }

    fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[(self.next() % from.len() as u64) as usize]
    }
}

/// What a phrase must be read as.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// Lower and upper end and the unit's name ("-" for none).
    Quantity(Option<Decimal>, Option<Decimal>, String),
    /// Begin and end.
    Time(Option<DateTime>, Option<DateTime>),
}

/// A phrase, what it means, and a sentence with `{}` in its place.
struct Phrase {
    words: String,
    meaning: Meaning,
    sentence: &'static str,
}

fn meaning(mention: &Mention) -> Option<Meaning> {
    let end = |b: Bound| b.value().map(|v| v.round_dp(6).normalize());
    match &mention.value {
        Value::Quantity(q) => {
            Some(Meaning::Quantity(end(q.interval.lower()), end(q.interval.upper()), unit(&q.unit)))
        }
        Value::Time(t) => Some(Meaning::Time(t.from, t.to)),
        _ => None,
    }
}

/// What is wrong with how a phrase is read, if anything.
fn fault(phrase: &Phrase) -> Option<String> {
    let text = phrase.sentence.replace("{}", &phrase.words);
    let found = mentions(&text, &tokens(&text), Some(WRITTEN));
    // The full stop of "p.m." may be the sentence's own.
    let read: Vec<(&str, Option<Meaning>)> = found
        .iter()
        .map(|m| (text[m.start as usize..m.end as usize].trim_end_matches('.'), meaning(m)))
        .collect();
    let wanted = [(phrase.words.trim_end_matches('.'), Some(phrase.meaning.clone()))];
    (read != wanted).then(|| format!("{text}\n   wanted {wanted:?}\n   read   {read:?}"))
}

#[test]
fn phrases_with_random_values_are_read_right() {
    let mut random = Random(42);
    let makers = amounts::MAKERS.iter().chain(times::MAKERS);
    let makers: Vec<fn(&mut Random) -> Phrase> = makers.copied().collect();
    let mut faults = vec![Vec::new(); makers.len()];
    for n in 0..PHRASES {
        let maker = n % makers.len();
        faults[maker].extend(fault(&makers[maker](&mut random)));
    }
    let count: usize = faults.iter().map(Vec::len).sum();
    let shown: Vec<String> = faults.iter().flat_map(|of| of.iter().take(3).cloned()).collect();
    assert!(count == 0, "{count} of {PHRASES} phrases misread:\n{}", shown.join("\n"));
}
