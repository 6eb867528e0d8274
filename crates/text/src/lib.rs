//! Normalises text that people type and paste.
//!
//! A pasted code contains invisible marks, a phone number copied from a web page has dashes that no keyboard has, an
//! input method writes the digits of its own script, and one system writes `ü` as one character where another writes
//! two. Each kind of field has a function here, so that the same text means the same everywhere:
//!
//! | Field | Function |
//! |---|---|
//! | codes, app passwords, numbers to be matched | [`symbols`] |
//! | phone numbers, serial numbers | [`plain`], or [`plain_character`] one at a time |
//! | passwords and passphrases | [`password`]; of files that another program wrote, each of [`password_spellings`] |
//! | user names | [`user_name`] |
//! | names that are shown: of accounts, people, devices, app passwords, tags | [`name`], or [`listed_name`] for a name that is not typed |
//! | files, and lists on standard input | [`from_file`] |
//! | text that a front end passes on for an old client | [`basic_credentials`], [`from_nginx`] |
//!
//! [`visible`] removes invisible marks from text that is longer than a field, such as a link; its parser does the rest.
//!
//! All but the last three are idempotent. None of them validates: each field has its own rule for that.

mod character;
mod file;
mod handed_on;
mod name;
mod password;
mod plain;

pub use character::{is_dash, is_invisible, is_no_letter_to_anybody};
pub use file::from_file;
pub use handed_on::{basic_credentials, from_nginx, from_old_client};
pub use name::{listed_name, look, name, user_name, visible};
pub use password::{password, password_spellings};
pub use plain::{plain, plain_character, symbols};
