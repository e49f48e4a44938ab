//! Weight matrices laid out for multiplying many tokens at once.
//!
//! A matrix lies in panels of [`PANEL`] columns, each panel's rows one after the other, so that a panel stays in the
//! nearest cache while all tokens pass by and its sums stay in registers. Every sum is taken in the same order as by
//! [`affine_all`](super::affine_all): four rows at a time, products never fused with sums, so that all widths of vector
//! instructions give the same bits.

use pulp::{Arch, Simd, WithSimd};

/// Columns of a panel.
const PANEL: usize = 32;
/// Rows that are added up at a time.
const ROWS: usize = 4;
/// Tokens that pass all panels before the next: their inputs and sums stay in the second cache.
const TOKENS: usize = 32;

/// A matrix in panels; missing columns and rows are zero.
#[derive(Debug, Clone, Default)]
pub(super) struct Packed {
    height: usize,
    width: usize,
    panels: Vec<f32>,
}

impl Packed {
    /// No rows and no columns.
    pub(super) const NONE: Packed = Packed { height: 0, width: 0, panels: Vec::new() };

    /// Lays out a matrix that is given by rows of the length `width`.
    pub(super) fn by_rows(matrix: &[f32], width: usize) -> Packed {
        let rows = matrix.chunks_exact(width.max(1));
        let mut packed = Packed::zero(rows.len(), width);
        for (number, row) in rows.enumerate() {
            for (panel, values) in packed.panels_mut().zip(row.chunks(PANEL)) {
                panel.iter_mut().skip(number * PANEL).zip(values).for_each(|(p, v)| *p = *v);
            }
        }
        packed
    }

    /// Lays out the matrix whose columns are given, all of the length `height`.
    pub(super) fn by_columns<'a>(columns: impl ExactSizeIterator<Item = &'a [f32]>, height: usize) -> Packed {
        let mut packed = Packed::zero(height, columns.len());
        let stride = packed.height * PANEL;
        for (number, column) in columns.enumerate() {
            let from = number / PANEL * stride + number % PANEL;
            let places = packed.panels.iter_mut().skip(from).step_by(PANEL);
            places.zip(column.iter().take(height)).for_each(|(p, v)| *p = *v);
        }
        packed
    }

    fn zero(height: usize, width: usize) -> Packed {
        let (height, width) = (height.next_multiple_of(ROWS), width.next_multiple_of(PANEL));
        Packed { height, width, panels: vec![0.0; height * width] }
    }

    fn panels_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.panels.chunks_exact_mut((self.height * PANEL).max(1))
    }

    /// Length of a token's sums: the number of columns, filled up to whole panels.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The same sums for `n` tokens: `bias` in front of each token's product.
    pub(super) fn sums(&self, bias: &[f32], n: usize) -> Vec<f32> {
        let mut row = vec![0.0; self.width];
        row.iter_mut().zip(bias).for_each(|(r, b)| *r = *b);
        row.repeat(n)
    }

    /// `sums += inputs × matrix`, token by token: inputs of the matrix's height (a multiple of [`ROWS`]), sums of
    /// [`Self::width`]. Inputs without sums are passed over.
    pub(super) fn add(&self, sums: &mut [f32], inputs: &[f32]) {
        let tokens = sums.len().checked_div(self.width).unwrap_or(0);
        if let Some(inputs) = inputs.get(..tokens * self.height).filter(|i| !i.is_empty()) {
            Arch::new().dispatch(Product { packed: self, sums, inputs });
        }
    }
}

/// The arguments of [`Packed::add`], for the widest vector instructions that the machine has.
struct Product<'a> {
    packed: &'a Packed,
    sums: &'a mut [f32],
    inputs: &'a [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        // As many sums at a time as there are registers for.
        match S::F32_LANES {
            16 => self.run::<S, 2, 4>(simd),
            8 => self.run::<S, 4, 2>(simd),
            4 => self.run::<S, 8, 2>(simd),
            _ => self.run::<S, PANEL, 1>(simd),
        }
    }
}

