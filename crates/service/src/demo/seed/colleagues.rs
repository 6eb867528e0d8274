//! More people at Contoso, for what is done with many at once. They have no password: nobody signs in as one of them.

use proofup_api::MfaState;

use crate::ServiceError;
use crate::context::Context;
use crate::people::names::{NewPerson, UserPrincipalName, add};

const FIRST_NAMES: [&str; 10] = ["Ada", "Bram", "Chen", "Dora", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jia"];
const LAST_NAMES: [&str; 6] = ["Novak", "Okafor", "Petit", "Rossi", "Silva", "Tan"];

/// Adds so many, sixty at most, none of whom is asked for a second step.
pub(super) async fn add_all(context: &Context, count: u8) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    let names = LAST_NAMES.iter().flat_map(|last| FIRST_NAMES.iter().map(move |first| (first, last)));
    let names: Vec<_> = names.take(usize::from(count)).collect();
    for (first, last) in names {
        let name = format!("{first}.{last}@contoso.example");
        let upn = UserPrincipalName::parse(&name)
            .ok_or_else(|| ServiceError::Configuration(format!("{name} is no user name")))?;
        let new = NewPerson {
            upn: &upn,
            display_name: &format!("{first} {last}"),
            password_hash: None,
            administrator: false,
            mfa_state: MfaState::Disabled,
        };
        add(context, &mut transaction, new).await?;
    }
    Ok(transaction.commit().await?)
}
