//! The part of a session that is kept between two runs of the program, and the place that keeps it.

use std::{future::Future, pin::Pin};

use proofup_api::SecretText;
use serde::{Deserialize, Serialize};

/// What is needed to continue a session after a restart. It serialises for the store and never prints.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredSession {
    /// The person of the session, also after a sign-out.
    pub user_principal_name: String,
    /// The one valid refresh token; none after a sign-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<SecretText>,
    /// The token of this computer as a remembered device. A sign-out does not remove it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_token: Option<SecretText>,
}

/// The future of [`SessionStore::keep`].
pub type Keeping<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Keeps a session between two runs of the program: in the OS keyring, or not at all.
pub trait SessionStore: Send + Sync + 'static {
    /// Replaces the stored session. Returns when it is stored or cannot be, in bounded time. The client uses no new
    /// token before that: after a crash the store never contains a token that is already used up.
    fn keep(&self, session: StoredSession) -> Keeping<'_>;
}
