//! Waiting for what a test wants to see: it looks again and again, and gives up only when even a slow machine under load would
//! have shown it.

use std::time::{Duration, Instant};

/// How long what is waited for may take. The longest wait of the tour that is the app's own is twenty seconds, the code of a
/// hardware token lasts thirty; a machine five times slower than that of a developer has time to draw what follows.
pub const PATIENCE: Duration = Duration::from_secs(200);
/// How long to rest between two looks.
pub const LOOK_AGAIN: Duration = Duration::from_millis(60);

/// Looks until there is something to see, and answers it; `None` once it took too long.
pub async fn seen<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(seen) = look().await {
            return Some(seen);
        }
        if begun.elapsed() > PATIENCE {
            return None;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// Waits until something holds.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let held = seen(async || holds().await.then_some(())).await;
    assert!(held.is_some(), "it never came to this: {what}");
}
