//! App passwords: list, create, copy once, delete.

mod device_setup;
mod purposes;
mod refused_apps;
mod suggested_names;

use crate::clipboard::ClipboardLease;
use crate::profile::Settings;
use crate::service::ServiceConnection;
use crate::status::Scoped;
use crate::status::{SnapshotStore, StatusPublisher};
use jiff::{SignedDuration, Timestamp};
use proofup_api::{AppPasswords as Listed, AppPasswordsUnavailable, CreateAppPassword, Me, SecretText};
use proofup_client::Environment;
use proofup_client::Session;
use std::sync::Arc;

use crate::{
    AppError,
    view::{AppPasswordLimits, AppPasswordsView, NewAppPassword},
};

/// The app password in the open dialog. It is stored here, so that the page need not store it for copying.
pub(crate) struct ShownAppPassword {
    id: String,
    display_name: String,
    created: Timestamp,
    password: SecretText,
}

/// The App passwords page.
pub struct AppPasswords {
    service: Arc<ServiceConnection>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    snapshots: Arc<SnapshotStore>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
    shown: Arc<Scoped<Option<ShownAppPassword>>>,
}

/// The parts that it uses.
pub(crate) struct AppPasswordsParts {
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl AppPasswords {
    pub(crate) fn new(parts: AppPasswordsParts) -> Self {
        let AppPasswordsParts { service, settings, publisher, snapshots, clipboard, environment } = parts;
        let shown = service.person().value();
        Self { service, settings, publisher, snapshots, clipboard, environment, shown }
    }

    /// The list. Without the service, the last known list.
    ///
    /// # Errors
    /// The service cannot be reached, and no list is known.
    pub async fn app_passwords(&self) -> Result<AppPasswordsView, AppError> {
        let known = self.snapshots.current().app_passwords;
        if let (Some(known), true) = (&known, self.service.is_offline()) {
            return Ok(self.with_suggestions(known.clone()));
        }
        match self.fetch_app_passwords().await {
            Ok(view) => Ok(view),
            Err(AppError::Service(error)) if error.is_unreachable() => {
                known.map(|known| self.with_suggestions(known)).ok_or(AppError::Service(error))
            }
            Err(other) => Err(other),
        }
    }

    /// Creates one without limits. It can be copied until the dialog closes.
    ///
    /// # Errors
    /// The number of app passwords is reached, the name is taken or missing, or any fault of a call to the service.
    pub async fn create_app_password(&self, display_name: &str) -> Result<NewAppPassword, AppError> {
        self.create_limited_app_password(display_name, AppPasswordLimits::default()).await
    }

    /// Creates one with limits.
    ///
    /// # Errors
    /// As [`AppPasswords::create_app_password`]; a limit is out of range.
    pub async fn create_limited_app_password(
        &self,
        display_name: &str,
        limits: AppPasswordLimits,
    ) -> Result<NewAppPassword, AppError> {
        let wanted = &CreateAppPassword {
            protocols: purposes::protocols(limits.purpose),
            unused_days: limits.unused_days,
            expires_date_time: limits
                .days
                .map(|days| self.environment.now() + SignedDuration::from_hours(24 * i64::from(days))),
            address_ranges: networks(&limits.networks),
            ..CreateAppPassword::named(display_name)
        };
        let create = |session: Session| async move { session.create_app_password(wanted).await };
        let made = self.service.confirmed_call(create).await?;
        let groups = groups_of_four(made.password.expose());
        let shown = ShownAppPassword {
            id: made.app_password.id.clone(),
            display_name: made.app_password.display_name.clone(),
            created: made.app_password.created_date_time,
            password: made.password,
        };
        *self.shown.lock() = Some(shown);
        Ok(NewAppPassword { id: made.app_password.id, display_name: made.app_password.display_name, groups })
    }

    /// Copies the one in the open dialog.
    ///
    /// # Errors
    /// [`AppError::AppPasswordGone`], or the clipboard failed.
    pub async fn copy_app_password(&self, id: &str) -> Result<(), AppError> {
        let password = self.shown.lock().as_ref().filter(|shown| shown.id == id).map(|shown| shown.password.clone());
        let password = password.ok_or(AppError::AppPasswordGone)?;
        self.clipboard.copy_secret(password.expose()).await
    }

    /// Wipes the password when the dialog closes.
    pub fn close_app_password(&self, id: &str) {
        let mut shown = self.shown.lock();
        if shown.as_ref().is_some_and(|shown| shown.id == id) {
            *shown = None;
        }
    }

    /// Deletes one.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn delete_app_password(&self, id: &str) -> Result<(), AppError> {
        self.service.call(async |session| session.delete_app_password(id).await).await
    }

