//! People: names as they are typed and as they are kept, and how a person comes to be.

use proofup_api::{MfaState, SecretText};

use crate::ServiceError;
use crate::passwords::Lane;
use crate::store::Connection;
use crate::store::users::{self, User};
use crate::world::World;

/// A user principal name in lower case: `ann@contoso.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserPrincipalName(String);

impl UserPrincipalName {
    /// Reads what a person typed; `None` if it cannot be a name.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let name = proofup_text::user_name(text);
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
    pub(crate) password_hash: Option<String>,
    pub(crate) administrator: bool,
    pub(crate) mfa_state: MfaState,
}

/// The hash of a new person's password, if they get one.
pub(crate) async fn password_hash(
    world: &World,
    password: Option<&SecretText>,
) -> Result<Option<String>, ServiceError> {
    match password {
        Some(password) => world.hashing.hash(password, &Lane::of_administration()).await.map(Some),
        None => Ok(None),
    }
}

/// Adds a person; `None` if the name is taken.
pub(crate) async fn add(
    world: &World,
    db: &mut Connection,
    person: NewPerson<'_>,
) -> Result<Option<User>, ServiceError> {
    let user = User {
        id: world.random.id(),
        upn: person.upn.as_str().to_owned(),
        display_name: proofup_text::name(person.display_name),
        administrator: person.administrator,
        blocked_until: 0,
        mfa_state: person.mfa_state,
        reregistration_required: false,
        preferred_method: None,
        changes: 0,
        created_at: world.now(),
    };
    Ok(users::insert(db, &user, person.password_hash.as_deref()).await?.then_some(user))
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
