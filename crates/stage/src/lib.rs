//! The scenarios of the demo. A scenario is one file: how it begins, and steps of who does what in which window, with what a
//! presenter says. The panel shows it, the demo plays it, and the tour and the tests run it: what is shown is what is tested.
//!
//! This crate only reads and checks scenarios. The shell plays them (`src-tauri/demo/stage`).

mod check;
mod library;
mod scenario;

pub use check::check;
pub use library::{ScenarioFault, library, scenario};
pub use scenario::{Act, Beginning, Deed, Page, Place, Scenario, Step, Words};
