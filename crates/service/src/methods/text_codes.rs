//! Codes by text message, for signing in and for new numbers alike: made, sent, and checked by one set of rules.

use proofup_api::{AuthenticationMode, CallerAct, DenialReason, ErrorCode, PhoneNumberFault, SecretText};
use proofup_store::Connection;
use proofup_store::phones;
use proofup_store::text_codes::{self, Purpose, TextCode, VainText};
use proofup_store::users;
use subtle::ConstantTimeEq as _;

use crate::ServiceError;
use crate::audit::phone_usage::{PhoneKind, counted};
use crate::audit::record::{self, LogEntry};
use crate::context::{Caller, Context};
use crate::methods::gateway::{self, Heard};
use crate::runtime::clock::timestamp;
use crate::runtime::keys::Domain;
use crate::settings::Settings;
use crate::telephony::numbers::masked;
use crate::telephony::{EventKind, Language, OutgoingText, SendFault, caller_words, reply_text, verification_text};
use crate::throttle::{Medium, Message, allow_message, end_pause};

/// Wrong entries that one code bears.
pub(crate) const TRIES: i64 = 5;
/// How long a dead code is still told apart from a wrong one.
const REMEMBERED_MS: i64 = 30 * 60_000;

/// A text to be sent.
pub(crate) struct TextOrder<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) purpose: Purpose,
    /// The auth session's hash, or the verification's id.
    pub(crate) context: &'a str,
    pub(crate) phone_id: Option<&'a str>,
    pub(crate) number: &'a str,
    pub(crate) content: Content<'a>,
}

/// What a text brings.
pub(crate) enum Content<'a> {
    /// Six digits, to be typed or sent back.
    Code,
    /// A word to be said to the help desk, with the name of who asks for it and what they are going to do.
    Word { agent_name: &'a str, acts: &'a [CallerAct] },
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// Taken by the gateway.
    Taken {
        /// Seconds after which another one is welcome.
        again_in_seconds: u32,
    },
    /// Not taken; it is tried again, and the code works if it arrives.
    NotTaken(SendFault),
    /// As many were sent as are allowed; again in so many seconds.
    TooMany(i64),
}

impl Sent {
    /// Seconds after which another one is welcome, or the refusal for who waits for the text or call.
    pub(crate) fn taken(self, by_text: bool) -> Result<u32, ServiceError> {
        let invalid = |fault: PhoneNumberFault| {
            Err(ServiceError::refused_with(ErrorCode::PhoneNumberInvalid, "reason", fault.as_str()))
        };
        match self {
            Self::Taken { again_in_seconds } => Ok(again_in_seconds),
            Self::NotTaken(SendFault::Number) => invalid(PhoneNumberFault::NotInUse),
            Self::NotTaken(SendFault::OptedOut) => invalid(PhoneNumberFault::OptedOut),
            Self::NotTaken(_) if by_text => Err(ServiceError::refused(ErrorCode::TextNotSent)),
            Self::NotTaken(_) => Err(ServiceError::refused(ErrorCode::CallNotPlaced)),
            Self::TooMany(seconds) => {
                Err(ServiceError::refused_with(ErrorCode::RateLimited, "retryAfterSeconds", seconds))
            }
        }
    }
}

/// Makes a code, supersedes the earlier ones, and hands the text over.
pub(crate) async fn send(
    context: &Context,
    caller: &Caller,
    settings: &Settings,
    order: TextOrder<'_>,
) -> Result<Sent, ServiceError> {
    let now = context.now();
    let code = match order.content {
        Content::Code => context.random.six_digits()?,
        Content::Word { .. } => caller_words::word(caller.language, context.random)?,
    };
    let id = context.random.id();
    let expires_at = now + i64::from(settings.sms_code_lifetime_seconds) * 1000;
    let row = TextCode {
        mac: mac(context, &id, code.expose())?,
        id: id.clone(),
        context: order.context.to_owned(),
        phone_id: order.phone_id.map(str::to_owned),
        number: Some(order.number.to_owned()),
        expires_at,
        used_at: None,
        superseded_at: None,
        replied_at: None,
        failed_at: None,
        tries: 0,
        correlation_id: caller.correlation_id.clone(),
    };
    let mut transaction = context.store.begin_for(order.user_id).await?;
    let message = Message {
        medium: Medium::Text,
        user: order.user_id,
        number: order.number,
        is_own: phones::is_of(&mut transaction, order.user_id, order.number).await?,
    };
    let again_in_seconds = match allow_message(context, &mut transaction, settings, message).await? {
        Ok(seconds) => seconds,
        Err(wait) => return Ok(Sent::TooMany(wait.seconds)),
    };
    text_codes::insert(&mut transaction, order.user_id, order.purpose, &row, caller.address.as_deref(), now).await?;
    transaction.commit().await?;
    let organization = &settings.organization;
    let words = match order.content {
        Content::Code if settings.two_way_texts => reply_text(caller.language, &code, organization),
        Content::Code => verification_text(caller.language, &code, organization),
        Content::Word { agent_name, acts } => {
            caller_words::text(caller.language, &code, organization, agent_name, acts)
        }
    };
    let text = OutgoingText {
        id,
        to: order.number.to_owned(),
        language: caller.language,
        text: words,
        expires: timestamp(expires_at),
    };
    match counted(context, PhoneKind::Text, order.number, context.telephony.send_text(text)).await {
        Ok(()) => Ok(Sent::Taken { again_in_seconds }),
        Err(error) => {
            let to = masked(order.number);
            tracing::warn!(to, correlation_id = caller.correlation_id, %error, "a text was not taken by the gateway");
            let mut transaction = context.store.begin_for(order.user_id).await?;
            end_pause(context, &mut transaction, Medium::Text, order.user_id, order.number).await?;
            transaction.commit().await?;
            Ok(Sent::NotTaken(error.fault))
        }
    }
}

