//! The rest of the way after an app password was created: the settings of the device, codes to scan, and the first sign-in.

use jiff::Timestamp;
use proofup_api::{ActivityKind, ActivityRequest, DeviceSetup, MailSecurity, MailServer, SecretText, SignIn};
use proofup_token_files::qr_svg;
use serde_json::json;
use zeroize::Zeroizing;

use super::refused_apps::of_sign_in;
use super::{AppPasswords, ShownAppPassword};
use crate::AppError;
use crate::view::{Attempt, DeviceCode, FirstUse};

/// The rows of old apps that are read.
const ROWS: u32 = 20;

impl AppPasswords {
    /// The organisation's servers.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn device_setup(&self) -> Result<DeviceSetup, AppError> {
        self.service.call(async |session| session.device_setup().await).await
    }

    /// A code that opens the Apple profile of the app password in the open dialog. It works once, for ten minutes.
    ///
    /// # Errors
    /// [`AppError::AppPasswordGone`], or any fault of a call to the service.
    pub async fn apple_profile(&self, id: &str) -> Result<DeviceCode, AppError> {
        let password = self.shown_secret(id)?;
        let link = self.service.call(async |session| session.apple_profile(id, &password).await).await?;
        let address = self.service.link.service().await?.address().to_string();
        let url = Zeroizing::new(format!("{}{}", address.trim_end_matches('/'), link.path.expose()));
        Ok(DeviceCode { svg: qr_svg(&url)?.to_string() })
    }

    /// A code that sets up Thunderbird for Android with the app password in the open dialog.
    ///
    /// # Errors
    /// [`AppError::AppPasswordGone`], the organisation has no mail servers, or any fault of a call to the service.
    pub async fn thunderbird_code(&self, id: &str) -> Result<DeviceCode, AppError> {
        let password = self.shown_secret(id)?;
        let setup = self.device_setup().await?;
        let text = thunderbird_account(&setup, &password).ok_or(AppError::AppPasswordGone)?;
        Ok(DeviceCode { svg: qr_svg(&text)?.to_string() })
    }

    /// What became of the app password in the open dialog.
    ///
    /// # Errors
    /// [`AppError::AppPasswordGone`], or any fault of a call to the service.
    pub async fn first_use(&self, id: &str) -> Result<FirstUse, AppError> {
        let (name, created) = {
            let shown = self.shown.lock();
            let shown = shown.as_ref().filter(|shown| shown.id == id).ok_or(AppError::AppPasswordGone)?;
            (shown.display_name.clone(), shown.created)
        };
        let request = ActivityRequest { kind: Some(ActivityKind::OldApps), top: Some(ROWS), after: None };
        let page = self.service.call(async |session| session.activity(&request).await).await?;
        let rows: Vec<SignIn> = page.value.into_iter().filter_map(of_sign_in).collect();
        Ok(first_use_in(&rows, &name, created))
    }

    fn shown_secret(&self, id: &str) -> Result<SecretText, AppError> {
        let shown = self.shown.lock();
        let shown: Option<&ShownAppPassword> = shown.as_ref().filter(|shown| shown.id == id);
        shown.map(|shown| shown.password.clone()).ok_or(AppError::AppPasswordGone)
    }
}

/// The first sign-in with the app password `name` in the newest rows; without one, the newest refusal since it was created.
fn first_use_in(rows: &[SignIn], name: &str, created: Timestamp) -> FirstUse {
    let last = |row: &SignIn| row.last_date_time.unwrap_or(row.created_date_time);
    let since: Vec<_> = rows.iter().filter(|row| last(row) >= created).collect();
    let is_its_own = |row: &SignIn| row.detail.as_deref() == Some(name);
    let attempt = |row: &SignIn| Attempt {
        application: row.application.clone(),
        client_device: row.client_device.clone(),
        client_address: row.client_address.clone(),
        time: last(row),
    };
    if let Some(row) = since.iter().rev().find(|row| !row.is_denied() && is_its_own(row)) {
        return FirstUse::Connected(attempt(row));
    }
    let refused = since.iter().find_map(|row| Some((*row, row.denial_reason?)));
    refused.map_or(FirstUse::Waiting, |(row, reason)| FirstUse::Refused {
        attempt: attempt(row),
        reason,
        by_limits: is_its_own(row),
    })
}

/// The account in the form that Thunderbird for Android reads from a QR code.
fn thunderbird_account(setup: &DeviceSetup, password: &SecretText) -> Option<Zeroizing<String>> {
    let (incoming, outgoing) = setup.incoming.as_ref().zip(setup.outgoing.as_ref())?;
    let security = |server: &MailServer| if server.security == MailSecurity::Tls { 3 } else { 2 };
    let protocol = u8::from(incoming.protocol == "pop3");
    // 1 is the authentication by a password.
    let account = json!([
        1,
        [1, 1],
        [
            protocol,
            incoming.host,
            incoming.port,
            security(incoming),
            1,
            setup.user_name,
            setup.user_name,
            password.expose()
        ],
        [[
            [0, outgoing.host, outgoing.port, security(outgoing), 1, setup.user_name, password.expose()],
            [setup.user_name, setup.user_name]
        ]]
    ]);
    Some(Zeroizing::new(account.to_string()))
}

#[cfg(test)]
mod tests {
    use proofup_api::{DeviceSetup, MailSecurity, MailServer, SecretText};

    use super::thunderbird_account;

    #[test]
    fn thunderbird_reads_servers_and_password_from_one_line() {
        let server = |protocol: &str, port| MailServer {
            protocol: protocol.to_owned(),
            host: format!("{protocol}.contoso.example"),
            port,
            security: MailSecurity::Tls,
        };
        let setup = DeviceSetup {
            user_name: "ann@contoso.example".to_owned(),
            incoming: Some(server("imap", 993)),
            outgoing: Some(server("smtp", 465)),
            calendar_server: None,
            vpn_server: None,
            wifi_network: None,
        };
        let line = thunderbird_account(&setup, &SecretText::new("k7mf2wqxp9cahd4tnr6e")).unwrap();
        assert_eq!(
            line.as_str(),
            r#"[1,[1,1],[0,"imap.contoso.example",993,3,1,"ann@contoso.example","ann@contoso.example","k7mf2wqxp9cahd4tnr6e"],[[[0,"smtp.contoso.example",465,3,1,"ann@contoso.example","k7mf2wqxp9cahd4tnr6e"],["ann@contoso.example","ann@contoso.example"]]]]"#
        );
        assert!(thunderbird_account(&DeviceSetup { outgoing: None, ..setup }, &SecretText::new("x")).is_none());
    }
}
