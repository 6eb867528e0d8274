//! Roles: given and taken by administrators. The last of them stays one.

use proofup_api::{AdminAction, Role};
use proofup_store::Connection;
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::administrators::{begin_order, keep_an_administrator};

/// Gives a person these roles, and no other. They count from the next call on.
pub(crate) async fn set(
    context: &Context,
    actor: &Actor,
    user: &User,
    roles: &[Role],
    reason: Option<&Reason>,
) -> Result<User, ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let changed = give(context, &mut transaction, actor, &user, roles, reason).await?;
    transaction.commit().await?;
    Ok(changed)
}

/// The same for a person whose row is held.
pub(crate) async fn give(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    roles: &[Role],
    reason: Option<&Reason>,
) -> Result<User, ServiceError> {
    if !roles.contains(&Role::Administrator) {
        keep_an_administrator(context, &mut *db, user).await?;
    }
    let has = |role| roles.contains(&role);
    let changed = User {
        administrator: has(Role::Administrator),
        help_desk: has(Role::HelpDesk),
        auditor: has(Role::Auditor),
        ..user.clone()
    };
    if changed.roles() != user.roles() {
        users::set_roles(&mut *db, &user.id, roles).await?;
        let (before, after) = (names(user), names(&changed));
        let action = AdminAction::RolesChanged;
        actor.record_change(context, db, action, Some(&user.upn), (&before, &after), reason).await?;
    }
    Ok(changed)
}

fn names(user: &User) -> String {
    let names: Vec<_> = user.roles().into_iter().map(Role::as_str).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(" ") }
}
