//! Codes by text message, for signing in and for new numbers alike: made, sent, and checked by one set of rules.

use proofup_api::SecretText;
use subtle::ConstantTimeEq as _;

use crate::clock::timestamp;
use crate::keys::Domain;
use crate::phone_numbers::masked;
use crate::settings::Settings;
use crate::sign_in::Subject;
use crate::store::attempt_counters::{self, Limit, Place};
use crate::store::text_codes::{self, Purpose, TextCode};
use crate::telephony::{OutgoingText, verification_text};
use crate::usage::{PhoneKind, counted};
use crate::world::{Caller, World};
use crate::{ServiceError, sign_in};

/// Wrong entries that one code bears.
pub(crate) const TRIES: i64 = 5;
/// Texts to one person, and to one number: five in five minutes.
const TEXTS: Limit = Limit { attempts: 5, window_ms: 300_000, lock_ms: 300_000 };
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
}

/// What became of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// Taken by the gateway.
    Taken,
    /// Not taken; it is tried again, and the code works if it arrives.
    NotTaken,
    /// Five were sent in five minutes; again in so many seconds.
    TooMany(i64),
}

/// Makes a code, supersedes the earlier ones, and hands the text over.
pub(crate) async fn send(
    world: &World,
    caller: &Caller,
    settings: &Settings,
    order: TextOrder<'_>,
) -> Result<Sent, ServiceError> {
    let now = world.now();
    if let Some(seconds) = too_many(world, &order, now).await? {
        return Ok(Sent::TooMany(seconds));
    }
    let code = world.random.six_digits()?;
    let id = world.random.id();
    let expires_at = now + i64::from(settings.sms_code_lifetime_seconds) * 1000;
    let row = TextCode {
        mac: mac(world, &id, code.expose())?,
        id: id.clone(),
        context: order.context.to_owned(),
        phone_id: order.phone_id.map(str::to_owned),
        expires_at,
        used_at: None,
        superseded_at: None,
    };
    let mut transaction = world.store.begin().await?;
    text_codes::insert(&mut transaction, order.user_id, order.purpose, &row, now).await?;
    transaction.commit().await?;
    let text = OutgoingText {
        id,
        to: order.number.to_owned(),
        language: caller.language,
        text: verification_text(caller.language, &code, &settings.organization),
        expires: timestamp(expires_at),
    };
    match counted(world, PhoneKind::Text, order.number, world.telephony.send_text(text)).await {
        Ok(()) => Ok(Sent::Taken),
        Err(error) => {
            let to = masked(order.number);
            tracing::warn!(to, correlation_id = caller.correlation_id, %error, "a text was not taken by the gateway");
            Ok(Sent::NotTaken)
        }
    }
}

async fn too_many(world: &World, order: &TextOrder<'_>, now: i64) -> Result<Option<i64>, ServiceError> {
    let mut db = world.store.acquire().await?;
    for subject in [Subject::TextsBy(order.user_id), Subject::TextsTo(order.number)] {
        if let Place::NoneUntil(time) = attempt_counters::take(&mut db, &subject.key(world)?, TEXTS, now).await? {
            return Ok(Some(sign_in::seconds_until(time, now)));
        }
    }
    Ok(None)
}

/// What a typed code is.
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

/// Looks a typed code up. It takes one of the newest code's tries first, so that guesses at once are limited as well.
pub(crate) async fn check(
    world: &World,
    user_id: &str,
    purpose: Purpose,
    context: &str,
    typed: &SecretText,
) -> Result<TypedCode, ServiceError> {
    let now = world.now();
    let mut db = world.store.acquire().await?;
    let codes = text_codes::sent_since(&mut db, user_id, purpose, now - REMEMBERED_MS).await?;
    let digits = proofup_otp::OtpCode::parse(typed.expose(), 6).ok();
    let mut matching = None;
    for code in &codes {
        let typed = digits.as_ref().map_or("", |digits| digits.as_str());
        let same: bool = mac(world, &code.id, typed)?.as_bytes().ct_eq(code.mac.as_bytes()).into();
        if same && matching.is_none() {
            matching = Some(code);
        }
    }
    let Some(newest) = codes.iter().find(|code| code.context == context) else {
        return Ok(TypedCode::NothingSent);
    };
    let taken = text_codes::take_try(&mut db, &newest.id, TRIES).await?;
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
        (_, None) => after_no_try(&mut db, world, user_id, purpose, &newest.id).await?,
        (_, Some(taken)) if taken >= TRIES => TypedCode::NoTriesLeft,
        (_, Some(taken)) => TypedCode::Wrong(TRIES - taken),
    })
}

/// Between the read and the try another request may have used the code up.
async fn after_no_try(
    db: &mut sqlx::AnyConnection,
    world: &World,
    user_id: &str,
    purpose: Purpose,
    id: &str,
) -> Result<TypedCode, ServiceError> {
    let codes = text_codes::sent_since(db, user_id, purpose, world.now() - REMEMBERED_MS).await?;
    let used = codes.iter().any(|code| code.id == id && code.used_at.is_some());
    Ok(if used { TypedCode::Used } else { TypedCode::NoTriesLeft })
}

fn mac(world: &World, id: &str, digits: &str) -> Result<String, ServiceError> {
    world.keys.mac(Domain::TextCode, format!("{id}\0{digits}").as_bytes())
}
