//! Apps that the service refused, because they know the wrong kind of password. The person sees the newest one on every page.

use jiff::{SignedDuration, Timestamp};
use proofup_api::{ActivityKind, ActivityRequest, ActivityRow, DenialReason, SignIn};

use super::AppPasswords;
use crate::AppError;
use crate::view::{DismissedApp, RefusedApp, SentPassword};

/// An attempt is shown for so long, and a dismissed app stays dismissed for so long.
const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(24);
/// An app that sends an old app password so many times does it by itself.
const BY_ITSELF: u32 = 3;
/// The rows of old apps that are read.
const ROWS: u32 = 50;
/// Dismissed apps that are remembered.
const REMEMBERED: usize = 50;

impl AppPasswords {
    /// Reads the newest sign-ins of old apps, and shows the newest one that was refused.
    pub(crate) async fn look_for_refused_apps(&self) -> Result<(), AppError> {
        let request = ActivityRequest { kind: Some(ActivityKind::OldApps), top: Some(ROWS), after: None };
        let page = self.service.call(async |session| session.activity(&request).await).await?;
        let rows: Vec<SignIn> = page.value.into_iter().filter_map(of_sign_in).collect();
        let dismissed = self.snapshots.current().dismissed_apps;
        let refused = newest_refused(&rows, &dismissed, self.environment.now());
        self.publisher.update(|status| status.refused_app = refused);
        Ok(())
    }

    /// Hides a refused app for a day.
    pub fn dismiss_refused_app(&self, id: &str) {
        let Some(app) = self.publisher.status().refused_app.filter(|app| app.id == id) else { return };
        let now = self.environment.now();
        self.snapshots.update(|known| {
            known.dismissed_apps.retain(|one| one.at + SHOWN_FOR > now);
            known.dismissed_apps.truncate(REMEMBERED);
            known.dismissed_apps.insert(
                0,
                DismissedApp {
                    application: app.application,
                    device: app.client_device,
                    address: app.client_address,
                    at: now,
                },
            );
        });
        self.publisher.update(|status| status.refused_app = None);
    }
}

pub(super) fn of_sign_in(row: ActivityRow) -> Option<SignIn> {
    match row {
        ActivityRow::SignIn(row) => Some(row),
        ActivityRow::AccountChange(_) => None,
    }
}

/// The newest app that was refused, that has not signed in since, and that was not dismissed. The rows are the newest first.
fn newest_refused(rows: &[SignIn], dismissed: &[DismissedApp], now: Timestamp) -> Option<RefusedApp> {
    rows.iter().enumerate().find_map(|(at, row)| {
        let sent = sent(row)?;
        let time = row.last_date_time.unwrap_or(row.created_date_time);
        let signed_in_since = rows.iter().take(at).any(|newer| !newer.is_denied() && is_same_app(row, newer));
        let is_dismissed = dismissed.iter().any(|one| {
            one.at + SHOWN_FOR > now
                && (&one.application, &one.device, &one.address)
                    == (&row.application, &row.client_device, &row.client_address)
        });
        (time + SHOWN_FOR > now && !signed_in_since && !is_dismissed).then(|| RefusedApp {
            id: row.id.clone(),
            sent,
            application: row.application.clone(),
            client_device: row.client_device.clone(),
            client_address: row.client_address.clone(),
            time,
        })
    })
}

/// The password of a denied row, if the person can help this app.
fn sent(row: &SignIn) -> Option<SentPassword> {
    match row.denial_reason? {
        DenialReason::AppPasswordRequired => Some(SentPassword::Regular),
        DenialReason::AppPasswordInvalid if row.count >= BY_ITSELF => Some(SentPassword::OldAppPassword),
        _ => None,
    }
}

fn is_same_app(one: &SignIn, other: &SignIn) -> bool {
    (&one.application, &one.client_address) == (&other.application, &other.client_address)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};
    use proofup_api::{AuthenticationMode, DenialReason, SignIn, SignInResult};

    use super::newest_refused;
    use crate::view::{DismissedApp, SentPassword};

    fn row(minutes_ago: i64, application: &str, reason: Option<DenialReason>, count: u32) -> SignIn {
        SignIn {
            id: format!("{application}-{minutes_ago}"),
            created_date_time: now() - SignedDuration::from_mins(minutes_ago),
            authentication_mode: AuthenticationMode::Password,
            detail: None,
            result: if reason.is_some() { SignInResult::Denied } else { SignInResult::SkippedAppPassword },
            denial_reason: reason,
            application: application.to_owned(),
            protocol: application.to_lowercase(),
            client_address: Some("192.0.2.7".to_owned()),
            client_device: None,
            count,
            last_date_time: None,
            user_id: String::new(),
            correlation_id: String::new(),
        }
    }

    fn now() -> Timestamp {
        "2026-03-12T09:41:00Z".parse().unwrap()
    }

    const REGULAR: Option<DenialReason> = Some(DenialReason::AppPasswordRequired);
    const OLD: Option<DenialReason> = Some(DenialReason::AppPasswordInvalid);

    #[test]
    fn an_app_is_shown_until_it_signs_in() {
        let refused = vec![row(5, "IMAP", REGULAR, 1)];
        assert_eq!(newest_refused(&refused, &[], now()).unwrap().sent, SentPassword::Regular);
        let other = [vec![row(1, "SMTP", None, 1)], refused.clone()].concat();
        assert_eq!(newest_refused(&other, &[], now()).unwrap().application, "IMAP", "another app signed in");
        let same = [vec![row(1, "IMAP", None, 1)], refused].concat();
        assert_eq!(newest_refused(&same, &[], now()), None);
    }

    #[test]
    fn an_attempt_of_yesterday_is_no_longer_shown() {
        assert!(newest_refused(&[row(1439, "IMAP", REGULAR, 1)], &[], now()).is_some());
        assert_eq!(newest_refused(&[row(1440, "IMAP", REGULAR, 1)], &[], now()), None);
    }

    #[test]
    fn an_old_app_password_is_shown_when_the_app_repeats_it() {
        assert_eq!(newest_refused(&[row(5, "IMAP", OLD, 2)], &[], now()), None, "it may be a slip");
        assert_eq!(newest_refused(&[row(5, "IMAP", OLD, 3)], &[], now()).unwrap().sent, SentPassword::OldAppPassword);
        assert_eq!(newest_refused(&[row(5, "IMAP", Some(DenialReason::InvalidCredentials), 9)], &[], now()), None);
    }

    #[test]
    fn a_dismissed_app_does_not_hide_another_one() {
        let dismissed = |at| DismissedApp {
            application: "IMAP".to_owned(),
            device: None,
            address: Some("192.0.2.7".to_owned()),
            at,
        };
        let rows = [row(1, "IMAP", REGULAR, 1), row(5, "SMTP", REGULAR, 1)];
        assert_eq!(newest_refused(&rows, &[dismissed(now())], now()).unwrap().application, "SMTP");
        let long_ago = now() - SignedDuration::from_hours(24);
        assert_eq!(newest_refused(&rows, &[dismissed(long_ago)], now()).unwrap().application, "IMAP");
    }
}
