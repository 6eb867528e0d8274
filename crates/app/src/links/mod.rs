//! Links with which another program opened the app. They wait here until the person looks at them: a link is untrusted,
//! and opening one adds nothing.

pub(crate) mod activation;
mod pictured;
pub(crate) mod service_offer;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use proofup_api::SecretText;
use proofup_token_files::{MigrationPart, limits};

use crate::{
    AppError, authenticator::Authenticator, clipboard::ClipboardLease, service::ServiceConnection,
    status::StatusPublisher, view::Found,
};

/// The longest link with accounts.
pub const MOST_LINK_BYTES: usize = limits::LINK_BYTES;

/// The most waiting links, so that a page that opens links without end does no harm.
const MOST: usize = 16;

/// The waiting links, the oldest first.
type OpenedLinks = VecDeque<SecretText>;

/// Links that other programs opened the app with.
pub struct Links {
    service: Arc<ServiceConnection>,
    publisher: Arc<StatusPublisher>,
    authenticator: Arc<Authenticator>,
    clipboard: Arc<ClipboardLease>,
    opened: Mutex<OpenedLinks>,
}

impl Links {
    pub(crate) fn new(
        service: Arc<ServiceConnection>,
        publisher: Arc<StatusPublisher>,
        authenticator: Arc<Authenticator>,
        clipboard: Arc<ClipboardLease>,
    ) -> Self {
        Self { service, publisher, authenticator, clipboard, opened: Mutex::default() }
    }

    /// Accepts a link from the command line or the desktop, with accounts or with the address of a service. Ignores
    /// other links. Informs the page that a link waits.
    pub fn open_link(&self, link: SecretText) {
        if self.offer_service(link.expose()) {
            return;
        }
        if !is_link(link.expose()) {
            tracing::info!("a link that contains no account was ignored");
            return;
        }
        let mut links = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if links.len() < MOST {
            links.push_back(link);
        }
        drop(links);
        self.publisher.update(|status| status.link_waiting = true);
    }

    /// The content of the oldest waiting link, which is removed from the queue.
    ///
    /// # Errors
    /// [`AppError::DraftGone`] if none waits, and those of [`Authenticator::drafts_from_link`].
    pub async fn drafts_from_opened_link(&self) -> Result<Found, AppError> {
        let (link, more) = {
            let mut links = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
            (links.pop_front(), !links.is_empty())
        };
        self.publisher.update(|status| status.link_waiting = more);
        self.authenticator.drafts_from_link(link.ok_or(AppError::DraftGone)?.expose()).await
    }
}

fn is_link(text: &str) -> bool {
    let otpauth = text.get(..10).is_some_and(|scheme| scheme.eq_ignore_ascii_case("otpauth://"));
    text.len() <= MOST_LINK_BYTES && (otpauth || MigrationPart::is_meant(text))
}
