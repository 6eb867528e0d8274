//! Measures when the first page is usable, for the figures in `docs/performance.md`.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};

/// The start of the process, and whether to report.
pub(crate) struct StartMark {
    started: Instant,
    wanted: AtomicBool,
}

impl StartMark {
    pub(crate) fn new(started: Instant, wanted: bool) -> Self {
        Self { started, wanted: AtomicBool::new(wanted) }
    }

    /// Writes `usable <milliseconds>` to standard error, once.
    pub(crate) fn usable(&self) {
        if self.wanted.swap(false, Ordering::Relaxed) {
            eprintln!("usable {}", self.started.elapsed().as_millis());
        }
    }
}