impl Product<'_> {
    /// `V` vectors make a panel's row; `T` tokens go at a time.
    #[inline(always)]
    fn run<S: Simd, const V: usize, const T: usize>(self, simd: S) {
        let Product { packed: Packed { height, width, panels }, sums, inputs } = self;
        let (height, width) = (*height, *width);
        for (sums, inputs) in sums.chunks_mut(TOKENS * width).zip(inputs.chunks(TOKENS * height)) {
            for (number, panel) in panels.chunks_exact(height * PANEL).enumerate() {
                let panel = S::as_simd_f32s(panel).0.as_chunks::<V>().0;
                let place = Place { column: number * PANEL, width, height };
                let mut some_sums = sums.chunks_exact_mut(T * width);
                let mut some_inputs = inputs.chunks_exact(T * height);
                for (sums, inputs) in some_sums.by_ref().zip(some_inputs.by_ref()) {
                    tile::<S, V, T>(simd, panel, place, sums, inputs);
                }
                let last = some_sums.into_remainder().chunks_exact_mut(width);
                for (sums, inputs) in last.zip(some_inputs.remainder().chunks_exact(height)) {
                    tile::<S, V, 1>(simd, panel, place, sums, inputs);
                }
            }
        }
    }
}

/// Where a panel's sums lie.
#[derive(Clone, Copy)]
struct Place {
    column: usize,
    width: usize,
    height: usize,
}

/// Adds the products of `T` tokens with a panel.
#[inline(always)]
fn tile<S: Simd, const V: usize, const T: usize>(
    simd: S,
    panel: &[[S::f32s; V]],
    place: Place,
    sums: &mut [f32],
    inputs: &[f32],
) {
    let mut totals = [[simd.splat_f32s(0.0); V]; T];
    let mut fours: [&[[f32; ROWS]]; T] = [&[]; T];
    for (token, (four, input)) in fours.iter_mut().zip(inputs.chunks_exact(place.height)).enumerate() {
        *four = input.as_chunks().0;
        let row = sums.get(token * place.width + place.column..).unwrap_or_default();
        if let (Some(total), Some(row)) = (totals.get_mut(token), S::as_simd_f32s(row).0.first_chunk()) {
            *total = *row;
        }
    }
    for (group, rows) in panel.chunks_exact(ROWS).enumerate() {
        let [a, b, c, d] = rows else { continue };
        for token in 0..T {
            let Some(x) = fours[token].get(group) else { continue };
            let [x0, x1, x2, x3] = x.map(|x| simd.splat_f32s(x));
            for v in 0..V {
                let ab = simd.add_f32s(simd.mul_f32s(x0, a[v]), simd.mul_f32s(x1, b[v]));
                let cd = simd.add_f32s(simd.mul_f32s(x2, c[v]), simd.mul_f32s(x3, d[v]));
                totals[token][v] = simd.add_f32s(totals[token][v], simd.add_f32s(ab, cd));
            }
        }
    }
    for (token, total) in totals.iter().enumerate() {
        let row = sums.get_mut(token * place.width + place.column..).unwrap_or_default();
        if let Some(row) = S::as_mut_simd_f32s(row).0.first_chunk_mut() {
            *row = *total;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::affine_all;
    use super::*;

    /// Numbers between -1 and 1 that look random.
    fn numbers(n: usize) -> Vec<f32> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / 8_388_608.0 - 1.0
        };
        (0..n).map(|_| next()).collect()
    }

    #[test]
    fn the_same_bits_as_row_by_row() {
        for (n, height, width) in [(1, 64, 256), (2, 4, 32), (7, 96, 86), (33, 8, 51), (70, 128, 1)] {
            // Some inputs more than there are sums.
            let (matrix, inputs, bias) = (numbers(height * width), numbers((n + 3) * height), numbers(width));
            let mut expected = bias.repeat(n);
            affine_all(&mut expected, &inputs, &matrix, width);
            let columns: Vec<Vec<f32>> = (0..width)
                .map(|column| matrix.iter().skip(column).step_by(width).copied().collect())
                .collect();
            let by_columns = Packed::by_columns(columns.iter().map(Vec::as_slice), height);
            for packed in [Packed::by_rows(&matrix, width), by_columns] {
                let mut sums = packed.sums(&bias, n);
                packed.add(&mut sums, &inputs);
                for (sums, expected) in sums.chunks_exact(packed.width()).zip(expected.chunks_exact(width)) {
                    assert_eq!(&sums[..width], expected, "{n} {height} {width}");
                    assert!(sums[width..].iter().all(|s| *s == 0.0));
                }
            }
        }
    }
}
