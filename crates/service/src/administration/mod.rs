//! Administration: what one person does to others and to the organisation. The interface and the command line do the
//! same things, and each is written down with who, whom, what, why and when.

pub(crate) mod access;
pub(crate) mod access_tokens;
pub(crate) mod blocks_list;
pub(crate) mod bulk;
pub(crate) mod bypass;
pub(crate) mod caller;
pub(crate) mod history;
pub(crate) mod log_check;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod people_list;
pub(crate) mod reports;
pub(crate) mod resets;
pub(crate) mod roles;
pub(crate) mod settings;
pub(crate) mod settings_preview;
pub(crate) mod token_import;
pub(crate) mod token_inventory;
