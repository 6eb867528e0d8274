//! Shared code of the window tests: a driver, the window, a keyring, and the demo phone.

mod driver;
mod keyring;
mod port;
pub mod screen;
mod theme;
mod tray;
pub mod wait;
mod window;

pub use driver::{Desktop, Running};
pub use keyring::Keyring;
pub use theme::Theme;
pub use tray::Tray;
pub use window::{MAIL_PAGE, MAIN_PAGE, PANEL_PAGE, PHONE_PAGE, Window};
