//! The verification service: sign-in, verification methods, app passwords, and the endpoints of old clients.
//!
//! A library, so that it can run inside another process, and the binary `proofup-service` around it.

// The rooms; `tests/rooms.rs` states which may use which.
mod account;
mod administration;
mod app_passwords;
mod audit;
pub mod cli;
mod context;
mod delivery;
#[cfg(feature = "demo")]
pub mod demo;
mod directory;
mod endpoints;
mod mail;
mod methods;
mod notices;
mod operation;
mod passwords;
mod people;
mod runtime;
mod server;
mod session;
mod settings;
mod sign_in;
mod synchronization;
mod telephony;
mod throttle;

// # To run it
pub use server::{Running, ServiceConfig};

// # To configure it
pub use administration::access::{ADMIN_CALLS, AdminCall};
pub use directory::{AttributeNames, DirectoryKind, DirectorySettings, GroupRule};
pub use endpoints::front_ends::{FrontEnd, FrontEndKind, FrontEnds};
pub use endpoints::radius::{RadiusFrontEnd, ReplyAttributes, ReplyAttributesFault};
pub use mail::{MailServer, MailSettings, MailTls};
pub use passwords::{PasswordCost, UnknownPasswordCost};
pub use proofup_store::{Database, Patience};
pub use runtime::clock::{Clock, FixedClock};
pub use runtime::connection_limits::ConnectionLimits;
pub use runtime::keys::ServerKeys;
pub use runtime::lines::SignInLinesTarget;
pub use runtime::networks::{Networks, NetworksFault};
pub use runtime::random::Random;
pub use runtime::signed_post::SignedPost;
pub use server::tls::TlsSettings;
pub use telephony::{
    DemoCall, DemoCallState, DemoPhones, DemoText, EventKind, GatewayEvent, Language, Line, LocalEvent, NoTelephony,
    NotTaken, OutgoingCall, OutgoingText, Sending, Telephony, Twilio, TwilioAccount, Webhook,
};

// # Errors
pub use runtime::error::ServiceError;
