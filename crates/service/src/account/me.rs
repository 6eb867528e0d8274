//! The signed-in person: state, policy, and the registration that they owe.

use proofup_api::{AppPasswordPolicy, AppPasswordsUnavailable, Me, Policy, Registration, RegistrationReason};

use crate::ServiceError;
use crate::app_passwords;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::runtime::clock::timestamp;
use crate::session::{Bearer, person};

/// `GET /v1/me`
pub(crate) async fn of(context: &Context, bearer: &Bearer) -> Result<Me, ServiceError> {
    let mut db = context.store.read().await?;
    let user = person(&mut db, bearer).await?;
    let enrollment = Enrollment::load(&mut db, user).await?;
    let reason = app_passwords::unavailable(&mut db, &enrollment).await?;
    Ok(Me {
        user_principal_name: enrollment.user.upn.clone(),
        display_name: enrollment.user.display_name.clone(),
        organization: enrollment.settings.organization.clone(),
        roles: enrollment.user.roles(),
        mfa_state: enrollment.user.mfa_state,
        registration: registration(&enrollment, bearer),
        policy: Policy {
            verification_methods: enrollment.settings.methods,
            app_passwords: app_password_policy(reason),
            remember_device: enrollment.settings.remember_device,
            office_phone_set_by_person: enrollment.settings.office_phone_set_by_person,
        },
        server_time: timestamp(context.now()),
    })
}

/// The registration that is owed. A session that returned to the wizard by choice owes it as well.
fn registration(enrollment: &Enrollment, bearer: &Bearer) -> Registration {
    let owed = enrollment.registration();
    if owed.required || !bearer.registers_anew {
        return owed;
    }
    Registration { required: true, reasons: vec![RegistrationReason::RegistersAnew] }
}

fn app_password_policy(reason: Option<AppPasswordsUnavailable>) -> AppPasswordPolicy {
    AppPasswordPolicy { available: reason.is_none(), reason, limit: app_passwords::LIMIT }
}
