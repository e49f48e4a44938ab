//! One sentence forward and backward: inputs, layers, scores of arcs and labels, and their slopes.

use gainsay::analyse::models::{DISTANCES, Head, PROJECT, ROOT, affine, affine_all, distance};

use super::layers::{Pass, back, backward, forward, outer};
use super::net::Net;
use crate::syntax::random::Random;

/// A sentence to learn from; place 0 is the root.
pub(crate) struct Example {
    /// Rows of the learned vectors of each token but the root; the first is that of its form.
    pub(crate) rows: Vec<Vec<u32>>,
    /// Chance that the form's own row is left out.
    pub(crate) rare: Vec<f32>,
    pub(crate) vectors: Vec<Option<Vec<f32>>>,
    /// Universal tags, the root's first.
    pub(crate) upos: Vec<usize>,
    /// Heads, the root's (0) first.
    pub(crate) heads: Vec<usize>,
    /// Numbers of the relations, the root's (any) first.
    pub(crate) relations: Vec<usize>,
    /// Numbers of the pairs of tags, the root's (any) first.
    pub(crate) tags: Vec<usize>,
}

/// Shares of what is left out while learning.
#[derive(Clone, Copy)]
pub(crate) struct Dropout {
    pub(crate) input: f32,
    pub(crate) state: f32,
    pub(crate) layer: f32,
    pub(crate) roles: f32,
}

/// How much the choice of tags counts beside that of heads and relations.
const TAGS_WEIGHT: f32 = 0.5;

/// Factors that leave out a share and make up for it.
fn mask(random: &mut Random, n: usize, share: f32) -> Vec<f32> {
    (0..n).map(|_| if random.unit() < share { 0.0 } else { 1.0 / (1.0 - share) }).collect()
}

fn apply(values: &mut [f32], mask: &[f32]) {
    for chunk in values.chunks_exact_mut(mask.len()) {
        chunk.iter_mut().zip(mask).for_each(|(v, m)| *v *= m);
    }
}

/// Learns from one sentence: adds its gradient, times `weight`, and gives back its loss.
pub(crate) fn learn(
    net: &mut Net,
    example: &Example,
    dropout: Dropout,
    weight: f32,
    random: &mut Random,
) -> f32 {
    let n = example.upos.len();
    let (h, width) = (net.shape.hidden, net.shape.roles());
    let used: Vec<bool> = example.rare.iter().map(|r| random.unit() >= *r).collect();
    let input_mask = mask(random, n * net.shape.input, dropout.input);
    let mut inputs = vec![inputs(net, example, &used)];
    apply(&mut inputs[0], &input_mask);
    let mut passes: Vec<[Pass; 2]> = Vec::new();
    let mut masks = Vec::new();
    for layer in 0..net.shape.layers {
        let mut out = vec![0.0; n * 2 * h];
        let pass = [0, 1].map(|direction| {
            let heard = mask(random, h, dropout.state);
            forward(net, (layer, direction), &inputs[layer], heard, &mut out)
        });
        passes.push(pass);
        let layer_mask = mask(random, 2 * h, dropout.layer);
        apply(&mut out, &layer_mask);
        masks.push(layer_mask);
        inputs.push(out);
    }
    let states = &inputs[net.shape.layers];
    let mut roles = net.matrix(net.head(Head::RolesBias)).repeat(n);
    affine_all(&mut roles, states, net.matrix(net.head(Head::Roles)), width);
    for role in roles.chunks_exact_mut(width) {
        role[..2 * net.shape.arc].iter_mut().for_each(|x| *x = x.max(0.0));
    }
    let role_mask = mask(random, width, dropout.roles);
    apply(&mut roles, &role_mask);
    let mut slopes = vec![0.0; n * width];
    let mut loss = arcs(net, example, &roles, &mut slopes, weight);
    loss += labels(net, example, &roles, &mut slopes, weight);
    apply(&mut slopes, &role_mask);
    for (slope, role) in slopes.chunks_exact_mut(width).zip(roles.chunks_exact(width)) {
        let arc = 2 * net.shape.arc;
        slope[..arc].iter_mut().zip(role).filter(|(_, r)| **r <= 0.0).for_each(|(s, _)| *s = 0.0);
    }
    let mut state_slopes = vec![0.0; n * 2 * h];
    linear_back(net, (Head::Roles, Head::RolesBias), states, &slopes, &mut state_slopes);
    loss += tags(net, example, states, &mut state_slopes, weight * TAGS_WEIGHT);
    for layer in (0..net.shape.layers).rev() {
        apply(&mut state_slopes, &masks[layer]);
        let mut below = vec![0.0; inputs[layer].len()];
        for (direction, pass) in passes[layer].iter().enumerate() {
            backward(net, (layer, direction), &inputs[layer], pass, &state_slopes, &mut below);
        }
        state_slopes = below;
    }
    apply(&mut state_slopes, &input_mask);
    inputs_back(net, example, &used, &state_slopes);
    loss
}

