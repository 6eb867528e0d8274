//! Recent activity: sign-ins and changes to the account, and the answers to a row that the person does not recognise.

mod alerts;

use crate::service::ServiceConnection;
use crate::status::{SnapshotStore, StatusPublisher};
use proofup_api::{ActivityKind, ActivityRequest};
use proofup_client::Environment;
use std::sync::Arc;

use crate::{AppError, view::ActivityView};

/// The rows of a page.
const PAGE: u32 = 50;

/// The Recent activity page.
pub struct Activity {
    service: Arc<ServiceConnection>,
    snapshots: Arc<SnapshotStore>,
    publisher: Arc<StatusPublisher>,
    environment: Arc<dyn Environment>,
}

/// The parts that it uses.
pub(crate) struct ActivityParts {
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl Activity {
    pub(crate) fn new(parts: ActivityParts) -> Self {
        let ActivityParts { service, snapshots, publisher, environment } = parts;
        Self { service, snapshots, publisher, environment }
    }

    /// Rows of a kind after `after`. Without the service, the last known rows.
    ///
    /// # Errors
    /// The service cannot be reached, and no rows are known.
    pub async fn activity(&self, kind: ActivityKind, after: Option<&str>) -> Result<ActivityView, AppError> {
        let known = self.snapshots.current().activity.filter(|_| after.is_none());
        if let (Some(known), true) = (&known, self.service.is_offline()) {
            return Ok(as_known(known, kind));
        }
        match self.fetch_activity(kind, after).await {
            Ok(view) => {
                if kind == ActivityKind::All && after.is_none() {
                    self.snapshots.update(|known| known.activity = Some(view.clone()));
                }
                Ok(view)
            }
            Err(AppError::Service(error)) if error.is_unreachable() => {
                known.map(|known| as_known(&known, kind)).ok_or(AppError::Service(error))
            }
            Err(other) => Err(other),
        }
    }

    /// Ends every other session and forgets the remembered devices. This session continues, for further steps.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn sign_out_everywhere_else(&self) -> Result<(), AppError> {
        self.service.call(async |session| session.revoke_sign_in_sessions().await).await
    }

    pub(crate) async fn fetch_activity(
        &self,
        kind: ActivityKind,
        after: Option<&str>,
    ) -> Result<ActivityView, AppError> {
        let request = ActivityRequest { kind: Some(kind), top: Some(PAGE), after: after.map(str::to_owned) };
        let page = self.service.call(async |session| session.activity(&request).await).await?;
        Ok(ActivityView { value: page.value, next: page.next, known: false, synced: self.environment.now() })
    }
}

/// The known rows of this kind.
fn as_known(view: &ActivityView, kind: ActivityKind) -> ActivityView {
    let value = view.value.iter().filter(|row| kind.includes(row)).cloned().collect();
    ActivityView { value, next: None, known: true, synced: view.synced }
}
