//! Asks before closing a window whose page would lose something.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Manager, Runtime};

use crate::windows::{self, MAIN};

/// Whether the page would lose something.
#[derive(Default)]
pub(crate) struct Closing {
    held: AtomicBool,
}

impl Closing {
    /// The page reports whether it would lose something.
    pub(crate) fn hold(&self, held: bool) {
        self.held.store(held, Ordering::Relaxed);
    }

    /// Whether to ask. Only once: a page that does not answer cannot keep the window open.
    fn take(&self) -> bool {
        self.held.swap(false, Ordering::Relaxed)
    }
}

/// Asks the person in the window, if the page would lose something. True: the window stays open for now.
pub(crate) fn asks<R: Runtime>(handle: &AppHandle<R>) -> bool {
    let asks = handle.state::<Closing>().take();
    if asks {
        windows::raise(handle);
        windows::tell(handle, MAIN, "close-asked", ());
    }
    asks
}

#[cfg(test)]
mod tests {
    use super::Closing;

    #[test]
    fn a_page_that_does_not_answer_keeps_the_window_open_once() {
        let closing = Closing::default();
        assert!(!closing.take(), "nothing would be lost");
        closing.hold(true);
        assert!(closing.take());
        assert!(!closing.take(), "the person insists");
    }
}
