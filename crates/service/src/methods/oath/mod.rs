//! Checks of one-time codes from authenticator apps and hardware tokens. One check serves both.

mod device;

use proofup_api::SecretText;
use proofup_otp::{Algorithm, HotpMatch, Kind, OtpCode, OtpParams, Secret, TotpMatch, Window};

pub(crate) use device::{OathDevice, app_key, is_token_valid_at, token_key};

use crate::ServiceError;
use crate::context::Context;
pub(crate) use proofup_store::Accepted;

/// Seconds per code of an app; with SHA-1 and six digits the form that every app takes.
pub(crate) const PERIOD: u64 = 30;
/// Bytes of a seed: as many as SHA-1 has (RFC 4226, section 4, R6).
pub(crate) const SEED_BYTES: usize = 20;
/// Apps and tokens that a person may have together.
pub(crate) const LIMIT: usize = 5;
/// How far off a clock is looked for when a code is wrong, in steps. Such a code is never accepted by itself.
const EXPLAINED_STEPS: i64 = 10;
/// The same for a token, whose clock nobody sets: there the next code in a row resynchronises.
const RESYNC_STEPS: i64 = 100;
/// Drift is learned by one step per sign-in, and no further than this from what was proven.
const MOST_DRIFT: i64 = 10;
/// Presses of a counting token that may go unused between two sign-ins (RFC 4226, section 7.4: small).
const LOOK_AHEAD: u32 = 5;
/// The same before it is activated.
const ACTIVATION_LOOK_AHEAD: u32 = 50;
/// The same for two codes in a row.
const RESYNC_LOOK_AHEAD: u32 = 1000;

/// Steps to either side that are accepted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tolerance {
    /// One: RFC 6238, section 5.2.
    SignIn,
    /// Five: the clock of a new app or token is not known yet.
    Activation,
}

/// How the codes of an app or token are made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// Seconds per code; `None` for a token that counts.
    pub(crate) period: Option<u64>,
    pub(crate) algorithm: Algorithm,
    pub(crate) digits: u8,
}

impl Form {
    /// Of every authenticator app.
    pub(crate) const APP: Self = Self { period: Some(PERIOD), algorithm: Algorithm::Sha1, digits: 6 };
}

/// The stored state of one app or token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OathKey<'a> {
    /// The row that the seed is sealed for.
    pub(crate) row: &'a str,
    pub(crate) sealed_seed: &'a str,
    pub(crate) form: Form,
    /// The step or counter of the last accepted code, -1 before the first.
    pub(crate) last_step: i64,
    /// Steps that its clock seems to be ahead.
    pub(crate) drift: i64,
    /// How much of it was proven by two codes in a row, or by activation.
    pub(crate) synced_drift: i64,
    /// The step of a code that was right and too far off; `None` for an app, whose clock is its phone's.
    pub(crate) far_step: Option<i64>,
}

/// A code that would be right if the clock, or the counter, were not so far off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FarOff {
    pub(crate) step: i64,
    /// Positive when the device is ahead; `None` for one that counts.
    pub(crate) clock_offset_seconds: Option<i64>,
}

/// The result of a code for one app or token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypedOathCode {
    /// Right and fresh.
    Fresh(Accepted),
    /// Right, and accepted before.
    AlreadyUsed,
    /// Wrong, and perhaps explained.
    Wrong(Option<FarOff>),
}

/// Looks a typed code up in the window of one app or token.
pub(crate) fn check(
    context: &Context,
    key: &OathKey<'_>,
    typed: &SecretText,
    tolerance: Tolerance,
) -> Result<TypedOathCode, ServiceError> {
    let Ok(code) = OtpCode::parse(typed.expose(), key.form.digits) else { return Ok(TypedOathCode::Wrong(None)) };
    let params = key.params(context)?;
    Ok(match key.form.period {
        Some(period) => key.check_timed(&params, &code, present_step(context, period), tolerance),
        None => key.check_counted(&params, &code, tolerance)?,
    })
}

/// Looks for two codes in a row, far beyond the window of one.
pub(crate) fn resynchronize(
    context: &Context,
    key: &OathKey<'_>,
    first: &SecretText,
    second: &SecretText,
) -> Result<Option<Accepted>, ServiceError> {
    let digits = key.form.digits;
    let (Ok(first), Ok(second)) = (OtpCode::parse(first.expose(), digits), OtpCode::parse(second.expose(), digits))
    else {
        return Ok(None);
    };
    let present = key.form.period.map(|period| present_step(context, period));
    let next = key.last_believed(present) + 1;
    let (from, until) = match present {
        Some(present) => ((present + key.drift - RESYNC_STEPS).max(next), present + key.drift + RESYNC_STEPS),
        None => (next, next + i64::from(RESYNC_LOOK_AHEAD)),
    };
    let range = u64::try_from(from).unwrap_or(0)..=u64::try_from(until).unwrap_or(0);
    let step = key.params(context)?.match_pair(&first, &second, range).and_then(|step| i64::try_from(step).ok());
    Ok(step.map(|step| key.synced(step, present)))
}

