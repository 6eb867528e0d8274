//! A person's methods as they are shown.

use proofup_api::{AuthenticationMethod, AuthenticatorMethod, HardwareOathMethod, PhoneMethod, SoftwareOathMethod};
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::phones::Phone;
use proofup_store::software_oaths::{self, SoftwareOath};

use super::{is_open_to, visible_phones};
use crate::ServiceError;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::runtime::clock::timestamp;
use crate::session::Bearer;
use crate::telephony::numbers::masked;

/// `GET /v1/me/authentication/methods`: the active methods, or in a registration those that it has verified.
pub(crate) async fn methods(context: &Context, bearer: &Bearer) -> Result<Vec<AuthenticationMethod>, ServiceError> {
    let mut db = context.store.read().await?;
    let phones = visible_phones(&mut db, bearer, bearer.scope).await?;
    let oaths = software_oaths::of_user(&mut db, &bearer.user_id).await?;
    let devices = authenticators::of_user(&mut db, &bearer.user_id).await?;
    let tokens = hardware_oaths::of_user(&mut db, &bearer.user_id).await?;
    Ok(phones
        .iter()
        .map(|phone| AuthenticationMethod::Phone(phone_method(phone)))
        .chain(
            oaths
                .iter()
                .filter(|oath| is_open_to(oath.provisional_for.as_deref(), bearer.scope, &bearer.session_id))
                // The codes of a device are no app of their own.
                .filter(|oath| oath.activated_at.is_some() && oath.device_id.is_none())
                .map(|oath| AuthenticationMethod::SoftwareOath(software_oath_method(oath))),
        )
        .chain(
            tokens
                .iter()
                .filter(|token| is_open_to(token.provisional_for.as_deref(), bearer.scope, &bearer.session_id))
                .map(|token| AuthenticationMethod::HardwareOath(hardware_oath_method(token))),
        )
        .chain(
            devices
                .iter()
                .filter(|device| is_open_to(device.provisional_for.as_deref(), bearer.scope, &bearer.session_id))
                .filter(|device| device.verified_at.is_some())
                .map(|device| AuthenticationMethod::Authenticator(authenticator_method(device))),
        )
        .collect())
}

/// A person's real methods.
pub(crate) fn methods_of(enrollment: &Enrollment) -> Vec<AuthenticationMethod> {
    let phones = enrollment.phones.iter().map(|phone| AuthenticationMethod::Phone(phone_method(phone)));
    let apps = enrollment.oaths.iter().filter(|oath| oath.device_id.is_none());
    let apps = apps.map(|oath| AuthenticationMethod::SoftwareOath(software_oath_method(oath)));
    let devices =
        enrollment.devices.iter().map(|device| AuthenticationMethod::Authenticator(authenticator_method(device)));
    let tokens = enrollment.tokens.iter().map(|token| AuthenticationMethod::HardwareOath(hardware_oath_method(token)));
    phones.chain(apps).chain(tokens).chain(devices).collect()
}

pub(super) fn phone_method(phone: &Phone) -> PhoneMethod {
    PhoneMethod {
        id: phone.id.clone(),
        phone_type: phone.phone_type,
        phone_number: masked(&phone.number),
        read_only: phone.read_only,
        created_date_time: timestamp(phone.created_at),
        last_used_date_time: phone.last_used_at.map(timestamp),
    }
}

pub(super) fn software_oath_method(oath: &SoftwareOath) -> SoftwareOathMethod {
    SoftwareOathMethod {
        id: oath.id.clone(),
        display_name: oath.display_name.clone(),
        secret_key: None,
        created_date_time: timestamp(oath.activated_at.unwrap_or(oath.created_at)),
        last_used_date_time: oath.last_used_at.map(timestamp),
    }
}

pub(super) fn hardware_oath_method(token: &HardwareOath) -> HardwareOathMethod {
    let device = &token.device;
    HardwareOathMethod {
        id: token.id.clone(),
        display_name: token.display_name.clone(),
        serial_number: device.serial_number.clone(),
        manufacturer: device.manufacturer.clone(),
        model: device.model.clone(),
        secret_key: None,
        time_interval_in_seconds: device.period.and_then(|seconds| u32::try_from(seconds).ok()),
        code_length: u8::try_from(device.digits).unwrap_or(6),
        valid_until: device.valid_until.map(timestamp),
        created_date_time: timestamp(token.activated_at),
        last_used_date_time: token.last_used_at.map(timestamp),
    }
}

pub(super) fn authenticator_method(device: &Authenticator) -> AuthenticatorMethod {
    AuthenticatorMethod {
        id: device.id.clone(),
        display_name: device.display_name.clone(),
        platform: device.platform.clone(),
        created_date_time: timestamp(device.verified_at.unwrap_or(device.created_at)),
        last_used_date_time: device.last_used_at.map(timestamp),
    }
}
