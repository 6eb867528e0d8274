//! The environment: read here, once, and nowhere below.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the environment is read")]

use std::{env, ffi::OsString, path::PathBuf};

/// What the environment says, apart from what [`proofup_app::Profile`] asks it.
pub(crate) struct EnvVariables {
    /// `PROOFUP_SERVICE`: the service's address. It overrides the settings.
    pub(crate) service: Option<String>,
    /// `PROOFUP_LOG`: what is written to the standard error, in the manner of `RUST_LOG`.
    pub(crate) log: Option<String>,
    /// `PROOFUP_TRACE_START=1`: a line tells when the first page can be used.
    pub(crate) trace_start: bool,
    /// `WAYLAND_DISPLAY`, `XDG_SESSION_TYPE`: windows are Wayland's.
    pub(crate) wayland: bool,
    /// `DISPLAY`: there is an X server, perhaps beside Wayland.
    pub(crate) x11: bool,
    /// `LC_ALL`, `LC_TIME` or `LANG`: how dates are written, as POSIX names it.
    pub(crate) locale: Option<String>,
    /// `APPIMAGE`, or where this program is: what is started to start it again.
    pub(crate) program: Option<PathBuf>,
}

impl EnvVariables {
    /// Reads it.
    pub(crate) fn read() -> Self {
        let text = |name| env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            service: text("PROOFUP_SERVICE"),
            log: text("PROOFUP_LOG"),
            trace_start: text("PROOFUP_TRACE_START").as_deref() == Some("1"),
            wayland: text("WAYLAND_DISPLAY").is_some() || text("XDG_SESSION_TYPE").as_deref() == Some("wayland"),
            x11: text("DISPLAY").is_some(),
            locale: ["LC_ALL", "LC_TIME", "LANG"].into_iter().find_map(text),
            program: text("APPIMAGE").map(PathBuf::from).or_else(|| env::current_exe().ok()),
        }
    }
}

/// The BCP 47 tag of a POSIX locale such as `nl_BE.UTF-8@euro`. `C` and `POSIX` are how a system says that it has none.
pub(crate) fn language_tag(locale: &str) -> Option<String> {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    let is_tag = name.len() >= 2 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    (is_tag && name != "POSIX").then(|| name.replace('_', "-"))
}

/// One variable.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

#[cfg(test)]
mod tests {
    use super::language_tag;

    #[test]
    fn reads_what_posix_calls_a_locale() {
        assert_eq!(language_tag("nl_BE.UTF-8@euro").as_deref(), Some("nl-BE"));
        assert_eq!(language_tag("en_GB").as_deref(), Some("en-GB"));
        assert_eq!(language_tag("zh-Hant-HK").as_deref(), Some("zh-Hant-HK"));
        for none in ["C", "C.UTF-8", "POSIX", "", "../etc"] {
            assert_eq!(language_tag(none), None, "{none}");
        }
    }
}
