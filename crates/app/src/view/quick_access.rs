//! Quick access: tray, start with the session, shortcut.

use serde::{Deserialize, Serialize};

proofup_api::codes! {
    /// Why this desktop does not support something.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum QuickAccessObstacle {
        /// No desktop environment shows tray icons.
        NoTray => "no_tray",
        /// The library for the tray icon is not installed.
        NoTrayLibrary => "no_tray_library",
        /// Wayland gives programs no global shortcuts, and this desktop's portal supports none.
        Wayland => "wayland",
        /// There is no display server.
        NoDisplay => "no_display",
        /// The demo does not change the person's session.
        Demo => "demo",
        /// The app does not support this system yet.
        NotOnThisSystem => "not_on_this_system",
    }
}

/// Why keys are not a shortcut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortcutFault {
    /// None of Ctrl, Alt and Super: the key could no longer be typed.
    NoModifier,
    /// A key that not every keyboard has.
    UnknownKey,
    /// The desktop and most programs need it.
    Reserved,
}

impl ShortcutFault {
    /// The reason in the parameters of a fault.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoModifier => "no_modifier",
            Self::UnknownKey => "unknown_key",
            Self::Reserved => "reserved",
        }
    }
}

/// The person's settings. All are off at first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuickAccessSettings {
    /// An icon in the tray, with the pinned accounts in its menu.
    pub tray: bool,
    /// Closing the window keeps the app in the tray.
    pub close_to_tray: bool,
    /// The window stays hidden at the start, if there is a tray.
    pub start_hidden: bool,
    /// `Ctrl+Alt+P` brings the window to the front; null for none.
    pub shortcut: Option<String>,
}

/// What this desktop supports, and the present state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuickAccessView {
    /// Why there can be no tray icon; null if there can.
    pub no_tray: Option<QuickAccessObstacle>,
    /// Why the app cannot start with the session; null if it can.
    pub no_session_start: Option<QuickAccessObstacle>,
    /// Why there can be no shortcut; null if there can.
    pub no_shortcut: Option<QuickAccessObstacle>,
    /// Whether the app starts with the session. The desktop decides, and other programs may change it.
    pub starts_with_session: bool,
    /// The keys of the shortcut as the desktop names them, which may differ from the settings; null while there is
    /// none.
    pub held_keys: Option<String>,
}
