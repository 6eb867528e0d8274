//! The log: lines on standard error. At no level does a line contain a secret.

use tracing_subscriber::EnvFilter;

/// The default filter.
const DEFAULT: &str = "warn,proofup_app=info,proofup_desktop=info";

/// Starts the log, with a filter in the syntax of `RUST_LOG`.
pub(crate) fn begin(filter: Option<&str>) {
    let chosen = EnvFilter::new(filter.unwrap_or(DEFAULT));
    let lines = tracing_subscriber::fmt().with_env_filter(chosen).with_writer(std::io::stderr);
    // A second start in one process, as in tests, continues the first log.
    let _ = lines.try_init();
}
