//! The figures of docs/performance.md.
fn main() {}
