//! Codes from authenticator apps: the parameters that this service gives out, and what a typed code is.

use proofup_api::SecretText;
use proofup_otp::{Algorithm, Kind, OtpCode, OtpParams, Secret, TotpMatch, Window};

use crate::ServiceError;
use crate::store::software_oaths::SoftwareOath;
use crate::world::World;

/// Seconds per code; with SHA-1 and six digits the form that every app takes.
pub(crate) const PERIOD: u64 = 30;
/// Bytes of a seed: as many as SHA-1 has (RFC 4226, section 4, R6).
pub(crate) const SEED_BYTES: usize = 20;
/// How far off a clock is looked for when a code is wrong, in steps. Such a code is never accepted.
const EXPLAINED_STEPS: u32 = 10;
/// Drift is learned by one step per sign-in, and no further than this.
const MOST_DRIFT: i64 = 10;

/// Steps to either side that are accepted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tolerance {
    /// One: RFC 6238, section 5.2.
    SignIn,
    /// Five: the clock of a new app is not known yet.
    Activation,
}

/// What a typed code is to one app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypedAppCode {
    /// Right and fresh.
    Fresh {
        /// To be stored as the last accepted one.
        step: i64,
        /// To be stored as what is known of the app's clock.
        drift: i64,
    },
    /// Right, and accepted before.
    AlreadyUsed,
    /// Wrong; if the app's clock were off by so many seconds, it would be right.
    Wrong {
        /// Positive when the app is ahead.
        clock_offset_seconds: Option<i64>,
    },
}

/// The parameters of a seed.
pub(crate) fn params(seed: Vec<u8>) -> Result<OtpParams, ServiceError> {
    Secret::from_bytes(seed)
        .and_then(|secret| OtpParams::new(secret, Kind::Totp { period: PERIOD }, Algorithm::Sha1, 6))
        .map_err(|_| ServiceError::Crypto("use a seed"))
}

/// Looks a typed code up in one app's window.
pub(crate) fn check(
    world: &World,
    oath: &SoftwareOath,
    typed: &SecretText,
    tolerance: Tolerance,
) -> Result<TypedAppCode, ServiceError> {
    let Ok(code) = OtpCode::parse(typed.expose(), 6) else {
        return Ok(TypedAppCode::Wrong { clock_offset_seconds: None });
    };
    let params = params(world.keys.open_seed(&oath.id, &oath.seed)?.to_vec())?;
    let now = u64::try_from(world.now() / 1000).unwrap_or(0);
    let last_step = u64::try_from(oath.last_step).ok();
    let steps = match tolerance {
        Tolerance::SignIn => 1,
        Tolerance::Activation => 5,
    };
    Ok(match params.match_totp(&code, now, Window { steps, drift: oath.drift }, last_step) {
        TotpMatch::Fresh { step, offset } => TypedAppCode::Fresh {
            step: i64::try_from(step).unwrap_or(i64::MAX),
            drift: match tolerance {
                Tolerance::Activation => offset,
                Tolerance::SignIn => (oath.drift + (offset - oath.drift).signum()).clamp(-MOST_DRIFT, MOST_DRIFT),
            },
        },
        TotpMatch::AlreadyUsed => TypedAppCode::AlreadyUsed,
        TotpMatch::NoMatch => {
            let wide = Window { steps: EXPLAINED_STEPS, drift: oath.drift };
            let period = i64::try_from(PERIOD).unwrap_or(30);
            TypedAppCode::Wrong {
                clock_offset_seconds: match params.match_totp(&code, now, wide, last_step) {
                    TotpMatch::Fresh { offset, .. } => Some(offset * period),
                    TotpMatch::AlreadyUsed | TotpMatch::NoMatch => None,
                },
            }
        }
    })
}
