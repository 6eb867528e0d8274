//! The log: lines on the standard error. No line below holds a secret, at no level.

use tracing_subscriber::EnvFilter;

/// What is written when nobody asked for more or less.
const DEFAULT: &str = "warn,proofup_app=info,proofup_desktop=info";

/// Begins to write, by a filter in the manner of `RUST_LOG`.
pub(crate) fn begin(filter: Option<&str>) {
    let chosen = EnvFilter::new(filter.unwrap_or(DEFAULT));
    let lines = tracing_subscriber::fmt().with_env_filter(chosen).with_writer(std::io::stderr);
    // A second start in one process, as in tests, goes on with the first log.
    let _ = lines.try_init();
}
