//! What the three benches share.

pub mod accounts;
pub mod processes;
pub mod summary;

/// How a row of the table ends.
pub fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "MISSED" }
}
