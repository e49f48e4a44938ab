//! A number as read: its exact value and how it was written.

use rust_decimal::Decimal;

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Digits alone ("737"): may be part of a name.
    Plain,
    /// Digits with separators, decimals, a fraction, a magnitude or a sign: always a number.
    Rich,
    /// Words ("two thirds").
    Words,
}

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// So many.
    Cardinal,
    /// The so-manieth.
    Ordinal,
    /// No number but an interval: "dozens", "single-digit".
    Vague(Decimal, Decimal),
}

/// A number at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// Step of the last digit written.
    pub(crate) step: Decimal,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) style: Style,
    pub(crate) sense: Sense,
    /// Does it carry "million", "k" or the like?
    pub(crate) magnitude: Option<Decimal>,
}

impl Number {
    /// The same number times `factor`, ending at `end`; `None` when it becomes too large.
    pub(crate) fn times(self, factor: Decimal, end: usize) -> Option<Number> {
        let style = if self.style == Style::Plain { Style::Rich } else { self.style };
        let (value, step) = (self.value.checked_mul(factor)?, self.step.checked_mul(factor)?);
        Some(Number { value, step, end, style, magnitude: Some(factor), ..self })
    }
}
