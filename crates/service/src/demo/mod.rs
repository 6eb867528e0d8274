//! A made-up organisation, Contoso, with people in telling states. For showing the product, never for use.

mod holders;
mod people;
mod seed;
mod tokens;

pub use holders::{DemoHolders, holders};
pub use people::{DemoDevice, DemoPerson, DemoStory, device, people};
pub use seed::{seed, seed_with_past};
pub use tokens::{DemoToken, DemoTokenCode, tokens};
