//! Activation: a device trades the one-time code for its place, and leaves its public key.

use data_encoding::BASE32_NOPAD;
use proofup_api::{ActivateAuthenticator, ActivatedAuthenticator, ErrorCode, SecretText};
use proofup_store::authenticators::{self, Activation};
use proofup_store::software_oaths::{self, SoftwareOath};
use proofup_store::users;

use super::signature::is_public_key;
use crate::ServiceError;
use crate::context::Context;
use crate::methods::oath::SEED_BYTES;
use crate::runtime::display_name::DisplayName;
use crate::runtime::keys::Domain;
use crate::runtime::typed_secret::TypedSecret;
use crate::settings::Settings;

const LONGEST_NAME: usize = 64;

/// Sixteen symbols of thirty-two: eighty bits, so that guessing one of all open codes within its ten minutes is hopeless.
pub(crate) type ActivationCode = TypedSecret<16>;

impl ActivationCode {
    /// The form that is stored.
    pub(crate) fn hash(&self, context: &Context) -> Result<String, ServiceError> {
        context.keys.mac(Domain::Activation, self.canonical().as_bytes())
    }

    /// The form that is shown: four groups of four.
    pub(crate) fn grouped(&self) -> SecretText {
        let groups: Vec<&str> =
            (0..self.canonical().len()).step_by(4).map(|at| &self.canonical()[at..at + 4]).collect();
        SecretText::new(groups.join("-"))
    }
}

/// Gives a set-up to the device that has its code. Nothing changes for sign-in before a test is approved on it.
pub(crate) async fn activate(
    context: &Context,
    body: &ActivateAuthenticator,
) -> Result<ActivatedAuthenticator, ServiceError> {
    let unknown = || ServiceError::refused(ErrorCode::ActivationCodeUnknown);
    if !is_public_key(&body.public_key) {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "publicKey"));
    }
    let hash = ActivationCode::parse(body.code.expose()).ok_or_else(unknown)?.hash(context)?;
    let set_up = authenticators::by_activation_hash(&mut context.store.read().await?, &hash).await?;
    let set_up = set_up.ok_or_else(unknown)?;
    let now = context.now();
    let mut transaction = context.store.begin_change(&set_up.user_id).await?;
    let db = &mut transaction;
    let user = users::by_id(db, &set_up.user_id).await?.filter(|user| !user.is_blocked(now)).ok_or_else(unknown)?;
    let settings = Settings::load(db).await?;
    if !settings.methods.notification_through_mobile_app {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    let name = DisplayName::tidied(&body.device_name, "Authenticator app");
    let (display_name, platform) = (name.as_str(), proofup_text::listed_name(&body.platform, LONGEST_NAME));
    let device = Activation { display_name, platform: &platform, public_key: &body.public_key };
    if !authenticators::activate(db, &set_up.id, device, now).await? {
        let used = authenticators::by_id(db, &set_up.id).await?.is_none_or(|found| found.activated_at.is_some());
        let code = if used { ErrorCode::ActivationCodeUsed } else { ErrorCode::ActivationCodeExpired };
        return Err(ServiceError::refused(code));
    }
    let secret_key = if settings.methods.code_from_mobile_app {
        let seed = context.random.bytes::<SEED_BYTES>()?;
        let id = context.random.id();
        let oath = SoftwareOath {
            seed: context.keys.seal_seed(context.random, &id, seed.as_slice())?,
            id,
            user_id: user.id.clone(),
            // The set-ups of a session are forgotten by its next one; these codes end with their device alone.
            session_id: set_up.id.clone(),
            display_name: display_name.to_owned(),
            last_step: -1,
            drift: 0,
            wrong_codes: 0,
            created_at: now,
            set_up_expires_at: set_up.activation_expires_at,
            activated_at: None,
            last_used_at: None,
            provisional_for: set_up.provisional_for.clone(),
            device_id: Some(set_up.id.clone()),
        };
        software_oaths::insert(db, &oath).await?;
        Some(SecretText::new(BASE32_NOPAD.encode(seed.as_slice())))
    } else {
        None
    };
    transaction.commit().await?;
    Ok(ActivatedAuthenticator {
        device_id: set_up.id,
        secret_key,
        issuer: settings.organization,
        account_name: user.upn,
    })
}

#[cfg(test)]
mod tests {
    use super::ActivationCode;
    use crate::Random;

    #[test]
    fn every_way_of_typing_a_code_is_the_same_code() {
        for text in ["k7mf-2c9w-qp4t-0r1x", "K7MF 2C9W QP4T 0R1X", "k7mf2c9wqp4torix", "k7mf2c9wqp4tOrLx"] {
            assert_eq!(ActivationCode::parse(text).unwrap().canonical(), "k7mf2c9wqp4t0r1x", "{text}");
        }
        for text in ["", "k7mf-2c9w-qp4t-0r1", "k7mf-2c9w-qp4t-0r1x-k7mf", "k7mf-2c9w-qp4t-0r1ü"] {
            assert!(ActivationCode::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_new_code_is_read_back_from_its_groups() {
        let code = ActivationCode::generate(Random::system()).unwrap();
        let grouped = code.grouped();
        assert_eq!(grouped.expose().len(), 19);
        assert_eq!(ActivationCode::parse(grouped.expose()).unwrap().canonical(), code.canonical());
    }
}