    /// Deletes all, for a lost device.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn delete_all_app_passwords(&self) -> Result<(), AppError> {
        self.service.call(async |session| session.delete_all_app_passwords().await).await
    }

    /// Renames an app password. The apps that use it are not affected.
    ///
    /// # Errors
    /// The name is invalid, or any fault of a call to the service.
    pub async fn rename_app_password(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.rename_app_password(id, name).await).await
    }

    /// Fetches the list, for a person who was already fetched.
    pub(crate) async fn fetch_with(&self, me: &Me) -> Result<AppPasswordsView, AppError> {
        let listed = self.service.call(async |session| session.app_passwords().await).await?;
        Ok(self.app_passwords_view(me, listed))
    }

    async fn fetch_app_passwords(&self) -> Result<AppPasswordsView, AppError> {
        let fetch = async |session: proofup_client::Session| tokio::try_join!(session.me(), session.app_passwords());
        let (me, listed) = self.service.call(fetch).await?;
        let view = self.app_passwords_view(&me, listed);
        self.snapshots.update(|known| known.app_passwords = Some(view.clone()));
        Ok(view)
    }

    fn app_passwords_view(&self, me: &Me, listed: Listed) -> AppPasswordsView {
        let policy = &me.policy.app_passwords;
        let at_limit = listed.value.len() >= usize::from(listed.limit);
        let unavailable = match policy.reason {
            Some(reason) => Some(reason),
            None if at_limit => Some(AppPasswordsUnavailable::LimitReached),
            None => None,
        };
        let synced = self.environment.now();
        self.with_suggestions(AppPasswordsView {
            value: listed.value,
            limit: listed.limit,
            unavailable,
            suggested_names: Vec::new(),
            synced,
        })
    }

    /// Suggestions depend on the current language, so they are made each time the page is shown.
    fn with_suggestions(&self, mut view: AppPasswordsView) -> AppPasswordsView {
        let taken: Vec<_> = view.value.iter().map(|password| password.display_name.as_str()).collect();
        view.suggested_names =
            suggested_names::suggest(&self.settings.host().listed_name(), self.settings.language(), &taken);
        view
    }
}

/// The networks of a text, each by itself.
fn networks(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、'))
        .filter(|one| !one.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Groups of four symbols, for reading and typing.
pub(crate) fn groups_of_four(text: &str) -> Vec<String> {
    let symbols: Vec<char> = text.chars().collect();
    symbols.chunks(4).map(|group| group.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{groups_of_four, networks};

    #[test]
    fn networks_are_separated_as_people_do() {
        assert_eq!(
            networks(" 192.0.2.0/24,2001:db8::/32；198.51.100.7\n"),
            ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7"]
        );
        assert!(networks(" ").is_empty());
    }

    #[test]
    fn is_read_in_groups_of_four() {
        assert_eq!(groups_of_four("k7mf2wqxp9cahd4tnr6e"), ["k7mf", "2wqx", "p9ca", "hd4t", "nr6e"]);
        assert_eq!(groups_of_four("abcdef"), ["abcd", "ef"]);
        assert!(groups_of_four("").is_empty());
    }
}
