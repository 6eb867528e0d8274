//! People who were added here before there was a directory.

use proofup_api::{AdminAction, ErrorCode};
use proofup_store::{sourced_people, users};

use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::directory::Directory;
use crate::people::administrators::begin_order;
use crate::people::names::UserPrincipalName;
use crate::{ServiceError, session};

/// Makes a person who was added here one of the directory: the entry that has their user name. From then on their password is
/// the directory's.
pub(crate) async fn link(
    context: &Context,
    directory: &Directory,
    actor: &Actor,
    upn: &str,
    reason: Option<&Reason>,
) -> Result<(), ServiceError> {
    let unknown = || ServiceError::refused(ErrorCode::NotFound);
    let upn = UserPrincipalName::parse(upn).ok_or_else(unknown)?;
    let user = users::by_upn(&mut context.store.read().await?, upn.as_str()).await?.ok_or_else(unknown)?;
    let people = directory.people().await?;
    let named = |name: &str| UserPrincipalName::parse(name).is_some_and(|name| name == upn);
    let entries: Vec<_> = people.people.iter().filter(|entry| entry.user_name.as_deref().is_some_and(named)).collect();
    let id = match entries.as_slice() {
        [entry] => entry.id.as_deref().ok_or_else(unknown)?,
        _ => return Err(unknown()),
    };
    let source = directory.settings().source();
    let (mut transaction, user) = begin_order(context, actor, &user).await?;
    let kept = sourced_people::all(&mut transaction).await?;
    let of_another = kept.iter().any(|person| person.source_id.as_deref() == Some(id));
    if of_another || !sourced_people::link(&mut transaction, &user.id, source, id).await? {
        return Err(ServiceError::refused(ErrorCode::UserNameTaken));
    }
    session::end_all(context, &mut transaction, &user.id, None, None).await?;
    let action = AdminAction::DirectoryLinked;
    actor.record(context, &mut transaction, action, Some(&user.upn), Some(id.to_owned()), reason).await?;
    Ok(transaction.commit().await?)
}
