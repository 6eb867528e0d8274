//! What every use case is given: store, time, randomness, keys, hash threads, telephony. Nothing here decides.

mod refusals;

use std::sync::{Arc, Mutex};

use proofup_store::Store;
use tokio::sync::Notify;
#[cfg(feature = "demo")]
use uuid::NoContext;
use uuid::{ClockSequence, ContextV7, Timestamp, Uuid};

pub(crate) use refusals::Refusals;

use crate::directory::Directory;
use crate::mail::MailServer;
use crate::passwords::PasswordHashing;
use crate::runtime::client_network::network_of;
use crate::runtime::keys::Domain;
use crate::runtime::lines::Lines;
use crate::runtime::metrics::Metrics;
use crate::runtime::signed_post::SignedPost;
use crate::runtime::signing::MessageSigner;
use crate::telephony::{Language, Telephony};
use crate::{Clock, Random, ServerKeys, ServiceError};

/// The surroundings of a use case, shared by all requests of a node.
pub(crate) struct Context {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) keys: ServerKeys,
    pub(crate) hashing: PasswordHashing,
    /// The directory that people come from.
    pub(crate) directory: Option<Directory>,
    pub(crate) telephony: Arc<dyn Telephony>,
    /// Takes letters to people.
    pub(crate) mail: Option<MailServer>,
    /// The organisation's own program that hears of what people are told.
    pub(crate) notice_webhook: Option<SignedPost>,
    /// A notice was queued.
    pub(crate) noticed: Arc<Notify>,
    /// Counters of this node.
    pub(crate) metrics: Arc<Metrics>,
    /// This node's name in the sign-in log.
    pub(crate) server_name: String,
    /// Where this node listens, in the sign-in log; none for the command line.
    pub(crate) server_address: Option<String>,
    /// Wakes the sealer of the sign-in log: a row was added.
    pub(crate) logged: Arc<Notify>,
    /// The lines of sign-ins for a collector of this node.
    pub(crate) lines: Lines,
    /// Refusals that are counted here and not written yet.
    pub(crate) refusals: Refusals,
    /// Signs what devices install, if the service has a certificate.
    pub(crate) signer: Option<MessageSigner>,
    /// Orders ids that are made in the same millisecond.
    pub(crate) id_order: Mutex<ContextV7>,
}

/// The origin of a request: the client, not the person.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) address: Option<String>,
    pub(crate) correlation_id: String,
    /// The language that the caller reads.
    pub(crate) language: Language,
}

impl Caller {
    /// What attempts from here are counted under.
    pub(crate) fn network(&self) -> Option<String> {
        network_of(self.address.as_deref()?)
    }

    /// The command line on the computer of the service.
    pub(crate) fn command_line(context: &Context) -> Self {
        Self { address: None, correlation_id: context.random.correlation_id(), language: Language::default() }
    }
}

impl Context {
    /// Milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now_ms()
    }

    /// A number for a name, the same on every node.
    pub(crate) fn lot_of(&self, name: &str) -> Result<u32, ServiceError> {
        let mac = self.keys.mac(Domain::Subject, format!("lot\0{name}").as_bytes())?;
        Ok(mac.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default())
    }

    /// An id that sorts by the time given, and behind those that were made before. So none goes back in time.
    pub(crate) fn time_ordered_id(&self, ms: i64) -> String {
        id_at(&self.id_order, ms)
    }
}

/// An id as it would have been made at that time, for rows of a made-up past.
#[cfg(feature = "demo")]
pub(crate) fn id_of_the_past(ms: i64) -> String {
    id_at(NoContext, ms)
}

fn id_at(order: impl ClockSequence<Output = impl Into<u128>>, ms: i64) -> String {
    let ms = u64::try_from(ms).unwrap_or(0);
    let nanos = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix(order, ms / 1000, nanos)).simple().to_string()
}
