//! Requests to approve: asked for by a sign-in, a test or a help desk, shown to devices, settled once.

use proofup_api::{ApprovalOutcome, ApprovalPurpose, ApprovalRequest, AuthenticationMode, DenialReason, ErrorCode};
use proofup_store::approvals::{self, Approval};
use proofup_store::authenticators::Authenticator;
use proofup_store::sign_ins::OWN_APPLICATION;
use proofup_store::{Connection, users};

use crate::ServiceError;
use crate::audit::record::{LogEntry, log};
use crate::context::{Caller, Context};
use crate::methods::caller_questions;
use crate::runtime::clock::timestamp;
use crate::runtime::wait::seconds_until;
use crate::settings::Settings;
use crate::telephony::Language;
use crate::throttle::{allow_push, pause_pushes};

/// How long a request waits.
pub(crate) const LIVES_SECONDS: u32 = 60;
/// How often a sign-in may look for the answer.
pub(crate) const POLL_SECONDS: u32 = 2;

/// The purpose of the request.
pub(crate) struct Order<'a> {
    pub(crate) user_id: &'a str,
    /// One device, or all of the person's.
    pub(crate) device_id: Option<&'a str>,
    pub(crate) purpose: ApprovalPurpose,
    /// The auth session's hash, the device's id, or that of a caller's verification: a newer request takes the place of an older one.
    pub(crate) context: &'a str,
    /// What asks: the app itself, or the name of a front end.
    pub(crate) application: &'a str,
    /// The two digits to type, if they were drawn before.
    pub(crate) number: Option<&'a str>,
}

impl Order<'_> {
    /// Seconds until the oldest of the person's other requests ends, if as many wait as may.
    pub(crate) async fn held_up(
        &self,
        db: &mut Connection,
        settings: &Settings,
        now: i64,
    ) -> Result<Option<i64>, ServiceError> {
        let mut open = approvals::open_sign_ins(db, self.user_id, now).await?;
        open.retain(|approval| approval.context != self.context);
        let limit = usize::try_from(settings.push.pending_limit).unwrap_or(usize::MAX);
        Ok(open.first().filter(|_| open.len() >= limit).map(|oldest| seconds_until(oldest.expires_at, now)))
    }
}

/// What became of an order.
pub(crate) enum Asked {
    /// The devices are asked for this number.
    Sent(String),
    /// Too many were not approved, or as many wait as may; again in so many seconds.
    Paused(i64),
}

impl Asked {
    /// The number, or the refusal for who waits for the answer.
    pub(crate) fn sent(self) -> Result<String, ServiceError> {
        match self {
            Self::Sent(number) => Ok(number),
            Self::Paused(seconds) => {
                Err(ServiceError::refused_with(ErrorCode::PushPaused, "retryAfterSeconds", seconds))
            }
        }
    }
}

/// Asks a person's devices. Each request takes a place that only an approval gives back, so that nobody can be worn down
/// by one notification after the other.
pub(crate) async fn ask(
    context: &Context,
    caller: &Caller,
    settings: &Settings,
    order: Order<'_>,
) -> Result<Asked, ServiceError> {
    let now = context.now();
    let mut transaction = context.store.begin_change(order.user_id).await?;
    let db = &mut transaction;
    if let Err(wait) = allow_push(context, db, settings, order.user_id).await? {
        return Ok(Asked::Paused(wait.seconds));
    }
    approvals::supersede(db, order.context, now).await?;
    if let Some(seconds) = order.held_up(db, settings, now).await? {
        // Dropped with its place: this request never was.
        return Ok(Asked::Paused(seconds));
    }
    let number = match order.number {
        Some(number) => number.to_owned(),
        None => context.random.two_digits()?,
    };
    let approval = Approval {
        id: context.time_ordered_id(now),
        user_id: order.user_id.to_owned(),
        device_id: order.device_id.map(str::to_owned),
        purpose: order.purpose,
        context: order.context.to_owned(),
        number: number.clone(),
        application: order.application.to_owned(),
        client_address: caller.address.clone(),
        correlation_id: caller.correlation_id.clone(),
        created_at: now,
        expires_at: now + i64::from(LIVES_SECONDS) * 1000,
        is_fetched: false,
        outcome: None,
        decided_by: None,
    };
    approvals::insert(db, &approval).await?;
    transaction.commit().await?;
    Ok(Asked::Sent(number))
}

