//! An authenticator app or a hardware token: where the two differ.

use proofup_api::AuthenticationMode;
use proofup_otp::Algorithm;

use super::{Accepted, FarOff, Form, OathKey};
use crate::ServiceError;
use crate::store::Connection;
use crate::store::hardware_oath_devices::{self, HardwareOathDevice};
use crate::store::hardware_oaths::{self, HardwareOath};
use crate::store::software_oaths::{self, SoftwareOath};

/// What makes a person's codes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OathDevice<'a> {
    /// An authenticator app.
    App(&'a SoftwareOath),
    /// A hardware token.
    Token(&'a HardwareOath),
}

impl SoftwareOath {
    /// What its codes are checked by.
    pub(crate) fn key(&self) -> OathKey<'_> {
        OathKey {
            row: &self.id,
            sealed_seed: &self.seed,
            form: Form::APP,
            last_step: self.last_step,
            drift: self.drift,
            synced_drift: 0,
            far_step: None,
        }
    }
}

impl HardwareOathDevice {
    /// What its codes are checked by.
    pub(crate) fn key(&self) -> Result<OathKey<'_>, ServiceError> {
        let unexpected = |column, found: String| ServiceError::UnexpectedValue { column, found };
        let algorithm: Algorithm = self
            .algorithm
            .parse()
            .map_err(|_| unexpected("hardware_oath_devices.algorithm", self.algorithm.clone()))?;
        let digits = u8::try_from(self.digits)
            .map_err(|_| unexpected("hardware_oath_devices.digits", self.digits.to_string()))?;
        Ok(OathKey {
            row: &self.device_id,
            sealed_seed: &self.seed,
            form: Form { period: self.period.and_then(|seconds| u64::try_from(seconds).ok()), algorithm, digits },
            last_step: self.last_step,
            drift: self.drift,
            synced_drift: self.synced_drift,
            far_step: Some(self.far_step),
        })
    }

    /// Whether its dates allow it now.
    pub(crate) fn is_valid_at(&self, now: i64) -> bool {
        self.valid_from.is_none_or(|from| from <= now) && self.valid_until.is_none_or(|until| now < until)
    }
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
            Self::App(app) => Ok(app.key()),
            Self::Token(token) => token.device.key(),
        }
    }

    /// Whether it may be used now.
    pub(crate) fn is_valid_at(&self, now: i64) -> bool {
        match self {
            Self::App(_) => true,
            Self::Token(token) => token.device.is_valid_at(now),
        }
    }

    /// Uses a code up at a sign-in; false if somebody was faster.
    pub(crate) async fn accept(&self, db: &mut Connection, accepted: Accepted, now: i64) -> Result<bool, ServiceError> {
        match self {
            Self::App(app) => software_oaths::accept_step(db, &app.id, accepted, now).await,
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
            Self::Token(token) => hardware_oath_devices::note_far_step(db, &token.device.device_id, far.step).await,
        }
    }
}
