//! What a person sees of themselves and of their account.

pub(crate) mod activity;
pub(crate) mod feed;
pub(crate) mod me;
