//! The organisation's hardware tokens: listed, imported, and everything that an administrator does to one.

use proofup_api::{
    HardwareOathAction, HardwareOathActionBody, HardwareOathDevices, HardwareOathDevicesRequest, SecretText,
    TokenImport,
};
use reqwest::Method;
use reqwest::header::HeaderValue;

use super::administration::with_query;
use super::with_id;
use crate::{ClientError, Session};

const TOKENS: &str = "/v1/admin/hardwareOathDevices";
const TOKEN: &str = "/v1/admin/hardwareOathDevices/";

/// What opens an encrypted list of tokens.
#[derive(Debug, Clone, Default)]
pub enum TokenFileKey {
    /// It is not encrypted.
    #[default]
    None,
    /// A pre-shared key in hex.
    Hexadecimal(SecretText),
    /// A password.
    Password(SecretText),
}

impl TokenFileKey {
    /// The header that carries it. A text that cannot stand in a header opens no file.
    fn header(&self) -> Result<Option<(&'static str, HeaderValue)>, ClientError> {
        let (name, text) = match self {
            Self::None => return Ok(None),
            Self::Hexadecimal(text) => ("proofup-import-key", text),
            Self::Password(text) => ("proofup-import-password", text),
        };
        let mut value = HeaderValue::from_bytes(text.expose().as_bytes())
            .map_err(|_| ClientError::invalid("the key of a file has control characters", None))?;
        value.set_sensitive(true);
        Ok(Some((name, value)))
    }
}

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// A page of the organisation's tokens.
    pub async fn hardware_oath_devices(
        &self,
        request: &HardwareOathDevicesRequest,
    ) -> Result<HardwareOathDevices, ClientError> {
        self.get(&with_query(TOKENS, request)).await
    }

    /// Carries out one action on a token.
    pub async fn act_on_token(
        &self,
        id: &str,
        action: HardwareOathAction,
        body: &HardwareOathActionBody,
    ) -> Result<(), ClientError> {
        self.order(Method::POST, &with_id(TOKEN, id, &format!(":{}", action.as_str())), Some(body)).await
    }

    /// Removes a token that is on nobody's account.
    pub async fn remove_token(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(TOKEN, id, ""), None::<&()>).await
    }

    /// Imports a list of tokens, or tries everything and keeps nothing.
    pub async fn import_tokens(
        &self,
        file: &[u8],
        key: &TokenFileKey,
        dry_run: bool,
    ) -> Result<TokenImport, ClientError> {
        let header = key.header()?;
        self.upload(&format!("{TOKENS}:import?dryRun={dry_run}"), file, header.as_ref()).await
    }
}
