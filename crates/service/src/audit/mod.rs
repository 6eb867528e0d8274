//! Records: the sign-in log and its lines for collectors, changes to accounts, actions of administrators, and texts and calls for the invoice.

pub(crate) mod admin_actions;
pub(crate) mod changes;
pub(crate) mod phone_usage;
mod places;
pub(crate) mod record;
mod sign_in_line;
pub(crate) mod sign_in_log;
