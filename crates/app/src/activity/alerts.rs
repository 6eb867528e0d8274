//! Changes to the account that were made somewhere else: the person sees the newest one on every page, and as a notification of the
//! desktop.

use proofup_api::{AccountChange, AccountChangeKind as Kind, ActivityKind, ActivityRow};

use super::Activity;
use crate::AppError;
use crate::view::AccountAlert;

impl Activity {
    /// Reads the newest changes, while the window is hidden.
    pub(crate) async fn look_for_alerts(&self) -> Result<(), AppError> {
        let view = self.fetch_activity(ActivityKind::Changes, None).await?;
        self.note_alerts(&view.value);
        Ok(())
    }

    /// Looks at the newest rows. Those that were looked at before, and those that this app made, are no news.
    pub(crate) fn note_alerts(&self, rows: &[ActivityRow]) {
        let changes: Vec<_> = rows.iter().filter_map(change).collect();
        let Some(newest) = changes.first().map(|row| row.id.clone()) else { return };
        let seen = self.snapshots.current().seen_change;
        let alert =
            seen.as_deref().and_then(|seen| newest_alert(&changes, seen, |id| self.service.link.has_answered(id)));
        self.snapshots.update(|known| known.seen_change = Some(newest));
        if let Some(alert) = alert {
            self.publisher.update(|status| status.account_alert = Some(alert));
        }
    }

    /// Hides an alert.
    pub fn dismiss_alert(&self, id: &str) {
        self.publisher.update(|status| {
            if status.account_alert.as_ref().is_some_and(|alert| alert.id == id) {
                status.account_alert = None;
            }
        });
    }
}

fn change(row: &ActivityRow) -> Option<&AccountChange> {
    match row {
        ActivityRow::AccountChange(change) => Some(change),
        ActivityRow::SignIn(_) => None,
    }
}

/// The newest change behind the one that was `seen` which was not made here. The rows are the newest first.
fn newest_alert(rows: &[&AccountChange], seen: &str, is_own: impl Fn(&str) -> bool) -> Option<AccountAlert> {
    let new = rows.iter().take_while(|row| row.id.as_str() > seen);
    let mut alarming = new.filter(|row| alarms(row.change) && !is_own(&row.correlation_id));
    alarming.next().map(|row| AccountAlert {
        id: row.id.clone(),
        change: row.change,
        changed_by: row.changed_by,
        name: row.name.clone(),
        client_address: row.client_address.clone(),
        time: row.created_date_time,
    })
}

/// Whether a change lets somebody else in, or keeps the person out.
fn alarms(change: Kind) -> bool {
    match change {
        Kind::AuthenticationPhoneAdded
        | Kind::AuthenticationPhoneChanged
        | Kind::AuthenticationPhoneRemoved
        | Kind::AlternatePhoneAdded
        | Kind::AlternatePhoneChanged
        | Kind::AlternatePhoneRemoved
        | Kind::OfficePhoneAdded
        | Kind::OfficePhoneChanged
        | Kind::OfficePhoneRemoved
        | Kind::AuthenticatorAppAdded
        | Kind::AuthenticatorAppRemoved
        | Kind::AuthenticatorDeviceAdded
        | Kind::AuthenticatorDeviceRemoved
        | Kind::HardwareTokenAdded
        | Kind::HardwareTokenRemoved
        | Kind::AppPasswordCreated
        | Kind::PasswordChanged
        | Kind::PasswordReset
        | Kind::MailChanged
        | Kind::ReregistrationRequired
        | Kind::SecondStepTurnedOff
        | Kind::AccountBlocked
        | Kind::BypassGranted => true,
        Kind::AuthenticatorAppRenamed
        | Kind::AuthenticatorDeviceRenamed
        | Kind::HardwareTokenRenamed
        | Kind::HardwareTokenResynchronized
        | Kind::PreferredOptionChanged
        | Kind::AppPasswordRenamed
        | Kind::AppPasswordDeleted
        | Kind::AppPasswordsDeleted
        | Kind::TrustedDeviceAdded
        | Kind::TrustedDeviceRenamed
        | Kind::TrustedDeviceRemoved
        | Kind::TrustedDevicesRemoved
        | Kind::SessionsEnded
        | Kind::RegistrationBegun
        | Kind::RegistrationCompleted
        | Kind::AccountCreated
        | Kind::SecondStepTurnedOn
        | Kind::AccountUnblocked
        | Kind::AccountUnlocked => false,
    }
}

#[cfg(test)]
mod tests {
    use proofup_api::{AccountChange, AccountChangeKind, ChangedBy};

    use super::newest_alert;

    fn row(id: &str, change: AccountChangeKind) -> AccountChange {
        AccountChange {
            id: id.to_owned(),
            created_date_time: "2026-03-12T09:41:00Z".parse().unwrap(),
            change,
            changed_by: ChangedBy::Person,
            name: None,
            previous_name: None,
            count: None,
            until_date_time: None,
            client_address: None,
            user_id: String::new(),
            correlation_id: format!("request-{id}"),
        }
    }

    #[test]
    fn the_newest_change_that_was_made_elsewhere_and_not_seen_is_told() {
        use AccountChangeKind as Kind;
        let rows = [
            row("4", Kind::AppPasswordRenamed),
            row("3", Kind::PasswordChanged),
            row("2", Kind::AuthenticatorAppRemoved),
        ];
        let rows: Vec<_> = rows.iter().collect();
        let told = |seen: &str, own: &str| newest_alert(&rows, seen, |id| id == own).map(|alert| alert.id);
        assert_eq!(told("1", "").as_deref(), Some("3"), "another name alarms nobody");
        assert_eq!(told("1", "request-3").as_deref(), Some("2"), "the person did it here");
        assert_eq!(told("3", ""), None, "it was seen");
    }
}
