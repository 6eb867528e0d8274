//! Recent activity: sign-ins and changes to the account, and what to do about a row that was not them.

use proofup_api::{ActivityKind, ActivityRequest};
use proofup_client::Session;

use crate::{App, AppError, view::ActivityView};

/// Rows of a page.
const PAGE: u32 = 50;

impl App {
    /// Rows of a kind behind `after`: live, or of the newest ones as they were last known.
    ///
    /// # Errors
    /// That the service cannot be reached and nothing is known either.
    pub async fn activity(&self, kind: ActivityKind, after: Option<&str>) -> Result<ActivityView, AppError> {
        let known = self.snapshots().current().activity.filter(|_| after.is_none());
        if let (Some(known), true) = (&known, self.is_offline()) {
            return Ok(as_known(known, kind));
        }
        match self.fetch_activity(kind, after).await {
            Ok(view) => {
                if kind == ActivityKind::All && after.is_none() {
                    self.snapshots().update(|known| known.activity = Some(view.clone()));
                }
                Ok(view)
            }
            Err(AppError::Service(error)) if error.is_unreachable() => {
                known.map(|known| as_known(&known, kind)).ok_or(AppError::Service(error))
            }
            Err(other) => Err(other),
        }
    }

    /// Ends every other session and forgets the remembered devices. This session goes on, to do the rest with.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn sign_out_everywhere_else(&self) -> Result<(), AppError> {
        self.call(async |session| session.revoke_sign_in_sessions().await).await
    }

    /// Leads this session into the wizard: the methods of before count until it is completed, and are gone then.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn register_again(&self) -> Result<(), AppError> {
        self.confirmed_call(|session: Session| async move { session.begin_registration().await }).await?;
        self.forget_person_things();
        self.link().try_now.notify_one();
        self.sync().await
    }

    pub(crate) async fn fetch_activity(
        &self,
        kind: ActivityKind,
        after: Option<&str>,
    ) -> Result<ActivityView, AppError> {
        let request = ActivityRequest { kind: Some(kind), top: Some(PAGE), after: after.map(str::to_owned) };
        let page = self.call(async |session| session.activity(&request).await).await?;
        Ok(ActivityView { value: page.value, next: page.next, known: false, synced: self.environment().now() })
    }
}

/// What of the known rows is of this kind.
fn as_known(view: &ActivityView, kind: ActivityKind) -> ActivityView {
    let value = view.value.iter().filter(|row| kind.includes(row)).cloned().collect();
    ActivityView { value, next: None, known: true, synced: view.synced }
}
