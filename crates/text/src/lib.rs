//! Text as people type and paste it, made into what they mean.
//!
//! A pasted code carries marks that nobody sees, a phone number copied from a web page has dashes that are not on the
//! keyboard, an input method writes the digits of its own script, and one system writes `ü` as one character where
//! another writes two. Each kind of field asks for its form here, so that the same text means the same everywhere:
//!
//! | Field | Function |
//! |---|---|
//! | codes, app passwords, numbers to be matched | [`symbols`] |
//! | phone numbers, serial numbers | [`plain`], or [`plain_character`] one at a time |
//! | passwords and passphrases | [`password`] |
//! | user names | [`user_name`] |
//! | names that are shown: of accounts, people, devices, app passwords, tags | [`name`], or [`listed_name`] if none can be asked for another |
//! | what a front end hands on for an old client | [`basic_credentials`], [`from_nginx`] |
//!
//! What is longer than a field, such as a link, is freed of invisible marks by [`visible`] and read further by who knows it.
//!
//! Each but the last two is idempotent. None judges: what a field may hold is its own rule.

mod character;
mod handed_on;
mod name;
mod password;
mod plain;

pub use character::{is_dash, is_invisible};
pub use handed_on::{basic_credentials, from_nginx, from_old_client};
pub use name::{listed_name, name, user_name, visible};
pub use password::password;
pub use plain::{plain, plain_character, symbols};
