//! Housekeeping: it records requests that nobody answered in the sign-in log, and deletes expired rows, so that the database
//! does not grow with every sign-in. The organisation decides how long the sign-in log is kept.

pub(crate) mod clock;
mod node;

use std::sync::{Arc, Weak};
use std::time::Duration;

use proofup_store::{
    approvals, attempt_counters, auth_sessions, authenticators, authorization_codes, bulk_changes,
    caller_verifications, calls as stored_calls, directory_runs, nodes, notices, seen_signatures, sessions,
    software_oaths, text_codes as stored_text_codes, throttles, tokens, trusted_devices, used_assertions, users,
    verifications,
};

use self::clock::ClockState;
pub(crate) use self::node::{forget_this_node, note_this_node};
use crate::ServiceError;
use crate::app_passwords::nt_hashes;
use crate::audit::sign_in_log::forget_old_rows;
use crate::context::Context;
use crate::methods::{calls, push, text_codes};
use crate::runtime::clock::timestamp;
use crate::server::tls::Certificates;
use crate::throttle;

const EVERY: Duration = Duration::from_secs(60);
/// The dead are forgotten every so many rounds.
const FORGET_EVERY: u64 = 60;
/// Dead rows are kept for a day: until then they explain why something was refused.
const KEPT_MS: i64 = 86_400_000;
/// What runs of the synchronisation came to is kept for thirty days.
const RUNS_KEPT_MS: i64 = 30 * 86_400_000;

/// Cleans up now and from time to time, as long as the service runs. Any number of nodes may do so at once.
pub(crate) async fn keep_house(context: Weak<Context>, certificates: Option<Arc<Certificates>>) {
    let mut ticks = tokio::time::interval(EVERY);
    // Since when it is time to forget: a round that could not is made up for by the next.
    let mut due = true;
    for round in 0_u64.. {
        ticks.tick().await;
        let Some(context) = context.upgrade() else { return };
        if let Err(error) = settle_what_came_to_nothing(&context).await {
            tracing::warn!(%error, "unused codes and calls could not be logged; the next round tries again");
        }
        if let Err(error) = note_this_node(&context, certificates.as_deref()).await {
            tracing::warn!(%error, "the sign of life of this node could not be written; the next round tries again");
        }
        if let Err(error) = nt_hashes::forget_refused(&context).await {
            tracing::warn!(%error, "NT hashes could not be deleted; the next round tries again");
        }
        due |= round.is_multiple_of(FORGET_EVERY);
        match clock::look(&context).await {
            Ok(ClockState::Ahead { last_seen, now }) => {
                if round.is_multiple_of(FORGET_EVERY) {
                    ask_about_the_clock(last_seen, now);
                }
            }
            Ok(state) => {
                if let ClockState::Behind { last_seen, now } = state {
                    let (last_seen, now) = (timestamp(last_seen), timestamp(now));
                    tracing::warn!(%last_seen, %now, "the clock stands behind what the database last saw");
                }
                if due {
                    due = false;
                    if let Err(error) = forget_the_dead(&context).await {
                        tracing::warn!(%error, "old rows could not be removed; they will be in an hour");
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the clock could not be compared with the database"),
        }
        if round.is_multiple_of(FORGET_EVERY)
            && let Err(error) = note_password_costs(&context).await
        {
            tracing::warn!(%error, "what passwords cost could not be counted; it will be in an hour");
        }
    }
}

fn ask_about_the_clock(last_seen: i64, now: i64) {
    let (last_seen, now) = (timestamp(last_seen), timestamp(now));
    tracing::warn!(
        %last_seen, %now,
        "the clock stands far ahead of what the database last saw: nothing is removed until somebody says that it is \
         right, by `proofup-service clock confirm`"
    );
}

/// The client may be gone before the answer was due. The sign-in log has the request nevertheless.
async fn settle_what_came_to_nothing(context: &Context) -> Result<(), ServiceError> {
    push::settle_unanswered(context).await?;
    calls::settle_unanswered(context).await?;
    text_codes::settle_missed(context).await
}

/// Looks what people's passwords cost, so that names that nobody has cost the same.
pub(crate) async fn note_password_costs(context: &Context) -> Result<(), ServiceError> {
    let counted = context.store.read_much(|mut db| async move { users::password_costs(&mut db).await }).await?;
    context.hashing.note_costs_in_use(&counted);
    Ok(())
}

async fn forget_the_dead(context: &Context) -> Result<(), ServiceError> {
    let time = context.now() - KEPT_MS;
    let mut transaction = context.store.begin().await?;
    let db = &mut transaction;
    nodes::forget_before(db, time).await?;
    directory_runs::forget_before(db, context.now() - RUNS_KEPT_MS).await?;
    // Undone within a day of its beginning.
    bulk_changes::forget_before(db, time - KEPT_MS).await?;
    sessions::forget_before(db, time).await?;
    tokens::forget_access_before(db, time).await?;
    authorization_codes::forget_before(db, time).await?;
    auth_sessions::forget_before(db, time).await?;
    stored_text_codes::forget_before(db, time).await?;
    stored_calls::forget_before(db, time).await?;
    seen_signatures::forget_before(db, time).await?;
    verifications::forget_before(db, time).await?;
    software_oaths::forget_set_ups_before(db, time).await?;
    authenticators::forget_set_ups_before(db, time).await?;
    approvals::forget_before(db, time).await?;
    caller_verifications::forget_before(db, time).await?;
    notices::forget_before(db, time).await?;
    used_assertions::forget_before(db, time).await?;
    trusted_devices::forget_before(db, time).await?;
    transaction.commit().await?;
    // Alone: requests hold several counters at a time, in an order of their own.
    let mut transaction = context.store.begin().await?;
    attempt_counters::forget_before(&mut transaction, time).await?;
    transaction.commit().await?;
    for statement in throttles::FORGET {
        let mut transaction = context.store.begin().await?;
        throttles::forget(&mut transaction, statement, time, context.now() - throttle::KNOWN_MS).await?;
        transaction.commit().await?;
    }
    let forgotten = forget_old_rows(context).await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "old rows of the sign-in log were removed");
    }
    Ok(())
}
