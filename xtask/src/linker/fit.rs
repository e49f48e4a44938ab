//! Logistic regression with a ridge penalty by Newton's method (iteratively reweighted least squares).

const RIDGE: f64 = 1.0;
const STEPS: usize = 12;

/// Bias and weights that fit the examples best.
pub(crate) fn fit(examples: &[(&[f64], bool)]) -> (f64, Vec<f64>) {
    let n = examples.first().map_or(0, |e| e.0.len()) + 1;
    let mut w = vec![0.0f64; n];
    for _ in 0..STEPS {
        let (gradient, hessian) = slopes(examples, &w);
        let step = solve(hessian, gradient);
        for (w, s) in w.iter_mut().zip(&step) {
            *w += s;
        }
        if step.iter().all(|s| s.abs() < 1e-7) {
            break;
        }
    }
    (round(w[0]), w[1..].iter().map(|&x| round(x)).collect())
}

fn slopes(examples: &[(&[f64], bool)], w: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = w.len();
    let mut gradient = vec![0.0; n];
    let mut hessian = vec![vec![0.0; n]; n];
    let mut x = vec![1.0; n];
    for (vector, same) in examples {
        x[1..].copy_from_slice(vector);
        let z: f64 = x.iter().zip(w).map(|(a, b)| a * b).sum();
        let p = 1.0 / (1.0 + (-z).exp());
        let error = f64::from(u8::from(*same)) - p;
        let weight = (p * (1.0 - p)).max(1e-9);
        for i in (0..n).filter(|&i| x[i] != 0.0) {
            gradient[i] += error * x[i];
            let scale = weight * x[i];
            for (cell, v) in hessian[i].iter_mut().zip(&x) {
                *cell += scale * v;
            }
        }
    }
    for i in 0..n {
        let ridge = if i == 0 { 1e-6 } else { RIDGE };
        gradient[i] -= ridge * w[i];
        hessian[i][i] += ridge;
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
