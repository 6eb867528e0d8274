//! The address and the language in which a person is written to, as the organisation sets them.

use proofup_api::{AccountChangeKind, AdminAction, ErrorCode, Language};
use proofup_store::recipients;
use proofup_store::users::User;

use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::audit::changes::Changed;
use crate::context::Context;
use crate::mail::is_address;
use crate::notices::queue::Former;
use crate::notices::recipient::address_of;
use crate::people::administrators::begin_order;
use crate::settings::Settings;

/// An address as it is kept; `None` for an empty text, which takes the address away.
pub(crate) fn parse_address(text: &str) -> Result<Option<String>, ServiceError> {
    let address = proofup_text::name(text);
    if address.is_empty() {
        return Ok(None);
    }
    if is_address(&address) {
        Ok(Some(address))
    } else {
        Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "mail"))
    }
}

/// Sets the address of a person. The one that they had is told of it.
pub(crate) async fn set_address(
    context: &Context,
    actor: &Actor,
    user: &User,
    address: Option<&str>,
    reason: Option<&Reason>,
) -> Result<(), ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let db = &mut transaction;
    let person = recipients::find(db, &user.id).await?.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if person.mail.as_deref() == address {
        return Ok(());
    }
    let former = address_of(&person, &Settings::load(db).await?.notices);
    recipients::set_mail(db, &user.id, address).await?;
    let kind = AccountChangeKind::MailChanged;
    let changed = if actor.name == user.upn {
        Changed::by_person(&user.id, kind)
    } else {
        Changed::by_administrator(&user.id, kind)
    };
    let changed = changed.in_place_of(former.as_deref().map(Former::Mail));
    let changed = if let Some(address) = address { changed.named(&shown(address)) } else { changed };
    changed.record(context, db, &actor.caller()).await?;
    let values = (person.mail.as_deref().unwrap_or_default(), address.unwrap_or_default());
    actor.record_change(context, db, AdminAction::MailChanged, Some(&user.upn), values, reason).await?;
    transaction.commit().await?;
    Ok(())
}

/// `a•••@contoso.example`: the old address is told of the new one, and whoever reads it there need not know it whole.
fn shown(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    format!("{}•••@{domain}", local.chars().next().unwrap_or_default())
}

/// A language that people are written to in; `None` for an empty text, which leaves it to what the person last used.
pub(crate) fn parse_language(tag: &str) -> Result<Option<Language>, ServiceError> {
    if tag.is_empty() {
        return Ok(None);
    }
    let invalid = || ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "preferredLanguage");
    Language::of_tag(tag).map(Some).ok_or_else(invalid)
}

/// Sets the language in which a person is written to.
pub(crate) async fn set_language(
    context: &Context,
    actor: &Actor,
    user: &User,
    language: Option<Language>,
    reason: Option<&Reason>,
) -> Result<(), ServiceError> {
    let language = language.map(Language::tag);
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let db = &mut transaction;
    let person = recipients::find(db, &user.id).await?.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if person.preferred_language.as_deref() == language {
        return Ok(());
    }
    recipients::set_preferred_language(db, &user.id, language).await?;
    let values = (person.preferred_language.as_deref().unwrap_or_default(), language.unwrap_or_default());
    actor.record_change(context, db, AdminAction::LanguageChanged, Some(&user.upn), values, reason).await?;
    transaction.commit().await?;
    Ok(())
}
