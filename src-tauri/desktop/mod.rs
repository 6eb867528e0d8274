//! What the desktop gives to every program: clipboard, dialogs, notifications, a picture of the screen, the start with the
//! session, its theme, and whether the session is locked. Each module has its answer for systems that lack it.

pub(crate) mod autostart;
pub(crate) mod clipboard;
pub(crate) mod folder_picker;
pub(crate) mod notifications;
pub(crate) mod screenshot;
pub(crate) mod session_watch;
pub(crate) mod system_clock;
pub(crate) mod theme;
