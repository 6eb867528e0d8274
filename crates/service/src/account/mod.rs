//! The account as its person sees it.

pub(crate) mod activity;
pub(crate) mod feed;
pub(crate) mod me;
