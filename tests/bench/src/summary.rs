//! Minimum, median and maximum of a few measurements.

use std::fmt;

/// The summary of one figure.
pub struct Summary {
    /// The best run.
    pub min: f64,
    /// The middle run.
    pub median: f64,
    /// The worst run.
    pub max: f64,
}

impl Summary {
    /// The summary of at least one measurement.
    pub fn of(measured: &[f64]) -> Self {
        let mut sorted = measured.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
        Self { min: at(0), median: at(sorted.len() / 2), max: at(sorted.len().saturating_sub(1)) }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} / {:.0} / {:.0}", self.min, self.median, self.max)
    }
}

/// `1.23 ×`.
pub fn ratio(ours: f64, floor: f64) -> String {
    format!("{:.2} ×", ours / floor)
}
