//! The tables of units and currencies (`data/units.tsv`, `data/currencies.tsv`) → look-up by word, symbol or sign.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::normalise::table::Table;

/// A unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    pub(crate) name: SmolStr,
    pub(crate) dimension: SmolStr,
    pub(crate) factor: Decimal,
    pub(crate) offset: Decimal,
}

/// A currency or one of its minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Currency {
    pub(crate) code: SmolStr,
    pub(crate) name: SmolStr,
}

/// What a word or symbol stands for: an index into one of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    Measure(usize),
    Money(usize),
}

/// Both tables.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    measures: Vec<Measure>,
    currencies: Vec<Currency>,
    words: HashMap<SmolStr, Entry>,
    symbols: HashMap<SmolStr, Entry>,
    /// Symbols of measures in lower case.
    loose: HashMap<SmolStr, Entry>,
    /// First words of units, and the letters that signs of money are made of or begin with: what most words are not.
    heads: Option<Table<()>>,
    sign_letters: Option<Table<()>>,
}

const UNITS: &str = include_str!("../../../data/units.tsv");
const CURRENCIES: &str = include_str!("../../../data/currencies.tsv");

/// Letter, word and power of ten of each SI prefix.
const PREFIXES: [(char, &str, i64); 14] = [
    ('d', "deci", -1),
    // As words only: "pm" is an hour.
    ('D', "deca", 1),
    ('p', "pico", -12),
    ('n', "nano", -9),
    ('u', "micro", -6),
    ('m', "milli", -3),
    ('c', "centi", -2),
    ('h', "hecto", 2),
    ('k', "kilo", 3),
    ('K', "kilo", 3),
    ('M', "mega", 6),
    ('G', "giga", 9),
    ('T', "tera", 12),
    ('P', "peta", 15),
];

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = Catalogue::default();
    for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
        catalogue.add_measure(line);
    }
    for line in CURRENCIES.lines().filter(|l| !l.starts_with('#')) {
        catalogue.add_currency(line);
    }
    catalogue.index_heads();
    catalogue
});

/// The tables.
pub(crate) fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

impl Catalogue {
    /// The unit or currency of a word or phrase in lower case.
    pub(crate) fn word(&self, phrase: &str) -> Option<Entry> {
        self.words.get(phrase).copied()
    }

    /// Can a unit's words begin with this one? No for most words, at a glance; those that are not ASCII may.
    pub(crate) fn begins(&self, word: &str) -> bool {
        !word.is_ascii() || self.heads.as_ref().is_none_or(|t| t.get(word).is_some())
    }

    /// Can a sign of money begin with these letters? What has points in it ("U.S.") may.
    pub(crate) fn begins_sign(&self, letters: &str) -> bool {
        let plain = letters.bytes().all(|b| b.is_ascii_alphabetic());
        !plain || self.sign_letters.as_ref().is_none_or(|t| t.get(letters).is_some())
    }

    fn index_heads(&mut self) {
        let heads = self.words.keys().filter_map(|words| Some((words.split(' ').next()?, ())));
        self.heads = Some(Table::new(heads, |(), ()| ()));
        let letters = self.letter_signs();
        self.sign_letters = Some(Table::new(letters.iter().map(|(l, _)| (l.as_str(), ())), |(), ()| ()));
    }

    /// The unit or currency of a symbol, sign or code.
    pub(crate) fn symbol(&self, symbol: &str) -> Option<Entry> {
        self.symbols.get(symbol).copied()
    }

    /// The unit of a symbol of three letters or more in any case ("Ghz"), where that is the unit of one only.
    pub(crate) fn loose_symbol(&self, symbol: &str) -> Option<Entry> {
        self.loose.get(symbol.to_ascii_lowercase().as_str()).copied().filter(|_| symbol.len() > 2)
    }

