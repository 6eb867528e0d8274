//! `[mail]` and `[notices.webhook]`: how notices leave the service.

use std::path::{Path, PathBuf};

use proofup_api::SecretText;
use serde::Deserialize;

use crate::mail::{MailServer, MailSettings, MailTls};
use crate::runtime::signed_post::SignedPost;
use crate::{Clock, ServiceError};

/// `[mail]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailTable {
    server: String,
    port: Option<u16>,
    tls: Option<String>,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: String,
    ca_file: Option<PathBuf>,
}

/// `[notices]`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoticesTable {
    webhook: Option<WebhookTable>,
}

/// `[notices.webhook]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WebhookTable {
    url: String,
    key_file: PathBuf,
}

impl MailTable {
    pub(super) fn server(&self) -> Result<MailServer, ServiceError> {
        let wrong = |why: &str| ServiceError::Configuration(format!("mail: {why}"));
        let (tls, usual_port) = match self.tls.as_deref() {
            None | Some("starttls") => (MailTls::StartTls, 587),
            Some("wrapper") => (MailTls::Wrapper, 465),
            Some("none") => (MailTls::None, 25),
            Some(_) => return Err(wrong("tls is \"starttls\", \"wrapper\" or \"none\"")),
        };
        let account = match (&self.user, &self.password_file) {
            (Some(user), Some(file)) => Some((user.clone(), secret("mail: password_file", file)?)),
            (None, None) => None,
            _ => return Err(wrong("user and password_file go together")),
        };
        MailServer::new(MailSettings {
            server: self.server.clone(),
            port: self.port.unwrap_or(usual_port),
            tls,
            account,
            from: self.from.clone(),
            authorities: self.ca_file.as_deref().map(read).transpose()?,
        })
    }
}

impl NoticesTable {
    pub(super) fn webhook(&self, clock: &Clock) -> Result<Option<SignedPost>, ServiceError> {
        let Some(table) = &self.webhook else { return Ok(None) };
        let key = secret("notices.webhook: key_file", &table.key_file)?;
        SignedPost::new("notices.webhook.", &table.url, key, clock.clone()).map(Some)
    }
}

/// The first line of a file.
fn secret(what: &str, file: &Path) -> Result<SecretText, ServiceError> {
    let bytes = zeroize::Zeroizing::new(read(file)?);
    let text = std::str::from_utf8(&bytes).unwrap_or_default().lines().next().unwrap_or_default();
    if text.is_empty() {
        return Err(ServiceError::Configuration(format!("{what}: {} holds no text", file.display())));
    }
    Ok(SecretText::new(text))
}

fn read(file: &Path) -> Result<Vec<u8>, ServiceError> {
    std::fs::read(file).map_err(|source| ServiceError::Io { what: format!("read {}", file.display()), source })
}
