//! The verification service: sign-in, verification methods, app passwords, and the doors of old clients.
//!
//! A library, so that it can run inside another process, and the binary `proofup-service` around it.

mod activity;
mod administration;
mod app_passwords;
mod authenticator;
mod calls;
mod clock;
mod connections;
mod database;
mod display_name;
mod error;
mod fraud;
mod front_ends;
mod gateway;
mod housekeeping;
mod http;
mod keys;
mod legacy;
mod methods;
mod metrics;
mod networks;
mod oath;
mod passwords;
mod people;
mod phone_numbers;
mod random;
mod reports;
mod security_info;
mod server;
mod session;
mod settings;
mod sign_in;
mod sign_in_log;
mod standing;
mod step_up;
mod store;
mod telephony;
mod text_codes;
mod throttle;
mod tls;
mod token_import;
mod tokens;
mod typed_secret;
mod usage;
mod world;

// # Running it
pub mod cli;
pub use server::{Running, ServiceConfig};

// # Showing it
#[cfg(feature = "demo")]
pub mod demo;

// # What it is made of
pub use clock::{Clock, FixedClock};
pub use connections::ConnectionLimits;
pub use database::Database;
pub use front_ends::{FrontEnd, FrontEndKind, FrontEnds};
pub use keys::ServerKeys;
pub use networks::{Networks, NetworksFault};
pub use passwords::{PasswordCost, UnknownPasswordCost};
pub use random::Random;
pub use telephony::{
    DemoCall, DemoCallState, DemoPhones, DemoText, EventKind, GatewayEvent, Language, Line, LocalEvent, NoTelephony,
    NotTaken, OutgoingCall, OutgoingText, Sending, Telephony, Twilio, TwilioAccount, Webhook,
};
pub use tls::TlsSettings;

// # Errors
pub use error::ServiceError;
