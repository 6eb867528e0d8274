//! Sets up an authenticator app: on another device by QR code, or in this computer's own authenticator.

use jiff::{SignedDuration, Timestamp};
use proofup_api::{ActivateSoftwareOath, CreatedSoftwareOath, SecretText};
use proofup_client::{ClientError, Session};
use proofup_token_files::{OtpAuth, qr_svg};
use proofup_vault::{NewEntry, Vault, VaultError};
use uuid::Uuid;

use super::SecurityInfo;
use crate::{AppError, Change, app_passwords::groups_of_four, view::MobileAppSetup};

/// A set-up that waits for its first code. The secret stays here; the page gets its QR code.
pub(crate) struct PendingApp {
    id: String,
    seed: CreatedSoftwareOath,
    account: OtpAuth,
    until: Timestamp,
}

impl SecurityInfo {
    /// Begins a set-up. Nothing changes for sign-in yet.
    ///
    /// # Errors
    /// The person has the maximum number of apps, or any fault of a call to the service.
    pub async fn start_mobile_app(&self) -> Result<MobileAppSetup, AppError> {
        let create = |session: Session| async move { session.create_software_oath().await };
        let seed = self.service.confirmed_call(create).await?;
        let account = OtpAuth::parse(seed.otpauth_uri.expose()).map_err(|error| ClientError::InvalidAnswer {
            detail: format!("the set-up's link: {error}"),
            correlation_id: None,
        })?;
        let view = MobileAppSetup {
            id: seed.id.clone(),
            qr_svg: qr_svg(seed.otpauth_uri.expose())?.to_string(),
            secret_key: groups_of_four(&seed.secret_key.expose().to_ascii_lowercase()).join(" "),
            otpauth_uri: seed.otpauth_uri.expose().to_owned(),
            expires_in_seconds: seed.expires_in_seconds,
            this_computer_possible: true,
        };
        let life = SignedDuration::from_secs(i64::from(seed.expires_in_seconds));
        let until = self.environment.now().saturating_add(life).unwrap_or(Timestamp::MAX);
        let mut pending = self.pending_apps.lock();
        let now = self.environment.now();
        pending.retain(|app| app.until > now);
        pending.push(PendingApp { id: seed.id.clone(), seed, account: account.otp_auth, until });
        Ok(view)
    }

    /// Ends a set-up with a code of the app. The app that it replaces stops working in the same moment.
    ///
    /// # Errors
    /// The code is wrong, or any fault of a call to the service.
    pub async fn activate_mobile_app(
        &self,
        id: &str,
        code: SecretText,
        display_name: &str,
        replaces: Option<String>,
    ) -> Result<(), AppError> {
        let display_name = Some(proofup_text::name(display_name)).filter(|name| !name.is_empty());
        let body = ActivateSoftwareOath { code, display_name, replaces: replaces.clone() };
        let body = &body;
        let activate = |session: Session| async move { session.activate_software_oath(id, body).await };
        self.service.confirmed_call(activate).await?;
        self.pending_apps.lock().retain(|app| app.id != id);
        if let Some(replaced) = replaces {
            self.authenticator.remove_own_registration(replaced).await?;
        }
        Ok(())
    }

    /// Stores the account in this computer's vault and activates it with its own code. The account is on the disk
    /// before the service activates it, so that no crash leaves a registration whose secret is lost.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], the vault cannot store it, or any fault of a call to the service.
    pub async fn add_mobile_app_to_this_computer(&self, id: &str, replaces: Option<String>) -> Result<(), AppError> {
        let account = {
            let pending = self.pending_apps.lock();
            let app = pending.iter().find(|app| app.id == id).ok_or(AppError::SetupGone)?;
            app.account.clone()
        };
        let new = NewEntry {
            issuer: account.issuer,
            account: account.account,
            params: account.params.clone(),
            organisation: Some(id.to_owned()),
        };
        let now = self.environment.now();
        let added = self.vault.with_vault(move |vault| add_or_find(vault, new, now)).await?;
        let code = account
            .params
            .code_at(self.authenticator.code_clock().seconds_of_organisation())
            .ok_or(AppError::SetupGone)?;
        let name = self.settings.host().listed_name();
        let code = SecretText::new(code.code.as_str());
        let activated = self.activate_mobile_app(id, code, &name, replaces).await;
        if let Err(error) = &activated
            && !may_have_arrived(error)
        {
            self.vault.with_vault(move |vault| vault.delete(added, now)).await?;
        }
        self.publisher.announce(Change::Authenticator);
        activated
    }

    /// Cancels a set-up here and at the service.
    ///
    /// # Errors
    /// Any fault of a call to the service; the secret is forgotten in any case, and the set-up at the service expires.
    pub async fn cancel_mobile_app(&self, id: &str) -> Result<(), AppError> {
        self.pending_apps.lock().retain(|app| app.id != id);
        self.service.call(async |session| session.delete_software_oath(id).await).await
    }

    /// Copies the secret key of a set-up.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], or the clipboard failed.
    pub async fn copy_setup_secret(&self, id: &str) -> Result<(), AppError> {
        let secret = self.seed_of(id)?.secret_key;
        self.clipboard.copy_secret(secret.expose()).await
    }

    /// Copies the link of a set-up.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], or the clipboard failed.
    pub async fn copy_setup_link(&self, id: &str) -> Result<(), AppError> {
        let link = self.seed_of(id)?.otpauth_uri;
        self.clipboard.copy_secret(link.expose()).await
    }

    /// Removes an app. If it was this computer's, its account goes to the trash, because its codes no longer work.
    ///
    /// # Errors
    /// It is the last method, or any fault of a call to the service.
    pub async fn delete_mobile_app(&self, method_id: &str) -> Result<(), AppError> {
        let delete = |session: Session| async move { session.delete_software_oath(method_id).await };
        self.service.confirmed_call(delete).await?;
        self.authenticator.remove_own_registration(method_id.to_owned()).await
    }

    fn seed_of(&self, id: &str) -> Result<CreatedSoftwareOath, AppError> {
        let pending = self.pending_apps.lock();
        pending.iter().find(|app| app.id == id).map(|app| app.seed.clone()).ok_or(AppError::SetupGone)
    }
}

/// Adds the account, or finds the one of an earlier try.
fn add_or_find(vault: &Vault, new: NewEntry, now: Timestamp) -> Result<Uuid, VaultError> {
    match vault.add(new, now) {
        Err(VaultError::EntryExists { id }) => Ok(id),
        other => other,
    }
}

/// Whether the service may have activated the app although no answer came. Then the account must stay.
fn may_have_arrived(error: &AppError) -> bool {
    matches!(error, AppError::Service(ClientError::Unreachable { .. } | ClientError::InvalidAnswer { .. }))
}
