//! Reads the environment, once. No other code below reads it.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the environment is read")]

use std::{env, ffi::OsString, path::PathBuf};

/// The values of the environment, apart from those that [`proofup_app::Profile`] reads.
pub(crate) struct EnvVariables {
    /// `PROOFUP_SERVICE`: the service's address. It overrides the settings.
    pub(crate) service: Option<String>,
    /// `PROOFUP_LOG`: the filter of the log on standard error, with the syntax of `RUST_LOG`.
    pub(crate) log: Option<String>,
    /// `PROOFUP_TRACE_START=1`: a line reports when the first page is usable.
    pub(crate) trace_start: bool,
    /// `WAYLAND_DISPLAY`, `XDG_SESSION_TYPE`: the windows use Wayland.
    pub(crate) wayland: bool,
    /// `DISPLAY`: there is an X server, perhaps beside Wayland.
    pub(crate) x11: bool,
    /// `LC_ALL`, `LC_TIME` or `LANG`: the format of dates, as a POSIX locale.
    pub(crate) locale: Option<String>,
    /// `APPIMAGE`, or the path of this program, for starting it again.
    pub(crate) program: Option<PathBuf>,
}

impl EnvVariables {
    /// Reads the environment.
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

/// The BCP 47 tag of a POSIX locale such as `nl_BE.UTF-8@euro`. `C` and `POSIX` mean that there is none.
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
    fn converts_posix_locales() {
        assert_eq!(language_tag("nl_BE.UTF-8@euro").as_deref(), Some("nl-BE"));
        assert_eq!(language_tag("en_GB").as_deref(), Some("en-GB"));
        assert_eq!(language_tag("zh-Hant-HK").as_deref(), Some("zh-Hant-HK"));
        for none in ["C", "C.UTF-8", "POSIX", "", "../etc"] {
            assert_eq!(language_tag(none), None, "{none}");
        }
    }
}
