//! The client of the service: sign-in, a session whose tokens rotate, typed calls, events.
//!
//! It writes nothing to disk and reads no clock: [`Environment`] gives time and randomness, [`SessionStore`] keeps the
//! session between two runs of the program. It knows neither pages nor the vault.

mod address;
mod answer;
mod backoff;
mod calls;
mod clock_offset;
mod device;
mod download;
mod environment;
mod error;
mod events;
mod pkce;
mod service;
mod session;
mod sign_in;
mod stored;

// # The address of the service
pub use address::{AddressFault, ServiceAddress};
pub use service::Service;

// # Signing in
pub use sign_in::{Credentials, Pending, Progress, RememberAs};

// # A session
pub use session::{Session, TypedAnswer};
pub use stored::{Keeping, SessionStore, StoredSession};

// # An authenticator device
pub use calls::token_inventory::TokenFileKey;
pub use device::{Choice, Device, DeviceKey};

// # Events, long answers and retries
pub use backoff::Backoff;
pub use download::Download;
pub use events::EventStream;

// # What is passed in, and errors
pub use environment::Environment;
pub use error::ClientError;
