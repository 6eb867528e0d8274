//! The environment: read here, once, and nowhere below.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the environment is read")]

use std::{env, ffi::OsString, path::PathBuf};

/// What the environment says, apart from what [`proofup_app::Place`] asks it.
pub(crate) struct Environment {
    /// `PROOFUP_SERVICE`: the service's address, whatever the settings say.
    pub(crate) service: Option<String>,
    /// `PROOFUP_LOG`: what is written to the standard error, in the manner of `RUST_LOG`.
    pub(crate) log: Option<String>,
    /// `PROOFUP_TRACE_START=1`: a line tells when the first page can be used.
    pub(crate) trace_start: bool,
    /// `WAYLAND_DISPLAY`, `XDG_SESSION_TYPE`: windows are Wayland's.
    pub(crate) wayland: bool,
    /// `DISPLAY`: there is an X server, perhaps beside Wayland.
    pub(crate) x11: bool,
    /// `APPIMAGE`, or where this program is: what is started to start it again.
    pub(crate) program: Option<PathBuf>,
}

impl Environment {
    /// Reads it.
    pub(crate) fn read() -> Self {
        let text = |name| env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            service: text("PROOFUP_SERVICE"),
            log: text("PROOFUP_LOG"),
            trace_start: text("PROOFUP_TRACE_START").as_deref() == Some("1"),
            wayland: text("WAYLAND_DISPLAY").is_some() || text("XDG_SESSION_TYPE").as_deref() == Some("wayland"),
            x11: text("DISPLAY").is_some(),
            program: text("APPIMAGE").map(PathBuf::from).or_else(|| env::current_exe().ok()),
        }
    }
}

/// One variable.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}
