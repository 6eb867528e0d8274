//! The demo: an embedded service with a made-up organisation and its phones.

#[cfg(feature = "demo")]
mod devices;
#[cfg(feature = "demo")]
mod embedded;
#[cfg(feature = "demo")]
mod entrance;
#[cfg(feature = "demo")]
mod holders;
#[cfg(feature = "demo")]
mod mail;
#[cfg(feature = "demo")]
mod nodes;
#[cfg(feature = "demo")]
mod phone;
#[cfg(feature = "demo")]
mod phone_keys;
#[cfg(feature = "demo")]
mod stage;
#[cfg(feature = "demo")]
mod tokens;

#[cfg(feature = "demo")]
pub(crate) use embedded::Demo;

#[cfg(not(feature = "demo"))]
mod absent;
#[cfg(not(feature = "demo"))]
pub(crate) use absent::Demo;
