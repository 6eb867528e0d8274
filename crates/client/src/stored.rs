//! What of a session outlives the program, and who keeps it.

use std::{future::Future, pin::Pin};

use proofup_api::SecretText;
use serde::{Deserialize, Serialize};

/// What is needed to go on tomorrow. It serialises, for the place where it is kept; it never prints.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredSession {
    /// Whose session it is, or was.
    pub user_principal_name: String,
    /// The one refresh token that still works; none after a sign-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<SecretText>,
    /// The token of this computer as a remembered device. It outlives the sign-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_token: Option<SecretText>,
}

/// A store at work.
pub type Keeping<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Keeps a session beyond the life of the program: the OS keyring, or nothing.
pub trait SessionStore: Send + Sync + 'static {
    /// Keeps the session in place of the one before. Returns when it is kept or cannot be, in bounded time; the client
    /// uses no new token before that, so that a crash never leaves a token behind that is used up already.
    fn keep(&self, session: StoredSession) -> Keeping<'_>;
}
