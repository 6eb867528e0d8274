//! A made-up organisation, Contoso, with people in telling states. For showing the product, never for use.

mod people;
mod seed;

pub use people::{DemoPerson, DemoStory, people};
pub use seed::seed;
