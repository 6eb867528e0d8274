//! The present holders of phones and tokens. The seed has the first ones.

use proofup_store::{hardware_oaths, phones, users};

use crate::{ServiceConfig, ServiceError};

/// Numbers and serial numbers, each with the name of the person who has set it up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DemoHolders {
    /// `+1 4255551234`.
    pub numbers: Vec<(String, String)>,
    /// Serial numbers.
    pub tokens: Vec<(String, String)>,
}

/// Asks the database of a service.
///
/// # Errors
/// The database cannot be used.
pub async fn holders(config: &ServiceConfig) -> Result<DemoHolders, ServiceError> {
    let context = config.context().await?;
    let mut held = DemoHolders::default();
    {
        let mut db = context.store.read().await?;
        for user in users::all(&mut db).await? {
            let phones = phones::of_user(&mut db, &user.id).await?;
            held.numbers.extend(phones.into_iter().map(|phone| (phone.number, user.display_name.clone())));
            let tokens = hardware_oaths::of_user(&mut db, &user.id).await?;
            held.tokens.extend(tokens.into_iter().map(|token| (token.device.serial_number, user.display_name.clone())));
        }
    }
    context.store.close().await;
    Ok(held)
}
