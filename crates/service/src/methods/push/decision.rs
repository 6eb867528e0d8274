//! A decision: signed by the device, bound to one request, used once.

use proofup_api::{
    ApprovalOutcome, ApprovalPurpose, CallerState, Decision, DecisionClaims, DenyReason, ErrorCode, Jws,
};
use proofup_store::approvals::{self, Approval};
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::{Connection, users};
use subtle::ConstantTimeEq as _;

use super::requests::{counts, note_refusal, origin};
use super::signature::is_by;
use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::methods::authenticators::begin_to_count;
use crate::methods::caller_questions;
use crate::people::fraud;
use crate::settings::Settings;
use crate::throttle::forget_pushes;

/// Takes a device's decision about a request.
///
/// # Errors
/// `decision_not_signed`, `not_found`, `request_decided`, `request_expired`; `number_mismatch` ends the request as well.
pub(crate) async fn decide(
    context: &Context,
    caller: &Caller,
    device: &Authenticator,
    request_id: &str,
    body: &Decision,
) -> Result<(), ServiceError> {
    let claims = claims(device, request_id, body)?;
    let mut transaction = context.store.begin_change(&device.user_id).await?;
    let db = &mut transaction;
    // Between the token and the lock the device may have been deleted.
    let Some(device) = authenticators::by_id(db, &device.id).await? else {
        return Err(ServiceError::refused(ErrorCode::NotAnActivatedAccount));
    };
    let approval = approvals::by_id(db, request_id)
        .await?
        .filter(|approval| is_asked(&device, approval))
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let outcome = outcome(&claims, &approval)?;
    if !approvals::decide(db, &approval.id, outcome, &device.id, context.now()).await? {
        let expired = matches!(
            approval.outcome,
            None | Some(ApprovalOutcome::PushNoResponse | ApprovalOutcome::PushNotDelivered)
        );
        let code = if expired { ErrorCode::RequestExpired } else { ErrorCode::RequestDecided };
        return Err(ServiceError::refused(code));
    }
    match outcome {
        ApprovalOutcome::Approved => approved(context, db, caller, &device, &approval).await?,
        _ => note_refusal(context, db, &approval, outcome, Some(&device)).await?,
    }
    if approval.purpose == ApprovalPurpose::Caller {
        caller_questions::settle(context, db, &approval.context, answer(outcome)).await?;
    }
    if outcome == ApprovalOutcome::FraudReported && approval.purpose == ApprovalPurpose::SignIn {
        take_report(context, db, &approval).await?;
    }
    transaction.commit().await?;
    if outcome == ApprovalOutcome::NumberMismatch {
        return Err(ServiceError::refused(ErrorCode::NumberMismatch));
    }
    Ok(())
}

/// The signed decision, if this device signed it for this request.
fn claims(device: &Authenticator, request_id: &str, body: &Decision) -> Result<DecisionClaims, ServiceError> {
    let not_signed = || ServiceError::refused(ErrorCode::DecisionNotSigned);
    let jws = Jws::parse(&body.decision).map_err(|_| not_signed())?;
    let key = device.public_key.as_deref().ok_or_else(not_signed)?;
    if !is_by(key, &jws) {
        return Err(not_signed());
    }
    let claims: DecisionClaims =
        jws.claims().map_err(|_| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "decision"))?;
    if claims.request_id != request_id {
        return Err(not_signed());
    }
    Ok(claims)
}

fn is_asked(device: &Authenticator, approval: &Approval) -> bool {
    approval.user_id == device.user_id
        && match &approval.device_id {
            Some(id) => *id == device.id,
            None => counts(device),
        }
}

fn outcome(claims: &DecisionClaims, approval: &Approval) -> Result<ApprovalOutcome, ServiceError> {
    Ok(match (claims.approve, claims.reason, &claims.number) {
        (true, None, Some(number)) => {
            if bool::from(number.as_bytes().ct_eq(approval.number.as_bytes())) {
                ApprovalOutcome::Approved
            } else {
                ApprovalOutcome::NumberMismatch
            }
        }
        (false, Some(DenyReason::FraudReported), _) => ApprovalOutcome::FraudReported,
        (false, Some(DenyReason::UserDeclined) | None, _) => ApprovalOutcome::UserDeclined,
        (true, ..) => return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "number")),
    })
}

/// What a decision says about a caller.
fn answer(outcome: ApprovalOutcome) -> CallerState {
    match outcome {
        ApprovalOutcome::Approved => CallerState::Verified,
        ApprovalOutcome::NumberMismatch => CallerState::WrongAnswer,
        ApprovalOutcome::FraudReported => CallerState::NobodyCalls,
        ApprovalOutcome::UserDeclined => CallerState::Declined,
        ApprovalOutcome::PushNoResponse | ApprovalOutcome::PushNotDelivered | ApprovalOutcome::Superseded => {
            CallerState::Unanswered
        }
    }
}

async fn approved(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    device: &Authenticator,
    approval: &Approval,
) -> Result<(), ServiceError> {
    forget_pushes(context, db, &device.user_id).await?;
    match approval.purpose {
        ApprovalPurpose::Test => begin_to_count(context, db, caller, device).await,
        // The sign-in, or the help desk, that waits goes on with it.
        ApprovalPurpose::SignIn | ApprovalPurpose::Caller => Ok(()),
    }
}

/// Somebody has the person's password.
async fn take_report(context: &Context, db: &mut Connection, approval: &Approval) -> Result<(), ServiceError> {
    let Some(user) = users::by_id(db, &approval.user_id).await? else { return Ok(()) };
    let settings = Settings::load(db).await?;
    fraud::take_report(context, db, &settings, &user, &origin(approval)).await
}