/// Loss and slopes of the choice of tags.
fn tags(net: &mut Net, example: &Example, states: &[f32], below: &mut [f32], weight: f32) -> f32 {
    let (matrix, bias) = (net.head(Head::Tags), net.head(Head::TagsBias));
    let mut loss = 0.0;
    let mut slopes = vec![0.0; net.shape.tags];
    for (state, gold) in states.chunks_exact(net.shape.state()).zip(&example.tags).skip(1) {
        let mut scores = net.matrix(bias).to_vec();
        affine(&mut scores, state, net.matrix(matrix));
        loss += softmax(&mut scores, *gold, weight);
        slopes.extend(scores);
    }
    linear_back(net, (Head::Tags, Head::TagsBias), states, &slopes, below);
    loss
}

fn linear_back(
    net: &mut Net,
    (matrix, bias): (Head, Head),
    inputs: &[f32],
    slopes: &[f32],
    below: &mut [f32],
) {
    let (matrix, bias) = (net.head(matrix), net.head(bias));
    let width = net.matrix(bias).len();
    let n = slopes.len() / width;
    let from = inputs.len() / n;
    for (at, slope) in slopes.chunks_exact(width).enumerate() {
        let gradient = net.both(bias).1;
        gradient.iter_mut().zip(slope).for_each(|(g, s)| *g += s);
        let (weights, gradient) = net.both(matrix);
        outer(gradient, &inputs[at * from..][..from], slope);
        back(&mut below[at * from..][..from], slope, weights);
    }
}

fn inputs(net: &Net, example: &Example, used: &[bool]) -> Vec<f32> {
    let mut all = net.matrix(ROOT).to_vec();
    for (token, rows) in example.rows.iter().enumerate() {
        let from = all.len();
        all.resize(from + net.shape.input, 0.0);
        for row in rows.iter().skip(usize::from(!used[token])) {
            all[from..].iter_mut().zip(net.row(*row)).for_each(|(o, w)| *o += w);
        }
        if let Some(vector) = &example.vectors[token] {
            affine(&mut all[from..], vector, net.matrix(PROJECT));
        }
    }
    all
}

fn inputs_back(net: &mut Net, example: &Example, used: &[bool], slopes: &[f32]) {
    let mut each = slopes.chunks_exact(net.shape.input);
    if let Some(root) = each.next() {
        net.both(ROOT).1.iter_mut().zip(root).for_each(|(g, s)| *g += s);
    }
    for (token, slope) in each.enumerate() {
        for row in example.rows[token].iter().skip(usize::from(!used[token])) {
            net.row_gradient(*row).iter_mut().zip(slope).for_each(|(g, s)| *g += s);
        }
        if let Some(vector) = &example.vectors[token] {
            outer(net.both(PROJECT).1, vector, slope);
        }
    }
}

