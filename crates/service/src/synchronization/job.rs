//! The job: a run from time to time, on any node, one at a time.

use std::sync::Weak;
use std::time::Duration;

use proofup_store::directory_runs;

use super::{Wanted, run};
use crate::ServiceError;
use crate::context::Context;
use crate::directory::Directory;

/// How often a node looks whether a run is due.
const LOOKS_EVERY: Duration = Duration::from_secs(20);

/// Runs whenever one is due, as long as the service runs.
pub(crate) async fn keep_synchronizing(context: Weak<Context>) {
    let mut ticks = tokio::time::interval(LOOKS_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let Some(context) = context.upgrade() else { return };
        let Some(directory) = &context.directory else { return };
        if let Err(error) = run_if_due(&context, directory).await {
            tracing::error!(%error, "people from the directory could not be brought up to date; the next round tries again");
        }
    }
}

/// The last run of any node counts, also one that stopped or failed.
async fn run_if_due(context: &Context, directory: &Directory) -> Result<(), ServiceError> {
    let settings = directory.settings();
    note_age(context, settings.source()).await?;
    if settings.interval_minutes == 0 {
        return Ok(());
    }
    let newest = directory_runs::newest(&mut context.store.read().await?, settings.source(), 1).await?;
    let every = i64::from(settings.interval_minutes) * 60_000;
    let now = context.now();
    // One that seems to be of the future was begun by a clock that was ahead.
    let is_due = newest.first().is_none_or(|last| last.started_at + every <= now || last.started_at > now + every);
    if is_due {
        run(context, directory, Wanted::default()).await?;
        note_age(context, settings.source()).await?;
    }
    Ok(())
}

/// For those who watch: since when nobody was brought up to date, by whichever node. Before the first time since 1970.
async fn note_age(context: &Context, source: &str) -> Result<(), ServiceError> {
    let last = directory_runs::last_done(&mut context.store.read().await?, source).await?;
    context.metrics.directory_age.set((context.now() - last.unwrap_or(0)).max(0) / 1000);
    Ok(())
}
