//! The list of what administrators did.

use proofup_api::{AdminActionRecord, AdminActions, AdminActionsRequest, ErrorCode};
use proofup_store::admin_actions;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::people::names::UserPrincipalName;
use crate::runtime::clock::timestamp;

const PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 500;

/// A page of the actions, about one person if one is named. The help desk sees its own.
pub(crate) async fn page(
    context: &Context,
    reader: &Actor,
    request: &AdminActionsRequest,
) -> Result<AdminActions, ServiceError> {
    let invalid = || ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "user");
    let subject = request.user.as_deref().map(|text| UserPrincipalName::parse(text).ok_or_else(invalid)).transpose()?;
    let subject = subject.as_ref().map(UserPrincipalName::as_str);
    let by = reader.sees_own_actions_alone().then_some(reader.name.as_str());
    let top = request.top.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let (mut db, after) = (context.store.read().await?, request.after.as_deref());
    let mut rows = admin_actions::page(&mut db, subject, by, after, i64::from(top) + 1).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id.clone());
    let value = rows
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
            caller_check: row.caller_check,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
        .collect();
    Ok(AdminActions { value, next })
}