/// Turns scores into slopes of the loss (probability minus truth, times weight); the loss.
fn softmax(scores: &mut [f32], gold: usize, weight: f32) -> f32 {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|s| *s = (*s - most).exp());
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|s| *s /= sum);
    let loss = -(scores[gold].max(1e-12)).ln();
    scores[gold] -= 1.0;
    scores.iter_mut().for_each(|s| *s *= weight);
    loss
}

/// Loss and slopes of the choice of heads.
fn arcs(net: &mut Net, example: &Example, roles: &[f32], slopes: &mut [f32], weight: f32) -> f32 {
    let (arc, width, n) = (net.shape.arc, net.shape.roles(), example.upos.len());
    let [matrix, bias, near_token, near_head] =
        [Head::Arc, Head::ArcBias, Head::NearDependent, Head::NearHead].map(|w| net.head(w));
    let mut loss = 0.0;
    let head_role = |head: usize| &roles[head * width + arc..][..arc];
    for token in 1..n {
        let role = &roles[token * width..][..arc];
        let mut query = net.matrix(bias).to_vec();
        affine(&mut query, role, net.matrix(matrix));
        let place = |head: usize| {
            let kind = distance(token, head);
            (example.upos[token] * DISTANCES + kind, example.upos[head] * DISTANCES + kind)
        };
        let mut scores: Vec<f32> = (0..n)
            .map(|head| {
                let (t, h) = place(head);
                let near = net.matrix(near_token)[t] + net.matrix(near_head)[h];
                near + super::layers::dot(&query, head_role(head))
            })
            .collect();
        scores[token] = f32::MIN;
        loss += softmax(&mut scores, example.heads[token], weight);
        let mut query_slope = vec![0.0; arc];
        for (head, slope) in scores.iter().copied().enumerate().filter(|(head, _)| *head != token) {
            let (t, h) = place(head);
            net.both(near_token).1[t] += slope;
            net.both(near_head).1[h] += slope;
            query_slope.iter_mut().zip(head_role(head)).for_each(|(q, r)| *q += slope * r);
            let below = &mut slopes[head * width + arc..][..arc];
            below.iter_mut().zip(&query).for_each(|(b, q)| *b += slope * q);
        }
        net.both(bias).1.iter_mut().zip(&query_slope).for_each(|(g, s)| *g += s);
        let (weights, gradient) = net.both(matrix);
        outer(gradient, role, &query_slope);
        back(&mut slopes[token * width..][..arc], &query_slope, weights);
    }
    loss
}

/// Loss and slopes of the choice of relations, given the right heads.
fn labels(net: &mut Net, example: &Example, roles: &[f32], slopes: &mut [f32], weight: f32) -> f32 {
    let (arc, label, width) = (net.shape.arc, net.shape.label, net.shape.roles());
    let [near, matrix, bias] = [Head::LabelDistance, Head::Label, Head::LabelBias].map(|w| net.head(w));
    let mut loss = 0.0;
    for token in 1..example.upos.len() {
        let head = example.heads[token];
        let kind = distance(token, head) * label;
        let (own, other) = (token * width + 2 * arc, head * width + 2 * arc + label);
        let layer: Vec<f32> = (0..label)
            .map(|k| (roles[own + k] + roles[other + k] + net.matrix(near)[kind + k]).max(0.0))
            .collect();
        let mut scores = net.matrix(bias).to_vec();
        affine(&mut scores, &layer, net.matrix(matrix));
        loss += softmax(&mut scores, example.relations[token], weight);
        net.both(bias).1.iter_mut().zip(&scores).for_each(|(g, s)| *g += s);
        let (weights, gradient) = net.both(matrix);
        outer(gradient, &layer, &scores);
        let mut below = vec![0.0; label];
        back(&mut below, &scores, weights);
        for k in (0..label).filter(|k| layer[*k] > 0.0) {
            slopes[own + k] += below[k];
            slopes[other + k] += below[k];
            net.both(near).1[kind + k] += below[k];
        }
    }
    loss
}
