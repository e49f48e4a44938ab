//! Values in JSON: what `gainsay extract` and `gainsay mentions` have in common.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Bound, Comparator, Quantity, Unit};

/// A quantity: decimals as strings, `None` for an open side.
#[derive(Serialize)]
pub(super) struct QuantityView<'a> {
    pub(super) lower: Option<String>,
    pub(super) upper: Option<String>,
    lower_open: bool,
    upper_open: bool,
    pub(super) comparator: Comparator,
    approx: bool,
    pub(super) unit: Option<Cow<'a, str>>,
    against: Option<String>,
}

pub(super) fn quantity(quantity: &Quantity) -> QuantityView<'_> {
    let (lower, upper) = (quantity.interval.lower(), quantity.interval.upper());
    let is_open = |bound| matches!(bound, Bound::Open(_));
    let words = |d: Decimal| d.normalize().to_string();
    QuantityView {
        lower: lower.value().map(words),
        upper: upper.value().map(words),
        lower_open: is_open(lower),
        upper_open: is_open(upper),
        comparator: quantity.comparator,
        approx: quantity.approx,
        unit: unit(&quantity.unit),
        against: quantity.against.map(words),
    }
}

/// The unit's singular English name; `None` for a bare number.
fn unit(unit: &Unit) -> Option<Cow<'_, str>> {
    Some(match unit {
        Unit::None | Unit::Ordinal | Unit::Ratio | Unit::Score | Unit::Vote => return None,
        Unit::Percent => Cow::Borrowed("percentage"),
        Unit::Point => Cow::Borrowed("point"),
        Unit::Money { name, per: Some(per), .. } => Cow::Owned(format!("{name} per {per}")),
        Unit::Money { name, .. } | Unit::Measure { name, .. } | Unit::Duration { name, .. } => {
            Cow::Borrowed(name)
        }
        Unit::Age { name, .. } => Cow::Owned(format!("{name} of age")),
    })
}
