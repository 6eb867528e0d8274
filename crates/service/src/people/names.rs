//! People: names as they are typed and as they are kept, and how a person comes to be.

use proofup_api::{MfaState, SecretText};
use proofup_store::Connection;
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::context::Context;
use crate::passwords::Lane;
use crate::passwords::rules;
use crate::settings::Settings;

/// A user principal name in lower case: `ann@contoso.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserPrincipalName(String);

impl UserPrincipalName {
    /// Reads what a person typed; `None` if it cannot be a name.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let name = proofup_text::user_name(text);
        let (local, domain) = name.split_once('@')?;
        // The root of all domains, which most leave out: the same name.
        let domain = domain.trim_end_matches('.');
        let plain = |part: &str| {
            !part.is_empty() && part.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '@' && c != ':')
        };
        (name.len() <= 254 && plain(local) && plain(domain)).then(|| Self(format!("{local}@{domain}")))
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

/// Refuses a new password of a person that breaks the rules, or is made of their own name or the organisation's.
pub(crate) async fn check_password(
    db: &mut Connection,
    password: &SecretText,
    upn: &str,
    display_name: &str,
) -> Result<(), ServiceError> {
    let organization = Settings::load(db).await?.organization;
    let local = upn.split('@').next().unwrap_or_default();
    rules::check(password, &[upn, local, display_name, &organization])
}

/// The hash of a password that somebody else gives a person, if it can be one.
pub(crate) async fn password_hash(
    context: &Context,
    password: &SecretText,
    upn: &str,
    display_name: &str,
) -> Result<String, ServiceError> {
    check_password(&mut context.store.read().await?, password, upn, display_name).await?;
    context.hashing.hash(password, &Lane::of_administration()).await
}

/// Adds a person; `None` if the name is taken.
pub(crate) async fn add(
    context: &Context,
    db: &mut Connection,
    person: NewPerson<'_>,
) -> Result<Option<User>, ServiceError> {
    let user = User {
        id: context.random.id(),
        upn: person.upn.as_str().to_owned(),
        display_name: proofup_text::name(person.display_name),
        administrator: person.administrator,
        help_desk: false,
        auditor: false,
        blocked_until: 0,
        mfa_state: person.mfa_state,
        reregistration_required: false,
        preferred_method: None,
        changes: 0,
        created_at: context.now(),
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
    fn a_dot_behind_a_domain_makes_no_other_name() {
        assert_eq!(UserPrincipalName::parse("ann@contoso.example.").unwrap().as_str(), "ann@contoso.example");
    }

    #[test]
    fn refuses_invalid_names() {
        for text in ["", "ann", "@contoso.example", "ann@", "a b@c", "ann@b@c", "ann:x@c", "ann@.", "k7mf 2c9w qp4t"] {
            assert!(UserPrincipalName::parse(text).is_none(), "{text:?}");
        }
    }
}
