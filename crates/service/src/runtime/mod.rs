//! Time, randomness, server keys, errors and metrics, for all other rooms. No rule of the service is here.

pub(crate) mod accepting;
pub(crate) mod admission;
pub(crate) mod client_network;
pub(crate) mod clock;
pub(crate) mod connection_limits;
pub(crate) mod display_name;
pub(crate) mod error;
pub(crate) mod keys;
pub(crate) mod lines;
pub(crate) mod metrics;
pub(crate) mod networks;
pub(crate) mod random;
pub(crate) mod seldom;
pub(crate) mod signed_post;
pub(crate) mod signing;
pub(crate) mod slow_connections;
pub(crate) mod typed_secret;
pub(crate) mod wait;
