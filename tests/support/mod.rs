//! What the window tests share: a driver, a window as a person sees it, and the demo's phone.

mod driver;
mod window;

pub use driver::Desktop;
pub use window::Window;
