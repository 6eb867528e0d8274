//! A made-up organisation, Contoso, with people in telling states. For showing the product, never for use.

mod people;
mod seed;
mod tokens;

pub use people::{DemoDevice, DemoPerson, DemoStory, device, people};
pub use seed::seed;
pub use tokens::{DemoToken, DemoTokenCode, tokens};
