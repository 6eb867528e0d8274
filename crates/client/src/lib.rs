//! The service as the desktop sees it: signing in, a session whose tokens rotate, typed calls, events.
//!
//! It keeps nothing on disk and asks no clock: [`Environment`] gives time and randomness, [`SessionStore`] keeps what must
//! outlive the program. It knows no page and no vault.

mod address;
mod answer;
mod backoff;
mod calls;
mod clock_offset;
mod device;
mod environment;
mod error;
mod events;
mod pkce;
mod service;
mod session;
mod sign_in;
mod stored;

// # Where the service is
pub use address::{AddressFault, ServiceAddress};
pub use service::Service;

// # Signing in
pub use sign_in::{Credentials, Pending, Progress, RememberAs};

// # A session
pub use session::Session;
pub use stored::{Keeping, SessionStore, StoredSession};

// # An authenticator device
pub use device::{Choice, Device, DeviceKey};

// # Events and being away
pub use backoff::Backoff;
pub use events::EventStream;

// # What is passed in, and what goes wrong
pub use environment::Environment;
pub use error::ClientError;
