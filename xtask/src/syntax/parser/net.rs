//! The parser's network with what training needs: all weights in one row, their gradients, Adam, and the file.

use std::collections::BTreeMap;

use gainsay::analyse::models::{Head, PROJECT, ROOT, Shape};

use crate::syntax::random::Random;
use crate::syntax::tables;

/// All weights of a network: the matrices of its shape, then the learned vectors.
pub(crate) struct Net {
    pub(crate) shape: Shape,
    starts: Vec<usize>,
    pub(crate) weights: Vec<f32>,
    pub(crate) gradient: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
    steps: i32,
}

/// Adam's rates of forgetting.
const BETA: (f32, f32) = (0.9, 0.98);
/// Gradients longer than this are shortened to it.
const LONGEST: f32 = 5.0;

impl Net {
    /// A network with small random weights.
    pub(crate) fn new(shape: Shape, rows: usize, random: &mut Random) -> Net {
        let mut sizes = shape.matrices();
        sizes.push([rows, shape.input]);
        let mut starts = vec![0];
        let mut weights = Vec::new();
        for (number, [height, width]) in sizes.iter().enumerate() {
            let vectors = number == sizes.len() - 1 || number == ROOT;
            let range = match height {
                _ if vectors => 0.1,
                1 => 0.0,
                _ => (6.0 / (height + width) as f32).sqrt(),
            };
            let range = if number == PROJECT { range * 0.5 } else { range };
            weights.extend((0..height * width).map(|_| (random.unit() * 2.0 - 1.0) * range));
            starts.push(weights.len());
        }
        let n = weights.len();
        let mut net = Net {
            shape,
            starts,
            weights,
            gradient: vec![0.0; n],
            mean: vec![0.0; n],
            square: vec![0.0; n],
            steps: 0,
        };
        net.settle();
        net
    }

    /// Weights that begin with values of their own: forget gates open, no preference for any distance.
    fn settle(&mut self) {
        let hidden = self.shape.hidden;
        for layer in 0..self.shape.layers {
            for direction in 0..2 {
                let [_, _, bias] = self.shape.recurrent(layer, direction);
                let start = self.starts[bias];
                self.weights[start + hidden..start + 2 * hidden].fill(1.0);
            }
        }
        for which in [Head::NearDependent, Head::NearHead, Head::LabelDistance] {
            let number = self.shape.head(which);
            self.weights[self.starts[number]..self.starts[number + 1]].fill(0.0);
        }
    }

    pub(crate) fn head(&self, which: Head) -> usize {
        self.shape.head(which)
    }

    /// A matrix's weights.
    pub(crate) fn matrix(&self, number: usize) -> &[f32] {
        &self.weights[self.starts[number]..self.starts[number + 1]]
    }

    /// A matrix's weights and gradients.
    pub(crate) fn both(&mut self, number: usize) -> (&[f32], &mut [f32]) {
        let range = self.starts[number]..self.starts[number + 1];
        (&self.weights[range.clone()], &mut self.gradient[range])
    }

    fn row_start(&self, row: u32) -> usize {
        self.starts[self.starts.len() - 2] + row as usize * self.shape.input
    }

    /// A learned vector.
    pub(crate) fn row(&self, row: u32) -> &[f32] {
        &self.weights[self.row_start(row)..][..self.shape.input]
    }

    /// A learned vector's gradient.
    pub(crate) fn row_gradient(&mut self, row: u32) -> &mut [f32] {
        let start = self.row_start(row);
        &mut self.gradient[start..][..self.shape.input]
    }

    /// Moves all weights against the gradient and clears it.
    pub(crate) fn step(&mut self, rate: f32) {
        self.steps += 1;
        let length = self.gradient.iter().map(|g| f64::from(*g) * f64::from(*g)).sum::<f64>().sqrt() as f32;
        let shorten = if length > LONGEST { LONGEST / length } else { 1.0 };
        let rate = rate * (1.0 - BETA.1.powi(self.steps)).sqrt() / (1.0 - BETA.0.powi(self.steps));
        let moments = self.mean.iter_mut().zip(&mut self.square);
        for ((w, g), (m, v)) in self.weights.iter_mut().zip(&mut self.gradient).zip(moments) {
            let slope = *g * shorten;
            *m = BETA.0 * *m + (1.0 - BETA.0) * slope;
            *v = BETA.1 * *v + (1.0 - BETA.1) * slope * slope;
            *w -= rate * *m / (v.sqrt() + 1e-8);
            *g = 0.0;
        }
    }

    /// The network as the bytes that the runtime reads: matrices in 16 bits, learned vectors in 8.
    pub(crate) fn file(&self, index: &BTreeMap<u64, u32>) -> Vec<u8> {
        let s = self.shape;
        let sizes = [s.vector, s.input, s.hidden, s.layers, s.arc, s.label, s.relations, s.tags];
        let mut matrices = Vec::new();
        for number in 0..s.matrices().len() {
            let weights = self.matrix(number);
            let scale = greatest(weights) / f32::from(i16::MAX);
            matrices.extend(scale.to_le_bytes());
            matrices.extend(weights.iter().flat_map(|w| ((w / scale).round() as i16).to_le_bytes()));
        }
        let mut rows = Vec::new();
        let mut places = BTreeMap::new();
        for (number, (key, row)) in index.iter().enumerate() {
            let weights = self.row(*row);
            let scale = greatest(weights) / 127.0;
            rows.extend(scale.to_le_bytes());
            rows.extend(weights.iter().map(|w| ((w / scale).round() as i8).cast_unsigned()));
            places.insert(*key, (number as u32).to_le_bytes()[..3].to_vec());
        }
        let sizes = sizes.iter().flat_map(|n| (*n as u32).to_le_bytes()).collect();
        tables::file(&[sizes, matrices, tables::table(&places), rows])
    }
}

fn greatest(weights: &[f32]) -> f32 {
    weights.iter().fold(1e-6, |most: f32, w| most.max(w.abs()))
}
