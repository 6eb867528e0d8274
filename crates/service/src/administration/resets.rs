//! What an administrator takes away, so that a person can begin anew: methods, app passwords, devices, sessions.

use proofup_api::{AdminAction, CallerAct, MfaState, SecretText};
use proofup_store::users::{self, User};
use proofup_store::{Connection, app_passwords, trusted_devices};

use super::caller;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::administrators::begin_order;
use crate::people::names;
use crate::{ServiceError, methods, session, throttle};

/// What is to be taken away. Several at once are one change.
#[derive(Debug, Default)]
pub(crate) struct Reset {
    /// Phones, apps and tokens; with them go remembered devices and sessions.
    pub(crate) methods: bool,
    pub(crate) app_passwords: bool,
    pub(crate) trusted_devices: bool,
    pub(crate) sessions: bool,
    /// Opens the account after wrong passwords or codes.
    pub(crate) unlock: bool,
    /// A new one; with the old one go remembered devices and sessions.
    pub(crate) password: Option<SecretText>,
}

impl Reset {
    /// What of it needs a verified caller.
    fn acts(&self) -> Vec<CallerAct> {
        let acts = [
            (self.methods, CallerAct::RequireReregistration),
            (self.app_passwords && self.password.is_none(), CallerAct::DeleteAppPasswords),
            (self.password.is_some(), CallerAct::ResetPassword),
        ];
        acts.into_iter().filter_map(|(asked, act)| asked.then_some(act)).collect()
    }

    /// Takes it away, all or nothing.
    pub(crate) async fn apply(
        &self,
        context: &Context,
        actor: &Actor,
        user: &User,
        reason: Option<&Reason>,
    ) -> Result<(), ServiceError> {
        if self.password.is_some() {
            names::refuse_password_of_directory(user)?;
        }
        let password_hash = match &self.password {
            Some(password) => Some(names::password_hash(context, password, &user.upn, &user.display_name).await?),
            None => None,
        };
        let (mut transaction, user) = begin_order(context, actor, user).await?;
        self.take(context, &mut transaction, actor, &user, reason, password_hash).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes it away from a person whose row is held.
    pub(super) async fn take(
        &self,
        context: &Context,
        db: &mut Connection,
        actor: &Actor,
        user: &User,
        reason: Option<&Reason>,
        password_hash: Option<String>,
    ) -> Result<(), ServiceError> {
        let actor = &caller::cleared(context, &mut *db, actor, user, &self.acts(), reason).await?;
        let mut done = Vec::new();
        if self.methods {
            methods::forget_methods(&mut *db, user).await?;
            // Who never registered owes it already; who is disabled owes nothing.
            let again = user.mfa_state == MfaState::Enforced;
            users::set_mfa_state(&mut *db, &user.id, user.mfa_state, again, context.now()).await?;
            done.push((AdminAction::ReregistrationRequired, None));
        }
        if self.app_passwords {
            let count = app_passwords::delete_all(&mut *db, &user.id).await?;
            done.push((AdminAction::AppPasswordsDeleted, Some(count.to_string())));
        }
        if self.methods || self.trusted_devices || password_hash.is_some() {
            trusted_devices::delete_all(&mut *db, &user.id).await?;
        }
        if self.trusted_devices {
            done.push((AdminAction::MfaRestored, None));
        }
        if let Some(hash) = &password_hash {
            names::refuse_password_of_directory(user)?;
            users::set_password_hash(&mut *db, &user.id, hash).await?;
            done.push((AdminAction::PasswordReset, None));
        }
        if self.methods || self.sessions || password_hash.is_some() {
            session::end_all(context, &mut *db, &user.id, None, None).await?;
        }
        if self.sessions {
            done.push((AdminAction::SessionsRevoked, None));
        }
        if self.unlock {
            throttle::open_locks(context, &mut *db, user).await?;
            done.push((AdminAction::LockOpened, None));
        }
        for (action, detail) in done {
            actor.record(context, &mut *db, action, Some(&user.upn), detail, reason).await?;
        }
        Ok(())
    }
}
