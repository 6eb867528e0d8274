//! Closing the window in the middle of something that would be lost asks first.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Manager, Runtime};

use crate::windows::{self, MAIN};

/// Whether the page holds the window open.
#[derive(Default)]
pub(crate) struct Closing {
    held: AtomicBool,
}

impl Closing {
    /// The page says whether something would be lost.
    pub(crate) fn hold(&self, held: bool) {
        self.held.store(held, Ordering::Relaxed);
    }

    /// Whether to ask; once: a page that does not answer holds nobody up a second time.
    fn take(&self) -> bool {
        self.held.swap(false, Ordering::Relaxed)
    }
}

/// Asks the person in the window, if something would be lost. True: it stays open for now.
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
    fn a_page_that_does_not_answer_holds_the_window_once() {
        let closing = Closing::default();
        assert!(!closing.take(), "nothing would be lost");
        closing.hold(true);
        assert!(closing.take());
        assert!(!closing.take(), "the person insists");
    }
}
