//! Functions of the desktop: clipboard, dialogs, notifications, screenshots, the start with the session, the theme, and
//! whether the session is locked. Each module also works on systems that lack its function.

pub(crate) mod autostart;
pub(crate) mod clipboard;
pub(crate) mod folder_picker;
pub(crate) mod notifications;
pub(crate) mod screenshot;
pub(crate) mod session_watch;
pub(crate) mod system_clock;
pub(crate) mod theme;
