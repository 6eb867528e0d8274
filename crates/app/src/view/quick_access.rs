//! Keeping the app at hand: in the tray, from the start of the session, under a shortcut.

use serde::{Deserialize, Serialize};

proofup_api::codes! {
    /// Why this desktop does not give something.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum QuickAccessObstacle {
        /// No desktop environment shows icons of programs here.
        NoTray => "no_tray",
        /// The library that draws the icon is not installed.
        NoTrayLibrary => "no_tray_library",
        /// Wayland gives programs no shortcuts of their own, and this desktop's portal has none.
        Wayland => "wayland",
        /// There is no display server to ask.
        NoDisplay => "no_display",
        /// The demo leaves the person's own session alone.
        Demo => "demo",
        /// Not built for this system yet.
        NotOnThisSystem => "not_on_this_system",
    }
}

/// Why keys are no shortcut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortcutFault {
    /// None of Ctrl, Alt and Super: the key would be lost for typing.
    NoModifier,
    /// Another key than those that every keyboard has.
    UnknownKey,
    /// The desktop and most programs need it.
    Reserved,
}

impl ShortcutFault {
    /// The word for it in the parameters of a fault.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoModifier => "no_modifier",
            Self::UnknownKey => "unknown_key",
            Self::Reserved => "reserved",
        }
    }
}

/// What the person chose. All off at first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuickAccessSettings {
    /// An icon in the tray, with the pinned accounts in its menu.
    pub tray: bool,
    /// Closing the window leaves the app in the tray.
    pub close_to_tray: bool,
    /// The window stays away at the start, where the tray is there.
    pub start_hidden: bool,
    /// `Ctrl+Alt+P` brings the window to the front; null for none.
    pub shortcut: Option<String>,
}

/// What this desktop gives, and what it does now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuickAccessView {
    /// Why there can be no icon in the tray; null where there can.
    pub no_tray: Option<QuickAccessObstacle>,
    /// Why the app cannot start with the session; null where it can.
    pub no_session_start: Option<QuickAccessObstacle>,
    /// Why there can be no shortcut; null where there can.
    pub no_shortcut: Option<QuickAccessObstacle>,
    /// The app starts with the session. The desktop knows, and may be told so elsewhere as well.
    pub starts_with_session: bool,
    /// What the desktop calls the keys of the shortcut, which may be others than those of the settings; null while none
    /// are held.
    pub held_keys: Option<String>,
}
