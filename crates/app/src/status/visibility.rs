//! Window visibility. Pages of a hidden window are not updated until it is visible again.

use std::time::Duration;

use tokio::sync::watch;

/// While the window is hidden, the app waits at least this long between tries.
const UNSEEN_WAIT: Duration = Duration::from_secs(20);

/// The visibility that the window reports. Before its first report it counts as visible.
pub struct WindowVisibility(watch::Sender<bool>);

impl Default for WindowVisibility {
    fn default() -> Self {
        Self(watch::Sender::new(true))
    }
}

impl WindowVisibility {
    /// Sets whether the window is visible, or hidden or minimised.
    pub fn set(&self, seen: bool) {
        self.0.send_if_modified(|before| std::mem::replace(before, seen) != seen);
    }

    /// Whether the window is visible.
    pub(crate) fn is_visible(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the window is visible, or until it is hidden.
    pub(crate) async fn becomes(&self, seen: bool) {
        // This object owns the sender, so this never fails.
        let _ = self.0.subscribe().wait_for(|now| *now == seen).await;
    }

    /// Waits before the next try: longer while the window is hidden, and no longer once it is visible.
    pub(crate) async fn pause(&self, wait: Duration) {
        if self.is_visible() {
            return tokio::time::sleep(wait).await;
        }
        tokio::select! {
            () = tokio::time::sleep(wait.max(UNSEEN_WAIT)) => {}
            () = self.becomes(true) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use tokio::time::Instant;

    use super::{UNSEEN_WAIT, WindowVisibility};

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn waits_longer_while_the_window_is_hidden() {
        let sight = WindowVisibility::default();
        let begun = Instant::now();
        sight.pause(SECOND).await;
        assert_eq!(begun.elapsed(), SECOND);
        sight.set(false);
        sight.pause(SECOND).await;
        assert_eq!(begun.elapsed(), SECOND + UNSEEN_WAIT);
    }

    #[tokio::test(start_paused = true)]
    async fn stops_waiting_when_the_window_becomes_visible() {
        let sight = Arc::new(WindowVisibility::default());
        sight.set(false);
        let (begun, shown) = (Instant::now(), sight.clone());
        tokio::spawn(async move {
            tokio::time::sleep(SECOND).await;
            shown.set(true);
        });
        sight.pause(SECOND).await;
        assert_eq!(begun.elapsed(), SECOND);
        sight.becomes(true).await;
        assert_eq!(begun.elapsed(), SECOND, "it is visible already");
    }
}
