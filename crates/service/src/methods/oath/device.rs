//! An authenticator app or a hardware token: where the two differ.

use proofup_api::AuthenticationMode;
use proofup_otp::Algorithm;
use proofup_store::Connection;
use proofup_store::StoreError;
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::software_oaths::{self, SoftwareOath};

use super::{Accepted, FarOff, Form, OathKey};
use crate::ServiceError;

/// What makes a person's codes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OathDevice<'a> {
    /// An authenticator app.
    App(&'a SoftwareOath),
    /// A hardware token.
    Token(&'a HardwareOath),
}

/// The key that codes of an app are checked with.
pub(crate) fn app_key(app: &SoftwareOath) -> OathKey<'_> {
    OathKey {
        row: &app.id,
        sealed_seed: &app.seed,
        form: Form::APP,
        last_step: app.last_step,
        drift: app.drift,
        synced_drift: 0,
        far_step: None,
    }
}

/// The key that codes of a hardware token are checked with.
pub(crate) fn token_key(token: &HardwareOathDevice) -> Result<OathKey<'_>, ServiceError> {
    let unexpected = |column, found: String| StoreError::UnexpectedValue { column, found };
    let algorithm: Algorithm =
        token.algorithm.parse().map_err(|_| unexpected("hardware_oath_devices.algorithm", token.algorithm.clone()))?;
    let digits =
        u8::try_from(token.digits).map_err(|_| unexpected("hardware_oath_devices.digits", token.digits.to_string()))?;
    Ok(OathKey {
        row: &token.device_id,
        sealed_seed: &token.seed,
        form: Form { period: token.period.and_then(|seconds| u64::try_from(seconds).ok()), algorithm, digits },
        last_step: token.last_step,
        drift: token.drift,
        synced_drift: token.synced_drift,
        far_step: Some(token.far_step),
    })
}

/// Whether the dates of a hardware token allow it now.
pub(crate) fn is_token_valid_at(token: &HardwareOathDevice, now: i64) -> bool {
    token.valid_from.is_none_or(|from| from <= now) && token.valid_until.is_none_or(|until| now < until)
}

impl OathDevice<'_> {
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::App(app) => &app.id,
            Self::Token(token) => &token.id,
        }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::App(app) => &app.display_name,
            Self::Token(token) => &token.display_name,
        }
    }

    /// As the sign-in log keeps the two apart.
    pub(crate) const fn mode(&self) -> AuthenticationMode {
        match self {
            Self::App(_) => AuthenticationMode::SoftwareOath,
            Self::Token(_) => AuthenticationMode::HardwareOath,
        }
    }

    pub(crate) fn key(&self) -> Result<OathKey<'_>, ServiceError> {
        match self {
            Self::App(app) => Ok(app_key(app)),
            Self::Token(token) => token_key(&token.device),
        }
    }

    /// Whether it may be used now.
    pub(crate) fn is_valid_at(&self, now: i64) -> bool {
        match self {
            Self::App(_) => true,
            Self::Token(token) => is_token_valid_at(&token.device, now),
        }
    }

    /// Uses a code up at a sign-in; false if somebody was faster.
    pub(crate) async fn accept(&self, db: &mut Connection, accepted: Accepted, now: i64) -> Result<bool, ServiceError> {
        match self {
            Self::App(app) => Ok(software_oaths::accept_step(db, &app.id, accepted, now).await?),
            Self::Token(token) => {
                let device = &token.device.device_id;
                let fresh = hardware_oath_devices::accept_step(db, device, accepted).await?;
                if fresh {
                    hardware_oaths::note_use(db, &token.id, now).await?;
                }
                Ok(fresh)
            }
        }
    }

    /// Keeps a code that was too far off, so that the next one in a row resynchronises.
    pub(crate) async fn note_far(&self, db: &mut Connection, far: FarOff) -> Result<(), ServiceError> {
        match self {
            Self::App(_) => Ok(()),
            Self::Token(token) => {
                Ok(hardware_oath_devices::note_far_step(db, &token.device.device_id, far.step).await?)
            }
        }
    }
}
