//! People: names as they are typed and as they are kept, and how a person comes to be.

use std::collections::HashMap;

use proofup_api::{ErrorCode, MfaState, SecretText};
use proofup_store::Connection;
use proofup_store::users::{self, User};

use proofup_text::is_no_letter_to_anybody;

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
            let is_plain = |c: char| {
                !(c.is_whitespace() || c.is_control() || matches!(c, '@' | ':') || is_no_letter_to_anybody(c))
            };
            !part.is_empty() && part.chars().all(is_plain)
        };
        // The dots of other scripts end a label too (IDNA), so with them one domain would have two spellings.
        let is_domain = domain.split('.').all(plain) && !domain.contains(['\u{3002}', '\u{ff0e}', '\u{ff61}']);
        (name.len() <= 254 && plain(local) && is_domain).then(|| Self(format!("{local}@{domain}")))
    }

    /// Whether the name could be somebody's in the world outside: its domain has the form of one. A password with an `@` in it
    /// that is typed into the wrong box seldom has.
    pub(crate) fn has_a_real_domain(&self) -> bool {
        let Some((_, domain)) = self.0.split_once('@') else { return false };
        let label = |label: &str| label.chars().all(|c| c.is_alphanumeric() || c == '-');
        domain.rsplit_once('.').is_some_and(|(rest, top)| {
            rest.split('.').all(label) && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic)
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The typed name as the sign-in log keeps it. People paste passwords into the wrong field, so an
/// unknown name is kept only if it has the form of a name.
pub(crate) fn kept_name<'a>(typed: Option<&'a UserPrincipalName>, user: Option<&User>) -> Option<&'a str> {
    typed.filter(|name| user.is_some() || name.has_a_real_domain()).map(UserPrincipalName::as_str)
}

/// A person to be added.
pub(crate) struct NewPerson<'a> {
    pub(crate) upn: &'a UserPrincipalName,
    pub(crate) display_name: &'a str,
    pub(crate) password_hash: Option<String>,
    pub(crate) administrator: bool,
    pub(crate) mfa_state: MfaState,
}

/// Refuses a new password of a person whose password is the directory's.
pub(crate) fn refuse_password_of_directory(user: &User) -> Result<(), ServiceError> {
    match user.source {
        Some(_) => Err(ServiceError::refused(ErrorCode::PasswordInDirectory)),
        None => Ok(()),
    }
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

/// Adds a person; `None` if the name is taken, or looks like one that is.
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
        source: None,
        changes: 0,
        created_at: context.now(),
    };
    if looks_taken(db, &user.upn).await? {
        return Ok(None);
    }
    Ok(users::insert(db, &user, person.password_hash.as_deref()).await?.then_some(user))
}

/// Whether somebody has a name that looks the same. Two plain ASCII names never do.
async fn looks_taken(db: &mut Connection, upn: &str) -> Result<bool, ServiceError> {
    let look = proofup_text::look(upn);
    if look != upn && users::by_upn(&mut *db, &look).await?.is_some() {
        return Ok(true);
    }
    let others = users::names_beyond_ascii(db).await?;
    Ok(others.iter().any(|other| proofup_text::look(other) == look))
}

/// The user names of everybody, for many that come at once. Names that look the same are one here.
#[derive(Debug, Default)]
pub(crate) struct NameBook(HashMap<String, String>);

impl NameBook {
    /// The form in which two names are compared.
    pub(crate) fn key(upn: &str) -> String {
        if upn.is_ascii() { upn.to_owned() } else { proofup_text::look(upn) }
    }

    /// Notes whose a name is.
    pub(crate) fn note(&mut self, upn: &str, id: &str) {
        self.0.insert(Self::key(upn), id.to_owned());
    }

    /// The id of the person whose name it is.
    pub(crate) fn holder(&self, upn: &str) -> Option<&str> {
        self.0.get(&Self::key(upn)).map(String::as_str)
    }
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
    fn a_name_is_written_in_letters_that_everybody_sees_and_its_domain_in_labels() {
        for text in [
            "an\u{2800}n@contoso.example",
            "ann\u{e000}@contoso.example",
            "ann\u{ffff}@contoso.example",
            "ann\u{fffc}@contoso.example",
            "ann@contoso\u{3002}example",
            "ann@contoso\u{ff61}example",
            "ann@contoso..example",
            "ann@.contoso.example",
            "ann@contoso.e\u{378}xample",
        ] {
            assert!(UserPrincipalName::parse(text).is_none(), "{text:?}");
        }
        for text in ["strau\u{df}@contoso.example", "\u{738b}\u{5c0f}@contoso.example", "ann@contoso"] {
            assert!(UserPrincipalName::parse(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn a_password_with_an_at_sign_is_seldom_taken_for_a_name() {
        let real = |text: &str| UserPrincipalName::parse(text).unwrap().has_a_real_domain();
        assert!(real("ann@contoso.example") && real("\u{738b}@\u{4f8b}\u{5b50}.\u{4e2d}\u{56fd}"));
        for text in ["summer@2026!", "p@ssw0rd", "me@home.42", "a@b!c.de", "winter@7.x"] {
            assert!(!real(text), "{text}");
        }
    }

    #[test]
    fn refuses_invalid_names() {
        for text in ["", "ann", "@contoso.example", "ann@", "a b@c", "ann@b@c", "ann:x@c", "ann@.", "k7mf 2c9w qp4t"] {
            assert!(UserPrincipalName::parse(text).is_none(), "{text:?}");
        }
    }
}
