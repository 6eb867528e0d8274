//! The list of what administrators did.

use proofup_api::AdminActionRecord;
use proofup_store::admin_actions;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::people::names::UserPrincipalName;
use crate::runtime::clock::timestamp;

/// Rows of one answer.
const SHOWN: i64 = 500;

/// The newest actions, of one person if one is named. The help desk sees its own.
pub(crate) async fn list(
    context: &Context,
    reader: &Actor,
    subject: Option<&UserPrincipalName>,
) -> Result<Vec<AdminActionRecord>, ServiceError> {
    let subject = subject.map(UserPrincipalName::as_str);
    let by = reader.sees_own_actions_alone().then_some(reader.name.as_str());
    let rows = admin_actions::newest(&mut context.store.read().await?, subject, by, SHOWN).await?;
    Ok(rows
        .into_iter()
        .map(|row| AdminActionRecord {
            id: row.id,
            created_date_time: timestamp(row.created_at),
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            detail: row.detail,
            before: row.value_before,
            after: row.value_after,
            bulk_id: row.bulk_id,
            reason: row.reason,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
        .collect())
}
