//! Forward and backward through the layers of memory cells.

use gainsay::analyse::models::{affine, affine_all, lstm_step};

use super::net::Net;

/// What one direction of a layer did on a sentence.
pub(crate) struct Pass {
    /// Values of the gates (in, forget, out, new), by token.
    gates: Vec<f32>,
    cells: Vec<f32>,
    states: Vec<f32>,
    /// Which parts of the state are heard by the next step.
    heard: Vec<f32>,
}

/// `gradient += input ⊗ output`.
pub(crate) fn outer(gradient: &mut [f32], input: &[f32], output: &[f32]) {
    for (x, row) in input.iter().zip(gradient.chunks_exact_mut(output.len())) {
        row.iter_mut().zip(output).for_each(|(g, o)| *g += x * o);
    }
}

/// `input += matrix × output`.
pub(crate) fn back(input: &mut [f32], output: &[f32], matrix: &[f32]) {
    for (x, row) in input.iter_mut().zip(matrix.chunks_exact(output.len())) {
        *x += dot(row, output);
    }
}

/// Sum of products, in sixteen lanes.
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 16];
    let (a_full, a_rest) = a.as_chunks::<16>();
    let (b_full, b_rest) = b.as_chunks::<16>();
    for (x, y) in a_full.iter().zip(b_full) {
        for i in 0..16 {
            lanes[i] += x[i] * y[i];
        }
    }
    lanes.iter().sum::<f32>() + a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum::<f32>()
}

/// The places of a sentence in the order of a direction.
fn places(n: usize, direction: usize) -> impl DoubleEndedIterator<Item = usize> {
    (0..n).map(move |step| if direction == 0 { step } else { n - 1 - step })
}

/// Runs one direction of a layer over the inputs of a sentence; the states go into `out`, both directions abreast.
pub(crate) fn forward(
    net: &Net,
    (layer, direction): (usize, usize),
    inputs: &[f32],
    heard: Vec<f32>,
    out: &mut [f32],
) -> Pass {
    let h = net.shape.hidden;
    let n = out.len() / (2 * h);
    let [from_input, from_state, bias] = net.shape.recurrent(layer, direction).map(|i| net.matrix(i));
    let mut pass = Pass { gates: bias.repeat(n), cells: vec![0.0; n * h], states: vec![0.0; n * h], heard };
    affine_all(&mut pass.gates, inputs, from_input, 4 * h);
    let (mut cell, mut state) = (vec![0.0; h], vec![0.0; h]);
    for at in places(n, direction) {
        let gates = &mut pass.gates[at * 4 * h..][..4 * h];
        let heard: Vec<f32> = state.iter().zip(&pass.heard).map(|(s, m)| s * m).collect();
        affine(gates, &heard, from_state);
        lstm_step(gates, &mut cell, &mut state);
        pass.cells[at * h..][..h].copy_from_slice(&cell);
        pass.states[at * h..][..h].copy_from_slice(&state);
        out[(2 * at + direction) * h..][..h].copy_from_slice(&state);
    }
    pass
}

/// Takes the gradient of the states (`slopes`, both directions abreast) back to the weights and the inputs.
pub(crate) fn backward(
    net: &mut Net,
    (layer, direction): (usize, usize),
    inputs: &[f32],
    pass: &Pass,
    slopes: &[f32],
    input_slopes: &mut [f32],
) {
    let h = net.shape.hidden;
    let n = pass.cells.len() / h;
    let width = inputs.len() / n;
    let [from_input, from_state, bias] = net.shape.recurrent(layer, direction);
    let mut gates = vec![0.0; n * 4 * h];
    let (mut later_state, mut later_cell) = (vec![0.0; h], vec![0.0; h]);
    let order: Vec<usize> = places(n, direction).collect();
    for (step, at) in order.iter().copied().enumerate().rev() {
        let slope = &mut gates[at * 4 * h..][..4 * h];
        let before = step.checked_sub(1).map(|s| order[s]);
        let own = &slopes[(2 * at + direction) * h..][..h];
        later_state.iter_mut().zip(own).for_each(|(l, o)| *l += o);
        gate_slopes(pass, (at, before), &later_state, &mut later_cell, slope);
        later_state.fill(0.0);
        let (weights, gradient) = net.both(from_state);
        if let Some(before) = before {
            let heard: Vec<f32> =
                pass.states[before * h..][..h].iter().zip(&pass.heard).map(|(s, m)| s * m).collect();
            outer(gradient, &heard, slope);
            back(&mut later_state, slope, weights);
            later_state.iter_mut().zip(&pass.heard).for_each(|(l, m)| *l *= m);
        }
    }
    let gradient = net.both(bias).1;
    for slope in gates.chunks_exact(4 * h) {
        gradient.iter_mut().zip(slope).for_each(|(g, s)| *g += s);
    }
    let (weights, gradient) = net.both(from_input);
    for (at, slope) in gates.chunks_exact(4 * h).enumerate() {
        outer(gradient, &inputs[at * width..][..width], slope);
        back(&mut input_slopes[at * width..][..width], slope, weights);
    }
}

/// The slopes of the sums of the gates at one place; `later_cell` comes from the step after and goes to the one before.
fn gate_slopes(
    pass: &Pass,
    (at, before): (usize, Option<usize>),
    state_slope: &[f32],
    later_cell: &mut [f32],
    slope: &mut [f32],
) {
    let h = later_cell.len();
    let gates = &pass.gates[at * 4 * h..][..4 * h];
    for k in 0..h {
        let [i, f, o, g] = [gates[k], gates[h + k], gates[2 * h + k], gates[3 * h + k]];
        let t = gainsay::analyse::models::tanh(pass.cells[at * h + k]);
        let cell = later_cell[k] + state_slope[k] * o * (1.0 - t * t);
        let cell_before = before.map_or(0.0, |b| pass.cells[b * h + k]);
        slope[k] = cell * g * i * (1.0 - i);
        slope[h + k] = cell * cell_before * f * (1.0 - f);
        slope[2 * h + k] = state_slope[k] * t * o * (1.0 - o);
        slope[3 * h + k] = cell * i * (1.0 - g * g);
        later_cell[k] = cell * f;
    }
}
