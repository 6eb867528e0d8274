//! Devices that approve sign-ins: activation, proof by key, requests, and decisions.
//!
//! A device has an Ed25519 key that it made itself and never sends. With it, it gets tokens for ten minutes and signs each
//! decision. All state is in the database: a sign-in sees the decision even if another node received it.

mod activation;
mod assertion;
mod decision;
mod requests;
mod signature;

pub(crate) use activation::{ActivationCode, activate};
pub(crate) use assertion::grant;
pub(crate) use decision::decide;
pub(crate) use requests::{Asked, LIVES_SECONDS, Order, POLL_SECONDS, ask, denial, open, outcome, settle_unanswered};

use proofup_api::ErrorCode;
use proofup_store::approvals;
use proofup_store::authenticators::{self, Authenticator};

use crate::ServiceError;
use crate::context::Context;
use crate::session::Bearer;

/// The ids of the requests that wait for the devices of these sessions. A session whose device is gone has none.
pub(crate) async fn waiting(
    context: &Context,
    session_ids: &[String],
) -> Result<Vec<(String, Vec<String>)>, ServiceError> {
    Ok(approvals::waiting_for(&mut context.store.read().await?, session_ids, context.now()).await?)
}

/// The device that a session was given to.
///
/// # Errors
/// `not_an_activated_account` once the device is gone, or was never let in.
pub(crate) async fn of_bearer(context: &Context, bearer: &Bearer) -> Result<Authenticator, ServiceError> {
    authenticators::of_session(&mut context.store.read().await?, &bearer.session_id)
        .await?
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotAnActivatedAccount))
}
