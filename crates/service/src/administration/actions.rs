//! Who administers, and the list of what they did.

use proofup_api::{AdminAction, AdminActionRecord};

use super::Reason;
use crate::ServiceError;
use crate::activity::changes;
use crate::clock::timestamp;
use crate::people::UserPrincipalName;
use crate::session::{Bearer, person};
use crate::store::Connection;
use crate::store::admin_actions::{self, AdminActionRow};
use crate::store::users;
use crate::telephony::Language;
use crate::world::{Caller, World};

/// Rows of one answer.
const SHOWN: i64 = 500;

/// Who administers, and from where.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) name: String,
    address: Option<String>,
    correlation_id: String,
}

impl Actor {
    /// An administrator over HTTP.
    pub(crate) async fn of(world: &World, bearer: &Bearer, caller: &Caller) -> Result<Self, ServiceError> {
        let user = person(&mut world.store.read().await?, bearer).await?;
        Ok(Self { name: user.upn, address: caller.address.clone(), correlation_id: caller.correlation_id.clone() })
    }

    /// A person in their own matter.
    pub(crate) fn person(upn: &str, caller: &Caller) -> Self {
        Self { name: upn.to_owned(), address: caller.address.clone(), correlation_id: caller.correlation_id.clone() }
    }

    /// A person whose own doing has a consequence that administrators look for.
    pub(crate) fn themselves(world: &World, upn: &str) -> Self {
        Self { name: upn.to_owned(), address: None, correlation_id: world.random.id() }
    }

    /// Whoever may run the binary beside its database, by the name that the system knows them by.
    pub(crate) fn command_line(world: &World, system_user: &str) -> Self {
        Self { name: format!("command line ({system_user})"), address: None, correlation_id: world.random.id() }
    }

    /// Writes down what was done. Called in the transaction that does it.
    pub(crate) async fn record(
        &self,
        world: &World,
        db: &mut Connection,
        action: AdminAction,
        subject: Option<&str>,
        detail: Option<String>,
        reason: Option<&Reason>,
    ) -> Result<(), ServiceError> {
        let now = world.now();
        let row = AdminActionRow {
            id: world.time_ordered_id(now),
            created_at: now,
            actor: self.name.clone(),
            action,
            subject: subject.map(str::to_owned),
            detail,
            reason: reason.map(|reason| reason.as_str().to_owned()),
            client_address: self.address.clone(),
            correlation_id: self.correlation_id.clone(),
        };
        admin_actions::append(db, &row).await?;
        self.tell(world, db, &row).await
    }

    /// Tells the person that something was done to.
    async fn tell(&self, world: &World, db: &mut Connection, row: &AdminActionRow) -> Result<(), ServiceError> {
        let Some(upn) = &row.subject else { return Ok(()) };
        let Some(user) = users::by_upn(db, upn).await? else { return Ok(()) };
        let own = self.name == user.upn;
        match changes::of_administrator(&user, own, row.action, row.detail.as_deref()) {
            Some(changed) => {
                let caller = Caller {
                    address: self.address.clone(),
                    correlation_id: self.correlation_id.clone(),
                    language: Language::default(),
                };
                changed.record(world, db, &caller).await
            }
            None => Ok(()),
        }
    }
}

/// The newest actions, of one person if one is named.
pub(crate) async fn list(
    world: &World,
    subject: Option<&UserPrincipalName>,
) -> Result<Vec<AdminActionRecord>, ServiceError> {
    let subject = subject.map(UserPrincipalName::as_str);
    let rows = admin_actions::newest(&mut world.store.read().await?, subject, SHOWN).await?;
    Ok(rows
        .into_iter()
        .map(|row| AdminActionRecord {
            id: row.id,
            created_date_time: timestamp(row.created_at),
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            detail: row.detail,
            reason: row.reason,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
        .collect())
}
