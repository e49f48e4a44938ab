//! Logistic regression with a ridge penalty by Newton's method (iteratively reweighted least squares).

const RIDGE: f64 = 1.0;
const STEPS: usize = 12;

/// Features, the answer, how much it counts.
pub(crate) type Example<'v> = (&'v [f64], bool, f64);

/// The features that are not nought, the answer, how much it counts.
type Sparse = (Vec<(usize, f64)>, f64, f64);

/// Bias and weights that fit the examples best.
pub(crate) fn fit(examples: &[Example<'_>]) -> (f64, Vec<f64>) {
    let n = examples.first().map_or(0, |e| e.0.len()) + 1;
    let sparse: Vec<Sparse> =
        examples.iter().map(|(v, same, count)| (entries(v), f64::from(u8::from(*same)), *count)).collect();
    let mut w = vec![0.0f64; n];
    for _ in 0..STEPS {
        let (gradient, hessian) = slopes(&sparse, &w);
        let step = solve(hessian, gradient);
        for (w, s) in w.iter_mut().zip(&step) {
            *w += s;
        }
        if step.iter().all(|s| s.abs() < 1e-5) {
            break;
        }
    }
    (round(w[0]), w[1..].iter().map(|&x| round(x)).collect())
}

/// The entries that are not nought, the bias before them: most features of a pair are.
fn entries(vector: &[f64]) -> Vec<(usize, f64)> {
    let own = vector.iter().enumerate().filter(|(_, x)| **x != 0.0).map(|(i, x)| (i + 1, *x));
    std::iter::once((0, 1.0)).chain(own).collect()
}

fn slopes(examples: &[Sparse], w: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = w.len();
    let mut gradient = vec![0.0; n];
    let mut hessian = vec![vec![0.0; n]; n];
    for (x, same, count) in examples {
        let z: f64 = x.iter().map(|&(i, v)| v * w[i]).sum();
        let p = 1.0 / (1.0 + (-z).exp());
        let weight = count * (p * (1.0 - p)).max(1e-9);
        for (k, &(i, v)) in x.iter().enumerate() {
            gradient[i] += count * (same - p) * v;
            let scale = weight * v;
            let row = &mut hessian[i];
            for &(j, u) in &x[k..] {
                row[j] += scale * u;
            }
        }
    }
    for i in 0..n {
        let ridge = if i == 0 { 1e-6 } else { RIDGE };
        gradient[i] -= ridge * w[i];
        hessian[i][i] += ridge;
        let (above, row) = hessian.split_at_mut(i);
        for (cell, upper) in row[0].iter_mut().zip(above) {
            *cell = upper[i];
        }
    }
    (gradient, hessian)
}

fn round(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

/// Gaussian elimination with partial pivoting.
fn solve(mut m: Vec<Vec<f64>>, mut y: Vec<f64>) -> Vec<f64> {
    let n = y.len();
    for i in 0..n {
        let pivot = (i..n).max_by(|&a, &b| m[a][i].abs().total_cmp(&m[b][i].abs())).unwrap_or(i);
        m.swap(i, pivot);
        y.swap(i, pivot);
        for row in i + 1..n {
            let factor = m[row][i] / m[i][i];
            let above = m[i].clone();
            for (cell, a) in m[row].iter_mut().zip(above).skip(i) {
                *cell -= factor * a;
            }
            y[row] -= factor * y[i];
        }
    }
    for i in (0..n).rev() {
        for j in i + 1..n {
            y[i] -= m[i][j] * y[j];
        }
        y[i] /= m[i][i];
    }
    y
}