/// What waits for a device.
pub(crate) async fn open(context: &Context, device: &Authenticator) -> Result<Vec<ApprovalRequest>, ServiceError> {
    let mut db = context.store.read().await?;
    let user = users::by_id(&mut db, &device.user_id)
        .await?
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotAnActivatedAccount))?;
    let settings = Settings::load(&mut db).await?;
    let open = approvals::open_for(&mut db, &user.id, &device.id, counts(device), context.now()).await?;
    let mut requests = Vec::with_capacity(open.len());
    for approval in &open {
        let caller = match approval.purpose {
            ApprovalPurpose::Caller => caller_questions::asked(&mut db, &approval.context).await?,
            ApprovalPurpose::SignIn | ApprovalPurpose::Test => None,
        };
        requests.push(ApprovalRequest {
            id: approval.id.clone(),
            purpose: approval.purpose,
            user_principal_name: user.upn.clone(),
            organization: settings.organization.clone(),
            caller,
            application: approval.application.clone(),
            client_address: approval.client_address.clone(),
            created_date_time: timestamp(approval.created_at),
            expires_date_time: timestamp(approval.expires_at),
        });
    }
    drop(db);
    if open.iter().any(|approval| !approval.is_fetched) {
        let mut transaction = context.store.begin().await?;
        for approval in open.iter().filter(|approval| !approval.is_fetched) {
            approvals::note_fetched(&mut transaction, &approval.id, context.now()).await?;
        }
        transaction.commit().await?;
    }
    Ok(requests)
}

/// Whether a device may decide about sign-ins, and not only about its own test.
pub(super) fn counts(device: &Authenticator) -> bool {
    device.verified_at.is_some() && device.provisional_for.is_none()
}

/// The last request of a sign-in or test, settled if its time is over.
pub(crate) async fn outcome(context: &Context, of: &str) -> Result<Option<Approval>, ServiceError> {
    let approval = approvals::last_of(&mut context.store.read().await?, of).await?;
    match approval {
        Some(open) if open.outcome.is_none() && open.expires_at <= context.now() => {
            expire(context, &open).await?;
            Ok(approvals::by_id(&mut context.store.read().await?, &open.id).await?)
        }
        other => Ok(other),
    }
}

/// Settles what nobody answered and nobody asks about any more, so that the log has it.
pub(crate) async fn settle_unanswered(context: &Context) -> Result<(), ServiceError> {
    let unanswered = approvals::unanswered(&mut context.store.read().await?, context.now()).await?;
    for approval in &unanswered {
        expire(context, approval).await?;
    }
    Ok(())
}

async fn expire(context: &Context, approval: &Approval) -> Result<(), ServiceError> {
    let (mut transaction, _) = context.store.hold(&approval.user_id).await?;
    if let Some(outcome) = approvals::let_expire(&mut transaction, &approval.id, context.now()).await? {
        note_refusal(context, &mut transaction, approval, outcome, None).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Writes down that a request was not approved, and pauses notifications if that happens too often.
pub(super) async fn note_refusal(
    context: &Context,
    db: &mut Connection,
    approval: &Approval,
    outcome: ApprovalOutcome,
    device: Option<&Authenticator>,
) -> Result<(), ServiceError> {
    let settings = Settings::load(db).await?;
    pause_pushes(context, db, &settings, &approval.user_id).await?;
    let Some(reason) = denial(outcome).filter(|_| approval.purpose == ApprovalPurpose::SignIn) else {
        return Ok(());
    };
    let Some(user) = users::by_id(db, &approval.user_id).await? else { return Ok(()) };
    let entry = LogEntry::denied(approval.created_at, AuthenticationMode::PushNotification, reason);
    let entry = LogEntry {
        front_end: Some(approval.application.as_str()).filter(|application| *application != OWN_APPLICATION),
        ..entry
    };
    let entry = entry
        .of(&user.id, &user.upn)
        .with_detail(device.map(|device| device.display_name.clone()))
        .with_device(device.map(|device| device.id.as_str()));
    log(context, db, &settings.log, &origin(approval), entry).await
}

/// Where the sign-in came from; the device is elsewhere.
pub(super) fn origin(approval: &Approval) -> Caller {
    Caller {
        address: approval.client_address.clone(),
        correlation_id: approval.correlation_id.clone(),
        language: Language::default(),
    }
}

/// Why a sign-in is denied that came to this.
pub(crate) fn denial(outcome: ApprovalOutcome) -> Option<DenialReason> {
    Some(match outcome {
        ApprovalOutcome::UserDeclined => DenialReason::UserDeclined,
        ApprovalOutcome::FraudReported => DenialReason::FraudReported,
        ApprovalOutcome::NumberMismatch => DenialReason::NumberMismatch,
        ApprovalOutcome::PushNoResponse => DenialReason::PushNoResponse,
        ApprovalOutcome::PushNotDelivered => DenialReason::PushNotDelivered,
        ApprovalOutcome::Approved | ApprovalOutcome::Superseded => return None,
    })
}
