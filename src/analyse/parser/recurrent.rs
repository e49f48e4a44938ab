//! Sums of the gates of every token → states after the last layer of memory cells, sentences side by side.

use super::network::lstm_step;
use super::packed::Packed;
use super::{Parser, Shape};

/// Sums of the gates of both directions, from the inputs alone; a direction holds all tokens of all sentences in order.
pub(super) type Gates = [Vec<f32>; 2];

/// Sentences in the order of their length, so that those not yet through are always the first ones.
struct Order {
    /// First token and length of each.
    sentences: Vec<(usize, usize)>,
}

impl Order {
    fn of(lengths: &[usize]) -> Order {
        let mut start = 0;
        let places = lengths.iter().map(|&length| {
            start += length;
            (start - length, length)
        });
        let mut sentences: Vec<(usize, usize)> = places.collect();
        sentences.sort_by_key(|(_, length)| std::cmp::Reverse(*length));
        Order { sentences }
    }

    /// The token that each sentence not yet through is at.
    fn at(&self, step: usize, direction: usize) -> impl Iterator<Item = usize> {
        let left = self.sentences.iter().take_while(move |(_, length)| *length > step);
        left.map(move |(start, length)| if direction == 0 { start + step } else { start + length - 1 - step })
    }
}

impl Parser<'_> {
    /// What the memory cells of the last layer make of every token.
    pub(super) fn states(&self, mut gates: Gates, lengths: &[usize]) -> Vec<f32> {
        let order = Order::of(lengths);
        let mut states = Vec::new();
        for layer in 0..self.shape.layers {
            if layer > 0 {
                gates = [0, 1].map(|direction| self.sums(layer, direction, &states, lengths.iter().sum()));
            }
            states = vec![0.0; lengths.iter().sum::<usize>() * self.shape.state()];
            for (direction, gates) in gates.iter().enumerate() {
                let [_, from_state, _] = self.shape.recurrent(layer, direction);
                run(self.shape, self.packed(from_state), &order, (direction, gates), &mut states);
            }
        }
        states
    }

    /// Sums of the gates of `n` tokens from their inputs.
    pub(super) fn sums(&self, layer: usize, direction: usize, inputs: &[f32], n: usize) -> Vec<f32> {
        let [from_input, _, bias] = self.shape.recurrent(layer, direction);
        let matrix = self.packed(from_input);
        let mut gates = matrix.sums(self.matrix(bias), n);
        matrix.add(&mut gates, inputs);
        gates
    }
}

/// Goes through all sentences in one direction, a token of each at a time.
fn run(
    shape: Shape,
    from_state: &Packed,
    order: &Order,
    (direction, gates): (usize, &[f32]),
    out: &mut [f32],
) {
    let (hidden, width) = (shape.hidden, from_state.width());
    let mut cells = vec![0.0; order.sentences.len() * hidden];
    let mut states = cells.clone();
    let mut sums = Vec::with_capacity(order.sentences.len() * width);
    for step in 0..order.sentences.first().map_or(0, |(_, length)| *length) {
        sums.clear();
        for at in order.at(step, direction) {
            sums.extend_from_slice(gates.get(at * width..(at + 1) * width).unwrap_or_default());
        }
        from_state.add(&mut sums, &states);
        let memories = cells.chunks_exact_mut(hidden).zip(states.chunks_exact_mut(hidden));
        let ats = order.at(step, direction);
        for (((cell, state), sums), at) in memories.zip(sums.chunks_exact_mut(width)).zip(ats) {
            if let Some(gates) = sums.get_mut(..4 * hidden) {
                lstm_step(gates, cell, state);
            }
            let place = (2 * at + direction) * hidden;
            if let Some(out) = out.get_mut(place..place + hidden) {
                out.copy_from_slice(state);
            }
        }
    }
}