/// The parameters of a seed; `counter` is that of the next code, and means nothing to one that goes by time.
pub(crate) fn params(form: Form, seed: Vec<u8>, counter: u64) -> Result<OtpParams, ServiceError> {
    let kind = form.period.map_or(Kind::Hotp { counter }, |period| Kind::Totp { period });
    Secret::from_bytes(seed)
        .and_then(|secret| OtpParams::new(secret, kind, form.algorithm, u64::from(form.digits)))
        .map_err(|_| ServiceError::Crypto("use a seed"))
}

fn present_step(context: &Context, period: u64) -> i64 {
    let seconds = u64::try_from(context.now() / 1000).unwrap_or(0);
    i64::try_from(seconds / period).unwrap_or(i64::MAX)
}

impl OathKey<'_> {
    fn params(&self, context: &Context) -> Result<OtpParams, ServiceError> {
        let seed = context.keys.open_seed(self.row, self.sealed_seed)?;
        params(self.form, seed.to_vec(), u64::try_from(self.last_step + 1).unwrap_or(0))
    }

    fn check_timed(&self, params: &OtpParams, code: &OtpCode, present: i64, tolerance: Tolerance) -> TypedOathCode {
        let period = self.form.period.unwrap_or(PERIOD);
        let now = u64::try_from(present).unwrap_or(0) * period;
        let last_step = u64::try_from(self.last_believed(Some(present))).ok();
        let steps = match tolerance {
            Tolerance::SignIn => 1,
            Tolerance::Activation => 5,
        };
        match params.match_totp(code, now, Window { steps, drift: self.drift }, last_step) {
            TotpMatch::Fresh { step, offset } => {
                let step = i64::try_from(step).unwrap_or(i64::MAX);
                match tolerance {
                    Tolerance::Activation => TypedOathCode::Fresh(self.synced(step, Some(present))),
                    Tolerance::SignIn => TypedOathCode::Fresh(Accepted {
                        step,
                        drift: (self.drift + (offset - self.drift).signum())
                            .clamp(self.synced_drift - MOST_DRIFT, self.synced_drift + MOST_DRIFT),
                        synced_drift: self.synced_drift,
                        latest: self.latest(Some(present)),
                    }),
                }
            }
            TotpMatch::AlreadyUsed => TypedOathCode::AlreadyUsed,
            TotpMatch::NoMatch => {
                let reach = if self.far_step.is_some() { RESYNC_STEPS } else { EXPLAINED_STEPS };
                let wide = Window { steps: u32::try_from(reach).unwrap_or(0), drift: self.drift };
                match params.match_totp(code, now, wide, last_step) {
                    TotpMatch::Fresh { step, offset } => {
                        let step = i64::try_from(step).unwrap_or(i64::MAX);
                        let seconds = offset * i64::try_from(period).unwrap_or(0);
                        self.far(step, Some(present), Some(seconds))
                    }
                    TotpMatch::AlreadyUsed | TotpMatch::NoMatch => TypedOathCode::Wrong(None),
                }
            }
        }
    }

    fn check_counted(
        &self,
        params: &OtpParams,
        code: &OtpCode,
        tolerance: Tolerance,
    ) -> Result<TypedOathCode, ServiceError> {
        let look_ahead = match tolerance {
            Tolerance::SignIn => LOOK_AHEAD,
            Tolerance::Activation => ACTIVATION_LOOK_AHEAD,
        };
        let found = |found| match found {
            HotpMatch::Fresh { counter } => i64::try_from(counter).ok(),
            HotpMatch::NoMatch => None,
        };
        if let Some(step) = found(params.match_hotp(code, look_ahead)) {
            return Ok(TypedOathCode::Fresh(self.synced(step, None)));
        }
        if let Ok(last) = u64::try_from(self.last_step) {
            let last = params.with_counter(last).map_err(|_| ServiceError::Crypto("use a counter"))?;
            if last.match_hotp(code, 0) != HotpMatch::NoMatch {
                return Ok(TypedOathCode::AlreadyUsed);
            }
        }
        Ok(match found(params.match_hotp(code, RESYNC_LOOK_AHEAD)) {
            Some(step) => self.far(step, None, None),
            None => TypedOathCode::Wrong(None),
        })
    }

    /// A code too far off: the second of two in a row is taken, any other only explained.
    fn far(&self, step: i64, present: Option<i64>, clock_offset_seconds: Option<i64>) -> TypedOathCode {
        if self.far_step.is_some_and(|far| far >= 0 && far + 1 == step) {
            TypedOathCode::Fresh(self.synced(step, present))
        } else {
            TypedOathCode::Wrong(Some(FarOff { step, clock_offset_seconds }))
        }
    }

    fn synced(&self, step: i64, present: Option<i64>) -> Accepted {
        let drift = present.map_or(0, |present| step - present);
        let synced_drift = if self.far_step.is_some() { drift } else { self.synced_drift };
        Accepted { step, drift, synced_drift, latest: self.latest(present) }
    }

    /// The last step that can have been accepted by now. One behind it was accepted while a clock was ahead, by a code
    /// of a time that has not come: it says nothing of the codes of this time.
    fn latest(&self, present: Option<i64>) -> i64 {
        present.map_or(i64::MAX, |present| present + self.synced_drift.max(self.drift) + RESYNC_STEPS)
    }

    /// The step of the last accepted code as far as it counts, -1 if none does.
    fn last_believed(&self, present: Option<i64>) -> i64 {
        if self.last_step <= self.latest(present) { self.last_step } else { -1 }
    }
}