/// The result of a typed code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypedCode {
    /// The newest code, alive: use it up by this id, then go on.
    Right {
        /// Of the code.
        id: String,
        /// The phone it was sent to.
        phone_id: Option<String>,
    },
    /// Wrong; so many tries are left.
    Wrong(i64),
    /// Wrong, or right and late: no try is left.
    NoTriesLeft,
    /// Right, and used before.
    Used,
    /// Right, and its time is over.
    Expired,
    /// Right once, but a newer one was sent.
    Superseded,
    /// Nothing was sent in this context.
    NothingSent,
}

/// Checks a typed code in a transaction that takes one of the newest code's tries, which limits parallel guesses as well. If
/// it was no guess, the transaction is dropped and the try returns.
pub(crate) async fn check(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    purpose: Purpose,
    of: &str,
    typed: &SecretText,
) -> Result<TypedCode, ServiceError> {
    let now = context.now();
    let codes = text_codes::sent_since(db, user_id, purpose, now - REMEMBERED_MS).await?;
    let typed = plain(purpose, typed);
    let mut matching = None;
    for code in &codes {
        let same: bool = mac(context, &code.id, typed.expose())?.as_bytes().ct_eq(code.mac.as_bytes()).into();
        if same && matching.is_none() {
            matching = Some(code);
        }
    }
    let Some(newest) = codes.iter().find(|code| code.context == of) else {
        return Ok(TypedCode::NothingSent);
    };
    let taken = text_codes::take_try(db, &newest.id, TRIES).await?;
    Ok(match (matching, taken) {
        (Some(code), _) if code.used_at.is_some() => TypedCode::Used,
        (Some(code), _) if code.superseded_at.is_some() => TypedCode::Superseded,
        (Some(code), _) if code.expires_at <= now => TypedCode::Expired,
        (Some(code), Some(_)) if code.id == newest.id => {
            TypedCode::Right { id: code.id.clone(), phone_id: code.phone_id.clone() }
        }
        // The right code of another sign-in that is newer than this one.
        (Some(_), _) if newest.superseded_at.is_some() => TypedCode::Superseded,
        _ if newest.used_at.is_some() => TypedCode::Used,
        (_, None) => after_no_try(context, db, user_id, purpose, &newest.id).await?,
        (_, Some(taken)) if taken >= TRIES => TypedCode::NoTriesLeft,
        (_, Some(taken)) => TypedCode::Wrong(TRIES - taken),
    })
}

/// What was typed, as the code or the word was made; empty if it cannot be one.
fn plain(purpose: Purpose, typed: &SecretText) -> SecretText {
    match purpose {
        Purpose::Caller => SecretText::new(proofup_text::name(typed.expose()).to_lowercase()),
        Purpose::SignIn | Purpose::Verification => {
            let digits = proofup_otp::OtpCode::parse(typed.expose(), 6).ok();
            SecretText::new(digits.as_ref().map_or("", |digits| digits.as_str()))
        }
    }
}

/// Takes in a reply to a text. A wrong reply is one of the code's tries.
pub(crate) async fn take_reply(
    context: &Context,
    id: &str,
    typed: &SecretText,
    mark: Option<&str>,
) -> Result<Heard, ServiceError> {
    let Some(text) = text_codes::in_vain(&mut context.store.read().await?, id).await? else {
        return Ok(Heard::Unknown);
    };
    let (mut transaction, _) = context.store.hold(&text.user_id).await?;
    let db = &mut transaction;
    if !gateway::spend(context, db, mark).await? {
        return Ok(Heard::SeenBefore);
    }
    if !Settings::load(db).await?.two_way_texts || text.is_of_caller() {
        tracing::info!(message_id = id, "a text was answered, though texts are not to be answered");
        transaction.commit().await?;
        return Ok(Heard::Taken(None));
    }
    let Some(code) = text_codes::find(db, id).await? else { return Ok(Heard::Unknown) };
    // What people send around it does no harm: "123456", "123 456", "My code: 123456".
    let digits: String = proofup_text::symbols(typed.expose()).filter(char::is_ascii_digit).collect();
    let digits = SecretText::from(digits);
    let expected: bool = mac(context, &code.id, digits.expose())?.as_bytes().ct_eq(code.mac.as_bytes()).into();
    match text_codes::take_try(db, &code.id, TRIES).await? {
        Some(_) if expected => text_codes::note_reply(db, &code.id, context.now()).await?,
        Some(taken) => {
            let reason = if taken < TRIES { DenialReason::IncorrectCode } else { DenialReason::TooManyIncorrectCodes };
            log_denial(context, db, &text, reason).await?;
        }
        // Used up before: the sign-in knows it.
        None => {}
    }
    transaction.commit().await?;
    Ok(Heard::Taken(None))
}

