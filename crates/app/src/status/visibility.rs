//! Whether the window can be seen. What nobody sees is not kept up to date; it is brought up to date once somebody does.

use std::time::Duration;

use tokio::sync::watch;

/// While nobody sees the window, tries come no sooner than this.
const UNSEEN_WAIT: Duration = Duration::from_secs(20);

/// What the window tells of itself. Until it does, it counts as seen.
pub struct WindowVisibility(watch::Sender<bool>);

impl Default for WindowVisibility {
    fn default() -> Self {
        Self(watch::Sender::new(true))
    }
}

impl WindowVisibility {
    /// The window can be seen now, or no longer: it is hidden or minimised.
    pub fn set(&self, seen: bool) {
        self.0.send_if_modified(|before| std::mem::replace(before, seen) != seen);
    }

    /// Waits until the window can be seen, or until it cannot.
    pub(crate) async fn becomes(&self, seen: bool) {
        // The sender is here as well, so this never fails.
        let _ = self.0.subscribe().wait_for(|now| *now == seen).await;
    }

    /// Waits before the next try: longer while nobody sees the window, and no longer once somebody does.
    pub(crate) async fn pause(&self, wait: Duration) {
        if *self.0.borrow() {
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
    async fn tries_wait_longer_while_nobody_sees_the_window() {
        let sight = WindowVisibility::default();
        let begun = Instant::now();
        sight.pause(SECOND).await;
        assert_eq!(begun.elapsed(), SECOND);
        sight.set(false);
        sight.pause(SECOND).await;
        assert_eq!(begun.elapsed(), SECOND + UNSEEN_WAIT);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_comes_back_does_not_wait() {
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
        assert_eq!(begun.elapsed(), SECOND, "it is seen already");
    }
}
