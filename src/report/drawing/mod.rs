//! Analysis → pictures as SVG, by plotters: who answers what, and how far apart the answers lie.
//!
//! Places on the screen are floating point; values stay exact everywhere else. A drawing that fails is no picture: the
//! report says the same in words.

mod canvas;
mod claims;
mod intervals;
mod scale;

use std::io::{self, Write};

pub(super) use claims::claims;
pub(super) use intervals::intervals;

use super::voices::Voices;
use crate::model::Analysis;

/// The picture of the disagreements, by itself.
pub(super) fn write(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let voices = Voices::of(analysis);
    let picture = claims(analysis, &voices).unwrap_or_else(|| canvas::empty("No disagreement was found."));
    writeln!(out, "{picture}")
}
