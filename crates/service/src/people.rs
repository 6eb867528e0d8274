//! People: names as they are typed and as they are kept, and how a person comes to be.

use proofup_api::{MfaState, SecretText};

use crate::ServiceError;
use crate::passwords::Lane;
use crate::store::users::{self, User};
use crate::world::World;

/// A user principal name in lower case: `ann@contoso.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserPrincipalName(String);

impl UserPrincipalName {
    /// Reads what a person typed; `None` if it cannot be a name.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let name = text.trim().to_lowercase();
        let (local, domain) = name.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty() && part.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '@' && c != ':')
        };
        (name.len() <= 254 && plain(local) && plain(domain)).then_some(Self(name))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person to be added.
pub(crate) struct NewPerson<'a> {
    pub(crate) upn: &'a UserPrincipalName,
    pub(crate) display_name: &'a str,
    pub(crate) password: Option<&'a SecretText>,
    pub(crate) administrator: bool,
    pub(crate) mfa_state: MfaState,
}

/// Adds a person; `None` if the name is taken.
pub(crate) async fn add(world: &World, person: NewPerson<'_>) -> Result<Option<User>, ServiceError> {
    let password_hash = match person.password {
        Some(password) => Some(world.hashing.hash(password, &Lane::of_administration()).await?),
        None => None,
    };
    let user = User {
        id: world.random.id(),
        upn: person.upn.as_str().to_owned(),
        display_name: person.display_name.trim().to_owned(),
        administrator: person.administrator,
        blocked_until: 0,
        mfa_state: person.mfa_state,
        reregistration_required: false,
        preferred_method: None,
        created_at: world.now(),
    };
    let mut transaction = world.store.begin().await?;
    let new = users::insert(&mut transaction, &user, password_hash.as_deref()).await?;
    transaction.commit().await?;
    Ok(new.then_some(user))
}

#[cfg(test)]
mod tests {
    use super::UserPrincipalName;

    #[test]
    fn reads_a_name_in_any_case() {
        assert_eq!(UserPrincipalName::parse(" Ann@Contoso.Example ").unwrap().as_str(), "ann@contoso.example");
    }

    #[test]
    fn refuses_what_is_no_name() {
        for text in ["", "ann", "@contoso.example", "ann@", "a b@c", "ann@b@c", "ann:x@c", "k7mf 2c9w qp4t"] {
            assert!(UserPrincipalName::parse(text).is_none(), "{text:?}");
        }
    }
}
