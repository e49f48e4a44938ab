//! The arithmetic of the parser: a layout of weight matrices, and the few operations that run on them.
//!
//! Every sum is taken in a fixed order, so that the result is the same to the bit on every machine; sums run along
//! the output, which lets the compiler use vector instructions.

use pulp::{Arch, Simd, WithSimd};

/// The sizes of a network; everything else about its layout follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Length of a word vector from the shared table.
    pub vector: usize,
    /// Length of a token's input.
    pub input: usize,
    /// Length of one direction's state.
    pub hidden: usize,
    /// Recurrent layers.
    pub layers: usize,
    /// Length of what arcs are scored from.
    pub arc: usize,
    /// Length of what labels are scored from.
    pub label: usize,
    /// Number of relations.
    pub relations: usize,
    /// Number of pairs of tags.
    pub tags: usize,
}

/// Kinds of distance between a word and a head: nine sizes to either side, and the root.
pub const DISTANCES: usize = 19;
/// Universal tags and the root.
pub const UPOS: usize = 18;

/// Number of the matrix that turns a shared word vector into input.
pub const PROJECT: usize = 0;
/// Number of the input of the root.
pub const ROOT: usize = 1;

impl Shape {
    /// Numbers of the matrices of one direction (0 forward, 1 backward): from input, from state, bias.
    #[must_use]
    pub fn recurrent(&self, layer: usize, direction: usize) -> [usize; 3] {
        let first = 2 + 6 * layer + 3 * direction;
        [first, first + 1, first + 2]
    }

    /// Number of the first matrix after the recurrent layers; [`Head`] counts from there.
    #[must_use]
    pub fn head(&self, which: Head) -> usize {
        2 + 6 * self.layers + which as usize
    }

    /// Length of a token's state after the last layer.
    #[must_use]
    pub fn state(&self) -> usize {
        2 * self.hidden
    }

    /// Length of a token's roles: dependent of an arc, head of one, dependent of a label, head of one.
    #[must_use]
    pub fn roles(&self) -> usize {
        2 * (self.arc + self.label)
    }

    /// Rows and columns of every matrix, in the order of the file.
    #[must_use]
    pub fn matrices(&self) -> Vec<[usize; 2]> {
        let mut all = vec![[self.vector, self.input], [1, self.input]];
        for layer in 0..self.layers {
            let from = if layer == 0 { self.input } else { self.state() };
            for _ in 0..2 {
                let gates = 4 * self.hidden;
                all.extend([[from, gates], [self.hidden, gates], [1, gates]]);
            }
        }
        all.extend([
            [self.state(), self.roles()],
            [1, self.roles()],
            [self.arc, self.arc],
            [1, self.arc],
            [UPOS, DISTANCES],
            [UPOS, DISTANCES],
            [DISTANCES, self.label],
            [self.label, self.relations],
            [1, self.relations],
            [self.state(), self.tags],
            [1, self.tags],
        ]);
        all
    }
}

/// The matrices after the recurrent layers.
#[derive(Debug, Clone, Copy)]
#[repr(usize)]
pub enum Head {
    /// State → roles.
    Roles,
    /// Added to it.
    RolesBias,
    /// Between a dependent's role and a head's.
    Arc,
    /// How readily a word is a head at all.
    ArcBias,
    /// Tag of the dependent × distance.
    NearDependent,
    /// Tag of the head × distance.
    NearHead,
    /// Distance → part of the label's hidden layer.
    LabelDistance,
    /// Hidden layer → label.
    Label,
    /// Added to it.
    LabelBias,
    /// State → pair of tags.
    Tags,
    /// Added to it.
    TagsBias,
}

/// The kind of distance from a token to a head (0 is the root).
#[must_use]
pub fn distance(token: usize, head: usize) -> usize {
    let kind = match token.abs_diff(head) {
        0 => 0,
        n @ 1..=4 => n - 1,
        5..=6 => 4,
        7..=9 => 5,
        10..=14 => 6,
        15..=24 => 7,
        _ => 8,
    };
    match (head, head < token) {
        (0, _) => DISTANCES - 1,
        (_, true) => kind,
        (_, false) => kind + 9,
    }
}

