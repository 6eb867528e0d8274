//! Recent activity: the person's sign-ins and the changes to their account, merged by time.

use proofup_api::{Activity, ActivityKind, ActivityRequest, ActivityRow, SignInKind};
use proofup_store::{account_changes, sign_ins};

use super::activity::{page_size, shown};
use crate::ServiceError;
use crate::audit::changes;
use crate::audit::sign_in_log::write_refusals;
use crate::context::Context;
use crate::session::Bearer;

/// A page of it, the newest first. The ids of both tables are ordered by time, so one id says where a page ends.
pub(crate) async fn page(
    context: &Context,
    bearer: &Bearer,
    request: &ActivityRequest,
) -> Result<Activity, ServiceError> {
    let top = page_size(request.top);
    let kind = request.kind.unwrap_or(ActivityKind::All);
    let (user, after) = (&bearer.user_id, request.after.as_deref());
    // One more than asked for tells whether there is a page behind.
    let limit = i64::from(top) + 1;
    write_refusals(context).await?;
    let mut db = context.store.read().await?;
    let mut rows: Vec<ActivityRow> = Vec::new();
    if let Some(kind) = of_log(kind) {
        let of_log = sign_ins::page_of_user(&mut db, user, kind, after, limit).await?;
        rows.extend(of_log.into_iter().map(|row| ActivityRow::SignIn(shown(row))));
    }
    if matches!(kind, ActivityKind::All | ActivityKind::Changes) {
        let changed = account_changes::page_of_user(&mut db, user, after, limit).await?;
        rows.extend(changed.into_iter().map(|row| ActivityRow::AccountChange(changes::shown(row))));
    }
    rows.sort_unstable_by(|one, other| other.id().cmp(one.id()));
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id().to_owned());
    Ok(Activity { value: rows, next })
}

/// The rows of the sign-in log among them.
fn of_log(kind: ActivityKind) -> Option<SignInKind> {
    match kind {
        ActivityKind::All => Some(SignInKind::All),
        ActivityKind::SignIns => Some(SignInKind::SignIns),
        ActivityKind::Denied => Some(SignInKind::Denied),
        ActivityKind::OldApps => Some(SignInKind::OldApps),
        ActivityKind::Changes => None,
    }
}
