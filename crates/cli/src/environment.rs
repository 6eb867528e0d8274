//! Reads time, randomness and the environment, and passes them in.
#![expect(clippy::disallowed_methods, reason = "this is the edge where they are read")]

use std::{env, ffi::OsString};

use jiff::Timestamp;
use proofup_app::Environment;
use tracing_subscriber::EnvFilter;

/// This computer's clock, and its generator of random numbers.
pub(crate) struct SystemEnvironment;

impl Environment for SystemEnvironment {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        rand::fill(buffer);
    }
}

/// A variable of the environment.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// Writes the log to standard error if `PROOFUP_LOG` asks for it; without it, errors are shown in words only.
pub(crate) fn log_to_stderr() {
    let filter = EnvFilter::new(env::var("PROOFUP_LOG").unwrap_or_else(|_| "off".to_owned()));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
