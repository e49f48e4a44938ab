//! Digits → fractions and powers: "3½", "7 3/4", "1.3x10^6", "6e-4".

use rust_decimal::Decimal;

use super::literal::{all_digits, made};
use super::number::{Number, Style};
use super::reader::{Kind, Reader};

/// "½"
pub(super) fn vulgar(sign: &str) -> Option<Decimal> {
    let (over, under) = match sign {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Decimal::from(over).checked_div(Decimal::from(under))
}

/// "1/2", "7 3 / 4", "3½": the fraction itself, or a whole number with one.
pub(super) fn with_fraction(reader: &Reader<'_>, number: Number) -> Number {
    if number.style != Style::Plain {
        return number;
    }
    let next = reader.at(number.end);
    let alone = slashed(reader, number.start);
    if let Some((value, end)) = alone {
        return made(value, Decimal::ZERO, number.start, end, Style::Rich);
    }
    let at = if next.is_dash() && next.glued { next.end } else { number.end };
    let part = vulgar(next.text).map(|v| (v, next.end)).or_else(|| slashed(reader, at));
    match part.and_then(|(v, end)| Some((number.value.checked_add(v)?, end))) {
        Some((value, end)) => made(value, Decimal::ZERO, number.start, end, Style::Rich),
        None => number,
    }
}

/// A proper fraction with a usual denominator ("9/11" and "24/7" are none).
fn slashed(reader: &Reader<'_>, pos: usize) -> Option<(Decimal, usize)> {
    let over = reader.at(pos);
    let slash = reader.at(over.end);
    let under = reader.at(slash.end);
    let after = reader.at(under.end);
    let usual = [2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128];
    if !matches!(slash.text, "/" | "⁄" | "∕") || !all_digits(over.text) || !all_digits(under.text) {
        return None;
    }
    if after.glued && (after.text == "/" || after.kind == Kind::Digits) || slash.glued != under.glued {
        return None;
    }
    let (n, d): (u32, u32) = (over.text.parse().ok()?, under.text.parse().ok()?);
    if n >= d || n == 0 || !usual.contains(&d) || under.text.starts_with('0') {
        return None;
    }
    Some((Decimal::from(n).checked_div(Decimal::from(d))?, under.end))
}

/// "1.3x10^6", "12.32e+14", "1.1^23"
pub(super) fn with_power(reader: &Reader<'_>, number: Number) -> Option<Number> {
    let mark = reader.at(number.end);
    let (base, exponent_at) = match mark.text {
        "^" => (None, mark.end),
        "e" | "E" if mark.glued => (Some(Decimal::TEN), mark.end),
        "x" | "X" | "×" | "*" => {
            let ten = reader.at(mark.end);
            let caret = reader.at(ten.end);
            if ten.text != "10" || caret.text != "^" || !caret.glued {
                return None;
            }
            (Some(Decimal::TEN), caret.end)
        }
        _ => return None,
    };
    let sign = reader.at(exponent_at);
    let negative = sign.text == "-" || sign.text == "−";
    let digits = if negative || sign.text == "+" { reader.at(sign.end) } else { sign };
    if !digits.glued || !all_digits(digits.text) {
        return None;
    }
    let exponent: usize = digits.text.parse().ok().filter(|&n| n <= 60)?;
    let base_value = base.unwrap_or(number.value);
    let power = (0..exponent).try_fold(Decimal::ONE, |p, _| p.checked_mul(base_value))?;
    let factor = if negative { Decimal::ONE.checked_div(power)? } else { power };
    let whole = if base.is_some() { number.value.checked_mul(factor)? } else { factor };
    Some(made(
        whole,
        number.step.checked_mul(factor).unwrap_or_default(),
        number.start,
        digits.end,
        Style::Rich,
    ))
}
