//! The service as clients see it, over HTTP, each test on SQLite and on PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed"
)]

mod access_tokens;
mod activity;
mod administration;
mod app_passwords;
mod at_once;
mod authorization_table;
mod backup;
mod binary;
mod blocks;
mod bulk;
mod callers;
mod calls;
mod clock;
mod connections;
mod decoding;
mod described;
mod device_setup;
#[cfg(unix)]
mod directory;
mod ends;
mod events;
mod front_ends;
mod hardware_tokens;
mod hash_lanes;
#[cfg(unix)]
mod interface;
mod keys;
mod late_calls;
mod ldap;
mod legacy;
mod log_rows;
mod logs;
mod methods;
mod nodes;
mod notices;
#[cfg(unix)]
mod operate;
mod operations;
mod overview;
mod passwords;
mod push;
mod radius;
mod readiness;
mod registration;
mod reports;
mod sign_in;
mod sign_in_lines;
mod sign_in_log;
mod step_up;
mod support;
mod telephony;
mod throttle;
mod tls;
mod tokens;
mod twilio;
mod typed;
