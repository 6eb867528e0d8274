//! Shared code of the benches.

pub mod accounts;
pub mod processes;
pub mod summary;

/// The last column of a table row.
pub fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "MISSED" }
}