/// `out += input × matrix` for one token, the matrix by rows of the length of `out`.
pub fn affine(out: &mut [f32], input: &[f32], matrix: &[f32]) {
    let width = out.len();
    affine_all(out, input, matrix, width);
}

/// `out += input × matrix` for several tokens at once, the matrix by rows of the length `width`.
pub fn affine_all(out: &mut [f32], input: &[f32], matrix: &[f32], width: usize) {
    if width > 0 && matrix.len() >= width {
        Arch::new().dispatch(Affine { out, input, matrix, width });
    }
}

/// The arguments of [`affine_all`], for the widest vector instructions that the machine has. Products are never fused
/// with sums, so that all widths give the same bits.
struct Affine<'a> {
    out: &'a mut [f32],
    input: &'a [f32],
    matrix: &'a [f32],
    width: usize,
}

impl WithSimd for Affine<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Affine { out, input, matrix, width: n } = self;
        let height = matrix.len() / n;
        // Four rows at a time stay in the nearest cache while all tokens pass by.
        for (group, rows) in matrix.chunks(4 * n).enumerate() {
            for (out, input) in out.chunks_exact_mut(n).zip(input.chunks_exact(height)) {
                let x = input.get(4 * group..).unwrap_or_default();
                if let ([x0, x1, x2, x3, ..], Some((r01, r23))) = (x, rows.split_at_checked(2 * n)) {
                    let ((r0, r1), (r2, r3)) = (r01.split_at(n), r23.split_at(n));
                    for ((((o, a), b), c), d) in out.iter_mut().zip(r0).zip(r1).zip(r2).zip(r3) {
                        *o += (x0 * a + x1 * b) + (x2 * c + x3 * d);
                    }
                } else {
                    for (x, row) in x.iter().zip(rows.chunks_exact(n)) {
                        out.iter_mut().zip(row).for_each(|(o, w)| *o += x * w);
                    }
                }
            }
        }
    }
}

/// Hyperbolic tangent as a quotient of polynomials: the same to the bit everywhere, unlike the system's own.
#[must_use]
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-7.9, 7.9);
    let s = x * x;
    let p = s * (s * (s * -2.760_768_5e-16 + 2.000_188e-13) - 8.604_672e-11) + 5.122_297e-8;
    let p = s * (s * (s * p + 1.485_722_4e-5) + 6.372_619_3e-4) + 4.893_524_6e-3;
    let q = s * (s * (s * 1.198_258_4e-6 + 1.185_347_1e-4) + 2.268_434_6e-3) + 4.893_525e-3;
    x * p / q
}

/// The logistic function.
#[must_use]
#[inline(always)]
fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// One step of a long short-term memory: sums of the four gates (in, forget, out, new) become their values, and the
/// cell and the state go on.
pub fn lstm_step(gates: &mut [f32], cell: &mut [f32], state: &mut [f32]) {
    Arch::new().dispatch(Step { gates, cell, state });
}

/// The arguments of [`lstm_step`].
struct Step<'a> {
    gates: &'a mut [f32],
    cell: &'a mut [f32],
    state: &'a mut [f32],
}

impl WithSimd for Step<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Step { gates, cell, state } = self;
        let n = cell.len();
        let Some((sigmoids, news)) = gates.split_at_mut_checked(3 * n) else { return };
        sigmoids.iter_mut().for_each(|g| *g = sigmoid(*g));
        news.iter_mut().for_each(|g| *g = tanh(*g));
        let (ins, rest) = sigmoids.split_at(n);
        let (forgets, outs) = rest.split_at(n);
        for ((c, f), (i, g)) in cell.iter_mut().zip(forgets).zip(ins.iter().zip(&*news)) {
            *c = f * *c + i * g;
        }
        for ((s, o), c) in state.iter_mut().zip(outs).zip(&*cell) {
            *s = o * tanh(*c);
        }
    }
}
