//! Waits for a condition: checks repeatedly, with a limit that even a slow, busy machine meets.

use std::time::{Duration, Instant};

/// The limit. The longest wait of the app itself in the tour is twenty seconds, and the code of a hardware token lasts
/// thirty; a machine five times slower than a developer's still has time.
pub const PATIENCE: Duration = Duration::from_secs(200);
/// The pause between two checks.
pub const LOOK_AGAIN: Duration = Duration::from_millis(60);

/// Checks until there is a value, and returns it; `None` after the limit.
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

/// Waits until a condition is true.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let held = seen(async || holds().await.then_some(())).await;
    assert!(held.is_some(), "this did not happen in time: {what}");
}