/// Notes what became of a text on its way.
pub(crate) async fn note_delivery(
    context: &Context,
    id: &str,
    kind: &EventKind,
    mark: Option<&str>,
) -> Result<Heard, ServiceError> {
    let Some(text) = text_codes::in_vain(&mut context.store.read().await?, id).await? else {
        return Ok(Heard::Unknown);
    };
    let (mut transaction, _) = context.store.hold(&text.user_id).await?;
    let db = &mut transaction;
    if !gateway::spend(context, db, mark).await? {
        return Ok(Heard::SeenBefore);
    }
    if matches!(kind, EventKind::Failed)
        && let Some(text) = text_codes::note_failure(db, id, context.now()).await?
    {
        tracing::warn!(message_id = id, "the gateway could not deliver a text");
        log_denial(context, db, &text, DenialReason::PhoneUnreachable).await?;
    }
    transaction.commit().await?;
    Ok(Heard::Taken(None))
}

/// Records texts in the log whose code was never entered: the person may have gone away.
pub(crate) async fn settle_missed(context: &Context) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    for text in text_codes::take_missed(&mut transaction, context.now()).await? {
        log_denial(context, &mut transaction, &text, DenialReason::CodeNotEntered).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The row of a sign-in for which a text was in vain. It comes from where the sign-in came from.
async fn log_denial(
    context: &Context,
    db: &mut Connection,
    text: &VainText,
    reason: DenialReason,
) -> Result<(), ServiceError> {
    let Some(user) = users::by_id(&mut *db, &text.user_id).await?.filter(|_| text.is_of_sign_in()) else {
        return Ok(());
    };
    let origin = Caller {
        address: text.client_address.clone(),
        correlation_id: text.correlation_id.clone(),
        language: Language::default(),
    };
    let entry = LogEntry::denied(text.sent_at, AuthenticationMode::TextMessage, reason).of(&user.id, &user.upn);
    let kept = Settings::load(&mut *db).await?.log;
    record::log(context, db, &kept, &origin, entry.with_detail(text.number.as_deref().map(masked))).await
}

/// The state of a text for the sign-in or verification that waits for it.
pub(crate) enum Reply {
    /// Answered with its code: use it up by this id, then go on.
    Right {
        /// Of the code.
        id: String,
        /// The phone it was sent to.
        phone_id: Option<String>,
    },
    /// Not answered yet.
    Awaited,
    /// It was used before.
    Used,
    /// A newer text was sent.
    Superseded,
    /// Its time is up.
    TooLate,
    /// Wrong replies used it up.
    NoTriesLeft,
    /// The gateway could not deliver it; with what names the row in the log.
    NotDelivered(String),
}

/// Whether the newest text of a context arrived as far as is known, and whether it was answered with its code.
pub(crate) async fn reply(context: &Context, user_id: &str, purpose: Purpose, of: &str) -> Result<Reply, ServiceError> {
    let now = context.now();
    let codes = text_codes::sent_since(&mut context.store.read().await?, user_id, purpose, now - REMEMBERED_MS).await?;
    let Some(newest) = codes.into_iter().find(|code| code.context == of) else { return Ok(Reply::TooLate) };
    Ok(if newest.superseded_at.is_some() {
        Reply::Superseded
    } else if newest.used_at.is_some() {
        Reply::Used
    } else if newest.expires_at <= now {
        Reply::TooLate
    } else if newest.replied_at.is_some() {
        Reply::Right { id: newest.id, phone_id: newest.phone_id }
    } else if newest.tries >= TRIES {
        Reply::NoTriesLeft
    } else if newest.failed_at.is_some() {
        Reply::NotDelivered(newest.correlation_id)
    } else {
        Reply::Awaited
    })
}

/// Between the read and the try another request may have used the code up.
async fn after_no_try(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    purpose: Purpose,
    id: &str,
) -> Result<TypedCode, ServiceError> {
    let codes = text_codes::sent_since(db, user_id, purpose, context.now() - REMEMBERED_MS).await?;
    let used = codes.iter().any(|code| code.id == id && code.used_at.is_some());
    Ok(if used { TypedCode::Used } else { TypedCode::NoTriesLeft })
}

fn mac(context: &Context, id: &str, digits: &str) -> Result<String, ServiceError> {
    context.keys.mac(Domain::TextCode, format!("{id}\0{digits}").as_bytes())
}
