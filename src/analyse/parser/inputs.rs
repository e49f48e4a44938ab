//! Tokens → sums of the first layer's gates, worked out once for words that come again.
//!
//! What a token goes in as depends on nothing but its word, its tags and how its sentence is written; the same few
//! hundred words make most of any text.

use smol_str::SmolStr;

use super::network::{PROJECT, ROOT};
use super::recurrent::Gates;
use super::{FEATURES, Input, Parser, VECTOR_SCALE, mix, read_f32};

/// Words that are kept at most; a power of two.
const KEPT: usize = 4096;

/// A word whose sums are kept.
#[derive(Debug, Clone)]
struct Slot {
    form: SmolStr,
    keys: [u64; FEATURES],
    /// Its number among those that are being worked out, while they are.
    new: Option<usize>,
}

/// Words whose sums are known, each at the place that its keys give it.
#[derive(Debug, Default)]
pub struct Known {
    slots: Vec<Option<Slot>>,
    /// The sums of each place, both directions abreast.
    sums: Vec<f32>,
}

/// Where the sums of a token are.
#[derive(Clone, Copy)]
enum Place {
    Kept(usize),
    /// Among those that are now worked out.
    New(usize),
}

/// Words that are now worked out.
struct New {
    inputs: Vec<f32>,
    /// The place that each will have.
    slots: Vec<usize>,
}

impl Known {
    /// Where the sums of a token are or will be.
    fn place(
        &mut self,
        token: &Input<'_>,
        new: &mut New,
        add_input: impl FnOnce(&[u64], &mut Vec<f32>),
    ) -> Place {
        let keys = token.keys();
        let at = keys.iter().fold(0, |sum, key| mix(sum, *key)) as usize % KEPT;
        let Some(slot) = self.slots.get_mut(at) else { return Place::New(0) };
        if let Some(slot) = slot.as_ref().filter(|s| s.keys == keys && s.form == token.form) {
            return slot.new.map_or(Place::Kept(at), Place::New);
        }
        add_input(&keys, &mut new.inputs);
        new.slots.push(at);
        // The root is the first of the new ones.
        let number = new.slots.len();
        *slot = Some(Slot { form: token.form.into(), keys, new: Some(number) });
        Place::New(number)
    }

    fn sums(&self, at: usize, width: usize) -> &[f32] {
        self.sums.get(at * width..(at + 1) * width).unwrap_or_default()
    }

    /// Keeps what has been worked out.
    fn keep(&mut self, new: &New, gates: &Gates, widths: [usize; 2]) {
        let width = widths[0] + widths[1];
        for (number, at) in (1..).zip(&new.slots) {
            let Some(slot) = self.slots.get_mut(*at).and_then(Option::as_mut) else { continue };
            // Another word may have taken the place since.
            if slot.new.take_if(|n| *n == number).is_none() {
                continue;
            }
            let Some(row) = self.sums.get_mut(at * width..(at + 1) * width) else { continue };
            let (forward, backward) = row.split_at_mut(widths[0]);
            for ((row, gates), width) in [forward, backward].into_iter().zip(gates).zip(widths) {
                row.copy_from_slice(&gates[number * width..(number + 1) * width]);
            }
        }
    }
}

impl Parser<'_> {
    /// Sums of the gates of the first layer, for the root and the tokens of each sentence.
    pub(super) fn gates(&self, sentences: &[Vec<Input<'_>>], known: &mut Known) -> Gates {
        let widths = [0, 1].map(|d| self.packed(self.shape.recurrent(0, d)[0]).width());
        let width = widths[0] + widths[1];
        known.slots.resize(KEPT, None);
        known.sums.resize(KEPT * width, 0.0);
        let mut new = New { inputs: self.matrix(ROOT).to_vec(), slots: Vec::new() };
        let mut places = Vec::with_capacity(sentences.iter().map(|s| s.len() + 1).sum());
        for sentence in sentences {
            places.push(Place::New(0));
            places.extend(
                sentence.iter().map(|t| known.place(t, &mut new, |keys, all| self.add_input(t, keys, all))),
            );
        }
        let worked_out = [0, 1].map(|direction| self.sums(0, direction, &new.inputs, new.slots.len() + 1));
        let mut gates = widths.map(|width| Vec::with_capacity(places.len() * width));
        for place in places {
            let rows = match place {
                Place::Kept(at) => known.sums(at, width).split_at(widths[0]).into(),
                Place::New(number) => {
                    [0, 1].map(|d| &worked_out[d][number * widths[d]..(number + 1) * widths[d]])
                }
            };
            gates
                .iter_mut()
                .zip(rows)
                .for_each(|(gates, row): (&mut Vec<f32>, &[f32])| gates.extend_from_slice(row));
        }
        known.keep(&new, &worked_out, widths);
        gates
    }

    /// Adds the input of a token: the sum of its learned vectors, and its projected vector from the shared table.
    fn add_input(&self, token: &Input<'_>, keys: &[u64], all: &mut Vec<f32>) {
        let d = self.shape.input;
        let from = all.len();
        all.resize(from + d, 0.0);
        let Some(out) = all.get_mut(from..) else { return };
        for key in keys {
            let Some([a, b, c]) = self.index.get(*key).and_then(<[u8]>::first_chunk) else { continue };
            let start = u32::from_le_bytes([*a, *b, *c, 0]) as usize * (d + 4);
            let scale = read_f32(self.rows, start);
            let row = self.rows.get(start + 4..start + 4 + d).unwrap_or_default();
            out.iter_mut().zip(row).for_each(|(o, w)| *o += f32::from(w.cast_signed()) * scale);
        }
        if let Some(shared) = token.vector() {
            let vector: Vec<f32> = shared.iter().map(|v| f32::from(*v) / VECTOR_SCALE).collect();
            self.packed(PROJECT).add(out, &vector);
        }
    }
}