    /// The unit with this name.
    pub(crate) fn by_name(&self, name: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.name == name)
    }

    pub(crate) fn measure(&self, index: usize) -> Option<&Measure> {
        self.measures.get(index)
    }

    pub(crate) fn currency(&self, index: usize) -> Option<&Currency> {
        self.currencies.get(index)
    }

    /// The currency with this code.
    pub(crate) fn by_code(&self, code: &str) -> Option<&Currency> {
        self.currencies.iter().find(|c| c.code == code)
    }

    fn add_measure(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        let (name, dimension) = (next()?, next()?);
        let (factor, offset): (Decimal, Decimal) = (next()?.parse().ok()?, next()?.parse().ok()?);
        let (words, symbols, prefixes) = (next()?, next()?, next()?);
        self.measure_row(name, dimension, factor, offset, words, symbols);
        for (letter, prefix, power) in PREFIXES.into_iter().filter(|(l, ..)| prefixes.contains(*l)) {
            let scale = (0..power.unsigned_abs()).fold(Decimal::ONE, |f, _| f * Decimal::TEN);
            let factor = if power < 0 { factor.checked_div(scale)? } else { factor.checked_mul(scale)? };
            let with = |list: &str, prefix: &str| {
                list.split('|')
                    .filter(|w| !w.is_empty())
                    .map(|w| format!("{prefix}{w}"))
                    .collect::<Vec<_>>()
                    .join("|")
            };
            let mut signs =
                if matches!(letter, 'p' | 'D') { String::new() } else { with(symbols, &letter.to_string()) };
            if letter == 'u' {
                signs = format!("{}|{}|{signs}", with(symbols, "μ"), with(symbols, "µ"));
            }
            self.measure_row(
                &format!("{prefix}{name}"),
                dimension,
                factor,
                offset,
                &with(words, prefix),
                &signs,
            );
        }
        Some(())
    }

    fn measure_row(
        &mut self,
        name: &str,
        dimension: &str,
        factor: Decimal,
        offset: Decimal,
        words: &str,
        symbols: &str,
    ) {
        let entry = Entry::Measure(self.measures.len());
        self.measures.push(Measure {
            name: name.into(),
            dimension: dimension.into(),
            factor: factor.normalize(),
            offset,
        });
        self.index(entry, words, symbols);
    }

    fn add_currency(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        let (code, name, words, signs) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        let entry = Entry::Money(self.currencies.len());
        self.currencies.push(Currency { code: code.into(), name: name.into() });
        self.index(entry, words, signs);
        // Minor units and makeshift codes are no words of the text.
        if !code.ends_with('X') && code != "XXX" {
            self.symbols.insert(code.into(), entry);
        }
        Some(())
    }

    fn index(&mut self, entry: Entry, words: &str, symbols: &str) {
        for word in words.split('|').filter(|w| !w.is_empty()) {
            self.words.insert(word.into(), entry);
            self.words.insert(format!("{word}s").into(), entry);
        }
        for symbol in symbols.split('|').filter(|s| !s.is_empty()) {
            self.symbols.insert(symbol.into(), entry);
            if let Entry::Measure(_) = entry {
                self.loose.entry(symbol.to_ascii_lowercase().into()).or_insert(entry);
            }
        }
    }

    /// The letters of signs and codes of money, and whether they can open an amount: all of "EUR" and "Rs" can, the "C"
    /// of "C$" stands before its sign.
    pub(crate) fn letter_signs(&self) -> BTreeSet<(String, bool)> {
        let money = self.symbols.iter().filter(|(_, e)| matches!(e, Entry::Money(_)));
        money
            .filter_map(|(sign, _)| {
                let letters = sign.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
                let named = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_alphabetic());
                named.then(|| (letters.to_ascii_lowercase(), letters.len() == sign.len()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let mut catalogue = Catalogue::default();
        for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
            assert!(catalogue.add_measure(line).is_some(), "{line}");
        }
        for line in CURRENCIES.lines().filter(|l| !l.starts_with('#')) {
            assert!(catalogue.add_currency(line).is_some(), "{line}");
        }
    }

    #[test]
    fn prefixes_scale_exactly() {
        let catalogue = catalogue();
        let factor = |word: &str| match catalogue.word(word) {
            Some(Entry::Measure(i)) => catalogue.measure(i).map(|m| m.factor.to_string()),
            _ => None,
        };
        assert_eq!(factor("kilometres").as_deref(), Some("1000"));
        assert_eq!(factor("milligram").as_deref(), Some("0.000001"));
        assert_eq!(factor("gigawatts").as_deref(), Some("1000000000"));
        assert_eq!(factor("feet").as_deref(), Some("0.3048"));
        assert_eq!(factor("furlong per fortnight"), None);
    }
}
