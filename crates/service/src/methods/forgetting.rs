//! Forgets all of a person's methods, as when an administrator requires them to register again.

use proofup_store::users::{self, User};
use proofup_store::{Connection, authenticators, hardware_oaths, phones, software_oaths};

use crate::ServiceError;

/// Deletes phones, authenticator apps and devices, and takes hardware tokens off the account. Numbers that the organisation
/// set are its own and stay.
pub(crate) async fn forget_methods(db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    for phone in phones::of_user(&mut *db, &user.id).await? {
        if !phone.read_only {
            phones::delete(&mut *db, &phone.id).await?;
        }
    }
    for oath in software_oaths::of_user(&mut *db, &user.id).await? {
        software_oaths::delete(&mut *db, &oath.id).await?;
    }
    for token in hardware_oaths::of_user(&mut *db, &user.id).await? {
        hardware_oaths::delete(&mut *db, &token.id).await?;
    }
    for device in authenticators::of_user(&mut *db, &user.id).await? {
        authenticators::delete(&mut *db, &device.id).await?;
    }
    Ok(users::set_preferred_method(db, &user.id, None).await?)
}
