//! A made-up organisation, Contoso, with people in telling states. For showing the product, never for use.

mod feed;
mod holders;
mod mail;
mod people;
mod seed;
mod tokens;

pub use feed::{FeedRow, Told, feed};
pub use holders::{DemoHolders, holders};
pub use mail::{MailAnswer, mail_sign_in};
pub use people::{DemoDevice, DemoPerson, DemoStory, device, people};
pub use seed::{Differences, seed, seed_with_past};
pub use tokens::{DemoToken, DemoTokenCode, tokens};
